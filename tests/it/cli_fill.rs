//! `yuntian fill`: the papers as files, and what keeps them from being made.

use std::{fs, path::PathBuf, process::Command, sync::OnceLock};

use crate::{cli_answers::run, produce::shards};

const FULL: &str = "forms/items/SQ031/answers/full.json";

/// A folder of font shards, as `pack` makes it.
pub(crate) fn fonts() -> &'static str {
    static FOLDER: OnceLock<String> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = scratch("fonts");
        fs::create_dir_all(&folder).unwrap();
        let cut = shards();
        fs::write(folder.join("shards.bin"), &cut.table).unwrap();
        for (name, bytes) in &cut.shards {
            fs::write(folder.join(name), bytes).unwrap();
        }
        folder.display().to_string()
    })
}

pub(crate) fn scratch(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Runs `fill SQ031` and gives what was written, standard output and error, and the status.
fn fill(name: &str, args: &[&str]) -> (Option<Vec<u8>>, String, String, i32) {
    let out = scratch(name);
    let _absent = fs::remove_file(&out);
    let mut all = vec!["fill", "SQ031", "--fonts", fonts(), "--out", out.to_str().unwrap()];
    all.extend(args);
    let (stdout, stderr, status) = run(&all, "");
    (fs::read(out).ok(), stdout, stderr, status)
}

#[test]
fn every_paper_is_written_and_every_time_alike() {
    for (name, args) in [
        ("packet.pdf", &["--answers", FULL][..]),
        ("draft.pdf", &["--draft", "--answers", "forms/items/SQ031/answers/refused-agent.json"]),
        ("blank.pdf", &["--blank"]),
        ("sample.pdf", &["--sample"]),
    ] {
        let (file, stdout, stderr, status) = fill(name, args);
        assert_eq!((stdout.as_str(), status), ("", 0), "{name}: {stderr}");
        let file = file.unwrap();
        assert!(file.starts_with(b"%PDF-1.7"), "{name}");
        assert_eq!(fill(&format!("again-{name}"), args).0.unwrap(), file, "{name}");
    }
}

#[test]
fn json_is_the_exported_file() {
    let (file, _, _, status) = fill("packet.json", &["--answers", FULL]);
    let export: serde_json::Value = serde_json::from_slice(&file.unwrap()).unwrap();
    assert_eq!(status, 0);
    assert_eq!(
        (&export["form"], &export["answers"]["applicant"]["name"]),
        (&"SQ031".into(), &"王秀英".into())
    );
    assert_eq!(export["digest"].as_str().map(str::len), Some(12));
}

#[test]
fn a_helper_s_name_stands_on_the_cover_alone() {
    let of = |name: &str, args: &[&str]| fill(name, args).0.unwrap();
    let helped = of("helped.pdf", &["--answers", FULL, "--helper", "王敏"]);
    assert_eq!(of("helped-again.pdf", &["--answers", FULL, "--helper", " 王敏\u{202E} "]), helped);
    assert_ne!(of("alone.pdf", &["--answers", FULL]), helped);
    let text = Command::new("pdftotext").arg(scratch("helped.pdf")).arg("-").output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("协助填写") && text.contains("王敏"), "{text}");

    let export = of("helped.json", &["--answers", FULL, "--helper", "王敏"]);
    assert_eq!(export, of("alone.json", &["--answers", FULL]));
    for paper in ["--blank", "--sample"] {
        let (file, _, _, status) = fill("never.pdf", &[paper, "--helper", "王敏"]);
        assert_eq!((file, status), (None, 2), "{paper}");
    }
}

#[test]
fn wrong_answers_are_refused_in_words_and_nothing_is_written() {
    let wrong = "forms/items/SQ031/answers/refused-check-digit.json";
    let (file, stdout, stderr, status) = fill("refused.pdf", &["--answers", wrong]);
    assert_eq!((file, stdout.as_str(), status), (None, "", 1));
    assert!(stderr.contains("公民身份号码"), "{stderr}");

    let (_, stdout, _, status) = fill("refused.pdf", &["--answers", wrong, "--json"]);
    let result: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((&result["ok"], status), (&false.into(), 1));
    assert_eq!(result["diagnostics"][0]["code"], "check_digit");
}

#[test]
fn later_formats_and_missing_fonts_are_wrong_use() {
    for name in ["packet.docx", "packet.zip", "packet", "packet.exe"] {
        let (file, _, stderr, status) = fill(name, &["--answers", FULL]);
        assert_eq!((file, status), (None, 2), "{name}: {stderr}");
    }
    let (_, stderr, status) =
        run(&["fill", "SQ031", "--blank", "--out", "never.pdf", "--fonts", "/no/such/folder"], "");
    assert_eq!(status, 2);
    assert!(stderr.contains("yuntian pack --out target/packs"), "{stderr}");
}

#[test]
fn a_character_without_a_glyph_is_warned_of_and_does_not_stop() {
    let full = fs::read_to_string(FULL).unwrap().replace("王秀英", "王𰻞英");
    let answers = scratch("rare.json");
    fs::write(&answers, full).unwrap();
    let (file, _, stderr, status) = fill("rare.pdf", &["--answers", answers.to_str().unwrap()]);
    assert_eq!(status, 0, "{stderr}");
    assert!(file.is_some() && stderr.contains("U+30EDE"), "{stderr}");
}
