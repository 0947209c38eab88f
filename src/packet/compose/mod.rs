//! One file a kind of document, and here which documents make which paper.

mod attached;
mod authority;
mod consents;
mod cover;
mod draft_cover;
mod generic;
mod notice;
mod part;
mod table;

use crate::{
    model::{Locale, Path, Rows, SortedMap, SortedSet, Value},
    validate::{IssueKind, Submission, Survey},
};

use super::{Attachment, Context, Document, Paper, Say, fill::Filling, words};

pub(super) fn blank(ctx: Context<'_>) -> Paper {
    let filling = Filling::blank(ctx);
    paper(ctx, "", &[words::BLANK_FOOTER], tables(&filling, ""))
}

pub(super) fn draft(ctx: Context<'_>, survey: &Survey, say: &Say<'_>) -> Paper {
    let wrong = survey.wrong.iter().map(|issue| &issue.field);
    let missing: SortedSet<Path> = survey.open.iter().chain(wrong).map(|path| question(ctx, path)).collect();
    let filling = Filling::draft(ctx, &survey.values, &survey.rows, missing);
    let mut documents = vec![draft_cover::compose(&filling, survey, say)];
    documents.extend(tables(&filling, ""));
    documents.extend(attached::compose(&filling));
    paper(ctx, "", &[words::DRAFT_FOOTER], documents)
}

pub(super) fn packet(
    ctx: Context<'_>,
    submission: &Submission,
    digest: &str,
    reference: &str,
    say: &Say<'_>,
) -> Paper {
    let filling = Filling::new(ctx, &submission.values, &submission.rows);
    let mut documents = tables(&filling, "");
    documents.extend(consents::compose(ctx, submission));
    documents.push(notice::compose(ctx, submission, say));
    documents.extend(authority::compose(&filling));
    documents.extend(attached::compose(&filling));
    documents.insert(0, cover::compose(&filling, submission, digest, reference, &documents, say));
    let mut paper = paper(ctx, "", &[], documents);
    paper.digest = Some(digest.to_owned());
    paper.reference = Some(reference.to_owned());
    paper
}

pub(super) fn sample(ctx: Context<'_>, submission: &Submission) -> Paper {
    let filling = Filling::new(ctx, &submission.values, &submission.rows);
    let mark = words::EXAMPLE_MARK.get(ctx.locale);
    let mut documents = tables(&filling, words::EXAMPLE_MARK.zh);
    documents.extend(attached::compose(&filling));
    paper(ctx, mark, &[words::EXAMPLE_FOOTER], documents)
}

pub(super) fn attachments(ctx: Context<'_>, values: &SortedMap<Path, Value>, rows: &Rows) -> Vec<Attachment> {
    attached::all(&Filling::new(ctx, values, rows))
}

/// What an answer is called, with the number of its row.
fn label(filling: &Filling<'_>, path: &Path) -> String {
    let none = Rows::default();
    let rows = filling.all_rows().unwrap_or(&none);
    super::label(filling.ctx.form, rows, path, filling.ctx.locale)
}

/// The question a path belongs to: a part of an address belongs to its field.
fn question(ctx: Context<'_>, path: &Path) -> Path {
    let parent = path.as_str().rsplit_once('.').map(|(field, _)| Path::new(field));
    let part_of = parent.filter(|field| ctx.form.field(path).is_none() && ctx.form.field(field).is_some());
    part_of.unwrap_or_else(|| path.clone())
}

fn tables(filling: &Filling<'_>, mark: &str) -> Vec<Document> {
    let form = filling.ctx.form;
    let is_own = |idx: usize| form.documents.get(idx).is_some_and(|document| document.grid.is_some());
    let documents = generic::documents(form);
    let composed = documents.iter().enumerate();
    composed.map(|(idx, document)| table::compose(filling, document, mark, !is_own(idx))).collect()
}

fn paper(ctx: Context<'_>, mark: &str, footers: &[words::Word], documents: Vec<Document>) -> Paper {
    let language = match ctx.locale {
        Locale::Zh => "zh-CN",
        Locale::En => "en",
    };
    let mut footer: Vec<&str> = footers.iter().map(|word| word.get(ctx.locale)).collect();
    if is_sample(ctx) {
        footer.push(words::SAMPLE_FOOTER.get(ctx.locale));
    }
    Paper {
        title: [ctx.form.title.get(ctx.locale), mark].concat(),
        language: language.to_owned(),
        documents,
        digest: None,
        reference: None,
        footer: footer.join(" · "),
    }
}

/// Whether the catalogue is sample data, as a whole or in this guide.
fn is_sample(ctx: Context<'_>) -> bool {
    ctx.settings.is_sample || ctx.form.guide.is_sample
}

/// Whether an issue is a consent that can be signed on paper.
fn is_consent(kind: &IssueKind) -> bool {
    *kind == IssueKind::ConsentMissing
}
