//! Papers of a small form: what stands in each cell, what a cover lists.

use super::*;
use crate::{
    model::{
        Align, Cell, CellContent, Choice, Consent, ConsentText, Document as Source, Field, FormId, FormKind,
        Grid, Guide, Kind, Localized, Page, PageId, Params, Path, Purpose, Role, Row, Rows, Section,
        Sensitivity, Shape, SortedMap, TextFormat, Tick, Value,
    },
    rules,
    validate::{IssueKind, Severity},
};

fn words(zh: &str) -> Localized {
    Localized { zh: zh.to_owned(), en: None }
}

fn field(path: &str, kind: Kind, label: &str, role: Option<&str>) -> Field {
    Field {
        path: Path::new(path),
        kind,
        label: words(label),
        print: None,
        hint: None,
        help: None,
        role: role.map(|role| Role(role.to_owned())),
        owner: None,
        sensitivity: Sensitivity::General,
        purpose: None,
        autocomplete: None,
        is_required: true,
        is_read_only: false,
        shape: Shape::default(),
    }
}

fn cell(span: u8, content: CellContent) -> Cell {
    Cell { span, down: 1, align: Align::Start, content }
}

fn bind(path: &str) -> CellContent {
    CellContent::Bind(Path::new(path), TextFormat::Plain)
}

fn row(when: Option<&str>, cells: Vec<Cell>) -> Row {
    let when = when.map(|source| rules::parse(source).unwrap());
    Row { height: 9.0, when, each: None, min: 0, is_header: false, cells }
}

fn form() -> Form {
    let medium =
        ["card", "book"].map(|code| Choice { code: code.to_owned(), label: words(code), print: None });
    let tick = |code: &str, label: &str| Tick {
        path: Path::new("medium"),
        code: code.to_owned(),
        label: words(label),
    };
    Form {
        id: FormId::new("T1"),
        version: 1,
        kind: FormKind::Item,
        valid_from: Date::new(2026, 1, 1).unwrap(),
        title: words("津贴"),
        department: words("民政"),
        minutes: 5,
        guide: Guide { is_sample: true, ..Guide::default() },
        fields: vec![
            field("applicant", Kind::Group, "申请人", Some("applicant")),
            field("applicant.name", Kind::Name, "姓名", None),
            field("applicant.birthDate", Kind::Date, "出生日期", None),
            field("medium", Kind::Choice(medium.into()), "卡还是存折", None),
            field("card", Kind::BankCard, "卡号", None),
            field("book", Kind::Text { is_long: false }, "存折号", None),
            field("byAgent", Kind::YesNo, "代办", None),
            field("agent", Kind::Group, "代办人", Some("agent")),
            field("agent.name", Kind::Name, "姓名", None),
        ],
        pages: vec![Page {
            id: PageId::new("who"),
            title: words("申请人是谁"),
            sections: vec![Section { title: None, note: None, fields: vec![Path::new("applicant.name")] }],
        }],
        rules: Vec::new(),
        documents: vec![Source {
            id: "application".to_owned(),
            title: words("津贴申请表"),
            subtitle: Some(words("填表日期：{today}\t编号：____")),
            grid: Some(Grid {
                columns: 12,
                rows: vec![
                    row(
                        None,
                        vec![cell(2, CellContent::Label(words("姓名"))), cell(10, bind("applicant.name"))],
                    ),
                    row(None, vec![cell(12, bind("applicant.birthDate"))]),
                    row(
                        None,
                        vec![cell(12, CellContent::Ticks(vec![tick("card", "卡"), tick("book", "存折")]))],
                    ),
                    row(None, vec![cell(12, CellContent::Text(words("{card}{book}")))]),
                    row(Some("byAgent"), vec![cell(12, bind("agent.name"))]),
                ],
            }),
            notes: vec![words("注：一式二份。")],
        }],
        consents: vec![ConsentText { purpose: Purpose::new("bank"), text: words("我同意。") }],
        commitments: vec![words("信息真实。")],
        params: Params::default(),
        migrate: Vec::new(),
        benefits: Vec::new(),
        is_plain: false,
    }
}

fn values(pairs: &[(&str, &str)]) -> SortedMap<Path, Value> {
    let value = |text: &str| match (text, Date::parse_iso(text)) {
        ("true", _) => Value::Bool(true),
        ("false", _) => Value::Bool(false),
        (_, Some(day)) => Value::Date(day),
        (_, None) => Value::Text(text.to_owned()),
    };
    pairs.iter().map(|(path, text)| (Path::new(path), value(text))).collect()
}

fn submission(pairs: &[(&str, &str)]) -> Submission {
    Submission {
        form: FormId::new("T1"),
        version: 1,
        values: values(pairs),
        rows: Rows::default(),
        derived: Default::default(),
        consents: Vec::new(),
        warnings: Vec::new(),
    }
}

fn say(issue: &Issue, label: &str, _: Locale) -> String {
    format!("{label}={}", issue.kind.code())
}

/// Composes in the small form and shows the contents of the table's cells, `|` between rows.
fn table(make: impl FnOnce(Context<'_>) -> Paper) -> String {
    table_of(&form(), make)
}

fn table_of(form: &Form, make: impl FnOnce(Context<'_>) -> Paper) -> String {
    let settings = Settings::default();
    let paper = make(context(form, &settings));
    let document = paper.documents.iter().find(|document| document.id == "application").unwrap();
    let is_table = |block: &&Block| matches!(block, Block::Table(_));
    let Some(Block::Table(table)) = document.blocks.iter().find(is_table) else { return String::new() };
    let content = |cell: &BlockCell| match &cell.content {
        BlockContent::Text(text) => text.clone(),
        BlockContent::Open(open) => format!("{open:?}"),
        BlockContent::Ticks(ticks) => {
            let mark = |marker: &Checkbox| if *marker == Checkbox::Ticked { "+" } else { "-" };
            ticks.iter().map(|(marker, label)| [mark(marker), label].concat()).collect()
        }
        BlockContent::Boxes { text, .. } => text.clone(),
        BlockContent::Opinion { text, .. } => text.clone(),
        BlockContent::Drawn(drawing) => format!("{} {:?}", drawing.alt, drawing.strokes),
        BlockContent::Sign { drawn: Some(drawing), .. } => format!("signed {}", drawing.alt),
        BlockContent::Photo { .. } | BlockContent::Sign { drawn: None, .. } => String::new(),
    };
    let row = |row: &BlockRow| row.cells.iter().map(content).collect::<Vec<_>>().join(" ");
    table.rows.iter().map(row).collect::<Vec<_>>().join("|")
}

fn context<'a>(form: &'a Form, settings: &'a Settings) -> Context<'a> {
    Context {
        form,
        settings,
        locale: Locale::Zh,
        today: Date::new(2026, 11, 23).unwrap(),
        files: Box::leak(Box::default()),
        helper: None,
    }
}

fn everything(paper: &Paper) -> String {
    let mut all = String::new();
    paper.texts(&mut |_, text| {
        all.push_str(text);
        all.push('\n');
    });
    all
}

const FULL: &[(&str, &str)] = &[
    ("applicant.name", "王秀英"),
    ("applicant.birthDate", "1944-05-06"),
    ("medium", "book"),
    ("book", "17020112"),
    ("byAgent", "true"),
    ("agent.name", "李强"),
];

#[test]
fn a_blank_has_every_row_and_no_answer() {
    let cells = table(|ctx| blank(ctx).into());
    assert_eq!(cells, "姓名 Free|Free|-卡-存折|Free|Free");
}

#[test]
fn a_packet_is_filled_and_what_is_empty_is_struck() {
    let full = submission(FULL);
    let cells = table(|ctx| packet(ctx, &full, "0", "0", &say).into());
    assert_eq!(cells, "姓名 王秀英|1944年5月6日|-卡+存折|17020112|李强");

    let few = submission(&[("applicant.name", "王秀英"), ("byAgent", "false")]);
    let cells = table(|ctx| packet(ctx, &few, "0", "0", &say).into());
    assert_eq!(cells, "姓名 王秀英|/|-卡-存折|/");
}

#[test]
fn a_draft_leaves_what_is_missing_open_and_keeps_rows_that_may_come() {
    let survey = Survey {
        values: values(&[("medium", "card")]),
        open: vec![Path::new("applicant.name"), Path::new("card"), Path::new("byAgent")],
        wrong: vec![Issue {
            field: Path::new("applicant.birthDate"),
            kind: IssueKind::Format,
            severity: Severity::Error,
        }],
        ..Survey::default()
    };
    let cells = table(|ctx| draft(ctx, &survey, &say).into());
    assert_eq!(cells, "姓名 Missing|Missing|+卡-存折|Missing|Free");

    let (form, settings) = (form(), Settings::default());
    let paper: Paper = draft(context(&form, &settings), &survey, &say).into();
    let all = everything(&paper);
    assert!(all.contains("姓名（申请人是谁）") && all.contains("出生日期=format"), "{all}");
    assert!(paper.digest.is_none() && paper.reference.is_none());
    assert!(all.contains("草稿，尚未填完 · 示例清单，非官方"), "{all}");
}

#[test]
fn a_packet_has_a_letter_only_where_an_agent_acts() {
    let (form, settings) = (form(), Settings::default());
    let ids = |pairs| {
        let paper: Paper = packet(context(&form, &settings), &submission(pairs), "0", "0", &say).into();
        paper.documents.into_iter().map(|document| document.id).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(FULL), "cover application consents notice authority");
    assert_eq!(ids(&[("applicant.name", "王秀英")]), "cover application consents notice");
}

#[test]
fn a_guardian_stands_on_cover_letter_and_line_to_sign() {
    let (mut form, settings) = (form(), Settings::default());
    let all = |form: &Form, pairs: &[(&str, &str)]| {
        everything(packet(context(form, &settings), &submission(pairs), "0", "0", &say).paper())
    };
    let child = [("applicant.name", "李子轩"), ("guardian.name", "李建国")];
    assert!(all(&form, &child).contains("本人办理"));
    assert!(!all(&form, &child).contains("监护人"));

    form.fields.push(field("guardian", Kind::Group, "监护人", Some("guardian")));
    form.fields.push(field("guardian.name", Kind::Name, "监护人姓名", None));
    let by_guardian = all(&form, &child);
    assert!(by_guardian.contains("\n监护人办理\n"), "{by_guardian}");
    assert!(by_guardian.contains("申请人或监护人（签字或按指印）"), "{by_guardian}");
    assert!(all(&form, &[("applicant.name", "王秀英")]).contains("本人办理"));

    let by_agent = all(&form, &[child[0], child[1], ("agent.name", "李强")]);
    assert!(by_agent.contains("代办人代为办理"), "{by_agent}");
    let letter =
        "\n委托人（监护人）\n监护人姓名\n李建国\n被监护人（申请人）\n姓名\n李子轩\n受托人（代办人）\n";
    assert!(by_agent.contains(letter), "{by_agent}");
    let grown = all(&form, FULL);
    assert!(grown.contains("\n委托人\n姓名\n王秀英\n受托人（代办人）\n"), "{grown}");
}

#[test]
fn a_consent_is_printed_with_its_time_or_with_a_line_to_sign() {
    let (form, settings) = (form(), Settings::default());
    let mut given = submission(FULL);
    given.consents =
        vec![Consent { purpose: Purpose::new("bank"), at: "2026-11-23T08:30:00+08:00".to_owned() }];
    let all = everything(packet(context(&form, &settings), &given, "0", "0", &say).paper());
    assert!(all.contains("同意时间：2026-11-23 08:30") && !all.contains("请在此签字"), "{all}");

    let mut missing = submission(FULL);
    missing.warnings = vec![Issue {
        field: Path::new("consents.bank"),
        kind: IssueKind::ConsentMissing,
        severity: Severity::Warning,
    }];
    let all = everything(packet(context(&form, &settings), &missing, "0", "0", &say).paper());
    assert!(all.contains("请在此签字") && all.contains("我同意。=consent_missing"), "{all}");
}

#[test]
fn a_cover_masks_the_name_and_says_what_is_to_be_confirmed() {
    let (form, settings) = (form(), Settings::default());
    let paper: Paper = packet(context(&form, &settings), &submission(FULL), "abc", "REF", &say).into();
    let cover = Paper { documents: paper.documents.into_iter().take(1).collect(), ..paper };
    let all = everything(&cover);
    assert!(all.contains("王**") && !all.contains("王秀英"), "{all}");
    assert!(all.contains("地点：待确认") && all.contains("REF"), "{all}");
}

#[test]
fn a_helper_stands_on_the_covers_of_a_persons_own_papers_alone() {
    let (form, settings) = (form(), Settings::default());
    let with = |helper| Context { helper, ..context(&form, &settings) };
    let all = |helper| everything(packet(with(helper), &submission(FULL), "0", "0", &say).paper());
    assert!(all(Some(" 王\u{202E}敏\n（3号窗口） ")).contains("\n协助填写\n王敏（3号窗口）\n"));
    for nobody in [None, Some(""), Some(" \u{200B}\u{202E}\t")] {
        assert!(!all(nobody).contains("协助填写"), "{nobody:?}");
        assert_eq!(all(nobody), all(None));
    }
    let long = "敏".repeat(60);
    assert!(all(Some(&long)).contains(&format!("\n{}\n", "敏".repeat(50))));

    let english = Context { locale: Locale::En, ..with(Some("Wang Min")) };
    let draft = everything(draft(english, &Survey::default(), &say).paper());
    assert!(draft.contains("\nFilled in with the help of\nWang Min\n"), "{draft}");
    let others: [Paper; 2] =
        [blank(with(Some("王敏"))).into(), sample(with(Some("王敏")), &submission(FULL)).into()];
    assert!(others.iter().all(|paper| !everything(paper).contains("王敏")));
}

#[test]
fn a_sample_says_so_in_title_and_footer() {
    let (form, settings) = (form(), Settings::default());
    let paper: Paper = sample(context(&form, &settings), &submission(FULL)).into();
    let all = everything(&paper);
    assert!(all.contains("津贴申请表（示例样表）") && all.contains("示例样表，内容均为虚构"), "{all}");
}

#[test]
fn an_answer_can_not_open_a_place() {
    // A name with braces is printed as it is: answers are never expanded again.
    let odd = submission(&[("applicant.name", "{book}"), ("book", "17020112")]);
    let cells = table(|ctx| packet(ctx, &odd, "0", "0", &say).into());
    assert!(cells.starts_with("姓名 {book}|"), "{cells}");
}

#[test]
fn answers_stand_as_the_office_writes_them() {
    let mut form = form();
    form.fields.push(field("fee", Kind::Money, "费用", None));
    let print = |choice: &mut Choice| choice.print = Some(words(&["(", &choice.code, ")"].concat()));
    for field in &mut form.fields {
        if let Kind::Choice(choices) = &mut field.kind {
            choices.iter_mut().for_each(print);
        }
    }
    let birth = CellContent::Bind(Path::new("applicant.birthDate"), TextFormat::YearMonth);
    let opinion =
        CellContent::Opinion { text: Some(words("拟发{fee}元")), ticks: Vec::new(), lines: Vec::new() };
    let cells = [birth, bind("medium"), bind("fee"), CellContent::Boxes(Path::new("fee"), 12), opinion];
    if let Some(document) = form.documents.first_mut() {
        document.grid.as_mut().unwrap().rows = cells.map(|content| row(None, vec![cell(12, content)])).into();
    }
    let mut full = submission(FULL);
    full.values.insert(Path::new("fee"), Value::Number("1234567".parse().unwrap()));
    let cells = table_of(&form, |ctx| packet(ctx, &full, "0", "0", &say).into());
    assert_eq!(cells, "1944年5月|(book)|1,234,567.00|1234567.00|拟发1,234,567.00元");
}

#[test]
fn a_table_made_of_the_pages_says_what_paper_says() {
    let (mut form, settings) = (form(), Settings::default());
    form.documents.clear();
    form.fields[1].print = Some(words("本人姓名"));
    let all = everything(blank(context(&form, &settings)).paper());
    assert!(all.contains("本人姓名"), "{all}");
}

#[test]
fn labels_name_other_persons() {
    let form = form();
    assert_eq!(label(&form, &Rows::default(), &Path::new("agent.name"), Locale::Zh), "代办人姓名");
    assert_eq!(label(&form, &Rows::default(), &Path::new("applicant.name"), Locale::Zh), "姓名");
    assert_eq!(label(&form, &Rows::default(), &Path::new("consents.bank"), Locale::Zh), "我同意。");
}
