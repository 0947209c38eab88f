//! A place: street office and community of the district by lists; elsewhere province, city and county by lists, or in words
//! where the table has not come or no province was chosen; and the detail.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::{
    Asking,
    choice::{option_rows, selected},
    leave_group,
    text_input::value_of,
};
use crate::{
    model::Path,
    session::{Action, FieldView},
    text::page::{with, words},
    ui::{
        hooks::composition,
        island::{island, part},
        parts::{Aria, Join, field_frame, field_id, leaf},
    },
};

/// Digits of a street office's code; a community has twelve.
const STREET_DIGITS: usize = 9;
/// What the list holds for "not in the district".
const ELSEWHERE: &str = "elsewhere";

/// The question with its controls.
pub(crate) fn address(view: &Rc<FieldView>, asking: &Asking) -> Html {
    field_frame(view, asking, Join::Legend, &|aria| {
        island("address", PartsProps { view: view.clone(), aria: aria.clone() })
    })
}

/// What [`use_address_parts`] needs.
#[derive(PartialEq)]
struct PartsProps {
    view: Rc<FieldView>,
    aria: Aria,
}

part!(PartsProps, use_address_parts);

/// The lists and lines of an address.
#[hook]
fn use_address_parts(props: &PartsProps) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let w = words(asking.locale);
    let view = &props.view;
    let aria = &props.aria;
    let part = |idx: usize| view.parts.get(idx).map_or("", String::as_str);
    let (division, place, detail) = (part(0), part(1), part(2));
    let wants_elsewhere = use_state_eq(|| !place.is_empty());
    let street = division.get(..STREET_DIGITS).unwrap_or_default();
    // With a street office alone "please choose" must be the selected option: where none is, the browser keeps the last,
    // since Yew puts options in from the end.
    let community = if division == street { "" } else { division };
    let table = asking.tables.streets.as_ref();
    let rows = table.map_or(&[][..], |table| &table.rows);
    let has_list = !rows.is_empty();
    let elsewhere = with(w.elsewhere, &asking.district);
    let mut streets: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.code.as_str(), row.name.as_str())).collect();
    streets.push((ELSEWHERE, &elsewhere));
    let communities: Vec<(&str, &str)> = rows
        .iter()
        .filter(|row| row.code == street)
        .flat_map(|row| &row.communities)
        .map(|(code, name)| (code.as_str(), name.as_str()))
        .collect();
    let county = if street.is_empty() { division } else { "" };
    // The district itself, chosen as a county, leads to its streets.
    let is_here = !county.is_empty()
        && rows.first().is_some_and(|row| row.code.starts_with(county) && county.len() == 6);
    let is_elsewhere = !has_list
        || (street.is_empty() && !is_here && (*wants_elsewhere || !county.is_empty() || !place.is_empty()));
    let chosen = if is_elsewhere { ELSEWHERE } else { street };

    let choose_street = {
        let (act, path, wants) = (asking.act.clone(), view.path.clone(), wants_elsewhere.setter());
        Callback::from(move |event: Event| {
            let Some(code) = selected(&event) else { return };
            let is_elsewhere = code == ELSEWHERE;
            wants.set(is_elsewhere);
            let raw = if is_elsewhere { String::new() } else { code };
            act.emit(Action::Enter { path: path.child("division"), raw });
            if !is_elsewhere {
                act.emit(Action::Enter { path: path.child("place"), raw: String::new() });
            }
        })
    };
    let choose_community = {
        let (act, path, street) = (asking.act.clone(), view.path.clone(), street.to_owned());
        Callback::from(move |event: Event| {
            let Some(code) = selected(&event) else { return };
            let raw = if code.is_empty() { street.clone() } else { code };
            act.emit(Action::Enter { path: path.child("division"), raw });
        })
    };
    let id = |name: &str| [&aria.id, "-", name].concat();
    // Issues name these parts, so that a line of the error summary leads here.
    let part_id = |name: &str| field_id(&view.path.child(name));
    let regions = asking.tables.regions.as_ref().filter(|_| is_elsewhere);
    let levels = regions.map_or_else(Vec::new, |regions| regions.levels(county));
    let has_levels = !levels.is_empty();
    let selects =
        levels.into_iter().zip([w.province, w.city, w.county]).enumerate().map(|(idx, (level, label))| {
            let (act, path) = (asking.act.clone(), view.path.clone());
            let above = level.above.clone();
            let onchange = Callback::from(move |event: Event| {
                let Some(code) = selected(&event) else { return };
                let raw = if code.is_empty() { above.clone() } else { code };
                act.emit(Action::Enter { path: path.child("division"), raw });
                act.emit(Action::Enter { path: path.child("place"), raw: String::new() });
            });
            let options: Vec<(&str, &str)> =
                level.options.iter().map(|(code, name)| (code.as_str(), *name)).collect();
            html! {
                <label class="yt-address__part" key={level.above}>
                    { leaf("span", "yt-address__label", label) }
                    <select class="yt-input" id={id(&idx.to_string())} {onchange}>
                        { option_rows(&options, &level.chosen, &asking) }
                    </select>
                </label>
            }
        });
    html! {
        <div class="yt-address" onfocusout={leave_group(view, &asking)}>
            if has_list {
                <label class="yt-address__part">
                    { leaf("span", "yt-address__label", w.street) }
                    <select class="yt-input" id={aria.id.clone()} aria-invalid={aria.invalid()} onchange={choose_street}>
                        { option_rows(&streets, chosen, &asking) }
                    </select>
                </label>
            }
            if !communities.is_empty() {
                <label class="yt-address__part" key={street.to_owned()}>
                    { leaf("span", "yt-address__label", w.community) }
                    <select class="yt-input" id={id("community")} onchange={choose_community}>
                        { option_rows(&communities, community, &asking) }
                    </select>
                </label>
            }
            { for selects }
            if is_elsewhere && (county.is_empty() || !has_levels) {
                <label class="yt-address__part">
                    { leaf("span", "yt-address__label", w.place) }
                    { plain_input(if has_list { part_id("place") } else { aria.id.clone() }, view.path.child("place"), place) }
                </label>
            }
            <label class="yt-address__part">
                { leaf("span", "yt-address__label", w.detail) }
                { plain_input(part_id("detail"), view.path.child("detail"), detail) }
            </label>
        </div>
    }
}

/// What [`use_plain_input`] needs.
#[derive(PartialEq)]
struct PlainProps {
    id: String,
    path: Path,
    raw: String,
}

part!(PlainProps, use_plain_input);

fn plain_input(id: String, path: Path, raw: &str) -> Html {
    island("line", PlainProps { id, path, raw: raw.to_owned() })
}

/// A line of text that is part of an address; safe for compositions as `text_input` is.
#[hook]
fn use_plain_input(props: &PlainProps) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let node = use_node_ref();
    let value = if composition::is_composing(&node) {
        node.get().and_then(|node| value_of(node.unchecked_ref())).unwrap_or_default()
    } else {
        props.raw.clone()
    };
    let oninput = {
        let (path, node) = (props.path.clone(), node.clone());
        Callback::from(move |event: InputEvent| {
            let Some(raw) = event.target().as_ref().and_then(value_of) else { return };
            if !composition::is_composing(&node) {
                asking.act.emit(Action::Enter { path: path.clone(), raw });
            }
        })
    };
    html! { <input class="yt-input" id={props.id.clone()} ref={node} autocomplete="off" {value} {oninput} /> }
}
