//! What layout promises: nothing lost, nothing over the edge, rows whole.

use yuntian::layout::{self, Mark, PieceKind, Sheets};
use yuntian::packet::{Block, BlockContent, BlockRow, Paper, TextRole};

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
                Mark::Frame { x, y, width, height, .. } | Mark::Picture { x, y, width, height, .. } => {
                    vec![(*x, *y), (x + width, y + height)]
                }
            };
            for (x, y) in points {
                assert!((56.0..=539.0).contains(&x) && (56.0..=812.0).contains(&y), "{mark:?}");
            }
        }
    }
}

/// The text of each sheet, what is repeated included.
fn by_sheet(sheets: &Sheets) -> Vec<String> {
    let text = |mark: &Mark| match mark {
        Mark::Text { text, .. } => Some(text.clone()),
        Mark::Carrier { .. } | Mark::Line { .. } | Mark::Picture { .. } | Mark::Frame { .. } => None,
    };
    let sheet = |pieces: &[layout::Piece]| {
        pieces.iter().flat_map(|piece| &piece.marks).filter_map(text).collect::<String>()
    };
    sheets.sheets.iter().map(|sheet_of| sheet(&sheet_of.pieces)).collect()
}

/// A family in the middle of a table: heading, header, rows, a sum, an opinion.
fn family(n_rows: usize, down: u16) -> Sheets {
    let row = sample::row;
    let mut side = sample::label(2, "家庭");
    side.down = down;
    let mut rows = vec![
        row(9.0, vec![sample::label(2, "姓名"), sample::text(10, "李华")]),
        BlockRow {
            is_header: true,
            ..row(8.0, vec![sample::label(2, "栏目甲"), sample::label(10, "栏目乙")])
        },
    ];
    for idx in 0..n_rows {
        let cells = if down > 1 && idx == 0 {
            vec![side.clone(), sample::text(10, &format!("第{idx}行"))]
        } else if down > 1 {
            vec![sample::text(10, &format!("第{idx}行"))]
        } else {
            vec![sample::label(2, &idx.to_string()), sample::text(10, &format!("第{idx}行"))]
        };
        rows.push(BlockRow { is_repeated: true, ..row(8.0, cells) });
    }
    rows.push(row(8.0, vec![sample::label(2, "合计"), sample::text(10, "完")]));
    rows.push(row(60.0, vec![sample::label(2, "意见"), sample::text(10, "同意")]));
    measure(&sample::paper("甲", vec![sample::table(rows)]))
}

#[test]
fn a_long_table_goes_on_under_its_header_and_loses_nothing() {
    for (n_rows, down) in [(1, 1), (7, 1), (120, 1), (500, 1), (120, 120), (500, 500)] {
        let sheets = family(n_rows, down);
        let pages = by_sheet(&sheets);
        let read = read(&sheets).0;
        for idx in 0..n_rows {
            assert_eq!(read.matches(&format!("第{idx}行")).count(), 1, "{n_rows} {down} {idx}");
        }
        assert_eq!(read.matches("栏目乙").count(), 1, "read once");
        for page in &pages {
            assert_eq!(page.contains("栏目乙"), page.contains("行"), "{page}");
            assert_eq!(page.contains("意见"), page.contains("同意"), "an opinion stays whole");
        }
        if down > 1 {
            assert!(pages.iter().all(|page| page.contains("家庭") == page.contains("行")), "{pages:?}");
        }
        // 257 mm hold 31 rows of 8 mm under a header.
        assert_eq!(pages.len(), (n_rows + 13).div_ceil(31).max(1), "{n_rows} {down}");
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
    let read = read(&sheets).0;
    assert_eq!(read.matches("（转续页）").count(), 1);
    assert_eq!(read.replace("（转续页）", "").replace("续页", "").replace('题', ""), long);
}

/// What is written in a cell of its own height: at most two fifths of a sheet, whole sentences, the rest on an addendum.
#[test]
fn a_long_text_is_cut_after_a_sentence_and_goes_on_on_an_addendum() {
    let sentence = |n: usize| format!("第{n}句话说明家里的困难情况，长期服药，没有收入。");
    let long: String = (0..150).map(sentence).collect();
    let row = |text: &str| sample::row(9.0, vec![sample::label(2, "说明"), sample::text(10, text)]);
    let sheets = measure(&sample::paper("甲", vec![sample::table(vec![row(&long), row("后一行")])]));
    let pages = by_sheet(&sheets);
    let (kept, _) = pages[0].split_once("（转续页）").unwrap();
    assert!(kept.ends_with("没有收入。"), "{kept}");
    assert!(pages[0].contains("后一行"), "the table goes on");
    assert!(pages[1].starts_with("续页说明第"), "{}", pages[1]);
    let read = read(&sheets).0;
    for n in 0..150 {
        assert_eq!(read.matches(&sentence(n)).count(), 1, "{n}");
    }
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
