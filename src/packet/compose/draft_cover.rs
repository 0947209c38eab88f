//! The cover of a draft: what is open, what is wrong, what is to be signed. It never says that anything is complete.

use crate::{
    model::Locale,
    packet::{Block, Checkbox, Context, Document, Say, fill::Filling, label, words, write},
    validate::{Issue, Survey},
};

use super::{cover, is_consent, is_sample, part};

/// The cover of a draft.
pub(super) fn compose(filling: &Filling<'_>, survey: &Survey, say: &Say<'_>) -> Document {
    let (ctx, locale) = (filling.ctx, filling.ctx.locale);
    let title = ctx.form.title.get(locale);
    let row = |word: words::Word, text: String| (word.get(locale).to_owned(), text);

    let mut blocks = vec![
        part::title(title),
        part::subtitle(words::DRAFT_COVER.get(locale)),
        part::paragraph(words::DRAFT_INTRO.get(locale)),
    ];
    blocks.extend(is_sample(ctx).then(|| part::note(words::SAMPLE_NOTE.get(locale))));
    let applicant = cover::masked_name(filling).unwrap_or_else(|| words::DRAFT_OPEN.get(locale).to_owned());
    blocks.push(part::facts(
        words::DRAFT_COVER.get(locale),
        vec![
            row(words::ITEM, title.to_owned()),
            row(words::APPLICANT, applicant),
            row(words::FILLED_ON, write::date(ctx.today, locale)),
            row(words::FORM, format!("{}  v{}", ctx.form.id, ctx.form.version)),
        ],
    ));

    let open: Vec<String> = survey.open.iter().map(|path| open_line(ctx, path)).collect();
    let wrong = lines(ctx, survey.wrong.iter(), say);
    let to_sign = lines(ctx, survey.warnings.iter().filter(|issue| is_consent(&issue.kind)), say);
    let notes = lines(ctx, survey.warnings.iter().filter(|issue| !is_consent(&issue.kind)), say);
    if open.is_empty() && wrong.is_empty() && to_sign.is_empty() {
        blocks.push(part::paragraph(words::DRAFT_NONE.get(locale)));
    }
    let sections = [
        (words::DRAFT_OPEN, open),
        (words::DRAFT_WRONG, wrong),
        (words::DRAFT_SIGN, to_sign),
        (words::NOTES, notes),
    ];
    for (word, lines) in sections {
        blocks.extend(section(word, lines, locale));
    }
    blocks.extend(cover::materials(ctx));
    blocks.extend(cover::places(ctx));
    Document { id: "cover".to_owned(), title: words::DRAFT_COVER.get(locale).to_owned(), blocks }
}

fn section(word: words::Word, lines: Vec<String>, locale: Locale) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    vec![part::heading(word.get(locale)), part::list(&Checkbox::Unticked, lines)]
}

/// An open question and the page that asks it: 姓名（申请人）.
fn open_line(ctx: Context<'_>, path: &crate::model::Path) -> String {
    let label = label(ctx.form, path, ctx.locale);
    let template = path.template();
    let asks = |page: &&crate::model::Page| {
        page.sections.iter().flat_map(|section| &section.fields).any(|field| *field == template)
    };
    match (ctx.form.pages.iter().find(asks), ctx.locale) {
        (Some(page), Locale::Zh) => [&label, "（", page.title.get(ctx.locale), "）"].concat(),
        (Some(page), Locale::En) => [&label, " (", page.title.get(ctx.locale), ")"].concat(),
        (None, _) => label,
    }
}

fn lines<'a>(ctx: Context<'_>, issues: impl Iterator<Item = &'a Issue>, say: &Say<'_>) -> Vec<String> {
    issues.map(|issue| say(issue, &label(ctx.form, &issue.field, ctx.locale), ctx.locale)).collect()
}
