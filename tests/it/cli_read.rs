//! `yuntian read`: what is carried comes out as `check` and `fill` take it; every fault is told, and no passphrase is an argument.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use yuntian::{
    carry,
    model::{Draft, Entry, FormId, Path as Place},
    produce,
    record::{Carried, CarriedFile, write_carried},
};

use crate::cli::{folder, run};

const SECRET: &str = "汉阳江滩的晚风真凉快";

fn carried() -> Carried {
    let mut draft = Draft::new(FormId::new("SQ031"), 1);
    draft.answers.entries.insert(Place::new("applicant.name"), Entry::Text("王秀英".to_owned()));
    let bytes = fs::read("tests/kinds/attachments/paper.pdf").unwrap();
    Carried {
        draft,
        at: "2026-11-23T08:30:00+08:00".to_owned(),
        files: vec![CarriedFile { sha256: produce::digest(&bytes), bytes }],
    }
}

/// Runs `read` with a text on standard input.
fn read(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yuntian"))
        .args(["read", "--lang", "en"])
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not ask has closed it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn refused(args: &[&str], input: &str, status: i32, want: &str) {
    let output = read(args, input);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(status), 0), "{said}");
    assert!(said.contains(want), "{said}");
}

fn name(output: &Output) -> String {
    let draft: Value = serde_json::from_slice(&output.stdout).unwrap();
    draft["entries"]["applicant.name"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_carried_is_what_check_takes() {
    let folder = folder("read");
    let file = folder.join("yuntian-SQ031-20261123.age");
    fs::write(&file, carry::seal(&carried(), SECRET).unwrap()).unwrap();
    let secret = folder.join("passphrase");
    fs::write(&secret, format!("{SECRET}\n")).unwrap();
    let (file, secret) = (file.to_str().unwrap(), secret.to_str().unwrap());

    let output = read(&[file, "--passphrase-file", secret], "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(name(&output), "王秀英");
    assert!(String::from_utf8_lossy(&output.stderr).contains("--attachments"));
    // By standard input as well, and the files where they are wanted.
    let out = folder.join("files");
    let output = read(&[file, "--attachments", out.to_str().unwrap()], &format!("{SECRET}\n"));
    assert_eq!(name(&output), "王秀英");
    let [found] = &carried().files[..] else { panic!("one file") };
    assert_eq!(fs::read(out.join(format!("{}.pdf", found.sha256))).unwrap(), found.bytes);

    let draft = folder.join("draft.json");
    fs::write(&draft, &output.stdout).unwrap();
    let checked = run(&["check", "SQ031", "--answers", draft.to_str().unwrap()]);
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let issues = checked["issues"].as_array().unwrap();
    assert!(issues.iter().any(|issue| issue["code"] == "required"));
    assert!(!issues.iter().any(|issue| issue["field"] == "applicant.name"));

    // What the public tool has opened already.
    let inside = folder.join("inside.json");
    fs::write(&inside, write_carried(&carried())).unwrap();
    assert_eq!(name(&read(&[inside.to_str().unwrap()], "")), "王秀英");
}

/// Made by `age -p -a` of Debian (1.1.1), from JSON that this program wrote.
#[test]
fn a_file_of_the_public_tool_is_read() {
    assert_eq!(name(&read(&["tests/carried/by-age.age"], SECRET)), "王秀英");
}

#[test]
fn every_fault_is_told_without_an_answer() {
    let folder = folder("read-faults");
    let sealed = carry::seal(&carried(), SECRET).unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let at = folder.join(name);
        fs::write(&at, bytes).unwrap();
        at.to_str().unwrap().to_owned()
    };
    let file = write("a.age", &sealed);
    refused(&[&file], "not it\n", 1, "The passphrase does not fit");
    refused(&[&write("cut.age", &sealed[..sealed.len() - 9])], SECRET, 1, "not complete");
    let mut altered = sealed.clone();
    altered[sealed.len() - 99] ^= 1;
    refused(&[&write("altered.age", &altered)], SECRET, 1, "altered or damaged");
    refused(&[&write("x.pdf", b"%PDF-1.7")], SECRET, 1, "no file saved here");
    refused(&[&write("x.json", b"{\"form\": \"SQ031\"}")], "", 1, "no file saved here");
    refused(&[&file, &file], SECRET, 2, "One file is read at a time");
    refused(&["-"], "", 2, "--passphrase-file");
    refused(&["nowhere.age"], SECRET, 2, "nowhere.age");
    assert!(Path::new(&file).exists());
}
