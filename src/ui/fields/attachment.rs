//! A file: chosen, photographed or dropped, shown as it will stand on paper, and taken away again.
//!
//! **Invariant:** the file's name is shown while the page is open and kept nowhere: it may say more of a person than the
//! answer does.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::{Asking, leave_group};
use crate::{
    model::{Accept, Attached, Kind, Locale, MediaType},
    session::{Action, FieldView},
    text::{
        hand,
        page::{with, words},
    },
    ui::{
        Same,
        hooks::{
            blob::BlobUrl,
            files,
            photo::{self, PhotoError},
        },
        island::{island, part},
        parts::{Aria, Icon, Join, button, field_frame, icon, leaf},
    },
    validate::kinds::attachment::{parse, size, written},
    worker::digest,
};

/// The question with its chooser.
pub(crate) fn attach(view: &Rc<FieldView>, asking: &Asking) -> Html {
    field_frame(view, asking, Join::Legend, &|aria| {
        island("attachment", Props { view: view.clone(), aria: aria.clone() })
    })
}

/// What it needs.
#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
    aria: Aria,
}

part!(Props, use_attachment);

/// What is known of the file that the answer names.
#[derive(Clone, PartialEq)]
enum Shown {
    /// It is being looked for.
    Looking,
    /// It is not on this device any more.
    Lost,
    /// A picture.
    Picture(Same<BlobUrl>),
    /// Another file.
    File,
}

#[hook]
fn use_attachment(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let (w, t) = (words(asking.locale), hand::words(asking.locale));
    let (view, aria) = (&props.view, &props.aria);
    let Kind::Attachment(accept) = &*view.kind else { return Html::default() };
    let is_over = use_state_eq(|| false);
    let is_busy = use_state_eq(|| false);
    let name = use_state_eq(String::new);
    let said = use_state_eq(String::new);
    let fault = use_state_eq(|| None::<PhotoError>);
    let shown = use_state_eq(|| Shown::Looking);
    {
        let shown = shown.setter();
        use_effect_with(view.raw.clone(), move |raw| {
            let Some(attached) = parse(raw) else { return };
            shown.set(Shown::Looking);
            spawn_local(async move {
                let bytes = files::find(&attached.sha256).await;
                let url = bytes.as_ref().and_then(|bytes| BlobUrl::new(bytes, attached.media_type.as_str()));
                shown.set(match (bytes, url) {
                    (Some(_), Some(url)) if attached.media_type.is_picture() => {
                        Shown::Picture(Same::new(url))
                    }
                    (Some(_), _) => Shown::File,
                    (None, _) => Shown::Lost,
                });
            });
        });
    }
    let take = {
        let (act, path, accept) = (asking.act.clone(), view.path.clone(), accept.clone());
        let old = parse(&view.raw);
        let (is_busy, name, said, fault) = (is_busy.clone(), name.setter(), said.setter(), fault.setter());
        Callback::from(move |file: File| {
            if *is_busy {
                return;
            }
            is_busy.set(true);
            fault.set(None);
            said.set(t.attach_busy.to_owned());
            let (act, path, accept, old) = (act.clone(), path.clone(), accept.clone(), old.clone());
            let (is_busy, name, said, fault) = (is_busy.setter(), name.clone(), said.clone(), fault.clone());
            spawn_local(async move {
                match photo::prepared(&file, &accept).await {
                    Ok((media_type, bytes)) => {
                        let attached = Attached { sha256: digest(&bytes), media_type, n_bytes: bytes.len() };
                        let is_kept = files::keep(&attached.sha256, Rc::new(bytes)).await;
                        name.set(file.name());
                        said.set(if is_kept {
                            t.attach_done.to_owned()
                        } else {
                            t.attach_not_kept.to_owned()
                        });
                        act.emit(Action::Enter { path, raw: written(&attached) });
                        if let Some(old) = old.filter(|old| old.sha256 != attached.sha256) {
                            files::drop(&old.sha256);
                        }
                    }
                    Err(error) => {
                        said.set(String::new());
                        fault.set(Some(error));
                    }
                }
                is_busy.set(false);
            });
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take.emit(file);
            }
            // So that the same file can be chosen once more.
            input.set_value("");
        })
    };
    let over = |is_now: bool| {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(is_now);
        })
    };
    let ondrop = {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            let files = event.data_transfer().and_then(|transfer| transfer.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                take.emit(file);
            }
        })
    };
    let remove = {
        let (act, path, name, said) = (asking.act.clone(), view.path.clone(), name.setter(), said.setter());
        let file = parse(&view.raw);
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = file.clone() {
                files::drop(&file.sha256);
            }
            name.set(String::new());
            said.set(t.attach_removed.to_owned());
            act.emit(Action::Enter { path: path.clone(), raw: String::new() });
        })
    };
    let how = [&aria.id, "-how"].concat();
    let described = Some([how.as_str(), aria.described_by.as_deref().unwrap_or_default()].join(" "));
    let class = if *is_over { "yt-attach yt-attach--over" } else { "yt-attach" };
    let types: Vec<&str> = accept.types.iter().map(|of| of.as_str()).collect();
    let has_file = !view.raw.is_empty();
    let chooser = if has_file { t.attach_other } else { t.attach_choose };
    html! {
        <div {class} ondragover={over(true)} ondragleave={over(false)} {ondrop} onfocusout={leave_group(view, &asking)}>
            if has_file { { chip(&shown, &name, view, &asking) } }
            <div class="yt-attach__acts">
                <label class="yt-button yt-chooser">
                    { icon(Icon::Document) }{ chooser }
                    <input type="file" class="yt-hidden" id={aria.id.clone()} accept={types.join(",")} aria-describedby={described}
                        aria-invalid={aria.invalid()} {onchange} />
                </label>
                if has_file {
                    { button("yt-button yt-button--quiet", None, t.attach_remove, remove) }
                }
            </div>
            if let Some(error) = *fault {
                <p class="yt-field__error" role="alert">
                    { leaf("span", "yt-hidden", w.error_prefix) }{ failed(error, accept, asking.locale) }
                </p>
            }
            <p class="yt-field__hint" id={how}>
                { with(t.attach_types, &listed(accept, asking.locale)) }{ t.attach_privacy }
                if accept.types.contains(&MediaType::Pdf) { { t.attach_pdf } }
            </p>
            if *said == t.attach_not_kept { { leaf("p", "yt-field__warning", t.attach_not_kept) } }
            <p class="yt-hidden" role="status">{ said.as_str() }</p>
        </div>
    }
}

/// The file that is there: its picture unless others can see the screen, its name while it is known, what it is.
fn chip(shown: &Shown, name: &str, view: &FieldView, asking: &Asking) -> Html {
    let t = hand::words(asking.locale);
    let picture = match shown {
        Shown::Picture(url) if !asking.is_shared => {
            let alt = with(t.attach_alt, &view.label);
            html! { <img class="yt-attach__picture" src={url.as_str().to_owned()} {alt} /> }
        }
        Shown::Picture(_) | Shown::File => icon(Icon::Document),
        Shown::Looking => Html::default(),
        Shown::Lost => html! { <p class="yt-field__warning">{ t.attach_lost }</p> },
    };
    html! {
        <div class="yt-attach__file">
            { picture }
            <p>{ &view.shown }if !name.is_empty() { <br />{ name.to_owned() } }</p>
        </div>
    }
}

/// What the question takes: 照片（JPEG、PNG）、PDF，最大 5.0 MB.
fn listed(accept: &Accept, locale: Locale) -> String {
    let (w, t) = (words(locale), hand::words(locale));
    let name = |of: &MediaType| match of {
        MediaType::Jpeg => t.attach_photo,
        MediaType::Png => "PNG",
        MediaType::Pdf => "PDF",
    };
    let names: Vec<&str> = accept.types.iter().map(name).collect();
    [&names.join(w.list_comma), t.attach_most, &size(accept.most_bytes)].concat()
}

/// Why a file was not taken.
fn failed(error: PhotoError, accept: &Accept, locale: Locale) -> String {
    let t = hand::words(locale);
    match error {
        PhotoError::Type => t.attach_bad_type.to_owned(),
        PhotoError::Large => with(t.attach_too_large, &size(accept.most_bytes)),
        PhotoError::Unreadable => t.attach_unreadable.to_owned(),
    }
}
