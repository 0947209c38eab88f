//! Files beside the page. Nothing is ever fetched from elsewhere.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file did not come.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FetchError {
    /// No answer: the network is down, or the address is refused.
    #[error("no answer")]
    NoAnswer,
    /// An answer that is not the file.
    #[error("status {0}")]
    Status(u16),
    /// The file came, and is not what it should be.
    #[error("unreadable")]
    Unreadable,
}

/// The bytes of a file, named from the page's folder.
pub(crate) async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let response = JsFuture::from(gloo::utils::window().fetch_with_str(url)).await;
    let response: Response = response.map_err(|_| FetchError::NoAnswer)?.unchecked_into();
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let body = response.array_buffer().map_err(|_| FetchError::NoAnswer)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchError::NoAnswer)?;
    Ok(Uint8Array::new(&body).to_vec())
}
