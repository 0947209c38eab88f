//! `list`.

use super::{
    args,
    world::{Exit, Stop, World},
};

/// Runs `list`.
pub(super) fn run(world: &World, args: &args::List) -> Result<Exit, Stop> {
    let _later = (world, args);
    super::not_yet("list")
}
