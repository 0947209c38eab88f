//! Pages that are files of the program of their own, each fetched when it is opened: the author's (ADR 12), and "What am I
//! entitled to?" with the check of one benefit (ADR 19), the list of drafts (ADR 20), handing over (ADR 23), a helper's counter (ADR 25), and what a firm or a person keeps of its own (ADR 26).

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Author, Carry, Counter, Drafts, Entitled, Own, Route, Same, Whose, World,
    door::Behind,
    hooks::{Filling, Gate, keep, use_gate},
    island::{keyed, part},
    pages::{Opened, offline},
    parts::{Icon, icon, main_area, tile, waiting},
};
use crate::{model::Form, session::PageView, text::page::words};

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

/// What is drawn of somebody's own.
#[derive(PartialEq)]
enum OwnProps {
    /// Its page.
    Page(Whose),
    /// What is offered to the questions of a page.
    Offer(Same<Form>, Rc<PageView>),
    /// The tile of the home page.
    Tile,
}

part!(OwnProps, use_own);

/// What a firm or a person keeps of its own, once it is here.
pub(super) fn own(whose: Whose) -> Html {
    keyed("apart", "own", OwnProps::Page(whose))
}

/// What of it is offered to the questions of a page, once it is here.
pub(super) fn offer(form: &Same<Form>, page: &Rc<PageView>) -> Html {
    keyed("apart", "own-offer", OwnProps::Offer(form.clone(), page.clone()))
}

/// What of it the home page tells, once it is here.
pub(super) fn own_tile() -> Html {
    keyed("apart", "own-tile", OwnProps::Tile)
}

#[hook]
fn use_own(props: &OwnProps) -> Html {
    let gate = use_gate::<Own>(matches!(props, OwnProps::Page(_)) || keep::has_own(), 0);
    let Some(world) = use_context::<World>() else { return Html::default() };
    match (props, gate) {
        (OwnProps::Page(whose), gate) => paged(&world, gate, &|file| (file.page)(&world, *whose)),
        (OwnProps::Offer(form, page), Gate::Open(file)) => (file.offer)(form, page),
        (OwnProps::Tile, Gate::Open(file)) => (file.tile)(&world),
        (OwnProps::Offer(..), Gate::Waiting | Gate::Failed) => Html::default(),
        (OwnProps::Tile, Gate::Waiting | Gate::Failed) => {
            let w = words(world.prefs.locale);
            tile(Route::Own(Whose::Firm).href(), icon(Icon::Document), w.own_firm, w.own_hint)
        }
    }
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
    paged(&world, gate, &|page| draw(page, &world))
}

fn paged<T>(world: &World, gate: Gate<T>, draw: &dyn Fn(&T) -> Html) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    match gate {
        Gate::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        Gate::Failed => offline(locale, ""),
        Gate::Open(page) => draw(page),
    }
}
