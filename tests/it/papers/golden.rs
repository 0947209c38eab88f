//! The PDF as other programs read it: its text, its structure, its bytes. `UPDATE_EXPECT=1` writes the golden files anew.

use expect_test::{ExpectFile, expect_file};
use sha2::{Digest, Sha256};
use yuntian::layout;
use yuntian::model::Date;
use yuntian::packet::Paper;
use yuntian::render::{self, Attachment, Meta, RenderError};

use super::{sample, support, tools};

fn attachment(name: &str) -> Attachment {
    Attachment {
        name: name.to_owned(),
        media_type: "application/json".to_owned(),
        description: "答案".to_owned(),
        bytes: br#"{"form":"SQ031"}"#.to_vec(),
    }
}

fn try_pdf(paper: &Paper, attachments: &[Attachment]) -> Result<Vec<u8>, RenderError> {
    let face = support::face(&layout::characters(paper).into_iter().collect::<String>());
    let sheets = layout::measure(paper, &face);
    let meta = Meta { id: "SQ031-test".to_owned(), today: Date::new(2026, 11, 23).unwrap() };
    render::pdf(&sheets, &face, attachments, &meta)
}

pub(crate) fn pdf(paper: &Paper) -> Vec<u8> {
    try_pdf(paper, &[attachment("answers.json")]).unwrap()
}

/// Titles and summaries come out of poppler as bytes of UTF-16: they are left out.
fn structure(saved: &tools::Saved) -> String {
    let text = saved.text("pdfinfo", &["-struct-text", "{}"]);
    let lines = text.lines().filter(|line| !line.contains("/Summary"));
    lines.map(|line| if line.contains("(block)") { first_words(line) } else { format!("{line}\n") }).collect()
}

fn first_words(line: &str) -> String {
    let indent = line.len() - line.trim_start().len();
    let name = line.trim_start().split([' ', '"']).next().unwrap_or_default();
    format!("{}{name}\n", " ".repeat(indent))
}

/// Compares a paper with its golden file.
pub(crate) fn check(name: &str, paper: &Paper, expect: &ExpectFile) {
    let bytes = pdf(paper);
    assert!(bytes == pdf(paper), "the same paper, other bytes");
    let saved = tools::save(name, &bytes);
    saved.run("qpdf", &["--check", "{}"]);
    let attached = saved.run("qpdf", &["--show-attachment=answers.json", "{}"]);
    assert_eq!(attached, attachment("").bytes);
    let text = saved.text("pdftotext", &["-raw", "{}", "-"]);
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    expect.assert_eq(&format!("sha256 {hash}\n\n{text}\n{}", structure(&saved)));
}

#[test]
fn the_official_table() {
    check("application", &sample::application(), &expect_file!["../../golden/application.txt"]);
}

#[test]
fn lists_lines_to_sign_and_long_tables() {
    check("assorted", &sample::assorted(), &expect_file!["../../golden/assorted.txt"]);
}

#[test]
fn no_text_stands_outside_marked_content() {
    let saved = tools::save("marked", &pdf(&sample::application()));
    let text = saved.text("qpdf", &["--qdf", "--object-streams=disable", "{}", "-"]);
    let (mut depth, mut n_shown) = (0_i32, 0);
    for token in text.split(['\n', ' ', '>', ')', ']']) {
        match token {
            "BDC" | "BMC" => depth += 1,
            "EMC" => depth -= 1,
            "Tj" | "TJ" => {
                n_shown += 1;
                assert!(depth > 0, "text outside marked content");
            }
            token if token.starts_with("EMC/") => depth -= 1,
            _ => {}
        }
        assert!((0..=2).contains(&depth), "{depth}");
    }
    assert!(n_shown > 50, "{n_shown}");
}

#[test]
fn the_file_says_what_it_is() {
    let saved = tools::save("about", &pdf(&sample::application()));
    let info = saved.text("pdfinfo", &["{}"]);
    for line in ["Tagged:          yes", "Pages:           1", "A4", "Creator:         yuntian"] {
        assert!(info.contains(line), "{line}\n{info}");
    }
    let metadata = saved.text("pdfinfo", &["-meta", "{}"]);
    for part in ["pdfaid:part>3<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "2026-11-23", "zh-CN"] {
        assert!(metadata.contains(part), "{part}\n{metadata}");
    }
    let fonts = saved.text("pdffonts", &["{}"]);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 1, "{fonts}");
    assert!(lines[0].contains("NotoSerifSC") && lines[0].contains("yes yes yes"), "{fonts}");
}

#[test]
fn what_cannot_be_made_is_an_error() {
    let paper = sample::application();
    let twice = [attachment("answers.json"), attachment("answers.json")];
    assert_eq!(
        try_pdf(&paper, &twice).err(),
        Some(RenderError::DuplicateAttachment("answers.json".to_owned()))
    );
    let odd = Attachment { media_type: "json".to_owned(), ..attachment("a") };
    assert_eq!(try_pdf(&paper, &[odd]).err(), Some(RenderError::MediaType("json".to_owned())));
    let empty = Paper { documents: Vec::new(), ..paper };
    assert_eq!(try_pdf(&empty, &[]).err(), Some(RenderError::NoSheet));
}

#[test]
fn odd_characters_never_stop_a_paper() {
    for odd in [
        "\u{E000}",
        "\u{FFFE}",
        "\u{10FFFF}",
        "a\u{0}b",
        "\u{202E}x",
        "😀",
        "é\u{301}",
        "\u{FEFF}",
        "\u{AD}",
        "\t",
        "☑☐",
    ] {
        let title = format!("甲{odd}乙");
        let rows = vec![sample::row(9.0, vec![sample::label(2, odd), sample::text(10, &odd.repeat(40))])];
        let block = sample::block(yuntian::packet::TextRole::Title, 20.0, &title);
        let bytes = pdf(&sample::paper(&title, vec![block, sample::table(rows)]));
        tools::save("odd", &bytes).run("qpdf", &["--check", "{}"]);
    }
}
