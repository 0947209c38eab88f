//! The page's side of any worker: a queue of jobs, one at a time, and the program that does them. What a job and a reply say is
//! for [`Press`](super::Press) and [`Helper`](super::Helper) to know.
//!
//! **Invariant:** every job is answered: by the worker, or by an error when it breaks off or takes too long. A job whose
//! reply nobody waits for any more is not begun.

use std::{
    cell::RefCell,
    collections::VecDeque,
    rc::{Rc, Weak},
};

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{
    WorkerError,
    reply::{self, Delivery, Reply},
};

/// How long a worker may take to start, and then to do a job, in milliseconds. An old office PC on a slow line fetches
/// the program and the fonts within them.
const TOO_LATE: u32 = 90_000;

/// The page's hold on a worker. Clones are the same; the worker starts with the first job and ends with the last clone.
#[derive(Clone)]
pub(super) struct Handle(Rc<RefCell<State>>);

/// A job as it is sent: its JSON and the bytes beside it.
type Job = (String, Vec<Rc<Vec<u8>>>);

struct State {
    url: String,
    worker: Option<Running>,
    queue: VecDeque<(Job, Delivery)>,
    /// The job that the worker has.
    open: Option<(u32, Delivery)>,
    n_jobs: u32,
    /// Ends a wait that is too long.
    limit: Option<Timeout>,
    is_ended: bool,
}

/// A worker with what listens to it.
struct Running {
    worker: Worker,
    is_ready: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Handle {
    /// A handle on a program that the page names: `<meta name="press" content="…">` is the folder of its loader. Nothing is
    /// loaded yet.
    pub(super) fn of_page(program: &str) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let meta = document.query_selector(&format!(r#"meta[name="{program}"]"#)).ok()??;
        let folder = meta.get_attribute("content")?;
        Some(Self(Rc::new(RefCell::new(State {
            url: absolute(&format!("{folder}{program}_loader.js")),
            worker: None,
            queue: VecDeque::new(),
            open: None,
            n_jobs: 0,
            limit: None,
            is_ended: false,
        }))))
    }

    /// Ends the worker and every job, for good.
    pub(super) fn end(&self) {
        let mut state = self.0.borrow_mut();
        state.is_ended = true;
        state.stop();
        let waiting = state.queue.drain(..).map(|(_, delivery)| delivery).collect::<Vec<_>>();
        let open = state.open.take().map(|(_, delivery)| delivery);
        drop(state);
        for delivery in waiting.into_iter().chain(open) {
            delivery.deliver(Err(WorkerError::Ended));
        }
    }

    /// Sends a job and waits for its reply.
    pub(super) async fn ask(&self, head: String, bytes: Vec<Rc<Vec<u8>>>) -> Reply {
        let (delivery, waiting) = reply::pair();
        {
            let mut state = self.0.borrow_mut();
            if state.is_ended {
                return Err(WorkerError::Ended);
            }
            state.queue.push_back(((head, bytes), delivery));
        }
        go_on(&self.0);
        waiting.await
    }
}

/// The same worker.
impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl State {
    fn stop(&mut self) {
        self.limit = None;
        if let Some(running) = self.worker.take() {
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
            running.worker.terminate();
        }
    }

    /// The job that a broken worker leaves unanswered: the one it had, or the one for which it was started.
    fn victim(&mut self) -> Option<Delivery> {
        let open = self.open.take().map(|(_, delivery)| delivery);
        open.or_else(|| self.queue.pop_front().map(|(_, delivery)| delivery))
    }
}

impl Drop for State {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Gives the next job to the worker, starting one where there is none.
fn go_on(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    if state.open.is_some() {
        return;
    }
    state.queue.retain(|(_, delivery)| delivery.is_wanted());
    if state.queue.is_empty() {
        state.limit = None;
        return;
    }
    let is_started = match &state.worker {
        None => start(&mut state, shared).is_ok(),
        Some(running) if !running.is_ready => return,
        Some(_) => post(&mut state).is_ok(),
    };
    if is_started {
        state.limit = Some(limit(shared));
        return;
    }
    drop(state);
    fail(shared, WorkerError::Unavailable);
}

/// Fails the job at hand, ends the worker, and goes on with the next job in a new one.
fn fail(shared: &Rc<RefCell<State>>, error: WorkerError) {
    let victim = {
        let mut state = shared.borrow_mut();
        state.stop();
        state.victim()
    };
    if let Some(victim) = victim {
        victim.deliver(Err(error));
        go_on(shared);
    }
}

fn start(state: &mut State, shared: &Rc<RefCell<State>>) -> Result<(), JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&state.url, &options)?;
    let on_message = {
        let shared = Rc::downgrade(shared);
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&shared, &event.data()))
    };
    let on_error = {
        let shared = Rc::downgrade(shared);
        Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            // What went wrong is told to whoever waits; the console would only repeat it.
            event.prevent_default();
            later(&shared, |state| match &state.worker {
                Some(running) if running.is_ready => WorkerError::Broken,
                Some(_) | None => WorkerError::Unavailable,
            });
        })
    };
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    state.worker = Some(Running { worker, is_ready: false, _on_message: on_message, _on_error: on_error });
    Ok(())
}

/// Hands the first job of the queue to the worker.
fn post(state: &mut State) -> Result<(), JsValue> {
    let (Some(running), Some(((head, bytes), _))) = (&state.worker, state.queue.front()) else {
        return Ok(());
    };
    let number = state.n_jobs + 1;
    let bytes: Vec<&[u8]> = bytes.iter().map(|bytes| bytes.as_slice()).collect();
    let (message, handed_over) = reply::message(number, head, &bytes);
    running.worker.post_message_with_transfer(&message, &handed_over)?;
    state.n_jobs = number;
    state.open = state.queue.pop_front().map(|(_, delivery)| (number, delivery));
    Ok(())
}

/// A message of the worker: it is ready, or a reply. A reply to another job than the open one is stale.
fn hear(shared: &Weak<RefCell<State>>, message: &JsValue) {
    let Some(shared) = shared.upgrade() else { return };
    let Some((number, head, bytes)) = reply::read(message) else { return };
    let delivery = {
        let mut state = shared.borrow_mut();
        if number == 0 {
            if let Some(running) = &mut state.worker {
                running.is_ready = true;
            }
            None
        } else if state.open.as_ref().is_some_and(|(open, _)| *open == number) {
            state.open.take()
        } else {
            return;
        }
    };
    if let Some((_, delivery)) = delivery {
        delivery.deliver(Ok((head, bytes)));
    }
    go_on(&shared);
}

/// A timer that fails the job at hand.
fn limit(shared: &Rc<RefCell<State>>) -> Timeout {
    let shared = Rc::downgrade(shared);
    Timeout::new(TOO_LATE, move || later(&shared, |_| WorkerError::Late))
}

/// Fails the job at hand in a turn of its own: the closure that is running may be dropped with the worker.
fn later(shared: &Weak<RefCell<State>>, error: impl FnOnce(&State) -> WorkerError + 'static) {
    let shared = shared.clone();
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(shared) = shared.upgrade() {
            let error = error(&shared.borrow());
            fail(&shared, error);
        }
    });
}

/// An address as the worker needs it, which lies in another folder.
pub(super) fn absolute(url: &str) -> String {
    let base = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.base_uri().ok().flatten());
    let whole = base.and_then(|base| web_sys::Url::new_with_base(url, &base).ok());
    whole.map_or_else(|| url.to_owned(), |whole| whole.href())
}
