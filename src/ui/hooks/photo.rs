//! A chosen file made ready to be kept. A picture is decoded by the browser, which turns it upright, drawn smaller and encoded
//! anew: what else a camera wrote into it (where and when it was taken, with which device) does not come along. A PDF stays as
//! it is.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::blob::BlobUrl;
use crate::{
    model::{Accept, MediaType},
    ui::later::Work,
};

/// The longest side of a kept picture, in dots: a page of paper at 150 a inch. Then what is tried where that is too large.
const SIDES: [(f64, f64); 4] = [(1600.0, 0.85), (1600.0, 0.6), (1100.0, 0.6), (700.0, 0.5)];
/// A file larger than this is not even read.
const MOST_READ: f64 = 60_000_000.0;

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhotoError {
    /// It is none of what the question takes.
    Type,
    /// It is too large.
    Large,
    /// The browser can not read it.
    Unreadable,
}

/// A browser that fails here can not read the file.
impl From<JsValue> for PhotoError {
    fn from(_: JsValue) -> Self {
        Self::Unreadable
    }
}

/// The bytes to keep of a file, and what they are.
pub(crate) async fn prepared(file: &Blob, accept: &Accept) -> Result<(MediaType, Vec<u8>), PhotoError> {
    if file.size() > MOST_READ {
        return Err(PhotoError::Large);
    }
    let head = file.slice_with_i32_and_i32(0, 16)?;
    let head = Uint8Array::new(&JsFuture::from(head.array_buffer()).await?).to_vec();
    if MediaType::of_bytes(&head) == Some(MediaType::Pdf) {
        return document(file, accept).await;
    }
    if !accept.types.contains(&MediaType::Jpeg) {
        return Err(PhotoError::Type);
    }
    let url = BlobUrl::of(file).ok_or(PhotoError::Unreadable)?;
    let image = decoded(url.as_str()).await?;
    for (side, quality) in SIDES {
        let bytes = drawn(&image, (side / longest(&image)).min(1.0), quality)?;
        if bytes.len() <= accept.most_bytes {
            return Ok((MediaType::Jpeg, bytes));
        }
    }
    Err(PhotoError::Large)
}

/// A page of a paper as a picture that any browser can keep: a drawing by lines is not what a long touch saves.
pub(crate) fn pictured(url: String) -> Work<Option<BlobUrl>> {
    const SIDE: f64 = 2246.0;
    Box::pin(async move {
        let image = decoded(&url).await.ok()?;
        let bytes = drawn(&image, SIDE / longest(&image), 0.9).ok()?;
        BlobUrl::new(&bytes, "image/jpeg")
    })
}

async fn decoded(url: &str) -> Result<HtmlImageElement, PhotoError> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    // What is no picture, or one that this browser does not know, fails here.
    JsFuture::from(image.decode()).await.map_err(|_| PhotoError::Type)?;
    Ok(image)
}

async fn document(file: &Blob, accept: &Accept) -> Result<(MediaType, Vec<u8>), PhotoError> {
    if !accept.types.contains(&MediaType::Pdf) {
        return Err(PhotoError::Type);
    }
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await?).to_vec();
    if bytes.len() > accept.most_bytes { Err(PhotoError::Large) } else { Ok((MediaType::Pdf, bytes)) }
}

/// The longer side of a picture, in dots.
fn longest(image: &HtmlImageElement) -> f64 {
    f64::from(image.natural_width().max(image.natural_height()).max(1))
}

/// The picture so many times its size, encoded anew.
fn drawn(image: &HtmlImageElement, scale: f64, quality: f64) -> Result<Vec<u8>, PhotoError> {
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = gloo::utils::document().create_element("canvas")?.unchecked_into();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the longest side")]
    let size = (width as u32, height as u32);
    canvas.set_width(size.0);
    canvas.set_height(size.1);
    let context = canvas.get_context("2d")?.ok_or(PhotoError::Unreadable)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    // What can be seen through would turn black.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let url = canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &quality.into())?;
    let text = url.strip_prefix("data:image/jpeg;base64,").ok_or(PhotoError::Unreadable)?;
    let binary = gloo::utils::window().atob(text)?;
    binary.chars().map(|c| u8::try_from(u32::from(c)).map_err(|_| PhotoError::Unreadable)).collect()
}
