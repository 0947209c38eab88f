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

pub use answers::Answers;
pub use banner::Banner;
pub use consent::Consent;
pub use error_summary::ErrorSummary;
pub use field_frame::{Aria, Join, field_frame, field_id};
pub use footer::Footer;
pub use header::Header;
pub use icon::{Icon, icon};
pub use main_area::MainArea;
pub use notice_facts::notice_facts;
pub use progress::Progress;
pub use saved::{SaveState, Saved};
pub use search_box::SearchBox;
pub use sheets::{Sheet, Sheets};
pub use text_size::TextSize;
pub use tile::Tile;
pub use waiting::Waiting;
pub use wipe::Wipe;
