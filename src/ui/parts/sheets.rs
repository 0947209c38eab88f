//! The pages of a paper as pictures.

use yew::prelude::*;

use crate::{
    model::Locale,
    text::page::{with_number, words},
};

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheet {
    /// An address of the picture, `blob:…`.
    pub url: AttrValue,
}

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The language.
    pub locale: Locale,
    /// What the paper is called.
    pub title: AttrValue,
    /// Its pages.
    pub sheets: Vec<Sheet>,
}

/// The pages below each other; on paper, one a sheet.
#[component]
pub(crate) fn Sheets(props: &Props) -> Html {
    let w = words(props.locale);
    let sheets = props.sheets.iter().enumerate().map(|(idx, sheet)| {
        let caption = with_number(w.papers_page_alt, idx + 1);
        let alt = [&props.title, w.colon, &caption].concat();
        html! {
            <li key={idx}>
                <figure><img src={&sheet.url} {alt} width="794" height="1123" /><figcaption>{ caption }</figcaption></figure>
            </li>
        }
    });
    html! { <ol class="yt-sheets">{ for sheets }</ol> }
}
