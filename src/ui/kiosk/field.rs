//! An input as keys and scanners fill it: through its value, and with the event that typing causes, so that whatever listens goes
//! on as if somebody had typed.

use wasm_bindgen::JsCast;
use web_sys::{
    Event, EventInit, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

/// Sorts of inputs that are typed into.
const TYPED: [&str; 6] = ["text", "search", "tel", "email", "url", "password"];

/// What is typed into.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    /// One line.
    Line(HtmlInputElement),
    /// Several.
    Area(HtmlTextAreaElement),
}

impl Field {
    /// The field that an event is about.
    pub(super) fn of(target: Option<EventTarget>) -> Option<Self> {
        let target = target?;
        if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
            return (!area.read_only() && !area.disabled()).then(|| Self::Area(area.clone()));
        }
        let line = target.dyn_ref::<HtmlInputElement>()?;
        let is_typed = TYPED.contains(&line.type_().as_str()) && !line.read_only() && !line.disabled();
        is_typed.then(|| Self::Line(line.clone()))
    }

    /// The field with the focus.
    pub(super) fn active() -> Option<Self> {
        Self::of(gloo::utils::document().active_element().map(Into::into))
    }

    /// The element.
    pub(super) fn element(&self) -> &HtmlElement {
        match self {
            Self::Line(line) => line,
            Self::Area(area) => area,
        }
    }

    /// Whether it asks for an identity number.
    pub(super) fn is_identity(&self) -> bool {
        self.element().class_list().contains("yt-input--citizen")
    }

    /// Whether it asks for a passphrase.
    pub(super) fn is_secret(&self) -> bool {
        self.element().class_list().contains("yt-input--secret")
    }

    /// Whether it searches.
    pub(super) fn is_search(&self) -> bool {
        match self {
            Self::Line(line) => line.type_() == "search",
            Self::Area(_) => false,
        }
    }

    /// What stands in it.
    pub(super) fn value(&self) -> String {
        match self {
            Self::Line(line) => line.value(),
            Self::Area(area) => area.value(),
        }
    }

    /// Puts a text in its place.
    pub(super) fn set(&self, text: &str) {
        match self {
            Self::Line(line) => line.set_value(text),
            Self::Area(area) => area.set_value(text),
        }
        tell(self.element(), "input");
    }

    /// Types at the caret, over what is selected.
    pub(super) fn insert(&self, text: &str) {
        self.splice(0, text);
    }

    /// Takes back what is selected, or the character before the caret.
    pub(super) fn back(&self) {
        self.splice(1, "");
    }

    /// Replaces what is selected; where nothing is, so many characters before the caret.
    fn splice(&self, n_before: usize, text: &str) {
        let units: Vec<u16> = self.value().encode_utf16().collect();
        let (mut start, end) = self.selection(units.len());
        if start == end {
            for _ in 0..n_before {
                start = start.saturating_sub(1);
                // Half a character is none.
                let is_low = units.get(start).is_some_and(|unit| (0xDC00..0xE000).contains(unit));
                start = start.saturating_sub(usize::from(is_low));
            }
        }
        let before = units.iter().take(start).copied();
        let made: Vec<u16> =
            before.chain(text.encode_utf16()).chain(units.iter().skip(end).copied()).collect();
        self.set(&String::from_utf16_lossy(&made));
        self.set_caret(start + text.encode_utf16().count());
    }

    /// From where to where; the end where the browser does not say, as for e-mail.
    fn selection(&self, end: usize) -> (usize, usize) {
        let (from, to) = match self {
            Self::Line(line) => (line.selection_start(), line.selection_end()),
            Self::Area(area) => (area.selection_start(), area.selection_end()),
        };
        let place = |at: Result<Option<u32>, _>| at.ok().flatten().map_or(end, |at| (at as usize).min(end));
        (place(from), place(to))
    }

    fn set_caret(&self, at: usize) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        // Fails where the browser keeps no caret, as for e-mail; it stands at the end then.
        let _ = match self {
            Self::Line(line) => line.set_selection_range(at, at),
            Self::Area(area) => area.set_selection_range(at, at),
        };
    }
}

/// What stands where the focus is, to be put back.
#[derive(Debug, Clone)]
pub(super) enum Held {
    /// What is typed into.
    Typed(Field, String),
    /// A list.
    Chosen(HtmlSelectElement, String),
}

impl Held {
    /// What stands there now.
    pub(super) fn now() -> Option<Self> {
        if let Some(field) = Field::active() {
            let text = field.value();
            return Some(Self::Typed(field, text));
        }
        let list = gloo::utils::document().active_element()?.dyn_into::<HtmlSelectElement>().ok()?;
        let value = list.value();
        Some(Self::Chosen(list, value))
    }

    /// Puts it back, where it is another now.
    pub(super) fn restore(&self) {
        match self {
            Self::Typed(field, text) if field.value() != *text => field.set(text),
            Self::Chosen(list, value) if list.value() != *value => choose(list, value),
            Self::Typed(..) | Self::Chosen(..) => {}
        }
    }
}

/// Chooses from a list.
pub(super) fn choose(list: &HtmlSelectElement, value: &str) {
    list.set_value(value);
    tell(list, "change");
}

fn tell(element: &HtmlElement, what: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(what, &init) {
        // It fails only where a listener threw, which is not ours to mend.
        let _ = element.dispatch_event(&event);
    }
}
