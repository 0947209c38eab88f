//! What is attached: a list of all files, then each picture on a page of its own, unless it stands in the table. Other files
//! ride inside the PDF.

use crate::{
    model::{Attached, CellContent, Kind, Path, Value},
    packet::{Attachment, Block, Checkbox, Document, fill::Filling, words},
    validate::kinds,
};

use super::{generic, label, part};

/// The files that the answers name, in form order.
pub(super) fn all(filling: &Filling<'_>) -> Vec<Attachment> {
    let Some(rows) = filling.all_rows() else { return Vec::new() };
    let mut all = Vec::new();
    for place in rows.places(filling.ctx.form) {
        if let (Kind::Attachment(_), Some(attached)) = (&place.field.kind, of(filling, &place.path)) {
            let label = label(filling, &place.path);
            all.push(Attachment { number: all.len() + 1, path: place.path, label, attached });
        }
    }
    all
}

/// The file at a path.
fn of(filling: &Filling<'_>, path: &Path) -> Option<Attached> {
    match filling.value_at(path)? {
        Value::Text(text) => kinds::attachment::parse(text),
        Value::Bool(_) | Value::Number(_) | Value::Date(_) | Value::List(_) | Value::Map(_) => None,
    }
}

/// The list, and the pages of pictures; nothing where nothing is attached.
pub(super) fn compose(filling: &Filling<'_>) -> Vec<Document> {
    let all = all(filling);
    if all.is_empty() {
        return Vec::new();
    }
    let shown = all.iter().filter(|file| !is_in_table(filling, &file.path));
    let pages: Vec<Document> = shown.filter_map(|file| page(filling, file)).collect();
    let lines = all.iter().map(|file| line(filling, file)).collect();
    let title = words::ATTACHMENTS.zh.to_owned();
    let list = Document {
        id: "attachments".to_owned(),
        blocks: vec![part::title(&title), part::list(&Checkbox::Unticked, lines)],
        title,
        is_one_sheet: false,
    };
    std::iter::once(list).chain(pages).collect()
}

/// What it is called: 附件1.
fn name(file: &Attachment) -> String {
    format!("{}{}", words::ATTACHMENT.zh, file.number)
}

/// 附件1 户口簿照片：图片（JPEG，120 kB），见后页.
fn line(filling: &Filling<'_>, file: &Attachment) -> String {
    let is_there = filling.ctx.files.contains_key(&file.attached.sha256);
    let whereabouts = match (is_there, file.attached.media_type.is_picture()) {
        (false, _) => words::NOT_ATTACHED,
        (true, true) if is_in_table(filling, &file.path) => words::IN_TABLE,
        (true, true) => words::ON_PAGE,
        (true, false) => words::IN_FILE,
    };
    let template = file.path.template();
    let field = filling.ctx.form.field(&template);
    let raw = Value::Text(kinds::attachment::written(&file.attached));
    let what = field.map(|field| kinds::printed(&field.kind, &raw, crate::model::Locale::Zh));
    let digest: String = file.attached.sha256.chars().take(12).collect();
    let what = what.unwrap_or_default();
    format!("{} {}：{what}，{}；SHA-256 {digest}…", name(file), file.label, whereabouts.zh)
}

/// A picture on a page of its own.
fn page(filling: &Filling<'_>, file: &Attachment) -> Option<Document> {
    let picture = filling.picture_of(&file.attached, &file.label)?;
    let title = format!("{} {}", name(file), file.label);
    let blocks = vec![part::heading(&title), Block::Picture(picture)];
    Some(Document { id: format!("attachment-{}", file.number), title, blocks, is_one_sheet: false })
}

/// Whether a cell of a table takes the picture at a path.
fn is_in_table(filling: &Filling<'_>, path: &Path) -> bool {
    let template = path.template();
    let documents = generic::documents(filling.ctx.form);
    let mut cells = documents.iter().flat_map(|document| document.rows()).flat_map(|row| &row.cells);
    cells.any(|cell| match &cell.content {
        CellContent::Photo { picture, .. } => picture.as_ref() == Some(&template),
        CellContent::Label(_)
        | CellContent::Bind(..)
        | CellContent::Boxes(..)
        | CellContent::Ticks(_)
        | CellContent::Text(_)
        | CellContent::Sign { .. }
        | CellContent::Opinion { .. }
        | CellContent::Blank => false,
    })
}
