//! `schema`: the JSON Schema of the form format, or of one form's answers.

use super::{
    args, report,
    world::{Exit, Stop, World},
};
use crate::catalog;

/// Runs `schema`.
pub(super) fn run(world: &World, args: &args::Schema) -> Result<Exit, Stop> {
    let schema = match &args.id {
        Some(id) => catalog::schema(&world.open(id)?.form),
        None => catalog::format_schema(),
    };
    report::json(&schema);
    Ok(Exit::Good)
}
