//! What pages are made of.

mod answers;
mod banner;
mod consent;
mod error_summary;
mod field_frame;
mod footer;
mod header;
mod icon;
mod main_area;
mod notice_facts;
mod progress;
mod saved;
mod search_box;
mod sheets;
mod text_size;
mod tile;
mod waiting;
mod wipe;

pub(crate) use answers::Answers;
pub(crate) use banner::Banner;
pub(crate) use consent::Consent;
pub(crate) use error_summary::ErrorSummary;
pub(crate) use field_frame::{Aria, Join, field_frame, field_id};
pub(crate) use footer::Footer;
pub(crate) use header::Header;
pub(crate) use icon::{Icon, icon};
pub(crate) use main_area::MainArea;
pub(crate) use notice_facts::notice_facts;
pub(crate) use progress::Progress;
pub(crate) use saved::{SaveState, Saved};
pub(crate) use search_box::SearchBox;
pub(crate) use sheets::{Sheet, Sheets};
pub(crate) use text_size::TextSize;
pub(crate) use tile::Tile;
pub(crate) use waiting::Waiting;
pub(crate) use wipe::Wipe;
