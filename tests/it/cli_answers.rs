//! `yuntian check` and `benefits`: the published JSON and the exit status.

use std::{io::Write as _, process::Command};

use serde_json::{Value, json};

/// Runs the command line in the repository, on a fixed day; standard output, standard error, status.
pub(crate) fn run(args: &[&str], input: &str) -> (String, String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yuntian"))
        .args(["--today", "2026-11-23"])
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads no input may be gone already.
    let _gone = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn parsed(out: &str) -> Value {
    serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

#[test]
fn check_lists_the_issues_of_each_refused_example() {
    for (id, folder) in [("SQ031", "forms/items/SQ031/answers"), ("MS01", "forms/benefits/MS01/answers")] {
        let mut n_checked = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path().display().to_string();
            let Some(stem) = path.strip_suffix(".json").filter(|stem| !stem.ends_with(".issues")) else {
                continue;
            };
            let (out, _, status) = run(&["check", id, "--answers", &path], "");
            let found = parsed(&out);
            let is_refused = stem.contains("/refused-");
            assert_eq!((status, &found["ok"]), (i32::from(is_refused), &json!(!is_refused)), "{path}: {out}");
            let issues: Vec<Value> =
                found["issues"].as_array().unwrap().iter().map(without_message).collect();
            if is_refused {
                let want = parsed(&std::fs::read_to_string(format!("{stem}.issues.json")).unwrap());
                assert_eq!(Value::Array(issues), want, "{path}");
            }
            n_checked += 1;
        }
        assert!(n_checked > 2, "{folder}");
    }
}

fn without_message(issue: &Value) -> Value {
    assert!(issue["message"].as_str().is_some_and(|message| !message.is_empty()), "{issue}");
    json!({"field": issue["field"], "code": issue["code"], "severity": issue["severity"]})
}

#[test]
fn check_speaks_both_languages() {
    let says = |lang: &str| {
        let (out, _, _) = run(&["check", "MS01", "--answers", "-", "--lang", lang], "{}");
        parsed(&out)["issues"][0]["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(says("zh"), "请填写“姓名”。暂时没有的，可以先点“稍后填写”。");
    assert_eq!(says("en"), "Please fill in “Name”, or skip it for now.");
}

#[test]
fn answers_that_can_not_be_read_are_refused_and_never_repeated() {
    for input in ["{", "[]", r#"{"applicant": {"name": 4}}"#, r#"{"secret": "420105194405060225"}"#] {
        let (out, err, status) = run(&["check", "SQ031", "--answers", "-"], input);
        assert_eq!((out.as_str(), status), ("", 1), "{input}");
        assert!(!err.is_empty() && !err.contains("420105194405060225"), "{err}");
    }
    let (_, _, status) = run(&["check", "SQ031", "--answers", "/no/such/file"], "");
    assert_eq!(status, 2);
    let (_, _, status) = run(&["check", "SQ999", "--answers", "-"], "{}");
    assert_eq!(status, 2);
}

#[test]
fn benefits_answer_yes_no_and_cannot_tell() {
    let check = |profile: &str, result: &str, n_reasons: usize, missing: Value| {
        let (out, err, status) = run(&["benefits", "--profile", "-", "--lang", "zh"], profile);
        assert_eq!(status, 0, "{err}");
        let rows = parsed(&out);
        let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "MS01").unwrap();
        assert_eq!(row["result"], result, "{out}");
        assert_eq!(row["reasons"].as_array().unwrap().len(), n_reasons, "{out}");
        assert_eq!(row["missing"], missing, "{out}");
    };
    let person = |born: &str, division: &str| {
        format!(r#"{{"person": {{"birthDate": "{born}", "hukouAddress": {{"division": "{division}"}}}}}}"#)
    };
    check(&person("1944-05-06", "420105005003"), "eligible", 0, json!([]));
    check(&person("1946-11-24", "420105005003"), "not_eligible", 1, json!([]));
    check(&person("1950-01-01", "420102001"), "not_eligible", 2, json!([]));
    check("{}", "unknown", 0, json!(["person.birthDate", "person.hukouAddress.division"]));
    check(
        r#"{"person": {"birthDate": "1944-05-06"}, "household": [], "firm": null}"#,
        "unknown",
        0,
        json!(["person.hukouAddress.division"]),
    );
}

#[test]
fn benefits_name_what_contradicts_itself() {
    let told = r#"{"person": {"birthDate": "2000-01-01", "pension": {"scheme": "resident", "years": 30}}}"#;
    let (out, err, status) =
        run(&["benefits", "--profile", "-", "--lang", "en", "--today", "2026-11-23"], told);
    assert_eq!(status, 1, "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
    // Place and sentence; never the answer.
    assert!(err.starts_with("person.pension.years: ") && !err.contains("2000-01-01"), "{err}");
    for row in parsed(&out).as_array().unwrap() {
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        let expect = ["id", "result", "reasons", "missing", "amount", "members", "thresholds"];
        assert_eq!(keys, expect, "{out}");
    }
}

#[test]
fn benefits_test_each_member_and_say_their_thresholds() {
    let told = r#"{"person": {"hukouAddress": {"division": "420105005"}}, "household": [
        {"relation": "20", "birthDate": "2001-03-04", "hukouDistrict": true, "allowanceClaimed": false},
        {"relation": "40", "birthDate": "2025-03-04", "hukouDistrict": true, "allowanceClaimed": true}]}"#;
    let (out, err, status) = run(&["benefits", "--profile", "-", "--today", "2026-11-23"], told);
    assert_eq!(status, 0, "{err}");
    let rows = parsed(&out);
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "MS08").unwrap();
    assert_eq!(row["result"], "eligible", "{row}");
    let members = json!([
        {"path": "household[0]", "result": "not_eligible"}, {"path": "household[1]", "result": "eligible"},
    ]);
    assert_eq!(row["members"], members);
    let threshold = &row["thresholds"][0];
    assert!(threshold["name"].is_string() && threshold["source"].is_string(), "{threshold}");
    assert_eq!(threshold["toConfirm"], threshold["value"].is_null(), "{threshold}");
}
