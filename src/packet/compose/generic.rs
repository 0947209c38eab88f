//! The table of a form that has no official one: its pages one under the other, each question beside its answer, tables
//! with their rows, the commitments and a line to sign.
//!
//! **Invariant:** everything that a page asks stands in it, in the order of the pages; nothing else is asked.

use std::borrow::Cow;

use crate::{
    model::{
        Align, Cell, CellContent, CommunityMode, Document, Field, Form, Grid, Kind, Localized, Matter, Page,
        Path, Row, TextFormat, Tick, Venue,
    },
    packet::words::{self, Word},
};

use super::part;

/// Columns of the table.
const COLUMNS: u8 = 12;
/// Columns of a label.
const LABEL: u8 = 2;
/// Choices that are printed as boxes to tick; a longer list takes the answer alone.
const MOST_TICKS: usize = 12;
/// Characters of choices that stand on one line, each box counted as two.
const LINE: usize = 44;
/// Rows of a table that are drawn at least, for the pen.
const LEAST_ROWS: usize = 3;

/// The form's documents, each with a table: its own, or the one that is made of the pages.
pub(super) fn documents(form: &Form) -> Cow<'_, [Document]> {
    if form.documents.is_empty() {
        let title = form.title.clone();
        let id = "application".to_owned();
        return Cow::Owned(vec![with_table(
            Document { id, title, subtitle: None, grid: None, notes: Vec::new() },
            form,
        )]);
    }
    if form.documents.iter().all(|document| document.grid.is_some()) {
        return Cow::Borrowed(&form.documents);
    }
    Cow::Owned(form.documents.iter().cloned().map(|document| with_table(document, form)).collect())
}

fn with_table(mut document: Document, form: &Form) -> Document {
    document.subtitle.get_or_insert_with(|| said(words::GENERIC_SUBTITLE));
    document.grid.get_or_insert_with(|| grid(form));
    document
}

fn grid(form: &Form) -> Grid {
    let mut rows = Vec::new();
    for page in &form.pages {
        rows.push(row(6.5, vec![label(COLUMNS, &page.title)]));
        rows.extend(of_page(form, page));
    }
    rows.push(signature(form));
    rows.extend(opinions(form));
    Grid { columns: COLUMNS, rows }
}

/// Questions side by side where two short ones follow each other.
fn of_page(form: &Form, page: &Page) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut waiting: Option<&Field> = None;
    let paths: Vec<&Path> = page.sections.iter().flat_map(|section| &section.fields).collect();
    for (idx, path) in paths.iter().enumerate() {
        let Some(field) = form.field(path) else { continue };
        let is_column = paths.iter().take(idx).any(|above| is_table(form, above) && path.is_within(above));
        if is_column {
            continue;
        }
        if is_half(field) {
            match waiting.take() {
                Some(first) => rows.push(pair(first, field)),
                None => waiting = Some(field),
            }
            continue;
        }
        rows.extend(waiting.take().map(whole));
        if field.kind == Kind::Rows {
            let columns = paths.iter().skip(idx + 1).take_while(|column| column.is_within(path));
            rows.extend(of_table(
                field,
                &columns.filter_map(|column| form.field(column)).collect::<Vec<_>>(),
            ));
        } else {
            rows.push(whole(field));
        }
    }
    rows.extend(waiting.map(whole));
    rows
}

fn is_table(form: &Form, path: &Path) -> bool {
    form.field(path).is_some_and(|field| field.kind == Kind::Rows)
}

fn pair(first: &Field, second: &Field) -> Row {
    let half = COLUMNS / 2 - LABEL;
    row(
        8.0,
        vec![
            label(LABEL, first.on_paper()),
            answer(half, first),
            label(LABEL, second.on_paper()),
            answer(half, second),
        ],
    )
}

fn whole(field: &Field) -> Row {
    let height = match &field.kind {
        Kind::Text { is_long: true } => 20.0,
        Kind::Signature => 16.0,
        Kind::Choice(choices) | Kind::Choices(choices) if choices.len() <= MOST_TICKS => {
            let n_chars: usize = choices.iter().map(|choice| choice.on_paper().zh.chars().count() + 3).sum();
            8.0 + if n_chars > 2 * LINE {
                10.0
            } else if n_chars > LINE {
                5.0
            } else {
                0.0
            }
        }
        Kind::Group
        | Kind::Rows
        | Kind::Text { is_long: false }
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Money
        | Kind::Date
        | Kind::Month
        | Kind::YesNo
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_)
        | Kind::Address
        | Kind::Attachment(_) => 8.0,
    };
    row(height, vec![label(LABEL, field.on_paper()), answer(COLUMNS - LABEL, field)])
}

/// A table under its name. Columns that do not fit side by side stand in further tables, each with the first column again.
fn of_table(table: &Field, columns: &[&Field]) -> Vec<Row> {
    let mut rows = vec![row(7.0, vec![label(COLUMNS, table.on_paper())])];
    let room = COLUMNS - 1;
    let first = columns.first().copied();
    let mut rest = columns;
    while !rest.is_empty() {
        let is_first = rest.len() == columns.len();
        let mut shown: Vec<&Field> = first.filter(|_| !is_first).into_iter().collect();
        let mut width: u8 = shown.iter().map(|field| span(field)).sum();
        while let Some((next, after)) = rest.split_first()
            && (shown.is_empty() || width + span(next) <= room)
        {
            width += span(next);
            shown.push(next);
            rest = after;
        }
        rows.extend(side_by_side(table, &shown, room.saturating_sub(width)));
    }
    rows
}

/// A header, and a row for each row of the answers. What is left over goes to the columns in turn.
fn side_by_side(table: &Field, columns: &[&Field], left_over: u8) -> [Row; 2] {
    let number = Localized { zh: "{row}".to_owned(), en: None };
    let mut header = vec![label(1, &said(words::ROW_NUMBER))];
    let mut cells = vec![cell(1, Align::Center, CellContent::Text(number))];
    for (idx, column) in columns.iter().enumerate() {
        let n_columns = columns.len().max(1);
        let more = usize::from(left_over) / n_columns + usize::from(idx < usize::from(left_over) % n_columns);
        let span = span(column).min(COLUMNS - 1) + u8::try_from(more).unwrap_or_default();
        header.push(label(span, column.on_paper()));
        cells.push(cell(span, Align::Start, CellContent::Bind(column.path.clone(), TextFormat::Plain)));
    }
    let header = Row { is_header: true, ..row(8.0, header) };
    let each = Row { each: Some(table.path.clone()), min: LEAST_ROWS, ..row(8.0, cells) };
    [header, each]
}

/// How many columns a table gives to a question.
fn span(field: &Field) -> u8 {
    match &field.kind {
        Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_)
        | Kind::Email
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => 3,
        Kind::Text { .. }
        | Kind::Name
        | Kind::Date
        | Kind::Month
        | Kind::Phone
        | Kind::Decimal
        | Kind::Money
        | Kind::Choices(_) => 2,
        Kind::Group | Kind::Rows | Kind::Integer | Kind::Choice(_) | Kind::YesNo => 1,
    }
}

/// Whether half the width is enough.
fn is_half(field: &Field) -> bool {
    match &field.kind {
        Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Money
        | Kind::Date
        | Kind::Month
        | Kind::Phone
        | Kind::YesNo => true,
        Kind::Choice(choices) => choices.len() > MOST_TICKS || choices.len() <= 2,
        Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Choices(_)
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_)
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => false,
    }
}

fn answer(span: u8, field: &Field) -> Cell {
    let tick = |code: &str, label: Localized| Tick { path: field.path.clone(), code: code.to_owned(), label };
    let content = match &field.kind {
        Kind::Choice(choices) | Kind::Choices(choices) if choices.len() <= MOST_TICKS => CellContent::Ticks(
            choices.iter().map(|choice| tick(&choice.code, choice.on_paper().clone())).collect(),
        ),
        Kind::YesNo => {
            CellContent::Ticks(vec![tick("true", said(words::YES)), tick("false", said(words::NO))])
        }
        Kind::CitizenId => CellContent::Boxes(field.path.clone(), 18),
        Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Money
        | Kind::Date
        | Kind::Month
        | Kind::Phone
        | Kind::Email
        | Kind::BankCard
        | Kind::Document(_)
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => CellContent::Bind(field.path.clone(), TextFormat::Plain),
    };
    cell(span, Align::Start, content)
}

/// What the applicant promises, and the line to sign.
fn signature(form: &Form) -> Row {
    let promises: Vec<&str> = form.commitments.iter().map(|promise| promise.zh.as_str()).collect();
    let text = Localized { zh: promises.concat(), en: None };
    let signer = said(part::signer(form));
    let signer = Localized { zh: [&signer.zh, words::COLON.zh].concat(), ..signer };
    let sign = cell(COLUMNS - LABEL, Align::Start, CellContent::Sign { text, signer, signature: None });
    row(26.0, vec![label(LABEL, &said(words::DECLARATION)), sign])
}

/// Room for the offices: opinions of the community, where it is handed in there, and of who decides; of a mere service, who took
/// it in. Where the community only tells where to go, it says nothing on paper.
fn opinions(form: &Form) -> Vec<Row> {
    let guide = &form.guide;
    let opinion = |office: &Localized| Localized {
        zh: [&office.zh, words::OPINION.zh].concat(),
        en: office.en.as_ref().map(|en| [en, words::OPINION.en].concat()),
    };
    let labels: Vec<Localized> = match (guide.mode, guide.matter) {
        (Some(CommunityMode::Inform), _) => Vec::new(),
        (_, Some(Matter::Service) | None) => vec![said(words::TAKEN_IN)],
        (
            _,
            Some(Matter::License | Matter::Payment | Matter::Confirmation | Matter::Reward | Matter::Other),
        ) => {
            let community =
                guide.venues.contains(&Venue::Community).then(|| opinion(&said(words::COMMUNITY)));
            community.into_iter().chain(guide.authority.as_ref().map(opinion)).collect()
        }
    };
    let of = |name: &Localized| {
        let lines = vec![said(words::HANDLED_BY)];
        let opinion = CellContent::Opinion { text: None, ticks: Vec::new(), lines };
        row(18.0, vec![label(LABEL, name), cell(COLUMNS - LABEL, Align::Start, opinion)])
    };
    labels.iter().map(of).collect()
}

fn said(word: Word) -> Localized {
    Localized { zh: word.zh.to_owned(), en: Some(word.en.to_owned()) }
}

fn label(span: u8, text: &Localized) -> Cell {
    cell(span, Align::Center, CellContent::Label(text.clone()))
}

fn cell(span: u8, align: Align, content: CellContent) -> Cell {
    Cell { span, down: 1, align, content }
}

fn row(height: f32, cells: Vec<Cell>) -> Row {
    Row { height, when: None, each: None, min: 0, is_header: false, cells }
}
