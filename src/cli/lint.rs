//! `lint`.

use super::{
    args,
    world::{Exit, Stop, World},
};

/// Runs `lint`.
pub(super) fn run(world: &World, args: &args::Lint) -> Result<Exit, Stop> {
    let _later = (world, args);
    super::not_yet("lint")
}
