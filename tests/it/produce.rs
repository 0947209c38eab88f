//! The whole line: a pack and answers in, the bytes of a paper out.

use std::{
    collections::BTreeMap,
    fs,
    sync::{Arc, OnceLock},
};

use yuntian::{
    catalog::{self, Sources},
    fonts::{self, Cut},
    model::{Date, Locale},
    produce::{self, Files, Format, Input, Loaded, PaperKind, ProduceError, Produced, Want},
    text,
};

use crate::papers::support::{order, root, ttf};

/// The catalogue of the repository.
pub(crate) fn sources() -> Sources {
    files("forms")
}

/// The files of a catalogue.
pub(crate) fn files(catalogue: &str) -> Sources {
    let mut sources = Sources::default();
    let mut folders = vec![root().join(catalogue)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root().join(catalogue)).unwrap().to_str().unwrap().to_owned();
                sources.0.insert(name, fs::read(path).unwrap());
            }
        }
    }
    sources
}

/// The typeface in shards, cut once for all tests; the base holds what the forms say.
pub(crate) fn shards() -> Arc<Cut> {
    static CUT: OnceLock<Arc<Cut>> = OnceLock::new();
    let cut = || {
        let forms = sources().0.into_iter().filter(|(name, _)| name.ends_with("form.json"));
        let base = forms.flat_map(|(_, bytes)| String::from_utf8(bytes).unwrap().chars().collect::<Vec<_>>());
        Arc::new(fonts::cut(&ttf(), &base.filter(|c| !c.is_control()).collect(), &order()).unwrap())
    };
    CUT.get_or_init(cut).clone()
}

/// What the CLI and the worker do: plan, load, and plan again until nothing is wanted; then run.
pub(crate) fn make(input: &Input) -> Result<Produced, ProduceError> {
    let cut: BTreeMap<String, Vec<u8>> = shards().shards.iter().cloned().collect();
    let mut loaded = Loaded::default();
    loop {
        let needs = produce::plan(input, &loaded, &text::say)?;
        if needs.is_met() {
            return produce::run(input, &loaded, &text::say);
        }
        for name in needs.shards {
            let bytes = cut.get(&name).unwrap().clone();
            loaded.shards.insert(name, bytes);
        }
        for name in needs.tables {
            let file = if name == produce::STREETS { catalog::STREETS } else { catalog::REGIONS };
            loaded.tables.insert(name, fs::read(root().join("forms").join(file)).unwrap());
        }
    }
}

fn answers(name: &str) -> Vec<u8> {
    fs::read(root().join("forms/items/SQ031/answers").join(name)).unwrap()
}

fn input(entered: Option<Vec<u8>>, paper: PaperKind, format: Format) -> Input {
    let (pack, _) = catalog::pack(&sources(), "items/SQ031/form.json");
    Input {
        pack: pack.unwrap(),
        entered,
        want: Want { paper, format },
        today: Date::new(2026, 11, 23).unwrap(),
        locale: Locale::Zh,
        settings: fs::read(root().join("forms/settings.json")).unwrap(),
        shard_table: shards().table.clone(),
        attachments: Files::new(),
        helper: None,
    }
}

#[test]
fn a_packet_is_made_twice_alike_and_carries_its_answers() {
    let packet = input(Some(answers("full.json")), PaperKind::Packet, Format::Pdf);
    let made = make(&packet).unwrap();
    assert_eq!(make(&packet).unwrap(), made);
    assert_eq!(made.media_type, "application/pdf");
    assert!(made.missing.is_empty(), "{:?}", made.missing);
    let [pdf] = made.files.as_slice() else { panic!("one file") };
    assert!(pdf.starts_with(b"%PDF-1.7"));

    let json = make(&input(Some(answers("full.json")), PaperKind::Packet, Format::Json)).unwrap();
    assert_eq!((&json.digest, &json.reference), (&made.digest, &made.reference));
    let export = String::from_utf8(json.files[0].clone()).unwrap();
    assert!(export.contains(made.digest.as_ref().unwrap()), "{export}");

    // Who helped stands on the cover; the data, their digest and the reference number know nothing of it.
    let helped = |input: Input| Input { helper: Some("王敏".to_owned()), ..input };
    let with = make(&helped(packet.clone())).unwrap();
    assert_ne!(with.files, made.files);
    assert_eq!((&with.digest, &with.reference), (&made.digest, &made.reference));
    let data = input(Some(answers("full.json")), PaperKind::Packet, Format::Json);
    assert_eq!(make(&helped(data)).unwrap().files, json.files);
    for (entered, paper) in [(None, PaperKind::Blank), (Some(answers("full.json")), PaperKind::Sample)] {
        let plain = input(entered, paper, Format::Pdf);
        assert_eq!(make(&helped(plain.clone())).unwrap().files, make(&plain).unwrap().files);
    }

    // The exported file taken as answers gives the same packet.
    let again = make(&input(Some(json.files[0].clone()), PaperKind::Packet, Format::Pdf)).unwrap();
    assert_eq!(&again.files[0], pdf);
}

#[test]
fn blank_draft_and_sample_carry_neither_digest_nor_answers() {
    for (paper, entered) in [
        (PaperKind::Blank, None),
        (PaperKind::Draft, Some("refused-agent.json")),
        (PaperKind::Sample, Some("full.json")),
    ] {
        let made = make(&input(entered.map(answers), paper, Format::Pdf)).unwrap();
        assert_eq!((made.digest, made.reference), (None, None), "{paper:?}");
        let pdf = String::from_utf8_lossy(&made.files[0]).into_owned();
        assert!(!pdf.contains("answers.json"), "{paper:?}");
    }
}

#[test]
fn a_packet_of_wrong_answers_is_refused_with_every_issue() {
    let wrong = input(Some(answers("refused-agent.json")), PaperKind::Packet, Format::Pdf);
    let Err(ProduceError::Refused(issues)) = make(&wrong) else { panic!("refused") };
    let codes: Vec<String> =
        issues.iter().map(|issue| format!("{} {}", issue.field, issue.kind.code())).collect();
    assert_eq!(
        codes,
        [
            "agent.relation required",
            "agent.idNumber check",
            "agent.phone required",
            "consents.bank consent_missing",
            "consents.agent consent_missing",
        ]
    );
}

#[test]
fn what_is_not_there_yet_or_lacks_answers_is_said() {
    let docx = input(Some(answers("full.json")), PaperKind::Packet, Format::Docx);
    assert!(matches!(make(&docx), Err(ProduceError::NotYet("docx"))));
    let none = input(None, PaperKind::Packet, Format::Pdf);
    assert!(matches!(make(&none), Err(ProduceError::NoAnswers)));
    let broken = Input { pack: b"{}".to_vec(), ..input(None, PaperKind::Blank, Format::Pdf) };
    assert!(matches!(make(&broken), Err(ProduceError::Form(_))));
    let early = input(None, PaperKind::Blank, Format::Pdf);
    let early = produce::run(&early, &Loaded::default(), &text::say);
    assert!(matches!(early, Err(ProduceError::NotLoaded(_))), "{early:?}");
}

#[test]
fn a_name_without_a_glyph_is_a_note_and_no_failure() {
    let full = String::from_utf8(answers("full.json")).unwrap().replace("王秀英", "王𰻞英");
    let made = make(&input(Some(full.into_bytes()), PaperKind::Packet, Format::Pdf)).unwrap();
    let missing: Vec<String> = made.missing.iter().map(|(path, c)| format!("{path} {c}")).collect();
    assert_eq!(missing, ["applicant.name 𰻞"]);
}

#[test]
fn a_preview_is_one_picture_a_page() {
    let made = make(&input(None, PaperKind::Blank, Format::Svg)).unwrap();
    assert_eq!(made.files.len(), 1);
    assert!(made.files[0].starts_with(b"<svg"));
}
