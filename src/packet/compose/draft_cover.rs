//! The cover of a draft: what is open, what is wrong, what is to be signed. It never says that anything is complete.

use crate::{
    model::{Kind, Locale, Page, Path},
    packet::{Block, Checkbox, Context, Document, Say, fill::Filling, words, write},
    validate::{Issue, Survey},
};

use super::{cover, generic, is_consent, is_sample, label, part, question, table};

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
    let applicant = cover::masked_name(filling).unwrap_or_else(|| words::GAP.to_owned());
    blocks.push(Block::Space(2.0));
    let mut rows = vec![
        row(words::ITEM, title.to_owned()),
        row(words::APPLICANT, applicant),
        row(words::FILLED_ON, write::date(ctx.today, locale)),
    ];
    rows.extend(cover::helper(ctx).map(|name| row(words::HELPED_BY, name)));
    rows.push(row(words::FORM, format!("{}  v{}", ctx.form.id, ctx.form.version)));
    blocks.push(part::facts(words::DRAFT_COVER.get(locale), rows));

    let open: Vec<String> = survey.open.iter().map(|path| open_line(filling, path)).collect();
    let wrong: Vec<String> = survey.wrong.iter().map(|issue| wrong_line(filling, issue, say)).collect();
    let (to_sign, to_check): (Vec<&Issue>, Vec<&Issue>) =
        survey.warnings.iter().partition(|issue| is_consent(&issue.kind));
    if open.is_empty() && wrong.is_empty() && to_sign.is_empty() {
        blocks.push(part::paragraph(words::DRAFT_NONE.get(locale)));
    }
    blocks.extend(section(words::DRAFT_OPEN, open, locale));
    blocks.extend(section(words::DRAFT_WRONG, wrong, locale));
    blocks.extend(consents(filling, &to_sign));
    let notes = to_check.into_iter().map(|issue| say(issue, &label(filling, &issue.field), locale));
    blocks.extend(section(words::NOTES, notes.collect(), locale));
    blocks.extend(cover::materials(ctx));
    blocks.extend(cover::places(ctx, words::WHERE));
    Document {
        id: "cover".to_owned(),
        title: words::DRAFT_COVER.get(locale).to_owned(),
        blocks,
        is_one_sheet: true,
    }
}

fn section(word: words::Word, lines: Vec<String>, locale: Locale) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    vec![part::heading(word.get(locale)), part::list(&Checkbox::Unticked, lines)]
}

/// An open question and the page that asks it: 姓名（申请人是谁）; a line to write on where the table has no cell for it.
fn open_line(filling: &Filling<'_>, path: &Path) -> String {
    let ctx = filling.ctx;
    let question = question(ctx, path);
    let template = question.template();
    let asks = |page: &&Page| page.sections.iter().any(|section| section.fields.contains(&template));
    let mut line = label(filling, path);
    if let Some(page) = ctx.form.pages.iter().find(asks) {
        let (open, close) = match ctx.locale {
            Locale::Zh => ("（", "）"),
            Locale::En => (" (", ")"),
        };
        line = [&line, open, page.title.get(ctx.locale), close].concat();
    }
    [line, place(ctx, &question)].concat()
}

fn wrong_line(filling: &Filling<'_>, issue: &Issue, say: &Say<'_>) -> String {
    let ctx = filling.ctx;
    let sentence = say(issue, &label(filling, &issue.field), ctx.locale);
    [sentence, place(ctx, &question(ctx, &issue.field))].concat()
}

/// Boxes to tick or a line to write on, where no cell of a table takes the answer.
fn place(ctx: Context<'_>, path: &Path) -> String {
    let field = ctx.form.field(path);
    // A file is handed in, not written.
    if field.is_some_and(|field| matches!(field.kind, Kind::Attachment(_))) {
        return String::new();
    }
    if generic::documents(ctx.form).iter().any(|document| table::asks(document, path)) {
        return String::new();
    }
    let boxes: Vec<&str> = match field.map(|field| &field.kind) {
        Some(Kind::Choice(choices) | Kind::Choices(choices)) => {
            choices.iter().map(|choice| choice.label.get(ctx.locale)).collect()
        }
        Some(Kind::YesNo) => vec![words::YES.get(ctx.locale), words::NO.get(ctx.locale)],
        Some(
            Kind::Group
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
            | Kind::CitizenId
            | Kind::BankCard
            | Kind::Document(_)
            | Kind::Address
            | Kind::Signature
            | Kind::Attachment(_),
        )
        | None => Vec::new(),
    };
    let place = match boxes.len() {
        2..=6 => boxes.iter().map(|label| ["□", label].concat()).collect::<Vec<_>>().join("  "),
        _ => words::LINE.to_owned(),
    };
    [words::COLON.get(ctx.locale), &place].concat()
}

/// The consents that are missing, each with a line to sign.
fn consents(filling: &Filling<'_>, missing: &[&Issue]) -> Vec<Block> {
    let ctx = filling.ctx;
    if missing.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![part::heading(words::DRAFT_SIGN.get(ctx.locale))];
    for issue in missing {
        let text = label(filling, &issue.field);
        blocks.push(part::list(&Checkbox::Unticked, vec![text]));
        blocks.push(Block::Signature { lines: vec![words::SIGN_HERE.get(ctx.locale).to_owned()] });
    }
    blocks
}
