//! Reads the manifest by the browser's own JSON, since `serde` stays out of the page's code.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::model::SortedMap;

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

/// An object of texts; empty where it is missing.
pub(crate) fn texts(value: &JsValue, name: &str) -> SortedMap<String, String> {
    let Some(found) = get(value, name) else { return SortedMap::new() };
    let entries = Object::entries(found.unchecked_ref());
    let pairs = entries.iter().map(|entry| Array::from(&entry));
    pairs.filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?))).collect()
}

/// A list of texts; empty where it is missing.
pub(crate) fn list(value: &JsValue, name: &str) -> Vec<String> {
    let found = get(value, name).map(|found| Array::from(&found));
    found.iter().flat_map(|found| found.iter()).filter_map(|text| text.as_string()).collect()
}
