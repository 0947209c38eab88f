//! Old drafts in newer forms: `tests/migrate/<case>` has two versions of a form, a draft of the older, and what becomes of it.

use std::{fs, path::PathBuf, process::Command};

use serde_json::{Value, json};
use yuntian::{
    catalog,
    model::{Date, Form, Tables},
    record::{self, Entered},
    session::Session,
    validate,
};

const CASES: [&str; 7] = ["move", "rename", "drop", "split", "split-fails", "default", "no-step"];

fn folder(case: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/migrate").join(case)
}

fn read(case: &str, file: &str) -> Vec<u8> {
    fs::read(folder(case).join(file)).unwrap()
}

/// A form file beside the book's small catalogue.
fn form(bytes: Vec<u8>) -> Form {
    let mut sources =
        crate::catalog::files(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/book/small"));
    let name = "outside/case/form.json";
    sources.0.insert(name.to_owned(), bytes);
    let (pack, diagnostics) = catalog::pack(&sources, name);
    assert_eq!(diagnostics, []);
    catalog::open(&pack.unwrap()).0.unwrap()
}

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

#[test]
fn every_case_comes_to_what_it_says() {
    let folders = fs::read_dir(folder("")).unwrap().count();
    assert_eq!(folders, CASES.len());
    for case in CASES {
        let new = form(read(case, "new.json"));
        let draft = record::read_draft(&read(case, "draft.json")).unwrap();
        let migrated = record::migrate(&new, draft.clone());
        let left: Vec<&str> = migrated.left.iter().map(|path| path.as_str()).collect();
        let written: Value = serde_json::from_slice(&record::write_draft(&migrated.draft)).unwrap();
        let found = json!({"entries": written["entries"], "touched": written["touched"], "left": left});
        let expect: Value = serde_json::from_slice(&read(case, "after.json")).unwrap();
        assert_eq!(found, expect, "{case}");
        assert_eq!(migrated.draft.version, new.version, "{case}");

        // Every text that was entered is still there, and a second time nothing happens.
        assert_eq!(migrated.kept().len(), migrated.left.len());
        let again = record::migrate(&new, migrated.draft.clone());
        assert_eq!((again.draft, again.left.len()), (migrated.draft.clone(), 0), "{case}");
        let session = Session::resume(new.clone().into(), migrated.draft.clone(), today());
        assert_eq!(session.draft().answers, migrated.draft.answers, "{case}");

        // A file with the draft is read in the same way, and so is one without steps to go.
        match record::read(&read(case, "draft.json"), &new) {
            Ok(Entered::Draft(draft, left)) => assert_eq!((draft, left), (migrated.draft, migrated.left)),
            other => panic!("{case}: {other:?}"),
        }
        let old = form(read(case, "old.json"));
        assert_eq!(record::migrate(&old, draft.clone()).draft, draft, "{case}");
    }
}

#[test]
fn an_exported_file_of_an_older_version_is_read() {
    for case in CASES {
        let (old, new) = (form(read(case, "old.json")), form(read(case, "new.json")));
        let draft = record::read_draft(&read(case, "draft.json")).unwrap();
        let submission = validate::finish(&old, &draft.answers, &Tables::default(), today()).unwrap();
        let entered = record::read(&record::export(&old, &submission), &new).unwrap();
        let migrated = record::migrate(&new, draft);
        assert_eq!(*entered.answers(), migrated.draft.answers, "{case}");
        assert_eq!(entered.left(), migrated.left, "{case}");
        validate::finish(&new, entered.answers(), &Tables::default(), today()).unwrap();
    }
}

fn run(args: &[&str]) -> (i32, Value, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yuntian"));
    let output = command
        .args(args)
        .args(["--today", "2026-11-23", "--json", "--lang", "en", "--forms", "docs/book/small"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let json = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code().unwrap(), json, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn diff_is_silent_where_each_change_has_its_step() {
    let path = |case: &str, file: &str| folder(case).join(file).display().to_string();
    for case in CASES {
        let (status, json, _) = run(&["diff", &path(case, "old.json"), &path(case, "new.json")]);
        if case == "no-step" {
            assert_eq!((status, &json["ok"]), (1, &json!(false)));
            assert_eq!(json["diagnostics"][0]["code"], "F077");
        } else {
            assert_eq!((status, json), (0, json!({"ok": true, "files": [], "diagnostics": []})), "{case}");
        }
    }
    let (status, json, _) = run(&["diff", &path("move", "old.json"), &path("rename", "old.json")]);
    assert_eq!(status, 1);
    let codes: Vec<&str> =
        json["diagnostics"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["F076", "F077", "F077"]);
}

#[test]
fn check_names_what_was_not_carried_over_and_not_what_it_says() {
    let file = |name: &str| folder("drop").join(name).display().to_string();
    let (status, json, said) = run(&["check", &file("new.json"), "--answers", &file("draft.json")]);
    assert_eq!((status, json), (0, json!({"ok": true, "issues": []})));
    assert!(said.contains("fax") && !said.contains("84441111"), "{said}");
}
