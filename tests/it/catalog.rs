//! The catalogue's own files through `catalog`: packed, opened, linted.

use std::{collections::BTreeMap, fs, path::Path as FilePath};

use yuntian::{
    catalog::{self, Sources},
    model::{Form, FormKind, Kind, Path, RuleKind},
};

/// The files below `forms/`.
pub(crate) fn sources() -> Sources {
    files(FilePath::new("forms"))
}

/// The files below a folder.
pub(crate) fn files(folder: &FilePath) -> Sources {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files);
    Sources(files)
}

fn collect(folder: &FilePath, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// The ids of every form of the catalogue; those in no list are none of them.
pub(crate) fn ids() -> Vec<String> {
    let Sources(files) = sources();
    let names = files.keys().filter(|name| !catalog::is_unlisted(name));
    let folders = names.filter_map(|name| name.strip_suffix("/form.json"));
    folders.filter_map(|folder| folder.rsplit('/').next()).map(str::to_owned).collect()
}

/// A form of the catalogue, through its pack.
pub(crate) fn form(id: &str) -> Form {
    let sources = sources();
    let (pack, diagnostics) = catalog::pack(&sources, &catalog::name_of(&sources, id).unwrap());
    assert_eq!(diagnostics, [], "{id}");
    let (form, diagnostics) = catalog::open(&pack.unwrap());
    assert_eq!(diagnostics, [], "{id}");
    form.unwrap()
}

#[test]
fn the_item_is_packed_and_opened() {
    let form = form("SQ031");
    let paths: Vec<&str> = form.fields.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths[..3], ["applicant", "applicant.name", "applicant.idNumber"]);
    let sex = form.field(&Path::new("applicant.sex")).unwrap();
    assert!(matches!(&sex.kind, Kind::Choice(choices) if choices.len() == 2 && choices[1].label.zh == "女"));
    assert!(sex.is_required);
    assert_eq!(form.field(&Path::new("applicant.hukouAddress")).unwrap().label.zh, "户籍地址");
    assert_eq!(form.department.zh, "民政");
    assert_eq!(form.pages.len(), 5);
    assert_eq!(form.rules.len(), 10);
    assert!(matches!(form.rules[0].kind, RuleKind::Value));
    assert_eq!(form.documents[0].rows().len(), 13);
    assert_eq!(form.params.0.keys().collect::<Vec<_>>(), ["oldAgeThreshold"]);
}

#[test]
fn a_benefit_holds_only_what_it_uses() {
    let form = form("MS01");
    assert!(matches!(&form.kind, FormKind::Benefit(benefit) if benefit.eligible.len() == 2));
    assert!(form.field(&Path::new("applicant.marital")).is_none());
    assert!(form.field(&Path::new("applicant.birthDate")).is_some());
}

/// The page knows of every benefit what its pack knows, without its questions.
#[test]
fn one_file_has_the_conditions_of_all_benefits() {
    let forms: Vec<Form> = ids().iter().map(|id| form(id)).collect();
    let benefits: Vec<&Form> =
        forms.iter().filter(|form| matches!(form.kind, FormKind::Benefit(_))).collect();
    let bytes = catalog::conditions(&benefits);
    let lean = catalog::open_conditions(&bytes).unwrap();
    assert_eq!(lean.len(), benefits.len());
    for (lean, form) in lean.iter().zip(benefits) {
        assert_eq!((&lean.id, &lean.title, &lean.kind), (&form.id, &form.title, &form.kind));
        assert!(lean.fields.is_empty() && lean.documents.is_empty());
        assert!(lean.params.0.iter().all(|(name, rows)| form.params.0.get(name) == Some(rows)));
    }
    assert_eq!(catalog::open_conditions(&bytes[..bytes.len() - 1]), None);
}
