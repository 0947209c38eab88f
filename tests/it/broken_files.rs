//! A shared file that can not be read is told of once, however many forms refer to it.

use yuntian::catalog;

use super::validate::today;
use crate::catalog::sources;

fn check(file: &str) {
    let mut sources = sources();
    let bytes = sources.0.get_mut(file).unwrap();
    bytes.truncate(bytes.len() / 2);
    let found = catalog::lint(&sources, today());
    let found: Vec<String> = found
        .iter()
        .map(|found| format!("{} {}{}", found.code.id(), found.place.file, found.place.pointer))
        .collect();
    assert_eq!(found, [format!("F002 {file}")]);
}

#[test]
fn one_broken_file_is_one_fault() {
    for file in [
        "elements.json",
        "params.json",
        "catalog.json",
        "codes/job-hardship.json",
        "codes/sex.json",
        "grids/disability-subsidies.json",
    ] {
        check(file);
    }
}
