//! A day in three small boxes, year first. What is stored is `1946-03-08`; while something is missing, `1946-3-`.

use yew::prelude::*;

use super::{Asking, leave_group, text_input::value_of};
use crate::{
    model::Path,
    session::{Action, FieldView},
    text::page::words,
    ui::parts::{Join, field_frame},
};

/// The question with its boxes.
pub(crate) fn date(view: &FieldView, asking: &Asking) -> Html {
    let w = words(asking.locale);
    let parts = split(&view.raw);
    field_frame(view, asking, Join::Legend, &|aria| {
        let boxes = [w.year, w.month, w.day].into_iter().enumerate().map(|(idx, label)| {
            let id = if idx == 0 { aria.id.clone() } else { [&aria.id, "-", &idx.to_string()].concat() };
            let class = if idx == 0 { "yt-input yt-date__input yt-date__input--year" } else { "yt-input yt-date__input" };
            let value = parts.get(idx).cloned().unwrap_or_default();
            let oninput = entered(asking.act.clone(), view.path.clone(), parts.clone(), idx);
            html! {
                <label class="yt-date__part" key={idx}>
                    <input {class} {id} type="text" inputmode="numeric" autocomplete="off" {value}
                        maxlength={if idx == 0 { "4" } else { "2" }} aria-invalid={aria.invalid()} {oninput} />
                    { label }
                </label>
            }
        });
        html! { <div class="yt-date" onfocusout={leave_group(view, asking)}>{ for boxes }</div> }
    })
}

/// Puts one box's text in its place and sends the whole day.
fn entered(act: Callback<Action>, path: Path, parts: [String; 3], idx: usize) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        // Digits come without a composition; the letters of one would be refused anyway.
        if event.is_composing() {
            return;
        }
        let Some(text) = event.target().as_ref().and_then(value_of) else { return };
        let mut parts = parts.clone();
        if let Some(part) = parts.get_mut(idx) {
            text.trim().clone_into(part);
        }
        act.emit(Action::Enter { path: path.clone(), raw: join(&parts) });
    })
}

/// `1946-03-08` into its parts, as typed. Any other spelling is cut at what is no digit.
fn split(raw: &str) -> [String; 3] {
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 8 && digits == raw {
        let part = |from: usize, n: usize| digits.chars().skip(from).take(n).collect::<String>();
        return [part(0, 4), part(4, 2), part(6, 2)];
    }
    let mut parts = raw.splitn(3, ['-', '/', '.', '年', '月']);
    let mut next = || parts.next().unwrap_or_default().trim_end_matches('日').to_owned();
    [next(), next(), next()]
}

/// The parts as one text; empty where all are.
fn join(parts: &[String; 3]) -> String {
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, want: [&str; 3]) {
        assert_eq!(split(raw), want.map(str::to_owned));
    }

    #[test]
    fn a_day_falls_into_its_parts() {
        check("1946-03-08", ["1946", "03", "08"]);
        check("1946-3-", ["1946", "3", ""]);
        check("19460308", ["1946", "03", "08"]);
        check("1946年3月8日", ["1946", "3", "8"]);
        check("", ["", "", ""]);
    }

    #[test]
    fn empty_boxes_are_an_empty_answer() {
        assert_eq!(join(&split("")), "");
        assert_eq!(join(&split("1946--8")), "1946--8");
    }
}
