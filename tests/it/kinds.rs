//! What is drawn and what is attached, through the whole line, on a form made for it (`tests/kinds`).

use std::{fs, path::PathBuf, rc::Rc};

use yuntian::{
    catalog::{self, Sources},
    model::{Date, Form, Locale, Tables},
    produce::{self, Files, Format, Input, PaperKind, Produced, Want},
    record, validate,
};

use crate::{
    cli_answers::run,
    cli_fill::fonts,
    papers::{
        support::root,
        tools::{self, Saved},
    },
    produce::{files, make, shards},
};

const KINDS: &str = "items/KINDS/form.json";

fn sources() -> Sources {
    files("tests/kinds")
}

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn pack() -> Vec<u8> {
    let (pack, faults) = catalog::pack(&sources(), KINDS);
    pack.unwrap_or_else(|| panic!("{faults:?}"))
}

fn form() -> Form {
    catalog::open(&pack()).0.unwrap()
}

fn answers(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/kinds/items/KINDS/answers").join(name)).unwrap()
}

fn input(entered: Option<Vec<u8>>, paper: PaperKind, format: Format) -> Input {
    Input {
        pack: pack(),
        entered,
        want: Want { paper, format },
        today: today(),
        locale: Locale::Zh,
        settings: fs::read(root().join("tests/kinds/settings.json")).unwrap(),
        shard_table: shards().table.clone(),
        attachments: beside(),
        helper: None,
    }
}

/// The files of the tests, by their digest.
fn beside() -> Files {
    let folder = root().join("tests/kinds/attachments");
    let files = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    files.map(|bytes| (produce::digest(&bytes), Rc::new(bytes))).collect()
}

fn paper(name: &str, kind: PaperKind) -> (Produced, Saved) {
    let made = make(&input(Some(answers(name)), kind, Format::Pdf)).unwrap();
    let saved = tools::save(&format!("kinds-{}-{name}", kind.as_str()), &made.files[0]);
    saved.run("qpdf", &["--check", "{}"]);
    (made, saved)
}

#[test]
fn the_form_has_no_fault_and_its_examples_hold() {
    let found = catalog::lint_file(&sources(), KINDS, today());
    let found: Vec<String> =
        found.iter().map(|found| format!("{} {}", found.code.id(), found.place.pointer)).collect();
    assert_eq!(found, [""; 0]);
}

/// Packs the form with one text replaced; each fault as code and pointer.
fn faults(from: &str, to: &str) -> Vec<String> {
    let mut sources = sources();
    let text = String::from_utf8(sources.0[KINDS].clone()).unwrap();
    assert!(text.contains(from), "{from}");
    sources.0.insert(KINDS.to_owned(), text.replacen(from, to, 1).into_bytes());
    let (pack, faults) = catalog::pack(&sources, KINDS);
    assert!(pack.is_none());
    faults.iter().map(|found| format!("{} {}", found.code.id(), found.place.pointer)).collect()
}

#[test]
fn a_cell_or_question_takes_what_is_meant_for_it() {
    let cell =
        |row: usize, idx: usize, key: &str| [format!("F006 /documents/0/grid/rows/{row}/cells/{idx}/{key}")];
    let sign = r#""signature": "applicant.signature"}]}"#;
    assert_eq!(faults(sign, r#""signature": "applicant.name"}]}"#), cell(2, 0, "signature"));
    assert_eq!(
        faults(r#""bind": "guardian"}"#, r#""bind": "guardian", "picture": "photo"}"#),
        cell(0, 3, "picture")
    );
    assert_eq!(faults(r#""picture": "photo""#, r#""picture": "guardian""#), cell(0, 4, "picture"));
    let photo = "F006 /answers/properties/photo/";
    let limit = r#""x-maxBytes": 200000"#;
    assert_eq!(faults(limit, r#""x-maxBytes": 5000001"#), [format!("{photo}x-maxBytes")]);
    assert_eq!(faults(r#"["image/jpeg"]"#, r#"["image/jpeg", "image/gif"]"#), [format!("{photo}x-accept/1")]);
    assert_eq!(faults(r#"["image/jpeg"]"#, r#"["image/png"]"#), [format!("{photo}x-accept")]);
    let guardian = r##""guardian": {"$ref""##;
    let with_limit = r##""guardian": {"x-maxBytes": 9, "$ref""##;
    assert_eq!(faults(guardian, with_limit), ["F006 /answers/properties/guardian/x-maxBytes"]);
}

#[test]
fn an_export_holds_the_strokes_and_is_read_back() {
    let form = form();
    let finish = |file: &[u8]| {
        let entered = record::read(file, &form).unwrap();
        validate::finish(&form, entered.answers(), &Tables::default(), today()).unwrap()
    };
    let done = finish(&answers("full.json"));
    let file = record::export(&form, &done);
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(
        text.contains(r#""signature": "120,300 300,90 480,300;200,220 400,220;700,80 700,330""#),
        "{text}"
    );
    assert_eq!(record::canonical(&form, &finish(&file)), record::canonical(&form, &done));
}

#[test]
fn a_signature_is_a_figure_with_words() {
    let (_, saved) = paper("full.json", PaperKind::Packet);
    let structure = saved.text("pdfinfo", &["-struct-text", "{}"]);
    assert_eq!(structure.matches("Figure").count(), 4, "two signatures, a photo and a page: {structure}");
    let attributes = saved.text("pdfinfo", &["-struct", "{}"]);
    assert_eq!(attributes.matches("BBox").count(), 4, "{attributes}");
    let objects = saved.text("qpdf", &["--json=2", "{}"]);
    for alt in
        ["u:申请人签名（手写签名）", "u:见证人签名（手写签名）", "u:一寸照片（图片）", "u:户口簿首页（图片）"]
    {
        assert!(objects.contains(&format!(r#""/Alt": "{alt}""#)), "{alt}");
    }
    // The strokes are lines, not words.
    let text = saved.text("pdftotext", &["-layout", "{}", "-"]);
    assert!(text.contains("以上信息真实") && !text.contains("120,300"), "{text}");
}

#[test]
fn a_signature_on_paper_leaves_its_place_open() {
    let (_, saved) = paper("minimal.json", PaperKind::Packet);
    let structure = saved.text("pdfinfo", &["-struct-text", "{}"]);
    assert!(!structure.contains("Figure"), "{structure}");
    let line = saved.text("pdftotext", &["-layout", "{}", "-"]);
    let line = line.lines().find(|line| line.contains("监护人签名")).unwrap();
    assert!(!line.contains('/'), "not struck: {line}");
}

#[test]
fn the_preview_draws_the_strokes() {
    let made = make(&input(Some(answers("full.json")), PaperKind::Draft, Format::Svg)).unwrap();
    let svg: String = made.files.iter().map(|page| String::from_utf8_lossy(page)).collect();
    assert_eq!(svg.matches("stroke-linejoin=\"round\"").count(), 6);
    assert_eq!(make(&input(Some(answers("full.json")), PaperKind::Draft, Format::Svg)).unwrap(), made);
}

#[test]
fn a_form_without_documents_prints_it_too() {
    let mut sources = sources();
    let mut tree: serde_json::Value = serde_json::from_slice(&sources.0[KINDS]).unwrap();
    tree.as_object_mut().unwrap().remove("documents");
    sources.0.insert(KINDS.to_owned(), tree.to_string().into_bytes());
    let pack = catalog::pack(&sources, KINDS).0.unwrap();
    let plain = Input { pack, ..input(Some(answers("full.json")), PaperKind::Packet, Format::Pdf) };
    let saved = tools::save("kinds-generic", &make(&plain).unwrap().files[0]);
    saved.run("qpdf", &["--check", "{}"]);
    assert_eq!(saved.text("pdfinfo", &["-struct-text", "{}"]).matches("Figure").count(), 4);
}

#[test]
fn pictures_stand_on_the_paper_and_other_files_ride_inside() {
    let (made, saved) = paper("full.json", PaperKind::Packet);
    assert_eq!(made.not_attached, []);
    let images = saved.text("pdfimages", &["-list", "{}"]);
    assert!(images.contains("jpeg") && images.contains("  50    70"), "{images}");
    assert!(images.contains("  48    32"), "{images}");
    let files = saved.text("qpdf", &["--list-attachments", "{}"]);
    assert!(files.contains("answers.json") && files.contains("attachment-3.pdf"), "{files}");
    let inside = saved.run("qpdf", &["{}", "--show-attachment=attachment-3.pdf"]);
    assert_eq!(inside, fs::read(root().join("tests/kinds/attachments/paper.pdf")).unwrap());
    let text = saved.text("pdftotext", &["-layout", "{}", "-"]);
    for line in [
        "附件1 一寸照片：图片（JPEG，1 kB），贴在表中",
        "附件2 户口簿首页：图片（PNG，2 kB），见后页",
        "附件3 居住证明：文件（PDF，1 kB）",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let twice = input(Some(answers("full.json")), PaperKind::Packet, Format::Pdf);
    assert_eq!(make(&twice).unwrap().files, made.files, "the same bytes each time");
}

/// What is missing, changed, cut short or of another kind is named on the paper and to who asked for it.
#[test]
fn a_file_that_can_not_be_used_is_a_note_and_no_failure() {
    let lost = |change: &dyn Fn(&mut Input)| {
        let mut input = input(Some(answers("full.json")), PaperKind::Packet, Format::Pdf);
        change(&mut input);
        let made = make(&input).unwrap();
        let saved = tools::save("kinds-lost", &made.files[0]);
        saved.run("qpdf", &["--check", "{}"]);
        let text = saved.text("pdftotext", &["-layout", "{}", "-"]);
        let paths: Vec<String> = made.not_attached.iter().map(ToString::to_string).collect();
        assert_eq!(text.matches("没有附上或读不出来").count(), paths.len(), "{text}");
        paths
    };
    assert_eq!(lost(&|_| ()), [""; 0]);
    assert_eq!(lost(&|input| input.attachments = Files::new()), ["photo", "register", "proof"]);
    let other = |input: &mut Input| {
        let digests: Vec<String> = input.attachments.keys().cloned().collect();
        for digest in digests {
            input.attachments.insert(digest, Rc::new(b"\xFF\xD8\xFF".to_vec()));
        }
    };
    assert_eq!(lost(&other), ["photo", "register", "proof"]);
    // Its first half: the header is whole.
    let broken = |input: &mut Input| {
        let broken = fs::read(root().join("tests/kinds/attachments/broken.png")).unwrap();
        let page = fs::read(root().join("tests/kinds/attachments/page.png")).unwrap();
        let text = String::from_utf8(input.entered.clone().unwrap()).unwrap();
        let text = text.replace(&produce::digest(&page), &produce::digest(&broken));
        let text =
            text.replace(&format!(r#""bytes": {}"#, page.len()), &format!(r#""bytes": {}"#, broken.len()));
        input.entered = Some(text.into_bytes());
    };
    assert_eq!(lost(&broken), ["register"]);
}

#[test]
fn a_preview_holds_its_pictures() {
    let made = make(&input(Some(answers("full.json")), PaperKind::Draft, Format::Svg)).unwrap();
    let svg: String = made.files.iter().map(|page| String::from_utf8_lossy(page)).collect();
    assert_eq!(svg.matches("<image ").count(), 2);
    assert!(svg.contains("href=\"data:image/jpeg;base64,/9j/"));
}

/// Runs `fill` on the form of these tests and gives standard error, the status, and whether a file was written.
fn fill(answers: &str, args: &[&str]) -> (String, i32, bool) {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kinds-cli.pdf");
    let _absent = fs::remove_file(&out);
    let out_text = out.display().to_string();
    let form = "tests/kinds/items/KINDS/form.json";
    let mut all = vec![
        "fill",
        form,
        "--forms",
        "tests/kinds",
        "--fonts",
        fonts(),
        "--lang",
        "en",
        "--answers",
        answers,
        "--out",
        &out_text,
    ];
    all.extend(args);
    let (_, stderr, status) = run(&all, "");
    (stderr, status, out.exists())
}

#[test]
fn the_command_line_finds_files_by_what_is_in_them() {
    let full = "tests/kinds/items/KINDS/answers/full.json";
    let beside = ["--attachments", "tests/kinds/attachments"];
    let (stderr, status, is_there) = fill(full, &beside);
    assert_eq!((status, is_there), (0, true), "{stderr}");

    let (stderr, status, is_there) = fill(full, &[]);
    assert_eq!((status, is_there), (2, false));
    assert!(stderr.contains("--attachments") && stderr.contains("Household register"), "{stderr}");

    let empty = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kinds-empty");
    fs::create_dir_all(&empty).unwrap();
    let (stderr, status, is_there) = fill(full, &["--attachments", empty.to_str().unwrap()]);
    assert_eq!((status, is_there), (1, false));
    assert!(stderr.contains("no file for “Photo” (SHA-256 94d3570f5b5a…)"), "{stderr}");

    // A picture under the name of a document is what its bytes are.
    let text = fs::read_to_string(root().join(full)).unwrap();
    let other = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kinds-other.json");
    let paper = fs::read(root().join("tests/kinds/attachments/paper.pdf")).unwrap();
    let page = fs::read(root().join("tests/kinds/attachments/page.png")).unwrap();
    let as_pdf =
        format!(r#"{}", "mediaType": "application/pdf", "bytes": {}"#, produce::digest(&paper), paper.len());
    let as_png =
        format!(r#"{}", "mediaType": "application/pdf", "bytes": {}"#, produce::digest(&page), page.len());
    fs::write(&other, text.replace(&as_pdf, &as_png)).unwrap();
    let (stderr, status, _) = fill(other.to_str().unwrap(), &beside);
    assert_eq!(status, 1);
    assert!(stderr.contains("is not the application/pdf that the answers say"), "{stderr}");

    let refused = "tests/kinds/items/KINDS/answers/refused-spelling.json";
    let (stderr, status, _) = fill(refused, &["--attachments", "tests/kinds/attachments", "--draft"]);
    assert_eq!(status, 1, "a file of 200001 bytes is nowhere: {stderr}");
}
