//! `guides import`: what is taken, what is refused, and that nothing is written that should not be. The exports are made up.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use yuntian::intake;

use super::{cli::run, xlsx};

/// An empty folder for one test of guides.
pub(crate) fn folder(name: &str) -> PathBuf {
    super::cli::folder(&format!("guides/{name}"))
}

/// Imports some bytes and writes to `out` beside them; the report.
fn import(name: &str, ending: &str, bytes: &[u8]) -> (Value, PathBuf) {
    let folder = folder(name);
    let file = folder.join(format!("export.{ending}"));
    fs::write(&file, bytes).unwrap();
    again(&file)
}

fn again(file: &Path) -> (Value, PathBuf) {
    let out = file.parent().unwrap().join("out");
    let output = run(&["guides", "import", file.to_str().unwrap(), "--out", out.to_str().unwrap(), "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(output.status.code(), Some(i32::from(report["ok"] != true)), "{report}");
    (report, out)
}

/// The guides of a folder.
fn guides(out: &Path) -> Vec<Value> {
    let Ok(entries) = fs::read_dir(out) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |file: PathBuf| -> Value { serde_json::from_slice(&fs::read(file).unwrap()).unwrap() };
    files.into_iter().flat_map(|file| read(file)["guides"].as_array().unwrap().clone()).collect()
}

/// Each fault as `row column code`.
fn faults(report: &Value) -> Vec<String> {
    let all = report["faults"].as_array().unwrap().iter();
    all.map(|fault| {
        let word = |key: &str| fault[key].as_str().unwrap().to_owned();
        format!("{} {} {}", fault["row"], word("column"), word("code"))
    })
    .collect()
}

fn csv(name: &str, text: &str, expect: &[&str]) -> (Value, PathBuf) {
    let (report, out) = import(name, "csv", text.as_bytes());
    assert_eq!(faults(&report), expect, "{report}");
    (report, out)
}

#[test]
fn a_portals_export_becomes_guides() {
    let export = json!({"data": [{
        "unifyName": "示例：社区食堂就餐补贴", "rightsCode": "422011999001", "ywCode": "YW-1", "typeName": "公共服务",
        "orgName": "示例区民政局", "schemeLevels": "县级,村级", "serveObject": "个人", "approveLimit": "20", "approveLimitExplain": "从受理起",
        "commitmentLimit": "5个工作日", "acceptanceCondition": "<p>1.年满60周岁</p><p>2.住在本区</p>",
        "materialList": [
            {"materialTitle": "身份证", "isMust": "1", "copiesNum": "1", "materialType": "原件和复印件", "sourceChannel": "政府部门核发",
                "pageformat": "纸质或电子", "acceptStandard": "在有效期内", "freeSubmission": "电子身份证"},
            {"materialTitle": "申请表", "isMust": "0", "copiesNum": 2}
        ],
        "processDescript": "（一）申请；（二）审核", "isCharge": "0", "according": "《示例办法》第一条", "resultList": [{"resultName": "补贴资格"}],
        "jgsdsm": "当面领取", "transactionFrom": "窗口办理、网上办理", "minSeq": "1", "minExplain": "交验原件", "doScope": "全区通办",
        "guidePoint": [{"bldmc": "示例服务大厅", "xxdz": "示例路1号", "blsj": "工作日 9:00-17:00"}], "zxdh": "027-00000000", "jdtsdh": "027-12345",
        "applicantPower": "了解办理进度", "questionInfo": [{"question": "能代办吗", "answer": "能"}], "updateDate": "2026-11-01", "blbm": "x", "somethingNew": "x"
    }]});
    let (report, out) = import("portal", "json", export.to_string().as_bytes());
    assert_eq!((faults(&report), &report["unknownColumns"]), (vec![], &json!(["somethingNew"])), "{report}");
    let [guide] = guides(&out).try_into().unwrap();
    assert_eq!((&guide["id"], &guide["department"]), (&json!("G00001"), &json!("civil")));
    let facts = &guide["guide"];
    for (key, expect) in [
        ("implCode", json!("YW-1")),
        ("matter", json!("service")),
        ("levels", json!(["county", "village"])),
        ("legalLimit", json!({"n": 20, "unit": "workday", "note": {"zh": "从受理起"}})),
        ("promisedLimit", json!({"n": 5, "unit": "workday"})),
        ("conditions", json!([{"zh": "年满60周岁"}, {"zh": "住在本区"}])),
        ("steps", json!([{"zh": "申请"}, {"zh": "审核"}])),
        ("fees", json!({"zh": "不收费"})),
        ("legalBasis", json!([{"title": {"zh": "《示例办法》第一条"}, "toConfirm": true}])),
        ("results", json!([{"title": {"zh": "补贴资格"}, "delivery": {"zh": "当面领取"}}])),
        ("channels", json!(["window", "online"])),
        ("visits", json!({"n": 1, "reason": {"zh": "交验原件"}})),
        ("crossArea", json!("county")),
        ("phone", json!("027-00000000")),
        ("checkedOn", json!("2026-11-01")),
    ] {
        assert_eq!(facts[key], expect, "{key}");
    }
    assert_eq!(
        facts["materials"][0],
        json!({"title": {"zh": "身份证"}, "required": true, "form": {"zh": "原件和复印件"}, "copies": 1, "medium": "either",
            "origin": "government", "licence": {"zh": "电子身份证"}, "standard": {"zh": "在有效期内"}})
    );
    assert_eq!(facts["places"][0]["address"]["zh"], "示例路1号");
    assert_eq!(facts["faq"][0]["answer"]["zh"], "能");
}

/// What is written is what `lint` and `pack` take.
#[test]
fn what_is_written_is_good() {
    let (_, out) = csv("good", "事项名称,实施主体,申请材料\n甲,示例局,身份证；户口簿\n", &[]);
    let forms = out.parent().unwrap().join("forms");
    fs::create_dir_all(forms.join("guides")).unwrap();
    for file in ["catalog.json", "elements.json", "params.json", "settings.json"] {
        fs::copy(format!("{}/forms/{file}", env!("CARGO_MANIFEST_DIR")), forms.join(file)).unwrap();
    }
    let mut catalog: Value = serde_json::from_slice(&fs::read(forms.join("catalog.json")).unwrap()).unwrap();
    catalog["order"] = json!([]);
    fs::write(forms.join("catalog.json"), catalog.to_string()).unwrap();
    fs::copy(out.join("G00001.json"), forms.join("guides/G00001.json")).unwrap();
    let guides = forms.join("guides");
    let output = run(&["lint", "--json", "--forms", forms.to_str().unwrap(), guides.to_str().unwrap()]);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "[]");
}

#[test]
fn names_of_columns_of_three_sorts_are_taken() {
    for (n, head) in [
        "事项名称,实施主体,承诺办结时限",
        "name,authority,promised_limit",
        "unifyName,orgName,commitmentLimit",
    ]
    .iter()
    .enumerate()
    {
        let (_, out) = csv(&format!("heads{n}"), &format!("{head}\n甲,示例局,3\n"), &[]);
        assert_eq!(guides(&out)[0]["guide"]["promisedLimit"]["n"], 3, "{head}");
    }
}

#[test]
fn each_encoding_is_found() {
    let text = "事项名称,实施主体\n高龄津贴甲,示例局\n";
    let marked = ["\u{feff}", text].concat();
    let gb = encoding_rs::GB18030.encode(text).0.into_owned();
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (name, bytes, encoding) in [
        ("utf8", text.as_bytes(), "UTF-8"),
        ("bom", marked.as_bytes(), "UTF-8"),
        ("gbk", &gb, "GB 18030"),
        ("utf16", &wide, "UTF-16"),
    ] {
        let (report, out) = import(name, "csv", bytes);
        assert_eq!(report["encoding"], encoding);
        assert_eq!(guides(&out)[0]["title"]["zh"], "高龄津贴甲", "{name}");
    }
}

#[test]
fn a_bad_row_is_told_and_the_good_ones_are_taken() {
    let head = "事项名称,实施主体,实施编码,更新日期,承诺办结时限,事项类型,到现场次数\n";
    let rows = "甲,示例局,1,2026-11-01,3,公共服务,1\n,示例局,2,,,,\n乙,,3,,,,\n丙,示例局,1,,,,\n丁,=A1,5,,,,\n\
                戊,示例局,6,2026-02-30,尽快,行政处罚,几次\n己,示例局,7,,,,\n庚,示例局,8,2027-01-01,,,\n";
    let (report, out) = csv(
        "rows",
        &[head, rows].concat(),
        &[
            "3 事项名称 missing",
            "4 实施主体 missing",
            "5 实施编码 duplicate",
            "6 实施主体 formula",
            "7 事项类型 unknown_word",
            "7 承诺办结时限 bad_limit",
            "7 到现场次数 bad_number",
            "7 更新日期 bad_date",
            "9 更新日期 bad_date",
        ],
    );
    let titles: Vec<Value> = guides(&out).iter().map(|guide| guide["title"]["zh"].clone()).collect();
    assert_eq!(titles, ["甲", "戊", "己", "庚"]);
    assert_eq!(report["counts"]["refused"], 4);
    assert_eq!(guides(&out)[1]["guide"].get("promisedLimit"), None);
}

#[test]
fn no_formula_is_taken_or_written() {
    for (n, cell) in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"].iter().enumerate() {
        let text = format!("事项名称,实施主体,受理条件\n甲,示例局,\"{cell}\"\n乙,示例局,好\n");
        let (_, out) = csv(&format!("formula{n}"), &text, &["2 受理条件 formula"]);
        assert_eq!(guides(&out).len(), 1);
        assert!(!fs::read_to_string(out.join("G00001.json")).unwrap().contains(cell));
    }
}

#[test]
fn what_portals_write_for_nothing_is_nothing() {
    let (_, out) = csv("nothing", "事项名称,实施主体,承诺办结时限,咨询电话\n甲,示例局,-,无\n", &[]);
    let facts = &guides(&out)[0]["guide"];
    assert_eq!((facts.get("promisedLimit"), facts.get("phone")), (None, None));
}

#[test]
fn missing_columns_are_told_once() {
    let (report, out) = csv("columns", "事项名称,心情\n甲,好\n乙,好\n", &[]);
    assert_eq!(report["missingColumns"][0], "实施主体");
    assert_eq!((&report["unknownColumns"], &report["counts"]["refused"]), (&json!(["心情"]), &json!(2)));
    assert_eq!(guides(&out), [json!(null); 0]);
}

#[test]
fn materials_come_in_three_ways() {
    let list = r#"[{""materialTitle"": ""身份证"", ""isMust"": ""必要""}, {""materialTitle"": ""照片"", ""copiesNum"": ""很多""}]"#;
    let text = format!(
        "事项名称,实施主体,申请材料\n甲,示例局,\"{list}\"\n乙,示例局,身份证；户口簿\n丙,示例局,\"[{{\"\n"
    );
    let (_, out) = csv("materials", &text, &["2 申请材料 bad_number", "4 申请材料 bad_json"]);
    let of = |n: usize| guides(&out)[n]["guide"]["materials"].clone();
    assert_eq!(of(0), json!([{"title": {"zh": "身份证"}, "required": true}, {"title": {"zh": "照片"}}]));
    assert_eq!(of(1), json!([{"title": {"zh": "身份证"}}, {"title": {"zh": "户口簿"}}]));

    let book = xlsx::book(&[
        ("事项", &[&["事项名称", "实施主体", "实施编码"], &["甲", "示例局", "Y1"]]),
        (
            "材料",
            &[
                &["实施编码", "材料名称", "是否必要"],
                &["Y1", "身份证", "是"],
                &["Y1", "照片", "否"],
                &["Y9", "没人要", "是"],
            ],
        ),
    ]);
    let (report, out) = import("sheets", "xlsx", &book);
    assert_eq!(faults(&report), ["4 实施编码 no_guide"], "{report}");
    assert_eq!(guides(&out)[0]["guide"]["materials"][1], json!({"title": {"zh": "照片"}, "required": false}));
}

#[test]
fn a_spreadsheets_formulas_and_lost_digits_are_told() {
    let book = xlsx::book(&[(
        "事项",
        &[
            &["事项名称", "实施主体", "实施编码", "法定办结时限"],
            &["甲", "示例局", "Y1", "=10+10"],
            &["乙", "示例局", "#421000000000000001", "#20"],
            &["丙", "示例局", "Y3", "#20"],
            &["+86 电话服务", "示例局", "Y4", "#20"],
        ],
    )]);
    let (report, out) = import("xlsx", "xlsx", &book);
    assert_eq!(faults(&report), ["2 法定办结时限 formula", "3 实施编码 digits_lost"]);
    let found = guides(&out);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["guide"]["legalLimit"]["n"], 20);
}

#[test]
fn ids_stay_with_their_codes() {
    let (_, out) = csv("ids", "事项名称,实施主体,实施编码\n甲,示例局,Y1\n乙,示例局,\n", &[]);
    let file = out.parent().unwrap().join("export.csv");
    // In another order, with another name and one more; somebody added another name by hand.
    let by_hand = fs::read_to_string(out.join("G00001.json")).unwrap().replacen(
        "\"authority\"",
        "\"synonyms\":[\"别名\"],\"authority\"",
        1,
    );
    fs::write(out.join("G00001.json"), by_hand).unwrap();
    fs::write(&file, "事项名称,实施主体,实施编码\n丙,示例局,Y3\n乙,示例局,\n甲（新名）,示例局,Y1\n").unwrap();
    let (report, out) = again(&file);
    let found: Vec<_> =
        guides(&out).iter().map(|guide| (guide["id"].clone(), guide["title"]["zh"].clone())).collect();
    assert_eq!(
        found,
        [
            (json!("G00001"), json!("甲（新名）")),
            (json!("G00002"), json!("乙")),
            (json!("G00003"), json!("丙"))
        ]
    );
    assert_eq!(guides(&out)[0]["guide"]["synonyms"], json!(["别名"]));
    assert_eq!(
        report["counts"],
        json!({"rows": 3, "new": 1, "changed": 1, "same": 1, "hasForm": 0, "refused": 0, "kept": 0})
    );
    // The same once more changes nothing; what is no longer exported stays.
    fs::write(&file, "事项名称,实施主体,实施编码\n乙,示例局,\n").unwrap();
    let (report, _) = again(&file);
    assert_eq!(
        (&report["counts"]["kept"], &report["counts"]["same"], &report["files"]),
        (&json!(2), &json!(1), &json!([]))
    );
}

#[test]
fn an_item_that_has_a_form_is_left() {
    let (report, out) =
        csv("form", "事项名称,实施主体,基本编码\n高龄津贴申领,示例局,000511011000\n别的,示例局,\n", &[]);
    assert_eq!(report["rows"][0], json!({"row": 2, "result": "has_form", "id": "SQ031"}));
    assert_eq!(guides(&out).len(), 1);
}

#[test]
fn what_is_too_long_is_refused() {
    let text = format!(
        "事项名称,实施主体,受理条件\n{},示例局,\n乙,示例局,{}\n丙,示例局,{}\n丁,示例局,短\n",
        "长".repeat(201),
        "长".repeat(8001),
        "长；".repeat(3999)
    );
    let (_, out) = csv("long", &text, &["2 事项名称 too_long", "3 受理条件 too_long", "4  too_long"]);
    assert_eq!(guides(&out).len(), 1);
}

/// Refused as a whole: exit status 1, a sentence that says where, and nothing written.
fn refused(name: &str, ending: &str, bytes: &[u8], expect: &str) {
    let folder = folder(name);
    let (file, out) = (folder.join(format!("export.{ending}")), folder.join("out"));
    fs::write(&file, bytes).unwrap();
    let output = run(&["guides", "import", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), said.contains(expect)), (Some(1), true), "{said}");
    assert!(!out.exists());
}

#[test]
fn a_broken_file_is_refused_with_its_place() {
    refused("quote", "csv", "事项名称,实施主体\n甲,\"示例局\n".as_bytes(), "line 2");
    refused("json", "json", b"[{\"unifyName\": \"a\",\n}]", "line 2, column 1");
    refused("list", "json", b"[1]", "/0");
    refused("bytes", "csv", b"a,b\n\xFF\xFF\n", "第 2 行");
    refused("zip", "xlsx", b"PK\x03\x04 not a spreadsheet", "zip");
    refused("ending", "doc", b"x", ".xlsx");
    refused("empty", "csv", b"", "没有内容");
    refused("head", "csv", "事项名称,实施主体\n".as_bytes(), "没有内容");
    let book = xlsx::book(&[("事项", &[&["事项名称", "实施主体"], &["甲", "示例局"]])]);
    refused("cut", "xlsx", &book[..book.len() / 2], "zip");
}

#[test]
fn limits_are_told_before_anything_is_read() {
    let folder = folder("limits");
    let file = folder.join("export.csv");
    fs::File::create(&file).unwrap().set_len(51 * 1024 * 1024).unwrap();
    let output = run(&["guides", "import", file.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("最多 50 MB"));
    assert_eq!(output.status.code(), Some(1));
    refused("many", "csv", "甲\n".repeat(200_002).as_bytes(), "最多 200000 行");
}

#[test]
fn nothing_is_written_unless_asked() {
    let folder = folder("dry");
    let forms = folder.join("forms");
    fs::create_dir_all(&forms).unwrap();
    let file = folder.join("export.csv");
    fs::write(&file, "事项名称,实施主体\n甲,示例局\n").unwrap();
    let run = |more: &[&str]| {
        let args = [&["guides", "import", file.to_str().unwrap(), "--forms", forms.to_str().unwrap()], more]
            .concat();
        run(&args)
    };
    let output = run(&[]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("没有写入"));
    assert!(!forms.join("guides").exists());
    assert_eq!(run(&["--write"]).status.code(), Some(0));
    assert_eq!(guides(&forms.join("guides")).len(), 1);
    // What is there and is no file of guides is neither read as one nor written over.
    fs::write(forms.join("guides/other.json"), "{}").unwrap();
    assert_eq!(run(&["--write"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(forms.join("guides/other.json")).unwrap(), "{}");
}

/// Whatever the bytes are, there is an answer.
#[test]
fn altered_files_end_without_a_panic() {
    let book = xlsx::book(&[(
        "事项",
        &[&["事项名称", "实施主体", "申请材料"], &["甲", "示例局", "身份证"], &["乙", "=1", "#3"]],
    )]);
    let csv = "事项名称,实施主体,申请材料\n甲,\"示例局\",\"[{\"\"title\"\": \"\"身份证\"\"}]\"\n";
    let json = r#"{"data": [{"unifyName": "甲", "orgName": "示例局", "materialList": [{"materialTitle": "身份证", "isMust": 1}]}]}"#;
    for (name, good) in [("a.xlsx", &book[..]), ("a.csv", csv.as_bytes()), ("a.json", json.as_bytes())] {
        for at in (0..good.len()).step_by(3) {
            for (bit, cut) in [(1, false), (0x20, false), (0x80, false), (0, true)] {
                let mut bytes = good.to_vec();
                bytes[at] ^= bit;
                bytes.truncate(if cut { at } else { good.len() });
                if let Ok(book) = intake::book(name, &bytes) {
                    let _import = intake::guides(&book, intake::Known::default());
                }
            }
        }
    }
}
