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
        parts::{Aria, Join, field_frame, leaf},
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
    let levels = if is_elsewhere { levels(&asking, county) } else { Vec::new() };
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
                    { plain_input(if has_list { id("place") } else { aria.id.clone() }, view.path.child("place"), place) }
                </label>
            }
            <label class="yt-address__part">
                { leaf("span", "yt-address__label", w.detail) }
                { plain_input(id("detail"), view.path.child("detail"), detail) }
            </label>
        </div>
    }
}

/// One list of divisions.
struct Level<'a> {
    /// The code above all of them; empty for provinces.
    above: String,
    /// Which is chosen.
    chosen: String,
    options: Vec<(String, &'a str)>,
}

/// The lists on the way to a county: provinces, then what stands below each that was chosen.
fn levels<'a>(asking: &'a Asking, county: &str) -> Vec<Level<'a>> {
    let Some(regions) = &asking.tables.regions else { return Vec::new() };
    let mut code: u32 = county.parse().unwrap_or_default();
    let text = |code: u32| if code == 0 { String::new() } else { code.to_string() };
    // From the county up; a code that the table does not have stands below nothing.
    let mut chosen = vec![0];
    while code > 0 && regions.words(code).is_some() {
        chosen.insert(1, code);
        code = regions.above(code);
    }
    let level = |(idx, above): (usize, &u32)| Level {
        above: text(*above),
        chosen: text(chosen.get(idx + 1).copied().unwrap_or_default()),
        options: regions.below(*above).into_iter().map(|(code, name)| (text(code), name)).collect(),
    };
    let levels = chosen.iter().enumerate().map(level);
    levels.filter(|level| !level.options.is_empty()).collect()
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::model::{RegionStatus, Regions, Tables};

    #[test]
    fn the_lists_lead_from_the_country_to_a_county() {
        let row = |code, name: &str| (code, name.to_owned(), RegionStatus::Current);
        let rows = vec![
            row(420_000, "湖北省"),
            row(420_100, "武汉市"),
            row(420_114, "蔡甸区"),
            row(429_004, "仙桃市"),
        ];
        let tables = Rc::new(Tables { regions: Some(Regions { rows }), ..Tables::default() });
        let asking = Asking { tables, ..Asking::default() };
        let check = |county: &str, want: &[(&str, &str, usize)]| {
            let levels = levels(&asking, county);
            let found: Vec<(&str, &str, usize)> = levels
                .iter()
                .map(|level| (level.above.as_str(), level.chosen.as_str(), level.options.len()))
                .collect();
            assert_eq!(found, want, "{county}");
        };
        check("", &[("", "", 1)]);
        check("420000", &[("", "420000", 1), ("420000", "", 2)]);
        check("420100", &[("", "420000", 1), ("420000", "420100", 2), ("420100", "", 1)]);
        check("420114", &[("", "420000", 1), ("420000", "420100", 2), ("420100", "420114", 1)]);
        check("429004", &[("", "420000", 1), ("420000", "429004", 2)]);
        check("999999", &[("", "", 1)]);
        check("x", &[("", "", 1)]);
        assert!(super::levels(&Asking::default(), "420114").is_empty());
    }
}
