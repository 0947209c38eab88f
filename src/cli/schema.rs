//! `schema`.

use super::{
    args,
    world::{Exit, Stop, World},
};

/// Runs `schema`.
pub(super) fn run(world: &World, args: &args::Schema) -> Result<Exit, Stop> {
    let _later = (world, args);
    super::not_yet("schema")
}
