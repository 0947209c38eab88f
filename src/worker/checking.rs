//! Looks at the dropped files as `lint` does: every fault, a pack of each good form, and its examples run.
//!
//! **Invariant:** a broken file never hides another. What is not dropped is the catalogue's.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    author::{Checked, CheckedForm, Dropped, ExampleRun, Fault, RunOutcome},
    placing::places,
};
use crate::{
    catalog::{self, Found, Outcome, Sources},
    diag::Diagnostic,
    model::{Locale, Tables},
    produce,
};

/// Makes message and hint of a diagnostic.
pub(super) type Diagnose<'a> = dyn Fn(&Diagnostic, Locale) -> (String, String) + 'a;

/// What the catalogue has for authors: its shared files by name, as written.
pub(super) fn shared(bytes: &[u8]) -> Sources {
    let root: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let files = root.as_object().into_iter().flatten();
    Sources(
        files.filter_map(|(name, text)| Some((name.clone(), text.as_str()?.as_bytes().to_vec()))).collect(),
    )
}

/// Everything there is to say about some files.
pub(super) fn check(
    dropped: &Dropped,
    shared: &Sources,
    tables: &Tables,
    diagnose: &Diagnose<'_>,
) -> Checked {
    let places = places(&dropped.files);
    let mut sources = shared.clone();
    let mut shown: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, bytes) in &dropped.files {
        if let Some(Some(place)) = places.get(name) {
            sources.0.insert(place.clone(), bytes.as_ref().clone());
            shown.insert(place, name);
        }
    }
    let has_catalogue = places.values().flatten().any(|place| place == "catalog.json");
    let has_forms = shown.keys().any(|place| place.starts_with("items/"));
    // Alone, the list would be told of every form that was not dropped.
    let looked_at = shown.keys().filter(|place| **place != "catalog.json" || (has_catalogue && has_forms));
    let looked_at: Vec<&str> = looked_at.copied().collect();
    let mut diagnostics = catalog::lint_files(&sources, &looked_at, dropped.today);
    let as_dropped = |place: &str| shown.get(place).map_or(place, |name| *name).to_owned();

    let mut forms = Vec::new();
    for place in looked_at.iter().filter(|place| place.ends_with("/form.json")) {
        let (pack, _) = catalog::pack(&sources, place);
        let runs = catalog::runs(&sources, place, &|form, bytes| {
            produce::example(form, bytes, tables, dropped.today)
        });
        diagnostics.extend(runs.iter().filter_map(catalog::Ran::fault));
        diagnostics.extend(catalog::untried(&sources, place, &runs));
        let sample = place.replace("form.json", "answers/full.json");
        forms.push(CheckedForm {
            file: as_dropped(place),
            pack,
            sample: shown.get(sample.as_str()).map(|name| (*name).to_owned()),
            runs: runs
                .into_iter()
                .map(|ran| ExampleRun { file: as_dropped(&ran.file), outcome: outcome(ran.outcome) })
                .collect(),
        });
    }
    forms.sort_by(|one, other| one.file.cmp(&other.file));
    let fault = |found: &Diagnostic| {
        let (message, hint) = diagnose(found, dropped.locale);
        Fault {
            file: as_dropped(&found.place.file),
            pointer: found.place.pointer.clone(),
            line: found.place.line,
            code: found.code.id().to_owned(),
            is_error: found.severity == crate::diag::Severity::Error,
            message,
            hint,
        }
    };
    let mut faults: Vec<Fault> = diagnostics.iter().map(fault).collect();
    let key = |fault: &Fault| (fault.file.clone(), !fault.is_error, fault.line, fault.code.clone());
    faults.sort_by_key(key);
    let unused = places.iter().filter(|(_, place)| place.is_none()).map(|(name, _)| name.clone());
    Checked { forms, faults, unused: unused.collect() }
}

fn outcome(outcome: Outcome) -> RunOutcome {
    let spelled =
        |found: Vec<Found>| found.iter().map(|found| format!("{} {}", found.field, found.code)).collect();
    match outcome {
        Outcome::Passes => RunOutcome::Passes,
        Outcome::Refused(found) => RunOutcome::Refused(found.len()),
        Outcome::Differs { missing, extra, .. } => {
            RunOutcome::Differs { missing: spelled(missing), extra: spelled(extra) }
        }
        Outcome::Unreadable(reason) => RunOutcome::Unreadable(reason),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path, rc::Rc};

    use super::*;
    use crate::model::Date;
    use crate::text;

    fn files(folder: &str, named: &str) -> Vec<(String, Rc<Vec<u8>>)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                found.extend(files(&format!("{folder}/{name}"), &format!("{named}{name}/")));
            } else {
                found.push((format!("{named}{name}"), Rc::new(fs::read(path).unwrap())));
            }
        }
        found
    }

    fn catalogue() -> (Sources, Tables) {
        let all = files("forms", "");
        let is_shared = |name: &str| !["items/", "benefits/"].iter().any(|folder| name.starts_with(folder));
        let shared = all.iter().filter(|(name, _)| name.ends_with(".json") && is_shared(name));
        let texts: BTreeMap<&str, String> =
            shared.map(|(name, bytes)| (name.as_str(), String::from_utf8(bytes.to_vec()).unwrap())).collect();
        let shared = super::shared(serde_json::to_string(&texts).unwrap().as_bytes());
        let tables = Tables {
            regions: catalog::regions(&shared.0[catalog::REGIONS]),
            streets: catalog::streets(&shared.0[catalog::STREETS]),
        };
        (shared, tables)
    }

    fn check_all(files: Vec<(String, Rc<Vec<u8>>)>) -> Checked {
        let (shared, tables) = catalogue();
        let today = Date::new(2026, 11, 23).unwrap();
        let dropped = Dropped { files, today, locale: Locale::En };
        check(&dropped, &shared, &tables, &text::diagnose)
    }

    #[test]
    fn a_good_folder_has_no_fault_and_its_examples_run() {
        let checked = check_all(files("forms/items/SQ031", "SQ031/"));
        assert_eq!(checked.faults, []);
        let [form] = checked.forms.as_slice() else { panic!("one form") };
        assert_eq!(form.file, "SQ031/form.json");
        assert!(catalog::open(form.pack.as_ref().unwrap()).0.is_some());
        assert_eq!(form.sample.as_deref(), Some("SQ031/answers/full.json"));
        let outcomes = form.runs.iter().map(|run| &run.outcome);
        let (passed, refused): (Vec<_>, Vec<_>) =
            outcomes.partition(|outcome| **outcome == RunOutcome::Passes);
        assert_eq!(passed.len(), 2);
        assert!(
            !refused.is_empty()
                && refused.iter().all(|outcome| matches!(outcome, RunOutcome::Refused(n) if *n > 0))
        );
    }

    #[test]
    fn a_broken_file_hides_nothing() {
        let mut all = files("forms/items/SQ031", "items/SQ031/");
        all.extend(files("forms/benefits/MS01", "benefits/MS01/"));
        let good = String::from_utf8(
            all.iter().find(|(name, _)| name == "items/SQ031/form.json").unwrap().1.to_vec(),
        );
        let good = good.unwrap();
        let broken = good.replacen("\"version\": 1", "\"version\": 1,\n \"nonsense\": 1", 1);
        all.push(("items/A/form.json".into(), Rc::new(b"{\n \"a\": }".to_vec())));
        all.push(("items/B/form.json".into(), Rc::new(broken.into_bytes())));
        all.push(("notes.txt.json".into(), Rc::new(b"[]".to_vec())));
        let checked = check_all(all);
        let codes = |file: &str| -> Vec<(&str, Option<u32>)> {
            let faults = checked.faults.iter().filter(|fault| fault.file == file);
            faults.map(|fault| (fault.code.as_str(), fault.line)).collect()
        };
        assert_eq!(codes("items/A/form.json"), [("F002", Some(2))]);
        assert!(codes("items/B/form.json").iter().any(|(code, line)| *code == "F004" && line.is_some()));
        assert_eq!(codes("benefits/MS01/form.json"), []);
        let packs: Vec<(&str, bool)> =
            checked.forms.iter().map(|form| (form.file.as_str(), form.pack.is_some())).collect();
        assert!(
            packs.contains(&("items/SQ031/form.json", true))
                && packs.contains(&("benefits/MS01/form.json", true))
        );
        assert!(
            packs.contains(&("items/A/form.json", false)) && packs.contains(&("items/B/form.json", false))
        );
    }

    #[test]
    fn an_example_that_differs_names_what_differs() {
        let mut all = files("forms/items/SQ031", "SQ031/");
        for (name, bytes) in &mut all {
            if name == "SQ031/answers/refused-too-young.issues.json" {
                *bytes = Rc::new(
                    br#"[{"field": "applicant.phone", "code": "format", "severity": "error"}]"#.to_vec(),
                );
            }
            if name == "SQ031/answers/minimal.json" {
                *bytes = Rc::new(b"{\"answers\": ".to_vec());
            }
        }
        let checked = check_all(all);
        let form = checked.forms.first().unwrap();
        let outcome = |stem: &str| {
            let file = format!("SQ031/answers/{stem}.json");
            form.runs.iter().find(|run| run.file == file).unwrap().outcome.clone()
        };
        let RunOutcome::Differs { missing, extra } = outcome("refused-too-young") else { panic!("differs") };
        assert_eq!(missing, ["applicant.phone format"]);
        assert!(!extra.is_empty());
        assert!(matches!(outcome("minimal"), RunOutcome::Unreadable(_)));
        assert!(checked.faults.iter().any(|fault| fault.code == "F020" && fault.is_error));
    }

    #[test]
    fn limits_are_told() {
        let checked = check_all(vec![("big.json".into(), Rc::new(vec![b' '; 2 * 1024 * 1024 + 1]))]);
        assert_eq!(checked.faults.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>(), ["F003"]);
        let deep = "[".repeat(100_000);
        let checked = check_all(vec![("deep.json".into(), Rc::new(deep.into_bytes()))]);
        assert_eq!(checked.faults.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>(), ["F003"]);
        assert_eq!(check_all(Vec::new()), Checked::default());
    }
}
