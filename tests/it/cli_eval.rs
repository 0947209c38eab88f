//! `yuntian eval`: values, absent, unknown, errors, and the exit status of each.

use std::{io::Write as _, process::Command};

fn check(expression: &str, data: &str, want: &str, status: i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yuntian"))
        .args(["eval", expression, "--data", "-", "--today", "2026-11-23"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(data.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), want, "{expression}");
    assert_eq!(output.status.code(), Some(status), "{expression}");
}

#[test]
fn every_result_has_its_own_key() {
    let data = r#"{"a": {"b": null, "n": 2.5}, "born": "1944-05-06", "list": [1, 2]}"#;
    check("a.n * 2", data, r#"{"value": 5}"#, 0);
    check("age(born, today)", data, r#"{"value": 82}"#, 0);
    check("date(\"2024-02-29\")", data, r#"{"value": "2024-02-29"}"#, 0);
    check("list.map(x, x + 0.1)", data, r#"{"value": [1.1, 2.1]}"#, 0);
    check("a.b", data, r#"{"absent": true}"#, 0);
    check("a.z > 1 && c.d", data, r#"{"unknown": ["a.z","c.d"]}"#, 0);
    check("1 / 0", data, r#"{"error": "division by zero"}"#, 1);
    check("1 +", data, r#"{"error": "syntax: expected expression at character 3"}"#, 1);
}

#[test]
fn numbers_are_exact() {
    check("0.1 + 0.2", "{}", r#"{"value": 0.3}"#, 0);
    check("12345678901234567890 + 1", "{}", r#"{"value": 12345678901234567891}"#, 0);
    check("1 / 3", "{}", r#"{"value": 0.3333333333}"#, 0);
}

#[test]
fn parameters_come_from_the_catalogue() {
    check("param.oldAgeThreshold", "{}", r#"{"value": 80}"#, 0);
    check("param.oldAgeAllowance80", "{}", r#"{"absent": true}"#, 0);
}

#[test]
fn data_that_is_no_json_is_refused() {
    check("1", "{", "", 1);
}
