//! A table of rows: a card a row, with buttons to add, take away and move.
//!
//! The focus follows what was done: to a new row's first question, after taking a row away to the one that took its place
//! (or to the button that adds), after a move to the row that was moved. What happened is said politely. Where a row with answers
//! was taken away, a button in its place puts it back.

use std::rc::Rc;

use yew::prelude::*;

use super::{Asking, field};
use crate::{
    model::{Kind, Path},
    session::{Action, FieldView, RowView},
    text::page::{numbered, with, words},
    ui::{
        hooks::focus,
        island::{keyed, part},
        parts::{Join, field_frame, field_id, frame_class},
    },
};

#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
}

part!(Props, use_table);

/// A table. Drawn again only where one of its rows changed, and then each row and question decides for itself.
pub(super) fn rows(view: &Rc<FieldView>) -> Html {
    keyed("rows", view.path.as_str(), Props { view: view.clone() })
}

/// Where the focus is to go once the rows have changed.
#[derive(Clone, PartialEq)]
enum Goal {
    /// The first question of the last row.
    Last,
    /// What stands at this place now.
    At(usize),
    /// This row.
    Row(Path),
}

#[hook]
fn use_table(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let view = &props.view;
    let w = words(asking.locale);
    let goal = use_mut_ref(|| None::<Goal>);
    let said = use_state_eq(String::new);
    let paths: Vec<Path> = view.rows.iter().map(|row| row.path.clone()).collect();
    {
        let (goal, add_id) = (goal.clone(), field_id(&view.path));
        let first = view.rows.last().and_then(|row| row.fields.first()).map(|field| field_id(&field.path));
        use_effect_with(paths, move |paths| {
            let id = match goal.take() {
                None => return,
                Some(Goal::Last) => first,
                Some(Goal::At(idx)) => paths.get(idx).or(paths.last()).map(row_id),
                Some(Goal::Row(path)) => Some(row_id(&path)),
            };
            focus::by_id(&id.unwrap_or(add_id));
        });
    }
    let act = {
        let (act, goal, said) = (asking.act.clone(), goal.clone(), said.setter());
        Callback::from(move |(action, then, text): (Action, Goal, String)| {
            *goal.borrow_mut() = Some(then);
            said.set(text);
            act.emit(action);
        })
    };
    let n_rows = view.rows.len();
    let name = |idx: usize| numbered(&view.label, idx + 1, asking.locale);
    let put_back = |idx: usize| {
        let (act, table, text) = (act.clone(), view.path.clone(), with(w.row_restored, &name(idx)));
        let onclick = Callback::from(move |_: MouseEvent| {
            act.emit((Action::RestoreRow(table.clone()), Goal::At(idx), text.clone()));
        });
        html! { <div class="yt-row__undo" key="undo">{ with(w.row_removed, &name(idx)) }{ act_button(w.row_undo, &name(idx), onclick) }</div> }
    };
    // Where the row stood, or at the end.
    let undo_idx = view.removed.map(|idx| idx.min(n_rows));
    let mut cards = Vec::with_capacity(n_rows + 1);
    for (idx, row) in view.rows.iter().enumerate() {
        let own = name(idx);
        let on = |action: Action, then: Goal, word: &str| {
            let (act, text) = (act.clone(), with(word, &own));
            Callback::from(move |_: MouseEvent| act.emit((action.clone(), then.clone(), text.clone())))
        };
        let to =
            |to| on(Action::MoveRow { row: row.path.clone(), to }, Goal::Row(row.path.clone()), w.row_moved);
        let remove = on(Action::RemoveRow(row.path.clone()), Goal::At(idx), w.row_removed);
        cards.extend(undo_idx.filter(|at| *at == idx).map(put_back));
        cards.push(html! {
            <fieldset class="yt-row" id={row_id(&row.path)} tabindex="-1" key={row.path.as_str()}>
                <legend class="yt-row__title">{ &own }</legend>
                { card(row) }
                <div class="yt-row__acts">
                    if idx > 0 { { act_button(w.row_up, &own, to(idx - 1)) } }
                    if idx + 1 < n_rows { { act_button(w.row_down, &own, to(idx + 1)) } }
                    { act_button(w.row_remove, &own, remove) }
                </div>
            </fieldset>
        });
    }
    cards.extend(undo_idx.filter(|at| *at == n_rows).map(put_back));
    let limit = view.limits.max_rows.unwrap_or(Kind::ROW_LIMIT).min(Kind::ROW_LIMIT);
    let add = (n_rows < limit).then(|| {
        let (act, table, text) = (act.clone(), view.path.clone(), with(w.row_added, &name(n_rows)));
        let onclick = Callback::from(move |_: MouseEvent| {
            act.emit((Action::AddRow(table.clone()), Goal::Last, text.clone()));
        });
        (onclick, with(w.row_add, &view.label))
    });
    html! {
        <div class={classes!(frame_class(view), "yt-field--wide")}>
            { field_frame(view, &asking, Join::Legend, &|aria| html! {
                <>
                    <div class="yt-rows">{ cards.clone() }</div>
                    <div class="yt-rows__end">
                        if let Some((onclick, text)) = &add {
                            <button type="button" class="yt-button" id={aria.id.clone()} onclick={onclick.clone()}>{ text }</button>
                        } else {
                            <p class="yt-field__hint" id={aria.id.clone()} tabindex="-1">{ w.row_full }</p>
                        }
                    </div>
                </>
            }) }
            <p class="yt-hidden" role="status">{ said.as_str() }</p>
        </div>
    }
}

/// The id of a row's card.
fn row_id(row: &Path) -> String {
    ["r-", row.as_str()].concat()
}

/// A button of a row; its name says which row.
fn act_button(word: &'static str, row: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="yt-button yt-button--quiet yt-button--small" {onclick}>
            { word }<span class="yt-hidden">{ row }</span>
        </button>
    }
}

#[derive(PartialEq)]
struct CardProps {
    view: Rc<RowView>,
}

part!(CardProps, use_card);

fn card(view: &Rc<RowView>) -> Html {
    keyed("card", view.path.as_str(), CardProps { view: view.clone() })
}

/// The questions of a row.
#[hook]
fn use_card(props: &CardProps) -> Html {
    html! { <div class="yt-row__fields">{ for props.view.fields.iter().map(field) }</div> }
}
