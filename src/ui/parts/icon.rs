//! Pictures for tiles and buttons: lines in the text's colour, beside a word that says the same.

use yew::prelude::*;

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// The mark of the product: a sheet and a stroke of the pen.
    Brand,
    /// An older person with a stick.
    Elder,
    /// A hand that holds a coin.
    Benefit,
    /// A sheet with lines.
    Document,
    /// A looking glass.
    Search,
    /// A printer.
    Print,
    /// An arrow down to a line.
    Download,
    /// A closed lock.
    Lock,
    /// A person crossed out.
    NoAccount,
    /// A tick.
    Tick,
    /// A sign of warning.
    Warning,
    /// An arrow back.
    Back,
    /// A door with an arrow out.
    Leave,
    /// A clock.
    Clock,
}

/// A picture that the catalogue draws: the path of an SVG, 32 wide and high.
pub(crate) fn drawn(path: &str) -> Html {
    html! {
        <svg class="yt-icon" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"
            stroke-linejoin="round" aria-hidden="true"><path d={path.to_owned()} /></svg>
    }
}

/// The picture, hidden from screen readers.
pub(crate) fn icon(which: Icon) -> Html {
    Html::from_html_unchecked(AttrValue::Static(match which {
        Icon::Brand => {
            r#"<svg class="yt-icon yt-brand__mark" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M10 22.5H8.5a5.5 5.5 0 0 1-.8-10.9A8 8 0 0 1 23 10.2a6 6 0 0 1 5.7 5"/><path d="m14 27 1-4.5L25.5 12a2.2 2.2 0 0 1 3.2 3.2L18.3 25.8z"/></svg>"#
        }
        Icon::Elder => {
            r#"<svg class="yt-icon" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="14" cy="6.5" r="3.5"/><path d="M13 13c-3 .8-4.5 3.5-4.5 7v2h3l.7 7h5l.8-7.5"/><path d="M14.5 13c3 0 4.5 2.3 5.3 5l4.2 1.5M24 18v11"/></svg>"#
        }
        Icon::Benefit => {
            r#"<svg class="yt-icon" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="18" cy="9" r="5.5"/><path d="m15.8 6.5 2.2 2.7 2.2-2.7M18 9.2v3M16.2 10.3h3.6"/><path d="M3 20h4l5-1.5c1.5-.4 3 .5 3 2s-1 2-2.5 2H11m3.5-.2 9-3.6c2.5-1 4.3 1.8 2.3 3.3-3.3 2.5-7.3 6-11.8 6H3"/></svg>"#
        }
        Icon::Document => {
            r#"<svg class="yt-icon" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M8 3.5h11l6 6v19H8z"/><path d="M19 3.5v6h6M12 15h9M12 20h9M12 25h5"/></svg>"#
        }
        Icon::Search => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/></svg>"#
        }
        Icon::Print => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M7 8V3h10v5M7 17H4V9.5C4 8.7 4.7 8 5.5 8h13c.8 0 1.5.7 1.5 1.5V17h-3"/><path d="M7 14h10v7H7z"/></svg>"#
        }
        Icon::Download => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 3v12m-5-4.5 5 5 5-5M4 20h16"/></svg>"#
        }
        Icon::Lock => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5"/></svg>"#
        }
        Icon::NoAccount => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.5-4 3.5-6.5 7.5-6.5s7 2.5 7.5 6.5M3 3l18 18"/></svg>"#
        }
        Icon::Tick => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m4.5 12.5 5 5 10-11"/></svg>"#
        }
        Icon::Warning => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 3.5 22 20.5H2zM12 10v5M12 17.8v.2"/></svg>"#
        }
        Icon::Back => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m14.5 5-7 7 7 7"/></svg>"#
        }
        Icon::Leave => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M13 4H5v16h8M10 12h11m-4-4 4 4-4 4"/></svg>"#
        }
        Icon::Clock => {
            r#"<svg class="yt-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/></svg>"#
        }
    }))
}
