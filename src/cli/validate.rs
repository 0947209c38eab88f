//! `validate`: checks one value of a kind.

use serde_json::json;

use super::{
    args, report,
    world::{Exit, Stop, World},
};
use crate::{
    text::Note,
    validate::{self, Severity},
};

/// Runs `validate`: `{verdict, code, normalized, output, upgraded}`. A kind that is not known is wrong use.
pub(super) fn run(world: &World, args: &args::Validate) -> Result<Exit, Stop> {
    let verdict = validate::identifier(&args.kind, &args.value, &world.tables(), world.today)
        .ok_or_else(|| Stop::wrong_use(Note::NoKind { kind: args.kind.clone() }))?;
    report::json(&json!({
        "verdict": verdict.as_str(),
        "code": verdict.code,
        "normalized": verdict.normalized,
        "output": verdict.output,
        "upgraded": verdict.upgraded,
    }));
    Ok(if verdict.severity == Some(Severity::Error) { Exit::Refused } else { Exit::Good })
}
