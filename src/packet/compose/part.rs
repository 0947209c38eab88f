//! The pieces that the documents are made of.

use crate::{
    model::{Align, Field, Form, Limit, LimitUnit, Locale, Localized},
    packet::{
        Block, BlockCell, BlockContent, BlockRow, Checkbox, Context, FormTable, TextBlock, TextRole,
        words::{self, Word},
    },
};

/// Type size of running text in pt.
pub(super) const BODY: f32 = 12.0;
/// Type size of small notes in pt.
pub(super) const SMALL: f32 = 9.0;

/// A document's title.
pub(super) fn title(text: &str) -> Block {
    Block::Text(TextBlock {
        role: TextRole::Title,
        text: text.to_owned(),
        size: 20.0,
        is_bold: true,
        align: Align::Center,
    })
}

/// A line in the middle under the title.
pub(super) fn subtitle(text: &str) -> Block {
    Block::Text(TextBlock {
        role: TextRole::Paragraph,
        text: text.to_owned(),
        size: 13.0,
        is_bold: false,
        align: Align::Center,
    })
}

/// A heading.
pub(super) fn heading(text: &str) -> Block {
    Block::Text(TextBlock {
        role: TextRole::Heading,
        text: text.to_owned(),
        size: 13.0,
        is_bold: true,
        align: Align::Start,
    })
}

/// A paragraph.
pub(super) fn paragraph(text: &str) -> Block {
    Block::Text(TextBlock {
        role: TextRole::Paragraph,
        text: text.to_owned(),
        size: BODY,
        is_bold: false,
        align: Align::Start,
    })
}

/// A note in small type.
pub(super) fn note(text: &str) -> Block {
    Block::Text(TextBlock {
        role: TextRole::Note,
        text: text.to_owned(),
        size: SMALL,
        is_bold: false,
        align: Align::Start,
    })
}

/// A list with the same marker before each item, or numbers where `marker` is a number.
pub(super) fn list(marker: &Checkbox, items: Vec<String>) -> Block {
    let numbered = |(n, text): (u32, String)| match marker {
        Checkbox::Number(_) => (Checkbox::Number(n), text),
        Checkbox::Ticked | Checkbox::Unticked | Checkbox::Bullet => (marker.clone(), text),
    };
    Block::List { items: (1..).zip(items).map(numbered).collect(), size: BODY }
}

/// Rows of a label and what it says, 3 and 9 columns wide.
pub(super) fn facts(summary: &str, rows: Vec<(String, String)>) -> Block {
    let row = |(label, text): (String, String)| BlockRow {
        height: if text.contains('\n') { 13.0 } else { 7.8 },
        is_header: false,
        is_repeated: false,
        cells: vec![
            BlockCell { is_heading: true, align: Align::Center, ..cell(3, label) },
            BlockCell { align: Align::Start, ..cell(9, text) },
        ],
    };
    Block::Table(FormTable {
        summary: summary.to_owned(),
        columns: 12,
        size: BODY,
        rows: rows.into_iter().map(row).collect(),
    })
}

/// A cell of text.
pub(super) fn cell(span: u8, text: String) -> BlockCell {
    BlockCell {
        span,
        down: 1,
        is_heading: false,
        align: Align::Start,
        path: None,
        content: BlockContent::Text(text),
    }
}

/// A text of the form or settings, or "to be confirmed".
pub(super) fn known(text: Option<&Localized>, locale: Locale) -> String {
    text.map(|text| text.get(locale))
        .filter(|text| !text.trim().is_empty())
        .unwrap_or_else(|| words::TO_CONFIRM.get(locale))
        .to_owned()
}

/// A time limit in words, or "to be confirmed".
pub(super) fn limit(limit: Option<&Limit>, locale: Locale) -> String {
    let Some(limit) = limit else { return words::TO_CONFIRM.get(locale).to_owned() };
    let (open, close) = match locale {
        Locale::Zh => ("（", "）"),
        Locale::En => (" (", ")"),
    };
    let note = limit.note.as_ref().map(|note| [open, note.get(locale), close].concat());
    [span(limit, locale), note.unwrap_or_default()].concat()
}

/// How much later something may follow: 期限6个月, `within 6 months`.
pub(super) fn within(limit: &Limit, locale: Locale) -> String {
    let blank = match locale {
        Locale::Zh => "",
        Locale::En => " ",
    };
    [words::WITHIN.get(locale), blank, &span(limit, locale)].concat()
}

fn span(limit: &Limit, locale: Locale) -> String {
    let unit = match limit.unit {
        LimitUnit::Workday => words::WORKDAYS,
        LimitUnit::Day => words::DAYS,
        LimitUnit::Month => words::MONTHS,
    };
    format!("{}{}", limit.n, unit.get(locale))
}

/// A label, a colon and what it says.
pub(super) fn line(label: Word, text: &str, locale: Locale) -> String {
    [label.get(locale), words::COLON.get(locale), text].concat()
}

/// A text that is signed: Chinese, and English below it for who reads that.
pub(super) fn both(text: &Localized, ctx: Context<'_>) -> String {
    match (ctx.locale, &text.en) {
        (Locale::En, Some(en)) => [text.zh.as_str(), "\n", en].concat(),
        (Locale::En | Locale::Zh, _) => text.zh.clone(),
    }
}

/// A fixed text that is signed, as [`both`].
pub(super) fn both_words(word: Word, ctx: Context<'_>) -> String {
    both(&Localized { zh: word.zh.to_owned(), en: Some(word.en.to_owned()) }, ctx)
}

/// Whose line it is: the applicant's, or the guardian's too where one may act.
pub(super) fn signer(form: &Form) -> Word {
    let is_guardian = |field: &Field| field.role.as_ref().is_some_and(|role| role.0 == "guardian");
    if form.fields.iter().any(is_guardian) { words::GUARDIAN_SIGNS } else { words::APPLICANT_SIGNS }
}

/// Lines to sign in Chinese, and below them in English for who reads that.
pub(super) fn signature(words: &[Word], ctx: Context<'_>) -> Vec<Block> {
    let lines = Block::Signature { lines: words.iter().map(|word| word.zh.to_owned()).collect() };
    match ctx.locale {
        Locale::Zh => vec![lines],
        Locale::En => {
            let english: Vec<&str> = words.iter().map(|word| word.en).collect();
            vec![lines, note(&english.join("  /  "))]
        }
    }
}
