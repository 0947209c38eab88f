//! What each fuzzer does with its bytes. The replay of the corpus (`tests/it/fuzz_corpus.rs`) runs the same code on stable.

#![allow(dead_code, reason = "each fuzzer runs one of these")]

use sha2::{Digest, Sha256};
use yuntian::{
    catalog,
    model::{Date, Datum, EvalError, Form, Locale, SortedMap, SortedSet, Tables, Value},
    record, rules, text, validate,
};

/// The day on which everything is worked out.
fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

/// Any text as a rule: read, looked through, worked out over paths of every sort, twice with one outcome.
pub(super) fn rule(bytes: &[u8]) {
    let source = String::from_utf8_lossy(bytes);
    match rules::parse(&source) {
        Ok(expr) => {
            let paths = rules::paths(&expr);
            let _ = rules::params(&expr);
            let first = rules::eval(&expr, &Sorts);
            assert!(first == rules::eval(&expr, &Sorts));
            let _ = format!("{first:?} {expr:?}");
            let _ =
                rules::order(&[("a".to_owned(), paths), ("b".to_owned(), SortedSet::from(["a".to_owned()]))]);
        }
        Err(error) => {
            assert!(error.offset <= source.chars().count());
            let _ = error.to_string();
        }
    }
}

/// A scope in which a path's first letter says what it is.
struct Sorts;

impl rules::Scope for Sorts {
    fn get(&self, path: &str) -> Datum {
        let row = || {
            Datum::Value(Value::Map(SortedMap::from([
                ("a".to_owned(), Datum::Absent),
                ("n".to_owned(), Datum::Value(Value::Number(7.into()))),
                ("u".to_owned(), Datum::unknown("l.u")),
            ])))
        };
        match path.chars().next() {
            Some('a') => Datum::Absent,
            Some('b') => Datum::Value(Value::Bool(path.len() > 1)),
            Some('d') => Datum::Value(Value::Date(today())),
            Some('e') => Datum::Error(EvalError::Name),
            Some('g') => row(),
            Some('l') => Datum::Value(Value::List(vec![row(), row(), Datum::Absent])),
            Some('n') => Datum::Value(Value::Number(path.len().into())),
            Some('t') => Datum::Value(Value::Text(path.to_owned())),
            Some(_) | None => Datum::unknown(path),
        }
    }

    fn param(&self, name: &str) -> Datum {
        self.get(name)
    }

    fn today(&self) -> Date {
        today()
    }
}

/// Any bytes as a pack, as the body of one whose checksum is right, and as a form's file; every fault is put into words in both languages.
pub(super) fn form_file(bytes: &[u8]) {
    let mut faults = Vec::new();
    for pack in [bytes.to_vec(), sealed(bytes)] {
        let (form, more) = catalog::open(&pack);
        // A form, or one fault that says why there is none.
        assert_eq!(form.is_none(), more.len() == 1);
        assert!(form == catalog::open(&pack).0);
        faults.extend(more);
    }
    let mut sources = catalog::Sources::default();
    let name = "items/SQ999/form.json";
    sources.0.insert(name.to_owned(), bytes.to_vec());
    sources.0.insert("elements.json".to_owned(), bytes.to_vec());
    let (pack, more) = catalog::pack(&sources, name);
    faults.extend(more);
    faults.extend(catalog::lint(&sources, today()));
    for fault in &faults {
        for locale in [Locale::Zh, Locale::En] {
            let (message, hint) = text::diagnose(fault, locale);
            assert!(!message.is_empty(), "{fault:?}");
            let _ = hint;
        }
    }
    if let Some(pack) = pack {
        assert!(catalog::open(&pack).0.is_some());
    }
}

/// A pack with these bytes behind its magic and checksum, as `catalog::codec` has them.
fn sealed(body: &[u8]) -> Vec<u8> {
    [b"YTP3", &Sha256::digest(body)[..8], body].concat()
}

/// Any bytes as answers to a form of the catalogue: read, surveyed, finished; every issue is put into words.
pub(super) fn answers(bytes: &[u8]) {
    for form in forms() {
        // A draft of whatever version comes to one of the form's, and nothing more happens to that.
        if let Ok(draft) = record::read_draft(bytes) {
            let migrated = record::migrate(form, draft).draft;
            assert!(record::migrate(form, migrated.clone()).draft == migrated);
        }
        let Ok(entered) = record::read(bytes, form) else { continue };
        let tables = Tables::default();
        let answers = entered.answers();
        let _ = validate::survey(form, answers, &tables, today());
        match validate::finish(form, answers, &tables, today()) {
            Ok(submission) => {
                let canonical = record::canonical(form, &submission);
                let _ = (record::digest(&canonical), record::reference(&canonical));
                assert!(record::read(&record::export(form, &submission), form).is_ok());
            }
            Err(issues) => {
                for issue in &issues {
                    for locale in [Locale::Zh, Locale::En] {
                        assert!(!text::say(issue, "?", locale).is_empty());
                    }
                }
            }
        }
    }
}

/// The two forms of the catalogue that have most kinds of question.
pub(super) fn forms() -> &'static [Form] {
    static FORMS: std::sync::OnceLock<Vec<Form>> = std::sync::OnceLock::new();
    FORMS.get_or_init(|| {
        // From the package's own folder, or from that of the fuzzers.
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder =
            [root.join("forms"), root.join("../../forms")].into_iter().find(|folder| folder.is_dir());
        let mut sources = catalog::Sources::default();
        if let Some(folder) = folder {
            collect(&folder, "", &mut sources);
        }
        let names = ["items/SQ031/form.json", "benefits/MS01/form.json"];
        let packs = names.iter().filter_map(|name| catalog::pack(&sources, name).0);
        packs.filter_map(|pack| catalog::open(&pack).0).collect()
    })
}

fn collect(folder: &std::path::Path, prefix: &str, sources: &mut catalog::Sources) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), sources);
        } else {
            sources.0.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}
