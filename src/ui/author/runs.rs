//! What each example comes to: it passes, it is refused for exactly what is listed, or what differs.

use yew::prelude::*;

use crate::{
    model::Locale,
    text::{author::words, page::with_number},
    ui::parts::leaf,
    worker::{ExampleRun, RunOutcome},
};

/// The examples of a form.
pub(super) fn runs(runs: &[ExampleRun], locale: Locale) -> Html {
    let w = words(locale);
    html! {
        <section class="yt-panel yt-stack" aria-labelledby="runs-title">
            <h3 id="runs-title">{ w.runs_title }</h3>
            { leaf("p", "yt-field__hint", if runs.is_empty() { w.runs_none } else { w.runs_lead }) }
            if !runs.is_empty() {
                <ul class="yt-faults">{ for runs.iter().map(|run| one(run, locale)) }</ul>
            }
        </section>
    }
}

fn one(run: &ExampleRun, locale: Locale) -> Html {
    let w = words(locale);
    let issues = |title: &'static str, issues: &[String]| {
        html! {
            if !issues.is_empty() {
                { leaf("p", "", title) }
                <ul>{ for issues.iter().map(|issue| html! { <li><code>{ issue }</code></li> }) }</ul>
            }
        }
    };
    let (is_good, said, more) = match &run.outcome {
        RunOutcome::Passes => (true, w.run_passes.to_owned(), Html::default()),
        RunOutcome::Refused(n) => (true, with_number(w.run_refused, *n), Html::default()),
        RunOutcome::Differs { missing, extra } if missing.is_empty() && extra.is_empty() => {
            (false, w.run_differs.to_owned(), leaf("p", "", w.run_order))
        }
        RunOutcome::Differs { missing, extra } => {
            let more = html! { <>{ issues(w.run_missing, missing) }{ issues(w.run_extra, extra) }</> };
            (false, w.run_differs.to_owned(), more)
        }
        RunOutcome::Unreadable(reason) => {
            (false, w.run_unreadable.to_owned(), html! { <p><code>{ reason }</code></p> })
        }
    };
    let (class, tag) = match is_good {
        true => ("yt-fault yt-fault--good", "yt-tag yt-tag--good"),
        false => ("yt-fault yt-fault--error", "yt-tag yt-tag--warn"),
    };
    html! {
        <li {class}>
            <p><strong class="yt-file">{ &run.file }</strong>{ " " }<span class={tag}>{ said }</span></p>
            { more }
        </li>
    }
}
