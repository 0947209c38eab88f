//! The frame of a question: the only place that makes label, hint, help, warnings and error, and joins their ids into
//! `aria-describedby`. A widget receives the ids and cannot forget them.

use yew::prelude::*;

use super::{Icon, button, icon, leaf};
use crate::{
    model::{Date, Locale, Path},
    session::{Action, FieldView},
    text::{
        self,
        page::{with, words},
    },
    ui::{fields::Asking, later},
    validate::{Issue, Severity},
};

/// What a widget puts on its control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aria {
    /// The control's id; a group's first control has it.
    pub id: String,
    /// Ids of hint and error; goes on the control, or on the group where there is one.
    pub described_by: Option<String>,
    /// An error is shown.
    pub is_invalid: bool,
}

impl Aria {
    /// `aria-invalid`, set only where an error is shown.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.is_invalid.then_some("true")
    }
}

/// How the question is joined to what answers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// One control: a `label`.
    Label,
    /// Several: a `fieldset` with a `legend`.
    Legend,
}

/// The id of the control of a question.
pub(crate) fn field_id(path: &Path) -> String {
    ["f-", path.as_str()].concat()
}

/// The classes of what holds a question.
pub(crate) fn frame_class(view: &FieldView) -> &'static str {
    if shown(view, Severity::Error).next().is_some() { "yt-field yt-field--error" } else { "yt-field" }
}

/// The issues that show now.
fn shown(view: &FieldView, severity: Severity) -> impl Iterator<Item = &Issue> {
    let issues = if view.show_issues { view.issues.as_slice() } else { &[] };
    issues.iter().filter(move |issue| issue.severity == severity)
}

/// Puts a frame round a widget. It stands in an element of the class that [`frame_class`] gives.
pub(crate) fn field_frame(
    view: &FieldView,
    asking: &Asking,
    join: Join,
    widget: &dyn Fn(&Aria) -> Html,
) -> Html {
    let locale = asking.locale;
    let w = words(locale);
    let id = field_id(&view.path);
    let part = |name: &str| [&id, "-", name].concat();
    let say = |issue: &Issue| said_issue(issue, &view.label, locale);
    let error = shown(view, Severity::Error).next();
    let warnings: Vec<&Issue> = shown(view, Severity::Warning).collect();
    let mut described_by = Vec::new();
    if view.hint.is_some() {
        described_by.push(part("hint"));
    }
    if !warnings.is_empty() {
        described_by.push(part("warning"));
    }
    if error.is_some() {
        described_by.push(part("error"));
    }
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let aria = Aria { id: id.clone(), described_by, is_invalid: error.is_some() };

    let label = html! {
        <>
            { &view.label }
            if !view.is_required && !view.is_derived {
                { leaf("span", "yt-field__optional", w.optional) }
            }
        </>
    };
    let below = html! {
        <>
            if let Some(hint) = &view.hint {
                <p class="yt-field__hint" id={part("hint")}>{ hint }</p>
            }
            if let Some(help) = &view.help {
                <details class="yt-field__help">{ leaf("summary", "", w.more_help) }<p>{ help }</p></details>
            }
            if let Some(issue) = error {
                <p class="yt-field__error" id={part("error")}>
                    { leaf("span", "yt-hidden", w.error_prefix) }{ say(issue) }
                </p>
            }
            { widget(&aria) }
            { offer(view, asking) }
            if !warnings.is_empty() {
                <div class="yt-field__warning" id={part("warning")}>
                    { for warnings.into_iter().map(|issue| warning(view, issue, asking)) }
                </div>
            }
        </>
    };
    match join {
        Join::Label => html! { <><label class="yt-field__label" for={id}>{ label }</label>{ below }</> },
        Join::Legend => html! {
            <fieldset aria-describedby={aria.described_by.clone()}>
                <legend class="yt-field__label">{ label }</legend>{ below }
            </fieldset>
        },
    }
}

/// An issue in words. Where there is an issue, the engine that found it is here.
pub(crate) fn said_issue(issue: &Issue, label: &str, locale: Locale) -> String {
    later::here().map_or_else(String::new, |later| (later.say)(issue, label, locale))
}

/// A warning in words, with a button that says "I have checked".
fn warning(view: &FieldView, issue: &Issue, asking: &Asking) -> Html {
    let locale = asking.locale;
    let w = words(locale);
    let code = issue.kind.code();
    if view.confirmed.iter().any(|confirmed| confirmed == code) {
        return html! { <p class="yt-saved yt-saved--good">{ icon(Icon::Tick) }{ w.confirmed }</p> };
    }
    let (act, path) = (asking.act.clone(), view.path.clone());
    let onclick = Callback::from(move |_| {
        act.emit(Action::Confirm { path: path.clone(), code: code.to_owned() });
    });
    html! {
        <>
            <p>{ leaf("strong", "", w.warning_prefix) }{ said_issue(issue, &view.label, locale) }</p>
            { button("yt-button yt-button--small", None, w.confirm_warning, onclick) }
        </>
    }
}

/// A value from another answer, to take or to leave.
fn offer(view: &FieldView, asking: &Asking) -> Html {
    let Some(offer) = &view.offer else { return Html::default() };
    let w = words(asking.locale);
    let from = asking.labels.get(&offer.from).map_or("", String::as_str);
    let taken = (asking.act.clone(), view.path.clone());
    let take = Callback::from(move |_| taken.0.emit(Action::TakeOffer(taken.1.clone())));
    let declined = (asking.act.clone(), view.path.clone());
    let decline = Callback::from(move |_| declined.0.emit(Action::DeclineOffer(declined.1.clone())));
    html! {
        <div class="yt-offer">
            <span class="yt-offer__text">
                { with(w.offer_from, from) }<strong>{ as_read(view, &offer.raw, asking.locale) }</strong>
            </span>
            { button("yt-button yt-button--small", None, w.offer_take, take) }
            { button("yt-button yt-button--quiet yt-button--small", None, w.offer_decline, decline) }
        </div>
    }
}

/// A raw answer as people read it: a choice's label, a day in words.
fn as_read(view: &FieldView, raw: &str, locale: Locale) -> String {
    if let Some(choice) = view.choices.iter().find(|choice| choice.code == raw) {
        return choice.label.get(locale).to_owned();
    }
    match Date::parse_iso(raw) {
        Some(date) => text::page::day(date, locale),
        None => raw.to_owned(),
    }
}
