//! The structure of the paper as the tags of the PDF.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use krilla::geom::Rect;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node as PdfNode, TableHeaderScope, Tag as PdfTag, TagGroup, TagTree,
};

use super::RenderError;
use crate::layout::{ContentId, Node, Tag};

/// What the PDF writer calls each piece of content; each is taken out once, when its place in the tree is known.
#[derive(Default)]
pub(super) struct Identifiers(BTreeMap<ContentId, Identifier>);

impl Identifiers {
    /// Keeps what a piece was called.
    pub(super) fn insert(&mut self, id: ContentId, identifier: Identifier) {
        self.0.insert(id, identifier);
    }
}

/// The tree. Content that has no place in it, or more than one, is an error.
pub(super) fn tree(
    structure: &[Node],
    mut identifiers: Identifiers,
    language: &str,
) -> Result<TagTree, RenderError> {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for node in structure {
        tree.push(converted(node, &mut identifiers)?);
    }
    if identifiers.0.is_empty() { Ok(tree) } else { Err(RenderError::Structure) }
}

fn converted(node: &Node, identifiers: &mut Identifiers) -> Result<PdfNode, RenderError> {
    match node {
        Node::Content(id) => {
            let identifier = identifiers.0.remove(id).ok_or(RenderError::Structure)?;
            Ok(PdfNode::Leaf(identifier))
        }
        Node::Group(tag, children) => {
            let mut group = group(tag);
            for child in children {
                group.push(converted(child, identifiers)?);
            }
            Ok(PdfNode::Group(group))
        }
    }
}

fn group(tag: &Tag) -> TagGroup {
    match tag {
        Tag::Section => TagGroup::new(PdfTag::Section),
        Tag::Heading { level, title } => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(PdfTag::Hn(level, Some(title.clone())))
        }
        Tag::Paragraph => TagGroup::new(PdfTag::P),
        Tag::List { is_numbered: true } => TagGroup::new(PdfTag::L(ListNumbering::Decimal)),
        Tag::List { is_numbered: false } => TagGroup::new(PdfTag::L(ListNumbering::None)),
        Tag::Item => TagGroup::new(PdfTag::LI),
        Tag::Label => TagGroup::new(PdfTag::Lbl),
        Tag::Body => TagGroup::new(PdfTag::LBody),
        Tag::Table { summary } => TagGroup::new(PdfTag::Table.with_summary(Some(summary.clone()))),
        Tag::Figure { alt, sheet, area: [x, y, width, height] } => {
            let place = Rect::from_xywh(*x, *y, *width, *height).map(|rect| BBox::new(*sheet, rect));
            TagGroup::new(PdfTag::Figure(Some(alt.clone())).with_bbox(place))
        }
        Tag::Rows => TagGroup::new(PdfTag::TBody),
        Tag::Row => TagGroup::new(PdfTag::TR),
        Tag::Header { span, down, is_column } => {
            let scope = if *is_column { TableHeaderScope::Column } else { TableHeaderScope::Row };
            TagGroup::new(PdfTag::TH(scope).with_col_span(more(*span)).with_row_span(more(*down)))
        }
        Tag::Data { span, down } => {
            TagGroup::new(PdfTag::TD.with_col_span(more(*span)).with_row_span(more(*down)))
        }
    }
}

/// A span of one is what every cell has, and is not written.
fn more(n: u8) -> Option<NonZeroU32> {
    NonZeroU32::new(n.into()).filter(|n| n.get() > 1)
}
