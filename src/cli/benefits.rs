//! `benefits`: which benefits a profile may have.

use serde_json::{Value as Json, json};

use super::{
    args, check, eval, report,
    world::{Exit, Opened, Stop, World},
};
use crate::{
    benefits::{self, Outcome},
    catalog,
    model::Form,
    packet,
    produce::Told,
    text,
};

/// Runs `benefits`: an array of `{id, result, reasons, missing, amount, members, thresholds}`, in the order of ids. A benefit with
/// errors is named on standard error and left out; so is what contradicts itself in the profile, which then counts as not known.
pub(super) fn run(world: &World, args: &args::Benefits) -> Result<Exit, Stop> {
    let form = profile_form(world)?;
    let bytes = world.read(&args.profile)?;
    let told = Told::read(&bytes, form.as_ref(), world.today)
        .map_err(|error| check::bad_answers(&args.profile, &error))?;
    let mut exit = Exit::Good;
    if let Some((form, at, issues)) = told.contradictions() {
        for issue in &issues {
            let label = packet::label(form, &at, &issue.field, world.locale);
            let sentence = text::say(issue, &label, world.locale);
            report::line(&format!("{}: {sentence}", at.border(&issue.field)));
            exit = Exit::Refused;
        }
    }
    let mut rows: Vec<Json> = Vec::new();
    for id in ids(world)? {
        match world.open(&id) {
            Ok(Opened { form, .. }) => rows.push(row(&form, &told.check(&form, world.today), world)),
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

/// The form of the profile, where the catalogue has one.
fn profile_form(world: &World) -> Result<Option<Form>, Stop> {
    let is_there = world.forms.join(catalog::PROFILE).exists();
    if is_there { world.open("profile").map(|opened| Some(opened.form)) } else { Ok(None) }
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
    let members = outcome
        .tests
        .iter()
        .filter_map(|test| Some(json!({"path": test.row.as_ref()?, "result": test.result().as_str()})));
    let thresholds = benefits::thresholds(form, world.today).into_iter().map(|(name, row)| {
        let value = row.and_then(|row| row.value.as_ref());
        json!({
            "name": name,
            "value": value.map(eval::json),
            "validFrom": row.map(|row| row.valid_from.to_string()),
            "toConfirm": value.is_none(),
            "source": row.and_then(|row| row.source.as_ref()),
        })
    });
    json!({
        "id": form.id.as_str(),
        "result": outcome.result.as_str(),
        "reasons": reasons.collect::<Vec<Json>>(),
        "missing": outcome.missing,
        "amount": outcome.amount.map(|amount| amount.to_string()),
        "members": members.collect::<Vec<Json>>(),
        "thresholds": thresholds.collect::<Vec<Json>>(),
    })
}
