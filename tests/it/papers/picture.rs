//! The official table as a picture, compared with the picture that was looked at and found right.

use yuntian::layout;
use yuntian::model::Date;
use yuntian::packet::Paper;
use yuntian::render::{self, Meta};

use super::{sample, support, tools};

/// Grey pixels of a PGM file (`P5`), and how many make a row.
fn pixels(pgm: &[u8]) -> (usize, &[u8]) {
    let mut words = pgm.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut word = || words.next().unwrap();
    assert_eq!(word(), b"P5");
    let width = std::str::from_utf8(word()).unwrap().parse().unwrap();
    let height: usize = std::str::from_utf8(word()).unwrap().parse().unwrap();
    let rest = word();
    (width, &rest[rest.len() - width * height..])
}

/// Compares a page of a paper, counted from 1, with `tests/golden/<name>.pgm`.
pub(crate) fn check(name: &str, paper: &Paper, page: usize) {
    let face = support::face(&layout::characters(paper).into_iter().collect::<String>());
    let meta = Meta { id: "picture".to_owned(), today: Date::new(2026, 11, 23).unwrap() };
    let pdf = render::pdf(&layout::measure(paper, &face), &face, &[], &meta).unwrap();
    let page = page.to_string();
    let args = ["-r", "24", "-gray", "-f", &page, "-l", &page, "{}"];
    let found = tools::save(&format!("picture-{name}"), &pdf).run("pdftoppm", &args);

    let path = support::root().join(format!("tests/golden/{name}.pgm"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let wanted = support::read(&path, "run with UPDATE_EXPECT=1, and look at the picture");
    let ((width, found), (wanted_width, wanted)) = (pixels(&found), pixels(&wanted));
    assert_eq!((width, found.len()), (wanted_width, wanted.len()));
    // Versions of poppler smooth differently; a moved line or a lost word changes many neighbouring pixels much.
    let differences = found.iter().zip(wanted).map(|(a, b)| u64::from(a.abs_diff(*b)));
    let mean = differences.clone().sum::<u64>() as f64 / found.len() as f64;
    let n_far = differences.filter(|difference| *difference > 96).count();
    assert!(mean < 2.0 && n_far < 60, "mean {mean}, far {n_far}");
}

#[test]
fn the_official_table_looks_as_it_did() {
    check("application", &sample::application(), 1);
}

#[test]
fn a_preview_is_shapes_alone() {
    let paper = sample::application();
    let face = support::face(&layout::characters(&paper).into_iter().collect::<String>());
    let pictures = render::svg(&layout::measure(&paper, &face), &face);
    assert_eq!(pictures.len(), 1);
    let svg = &pictures[0];
    for forbidden in ["<style", "style=", "<script", "<text", "<image", "href=\"http", "class="] {
        assert!(!svg.contains(forbidden), "{forbidden}");
    }
    let ids = |mark: &str| {
        let found = svg.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        found.collect::<Vec<_>>()
    };
    let symbols = ids("<symbol id=\"");
    let distinct: std::collections::BTreeSet<_> = symbols.iter().collect();
    assert_eq!(distinct.len(), symbols.len(), "a glyph drawn twice");
    for used in ids("href=\"#") {
        assert!(distinct.contains(&used), "{used}");
    }
}
