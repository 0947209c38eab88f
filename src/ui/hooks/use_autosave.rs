//! Hands over what was typed to whoever keeps it, [`Drafts`], which says how it went.
//!
//! **Invariant:** a key costs a pointer here. What is written, and when, is decided behind the door.

use std::rc::Rc;

use yew::prelude::*;

use super::{Filling, Gate, Step, keep, use_gate};
use crate::{
    session::Session,
    ui::{
        Drafts, Same,
        drafts::{Typed, Watch},
        parts::SaveState,
    },
};

/// What the store said of the newest answers, and the file that knows more.
#[hook]
pub(crate) fn use_autosave(
    filling: &Filling,
    step: &UseReducerDispatcher<Filling>,
) -> (SaveState, Gate<Drafts>) {
    let said = use_state_eq(|| SaveState::Waiting);
    let turn = *use_memo((), |()| keep::turn());
    let keeps = keep::keeps();
    let draft = filling.session.as_ref().map(|session| Same(session.shared()));
    let revision = filling.session.as_ref().map_or(0, Session::revision);
    // A form that was only looked at leaves nothing.
    let is_begun = draft.as_ref().is_some_and(|draft| !draft.answers.is_empty());
    let gate = use_gate::<Drafts>(keeps && is_begun || filling.carried.is_some(), revision as usize);
    {
        let (said, step) = (said.setter(), step.clone());
        let (form, progress) = (filling.shared_form(), filling.view.progress);
        use_effect_with((draft, gate), move |(draft, gate)| {
            let Some(Same(draft)) = draft.as_ref().filter(|_| turn == keep::turn()) else { return };
            if is_begun || keep::recall(&draft.form).is_some() {
                keep::remember(draft);
            }
            if let (true, Gate::Open(drafts)) = (keeps, gate) {
                let watch = Watch {
                    say: Rc::new(move |state| said.set(state)),
                    take: Rc::new(move |draft, over| step.dispatch(Step::Take(draft, over))),
                };
                (drafts.note)(Typed { draft: draft.clone(), form, progress }, watch);
            }
        });
    }
    let state = match gate {
        _ if !is_begun => SaveState::Nothing,
        _ if !keeps => SaveState::Memory,
        Gate::Open(_) => *said,
        Gate::Waiting => SaveState::Waiting,
        Gate::Failed => SaveState::Failed,
    };
    (state, gate)
}
