//! The one-time notice (一次性告知单): everything that is still missing, told once.

use crate::{
    model::{Locale, Material},
    packet::{Block, Checkbox, Context, Document, Say, label, words},
    validate::Submission,
};

use super::{cover, part};

/// The one-time notice of a packet.
pub(super) fn compose(ctx: Context<'_>, submission: &Submission, say: &Say<'_>) -> Document {
    let locale = ctx.locale;
    let heading = |word: words::Word| part::heading(word.get(locale));
    let (later, now): (Vec<&Material>, Vec<&Material>) =
        ctx.form.guide.materials.iter().partition(|material| material.is_deferrable);

    let mut blocks = vec![
        part::title(words::NOTICE.get(locale)),
        part::subtitle(ctx.form.title.get(locale)),
        part::paragraph(words::NOTICE_INTRO.get(locale)),
        heading(words::NOTICE_BRING),
        materials(&now, words::NO_MATERIALS, locale),
        heading(words::NOTICE_LATER),
        materials(&later, words::NOTICE_NONE, locale),
    ];
    blocks.extend((!later.is_empty()).then(|| part::note(words::NOTICE_HOW.get(locale))));
    blocks.push(heading(words::NOTICE_FIX));
    let fixes: Vec<String> = submission
        .warnings
        .iter()
        .map(|issue| say(issue, &label(ctx.form, &submission.rows, &issue.field, locale), locale))
        .collect();
    blocks.push(if fixes.is_empty() {
        part::paragraph(words::NOTICE_FINE.get(locale))
    } else {
        part::list(&Checkbox::Unticked, fixes)
    });
    blocks.extend([heading(words::NOTICE_LIMITS), part::list(&Checkbox::Bullet, cover::limits(ctx))]);
    blocks.extend(cover::places(ctx, words::NOTICE_WHERE));
    blocks.extend([
        heading(words::NOTICE_BY_WINDOW),
        part::list(
            &Checkbox::Unticked,
            [words::NOTICE_ACCEPTED, words::NOTICE_DEFERRED, words::NOTICE_RETURNED]
                .map(|word| word.get(locale).to_owned())
                .into(),
        ),
        Block::Signature {
            lines: [words::CLERK_SIGNS, words::RECEIVED_BY, words::DATE_LINE]
                .map(|word| word.get(locale).to_owned())
                .into(),
        },
    ]);
    Document {
        id: "notice".to_owned(),
        title: words::NOTICE.get(locale).to_owned(),
        blocks,
        is_one_sheet: true,
    }
}

fn materials(materials: &[&Material], none: words::Word, locale: Locale) -> Block {
    if materials.is_empty() {
        return part::paragraph(none.get(locale));
    }
    part::list(&Checkbox::Unticked, materials.iter().map(|item| material(item, locale)).collect())
}

/// A material in one line: 居民身份证（原件和复印件，1份，必要）：说明.
pub(super) fn material(material: &Material, locale: Locale) -> String {
    let mut details: Vec<String> = material.form.iter().map(|form| form.get(locale).to_owned()).collect();
    if material.copies > 0 {
        details.push(match locale {
            Locale::Zh => format!("{}份", material.copies),
            Locale::En if material.copies == 1 => "1 copy".to_owned(),
            Locale::En => format!("{} copies", material.copies),
        });
    }
    let need = if material.is_required { words::REQUIRED } else { words::OPTIONAL };
    details.push(need.get(locale).to_owned());
    if material.is_deferrable {
        details.push(words::DEFERRABLE.get(locale).to_owned());
        let within = material.follow_within.as_ref();
        details.extend(within.map(|limit| part::within(limit, locale)));
    }
    details.extend(material.licence.is_some().then(|| words::ELECTRONIC.get(locale).to_owned()));

    let (open, comma, close) = match locale {
        Locale::Zh => ("（", "，", "）"),
        Locale::En => (" (", ", ", ")"),
    };
    let mut text = [material.title.get(locale), open, &details.join(comma), close].concat();
    if let Some(note) = &material.note {
        text.push_str(words::COLON.get(locale));
        text.push_str(note.get(locale));
    }
    text
}
