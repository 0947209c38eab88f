//! Bytes as an address that pictures and downloads can use. The address is given back when it is dropped.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// An address of bytes held by the page.
#[derive(Debug)]
pub(crate) struct BlobUrl(String);

impl BlobUrl {
    /// Holds bytes of a media type.
    pub(crate) fn new(bytes: &[u8], media_type: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// Holds a picture or a file that the browser has already.
    pub(crate) fn of(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// The address.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for BlobUrl {
    fn drop(&mut self) {
        // An address that is gone already is as good.
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Whether `a[download]` works here; in-app browsers often lack it.
pub(crate) fn can_download() -> bool {
    let anchor = gloo::utils::document().create_element("a").ok();
    anchor.is_some_and(|anchor| {
        anchor.has_type::<HtmlAnchorElement>()
            && js_sys::Reflect::has(&anchor, &"download".into()).unwrap_or(false)
    })
}
