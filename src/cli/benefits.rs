//! `benefits`: which benefits a profile may have.

use serde_json::{Value as Json, json};

use super::{
    args, check, eval, report,
    world::{Exit, Opened, Stop, World},
};
use crate::{
    benefits::{self, Outcome, Profile},
    catalog::{self, CaseComes, Tried},
    model::{Answers, Date, Datum, Form, Locale, Path, Rows, SortedMap},
    packet,
    record::{self, RecordError},
    rules::Data,
    text,
    validate::State,
};

/// Runs `benefits`: an array of `{id, result, reasons, missing, amount, members, thresholds}`, in the order of ids. A benefit with
/// errors is named on standard error and left out; so is what contradicts itself in the profile, which then counts as not known.
pub(super) fn run(world: &World, args: &args::Benefits) -> Result<Exit, Stop> {
    let form = profile_form(world)?;
    let bytes = world.read(&args.profile)?;
    let told = Told::read(&bytes, form.as_ref(), world.today)
        .map_err(|error| check::bad_answers(&args.profile, &error))?;
    let contradictions = told.contradictions(world.locale);
    for line in &contradictions {
        report::line(line);
    }
    let mut rows: Vec<Json> = Vec::new();
    let mut exit = if contradictions.is_empty() { Exit::Good } else { Exit::Refused };
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

/// A profile that was read.
pub(super) enum Told<'a> {
    /// As answers to the profile form, with the tables that were told to have no row.
    Answers { form: &'a Form, answers: Answers, state: State, empty: Vec<Path> },
    /// As plain data, where the catalogue has no profile form.
    Data(SortedMap<String, Datum>),
}

impl<'a> Told<'a> {
    /// Reads a profile.
    pub(super) fn read(bytes: &[u8], form: Option<&'a Form>, today: Date) -> Result<Self, RecordError> {
        let Some(form) = form else { return record::read_profile(bytes).map(Self::Data) };
        let (answers, absent) = record::read_told(bytes, form)?;
        let state = benefits::state(form, &answers, &absent, today);
        let empty = benefits::empty(form, &absent);
        Ok(Self::Answers { form, answers, state, empty })
    }

    /// What a benefit comes to.
    pub(super) fn check(&self, benefit: &Form, today: Date) -> Outcome {
        let params = &benefit.params;
        match self {
            Self::Answers { state, empty, .. } => {
                benefits::check(benefit, &Profile { state, empty, params, today })
            }
            Self::Data(root) => benefits::check(benefit, &Data { root, params, today }),
        }
    }

    /// What contradicts itself: place and sentence.
    fn contradictions(&self, locale: Locale) -> Vec<String> {
        match self {
            Self::Answers { form, answers, state, .. } => {
                let rows = Rows::of(form, answers);
                let found = benefits::contradictions(form, answers, state);
                let line = |issue: &crate::validate::Issue| {
                    let label = packet::label(form, &rows, &issue.field, locale);
                    format!("{}: {}", rows.border(&issue.field), text::say(issue, &label, locale))
                };
                found.iter().map(line).collect()
            }
            Self::Data(_) => Vec::new(),
        }
    }
}

/// What a boundary case comes to.
pub(super) fn case(
    benefit: &Form,
    profile: Option<&Form>,
    bytes: &[u8],
    today: Date,
) -> Result<CaseComes, String> {
    let told = Told::read(bytes, profile, today).map_err(|error| error.to_string())?;
    let outcome = told.check(benefit, today);
    Ok(CaseComes {
        result: outcome.result.as_str().to_owned(),
        because: outcome.failed(),
        tried: outcome.tried().into_iter().map(|(holds, fails)| Tried { holds, fails }).collect(),
        amount: outcome.amount.map(|amount| amount.to_string()),
        missing: outcome.missing,
    })
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
