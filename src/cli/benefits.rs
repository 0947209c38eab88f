//! `benefits`: which benefits a profile may have.

use serde_json::{Value as Json, json};

use super::{
    args, check, report,
    world::{Exit, Opened, Stop, World},
};
use crate::{
    benefits::{self, Outcome},
    model::Form,
    record,
    rules::Data,
};

/// Runs `benefits`: an array of `{id, result, reasons, missing}`, in the order of ids. A benefit with errors is named on
/// standard error and left out.
pub(super) fn run(world: &World, args: &args::Benefits) -> Result<Exit, Stop> {
    let root = record::read_profile(&world.read(&args.profile)?)
        .map_err(|error| check::bad_answers(&args.profile, &error))?;
    let mut rows: Vec<Json> = Vec::new();
    let mut exit = Exit::Good;
    for id in ids(world)? {
        match world.open(&id) {
            Ok(Opened { form, .. }) => {
                let profile = Data { root: &root, params: &form.params, today: world.today };
                rows.push(row(&form, &benefits::check(&form, &profile), world));
            }
            Err(stop) => {
                report::diagnostics(&stop.diagnostics, world.locale);
                report::note(&stop.note, world.locale);
                exit = Exit::Refused;
            }
        }
    }
    report::json(&Json::Array(rows));
    Ok(exit)
}

/// Ids of the catalogue's benefits, sorted.
fn ids(world: &World) -> Result<Vec<String>, Stop> {
    let sources = world.sources()?;
    let id = |name: &String| {
        let id = name.strip_prefix("benefits/")?.strip_suffix("/form.json")?;
        (!id.contains('/')).then(|| id.to_owned())
    };
    Ok(sources.0.keys().filter_map(id).collect())
}

fn row(form: &Form, outcome: &Outcome, world: &World) -> Json {
    let reasons = outcome
        .reasons
        .iter()
        .map(|(rule, message)| json!({"rule": rule, "message": message.get(world.locale)}));
    json!({
        "id": form.id.as_str(),
        "result": outcome.result.as_str(),
        "reasons": reasons.collect::<Vec<Json>>(),
        "missing": outcome.missing,
    })
}
