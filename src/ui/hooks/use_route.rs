//! The route, kept in step with the address.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::ui::Route;

/// Where the person is; renders again when the address changes.
#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(Route::here);
    let setter = route.setter();
    use_effect_with((), move |()| {
        let listener =
            EventListener::new(&gloo::utils::window(), "hashchange", move |_| setter.set(Route::here()));
        move || drop(listener)
    });
    (*route).clone()
}
