//! The row of characters above the letters: what was typed of a reading, and the characters that are read so. A kiosk has no
//! input method.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::plain::sounds::Sounds;
use crate::{
    text::kiosk::Words,
    ui::{Same, hooks::catalogue::Catalogue, hooks::fetch},
};

/// So many characters stand in the row at once.
const IN_A_ROW: usize = 10;

/// The table of readings; fetched when it is first wanted.
#[hook]
pub(super) fn use_sounds(catalogue: &Same<Catalogue>, is_wanted: bool) -> Option<Rc<Sounds>> {
    let sounds = use_state_eq(|| None::<Rc<Sounds>>);
    {
        let (sounds, url) = (sounds.setter(), catalogue.table_url("hanzi"));
        use_effect_with(is_wanted, move |is_wanted| {
            let Some(url) = url.filter(|_| *is_wanted) else { return };
            spawn_local(async move {
                // Without it letters are letters.
                if let Ok(bytes) = fetch::bytes(&url).await {
                    sounds.set(Some(Rc::new(Sounds::read(&String::from_utf8_lossy(&bytes)))));
                }
            });
        });
    }
    (*sounds).clone()
}

/// What was typed of a reading, and which part of its characters is in sight.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Typed {
    /// The letters.
    pub(super) sound: String,
    page: usize,
}

impl Typed {
    /// With one letter more.
    pub(super) fn with(&self, letter: char) -> Self {
        Self { sound: format!("{}{letter}", self.sound), page: 0 }
    }

    /// With one letter less.
    pub(super) fn less(&self) -> Self {
        let mut sound = self.sound.clone();
        sound.pop();
        Self { sound, page: 0 }
    }
}

/// The row; `turn` shows another part of it, `pick` takes a character.
pub(super) fn row(
    sounds: &Sounds,
    typed: &Typed,
    w: &Words,
    turn: &Callback<Typed>,
    pick: &Callback<char>,
) -> Html {
    let found = sounds.starting(&typed.sound);
    let start = typed.page * IN_A_ROW;
    let shown = found.iter().skip(start).take(IN_A_ROW).map(|c| {
        let (c, pick) = (*c, pick.clone());
        let onclick = Callback::from(move |_: MouseEvent| pick.emit(c));
        html! { <button type="button" tabindex="-1" class="yt-key" key={c.to_string()} {onclick}>{ c }</button> }
    });
    let shown: Vec<Html> = shown.collect();
    let arrow = |text: &'static str, name: &'static str, page: Option<usize>| {
        let (turn, to) = (turn.clone(), page.map(|page| Typed { sound: typed.sound.clone(), page }));
        let is_off = to.is_none();
        let onclick = Callback::from(move |_: MouseEvent| to.iter().for_each(|to| turn.emit(to.clone())));
        html! { <button type="button" tabindex="-1" class="yt-key" aria-label={name} disabled={is_off} {onclick}>{ text }</button> }
    };
    let before = typed.page.checked_sub(1);
    let after = (start + IN_A_ROW < found.len()).then_some(typed.page + 1);
    let note = if typed.sound.is_empty() { w.sounds_hint } else { w.sounds_none };
    html! {
        <div class="yt-keys__sounds" role="group" aria-label={w.sounds}>
            <span class="yt-keys__typed">{ &typed.sound }</span>
            if shown.is_empty() {
                <span class="yt-keys__note">{ note }</span>
            } else {
                { shown }{ arrow("‹", w.sounds_before, before) }{ arrow("›", w.sounds_after, after) }
            }
        </div>
    }
}
