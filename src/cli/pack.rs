//! `pack`.

use super::{
    args,
    world::{Exit, Stop, World},
};

/// Runs `pack`.
pub(super) fn run(world: &World, args: &args::Pack) -> Result<Exit, Stop> {
    let _later = (world, args);
    super::not_yet("pack")
}
