//! Every fault, grouped by file, errors before warnings; each code leads to its page in the book.

use yew::prelude::*;

use super::desk::count;
use crate::{
    model::Locale,
    text::{author::words, page::with_number},
    ui::parts::leaf,
    worker::{Checked, Fault},
};

/// More than this nobody reads at once; the rest is counted.
const MOST: usize = 500;
/// Faults that come before any rule is asked have no page of their own.
const WITHOUT_PAGE: [&str; 3] = ["F001", "F002", "F021"];

/// The list.
pub(super) fn faults(checked: &Checked, locale: Locale) -> Html {
    let w = words(locale);
    let shown = checked.faults.get(..MOST).unwrap_or(&checked.faults);
    let groups = shown.chunk_by(|one, other| one.file == other.file);
    html! {
        <section class="yt-stack" aria-labelledby="faults-title">
            <h2 id="faults-title">{ w.faults_title }</h2>
            if checked.faults.is_empty() {
                { leaf("p", "", w.faults_none) }
            } else {
                <p>{ counts(&checked.faults, locale) }</p>
                { leaf("p", "yt-field__hint", w.book_hint) }
                { for groups.map(|faults| group(faults, locale)) }
            }
            if shown.len() < checked.faults.len() {
                <p class="yt-field__warning">{ with_number(w.more_faults, checked.faults.len() - shown.len()) }</p>
            }
        </section>
    }
}

/// How many errors and warnings.
fn counts(faults: &[Fault], locale: Locale) -> Html {
    let w = words(locale);
    let n_errors = faults.iter().filter(|fault| fault.is_error).count();
    let n_warnings = faults.len() - n_errors;
    html! {
        <>
            if n_errors > 0 { <span class="yt-tag yt-tag--warn">{ count(w.n_errors, n_errors) }</span>{ " " } }
            if n_warnings > 0 { <span class="yt-tag yt-tag--plain">{ count(w.n_warnings, n_warnings) }</span> }
        </>
    }
}

fn group(faults: &[Fault], locale: Locale) -> Html {
    let file = faults.first().map_or("", |fault| fault.file.as_str());
    html! {
        <section class="yt-stack">
            <h3 class="yt-file">{ file }{ " " }{ counts(faults, locale) }</h3>
            <ul class="yt-faults">{ for faults.iter().map(|fault| one(fault, locale)) }</ul>
        </section>
    }
}

fn one(fault: &Fault, locale: Locale) -> Html {
    let w = words(locale);
    let (class, tag, word) = match fault.is_error {
        true => ("yt-fault yt-fault--error", "yt-tag yt-tag--warn", w.error),
        false => ("yt-fault", "yt-tag yt-tag--plain", w.warning),
    };
    let page = if WITHOUT_PAGE.contains(&fault.code.as_str()) {
        "book/lints.html".to_owned()
    } else {
        ["book/lints/", &fault.code, ".html"].concat()
    };
    let line = match fault.line {
        Some(line) => with_number(w.line, line as usize),
        None => w.whole_file.to_owned(),
    };
    html! {
        <li {class}>
            <p>
                { leaf("span", tag, word) }{ " " }
                <a href={page} target="_blank" rel="noopener">{ &fault.code }</a>
                { " " }<strong>{ line }</strong>{ " " }
                if !fault.pointer.is_empty() { <code>{ &fault.pointer }</code> }
            </p>
            <p>{ &fault.message }</p>
            if !fault.hint.is_empty() { <p class="yt-field__hint">{ w.hint }{ &fault.hint }</p> }
        </li>
    }
}
