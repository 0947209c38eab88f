//! Replays what the fuzzers know (`tests/fuzz/corpus`) on stable.

use std::{fs, path::Path};

#[path = "../fuzz/src/targets.rs"]
mod targets;

/// Runs a fuzzer's code over each file of its corpus; at least `least` of them.
fn replay(target: &str, least: usize, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= least, "{target}: {} files", files.len());
    for file in files {
        // Printed where a case panics, so that the file is known.
        println!("{}", file.display());
        run(&fs::read(&file).unwrap());
    }
}

#[test]
fn rule() {
    replay("rule", 40, targets::rule);
}

#[test]
fn form_file() {
    replay("form_file", 20, targets::form_file);
}

#[test]
fn answers() {
    // Without the catalogue's forms nothing would be tried.
    assert_eq!(targets::forms().len(), 2);
    replay("answers", 15, targets::answers);
}
