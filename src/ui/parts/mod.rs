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

pub(crate) use answers::answers;
pub(crate) use banner::banner;
pub(crate) use consent::consent;
pub(crate) use error_summary::error_summary;
pub(crate) use field_frame::{Aria, Join, field_frame, field_id};
pub(crate) use footer::footer;
pub(crate) use header::header;
pub(crate) use icon::{Icon, icon};
pub(crate) use main_area::main_area;
pub(crate) use notice_facts::notice_facts;
pub(crate) use progress::progress;
pub(crate) use saved::{SaveState, saved};
pub(crate) use search_box::search_box;
pub(crate) use sheets::sheets;
pub(crate) use text_size::text_size;
pub(crate) use tile::tile;
pub(crate) use waiting::waiting;
pub(crate) use wipe::wipe;
