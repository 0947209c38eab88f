//! What the other draft has otherwise, question by question, to accept or to leave.

use std::rc::Rc;

use yew::prelude::*;

use super::take::Found;
use crate::{
    model::{Draft, Kind, Locale, Path, Rows},
    record::{Change, Difference},
    session::{FieldView, FormView},
    text::{
        carry::{change, words},
        page::{self, numbered, with, with_number},
    },
    ui::{
        fields::{Asking, name_of},
        later::Later,
        pages::labels,
        parts::{button, leaf, said},
    },
};

/// A draft to look things up in.
struct Side<'a> {
    draft: &'a Draft,
    view: FormView,
}

/// What is shown of the differences.
pub(super) struct Comparing<'a> {
    /// The file and what is here.
    pub found: &'a Found,
    /// One's own draft.
    pub mine: &'a Draft,
    /// The differences.
    pub differences: &'a [Difference],
    /// Those that are ticked, by their place.
    pub ticked: &'a [usize],
    /// Whether others can see the screen.
    pub is_shared: bool,
}

/// The list, each with a box to tick.
pub(super) fn compare(
    of: &Comparing<'_>,
    tick: &Callback<Vec<usize>>,
    later: &Later,
    locale: Locale,
) -> Html {
    let w = words(locale);
    let Comparing { found, differences, ticked, .. } = of;
    let asking = Asking {
        locale,
        labels: Rc::new(labels(&found.form, locale)),
        is_shared: of.is_shared,
        ..Asking::default()
    };
    let side = |draft| Side { draft, view: found.view(draft, later, locale) };
    let (mine, theirs) = (side(of.mine), side(&found.theirs));
    let rows = differences.iter().enumerate().map(|(idx, difference)| {
        let is_ticked = ticked.contains(&idx);
        let onchange = {
            let (tick, mut next) = (tick.clone(), ticked.to_vec());
            next.retain(|other| *other != idx);
            if !is_ticked {
                next.push(idx);
            }
            Callback::from(move |_: Event| tick.emit(next.clone()))
        };
        one(difference, [&mine, &theirs], is_ticked, onchange, found, &asking)
    });
    let all = {
        let (tick, n) = (tick.clone(), differences.len());
        Callback::from(move |_: MouseEvent| tick.emit((0..n).collect()))
    };
    let none = {
        let tick = tick.clone();
        Callback::from(move |_: MouseEvent| tick.emit(Vec::new()))
    };
    html! {
        <>
            { leaf("p", "", w.compare_text) }
            <div class="yt-actions">
                { button("yt-button yt-button--small", None, w.all, all) }
                { button("yt-button yt-button--small", None, w.none, none) }
            </div>
            <ul class="yt-materials">{ for rows }</ul>
            if found.has_other_consents() { <p class="yt-field__warning">{ w.compare_consents }</p> }
        </>
    }
}

fn one(
    difference: &Difference,
    [mine, theirs]: [&Side<'_>; 2],
    is_ticked: bool,
    onchange: Callback<Event>,
    found: &Found,
    asking: &Asking,
) -> Html {
    let locale = asking.locale;
    let (w, p) = (words(locale), page::words(locale));
    let path = &difference.path;
    // A row is called by the draft that has it.
    let named = if difference.change == Change::RowRemoved { mine } else { theirs };
    let name = match (path.in_table(), path.row_path()) {
        (Some((table, _)), Some(row)) if row == *path => {
            let idx = named.view.rows.idx(path).unwrap_or_default();
            numbered(asking.labels.get(&table).map_or("", String::as_str), idx + 1, locale)
        }
        (Some(_) | None, Some(_) | None) => name_of(path, &named.view.rows, asking),
    };
    let text = |side: &Side<'_>| {
        let text = told(side, difference, found, asking);
        if text.is_empty() { w.empty.to_owned() } else { text }
    };
    let class = match difference.change {
        Change::Added | Change::RowAdded => "yt-tag yt-tag--good",
        Change::Removed | Change::RowRemoved => "yt-tag yt-tag--warn",
        Change::Changed | Change::Moved => "yt-tag yt-tag--accent",
    };
    html! {
        <li key={path.as_str()}>
            <label class="yt-materials__row">
                <input class="yt-materials__tick" type="checkbox" checked={is_ticked} {onchange} />
                <span class="yt-materials__text">
                    <strong>{ with(w.use_it, &name) }</strong>{ " " }
                    { leaf("span", class, change(difference.change, locale)) }
                    if difference.is_of_both { { " " }{ leaf("span", "yt-tag yt-tag--warn", w.of_both) } }
                    <span class="yt-compare">
                        <span>{ w.mine }{ p.colon }{ said("span", "yt-lines", &text(mine)) }</span>
                        <span>{ w.theirs }{ p.colon }{ said("span", "yt-lines", &text(theirs)) }</span>
                    </span>
                </span>
            </label>
        </li>
    }
}

/// What a draft says where the other says something else.
fn told(side: &Side<'_>, difference: &Difference, found: &Found, asking: &Asking) -> String {
    let path = &difference.path;
    match difference.change {
        Change::Added | Change::Removed | Change::Changed => answer(side, path, found, asking),
        Change::RowAdded | Change::RowRemoved => row(side, path, found, asking).join("\n"),
        Change::Moved => {
            let rows = Rows::of(&found.form, &side.draft.answers);
            let first = |id| row(side, &path.row(id), found, asking).into_iter().next().unwrap_or_default();
            let rows: Vec<String> = rows.table(path).iter().map(|id| first(*id)).collect();
            rows.join("\n")
        }
    }
}

/// The answers of a row in lines.
fn row(side: &Side<'_>, row: &Path, found: &Found, asking: &Asking) -> Vec<String> {
    let Some((table, _)) = row.in_table() else { return Vec::new() };
    if Rows::of(&found.form, &side.draft.answers).idx(row).is_none() {
        return Vec::new();
    }
    let members =
        found.form.fields.iter().filter(|field| field.path.is_within(&table) && field.path != table);
    let lines = members.filter_map(|field| {
        let text = answer(side, &field.path.in_row(&table, row), found, asking);
        let label = field.label.get(asking.locale);
        (!text.is_empty()).then(|| [label, page::words(asking.locale).colon, &text].concat())
    });
    lines.collect()
}

/// An answer as people read it; masked where others can see the screen.
fn answer(side: &Side<'_>, path: &Path, found: &Found, asking: &Asking) -> String {
    let w = words(asking.locale);
    let answers = &side.draft.answers;
    let kind = found.form.field(path).map(|field| &field.kind);
    let is_there =
        answers.entries.keys().any(|entered| entered.is_within(path) && !answers.raw(entered).is_empty());
    match kind {
        Some(Kind::Signature) if is_there => return w.signed.to_owned(),
        Some(Kind::Attachment(_)) if is_there => return w.attached.to_owned(),
        Some(_) | None => {}
    }
    match field(&side.view, path) {
        Some(view) => match (&view.masked, view.shown.is_empty()) {
            (Some(masked), _) if asking.is_shared => masked.clone(),
            (_, false) => view.shown.clone(),
            (_, true) if view.parts.is_empty() => view.raw.clone(),
            (_, true) => view.parts.join(" ").trim().to_owned(),
        },
        // What is hidden at the moment is told as it was typed.
        None => typed(side, path, kind, asking.locale),
    }
}

fn typed(side: &Side<'_>, path: &Path, kind: Option<&Kind>, locale: Locale) -> String {
    let answers = &side.draft.answers;
    let raw = answers.raw(path);
    let choice =
        kind.and_then(Kind::choices).and_then(|choices| choices.iter().find(|choice| choice.code == raw));
    match (choice, raw) {
        (Some(choice), _) => choice.label.get(locale).to_owned(),
        (None, "true") if kind == Some(&Kind::YesNo) => page::words(locale).yes.to_owned(),
        (None, "false") if kind == Some(&Kind::YesNo) => page::words(locale).no.to_owned(),
        (None, "") => {
            let parts = Kind::ADDRESS_PARTS.map(|part| answers.raw(&path.child(part)));
            parts.join(" ").trim().to_owned()
        }
        (None, raw) => raw.to_owned(),
    }
}

/// The question at a path, in whatever row.
fn field<'a>(view: &'a FormView, path: &Path) -> Option<&'a Rc<FieldView>> {
    let fields = view.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
    let mut all = fields.flat_map(|field| {
        let rows = field.rows.iter().flat_map(|row| &row.fields);
        std::iter::once(field).chain(rows)
    });
    all.find(|field| field.path == *path)
}

/// The button that takes the ticked ones over.
pub(super) fn accept_text(n: usize, locale: Locale) -> String {
    let w = words(locale);
    if n == 0 { w.accept_none.to_owned() } else { with_number(w.accept, n) }
}
