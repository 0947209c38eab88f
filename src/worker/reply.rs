//! A reply that has not come yet, and the spelling of a message.

use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    rc::{Rc, Weak},
    task::{Context, Poll, Waker},
};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::WorkerError;

/// What a worker answers: JSON and the bytes beside it; or why it did not.
pub(super) type Reply = Result<(String, Vec<Vec<u8>>), WorkerError>;

/// A reply to wait for. Dropping it gives the job up.
pub(super) struct Waiting(Rc<RefCell<Slot>>);

/// Where a reply is delivered.
pub(super) struct Delivery(Weak<RefCell<Slot>>);

#[derive(Default)]
struct Slot {
    reply: Option<Reply>,
    waker: Option<Waker>,
}

/// Both ends of a reply.
pub(super) fn pair() -> (Delivery, Waiting) {
    let slot = Rc::new(RefCell::new(Slot::default()));
    (Delivery(Rc::downgrade(&slot)), Waiting(slot))
}

impl Delivery {
    /// Whether somebody still waits.
    pub(super) fn is_wanted(&self) -> bool {
        self.0.strong_count() > 0
    }

    /// Delivers a reply; nobody may wait any more.
    pub(super) fn deliver(self, reply: Reply) {
        let Some(slot) = self.0.upgrade() else { return };
        let waker = {
            let mut slot = slot.borrow_mut();
            slot.reply = Some(reply);
            slot.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl Future for Waiting {
    type Output = Reply;

    fn poll(self: Pin<&mut Self>, ctx: &mut Context<'_>) -> Poll<Reply> {
        let mut slot = self.0.borrow_mut();
        match slot.reply.take() {
            Some(reply) => Poll::Ready(reply),
            None => {
                slot.waker = Some(ctx.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// A message `[number, head, bytes…]` and the list of what is handed over with it.
pub(super) fn message(number: u32, head: &str, bytes: &[&[u8]]) -> (Array, Array) {
    let message = Array::of2(&number.into(), &head.into());
    let handed_over = Array::new();
    for bytes in bytes {
        let bytes = Uint8Array::from(*bytes);
        handed_over.push(&bytes.buffer());
        message.push(&bytes);
    }
    (message, handed_over)
}

/// Number, head and bytes of a message.
pub(super) fn read(message: &JsValue) -> Option<(u32, String, Vec<Vec<u8>>)> {
    let message: &Array = message.dyn_ref()?;
    let number = message.get(0).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "we count from 0 and never so far"
    )]
    let number = number as u32;
    let head = message.get(1).as_string().unwrap_or_default();
    let bytes = message.iter().skip(2).map(|bytes| Uint8Array::new(&bytes).to_vec()).collect();
    Some((number, head, bytes))
}
