//! The PDF: A4, one embedded font, PDF/A-3a and PDF/UA-1, the answers attached.

use std::collections::BTreeSet;

use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke as PdfStroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::images::{self, Image};
use super::{Attachment, Meta, RenderError, tags};
use crate::fonts::Face;
use crate::layout::{Aside, Ink, Mark, PieceKind, Sheet, Sheets, Stroke};

/// The stroke that makes a title bold, in points.
const BOLD: f32 = 0.3;

/// Makes the PDF.
pub fn pdf(
    sheets: &Sheets,
    face: &Face,
    attachments: &[Attachment],
    meta: &Meta,
) -> Result<Vec<u8>, RenderError> {
    if sheets.sheets.is_empty() {
        return Err(RenderError::NoSheet);
    }
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| RenderError::Writer(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..Default::default() });
    let font = Font::new(face.bytes().to_vec().into(), 0).ok_or(RenderError::Font)?;

    let mut images = images::all(sheets);
    let mut identifiers = tags::Identifiers::default();
    for sheet in &sheets.sheets {
        let settings = PageSettings::from_wh(sheets.width, sheets.height).ok_or(RenderError::NoSheet)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        draw_sheet(&mut surface, sheet, sheets.height, face, &font, &mut images, &mut identifiers);
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tags::tree(&sheets.structure, identifiers, &sheets.language)?);
    document.set_outline(outline(sheets));

    let date = date(meta);
    document.set_metadata(
        Metadata::new()
            .title(sheets.title.clone())
            .language(sheets.language.clone())
            .creator("yuntian".to_owned())
            .creation_date(date)
            .document_id(meta.id.clone()),
    );
    let mut names = BTreeSet::new();
    for attachment in attachments {
        if !names.insert(&attachment.name) {
            return Err(RenderError::DuplicateAttachment(attachment.name.clone()));
        }
        let mime_type = MimeType::new(&attachment.media_type)
            .ok_or_else(|| RenderError::MediaType(attachment.media_type.clone()))?;
        let file = EmbeddedFile {
            path: attachment.name.clone(),
            mime_type: Some(mime_type),
            description: Some(attachment.description.clone()),
            association_kind: AssociationKind::Data,
            data: attachment.bytes.clone().into(),
            modification_date: Some(date),
            compress: Some(true),
            location: None,
        };
        document.embed_file(file).ok_or_else(|| RenderError::DuplicateAttachment(attachment.name.clone()))?;
    }
    images::put_in(document.finish().map_err(translated)?, &images)
}

/// Eight in the morning in China: the hour means nothing, and is the same everywhere.
fn date(meta: &Meta) -> DateTime {
    DateTime::new(meta.today.year())
        .month(meta.today.month())
        .day(meta.today.day())
        .hour(8)
        .minute(0)
        .second(0)
        .utc_offset_hour(8)
        .utc_offset_minute(0)
}

fn outline(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for bookmark in &sheets.outline {
        let place = XyzDestination::new(bookmark.sheet, Point::from_xy(0.0, bookmark.y));
        outline.push_child(OutlineNode::new(bookmark.title.clone(), place));
    }
    outline
}

fn draw_sheet(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    sheet_height: f32,
    face: &Face,
    font: &Font,
    images: &mut [Image<'_>],
    identifiers: &mut tags::Identifiers,
) {
    for piece in &sheet.pieces {
        match &piece.kind {
            PieceKind::Content { id, replacement } => {
                let span = SpanTag::empty().with_actual_text(replacement.as_deref());
                let identifier: Identifier = surface.start_tagged(ContentTag::Span(span));
                identifiers.insert(*id, identifier);
            }
            PieceKind::Aside(aside) => {
                let kind = match aside {
                    Aside::Frame => ArtifactType::Layout,
                    Aside::Footer => ArtifactType::Footer,
                };
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            }
        }
        for mark in &piece.marks {
            match mark {
                Mark::Picture { x, y, width, height, picture } => {
                    images::draw(surface, images, picture, (*x, *y), (*width, *height));
                }
                Mark::Text { .. } | Mark::Carrier { .. } | Mark::Line { .. } | Mark::Frame { .. } => {
                    draw_mark(surface, mark, face, font, sheet_height);
                }
            }
        }
        surface.end_tagged();
    }
}

fn draw_mark(surface: &mut Surface<'_>, mark: &Mark, face: &Face, font: &Font, sheet_height: f32) {
    match mark {
        Mark::Text { x, y, size, is_bold, ink, text } => {
            surface.set_fill(Some(fill(*ink)));
            surface.set_stroke(is_bold.then(|| stroke(Stroke::solid(BOLD, *ink))));
            let glyphs = glyphs(text, face);
            surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, font.clone(), text, *size, false);
        }
        Mark::Carrier { x, y, size } => {
            // A reader places the replacement by the coordinates that hold where the span ends, which are the page's
            // own with y upwards (seen in poppler 22); krilla turns them over for each thing it draws. Turning them
            // back for the blank makes both agree, and a blank looks the same upside down.
            surface.push_transform(&Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, sheet_height));
            surface.set_fill(Some(fill(Ink::Black)));
            surface.set_stroke(None);
            let point = Point::from_xy(*x, sheet_height - y);
            surface.draw_glyphs(point, &glyphs(" ", face), font.clone(), " ", *size, false);
            surface.pop();
        }
        Mark::Picture { .. } => {}
        Mark::Line { points, stroke: style } => {
            let mut path = PathBuilder::new();
            for (n, (x, y)) in points.iter().enumerate() {
                if n == 0 {
                    path.move_to(*x, *y);
                } else {
                    path.line_to(*x, *y);
                }
            }
            draw_path(surface, path, *style);
        }
        Mark::Frame { x, y, width, height, stroke: style } => {
            if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                draw_path(surface, path, *style);
            }
        }
    }
}

fn draw_path(surface: &mut Surface<'_>, path: PathBuilder, style: Stroke) {
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(stroke(style)));
        surface.draw_path(&path);
    }
}

/// The glyphs of a run; `layout` puts no character into a run that has none, if only an empty one.
fn glyphs(text: &str, face: &Face) -> Vec<KrillaGlyph> {
    text.char_indices()
        .filter_map(|(start, c)| {
            let glyph = face.glyph(c).or_else(|| face.blank(c))?;
            let range = start..start + c.len_utf8();
            Some(KrillaGlyph::new(GlyphId::new(glyph.id.into()), glyph.advance, 0.0, 0.0, 0.0, range, None))
        })
        .collect()
}

/// Filled with an ink.
pub(super) fn fill(ink: Ink) -> Fill {
    Fill { paint: luma::Color::new(ink.level()).into(), opacity: NormalizedF32::ONE, ..Default::default() }
}

fn stroke(style: Stroke) -> PdfStroke {
    PdfStroke {
        paint: luma::Color::new(style.ink.level()).into(),
        width: style.width,
        line_cap: if style.is_round { LineCap::Round } else { LineCap::Butt },
        line_join: if style.is_round { LineJoin::Round } else { LineJoin::Miter },
        dash: style.is_dashed.then(|| StrokeDash { array: vec![2.0, 2.0], offset: 0.0 }),
        ..Default::default()
    }
}

/// Faults of conformance by name; the text of a paper is left out of the message.
fn translated(error: KrillaError) -> RenderError {
    match error {
        KrillaError::Validation(faults) => RenderError::Conformance(
            faults
                .iter()
                .map(|(fault, _)| {
                    let name = format!("{fault:?}");
                    name.split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
                })
                .collect(),
        ),
        KrillaError::Font(_, message) => RenderError::Writer(message),
        KrillaError::Limit(limit) => RenderError::Writer(format!("{limit:?}")),
        KrillaError::DuplicateNamedDestination(_)
        | KrillaError::DuplicateTagId(..)
        | KrillaError::UnknownTagId(..) => RenderError::Structure,
    }
}
