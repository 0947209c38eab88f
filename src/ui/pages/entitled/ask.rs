//! The questions: whom it is for, then the one that is expected to settle most, until nothing is left that can be told.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Opened, found::found};
use crate::{
    benefits::{self, Outcome, Profile},
    catalog,
    model::{Form, Kind, Path, Tables},
    session::{Action, FieldView, Session},
    text::{
        entitled,
        page::{with_number, words},
    },
    ui::{
        Route, World,
        fields::{Asking, field as question},
        hooks::{Filling, Step, fetch, focus, keep},
        island::{keyed, part},
        pages::{benefit, session::labels},
        parts::{Icon, answers, button, field_id, heading, leaf, link, main_area},
    },
    validate::Severity,
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
    opened: Opened,
    /// The person began again, so nothing is answered.
    is_again: bool,
    again: Callback<MouseEvent>,
}

part!(Props, use_ask);

/// The questions; a new `n_begun` begins with none answered.
pub(super) fn ask(world: &World, opened: &Opened, n_begun: usize, again: Callback<MouseEvent>) -> Html {
    keyed(
        "ask",
        &n_begun.to_string(),
        Props { world: world.clone(), opened: opened.clone(), is_again: n_begun > 0, again },
    )
}

/// Where the person is.
#[derive(Clone, PartialEq, Default)]
struct Way {
    /// For a firm; `None` before that was asked.
    is_firm: Option<bool>,
    /// The question on the screen: it stays until the person goes on.
    current: Option<Path>,
    /// The questions before it, in the order in which they were asked.
    asked: Vec<Path>,
    /// Those of them that were passed over.
    skipped: Vec<Path>,
    /// The list of all answers is on the screen.
    is_list: bool,
}

impl Way {
    /// After the current question.
    fn after(&self, is_skipped: bool) -> Self {
        let mut next = Self { current: None, ..self.clone() };
        let current = self.current.iter();
        next.asked.extend(current.clone().cloned());
        next.skipped.extend(current.filter(|_| is_skipped).cloned());
        next
    }

    /// At a question.
    fn at(&self, path: &Path) -> Self {
        let mut next = Self { current: Some(path.clone()), is_list: false, ..self.clone() };
        next.asked.retain(|other| other != path);
        next.skipped.retain(|other| other != path);
        next
    }

    /// At the question before, or at the first of all.
    fn before(&self) -> Self {
        match self.asked.last() {
            Some(path) => self.at(path),
            None => Self::default(),
        }
    }
}

/// What every benefit comes to, those for firms or those for persons.
fn outcomes<'a>(props: &'a Props, filling: &Filling, way: &Way) -> Vec<(&'a Form, Outcome)> {
    let (Some(session), Some(is_firm)) = (&filling.session, way.is_firm) else { return Vec::new() };
    let state = session.state();
    // A table that was asked and has no row has none; one that was passed over is not known.
    let is_empty = |path: &&Path| state.rows.table(path).is_empty() && !way.skipped.contains(path);
    let empty: Vec<Path> =
        way.asked.iter().filter(is_empty).filter(|path| is_table(props, path)).cloned().collect();
    let own = props.opened.benefits.0.iter().filter(|form| benefits::is_for_firm(form) == is_firm);
    own.map(|form| {
        let profile = Profile { state, empty: &empty, params: &form.params, today: props.opened.today };
        (form, benefits::check(form, &profile))
    })
    .collect()
}

fn is_table(props: &Props, path: &Path) -> bool {
    props.opened.profile.field(path).is_some_and(|field| field.kind == Kind::Rows)
}

fn is_of_firm(path: &Path) -> bool {
    path.is_within(&Path::new("firm"))
}

#[hook]
fn use_ask(props: &Props) -> Html {
    let Props { world, opened, is_again, again } = props;
    let locale = world.prefs.locale;
    let (w, t) = (words(locale), entitled::words(locale));
    let profile = &opened.profile;
    let filling = use_reducer(|| {
        // Who comes back from a confirmation finds the answers, for as long as the page lives; nothing is stored.
        let draft = if *is_again { None } else { keep::recall(&profile.id) };
        Filling::open(&profile.0, draft, opened.today, locale, None, Rc::default())
    });
    let step = filling.dispatcher();
    let way = use_state_eq(Way::default);
    {
        let step = step.clone();
        use_effect_with(locale, move |locale| step.dispatch(Step::Speak(*locale)));
    }
    {
        let draft = filling.session.as_ref().map(Session::shared);
        use_effect_with(filling.session.as_ref().map(Session::revision), move |_| {
            if let Some(draft) = draft {
                keep::remember(&draft);
            }
        });
    }
    use_tables(world, &step);
    let act = use_callback((), move |action: Action, ()| step.dispatch(Step::Do(action)));
    let settings = &world.catalogue.settings;
    let asking = Asking {
        locale,
        act: act.clone(),
        labels: use_memo(locale, |locale| labels(profile, *locale)),
        tables: filling.tables.clone(),
        district: settings.district.get(locale).into(),
        is_shared: settings.mode.is_shared(),
    };
    let outcomes = outcomes(props, &filling, &way);
    let mut now = (*way).clone();
    if let (Some(is_firm), None) = (now.is_firm, &now.current) {
        let open: Vec<&Outcome> = outcomes.iter().map(|(_, outcome)| outcome).collect();
        let state = filling.session.as_ref().map(Session::state);
        let is_shown = |path: &Path| state?.fields.get(path).map(|state| state.is_shown);
        let may = |path: &Path| {
            !now.asked.contains(path) && is_of_firm(path) == is_firm && is_shown(path).unwrap_or_default()
        };
        now.current = benefits::next_question(&open, profile, &may).cloned();
    }
    // The question stays until the person goes on, even once it is answered.
    if now != *way {
        way.set(now.clone());
    }
    let go = |next: Way| {
        let way = way.setter();
        Callback::from(move |_: MouseEvent| way.set(next.clone()))
    };

    let top = if now.is_firm.is_some() {
        button(
            "yt-back",
            Some(Icon::Back),
            w.back,
            go(if now.is_list { Way { is_list: false, ..now.clone() } } else { now.before() }),
        )
    } else {
        link("yt-back", Route::Home.href(), Some(Icon::Back), w.back)
    };
    let view = now.current.as_ref().and_then(|path| find(&filling, path));
    let panel = match (now.is_firm, &view) {
        (None, _) => html! {
            <div class="yt-panel yt-stack">
                { leaf("h2", "", t.entitled_whom) }
                <div class="yt-actions yt-actions--column">
                    { button("yt-button yt-button--large", None, t.entitled_person, go(Way { is_firm: Some(false), ..Way::default() })) }
                    { button("yt-button yt-button--large", None, t.entitled_firm, go(Way { is_firm: Some(true), ..Way::default() })) }
                </div>
            </div>
        },
        (Some(is_firm), _) if now.is_list => {
            let change = {
                let (way, now, form) = (way.setter(), now.clone(), profile.clone());
                Callback::from(move |(_, path): (_, Path)| {
                    if let Some(path) = benefits::question_of(&form, path.template().as_str()) {
                        way.set(now.at(path));
                    }
                })
            };
            let is_own = |page: &&Rc<crate::session::PageView>| {
                let mut fields = page.sections.iter().flat_map(|section| &section.fields);
                fields.any(|field| is_of_firm(&field.path) == is_firm)
            };
            html! { <div class="yt-panel yt-stack">{ for filling.view.pages.iter().filter(is_own).map(|page| answers(page, &asking, &change)) }</div> }
        }
        (Some(_), Some(view)) => {
            let onsubmit = {
                let (way, now, act, view) = (way.setter(), now.clone(), act.clone(), view.clone());
                Callback::from(move |event: SubmitEvent| {
                    event.prevent_default();
                    let fields: Vec<&Rc<FieldView>> =
                        view.rows.iter().flat_map(|row| &row.fields).chain([&view]).collect();
                    for field in &fields {
                        act.emit(Action::Leave(field.path.clone()));
                    }
                    let is_answered = *view.kind == Kind::Rows || benefit::is_answered(&view);
                    let wrong = fields.iter().find(|field| has_error(field));
                    match wrong.or((!is_answered).then_some(&&view)) {
                        Some(field) => focus::by_id(&field_id(&field.path)),
                        None => way.set(now.after(false)),
                    }
                })
            };
            html! {
                <form class="yt-panel yt-stack yt-entitled" data-asks={view.path.as_str().to_owned()} novalidate=true {onsubmit}>
                    <p class="yt-field__hint">{ with_number(t.benefit_question, now.asked.len() + 1) }</p>
                    { question(view) }
                    if *view.kind == Kind::Rows && view.rows.is_empty() { { leaf("p", "yt-field__hint", t.entitled_none) } }
                    <div class="yt-actions">
                        <button type="submit" class="yt-button yt-button--primary yt-button--large">{ w.next }</button>
                        { button("yt-button", None, t.entitled_skip, go(now.after(true))) }
                    </div>
                </form>
            }
        }
        (Some(_), None) => html! { <div class="yt-panel">{ leaf("p", "", t.entitled_done) }</div> },
    };
    let turn = if now.is_list { "list" } else { now.current.as_ref().map_or("", Path::as_str) };
    let body = html! {
        <ContextProvider<Asking> context={asking.clone()}>
            { top }
            <div class="yt-stack">
                { heading(w.entitled_title) }
                { leaf("p", "yt-lead", t.benefit_lead) }
                <div class="yt-lists">
                    <div class="yt-stack">
                        { panel }
                        if now.is_firm.is_some() {
                            <div class="yt-actions">
                                if !now.is_list { { button("yt-button yt-button--quiet", None, t.entitled_all, go(Way { is_list: true, ..now.clone() })) } }
                                { button("yt-button yt-button--quiet", None, t.benefit_again, again.clone()) }
                            </div>
                        }
                        { benefit::short_notice(settings, locale, t.entitled_notice) }
                    </div>
                    if let (Some(_), Some(session)) = (now.is_firm, &filling.session) {
                        { found(world, opened, session, &outcomes) }
                    }
                </div>
            </div>
        </ContextProvider<Asking>>
    };
    main_area("entitled", w.entitled_title.into(), turn, body)
}

fn has_error(field: &FieldView) -> bool {
    field.issues.iter().any(|issue| issue.severity == Severity::Error)
}

/// The question at a path, as it is seen.
fn find(filling: &Filling, path: &Path) -> Option<Rc<FieldView>> {
    let sections = filling.view.pages.iter().flat_map(|page| &page.sections);
    let field = sections.flat_map(|section| &section.fields).find(|field| field.path == *path)?;
    // It is answered or passed over, so nothing says that it may be left empty.
    let is_table = *field.kind == Kind::Rows;
    Some(if is_table { field.clone() } else { Rc::new(FieldView { is_required: true, ..(**field).clone() }) })
}

/// Reads a table.
type Reader = fn(&[u8]) -> Tables;

/// Loads what an address is chosen from.
#[hook]
fn use_tables(world: &World, step: &UseReducerDispatcher<Filling>) {
    let (catalogue, step) = (world.catalogue.clone(), step.clone());
    use_effect_with((), move |()| {
        let readers: [(&str, Reader); 2] = [
            ("streets", |bytes| Tables { streets: catalog::streets(bytes), ..Tables::default() }),
            ("regions", |bytes| Tables { regions: catalog::regions(bytes), ..Tables::default() }),
        ];
        for (name, read) in readers {
            let (url, step) = (catalogue.table_url(name), step.clone());
            spawn_local(async move {
                // Without a table a place is written in words.
                if let Some(url) = url
                    && let Ok(bytes) = fetch::bytes(&url).await
                {
                    step.dispatch(Step::Tables(read(&bytes)));
                }
            });
        }
    });
}
