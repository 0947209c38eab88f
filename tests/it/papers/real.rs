//! The catalogue's own papers, from the form's file on.

use std::path::Path;

use expect_test::expect_file;
use yuntian::catalog::{self, Sources};
use yuntian::fonts::{self, ShardTable};
use yuntian::layout;
use yuntian::model::{Answers, Date, Form, Locale, Settings, Tables};
use yuntian::packet::{self, Context, Files, Paper};
use yuntian::{record, text, validate};

use super::{golden, picture, support, tools};

fn sources() -> Sources {
    fn walk(folder: &Path, name: &str, found: &mut Sources) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{name}{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                walk(&path, &format!("{name}/"), found);
            } else {
                found.0.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    let mut found = Sources(Default::default());
    walk(&support::root().join("forms"), "", &mut found);
    found
}

struct Opened {
    form: Form,
    settings: Settings,
    tables: Tables,
    sources: Sources,
    files: Files,
    helper: Option<&'static str>,
}

fn open(folder: &str) -> Opened {
    let sources = sources();
    let (pack, faults) = catalog::pack(&sources, &format!("{folder}/form.json"));
    let form = catalog::open(&pack.unwrap_or_else(|| panic!("{faults:?}"))).0.unwrap();
    let settings = catalog::settings(&sources.0["settings.json"]).0.unwrap();
    let tables = Tables {
        regions: catalog::regions(&sources.0[catalog::REGIONS]),
        streets: catalog::streets(&sources.0[catalog::STREETS]),
    };
    Opened { form, settings, tables, sources, files: Files::default(), helper: None }
}

impl Opened {
    fn ctx(&self, locale: Locale) -> Context<'_> {
        let Self { form, settings, files, helper, .. } = self;
        Context { form, settings, locale, today: today(), files, helper: *helper }
    }

    fn answers(&self, folder: &str, name: &str) -> Answers {
        let bytes = &self.sources.0[&format!("{folder}/answers/{name}.json")];
        record::read(bytes, &self.form).unwrap().answers().clone()
    }

    fn packet(&self, answers: &Answers, locale: Locale) -> Paper {
        let submission = validate::finish(&self.form, answers, &self.tables, today()).unwrap();
        let bytes = record::canonical(&self.form, &submission);
        let (digest, reference) = (record::digest(&bytes), record::reference(&bytes));
        packet::packet(self.ctx(locale), &submission, &digest, &reference, &text::say).paper().clone()
    }
}

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

const ALL: [&str; 2] = ["items/SQ031", "benefits/MS01"];

#[test]
fn a_blank_table_stands_on_one_sheet() {
    for folder in ALL {
        let opened = open(folder);
        let paper = packet::blank(opened.ctx(Locale::Zh)).paper().clone();
        let face = support::face(&layout::characters(&paper).into_iter().collect::<String>());
        assert_eq!(layout::measure(&paper, &face).sheets.len(), 1, "{folder}");
        tools::save(&format!("blank-{}", opened.form.id.as_str()), &golden::pdf(&paper))
            .run("qpdf", &["--check", "{}"]);
    }
}

#[test]
fn a_cover_is_one_sheet_in_either_language() {
    for name in catalog::in_order(&sources()) {
        let folder = name.strip_suffix("/form.json").unwrap();
        // The longest cover: with a helper's name.
        let opened = Opened { helper: Some("王敏（知音驿站）"), ..open(folder) };
        for locale in [Locale::Zh, Locale::En] {
            let mut paper = opened.packet(&opened.answers(folder, "full"), locale);
            paper.documents.truncate(1);
            let face = support::face(&layout::characters(&paper).into_iter().collect::<String>());
            assert_eq!(layout::measure(&paper, &face).sheets.len(), 1, "{folder} {locale:?}");
        }
    }
}

#[test]
fn every_paper_of_the_catalogue_is_archival_and_accessible() {
    for folder in ALL {
        let opened = open(folder);
        let id = opened.form.id.as_str();
        for (locale, language) in [(Locale::Zh, "zh"), (Locale::En, "en")] {
            for name in ["minimal", "full"] {
                let answers = opened.answers(folder, name);
                let paper = opened.packet(&answers, locale);
                let saved = tools::save(&format!("{id}-{name}-{language}"), &golden::pdf(&paper));
                saved.run("qpdf", &["--check", "{}"]);
                let survey = validate::survey(&opened.form, &Answers::default(), &opened.tables, today());
                let draft = packet::draft(opened.ctx(locale), &survey, &text::say);
                let saved = tools::save(&format!("{id}-draft-{language}"), &golden::pdf(draft.paper()));
                saved.run("qpdf", &["--check", "{}"]);
            }
        }
    }
}

/// The filled official table alone: covers and notices may change their words without a golden file noticing.
fn filled_table(folder: &str) -> Paper {
    let opened = open(folder);
    let mut paper = opened.packet(&opened.answers(folder, "full"), Locale::Zh);
    paper.documents.retain(|document| opened.form.documents.iter().any(|own| own.id == document.id));
    paper
}

#[test]
fn the_official_tables_are_as_they_were_found_right() {
    let goldens = [expect_file!["../../golden/SQ031-full.txt"], expect_file!["../../golden/MS01-full.txt"]];
    for (folder, expect) in ALL.iter().zip(&goldens) {
        let name = folder.replace('/', "-");
        golden::check(&format!("golden-{name}"), &filled_table(folder), expect);
    }
}

#[test]
fn the_filled_table_looks_as_it_did() {
    picture::check("SQ031-full", &filled_table(ALL[0]), 1);
}

#[test]
fn a_filled_form_needs_few_shards() {
    let opened = open(ALL[0]);
    let paper = opened.packet(&opened.answers(ALL[0], "full"), Locale::Zh);
    // The base is what the forms and the fixed words are written with.
    let is_form = |name: &str| name.ends_with("form.json") || !name.contains('/');
    let forms = opened.sources.0.iter().filter(|(name, _)| is_form(name));
    let words = packet::words::ALL.iter().map(|word| word.zh.to_owned());
    let forms = forms.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let base = words.chain(forms).flat_map(|text| text.chars().collect::<Vec<_>>()).collect();
    let cut = fonts::cut(&support::ttf(), &base, &support::order()).unwrap();
    let plan = ShardTable::open(&cut.table).unwrap().plan(&layout::characters(&paper));
    let wanted = |name: &String| plan.shards.contains(name);
    let n_bytes: usize =
        cut.shards.iter().filter(|(name, _)| wanted(name)).map(|(_, bytes)| bytes.len()).sum();
    // Brotli makes 0.6 of it, so that this is about 480 kB of the 600 that are allowed.
    assert!(n_bytes < 800_000, "{n_bytes} bytes in {} shards", plan.shards.len());
}
