//! The letter of authority (委托书), where an agent acts.

use crate::{
    model::{DocumentKind, Field, Kind, Path, TextFormat},
    packet::{Block, Document, fill::Filling, words},
};

use super::part;

/// The document's id.
pub(super) const ID: &str = "authority";

/// The letter, where any answer about the agent is there.
pub(super) fn compose(filling: &Filling<'_>) -> Option<Document> {
    let ctx = filling.ctx;
    let agent = answered(filling, "agent")?;

    let both = |word| part::both_words(word, ctx);
    let mut blocks = vec![part::title(words::LETTER.zh), part::subtitle(&ctx.form.title.zh)];
    // For a child it is the guardian who gives the authority.
    let guardian = answered(filling, "guardian").map(|guardian| (guardian, words::PRINCIPAL_GUARDIAN));
    let its_word = if guardian.is_some() { words::WARD } else { words::PRINCIPAL };
    let applicant = role(filling, "applicant").map(|applicant| (applicant, its_word));
    for (person, word) in [guardian, applicant].into_iter().flatten() {
        let rows = people(filling, &person.path, is_identity);
        blocks.extend([part::heading(&both(word)), part::facts(word.zh, rows)]);
    }
    let rows = people(filling, &agent.path, |field| field.kind != Kind::Group);
    blocks.extend([part::heading(&both(words::AGENT)), part::facts(words::AGENT.zh, rows)]);

    let letter = [words::LETTER_BEFORE.zh, &ctx.form.title.zh, words::LETTER_AFTER.zh].concat();
    blocks.extend([Block::Space(4.0), part::paragraph(&letter)]);
    if ctx.locale == crate::model::Locale::En {
        let title = ctx.form.title.get(ctx.locale);
        blocks.push(part::paragraph(&[words::LETTER_BEFORE.en, title, words::LETTER_AFTER.en].concat()));
    }
    blocks.extend([
        part::paragraph(&both(words::LETTER_TERM)),
        part::paragraph(&both(words::LETTER_AGENT)),
        Block::Space(6.0),
    ]);
    for signer in [words::PRINCIPAL_SIGNS, words::AGENT_SIGNS] {
        blocks.extend(part::signature(&[signer, words::DATE_LINE], ctx));
    }
    Some(Document { id: ID.to_owned(), title: words::LETTER.zh.to_owned(), blocks, is_one_sheet: true })
}

/// The group of a role.
fn role<'a>(filling: &Filling<'a>, name: &str) -> Option<&'a Field> {
    filling.ctx.form.fields.iter().find(|field| field.role.as_ref().is_some_and(|role| role.0 == name))
}

/// The group of a role, where any of its answers is there.
pub(super) fn answered<'a>(filling: &Filling<'a>, name: &str) -> Option<&'a Field> {
    role(filling, name).filter(|group| filling.has(&group.path))
}

/// Labels and values of a person, in the form's order.
fn people(filling: &Filling<'_>, group: &Path, wants: fn(&Field) -> bool) -> Vec<(String, String)> {
    let fields = filling.ctx.form.fields.iter().filter(|field| field.path.is_within(group) && wants(field));
    fields
        .filter_map(|field| {
            let text = filling.text(&field.path, TextFormat::Plain)?;
            Some((field.label.zh.clone(), text))
        })
        .collect()
}

/// Who somebody is and how to reach them; the rest stands in the table.
fn is_identity(field: &Field) -> bool {
    matches!(field.kind, Kind::Name | Kind::CitizenId | Kind::Document(DocumentKind::Personal) | Kind::Phone)
}
