//! A form alone in an element of another page: every page's questions one under the other, with their checks, and none of
//! what stands around them (guide, notice, steps, papers, store).
//!
//! It is drawn by the parts of the page of questions and held by the same session. Whoever embeds it opens the pack, makes
//! the draft and keeps it.
//!
//! **Invariant:** nothing of the page beyond the questions is linked with it, and nothing is fetched or stored.

use std::{cell::RefCell, future::ready, rc::Rc};

use web_sys::Element;
use yew::{AppHandle, prelude::*};

use super::{
    Later, door,
    fields::{Asking, hand::HAND},
    hooks::{Filling, Step, pointer},
    island::{Island, part, rooted},
    pages::{labels, section},
    parts::consent,
};
use crate::{
    catalog,
    model::{Date, Draft, Form, Locale, PageId, Path, Tables},
    record,
    session::{self, Action, Session},
    text,
    worker::WorkerError,
};

/// The engine without the pages. What only pages ask for is nothing here.
static ENGINE: Later = Later {
    begin: |form, draft, today, _| match draft {
        Some(draft) => {
            (Session::resume(form.clone(), record::migrate(form, draft.clone()).draft, today), None)
        }
        None => (Session::new(form.clone(), today), None),
    },
    apply: Session::apply,
    with_tables: Session::with_tables,
    view: session::view,
    streets: |bytes| Tables { streets: catalog::streets(bytes), ..Tables::default() },
    regions: |bytes| Tables { regions: catalog::regions(bytes), ..Tables::default() },
    say: text::say,
    // Nobody else sees the screen there.
    veiled: |_, _, _| Html::default(),
    benefit: |_, _| Html::default(),
    entitled: |_| Html::default(),
    carry: |_| Html::default(),
    resumed: |_| Html::default(),
    broken: |_, _, _| Html::default(),
    check: |_, _, _, _| Html::default(),
    gallery: |_| Html::default(),
    papers: |_, _, _, _| Html::default(),
    privacy: |_| Html::default(),
    drafts: |_| Html::default(),
    counter: |_| Html::default(),
    own: |_| Html::default(),
    offer: |_, _| Html::default(),
    own_tile: Html::default,
    warm: |_, _| (),
    make: |_, _| Box::pin(ready(Err(WorkerError::Unavailable))),
    author: |_| Html::default(),
    unprintable: |_, _| Box::pin(ready(Vec::new())),
    is_citizen: |_, _| false,
    end: || (),
};

/// A form that is shown in an element. It stays there until [`Embedded::remove`].
#[derive(Debug)]
pub struct Embedded {
    app: AppHandle<Island>,
    seat: Rc<Seat>,
}

/// Where the drawn form leaves what it holds, for the handle.
#[derive(Default)]
struct Seat {
    step: RefCell<Option<UseReducerDispatcher<Filling>>>,
    session: RefCell<Option<Session>>,
}

/// No answer ever reaches a log.
impl std::fmt::Debug for Seat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seat")
    }
}

/// Brings what takes signatures and attachments, some 14 kB, for forms that ask for them. Called before [`embed`]; without it such
/// a question says that it can not be answered here.
pub fn embed_hand() {
    door::bring(&HAND);
}

/// Shows a form in an element, filled with a draft. Issues show at the questions that the draft calls touched, and at each
/// that is left from now on.
#[must_use]
pub fn embed(root: Element, form: Rc<Form>, draft: Draft, today: Date, locale: Locale) -> Embedded {
    door::bring(&ENGINE);
    pointer::watch();
    let seat = Rc::<Seat>::default();
    let app = rooted(root, Props { form, draft, today, locale, seat: seat.clone() });
    Embedded { app, seat }
}

impl Embedded {
    /// The text entered at a path; empty where nothing is.
    #[must_use]
    pub fn raw(&self, path: &Path) -> String {
        let session = self.seat.session.borrow();
        session.as_ref().map_or_else(String::new, |session| session.answers().raw(path).to_owned())
    }

    /// What was entered so far; `None` before the first drawing.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        self.seat.session.borrow().as_ref().map(Session::draft)
    }

    /// Shows every issue, as if the person had wanted to go on from each page.
    pub fn check(&self) {
        let session = self.seat.session.borrow();
        let (Some(session), Some(step)) = (&*session, &*self.seat.step.borrow()) else { return };
        let open = session.page();
        let pages: Vec<&PageId> = session.form().pages.iter().map(|page| &page.id).collect();
        let is_there = |page: &PageId| open == Some(page);
        if !matches!(*pages, [only] if is_there(only)) {
            for page in pages {
                step.dispatch(Step::Do(Action::GoTo(Some(page.clone()))));
                step.dispatch(Step::Do(Action::Next));
            }
            return;
        }
        step.dispatch(Step::Do(Action::Next));
    }

    /// Takes it out of its element.
    pub fn remove(self) {
        self.app.destroy();
    }
}

struct Props {
    form: Rc<Form>,
    draft: Draft,
    today: Date,
    locale: Locale,
    seat: Rc<Seat>,
}

/// A root is drawn once with its props.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.seat, &other.seat)
    }
}

part!(Props, use_embedded);

/// Draws it.
#[hook]
fn use_embedded(props: &Props) -> Html {
    let filling = use_reducer(|| {
        let draft = Some(Rc::new(props.draft.clone()));
        Filling::open(&props.form, draft, props.today, props.locale, None, Rc::default())
    });
    let step = filling.dispatcher();
    *props.seat.session.borrow_mut() = filling.session.clone();
    *props.seat.step.borrow_mut() = Some(step.clone());
    let act = use_callback((), move |action: Action, ()| step.dispatch(Step::Do(action)));
    let asking = use_memo((), |()| Asking {
        locale: props.locale,
        act,
        labels: Rc::new(labels(&props.form, props.locale)),
        tables: filling.tables.clone(),
        district: "".into(),
        is_shared: false,
    });
    let pages = filling.view.pages.iter().map(|page| {
        html! {
            <div key={page.id.as_str()}>
                { for page.sections.iter().enumerate().map(section) }
                { for page.consents.iter().map(|view| consent(view, &asking)) }
            </div>
        }
    });
    html! {
        <ContextProvider<Asking> context={(*asking).clone()}>
            <div class="yt-stack--wide" spellcheck="false" autocapitalize="off">{ for pages }</div>
        </ContextProvider<Asking>>
    }
}
