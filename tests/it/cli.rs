//! The command line's contract: JSON alone on standard output, exit status, keys always present.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;

/// Runs the command line on the tests' day.
pub(crate) fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yuntian"));
    command
        .args(args)
        .args(["--today", "2026-11-23"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// An empty folder for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _was_there = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn list_is_an_array_in_the_catalogues_order() {
    let output = run(&["list", "--lang", "en"]);
    assert_eq!(status(&output), 0);
    let list = json(&output);
    assert_eq!(list[0]["id"], "SQ031");
    assert_eq!(list[0]["kind"], "item");
    assert_eq!(list[0]["department"], "Civil affairs");
    assert_eq!(list[1]["id"], "SQ001");
    let of = |kind: &str| json(&run(&["list", "--kind", kind])).as_array().unwrap().len();
    assert_eq!((of("item"), of("benefit")), (69, 21));
    assert_eq!(json(&run(&["list", "--kind", "bundle"])), serde_json::json!([]));
}

#[test]
fn lint_tells_every_fault_and_goes_on() {
    let output = run(&["lint", "--json"]);
    assert_eq!((status(&output), json(&output)), (0, serde_json::json!([])));

    let folder = folder("lint");
    let good = fs::read_to_string("forms/items/SQ031/form.json").unwrap();
    fs::write(folder.join("a.json"), "{\n \"format\": \"yuntian/1\",,\n}").unwrap();
    fs::write(folder.join("b.json"), good.replace("\"minutes\"", "\"minuts\"")).unwrap();
    fs::write(folder.join("c.json"), &good).unwrap();
    fs::write(folder.join("d.json"), [0xFF, 0x00]).unwrap();
    let output = run(&["lint", "--json", folder.to_str().unwrap()]);
    assert_eq!(status(&output), 1);
    let found: Vec<(String, String)> = json(&output)
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            for key in ["severity", "code", "file", "pointer", "line", "message", "hint"] {
                assert!(fault.get(key).is_some(), "{key}");
            }
            let file = fault["file"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
            (
                file,
                format!(
                    "{} {} {}",
                    fault["code"].as_str().unwrap(),
                    fault["pointer"].as_str().unwrap(),
                    fault["line"]
                ),
            )
        })
        .collect();
    let expect =
        [("a.json", "F002  2"), ("b.json", "F005  1"), ("b.json", "F004 /minuts 9"), ("d.json", "F001  1")];
    assert_eq!(found, expect.map(|(file, fault)| (file.to_owned(), fault.to_owned())));
}

#[test]
fn wrong_use_is_2_and_says_so_elsewhere() {
    for args in
        [&["check", "XX999", "--answers", "-"][..], &["list", "--kind", "x"], &["lint", "no/such/path"], &[]]
    {
        let output = run(args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn schema_of_the_format_and_of_a_form() {
    assert_eq!(json(&run(&["schema"]))["title"], "yuntian/1");
    assert_eq!(json(&run(&["schema", "SQ031"]))["properties"]["byAgent"]["type"], "boolean");
    assert_eq!(json(&run(&["schema", "forms/items/SQ031"]))["title"], "高龄津贴申领");
}
