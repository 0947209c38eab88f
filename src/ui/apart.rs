//! Pages that are files of the program of their own, each fetched when it is opened: the author's (ADR 12), and "What am I
//! entitled to?" with the check of one benefit (ADR 19), the list of drafts (ADR 20), handing over (ADR 23), a helper's counter (ADR 25), and what a firm or a person keeps of its own (ADR 26).

use yew::prelude::*;

use super::{
    Author, Carry, Counter, Drafts, Entitled, Own, Whose, World,
    door::Behind,
    hooks::{Filling, Gate, use_gate},
    island::{keyed, part},
    pages::{Opened, offline},
    parts::{main_area, waiting},
};
use crate::text::page::words;

#[derive(PartialEq)]
struct AuthorProps;

part!(AuthorProps, use_author);

/// The author's page, once it is here.
pub(super) fn author(_: &World) -> Html {
    keyed("apart", "author", AuthorProps)
}

#[hook]
fn use_author(_props: &AuthorProps) -> Html {
    use_page::<Author>(&|page, world| (page.desk)(world))
}

/// What is drawn of the benefits' file.
#[derive(PartialEq)]
enum EntitledProps {
    /// All of them.
    All,
    /// One.
    One(Box<(Opened, Filling)>),
}

part!(EntitledProps, use_entitled);

/// "What am I entitled to?", once it is here.
pub(super) fn entitled(_: &World) -> Html {
    keyed("apart", "entitled", EntitledProps::All)
}

/// The check of one benefit, once it is here.
pub(super) fn benefit(opened: Opened, filling: Filling) -> Html {
    keyed("apart", "benefit", EntitledProps::One(Box::new((opened, filling))))
}

#[hook]
fn use_entitled(props: &EntitledProps) -> Html {
    use_page::<Entitled>(&|page, world| match props {
        EntitledProps::All => (page.draw)(world),
        EntitledProps::One(of) => (page.benefit)(of.0.clone(), of.1.clone()),
    })
}

#[derive(PartialEq)]
struct DraftsProps;

part!(DraftsProps, use_drafts);

/// The list of drafts, once it is here.
pub(super) fn drafts(_: &World) -> Html {
    keyed("apart", "drafts", DraftsProps)
}

#[hook]
fn use_drafts(_props: &DraftsProps) -> Html {
    use_page::<Drafts>(&|file, world| (file.page)(world))
}

#[derive(PartialEq)]
struct CounterProps;

part!(CounterProps, use_counter);

/// The helper's counter, once it is here.
pub(super) fn counter(_: &World) -> Html {
    keyed("apart", "counter", CounterProps)
}

#[hook]
fn use_counter(_props: &CounterProps) -> Html {
    use_page::<Counter>(&|file, world| (file.page)(world))
}

#[derive(PartialEq)]
struct OwnProps(Whose);

part!(OwnProps, use_own);

/// What a firm or a person keeps of its own, once it is here.
pub(super) fn own(whose: Whose) -> Html {
    keyed("apart", "own", OwnProps(whose))
}

#[hook]
fn use_own(props: &OwnProps) -> Html {
    use_page::<Own>(&|file, world| (file.page)(world, props.0))
}

/// What is drawn of handing over.
#[derive(PartialEq)]
enum CarryProps {
    /// Out.
    Hand(Box<Opened>),
    /// In.
    Resume,
}

part!(CarryProps, use_carry);

/// The page that hands a draft over, once it is here.
pub(super) fn carry(opened: Opened) -> Html {
    keyed("apart", "carry", CarryProps::Hand(Box::new(opened)))
}

/// The page that takes one in, once it is here.
pub(super) fn resumed(_: &World) -> Html {
    keyed("apart", "resume", CarryProps::Resume)
}

#[hook]
fn use_carry(props: &CarryProps) -> Html {
    use_page::<Carry>(&|page, world| match props {
        CarryProps::Hand(opened) => (page.hand)(world, (**opened).clone()),
        CarryProps::Resume => (page.resume)(world),
    })
}

/// The page, or that it is on its way, or did not come.
#[hook]
fn use_page<T: Behind>(draw: &dyn Fn(&T, &World) -> Html) -> Html {
    let gate = use_gate::<T>(true, 0);
    let Some(world) = use_context::<World>() else { return Html::default() };
    let locale = world.prefs.locale;
    let w = words(locale);
    match gate {
        Gate::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        Gate::Failed => offline(locale, ""),
        Gate::Open(page) => draw(page, &world),
    }
}
