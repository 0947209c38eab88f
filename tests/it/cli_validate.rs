//! `yuntian validate`: every key, every verdict, and the exit status.

use serde_json::{Value, json};

use crate::cli_answers::run;

fn check(kind: &str, value: &str, want: Value, status: i32) {
    let (out, err, found) = run(&["validate", kind, value], "");
    let verdict: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{kind}: {out}{err}"));
    assert_eq!((verdict, found), (want, status), "{kind}");
}

#[test]
fn every_key_is_there_whatever_the_verdict() {
    let good = |normalized: &str| json!({"verdict": "valid", "code": null, "normalized": normalized, "output": null, "upgraded": null});
    let bad = |code: &str| json!({"verdict": "error", "code": code, "normalized": null, "output": null, "upgraded": null});
    check("cn_id18", "４２０１０５ 19440506 0225", good("420105194405060225"), 0);
    check("cn_id18", "420105194405060252", bad("check_digit"), 1);
    check("bank_card", "6212 3456 7890 1232", good("6212345678901232"), 0);
    check("name", "", bad("empty"), 1);
    let output = |text: &str| json!({"verdict": "valid", "code": null, "normalized": null, "output": text, "upgraded": null});
    check("rmb_upper", "32504", output("人民币叁佰贰拾伍元零肆分"), 0);
    check("bill_date", "2023-02-12", output("贰零贰叁年零贰月壹拾贰日"), 0);
    check("han_date", "2010-10-10", output("二〇一〇年十月十日"), 0);
}

#[test]
fn a_warning_is_good_and_an_old_number_is_upgraded() {
    let (out, _, status) = run(&["validate", "cn_id15", "110105491231002"], "");
    let verdict: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&verdict["upgraded"], status), (&json!("11010519491231002X"), 0), "{out}");
}

#[test]
fn an_unknown_kind_is_wrong_use() {
    let (out, err, status) = run(&["validate", "no_such_kind", "1"], "");
    assert_eq!((out.as_str(), status), ("", 2));
    assert!(err.contains("no_such_kind"), "{err}");
}
