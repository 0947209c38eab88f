//! The watch: nobody touches anything for a while, then a warning, then everything is cleared, or locked.
//!
//! On a kiosk's first page with nothing entered there is nothing to warn of: it goes back to its first language and size.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Interval,
    utils::{document, window},
};
use yew::prelude::*;

use super::{
    dialog,
    plain::patience::{KIOSK, Limits, Moment, Patience, Stage},
};
use crate::{
    model::Locale,
    text::{
        kiosk::words,
        page::{self, with_number},
    },
    ui::{
        hooks::{Prefs, leave},
        island::{island, part},
        parts::button,
    },
};

/// What shows that somebody is there; a scanner types.
const SIGNS: [&str; 6] = ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "input"];
/// The clocks are read so often.
const TICK_MS: u32 = 1_000;
/// A screen reader is told once more when so many seconds are left.
const LAST_CALL: u64 = 10;

/// What a watch does, and says.
pub(in crate::ui) struct Terms {
    /// How long it waits.
    pub(in crate::ui) limits: Limits,
    /// What it says.
    pub(in crate::ui) words: fn(Locale) -> Said,
    /// What is done when nobody answers.
    pub(in crate::ui) over: fn(),
}

/// What a watch says.
pub(in crate::ui) struct Said {
    /// Title, what will happen, and how long it takes.
    pub(in crate::ui) title: &'static str,
    pub(in crate::ui) text: &'static str,
    pub(in crate::ui) left: &'static str,
    /// To stay, and to have it done at once.
    pub(in crate::ui) stay: &'static str,
    pub(in crate::ui) leave: &'static str,
}

/// A kiosk's.
pub(super) static CLEARS: Terms = Terms {
    limits: KIOSK,
    words: |locale| {
        let w = words(locale);
        let leave = page::words(locale).wipe;
        Said { title: w.idle_title, text: w.idle_text, left: w.idle_left, stay: w.idle_stay, leave }
    },
    over: leave::now,
};

struct Props {
    locale: Locale,
    /// The page is one where nothing needs to be watched unless something was entered.
    is_home: bool,
    terms: &'static Terms,
}

/// There is one value of each sort of terms.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        (self.locale, self.is_home) == (other.locale, other.is_home) && std::ptr::eq(self.terms, other.terms)
    }
}

part!(Props, use_idle);

/// The watch, with its warning.
pub(in crate::ui) fn idle(locale: Locale, is_home: bool, terms: &'static Terms) -> Html {
    island("idle", Props { locale, is_home, terms })
}

/// What the watch knows.
struct Watch {
    over: fn(),
    patience: RefCell<Patience>,
    is_warned: Cell<bool>,
    /// Something was typed or chosen since the document began.
    is_entered: Cell<bool>,
    is_home: Cell<bool>,
}

impl Watch {
    fn begin(terms: &Terms) -> Self {
        Self {
            over: terms.over,
            patience: RefCell::new(Patience::from(terms.limits, now())),
            is_warned: Cell::new(false),
            is_entered: Cell::new(false),
            is_home: Cell::new(false),
        }
    }

    /// Somebody is there. While the warning stands, only an answer to it counts.
    fn touched(&self) {
        if !self.is_warned.get() {
            self.patience.borrow_mut().touched(now());
        }
    }

    /// Somebody answered the warning.
    fn stay(&self) {
        self.is_warned.set(false);
        self.touched();
    }

    /// Reads the clocks.
    fn tick(&self) -> Stage {
        let stage = self.patience.borrow_mut().tick(now());
        if stage != Stage::Used && self.is_home.get() && !self.is_entered.get() {
            rest();
            self.stay();
            return Stage::Used;
        }
        // Once it is over there is no warning to answer: whoever unlocks a counter is there.
        self.is_warned.set(matches!(stage, Stage::Warned(_)));
        if stage == Stage::Over {
            (self.over)();
        }
        stage
    }
}

#[hook]
fn use_idle(props: &Props) -> Html {
    let watch = use_memo((), |()| Watch::begin(props.terms));
    let stage = use_state_eq(|| Stage::Used);
    let dialog = use_node_ref();
    watch.is_home.set(props.is_home);
    {
        let (watch, stage) = (watch.clone(), stage.setter());
        use_effect_with((), move |()| {
            let tick = {
                let watch = watch.clone();
                move || stage.set(watch.tick())
            };
            // A tab that is not seen has slow timers, so coming back is looked at as well.
            let seen = EventListener::new(&document(), "visibilitychange", {
                let tick = tick.clone();
                move |_| tick()
            });
            let interval = Interval::new(TICK_MS, tick);
            let signs = listen(&watch);
            move || drop((signs, seen, interval))
        });
    }
    let is_warned = *stage != Stage::Used;
    {
        let dialog = dialog.clone();
        use_effect_with(
            is_warned,
            move |is_warned| {
                if *is_warned { dialog::show(&dialog) } else { dialog::close(&dialog) }
            },
        );
    }
    let stay = {
        let (watch, stage) = (watch.clone(), stage.setter());
        move || {
            watch.stay();
            stage.set(Stage::Used);
        }
    };
    let onclick = {
        let stay = stay.clone();
        Callback::from(move |_: MouseEvent| stay())
    };
    let oncancel = {
        let stay = stay.clone();
        Callback::from(move |_: Event| stay())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // These press and reach the buttons.
        if !matches!(event.key().as_str(), "Tab" | "Shift" | "Enter" | " " | "Escape") {
            stay();
        }
    });
    let over = props.terms.over;
    let leave = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        over();
    });
    let w = (props.terms.words)(props.locale);
    let left = match *stage {
        Stage::Warned(left) => left,
        Stage::Used | Stage::Over => 0,
    };
    let left_text = |left: u64| with_number(w.left, usize::try_from(left).unwrap_or_default());
    let is_last_call = is_warned && left <= LAST_CALL;
    html! {
        <dialog class="yt-dialog yt-idle" ref={dialog} aria-labelledby="idle-title" aria-describedby="idle-text" {onclick} {oncancel} {onkeydown}>
            <h2 id="idle-title">{ w.title }</h2>
            <p id="idle-text">{ w.text }</p>
            <p class="yt-idle__left" role="timer" aria-live="off">{ left_text(left) }</p>
            <p class="yt-hidden" role="status">{ is_last_call.then(|| left_text(LAST_CALL)) }</p>
            <div class="yt-actions yt-actions--column">
                { button("yt-button yt-button--primary yt-button--large", None, w.stay, Callback::noop()) }
                { button("yt-button", None, w.leave, leave) }
            </div>
        </dialog>
    }
}

/// Listens for somebody.
fn listen(watch: &Rc<Watch>) -> Vec<EventListener> {
    let on = |name: &'static str, heard: Box<dyn Fn()>| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window(), name, options, move |_| heard())
    };
    let mut listeners = Vec::new();
    for name in SIGNS {
        let watch = watch.clone();
        listeners.push(on(name, Box::new(move || watch.touched())));
    }
    for name in ["input", "change"] {
        let watch = watch.clone();
        listeners.push(on(name, Box::new(move || watch.is_entered.set(true))));
    }
    listeners
}

/// Nobody is at the first page, and nothing was entered: as it is for the next person.
fn rest() {
    let search = window().location().search().unwrap_or_default();
    let has_dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
    if has_dialog || search != Prefs::afresh() {
        leave::now();
    } else {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds of a page's life, or since 1970"
)]
fn now() -> Moment {
    let steady = window().performance().map_or(0.0, |performance| performance.now());
    Moment { steady: steady.max(0.0) as u64, wall: js_sys::Date::now().max(0.0) as u64 }
}
