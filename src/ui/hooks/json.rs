//! Reads the manifest by the browser's own JSON, since `serde` stays out of the page's code.

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// A JSON text as a value of the browser.
pub(crate) fn read(bytes: &[u8]) -> Option<JsValue> {
    JSON::parse(std::str::from_utf8(bytes).ok()?).ok()
}

/// A property; `None` where it is missing.
pub(crate) fn get(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &name.into()).ok().filter(|found| !found.is_undefined() && !found.is_null())
}

/// A text property.
pub(crate) fn text(value: &JsValue, name: &str) -> Option<String> {
    get(value, name)?.as_string()
}
