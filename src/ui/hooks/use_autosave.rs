//! Keeps the draft as it is typed: half a second after a key, and at once when the page is hidden.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::keep::{self, KeepError};
use crate::{model::Draft, session::Session, ui::parts::SaveState};

const DELAY_MS: u32 = 500;

/// What waits to be kept. While a timer runs it takes the newest draft when it ends, so a steady typist is saved too.
#[derive(Default)]
struct Queue {
    draft: Option<Draft>,
    timer: Option<Timeout>,
    n_sent: u64,
}

/// What the store said of the newest answers.
#[hook]
pub(crate) fn use_autosave(session: Option<&Session>) -> SaveState {
    let state = use_state_eq(|| SaveState::Nothing);
    let queue = use_mut_ref(Queue::default);
    let revision = session.map_or(0, Session::revision);
    // What was typed before the engine came is new to the store.
    let seen = use_mut_ref(|| revision);
    {
        let (state, queue) = (state.setter(), queue.clone());
        let is_new = revision != *seen.borrow();
        *seen.borrow_mut() = revision;
        let has_sent = queue.borrow().n_sent > 0;
        // A form that was only looked at leaves nothing.
        let is_begun = |session: &&Session| has_sent || !session.answers().entries.is_empty();
        let draft = session.filter(|_| is_new).filter(is_begun).map(Session::draft);
        use_effect_with(revision, move |_| {
            let Some(draft) = draft else { return };
            keep::remember(&draft);
            state.set(SaveState::Waiting);
            let slot = queue.clone();
            let mut queue = queue.borrow_mut();
            queue.draft = Some(draft);
            if queue.timer.is_none() {
                queue.timer = Some(Timeout::new(DELAY_MS, move || flush(&slot, &state)));
            }
        });
    }
    {
        let (state, queue) = (state.setter(), queue);
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::document(), "visibilitychange", {
                let (queue, state) = (queue.clone(), state.clone());
                move |_| flush(&queue, &state)
            });
            // What waits when the form is closed is kept as well.
            move || {
                drop(listener);
                flush(&queue, &state);
            }
        });
    }
    *state
}

/// Sends the newest draft to the store and says how it went, unless a newer one is on its way.
fn flush(queue: &Rc<RefCell<Queue>>, state: &UseStateSetter<SaveState>) {
    let (draft, number) = {
        let mut queue = queue.borrow_mut();
        queue.timer = None;
        let Some(draft) = queue.draft.take() else { return };
        queue.n_sent += 1;
        (draft, queue.n_sent)
    };
    let (queue, state) = (queue.clone(), state.clone());
    spawn_local(async move {
        let result = keep::save(draft).await;
        let is_newest = {
            let queue = queue.borrow();
            queue.n_sent == number && queue.draft.is_none()
        };
        if is_newest {
            state.set(match result {
                Ok(()) => SaveState::Saved,
                Err(KeepError::Unavailable) => SaveState::Unavailable,
                Err(KeepError::Failed) => SaveState::Failed,
            });
        }
    });
}
