//! Every part in every state, for tests by machine and by eye. Not linked from anywhere.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::{Choice, Kind, Localized, PageId, Path, Purpose, Sensitivity, Shape, Street, Streets, Tables},
    session::{ConsentView, FieldView, PageStatus, PageView, SectionView},
    text::page::words,
    ui::{
        World,
        fields::{Asking, field},
        parts::{
            Icon, SaveState, answers, consent, error_summary, icon, main_area, progress, saved, tile,
            waiting, wipe,
        },
    },
    validate::{Issue, IssueKind, Offer, Severity},
};

/// The gallery.
pub(crate) fn gallery(world: &World) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let street = Street {
        code: "420105002".to_owned(),
        name: "建桥街道".to_owned(),
        communities: vec![("420105002001".to_owned(), "钟家村社区居委会".to_owned())],
    };
    let streets = Some(Streets { area: "汉阳区".to_owned(), rows: vec![street] });
    let tables = Rc::new(Tables { streets, ..Tables::default() });
    let fields = fields();
    let labels = fields.iter().map(|field| (field.path.clone(), field.label.clone())).collect();
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
        [SaveState::Nothing, SaveState::Waiting, SaveState::Saved, SaveState::Unavailable, SaveState::Failed];
    let body = html! {
        <>
            <ContextProvider<Asking> context={asking.clone()}>
                <div class="yt-stack--wide">
                    <h1 tabindex="-1">{ w.gallery_title }</h1>
                    <section class="yt-gallery yt-stack"><h2>{ "Buttons" }</h2>
                        <div class="yt-actions">
                            <button type="button" class="yt-button yt-button--primary yt-button--large">{ w.guide_start }</button>
                            <button type="button" class="yt-button yt-button--primary">{ icon(Icon::Print) }{ w.print }</button>
                            <button type="button" class="yt-button">{ w.skip }</button>
                            <button type="button" class="yt-button yt-button--danger">{ w.wipe }</button>
                            <button type="button" class="yt-button yt-button--small">{ w.offer_take }</button>
                            <button type="button" class="yt-button yt-button--quiet">{ w.change }</button>
                        </div>
                        { wipe(locale, Callback::noop(), false) }
                    </section>
                    <section class="yt-gallery yt-stack"><h2>{ "Status" }</h2>
                        { for states.into_iter().enumerate().map(|(idx, state)| html! { <p key={idx}>{ saved(locale, state) }</p> }) }
                        { progress(locale, 2, 5) }
                        { waiting(w.papers_making) }
                        <p>
                            <span class="yt-tag yt-tag--good">{ w.required_mark }</span>{ " " }
                            <span class="yt-tag yt-tag--accent">{ w.deferrable_mark }</span>{ " " }
                            <span class="yt-tag yt-tag--warn">{ w.to_be_confirmed }</span>{ " " }
                            <span class="yt-tag yt-tag--plain">{ w.optional_mark }</span>
                        </p>
                    </section>
                    <section class="yt-gallery yt-stack"><h2>{ "Panels" }</h2>
                        <div class="yt-panel yt-panel--good"><h3 class="yt-panel__title">{ icon(Icon::Tick) }{ w.benefit_yes }</h3><p>{ w.benefit_yes_text }</p></div>
                        <div class="yt-panel yt-panel--warn"><h3 class="yt-panel__title">{ w.benefit_no }</h3><p>{ w.benefit_no_text }</p></div>
                        <div class="yt-panel"><h3 class="yt-panel__title">{ w.benefit_unknown }</h3><p>{ w.benefit_unknown_text }</p></div>
                        { error_summary(&issues, 0, false) }
                        { tile("#/gallery".to_owned(), Icon::Elder, w.home_items, w.home_items_hint) }
                    </section>
                    <section class="yt-gallery"><h2>{ "Questions" }</h2>
                        { for fields.iter().map(field) }
                    </section>
                    <section class="yt-gallery"><h2>{ "Consents" }</h2>
                        { consent(&agreement("bank", None), &asking) }
                        { consent(&agreement("agent", Some("2026-11-23T08:30:00+08:00")), &asking) }
                    </section>
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

/// A question of each kind, and the states of one.
fn fields() -> Vec<Rc<FieldView>> {
    let choice = |code: &str, zh: &str, en: &str| Choice {
        code: code.to_owned(),
        label: Localized { zh: zh.to_owned(), en: Some(en.to_owned()) },
    };
    let few = Rc::new(vec![choice("80", "80-89周岁", "80 to 89"), choice("90", "90-99周岁", "90 to 99")]);
    let many: Rc<Vec<Choice>> =
        Rc::new((1..=12).map(|n| choice(&n.to_string(), &format!("第{n}项"), &format!("No. {n}"))).collect());
    let ask = |path: &str, kind: Kind, label: &str| FieldView {
        path: Path::new(path),
        kind: Rc::new(kind),
        label: label.to_owned(),
        hint: None,
        help: None,
        raw: String::new(),
        parts: Vec::new(),
        shown: String::new(),
        is_required: true,
        is_derived: false,
        issues: Vec::new(),
        show_issues: true,
        confirmed: Vec::new(),
        offer: None,
        choices: Rc::new(Vec::new()),
        autocomplete: "off".to_owned(),
        inputmode: "text",
        limits: Rc::new(Shape::default()),
        sensitivity: Sensitivity::General,
        masked: None,
    };
    let filled = |mut view: FieldView, raw: &str, shown: &str| {
        raw.clone_into(&mut view.raw);
        shown.clone_into(&mut view.shown);
        view
    };
    let hinted = |mut view: FieldView| {
        view.hint = Some("照身份证填写".to_owned());
        view.help = Some("身份证正面第一行。".to_owned());
        view
    };
    let wrong = |mut view: FieldView, kind: IssueKind, severity: Severity| {
        view.issues = vec![Issue { field: view.path.clone(), kind, severity }];
        view
    };
    let offered = |mut view: FieldView, raw: &str| {
        view.offer = Some(Offer { from: Path::new("a.idNumber"), raw: raw.to_owned() });
        view
    };
    let chosen = |mut view: FieldView, choices: &Rc<Vec<Choice>>| {
        view.choices = choices.clone();
        view
    };
    let derived = |mut view: FieldView| {
        view.is_derived = true;
        view
    };
    let optional = |mut view: FieldView| {
        view.is_required = false;
        view
    };
    let placed = |mut view: FieldView, parts: [&str; 3]| {
        view.parts = parts.map(str::to_owned).to_vec();
        view
    };
    [
        hinted(ask("a.name", Kind::Name, "姓名")),
        filled(ask("a.name2", Kind::Name, "姓名"), "阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        wrong(ask("a.name3", Kind::Name, "姓名"), IssueKind::Required, Severity::Error),
        filled(
            ask("a.idNumber", Kind::CitizenId, "公民身份号码"),
            "420105194405060225",
            "420105 19440506 0225",
        ),
        wrong(
            filled(ask("a.id2", Kind::CitizenId, "公民身份号码"), "420105194405060226", ""),
            IssueKind::CheckDigit,
            Severity::Error,
        ),
        wrong(
            filled(ask("a.id3", Kind::CitizenId, "公民身份号码"), "999999194405060225", ""),
            IssueKind::Region,
            Severity::Warning,
        ),
        offered(ask("a.birthDate", Kind::Date, "出生日期"), "1944-05-06"),
        offered(
            derived(filled(ask("a.birthDate2", Kind::Date, "出生日期"), "", "1944年5月6日")),
            "1944-05-06",
        ),
        wrong(
            filled(ask("a.date2", Kind::Date, "出生日期"), "1944-2-30", ""),
            IssueKind::Format,
            Severity::Error,
        ),
        derived(filled(ask("a.age", Kind::Integer, "年龄"), "", "82")),
        optional(filled(ask("a.count", Kind::Integer, "人数"), "3", "3")),
        filled(chosen(ask("a.tier", Kind::Choice((*few).clone()), "申请档次"), &few), "80", "80-89周岁"),
        chosen(ask("a.ethnic", Kind::Choice((*many).clone()), "民族"), &many),
        filled(ask("a.byAgent", Kind::YesNo, "是否由别人代办"), "true", "是"),
        filled(ask("a.phone", Kind::Phone, "联系电话"), "13871234567", "138 7123 4567"),
        filled(ask("a.card", Kind::BankCard, "银行卡号"), "6222023200123456785", "6222 0232 0012 3456 785"),
        placed(ask("a.address", Kind::Address, "户籍地址"), ["420105002001", "", "鹦鹉大道1号"]),
        placed(ask("a.address2", Kind::Address, "现居住地址"), ["", "湖北省武汉市蔡甸区", ""]),
        optional(ask("a.reason", Kind::Text { is_long: true }, "代办原因")),
    ]
    .into_iter()
    .map(Rc::new)
    .collect()
}
