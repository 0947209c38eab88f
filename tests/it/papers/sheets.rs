//! What layout promises: nothing lost, nothing over the edge, rows whole.

use yuntian::layout::{self, Mark, PieceKind, Sheets};
use yuntian::packet::{Block, BlockContent, Paper, TextRole};

use super::{sample, support};

fn measure(paper: &Paper) -> Sheets {
    let face = support::face(&layout::characters(paper).into_iter().collect::<String>());
    layout::measure(paper, &face)
}

/// The content's text in reading order, and the type sizes used.
fn read(sheets: &Sheets) -> (String, Vec<f32>) {
    let (mut text, mut sizes) = (String::new(), Vec::new());
    for piece in sheets.sheets.iter().flat_map(|sheet| &sheet.pieces) {
        if let PieceKind::Content { .. } = &piece.kind {
            for mark in &piece.marks {
                if let Mark::Text { text: run, size, .. } = mark {
                    text.push_str(run);
                    sizes.push(*size);
                }
            }
        }
    }
    (text, sizes)
}

fn one_cell(height: f32, content: &str) -> Sheets {
    let row = sample::row(height, vec![sample::label(2, "题"), sample::text(10, content)]);
    measure(&sample::paper("甲", vec![sample::table(vec![row])]))
}

#[test]
fn nothing_stands_beyond_the_margins() {
    for paper in [sample::application(), sample::assorted()] {
        let sheets = measure(&paper);
        for mark in sheets.sheets.iter().flat_map(|sheet| &sheet.pieces).flat_map(|piece| &piece.marks) {
            let points = match mark {
                Mark::Text { x, y, .. } | Mark::Carrier { x, y, .. } => vec![(*x, *y)],
                Mark::Line { points, .. } => points.clone(),
                Mark::Frame { x, y, width, height, .. } => vec![(*x, *y), (x + width, y + height)],
            };
            for (x, y) in points {
                assert!((56.0..=539.0).contains(&x) && (56.0..=812.0).contains(&y), "{mark:?}");
            }
        }
    }
}

#[test]
fn text_shrinks_and_then_the_row_grows() {
    let short = one_cell(9.0, "一句话");
    assert_eq!(read(&short).1, [10.5, 10.5]);
    let long = "长句子".repeat(60);
    let sheets = one_cell(9.0, &long);
    let (text, sizes) = read(&sheets);
    assert_eq!(text, format!("题{long}"));
    assert!(sizes.iter().skip(1).all(|size| (*size - 7.5).abs() < 0.01), "{sizes:?}");
    assert_eq!(read(&one_cell(60.0, &long)).1.last(), Some(&10.5), "there was room");
}

#[test]
fn a_word_longer_than_its_cell_is_kept_whole_or_cut_between_characters() {
    let long = "1234567890".repeat(30);
    assert_eq!(read(&one_cell(9.0, &long)).0, format!("题{long}"));
}

#[test]
fn a_text_of_several_sheets_loses_nothing() {
    let long: String = (1..2000).map(|n| format!("{n}，")).collect();
    let sheets = one_cell(9.0, &long);
    assert!(sheets.sheets.len() > 1);
    assert_eq!(read(&sheets).0.replace('题', ""), long);
}

#[test]
fn a_row_is_never_parted_where_it_fits_a_sheet() {
    let rows = (0..12).map(|n| {
        let cells = vec![sample::label(2, "意见"), sample::text(10, &format!("第{n}行\n末"))];
        sample::row(40.0, cells)
    });
    let sheets = measure(&sample::paper("甲", vec![sample::table(rows.collect())]));
    // 257 mm hold six rows of 40 mm.
    let counts: Vec<_> = sheets
        .sheets
        .iter()
        .map(|sheet| {
            let marks = sheet.pieces.iter().flat_map(|piece| &piece.marks);
            marks.filter(|mark| matches!(mark, Mark::Text { text, .. } if text == "末")).count()
        })
        .collect();
    assert_eq!(counts, [6, 6]);
}

#[test]
fn odd_tables_are_drawn_all_the_same() {
    let wide = sample::row(0.0, vec![sample::text(0, "甲"), sample::text(200, "乙"), sample::text(3, "丙")]);
    let deep = sample::row(-5.0, vec![yuntian::packet::BlockCell { down: 9, ..sample::text(12, "丁") }]);
    let boxes = BlockContent::Boxes { n: 0, text: "12".to_owned() };
    let blocks = vec![
        sample::table(vec![wide, deep, sample::row(9.0, vec![sample::cell(3, boxes)])]),
        sample::table(Vec::new()),
        sample::block(TextRole::Heading, 12.0, ""),
        Block::Signature { lines: Vec::new() },
    ];
    assert_eq!(read(&measure(&sample::paper("甲", blocks))).0, "甲乙丙丁12");
}
