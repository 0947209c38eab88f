//! What a browser does with a file: saves it, or hands it to another app.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::ui::hooks::blob;

/// Apps that show pages and save nothing, by the name that they give themselves.
const IN_APPS: [&str; 5] = ["MicroMessenger", "AlipayClient", "DingTalk", "QQ/", "Weibo"];

/// Whether a link can save a file here.
pub(super) fn can_save() -> bool {
    let agent = gloo::utils::window().navigator().user_agent().unwrap_or_default();
    blob::can_download() && !IN_APPS.iter().any(|app| agent.contains(app))
}

/// Whether the share sheet takes files here.
pub(super) fn can_share() -> bool {
    let Some(data) = data("yuntian.age", &[0]) else { return false };
    call("canShare", &data).is_some_and(|can| can.is_truthy())
}

/// Hands a file to the share sheet. That a person closes it without sending is no fault.
pub(super) async fn share(name: &str, bytes: &[u8]) -> bool {
    let Some(asked) = data(name, bytes).and_then(|data| call("share", &data)) else { return false };
    match JsFuture::from(Promise::resolve(&asked)).await {
        Ok(_) => true,
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            name.as_deref() == Some("AbortError")
        }
    }
}

/// Calls a function of the navigator that not every browser has.
fn call(name: &str, data: &JsValue) -> Option<JsValue> {
    let navigator: JsValue = gloo::utils::window().navigator().into();
    let function: Function = Reflect::get(&navigator, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(&navigator, data).ok()
}

/// `{files: [File]}`.
fn data(name: &str, bytes: &[u8]) -> Option<JsValue> {
    let options = web_sys::FilePropertyBag::new();
    options.set_type("application/octet-stream");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = web_sys::File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    Some(data.into())
}
