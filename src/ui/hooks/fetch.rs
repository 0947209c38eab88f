//! Files beside the page. Nothing is ever fetched from elsewhere.

use gloo::net::http::Request;

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
    let response = Request::get(url).send().await.map_err(|_| FetchError::NoAnswer)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchError::NoAnswer)
}
