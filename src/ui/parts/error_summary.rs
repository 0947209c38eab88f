//! The error summary on top of a page: takes the focus when it appears; each line leads to its question.

use std::rc::Rc;

use yew::prelude::*;

use super::{Icon, field_id, icon, said_issue};
use crate::{
    model::Rows,
    text::page::words,
    ui::{
        fields::{Asking, name_of},
        hooks::focus,
        island::{island, part},
    },
    validate::{Issue, Severity},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// What is wrong, in form order.
    issues: Vec<Issue>,
    /// The rows of tables, to say which row an issue is about.
    rows: Rc<Rows>,
    /// Counts the attempts to go on, so that each takes the focus.
    attempt: u32,
    /// Takes the focus when it appears; the gallery only shows it.
    takes_focus: bool,
}

part!(Props, use_error_summary);

/// The summary; nothing where no error is to be shown.
pub(crate) fn error_summary(issues: &[Issue], rows: &Rc<Rows>, attempt: u32, takes_focus: bool) -> Html {
    island("summary", Props { issues: issues.to_vec(), rows: rows.clone(), attempt, takes_focus })
}

/// Draws it.
#[hook]
fn use_error_summary(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let node = use_node_ref();
    let n_errors = props.issues.iter().filter(|issue| issue.severity == Severity::Error).count();
    {
        let node = node.clone();
        use_effect_with((props.attempt, n_errors > 0 && props.takes_focus), move |(_, has_errors)| {
            if *has_errors {
                focus::node(&node);
                gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
    }
    if n_errors == 0 {
        return Html::default();
    }
    let w = words(asking.locale);
    let here = gloo::utils::window().location().hash().unwrap_or_default();
    let lines = props.issues.iter().filter(|issue| issue.severity == Severity::Error).map(|issue| {
        let label = name_of(&issue.field, &props.rows, &asking);
        let id = field_id(&issue.field);
        let onclick = Callback::from(move |event: MouseEvent| {
            // The address is the route, so the link moves the focus itself.
            event.prevent_default();
            focus::by_id(&id);
        });
        html! {
            <li key={issue.field.as_str()}>
                <a href={here.clone()} {onclick}>{ said_issue(issue, &label, asking.locale) }</a>
            </li>
        }
    });
    // `role="alert"` sits on a child, so that the focus move and the announcement do not race.
    html! {
        <div class="yt-panel yt-panel--error yt-summary" tabindex="-1" ref={node} aria-labelledby="summary-title">
            <div role="alert">
                <h2 class="yt-panel__title" id="summary-title">{ icon(Icon::Warning) }{ w.summary_title }</h2>
                <ul class="yt-links">{ for lines }</ul>
            </div>
        </div>
    }
}
