//! The one component behind every part that has a state of its own.
//!
//! Yew makes its machinery anew for each component, some 4 kB at a time. Here a part is a value that draws itself with
//! hooks, and one component, [`Island`], shows any of them.
//!
//! **Invariant:** an island's key begins with the part's name, so that no island ever shows another sort of part and the
//! hooks of a scope are always the same.

use std::{any::Any, rc::Rc};

use yew::{
    functional::{Hook, HookContext},
    prelude::*,
    virtual_dom::Key,
};

/// A part that draws itself. [`part!`](crate::ui::island::part) writes it.
pub(crate) trait Part: Any {
    /// Draws it within the island's hooks.
    fn draw(&self, ctx: &mut HookContext) -> Html;
    /// Whether the other is the same part with the same slice.
    fn is_same(&self, other: &dyn Any) -> bool;
}

/// Makes a value a part: `part!(Props, use_fill)`.
macro_rules! part {
    ($props:ty, $hook:ident) => {
        impl crate::ui::island::Part for $props {
            fn draw(&self, ctx: &mut yew::functional::HookContext) -> yew::Html {
                yew::functional::Hook::run($hook(self), ctx)
            }

            fn is_same(&self, other: &dyn std::any::Any) -> bool {
                other.downcast_ref::<Self>().is_some_and(|other| other == self)
            }
        }
    };
}
pub(crate) use part;

/// The part to show.
#[derive(Properties, Clone)]
pub(crate) struct Props {
    part: Rc<dyn Part>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.part;
        self.part.is_same(other)
    }
}

/// Shows a part.
#[component]
pub(crate) fn Island(props: &Props) -> Html {
    use_part(&props.part)
}

/// Runs the part's own hooks.
fn use_part(part: &Rc<dyn Part>) -> impl Hook<Output = Html> {
    struct Draw(Rc<dyn Part>);
    impl Hook for Draw {
        type Output = Html;

        fn run(self, ctx: &mut HookContext) -> Html {
            self.0.draw(ctx)
        }
    }
    Draw(part.clone())
}

/// Draws a part into an element, at the root of a tree of its own.
pub(crate) fn rooted(root: web_sys::Element, part: impl Part) -> AppHandle<Island> {
    yew::Renderer::<Island>::with_root_and_props(root, Props { part: Rc::new(part) }).render()
}

/// A part that stands alone where it is.
pub(crate) fn island(name: &'static str, part: impl Part) -> Html {
    shown(Key::from(name), Rc::new(part))
}

/// One of several of its sort.
pub(crate) fn keyed(name: &'static str, key: &str, part: impl Part) -> Html {
    shown(Key::from([name, " ", key].concat()), Rc::new(part))
}

#[inline(never)]
fn shown(key: Key, part: Rc<dyn Part>) -> Html {
    html! { <Island {key} {part} /> }
}
