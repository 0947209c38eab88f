//! What this page knows of each draft that it has, or had, open.
//!
//! **Invariant:** [`Base`] is what the store has said it has; what is newer stays in `newest` until the store has that.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout};

use super::{
    Typed, Watch, channel, saving,
    shelf::{self, Open},
};
use crate::{
    model::{Draft, DraftId, FormId, Localized},
    store::{self, Held, News},
    ui::{Whose, hooks::keep, parts::SaveState},
};

/// Something about a draft that the person is told over the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    /// A draft was opened, saved at a time; there are so many others of this form.
    Resumed { saved_at: u64, n_others: usize },
    /// What was typed here is a draft of its own now: another tab changed the same one.
    Apart,
    /// Another tab had changed the same draft, and saved what it had apart.
    Parted,
    /// What another tab saved was taken over.
    Taken,
    /// Another tab deleted it.
    Deleted,
}

/// A draft that this page has, or had, open.
pub(super) struct Track {
    pub(super) form: FormId,
    /// Its id, once it was saved.
    pub(super) id: Option<DraftId>,
    /// What the store has of it, as far as this tab knows.
    pub(super) base: Option<Base>,
    pub(super) begun_at: u64,
    /// The applicant's name, covered, and what the form is called, as they were saved last.
    pub(super) who: String,
    pub(super) title: Localized,
    pub(super) is_lasting: bool,
    /// What is newer than the store's.
    pub(super) newest: Option<Typed>,
    /// What was loaded is to be drawn first.
    pub(super) is_loaded: bool,
    pub(super) is_saving: bool,
    pub(super) timer: Option<Timeout>,
    pub(super) n_failed: u32,
    pub(super) watch: Option<Watch>,
    pub(super) news: Vec<Note>,
}

#[derive(Clone)]
pub(super) struct Base {
    pub(super) seq: u64,
    pub(super) draft: Rc<Draft>,
    pub(super) files: Vec<String>,
}

#[derive(Default)]
pub(super) struct Tracks {
    pub(super) all: Vec<Track>,
    /// Who draws the news.
    pub(super) redraw: Option<Rc<dyn Fn()>>,
    /// Who draws whose turn it is, at a helper's counter.
    pub(super) watcher: Option<Rc<dyn Fn()>>,
    /// Those who save at once when the page is hidden.
    pub(super) listeners: Vec<EventListener>,
}

thread_local! {
    /// Every draft of the page.
    pub(super) static TRACKS: RefCell<Tracks> = RefCell::default();
}

impl Track {
    pub(super) fn new(form: FormId) -> Self {
        // What is somebody's own stays until they delete it.
        let is_lasting = Whose::of(&form).is_some();
        Self {
            form,
            id: None,
            base: None,
            begun_at: store::now(),
            who: String::new(),
            title: Localized::default(),
            is_lasting,
            newest: None,
            is_loaded: false,
            is_saving: false,
            timer: None,
            n_failed: 0,
            watch: None,
            news: Vec::new(),
        }
    }

    pub(super) fn of(form: FormId, id: DraftId, held: Held) -> Self {
        Self {
            id: Some(id),
            begun_at: held.head.begun_at,
            who: held.head.who,
            title: held.head.title,
            is_lasting: held.head.is_lasting,
            base: Some(Base { seq: held.seq, draft: Rc::new(held.draft), files: held.head.files }),
            is_loaded: true,
            ..Self::new(form)
        }
    }

    pub(super) fn say(&self, state: SaveState) {
        if let Some(watch) = &self.watch {
            (watch.say)(state);
        }
    }

    /// Whether all that is here is in the store.
    pub(super) fn is_quiet(&self) -> bool {
        self.newest.is_none() && !self.is_saving
    }

    pub(super) fn set_timer(&mut self, delay_ms: u32) {
        let form = self.form.clone();
        self.timer = Some(Timeout::new(delay_ms, move || saving::flush(&form)));
    }
}

/// Does something with the track of a form, where there is one.
pub(super) fn with<R>(form: &FormId, work: impl FnOnce(&mut Track) -> R) -> Option<R> {
    TRACKS.with_borrow_mut(|tracks| tracks.all.iter_mut().find(|track| track.form == *form).map(work))
}

/// Does something with the track of a draft, where there is one.
pub(super) fn of_id(id: &DraftId, work: impl FnOnce(&mut Track)) {
    TRACKS.with_borrow_mut(|tracks| {
        if let Some(track) = tracks.all.iter_mut().find(|track| track.id.as_ref() == Some(id)) {
            work(track);
        }
    });
}

/// Lets go of what this page has of a form, so that it opens anew, or with another draft. Where that draft is open already, or what is
/// here could not be saved, it does not.
pub(super) fn let_go(form: &FormId, id: &DraftId, is_fresh: bool) -> bool {
    let stays = |track: &mut Track| !track.is_quiet() || (!is_fresh && track.id.as_ref() == Some(id));
    if with(form, stays) == Some(true) {
        return false;
    }
    clear(form);
    true
}

/// Lets go of the open draft of a form; the next one is a draft of its own.
pub(super) fn part(form: &FormId) {
    clear(form);
    shelf::set_open(&Open::Fresh);
}

/// Lets go of a form that is nowhere any more.
pub(super) fn forget(form: &FormId) {
    clear(form);
}

fn clear(form: &FormId) {
    keep::forget(form);
    TRACKS.with_borrow_mut(|tracks| tracks.all.retain(|track| track.form != *form));
}

/// Lets go of a draft that was deleted here.
pub(super) fn deleted(id: &DraftId) {
    let form = TRACKS.with_borrow(|tracks| {
        let track = tracks.all.iter().find(|track| track.id.as_ref() == Some(id));
        track.map(|track| track.form.clone())
    });
    if let Some(form) = form {
        clear(&form);
    }
    if shelf::open() == Open::One(id.clone()) {
        shelf::set_open(&Open::Any);
    }
    channel::tell(&News::Deleted(id.clone()));
}

/// A draft is to stay, or no longer.
pub(super) fn lasting(id: &DraftId, is_lasting: bool) {
    of_id(id, |track| track.is_lasting = is_lasting);
    channel::tell(&News::Lasting(id.clone(), is_lasting));
}

/// What is to be told of a form's draft.
pub(super) fn news(form: &FormId) -> Vec<Note> {
    with(form, |track| track.news.clone()).unwrap_or_default()
}

/// It was read.
pub(super) fn read(form: &FormId) {
    with(form, |track| track.news.clear());
    redraw();
}

/// Who draws the news from now on.
pub(super) fn set_redraw(with: Option<Rc<dyn Fn()>>) {
    TRACKS.with_borrow_mut(|tracks| tracks.redraw = with);
}

pub(super) fn redraw() {
    let both = TRACKS.with_borrow(|tracks| [tracks.redraw.clone(), tracks.watcher.clone()]);
    for redraw in both.into_iter().flatten() {
        redraw();
    }
}
