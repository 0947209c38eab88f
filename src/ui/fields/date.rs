//! A day or a month in small boxes, year first. What is stored is `1946-03-08` or `1946-03`; while something is missing,
//! `1946-3-`. A whole day typed or pasted into a box (`1946年3月8日`, `19460308`) goes to the boxes it belongs to.

use yew::prelude::*;

use super::{Asking, leave_group, text_input::value_of};
use crate::{
    model::{Kind, Path},
    session::{Action, FieldView},
    text::page::words,
    ui::{
        hooks::focus,
        parts::{Aria, Join, field_frame},
    },
    validate::kinds::date::clean,
};

/// The question with its boxes.
pub(crate) fn date(view: &FieldView, asking: &Asking) -> Html {
    let w = words(asking.locale);
    let n_boxes = if *view.kind == Kind::Month { 2 } else { 3 };
    let parts = split(&view.raw, n_boxes);
    field_frame(view, asking, Join::Legend, &|aria| {
        let boxes = [w.year, w.month, w.day].into_iter().take(n_boxes).enumerate().map(|(idx, label)| {
            let class = if idx == 0 {
                "yt-input yt-date__input yt-date__input--year"
            } else {
                "yt-input yt-date__input"
            };
            let value = parts.get(idx).cloned().unwrap_or_default();
            let oninput = entered(asking.act.clone(), view.path.clone(), parts.clone(), idx, aria);
            html! {
                <label class="yt-date__part" key={idx}>
                    <input {class} id={box_id(aria, idx)} inputmode="numeric" autocomplete="off" {value}
                        aria-invalid={aria.invalid()} {oninput} />
                    { label }
                </label>
            }
        });
        html! { <div class="yt-date" onfocusout={leave_group(view, asking)}>{ for boxes }</div> }
    })
}

fn box_id(aria: &Aria, idx: usize) -> String {
    if idx == 0 { aria.id.clone() } else { [&aria.id, "-", &idx.to_string()].concat() }
}

/// Puts what was typed in its place and sends the whole day. Where it went on to a later box, so does the focus.
fn entered(
    act: Callback<Action>,
    path: Path,
    parts: Vec<String>,
    idx: usize,
    aria: &Aria,
) -> Callback<InputEvent> {
    let aria = aria.clone();
    Callback::from(move |event: InputEvent| {
        // Digits come without a composition; the letters of one would be refused anyway.
        if event.is_composing() {
            return;
        }
        let Some(text) = event.target().as_ref().and_then(value_of) else { return };
        let mut parts = parts.clone();
        let last = put(&mut parts, idx, &text);
        act.emit(Action::Enter { path: path.clone(), raw: join(&parts) });
        if last > idx {
            focus::by_id(&box_id(&aria, last));
        }
    })
}

/// Puts a text into the boxes from `idx` on and says which was the last: a separator leads to the next, eight digits are a
/// whole day.
fn put(parts: &mut [String], idx: usize, text: &str) -> usize {
    let text = clean(text);
    let n_boxes = parts.len();
    let mut pieces: Vec<String> = if idx == 0 && is_run(&text, n_boxes) {
        split(&text, n_boxes)
    } else {
        text.splitn(n_boxes - idx, is_between).map(str::to_owned).collect()
    };
    if let Some(piece) = pieces.last_mut() {
        piece.retain(|c| !is_between(c));
    }
    let last = idx + pieces.len() - 1;
    for (part, piece) in parts.iter_mut().skip(idx).zip(pieces) {
        *part = piece;
    }
    last
}

fn is_between(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '年' | '月' | '日' | '号' | '份')
}

/// Whether a text is a whole day or month in digits alone.
fn is_run(text: &str, n_boxes: usize) -> bool {
    text.len() == n_boxes * 2 + 2 && text.bytes().all(|b| b.is_ascii_digit())
}

/// `1946-03-08` into its parts, as typed. Any other spelling is cut at what is no digit.
fn split(raw: &str, n_boxes: usize) -> Vec<String> {
    if is_run(raw, n_boxes) {
        let part = |from: usize, n: usize| raw.chars().skip(from).take(n).collect::<String>();
        return [part(0, 4), part(4, 2), part(6, 2)].into_iter().take(n_boxes).collect();
    }
    let mut parts: Vec<String> =
        raw.splitn(n_boxes, is_between).map(|part| part.trim_end_matches(is_between).to_owned()).collect();
    parts.resize(n_boxes, String::new());
    parts
}

/// The parts as one text; empty where all are.
fn join(parts: &[String]) -> String {
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, want: [&str; 3]) {
        assert_eq!(split(raw, 3), want);
    }

    #[test]
    fn a_day_falls_into_its_parts() {
        check("1946-03-08", ["1946", "03", "08"]);
        check("1946-3-", ["1946", "3", ""]);
        check("19460308", ["1946", "03", "08"]);
        check("1946年3月8日", ["1946", "3", "8"]);
        check("19460", ["19460", "", ""]);
        check("", ["", "", ""]);
        assert_eq!(split("1946-03", 2), ["1946", "03"]);
        assert_eq!(split("1946年3月", 2), ["1946", "3"]);
    }

    #[test]
    fn empty_boxes_are_an_empty_answer() {
        assert_eq!(join(&split("", 3)), "");
        assert_eq!(join(&split("1946--8", 3)), "1946--8");
    }

    #[test]
    fn a_whole_day_goes_to_its_boxes() {
        let check = |before: &str, idx: usize, text: &str, want: &str, last: usize| {
            let mut parts = split(before, 3);
            assert_eq!((put(&mut parts, idx, text), join(&parts).as_str()), (last, want), "{text}");
        };
        for text in ["2023-2-3", "2023.2.3", "2023年2月3日", "２０２３／２／３", " 2023 年 2 月 3 号 "]
        {
            check("1990-5-6", 0, text, "2023-2-3", 2);
        }
        check("", 0, "20230203", "2023-02-03", 2);
        check("", 0, "２０２３０２０３", "2023-02-03", 2);
        check("", 0, "2023", "2023--", 0);
        check("", 0, "2023-", "2023--", 1);
        check("2023--", 1, "2.", "2023-2-", 2);
        check("2023-2-", 2, "3日", "2023-2-3", 2);
        check("2023-2-3", 0, "", "-2-3", 0);
        check("", 0, "2023-2-3-4", "2023-2-34", 2);
        let mut months = split("", 2);
        assert_eq!((put(&mut months, 0, "202302"), join(&months).as_str()), (1, "2023-02"));
        assert_eq!((put(&mut months, 0, "2023年11月"), join(&months).as_str()), (1, "2023-11"));
    }
}
