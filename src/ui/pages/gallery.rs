//! Every part in every state, for tests by machine and by eye. Not linked from anywhere.

use std::rc::Rc;

use yew::prelude::*;

use super::keys::keys;
use crate::{
    model::{
        Accept, Choice, DocumentKind, Kind, Localized, MediaType, PageId, Path, Purpose, RegionStatus,
        Regions, RowId, Sensitivity, Shape, SortedMap, Street, Streets, Tables,
    },
    session::{ConsentView, FieldView, PageStatus, PageView, RowView, SectionView},
    text::{entitled, page::words},
    ui::{
        Kiosk, World, door,
        fields::{Asking, field},
        parts::{
            Icon, SaveState, answers, consent, error_summary, heading, icon, leaf, main_area, progress,
            saved, tile, waiting, wipe,
        },
    },
    validate::{Issue, IssueKind, Offer, Severity},
};

/// The gallery.
pub(crate) fn gallery(world: &World) -> Html {
    let locale = world.prefs.locale;
    let (w, t) = (words(locale), entitled::words(locale));
    let street = Street {
        code: "420105002".to_owned(),
        name: "建桥街道".to_owned(),
        communities: vec![("420105002001".to_owned(), "钟家村社区居委会".to_owned())],
    };
    let streets = Some(Streets { area: "湖北省武汉市汉阳区".to_owned(), rows: vec![street] });
    let row = |code, name: &str| (code, name.to_owned(), RegionStatus::Current);
    let rows = vec![row(420_000, "湖北省"), row(420_100, "武汉市"), row(420_114, "蔡甸区")];
    let tables = Rc::new(Tables { streets, regions: Some(Regions { rows }) });
    let mut fields = fields();
    fields.extend([table("a.family", 0), table("a.kin", 2)]);
    let labels: SortedMap<Path, String> =
        fields.iter().map(|field| (field.path.clone(), field.label.clone())).collect();
    let asking =
        Asking { locale, tables, labels: Rc::new(labels), district: "汉阳区".into(), ..Asking::default() };
    let page = PageView {
        id: PageId::new("who"),
        title: w.check_title.to_owned(),
        sections: vec![Rc::new(SectionView {
            title: None,
            note: None,
            fields: fields.iter().take(6).cloned().collect(),
        })],
        consents: Vec::new(),
        status: PageStatus::Complete,
        summary: Vec::new(),
    };
    let agreement = |purpose: &str, given_at: Option<&str>| ConsentView {
        purpose: Purpose::new(purpose),
        text: w.notice_sensitive_text.to_owned(),
        given_at: given_at.map(str::to_owned),
    };
    let issues = [
        issue("a.idNumber", IssueKind::CheckDigit, Severity::Error),
        issue("a.name", IssueKind::Required, Severity::Error),
    ];
    let states =
        [SaveState::Nothing, SaveState::Waiting, SaveState::Saved, SaveState::Memory, SaveState::Failed];
    let body = html! {
        <>
            <ContextProvider<Asking> context={asking.clone()}>
                <div class="yt-stack--wide">
                    { heading(w.gallery_title) }
                    <section class="yt-gallery yt-stack"><h2>{ "Buttons" }</h2>
                        <div class="yt-actions">
                            <button type="button" class="yt-button yt-button--primary yt-button--large">{ w.guide_start }</button>
                            <button type="button" class="yt-button yt-button--primary">{ icon(Icon::Print) }{ w.print }</button>
                            <button type="button" class="yt-button">{ w.skip }</button>
                            <button type="button" class="yt-button yt-button--danger">{ w.wipe }</button>
                            <button type="button" class="yt-button yt-button--small">{ w.offer_take }</button>
                            <button type="button" class="yt-button yt-button--quiet">{ w.change }</button>
                        </div>
                        { wipe(locale) }
                    </section>
                    <section class="yt-gallery yt-stack"><h2>{ "Status" }</h2>
                        { for states.into_iter().enumerate().map(|(idx, state)| html! { <p key={idx}>{ saved(locale, state) }</p> }) }
                        { progress(locale, 2, 5) }
                        { waiting(w.papers_making) }
                        <p>
                            { leaf("span", "yt-tag yt-tag--good", w.required_mark) }{ " " }
                            { leaf("span", "yt-tag yt-tag--accent", w.deferrable_mark) }{ " " }
                            { leaf("span", "yt-tag yt-tag--warn", w.to_be_confirmed) }{ " " }
                            { leaf("span", "yt-tag yt-tag--plain", w.optional_mark) }
                        </p>
                    </section>
                    <section class="yt-gallery yt-stack"><h2>{ "Panels" }</h2>
                        <div class="yt-panel yt-panel--good"><h3 class="yt-panel__title">{ icon(Icon::Tick) }{ t.benefit_yes }</h3>{ leaf("p", "", t.benefit_yes_text) }</div>
                        <div class="yt-panel yt-panel--warn">{ leaf("h3", "yt-panel__title", t.benefit_no) }{ leaf("p", "", t.benefit_no_text) }</div>
                        <div class="yt-panel">{ leaf("h3", "yt-panel__title", t.benefit_unknown) }{ leaf("p", "", t.benefit_unknown_text) }</div>
                        { error_summary(&issues, &Rc::default(), 0, false) }
                        { tile("#/gallery".to_owned(), icon(Icon::Elder), w.browse_all, w.promise_paper_text) }
                    </section>
                    <section class="yt-gallery"><h2>{ "Questions" }</h2>
                        { for fields.iter().map(field) }
                    </section>
                    <section class="yt-gallery"><h2>{ "Consents" }</h2>
                        { consent(&agreement("bank", None), &asking) }
                        { consent(&agreement("agent", Some("2026-11-23T08:30:00+08:00")), &asking) }
                    </section>
                    if door::here::<Kiosk>().is_some() { { keys(locale) } }
                    <section class="yt-gallery">{ answers(&page, &asking, &Callback::noop()) }</section>
                </div>
            </ContextProvider<Asking>>
        </>
    };
    main_area("gallery", w.gallery_title.into(), "", body)
}

fn issue(path: &str, kind: IssueKind, severity: Severity) -> Issue {
    Issue { field: Path::new(path), kind, severity }
}

/// What is special about an example.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Plain,
    Hinted,
    Optional,
    Derived,
    Offered,
    DerivedOffered,
    Required,
    CheckDigit,
    Region,
    Format,
    Few,
    Many,
    Here,
    Elsewhere,
    County,
}

/// A question of each kind, and the states of one.
fn fields() -> Vec<Rc<FieldView>> {
    let long = Kind::Text { is_long: true };
    let list = || Kind::Choice(Vec::new());
    let code = Kind::Document(DocumentKind::CreditCode);
    vec![
        ask("a.name", Kind::Name, "姓名", "", "", Sort::Hinted),
        ask("a.name2", Kind::Name, "姓名", "阿卜杜拉·买买提", "阿卜杜拉·买买提", Sort::Plain),
        ask("a.name3", Kind::Name, "姓名", "", "", Sort::Required),
        ask("a.idNumber", Kind::CitizenId, ID, "420105194405060225", "420105 19440506 0225", Sort::Plain),
        ask("a.id2", Kind::CitizenId, ID, "420105194405060226", "", Sort::CheckDigit),
        ask("a.id3", Kind::CitizenId, ID, "999999194405060225", "", Sort::Region),
        ask("a.birthDate", Kind::Date, BIRTH, "", "", Sort::Offered),
        ask("a.birthDate2", Kind::Date, BIRTH, "", "1944年5月6日", Sort::DerivedOffered),
        ask("a.date2", Kind::Date, BIRTH, "1944-2-30", "", Sort::Format),
        ask("a.age", Kind::Integer, "年龄", "", "82", Sort::Derived),
        ask("a.count", Kind::Integer, "人数", "3", "3", Sort::Optional),
        ask("a.tier", list(), "申请档次", "80", "80-89周岁", Sort::Few),
        ask("a.ethnic", list(), "民族", "", "", Sort::Many),
        ask("a.byAgent", Kind::YesNo, "是否由别人代办", "true", "是", Sort::Plain),
        ask("a.phone", Kind::Phone, "联系电话", "13871234567", "138 7123 4567", Sort::Plain),
        ask(
            "a.card",
            Kind::BankCard,
            "银行卡号",
            "6222023200123456785",
            "6222 0232 0012 3456 785",
            Sort::Plain,
        ),
        ask("a.fee", Kind::Money, "月收入（元）", "1234.5", "1,234.50", Sort::Plain),
        ask("a.since", Kind::Month, "参保年月", "2026-11", "2026年11月", Sort::Plain),
        ask("a.ages", Kind::Choices(Vec::new()), "年龄段", "90", "90-99周岁", Sort::Few),
        ask("a.mail", Kind::Email, "电子邮箱", "", "", Sort::Optional),
        ask("a.code", code.clone(), CODE, "91420105MA4K12345U", "91 420105 MA4K12345 U", Sort::Plain),
        ask("a.code2", code, CODE, "88420105MA4K12345U", "", Sort::Format),
        ask("a.address", Kind::Address, "户籍地址", "", "", Sort::Here),
        ask("a.address2", Kind::Address, "现居住地址", "", "", Sort::Elsewhere),
        ask("a.address3", Kind::Address, "现居住地址", "", "", Sort::County),
        ask("a.reason", long, "代办原因", "", "", Sort::Optional),
        ask("a.sign", Kind::Signature, SIGN, "", "", Sort::Required),
        ask(
            "a.sign2",
            Kind::Signature,
            SIGN,
            "120,300 300,90 480,300;200,220 400,220;700,80 700,330",
            "（已手写签名）",
            Sort::Optional,
        ),
        ask("a.sign3", Kind::Signature, SIGN, "paper", "（在纸上签字）", Sort::Plain),
        ask("a.photo", file(&[MediaType::Jpeg]), "一寸照片", "", "", Sort::Required),
        ask("a.proof", file(&MediaType::ALL), "居住证明", LOST, "文件（PDF，120 kB）", Sort::Optional),
    ]
}

fn file(types: &[MediaType]) -> Kind {
    Kind::Attachment(Accept { types: types.to_vec(), most_bytes: Accept::MOST_BYTES })
}

/// A table of some rows.
fn table(path: &str, n_rows: u32) -> Rc<FieldView> {
    let mut view = FieldView::clone(&ask(path, Kind::Rows, "家庭成员", "", "", Sort::Hinted));
    for id in 1..=n_rows {
        let row = view.path.row(RowId(id));
        let at = |name: &str| row.child(name).as_str().to_owned();
        let fields = vec![
            ask(&at("name"), Kind::Name, "姓名", "李华", "李华", Sort::Plain),
            ask(&at("income"), Kind::Integer, "月收入（元）", "", "", Sort::Optional),
        ];
        view.rows.push(Rc::new(RowView { path: row, fields }));
    }
    Rc::new(view)
}

const ID: &str = "公民身份号码";
const BIRTH: &str = "出生日期";
/// A file that is on no device.
const LOST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 application/pdf 119001";
const SIGN: &str = "申请人签名";
const CODE: &str = "统一社会信用代码";

#[inline(never)]
fn ask(path: &str, kind: Kind, label: &str, raw: &str, shown: &str, sort: Sort) -> Rc<FieldView> {
    let path = Path::new(path);
    let fault = match sort {
        Sort::Required => Some((IssueKind::Required, Severity::Error)),
        Sort::CheckDigit => Some((IssueKind::CheckDigit, Severity::Error)),
        Sort::Region => Some((IssueKind::Region, Severity::Warning)),
        Sort::Format => Some((IssueKind::Format, Severity::Error)),
        Sort::Plain
        | Sort::Hinted
        | Sort::Optional
        | Sort::Derived
        | Sort::Offered
        | Sort::DerivedOffered
        | Sort::Few
        | Sort::Many
        | Sort::Here
        | Sort::Elsewhere
        | Sort::County => None,
    };
    let issues = fault.map(|(kind, severity)| Issue { field: path.clone(), kind, severity });
    let is_offered = matches!(sort, Sort::Offered | Sort::DerivedOffered);
    let offer = is_offered.then(|| Offer { from: Path::new("a.idNumber"), raw: "1944-05-06".to_owned() });
    let (parts, choices): (&[&str], &[(&str, &str, &str)]) = match sort {
        Sort::Few => (&[], &[("80", "80-89周岁", "80 to 89"), ("90", "90-99周岁", "90 to 99")]),
        Sort::Many => (&[], &MANY),
        Sort::Here => (&["420105002001", "", "鹦鹉大道1号"], &[]),
        Sort::Elsewhere => (&["", "湖北省武汉市蔡甸区", ""], &[]),
        Sort::County => (&["420114", "", ""], &[]),
        Sort::Plain
        | Sort::Hinted
        | Sort::Optional
        | Sort::Derived
        | Sort::Offered
        | Sort::DerivedOffered
        | Sort::Required
        | Sort::CheckDigit
        | Sort::Region
        | Sort::Format => (&[], &[]),
    };
    let choice = |(code, zh, en): &(&str, &str, &str)| Choice {
        code: (*code).to_owned(),
        label: Localized { zh: (*zh).to_owned(), en: Some((*en).to_owned()) },
        print: None,
    };
    let is_hinted = sort == Sort::Hinted;
    Rc::new(FieldView {
        path,
        kind: Rc::new(kind),
        label: label.to_owned(),
        hint: is_hinted.then(|| "照身份证填写".to_owned()),
        help: is_hinted.then(|| "身份证正面第一行。".to_owned()),
        raw: raw.to_owned(),
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
        shown: shown.to_owned(),
        is_required: sort != Sort::Optional,
        is_derived: matches!(sort, Sort::Derived | Sort::DerivedOffered),
        issues: issues.into_iter().collect(),
        show_issues: true,
        confirmed: Vec::new(),
        offer,
        rows: Vec::new(),
        removed: None,
        choices: Rc::new(choices.iter().map(choice).collect()),
        autocomplete: "off".to_owned(),
        inputmode: "text",
        limits: Rc::new(Shape::default()),
        sensitivity: Sensitivity::General,
        masked: None,
    })
}

/// Too many for buttons.
const MANY: [(&str, &str, &str); 12] = [
    ("1", "第1项", "No. 1"),
    ("2", "第2项", "No. 2"),
    ("3", "第3项", "No. 3"),
    ("4", "第4项", "No. 4"),
    ("5", "第5项", "No. 5"),
    ("6", "第6项", "No. 6"),
    ("7", "第7项", "No. 7"),
    ("8", "第8项", "No. 8"),
    ("9", "第9项", "No. 9"),
    ("10", "第10项", "No. 10"),
    ("11", "第11项", "No. 11"),
    ("12", "第12项", "No. 12"),
];
