//! Tables of rows through the whole line: entered, checked row by row, added up, moved, exported and read back.

use std::rc::Rc;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use yuntian::{
    catalog,
    model::{Datum, Draft, Entry, Form, Kind, Locale, Path, Rows, SortedMap, Tables, Value},
    packet, record,
    session::{Action, FormView, Session, view},
    validate::{self, Issue, Severity},
};

use super::validate::today;
use crate::catalog::sources;

const FORM: &str = r##"{
  "format": "yuntian/1", "id": "SQ998", "version": 1, "validFrom": "2026-01-01",
  "title": {"zh": "样", "en": "All"}, "department": {"zh": "样", "en": "All"}, "minutes": 1,
  "guide": {"summary": {"zh": "样", "en": "All"}, "source": "x", "checkedOn": "2026-11-23"},
  "answers": {"type": "object", "required": ["family"], "properties": {
    "name": {"type": "string", "x-kind": "name", "x-label": {"zh": "姓名", "en": "Name"}},
    "family": {"type": "array", "maxItems": 5, "x-label": {"zh": "家庭成员", "en": "Family"}, "items": {
      "type": "object", "required": ["name"], "properties": {
        "name": {"type": "string", "x-kind": "name", "x-label": {"zh": "姓名", "en": "Name"}},
        "idNumber": {"$ref": "../../elements.json#/$defs/idNumber"},
        "birthDate": {"$ref": "../../elements.json#/$defs/birthDate"},
        "works": {"type": "boolean", "x-label": {"zh": "就业", "en": "Works"}},
        "income": {"type": "integer", "minimum": 0, "x-label": {"zh": "收入", "en": "Income"}},
        "fee": {"type": "string", "x-kind": "money", "x-label": {"zh": "学费", "en": "Fee"}},
        "area": {"type": "number", "x-label": {"zh": "面积", "en": "Area"}},
        "needs": {"type": "array", "items": {"type": "string", "oneOf": [
          {"const": "meal", "x-label": {"zh": "助餐", "en": "Meals"}}, {"const": "care", "x-label": {"zh": "照料", "en": "Care"}}]},
          "x-label": {"zh": "需要", "en": "Needs"}},
        "yearly": {"type": "integer", "readOnly": true, "x-label": {"zh": "年收入", "en": "A year"}},
        "home": {"$ref": "../../elements.json#/$defs/address"}}}},
    "total": {"type": "integer", "readOnly": true, "x-label": {"zh": "合计", "en": "Total"}},
    "adults": {"type": "integer", "readOnly": true, "x-label": {"zh": "成年", "en": "Adults"}}}},
  "pages": [
    {"id": "who", "title": {"zh": "谁", "en": "Who"}, "sections": [{"fields": ["name"]}]},
    {"id": "kin", "title": {"zh": "家", "en": "Family"}, "sections": [{"fields": ["family", "total"]}]}],
  "rules": [
    {"on": "total", "value": "sum(family.map(f, f.income))"},
    {"on": "adults", "value": "size(family.filter(f, age(f.birthDate, today) >= 18))"},
    {"on": "family.yearly", "value": "family.income * 12"},
    {"on": "family.income", "show": "family.works"},
    {"on": "family.income", "require": "family.works"},
    {"on": "family.income", "check": "family.income <= 9000 || family.name == name", "message": {"zh": "太高", "en": "Too much"}},
    {"on": "family.name", "check": "family.exists_one(f, f.name == family.name)", "message": {"zh": "重复", "en": "Twice"}}]
}"##;

fn form() -> Form {
    let mut sources = sources();
    let name = "items/SQ998/form.json";
    sources.0.insert(name.to_owned(), FORM.as_bytes().to_vec());
    let (pack, diagnostics) = catalog::pack(&sources, name);
    catalog::open(&pack.unwrap_or_else(|| panic!("{diagnostics:?}"))).0.unwrap()
}

fn found(answers: Json) -> Result<Json, Vec<String>> {
    let form = form();
    let entered = record::read(answers.to_string().as_bytes(), &form).unwrap();
    let rows = Rows::of(&form, entered.answers());
    let said = |issue: &Issue| format!("{} {}", rows.border(&issue.field), issue.kind.code());
    match validate::finish(&form, entered.answers(), &Tables::default(), today()) {
        Ok(done) => {
            let exported = record::export(&form, &done);
            same_again(&form, &exported, &record::canonical(&form, &done));
            Ok(serde_json::from_slice::<Json>(&exported).unwrap()["answers"].clone())
        }
        Err(issues) => {
            let errors = issues.iter().filter(|issue| issue.severity == Severity::Error);
            Err(errors.map(said).collect())
        }
    }
}

fn same_again(form: &Form, exported: &[u8], canonical: &[u8]) {
    let again = record::read(exported, form).unwrap();
    let again = validate::finish(form, again.answers(), &Tables::default(), today()).unwrap();
    assert_eq!(record::canonical(form, &again), canonical, "read back");
}

#[test]
fn rows_are_added_up_and_derived() {
    let answers = json!({"name": "王秀英", "family": [
        {"name": "王秀英", "works": true, "income": 20000, "idNumber": "420105194405060225"},
        {"name": "李华", "works": false, "home": {"place": "湖北", "detail": "1号"}},
        {"name": "张三"}]});
    let done = found(answers).unwrap();
    assert_eq!(done["total"], 20000);
    assert_eq!(done["adults"], 1);
    assert_eq!(done["family"][0]["yearly"], 240_000);
    assert_eq!(done["family"][0]["birthDate"], "1944-05-06");
    assert_eq!(
        done["family"][1],
        json!({"name": "李华", "works": false, "home": {"place": "湖北", "detail": "1号"}})
    );
    assert_eq!(done["family"].as_array().unwrap().len(), 3);
}

#[test]
fn every_kind_is_read_into_its_row() {
    let family = json!([
        {"name": "李华", "fee": "1234.50", "area": 58.5, "needs": ["meal", "care"]},
        {"name": "张三", "fee": "0.05", "area": 7, "needs": ["care"]}]);
    let done = found(json!({"name": "王秀英", "family": family})).unwrap();
    assert_eq!(done["family"], family);
}

#[test]
fn what_is_wrong_names_its_row_from_0() {
    let check = |family: Json, expect: &[&str]| {
        assert_eq!(found(json!({"name": "王秀英", "family": family})).unwrap_err(), expect);
    };
    check(json!([{"name": "李华"}, {}]), &["family[1].name required"]);
    check(
        json!([{"name": "李华", "idNumber": "420105194405060226"}, {"name": "张三", "works": true}]),
        &["family[0].idNumber check_digit", "family[1].income required"],
    );
    check(json!([{"name": "李华", "works": true, "income": 9001}]), &["family[0].income check"]);
    check(
        json!([{"name": "李华"}, {"name": "张三"}, {"name": "李华"}]),
        &["family[0].name check", "family[2].name check"],
    );
    check(json!([]), &["family required"]);
    check(json!(null), &["family required"]);
    let six: Vec<Json> =
        ["一", "二", "三", "四", "五", "六"].iter().map(|name| json!({"name": name})).collect();
    check(json!(six), &["family too_many_rows"]);
}

#[test]
fn a_table_of_500_rows_is_taken_and_of_501_refused() {
    let form = form();
    let of = |n| json!({"family": vec![json!({"name": "李华"}); n]}).to_string();
    assert!(record::read(of(500).as_bytes(), &form).is_ok());
    assert!(record::read(of(501).as_bytes(), &form).is_err());
    assert!(record::read(br#"{"family": [1]}"#, &form).is_err());
    assert!(record::read(br#"{"family": [{"nowhere": 1}]}"#, &form).is_err());
    assert!(record::read(br#"{"family#1": {}}"#, &form).is_err());
}

/// What a form file may not do with a table.
#[test]
fn a_forms_faults_about_tables_are_named() {
    let check = |from: &str, to: &str, expect: &str| {
        assert!(FORM.contains(from), "{from}");
        let mut sources = sources();
        let name = "items/SQ998/form.json";
        sources.0.insert(name.to_owned(), FORM.replacen(from, to, 1).into_bytes());
        let found: Vec<String> = catalog::lint_file(&sources, name, today())
            .iter()
            .map(|found| format!("{} {}", found.code.id(), found.place.pointer))
            .collect();
        assert!(found.iter().any(|found| found == expect), "{found:?}");
    };
    check("sum(family.map(f, f.income))", "family.income", "F006 /rules/0/value");
    check("\"items\": {", "\"itens\": {", "F005 /answers/properties/family");
    check("\"maxItems\": 5", "\"maxItems\": 501", "F003 /answers/properties/family/maxItems");
}

/// A form without an official table gets one of its pages: every question in it, a table's rows under their header.
#[test]
fn a_form_without_a_grid_has_papers() {
    let form = form();
    assert!(form.documents.is_empty());
    let settings = catalog::settings(&sources().0["settings.json"]).0.unwrap();
    let files = packet::Files::default();
    let ctx = packet::Context {
        form: &form,
        settings: &settings,
        locale: Locale::Zh,
        today: today(),
        files: &files,
        helper: None,
    };
    let rows = |paper: &packet::Paper| -> Vec<packet::BlockRow> {
        let blocks = paper.documents.iter().filter(|document| document.id == "application");
        let blocks = blocks.flat_map(|document| &document.blocks);
        let tables = blocks.filter_map(|block| match block {
            packet::Block::Table(table) => Some(table.rows.clone()),
            packet::Block::Text(_)
            | packet::Block::Split { .. }
            | packet::Block::List { .. }
            | packet::Block::Signature { .. }
            | packet::Block::Picture(_)
            | packet::Block::Space(_) => None,
        });
        tables.flatten().collect()
    };
    for row in rows(packet::blank(ctx).paper()) {
        assert_eq!(row.cells.iter().map(|cell| usize::from(cell.span)).sum::<usize>(), 12, "{row:?}");
    }
    let answers = json!({"name": "王秀英", "family": [
        {"name": "李一", "works": true, "income": 1}, {"name": "李二"}, {"name": "李三"}, {"name": "李四"}]});
    let entered = record::read(answers.to_string().as_bytes(), &form).unwrap();
    let survey = validate::survey(&form, entered.answers(), &Tables::default(), today());
    let say = |_: &Issue, label: &str, _: Locale| label.to_owned();
    let filled = rows(packet::draft(ctx, &survey, &say).paper());
    let asked: std::collections::BTreeSet<String> = filled
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| Some(cell.path.as_ref()?.to_string()))
        .collect();
    for path in [
        "name",
        "total",
        "family#1.name",
        "family#4.name",
        "family#2.idNumber",
        "family#3.home",
        "family#1.yearly",
    ] {
        assert!(asked.contains(path), "{path} {asked:?}");
    }
    let n_headers = filled.iter().filter(|row| row.is_header).count();
    let n_repeated = filled.iter().filter(|row| row.is_repeated).count();
    assert_eq!(n_repeated, 4 * n_headers);
}

fn session() -> Session {
    Session::new(Rc::new(form()), today()).apply(&Action::GoTo(Some(yuntian::model::PageId::new("kin"))))
}

fn act(session: &Session, actions: &[Action]) -> Session {
    actions.iter().fold(session.clone(), |session, action| session.apply(action))
}

fn enter(path: &str, raw: &str) -> Action {
    Action::Enter { path: Path::new(path), raw: raw.to_owned() }
}

fn row(path: &str) -> Path {
    Path::new(path)
}

fn table(view: &FormView) -> Vec<(String, Vec<String>)> {
    let field = view.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
    let field = field.into_iter().find(|field| *field.kind == Kind::Rows).unwrap();
    let rows = field.rows.iter();
    rows.map(|row| (row.path.to_string(), row.fields.iter().map(|field| field.raw.clone()).collect()))
        .collect()
}

#[test]
fn rows_are_added_moved_and_taken_away() {
    let add = Action::AddRow(Path::new("family"));
    let three = act(&session(), &[add.clone(), add.clone(), add.clone()]);
    let three = act(
        &three,
        &[enter("family#1.name", "一"), enter("family#2.name", "二"), enter("family#3.name", "三")],
    );
    let names = |session: &Session| {
        let view = view(session, None, Locale::Zh);
        table(&view).into_iter().map(|(path, raws)| format!("{path} {}", raws[0])).collect::<Vec<_>>()
    };
    assert_eq!(names(&three), ["family#1 一", "family#2 二", "family#3 三"]);
    let moved = three.apply(&Action::MoveRow { row: row("family#3"), to: 0 });
    assert_eq!(names(&moved), ["family#3 三", "family#1 一", "family#2 二"]);
    let same = moved.apply(&Action::MoveRow { row: row("family#3"), to: 2 });
    assert_eq!(same.answers(), three.answers(), "moving back is the identity");
    let fewer = moved.apply(&Action::RemoveRow(row("family#1")));
    assert_eq!(names(&fewer), ["family#3 三", "family#2 二"]);
    assert!(!fewer.answers().entries.keys().any(|path| path.as_str().starts_with("family#1")));
    let more = fewer.apply(&add);
    assert_eq!(names(&more), ["family#3 三", "family#2 二", "family#4 "]);
    let none = act(&fewer, &[Action::RemoveRow(row("family#2")), Action::RemoveRow(row("family#3"))]);
    assert!(none.answers().entries.is_empty());
    // The table takes five rows and no more; what is not there can not be changed.
    let full = act(&more, &[add.clone(), add.clone(), add.clone(), add]);
    assert_eq!(names(&full).len(), 5);
    for action in [
        enter("family#99.name", "x"),
        enter("family#3", "x"),
        enter("family", "x"),
        Action::RemoveRow(row("family")),
        Action::RemoveRow(row("family#99")),
        Action::RemoveRow(row("family#3.name")),
        Action::MoveRow { row: row("family#99"), to: 0 },
        Action::AddRow(row("name")),
        Action::AddRow(row("family#3")),
        Action::Leave(row("family#99.name")),
    ] {
        assert_eq!(full.apply(&action).draft(), full.draft(), "{action:?}");
    }
}

#[test]
fn a_row_that_was_taken_away_comes_back_as_it_was() {
    let add = Action::AddRow(Path::new("family"));
    let back = Action::RestoreRow(Path::new("family"));
    let removed = |session: &Session| {
        let view = view(session, None, Locale::Zh);
        view.pages[1].sections[0].fields[0].removed
    };
    let entered =
        [enter("family#1.name", "一"), enter("family#2.name", "二"), enter("family#2.home.detail", "1号")];
    let two = act(&act(&session(), &[Action::Next, add.clone(), add.clone()]), &entered);
    assert_eq!((removed(&two), two.apply(&back).draft() == two.draft()), (None, true));

    let one = two.apply(&Action::RemoveRow(row("family#2")));
    assert_eq!(removed(&one), Some(1));
    assert_eq!(one.apply(&back).draft(), two.draft());
    assert_eq!(removed(&one.apply(&back)), None);

    // Its id was given away meanwhile, and an empty row leaves nothing to bring back.
    let other = act(&one, &[add.clone(), enter("family#2.name", "三"), back.clone()]);
    assert_eq!(other.answers().raw(&Path::new("family#3.home.detail")), "1号");
    assert_eq!(other.answers().raw(&Path::new("family#2.name")), "三");
    let empty = act(&two, &[add.clone(), Action::RemoveRow(row("family#3"))]);
    assert_eq!(removed(&empty), None);

    // Two come back one after the other, the last one first; a full table takes none, and another page keeps none.
    let none = act(&two, &[Action::RemoveRow(row("family#1")), Action::RemoveRow(row("family#2"))]);
    assert_eq!(act(&none, &[back.clone(), back.clone()]).draft(), two.draft());
    let full = act(&one, &[add.clone(), add.clone(), add.clone(), add]);
    assert_eq!(removed(&full), None);
    assert_eq!(full.apply(&back).draft(), full.draft());
    assert_eq!(act(&one, &[Action::Back, back]).answers(), one.answers());
}

#[test]
fn a_key_in_a_row_leaves_the_others_as_they_are() {
    let add = Action::AddRow(Path::new("family"));
    let entered = [enter("family#1.works", "true"), enter("family#1.income", "1")];
    let before = act(&act(&session(), &[add.clone(), add]), &entered);
    let old = view(&before, None, Locale::Zh);
    let after = before.apply(&enter("family#1.income", "12"));
    let new = view(&after, Some(&old), Locale::Zh);
    assert_eq!(new, view(&after, None, Locale::Zh));
    let rows = |view: &FormView| {
        let fields = view.pages[1].sections[0].fields.iter();
        fields.flat_map(|field| field.rows.clone()).collect::<Vec<_>>()
    };
    let (old, new) = (rows(&old), rows(&new));
    assert!(Rc::ptr_eq(&old[1], &new[1]), "the other row is shared");
    assert!(!Rc::ptr_eq(&old[0], &new[0]));
    let kept = old[0].fields.iter().zip(&new[0].fields).filter(|(old, new)| Rc::ptr_eq(old, new)).count();
    // The income itself, and the year's that follows from it.
    assert_eq!((kept, new[0].fields.len()), (8, 10));
}

#[test]
fn a_draft_keeps_the_order_of_rows() {
    let add = Action::AddRow(Path::new("family"));
    let moved = act(
        &session(),
        &[
            add.clone(),
            add,
            enter("family#2.name", "二"),
            Action::MoveRow { row: row("family#2"), to: 0 },
            Action::Leave(row("family#2.name")),
        ],
    );
    let draft = record::read_draft(&record::write_draft(&moved.draft())).unwrap();
    assert_eq!(draft, moved.draft());
    let again = Session::resume(Rc::new(form()), draft, today());
    assert_eq!(view(&again, None, Locale::Zh).pages, view(&moved, None, Locale::Zh).pages);
}

/// A draft that no session would write: rows named twice, the largest id, rows where no table is.
#[test]
fn a_strange_draft_is_taken() {
    let mut draft = Draft::new(yuntian::model::FormId::new("SQ998"), 1);
    let ids = |ids: &[u32]| Entry::Rows(ids.iter().map(|id| yuntian::model::RowId(*id)).collect());
    draft.answers.entries = SortedMap::from([
        (Path::new("family"), ids(&[u32::MAX, 3, 3])),
        (Path::new("name"), ids(&[1])),
        (Path::new("family#3.name"), Entry::Text("三".to_owned())),
        (Path::new("family#x.name"), Entry::Text("四".to_owned())),
    ]);
    let session = Session::resume(Rc::new(form()), draft, today());
    let session = session.apply(&Action::AddRow(Path::new("family")));
    let view = view(&session, None, Locale::Zh);
    let paths: Vec<String> = table(&view).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["family#4294967295", "family#3", "family#1"]);
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let path = proptest::sample::select(vec![
        "family",
        "family#1",
        "family#2",
        "family#3",
        "family#1.name",
        "family#2.income",
        "family#2.works",
        "family#1.home.detail",
        "family#1.idNumber",
        "family#9.name",
        "family#",
        "#",
        "name",
        "total",
        "",
        "family#1#2",
        "family#4294967295",
    ])
    .prop_map(Path::new);
    let raw = proptest::sample::select(vec!["", "王", "12", "true", "420105194405060225", "x"]);
    let action = prop_oneof![
        3 => Just(Action::AddRow(Path::new("family"))),
        1 => path.clone().prop_map(Action::AddRow),
        4 => (path.clone(), raw).prop_map(|(path, raw)| Action::Enter { path, raw: raw.to_owned() }),
        2 => path.clone().prop_map(Action::RemoveRow),
        2 => Just(Action::RestoreRow(Path::new("family"))),
        2 => (path.clone(), 0_usize..4).prop_map(|(row, to)| Action::MoveRow { row, to }),
        1 => path.clone().prop_map(Action::Leave),
        1 => path.prop_map(Action::TakeOffer),
        1 => Just(Action::Next),
        1 => Just(Action::Skip),
        1 => Just(Action::Back),
    ];
    proptest::collection::vec(action, 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_actions_are_taken(actions in actions()) {
        let mut session = session();
        let mut old = view(&session, None, Locale::Zh);
        for action in actions {
            session = session.apply(&action);
            let new = view(&session, Some(&old), Locale::Zh);
            prop_assert_eq!(&new, &view(&session, None, Locale::Zh));
            // What stands in no row of the table is gone.
            let rows = Rows::of(session.form(), session.answers());
            let lost = session.answers().entries.keys().filter(|path| path.in_table().is_some() && rows.idx(path).is_none());
            prop_assert_eq!(lost.count(), 0);
            let _ = record::write_draft(&session.draft());
            old = new;
        }
    }

    #[test]
    fn the_total_does_not_depend_on_the_order(incomes in proptest::collection::vec(0_u32..9000, 1..5), to in 0_usize..5) {
        let add = Action::AddRow(Path::new("family"));
        let mut session = session();
        for (idx, income) in incomes.iter().enumerate() {
            let at = |name: &str| format!("family#{}.{name}", idx + 1);
            session = act(&session, &[add.clone(), enter(&at("works"), "true"), enter(&at("income"), &income.to_string())]);
        }
        let total = |session: &Session| session.state().fields.get(&Path::new("total")).unwrap().datum.clone();
        let want = Datum::Value(Value::Number(incomes.iter().sum::<u32>().into()));
        prop_assert_eq!(&total(&session), &want);
        let moved = session.apply(&Action::MoveRow { row: row("family#1"), to });
        prop_assert_eq!(&total(&moved), &want);
        prop_assert_eq!(moved.answers().entries.len(), session.answers().entries.len());
    }
}
