//! What the page shows before the engine is there must be what the engine would show.

use std::rc::Rc;

use yuntian::{
    model::{Date, Form, Locale},
    session::{FormView, Session, first, view},
};

use crate::catalog;

/// A view as people see it: issues of untouched questions show nowhere.
fn seen(mut view: FormView) -> FormView {
    view.issues = Rc::default();
    view.is_complete = false;
    for page in &mut view.pages {
        for section in &mut Rc::make_mut(page).sections {
            for field in &mut Rc::make_mut(section).fields {
                Rc::make_mut(field).issues.clear();
            }
        }
    }
    view
}

#[test]
fn the_first_page_is_the_same_without_the_engine() {
    let mut n_plain = 0;
    for id in catalog::ids() {
        let form: Rc<Form> = Rc::new(catalog::form(&id));
        if !form.is_plain {
            continue;
        }
        n_plain += 1;
        for today in [Date::new(2000, 2, 29), Date::new(2026, 11, 23), Date::new(2099, 12, 31)] {
            for locale in [Locale::Zh, Locale::En] {
                let session = Session::new(form.clone(), today.unwrap());
                assert_eq!(first(&form, locale), seen(view(&session, None, locale)), "{}", form.id);
            }
        }
    }
    assert!(n_plain > 0);
}
