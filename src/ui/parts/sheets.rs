//! The pages of a paper as pictures.

use yew::prelude::*;

use crate::{
    model::Locale,
    text::page::{with_number, words},
    ui::hooks::blob::BlobUrl,
};

/// The pages below each other; on paper, one a sheet.
pub(crate) fn sheets(locale: Locale, title: &str, urls: &[BlobUrl]) -> Html {
    let w = words(locale);
    let sheets = urls.iter().enumerate().map(|(idx, url)| {
        let caption = with_number(w.papers_page_alt, idx + 1);
        let alt = [title, w.colon, &caption].concat();
        html! {
            <li key={idx}>
                <figure><img src={url.as_str().to_owned()} {alt} width="794" height="1123" /><figcaption>{ caption }</figcaption></figure>
            </li>
        }
    });
    html! { <ol class="yt-sheets">{ for sheets }</ol> }
}
