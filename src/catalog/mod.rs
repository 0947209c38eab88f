//! Where JSON ends: form files, dictionary, code tables, parameters and settings become plain data.
//!
//! **Invariant:** any bytes may come in; what is wrong with them comes out as diagnostics, all of them, and never as
//! a panic. A form that [`open()`] gives has every reference followed and every rule read.

mod codec;
mod diff;
mod directory;
mod facets;
mod guides;
mod inline;
mod lint;
mod lower;
mod open;
mod pack;
mod schema;
mod settings;
mod sources;
mod tables;
mod wire;

pub use diff::diff;
pub use directory::{n_shelves, shelf};
pub use facets::{Facet, facets};
pub use guides::{
    GUIDES_FOLDER, Guides, departments, form_titles, former_ids, guides, guides_of, is_lone_id, pack_guides,
    succession,
};
pub use lint::{
    CaseComes, CaseRun, Comes, Found, Outcome, Ran, Run, Tried, cases, examples, lint, lint_file, lint_files,
    runs, untried,
};
pub use open::{open, open_conditions, open_guides};
pub use pack::{conditions, pack, packed};
pub use schema::{format_schema, schema};
pub use settings::{helpers, is_web_address, settings};
pub use sources::{OWN, PROFILE, Sources, in_order, is_unlisted, name_of};
pub use tables::{REGIONS, STREETS, regions, streets};

use crate::diag::Diagnostic;

/// Faults as diagnostics of a file.
fn described(faults: Vec<wire::Fault>, file: &str) -> Vec<Diagnostic> {
    faults.into_iter().map(|fault| Diagnostic::new(fault.code, file, &fault.pointer)).collect()
}
