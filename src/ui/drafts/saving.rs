//! Keeps each draft as it is typed: half a second after a key, at once when the page is hidden, again where it failed.
//!
//! **Invariant:** "saved" is said only of what the store has said it has; a draft is written over only where it is still what this
//! tab saw last; what could not be saved stays here and is tried again with what was typed since.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;

use super::{
    Typed, Watch, channel,
    shelf::{self, Open},
    track::{self, Base, Note, TRACKS, Track, redraw, with},
};
use crate::{
    model::{Draft, DraftHead, DraftId, FormId},
    record,
    store::{self, Held, News, Put, StoreError, Way, way},
    text::drafts::why,
    ui::{Whose, hooks::keep, later::Work, parts::SaveState},
};

/// After a key.
const DELAY_MS: u32 = 500;
/// After a failure, the longest.
const MOST_MS: u32 = 30_000;
/// How often a draft is saved anew at once where others save it too.
const TRIES: usize = 4;

/// A piece of work for the store.
struct Job {
    id: Option<DraftId>,
    base: Option<Base>,
    typed: Typed,
    begun_at: u64,
    is_lasting: bool,
}

/// What came of it.
enum Outcome {
    Saved { id: DraftId, seq: u64, news: Option<Note> },
    Take(DraftId, Box<Held>),
}

/// Takes note of a draft as it now stands.
pub(super) fn note(typed: Typed, watch: Watch) {
    let form = typed.draft.form.clone();
    listen();
    track_of(&form);
    with(&form, |track| {
        track.watch = Some(watch);
        let is_loaded = std::mem::take(&mut track.is_loaded);
        let is_new = match (&mut track.base, &track.newest) {
            (_, Some(newest)) => !Rc::ptr_eq(&newest.draft, &typed.draft),
            (Some(base), None) => {
                // What was just opened is the store's own: on another page perhaps, or brought to the form as it is.
                let is_same = *base.draft == *typed.draft
                    || is_loaded
                        && (base.draft.answers == typed.draft.answers
                            || base.draft.version != typed.draft.version);
                if is_same {
                    base.draft = typed.draft.clone();
                }
                !Rc::ptr_eq(&base.draft, &typed.draft)
            }
            (None, None) => !typed.draft.answers.is_empty(),
        };
        if is_new {
            track.newest = Some(typed);
            if track.n_failed == 0 {
                track.say(SaveState::Waiting);
            }
            if track.timer.is_none() && !track.is_saving {
                track.set_timer(DELAY_MS);
            }
        } else if track.is_quiet() && track.base.is_some() {
            track.say(SaveState::Saved);
        }
    });
}

/// Saves a draft at once, in the place of the one of its form that is open.
pub(super) fn put(typed: Typed) -> Work<()> {
    Box::pin(async move {
        let form = typed.draft.form.clone();
        listen();
        track_of(&form);
        with(&form, |track| track.newest = Some(typed));
        save(&form).await;
    })
}

/// Lets go of the draft of a form that is open, once it is in the store.
pub(super) fn part(form: FormId) -> Work<()> {
    Box::pin(async move {
        save(&form).await;
        // What could not be saved is not let go of.
        if with(&form, |track| track.is_quiet()) != Some(false) {
            track::part(&form);
        }
    })
}

/// Begins the track of a form where there is none.
fn track_of(form: &FormId) {
    TRACKS.with_borrow_mut(|tracks| {
        if !tracks.all.iter().any(|track| track.form == *form) {
            tracks.all.push(Track::new(form.clone()));
        }
    });
}

/// Saves at once whenever the page is hidden or left.
fn listen() {
    TRACKS.with_borrow_mut(|tracks| {
        if tracks.listeners.is_empty() {
            let hidden = EventListener::new(&gloo::utils::document(), "visibilitychange", |_| flush_all());
            let left = EventListener::new(&gloo::utils::window(), "pagehide", |_| flush_all());
            tracks.listeners = vec![hidden, left];
        }
    });
}

fn flush_all() {
    let forms: Vec<FormId> =
        TRACKS.with_borrow(|tracks| tracks.all.iter().map(|track| track.form.clone()).collect());
    for form in forms {
        flush(&form);
    }
}

/// Sends the newest draft of a form to the store.
pub(super) fn flush(form: &FormId) {
    let form = form.clone();
    spawn_local(async move { save(&form).await });
}

/// Saves whatever is newer than the store's, and waits for it.
pub(super) async fn settle() {
    let forms: Vec<FormId> =
        TRACKS.with_borrow(|tracks| tracks.all.iter().map(|track| track.form.clone()).collect());
    for form in forms {
        save(&form).await;
    }
}

async fn save(form: &FormId) {
    let job = with(form, |track| {
        track.timer = None;
        if track.is_saving {
            return None;
        }
        let typed = track.newest.take()?;
        track.is_saving = true;
        Some(Job {
            id: track.id.clone(),
            base: track.base.clone(),
            typed,
            begun_at: track.begun_at,
            is_lasting: track.is_lasting,
        })
    });
    if let Some(Some(job)) = job {
        let outcome = attempt(&job).await;
        end(form, job, outcome);
    }
}

/// Saves; where another tab was faster, finds the way out.
async fn attempt(job: &Job) -> Result<Outcome, StoreError> {
    let store = shelf::store().await?;
    let draft = &job.typed.draft;
    let head = DraftHead {
        form: draft.form.clone(),
        version: draft.version,
        title: job.typed.form.title.clone(),
        who: job.typed.who(),
        progress: job.typed.progress,
        begun_at: job.begun_at,
        is_lasting: job.is_lasting,
        ahead_since: None,
        files: Vec::new(),
    };
    let mut id = match &job.id {
        Some(id) => id.clone(),
        None => store::new_id()?,
    };
    let mut seen = job.base.as_ref().map(|base| base.seq);
    let mut news = None;
    for _ in 0..TRIES {
        match store.save(&id, seen, &head, draft).await? {
            Put::Done(seq) => return Ok(Outcome::Saved { id, seq, news }),
            Put::Gone => {
                (id, seen, news) = (store::new_id()?, None, Some(Note::Deleted));
            }
            Put::Newer => {
                let held = store.load(&id).await.ok().flatten();
                let base = job.base.as_ref().map(|base| &base.draft.answers);
                match held {
                    Some(held) => match way(base, &draft.answers, &held.draft.answers) {
                        Way::Over => seen = Some(held.seq),
                        Way::Take => return Ok(Outcome::Take(id, Box::new(held))),
                        Way::Apart => {
                            channel::tell(&News::Parted(id));
                            (id, seen, news) = (store::new_id()?, None, Some(Note::Apart));
                        }
                    },
                    // It was deleted in this moment, or can not be opened.
                    None => (id, seen, news) = (store::new_id()?, None, Some(Note::Apart)),
                }
            }
        }
    }
    Err(StoreError::Closed)
}

fn end(form: &FormId, job: Job, outcome: Result<Outcome, StoreError>) {
    let mut released = Vec::new();
    with(form, |track| {
        track.is_saving = false;
        let outcome = match outcome {
            // Without the mark the draft is found no more after a reload, so it was not kept.
            Ok(_) if keep::set_mark(true).is_err() => Err(StoreError::Blocked),
            outcome => outcome,
        };
        match outcome {
            Ok(Outcome::Saved { id, seq, news }) => {
                track.n_failed = 0;
                track.news.retain(|news| !matches!(news, Note::Resumed { .. }));
                track.news.extend(news);
                match Whose::of(form) {
                    Some(whose) => keep::mark_own(whose, true),
                    None => shelf::set_open(&Open::One(id.clone())),
                }
                channel::tell(&News::Saved(id.clone(), seq));
                (track.who, track.title) = (job.typed.who(), job.typed.form.title.clone());
                let draft = job.typed.draft;
                let files = record::named_files(&draft);
                let old = job.base.map(|base| base.files).unwrap_or_default();
                released.extend(old.into_iter().filter(|file| !files.contains(file)));
                track.id = Some(id);
                track.base = Some(Base { seq, draft, files });
            }
            // What was typed since began with what the store had before, so it is for the next attempt to see.
            Ok(Outcome::Take(..)) if track.newest.is_some() => {}
            Ok(Outcome::Take(id, held)) => taken(track, id, *held, &job.typed.draft),
            Err(error) => {
                track.n_failed += 1;
                track.newest.get_or_insert(job.typed);
                track.say(SaveState::Bad(why(&error)));
                if error.may_pass() {
                    let delay = DELAY_MS.saturating_mul(1 << track.n_failed.min(6)).min(MOST_MS);
                    track.set_timer(delay);
                }
                return;
            }
        }
        if track.newest.is_none() {
            track.say(SaveState::Saved);
        } else {
            track.set_timer(if gloo::utils::document().hidden() { 0 } else { DELAY_MS });
        }
    });
    redraw();
    if !released.is_empty() {
        spawn_local(async move {
            if let Some(store) = shelf::here() {
                // What can not be forgotten now goes when no draft names it for a while.
                let _ = store.release(&released).await;
            }
        });
    }
}

/// Takes over what another tab saved.
pub(super) fn taken(track: &mut Track, id: DraftId, held: Held, over: &Rc<Draft>) {
    let draft = Rc::new(held.draft);
    keep::remember(&draft);
    track.id = Some(id);
    track.is_lasting = held.head.is_lasting;
    track.base = Some(Base { seq: held.seq, draft: draft.clone(), files: held.head.files });
    track.is_loaded = true;
    track.n_failed = 0;
    track.news.push(Note::Taken);
    if let Some(watch) = &track.watch {
        (watch.take)(draft, over.clone());
    }
}
