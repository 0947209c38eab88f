//! The book's pages on lint, cut from the files of the rules; and each page's examples, run.
//!
//! A rule's `//!` is its page: a title `# F030 …`, some words, a good example and a bad one. An example is laid over the small
//! catalogue of the book (`docs/book/small`): objects are joined, lists get more items, `null` takes away.
//! `UPDATE_EXPECT=1 cargo test book` writes the pages.

use std::{collections::BTreeMap, fs, path::PathBuf};

use serde_json::Value;

use yuntian::{
    catalog::{self, Sources},
    diag::{Diagnostic, Lint, Severity},
    model::{Date, Form, Locale, Tables},
    produce, text,
};

/// The form of the small catalogue.
const SMALL: &str = "items/DEMO/form.json";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The book's small catalogue.
fn small() -> Sources {
    crate::catalog::files(&root().join("docs/book/small"))
}

/// A rule's page.
struct Page {
    code: String,
    title: String,
    text: String,
    good: Vec<Part>,
    bad: Vec<Part>,
    /// Where the bad example is found out.
    at: String,
}

/// One file of an example: its name, and what is laid over it.
type Part = (String, Value);

fn pages() -> Vec<Page> {
    let folder = root().join("src/catalog/lint");
    let mut pages: Vec<Page> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .filter_map(|source| page(&source))
        .collect();
    pages.sort_by(|one, other| one.code.cmp(&other.code));
    pages
}

/// The page at the head of a file; none where it does not begin with a code.
fn page(source: &str) -> Option<Page> {
    let lines = source.lines().take_while(|line| line.starts_with("//!"));
    let bare =
        |line: &str| line.strip_prefix("//! ").or(line.strip_prefix("//!")).unwrap_or_default().to_owned();
    let text: String = lines.map(|line| bare(line) + "\n").collect();
    let (code, title) = text.strip_prefix("# F").and_then(|rest| rest.lines().next()?.split_once(' '))?;
    let (code, title) = (format!("F{code}"), title.to_owned());
    let (before, after) = text.split_once("\nBad, at ").unwrap_or_else(|| panic!("{code}: no bad example"));
    assert!(before.contains("\nGood"), "{code}: no good example");
    let at = match after.strip_prefix('`') {
        Some(rest) => rest.split_once('`').unwrap().0.to_owned(),
        None => String::new(),
    };
    let (good, bad) = (parts(before), parts(after));
    assert!(!good.is_empty() && !bad.is_empty(), "{code}: no example");
    Some(Page { code, title, text, good, bad, at })
}

/// The fenced examples in a text.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("```json") {
        let (name, after) = after.split_once('\n').unwrap();
        let (json, after) = after.split_once("\n```").unwrap();
        let name = match name.trim() {
            "" => SMALL.to_owned(),
            name if name.starts_with("answers/") => format!("items/DEMO/{name}"),
            name => name.to_owned(),
        };
        parts.push((name, serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))));
        rest = after;
    }
    parts
}

/// Objects are joined, lists get more items, null takes away.
fn lay(under: &mut Value, over: &Value) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (key, value) in over {
                match under.get_mut(key) {
                    Some(_) if value.is_null() => {
                        under.remove(key);
                    }
                    Some(member) => lay(member, value),
                    None => {
                        under.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(under), Value::Array(over)) => under.extend(over.iter().cloned()),
        (under, over) => *under = over.clone(),
    }
}

/// The small catalogue with an example laid over it.
fn with(parts: &[Part]) -> Sources {
    let mut sources = small();
    for (name, over) in parts {
        if over.is_null() {
            sources.0.remove(name);
            continue;
        }
        let mut tree =
            sources.0.get(name).map_or(Value::Null, |bytes| serde_json::from_slice(bytes).unwrap());
        lay(&mut tree, over);
        sources.0.insert(name.clone(), format!("{tree:#}").into_bytes());
    }
    sources
}

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

/// Every fault of a catalogue, and of its forms' examples, as they are run.
fn with_examples(sources: &Sources) -> Vec<Diagnostic> {
    let run = |form: &Form, bytes: &[u8]| produce::example(form, bytes, &Tables::default(), today());
    let mut found = catalog::lint(sources, today());
    for name in sources.0.keys().filter(|name| name.ends_with("/form.json")) {
        found.extend(catalog::examples(sources, name, &run));
    }
    found
}

/// Every fault of a page's example. A form that was changed may well refuse the examples of the one before, so these are run for
/// their own page alone.
fn faults(code: &str, parts: &[Part]) -> Vec<Diagnostic> {
    if matches!(code, "F020" | "F080") {
        with_examples(&with(parts))
    } else {
        catalog::lint(&with(parts), today())
    }
}

fn shown(faults: &[Diagnostic]) -> Vec<String> {
    let place = |found: &Diagnostic| {
        let file = found.place.file.strip_prefix("items/DEMO/").unwrap_or(&found.place.file);
        format!("{} {}{}", found.code.id(), if file == "form.json" { "" } else { file }, found.place.pointer)
    };
    faults.iter().map(place).collect()
}

/// What a page shows of a file is that file.
#[test]
fn files_shown_in_the_book_are_as_they_are() {
    let page = fs::read_to_string(root().join("docs/book/forms.md")).unwrap();
    let mut shown = 0;
    for part in page.split("<!-- ").skip(1) {
        let (name, rest) = part.split_once(" -->\n```json\n").unwrap();
        let (text, _) = rest.split_once("```").unwrap();
        let file = fs::read_to_string(root().join("docs/book").join(name)).unwrap();
        assert!(text == file, "docs/book/forms.md shows another text than {name}");
        shown += 1;
    }
    assert_eq!(shown, 2);
}

/// Links of the book lead somewhere.
#[test]
fn links_of_the_book_lead_somewhere() {
    for entry in fs::read_dir(root().join("docs/book")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)) {
            let is_there = target.starts_with("https://") || root().join("docs/book").join(target).exists();
            assert!(is_there, "{}: {target}", path.display());
        }
    }
}

#[test]
fn the_small_catalogue_is_good() {
    assert_eq!(shown(&with_examples(&small())), [""; 0]);
}

#[test]
fn good_examples_are_silent_and_bad_ones_are_found_out() {
    let mut wrong = Vec::new();
    for Page { code, good, bad, at, .. } in pages() {
        let good = shown(&faults(&code, &good));
        if !good.is_empty() {
            wrong.push(format!("{code}: the good example: {good:?}"));
        }
        let bad = shown(&faults(&code, &bad));
        if bad != [format!("{code} {at}")] {
            wrong.push(format!("{code}: the bad example: {bad:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_one_page() {
    let codes: Vec<String> = pages().into_iter().map(|page| page.code).collect();
    let mut distinct = codes.clone();
    distinct.dedup();
    assert_eq!(codes, distinct);
    assert!(codes.len() >= 33, "{} rules", codes.len());
    // Those from F075 on belong to `diff`, which has a page of its own.
    for lint in Lint::ALL.iter().filter(|lint| lint.id() < "F075") {
        assert!(codes.contains(&lint.id().to_owned()), "{} has no page", lint.id());
    }
}

#[test]
fn the_book_says_what_the_files_say() {
    let mut files = BTreeMap::new();
    let mut index = String::from(
        "# What `yuntian lint` finds\n\nEach rule has a code, which is published and never reused. An **error** forbids using the form; a **warning** asks somebody to\nlook. \
         These pages are cut from the rules' own files (`src/catalog/lint/`), and their examples are run by the tests. An example is laid\n\
         over the [small catalogue](small/): objects are joined, lists get more items, `null` takes away.\n\n| code | | what |\n|---|---|---|\n",
    );
    for page in pages() {
        let bad = faults(&page.code, &page.bad);
        let severity = bad.first().map_or(Severity::Error, |found| found.severity);
        let (message, hint) = bad.first().map(|found| text::diagnose(found, Locale::Zh)).unwrap_or_default();
        let word = text::severity(severity, Locale::En);
        let (head, rest) = page.text.split_once('\n').unwrap();
        let said = format!("The bad example is told: {message} {hint}");
        files.insert(
            format!("lints/{}.md", page.code),
            format!("{head}\n\n*{word}*\n{}\n{said}\n", rest.trim_end_matches('\n').to_owned() + "\n"),
        );
        index += &format!("| [{0}](lints/{0}.md) | {word} | {1} |\n", page.code, page.title);
    }
    files.insert("lints.md".to_owned(), index);

    let book = root().join("docs/book");
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    for (name, text) in &files {
        if is_update {
            fs::create_dir_all(book.join("lints")).unwrap();
            fs::write(book.join(name), text).unwrap();
        }
        let found = fs::read_to_string(book.join(name)).unwrap_or_default();
        assert!(
            found == *text,
            "docs/book/{name} is not what the rules say: UPDATE_EXPECT=1 cargo test book"
        );
    }
    for entry in fs::read_dir(book.join("lints")).unwrap() {
        let name = format!("lints/{}", entry.unwrap().file_name().to_string_lossy());
        assert!(files.contains_key(&name), "docs/book/{name} belongs to no rule");
    }
}
