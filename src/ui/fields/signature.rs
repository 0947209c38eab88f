//! A signature by hand: a box to write in with finger, pen or mouse. Who can not draw, or would rather not, ticks that it comes on
//! paper; no question has drawing as its only way.
//!
//! **Invariant:** a stroke is entered when the pen is lifted, so that nothing else is worked out while it is drawn.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{Asking, leave_group};
use crate::{
    model::Strokes,
    session::{Action, FieldView},
    text::{hand, page::with_number},
    ui::{
        island::{island, part},
        parts::{Aria, Join, button, field_frame, leaf},
    },
    validate::kinds::signature,
};

/// Points of one stroke that are kept while it is drawn; it is thinned when it ends.
const MOST_AT_ONCE: usize = 4000;

/// The question with its box.
pub(crate) fn sign(view: &Rc<FieldView>, asking: &Asking) -> Html {
    field_frame(view, asking, Join::Legend, &|aria| {
        island("signature", Props { view: view.clone(), aria: aria.clone() })
    })
}

/// The strokes as a small picture, for who can see it; the words beside it say the same.
pub(crate) fn picture(raw: &str) -> Html {
    html! { <svg class="yt-sign__small" viewBox="0 0 1000 400" aria-hidden="true">{ lines(raw) }</svg> }
}

/// A line a stroke. A stroke's spelling is that of SVG's points; a dot is drawn from itself to itself.
fn lines(raw: &str) -> Html {
    if signature::strokes(raw).is_err() {
        return Html::default();
    }
    raw.split(';')
        .map(|stroke| line([stroke, " ", stroke.split(' ').next_back().unwrap_or_default()].concat()))
        .collect()
}

fn line(points: String) -> Html {
    html! { <polyline class="yt-sign__stroke" {points} /> }
}

/// What it needs.
#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
    aria: Aria,
}

part!(Props, use_pad);

#[hook]
fn use_pad(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let t = hand::words(asking.locale);
    let (view, aria) = (&props.view, &props.aria);
    let pad = use_node_ref();
    let drawn = use_mut_ref(Vec::<(u16, u16)>::new);
    let redraw = use_force_update();
    let said = use_state_eq(|| "");
    let enter = {
        let (act, path) = (asking.act.clone(), view.path.clone());
        Callback::from(move |raw: String| act.emit(Action::Enter { path: path.clone(), raw }))
    };
    let onpointerdown = {
        let (pad, drawn, redraw) = (pad.clone(), drawn.clone(), redraw.clone());
        Callback::from(move |event: PointerEvent| {
            if !event.is_primary() || event.button() != 0 {
                return;
            }
            let Some(pad) = pad.cast::<Element>() else { return };
            // A pointer that is gone already draws no further; nothing else is lost.
            _ = pad.set_pointer_capture(event.pointer_id());
            *drawn.borrow_mut() = vec![point(&pad, &event)];
            redraw.force_update();
        })
    };
    let onpointermove = {
        let (pad, drawn, redraw) = (pad.clone(), drawn.clone(), redraw.clone());
        Callback::from(move |event: PointerEvent| {
            let mut drawn = drawn.borrow_mut();
            if let (Some(pad), 1..MOST_AT_ONCE, true) =
                (pad.cast::<Element>(), drawn.len(), event.is_primary())
            {
                drawn.push(point(&pad, &event));
                redraw.force_update();
            }
        })
    };
    let onpointerup = {
        let (drawn, said, raw, enter) = (drawn.clone(), said.setter(), view.raw.clone(), enter.clone());
        let redraw = redraw.clone();
        Callback::from(move |_: PointerEvent| {
            let points = drawn.take();
            if points.is_empty() {
                return;
            }
            match signature::with_stroke(&raw, &points) {
                Some(raw) => {
                    said.set("");
                    enter.emit(raw);
                }
                None => said.set(t.sign_full),
            }
            redraw.force_update();
        })
    };
    let onpointercancel = {
        let drawn = drawn.clone();
        Callback::from(move |_: PointerEvent| {
            drawn.take();
            redraw.force_update();
        })
    };
    let on = |raw: String, word: &'static str| {
        let (said, enter) = (said.setter(), enter.clone());
        Callback::from(move |_: MouseEvent| {
            said.set(word);
            enter.emit(raw.clone());
        })
    };
    let is_on_paper = view.raw == Strokes::ON_PAPER;
    let choose = {
        let (said, enter) = (said.setter(), enter.clone());
        Callback::from(move |_: Event| {
            said.set("");
            enter.emit(if is_on_paper { String::new() } else { Strokes::ON_PAPER.to_owned() });
        })
    };
    let now: Vec<String> = drawn.borrow().iter().map(|(x, y)| format!("{x},{y}")).collect();
    let n_strokes = signature::strokes(&view.raw).map_or(0, |strokes| strokes.0.len());
    let how = [&aria.id, "-how"].concat();
    html! {
        <div class="yt-sign" onfocusout={leave_group(view, &asking)}>
            <p class="yt-field__hint" id={how.clone()}>
                { t.sign_how }
                if !view.is_required { { t.sign_optional } }
            </p>
            if !is_on_paper {
                <svg ref={pad} class="yt-sign__pad" viewBox="0 0 1000 400" role="img" aria-label={with_number(t.sign_pad, n_strokes)}
                    aria-describedby={how.clone()} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
                    <line class="yt-sign__line" x1="60" x2="940" y1="320" y2="320" />
                    { lines(&view.raw) }
                    if !now.is_empty() { { line(now.join(" ")) } }
                </svg>
                <div class="yt-sign__acts">
                    { button("yt-button yt-button--small", None, t.sign_undo, on(signature::without_last(&view.raw), t.sign_undone)) }
                    { button("yt-button yt-button--small", None, t.sign_clear, on(String::new(), t.sign_cleared)) }
                </div>
            }
            <label class="yt-option">
                <input type="checkbox" id={aria.id.clone()} checked={is_on_paper}
                    aria-describedby={how} onchange={choose} />
                { t.sign_on_paper }
            </label>
            if *said == t.sign_full { { leaf("p", "yt-field__hint", t.sign_full) } }
            <p class="yt-hidden" role="status">{ *said }</p>
        </div>
    }
}

/// Where an event lies in the box's own units.
fn point(pad: &Element, event: &PointerEvent) -> (u16, u16) {
    let place = pad.get_bounding_client_rect();
    let unit = |at: f64, length: f64, most: u16| {
        let unit = (at / length.max(1.0) * f64::from(most)).round().clamp(0.0, f64::from(most));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the box")]
        let unit = unit as u16;
        unit
    };
    (
        unit(f64::from(event.client_x()) - place.left(), place.width(), Strokes::WIDTH),
        unit(f64::from(event.client_y()) - place.top(), place.height(), Strokes::HEIGHT),
    )
}
