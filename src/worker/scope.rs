//! What all workers do: listen for jobs, answer, fetch what lies beside the page.
//!
//! **Invariant:** nothing is fetched but from the page's own origin.

use std::{future::Future, rc::Rc};

use gloo::net::http::Request;
use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{WorkerError, reply};

/// Listens for jobs, each a JSON with the bytes beside it; `serve` makes the reply in the same spelling.
pub(super) fn listen<F>(serve: impl Fn(String, Vec<Vec<u8>>) -> F + 'static)
where
    F: Future<Output = (String, Vec<Vec<u8>>)> + 'static,
{
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let serve = Rc::new(serve);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let serve = serve.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let Some((number, head, bytes)) = reply::read(&event.data()) else { return };
            let (head, files) = serve(head, bytes).await;
            post(number, &head, &files);
        });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(0, "", &[]);
}

fn post(number: u32, head: &str, files: &[Vec<u8>]) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    let (message, handed_over): (Array, Array) = reply::message(number, head, &files);
    // Where this fails nobody hears it; the page's limit ends the wait.
    let _ = scope.post_message_with_transfer(&message, &handed_over);
}

/// The bytes of a file beside the page.
pub(super) async fn fetch(url: &str) -> Result<Vec<u8>, WorkerError> {
    let missing = || WorkerError::Missing { file: url.to_owned() };
    let response = Request::get(url).send().await.map_err(|_| missing())?;
    if !response.ok() {
        return Err(missing());
    }
    response.binary().await.map_err(|_| missing())
}
