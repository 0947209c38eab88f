//! What is drawn and what is attached, through the whole line, on a form made for it (`tests/kinds`).

use std::fs;

use yuntian::{
    catalog::{self, Sources},
    model::{Date, Form, Locale, Tables},
    produce::{Format, Input, PaperKind, Produced, Want},
    record, validate,
};

use crate::{
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
    }
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

#[test]
fn a_sign_cell_takes_a_signature_alone() {
    let mut sources = sources();
    let text = String::from_utf8(sources.0[KINDS].clone()).unwrap();
    let other =
        text.replace(r#""signature": "applicant.signature"}]}"#, r#""signature": "applicant.name"}]}"#);
    assert_ne!(other, text);
    sources.0.insert(KINDS.to_owned(), other.into_bytes());
    let (pack, faults) = catalog::pack(&sources, KINDS);
    let faults: Vec<String> =
        faults.iter().map(|found| format!("{} {}", found.code.id(), found.place.pointer)).collect();
    assert!(pack.is_none());
    assert_eq!(faults, ["F006 /documents/0/grid/rows/2/cells/0/signature"]);
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
    assert_eq!(structure.matches("Figure").count(), 2, "{structure}");
    let attributes = saved.text("pdfinfo", &["-struct", "{}"]);
    assert_eq!(attributes.matches("BBox").count(), 2, "{attributes}");
    let objects = saved.text("qpdf", &["--json=2", "{}"]);
    for alt in ["u:申请人签名（手写签名）", "u:见证人签名（手写签名）"] {
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
    assert_eq!(saved.text("pdfinfo", &["-struct-text", "{}"]).matches("Figure").count(), 2);
}
