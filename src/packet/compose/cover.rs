//! The packet's cover: whose, what, what to bring, where, and what happens next.

use crate::{
    model::{Kind, Locale, Office},
    packet::{Block, Checkbox, Context, Document, Say, fill::Filling, words, write},
    validate::{Issue, Submission, fold, kinds},
};

use super::{authority, generic, is_consent, is_sample, label, part};

/// So many characters of a helper's name stand on a cover.
const MAX_HELPER: usize = 50;

/// The cover of a packet.
pub(super) fn compose(
    filling: &Filling<'_>,
    submission: &Submission,
    digest: &str,
    reference: &str,
    others: &[Document],
    say: &Say<'_>,
) -> Document {
    let (ctx, locale) = (filling.ctx, filling.ctx.locale);
    let title = ctx.form.title.get(locale);
    let row = |word: words::Word, text: String| (word.get(locale).to_owned(), text);
    let has_agent = others.iter().any(|document| document.id == authority::ID);
    let handed_in = if has_agent {
        words::WITH_AGENT
    } else if authority::answered(filling, "guardian").is_some() {
        words::BY_GUARDIAN
    } else {
        words::IN_PERSON
    };
    let version = format!("{}  v{}", ctx.form.id, ctx.form.version);

    let mut blocks = vec![part::title(title), part::subtitle(words::COVER.get(locale))];
    blocks.extend(is_sample(ctx).then(|| part::note(words::SAMPLE_NOTE.get(locale))));
    if locale == Locale::En {
        blocks.push(part::note(words::COVER_LANGUAGE.en));
    }
    blocks.push(Block::Space(2.0));
    let mut rows = vec![
        row(words::ITEM, title.to_owned()),
        row(words::APPLICANT, masked_name(filling).unwrap_or_else(|| words::NOTHING.zh.to_owned())),
        row(words::BY_AGENT, handed_in.get(locale).to_owned()),
        row(words::REFERENCE, reference.to_owned()),
        row(words::DIGEST, digest.to_owned()),
        row(words::FILLED_ON, write::date(ctx.today, locale)),
    ];
    rows.extend(helper(ctx).map(|name| row(words::HELPED_BY, name)));
    rows.extend([
        row(words::AUTHORITY, part::known(ctx.form.guide.authority.as_ref(), locale)),
        row(words::CONTENTS, contents(ctx, others)),
        row(words::FORM, version),
    ]);
    blocks.push(part::facts(words::COVER.get(locale), rows));
    blocks.extend(notes(filling, &submission.warnings, say));
    blocks.extend(materials(ctx));
    blocks.extend(places(ctx, words::WHERE));
    blocks.extend(steps(ctx));
    Document {
        id: "cover".to_owned(),
        title: words::COVER.get(locale).to_owned(),
        blocks,
        is_one_sheet: true,
    }
}

/// Titles of the documents that follow: the official tables in a line, the rest in another.
fn contents(ctx: Context<'_>, others: &[Document]) -> String {
    let comma = match ctx.locale {
        Locale::Zh => "、",
        Locale::En => ", ",
    };
    let tables = generic::documents(ctx.form);
    let is_table = |document: &&Document| tables.iter().any(|table| table.id == document.id);
    let (tables, rest): (Vec<&Document>, Vec<&Document>) = others.iter().partition(is_table);
    let titles = |documents: Vec<&Document>| {
        documents.iter().map(|document| document.title.as_str()).collect::<Vec<_>>().join(comma)
    };
    [titles(tables), titles(rest)].join("\n")
}

/// What the person has to look at again; consents have their own page.
fn notes(filling: &Filling<'_>, warnings: &[Issue], say: &Say<'_>) -> Vec<Block> {
    let ctx = filling.ctx;
    let said = warnings.iter().filter(|issue| !is_consent(&issue.kind));
    let lines: Vec<String> =
        said.map(|issue| say(issue, &label(filling, &issue.field), ctx.locale)).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![part::heading(words::NOTES.get(ctx.locale)), part::list(&Checkbox::Bullet, lines)]
}

/// The checklist of what to bring.
pub(super) fn materials(ctx: Context<'_>) -> Vec<Block> {
    let heading = part::heading(words::MATERIALS.get(ctx.locale));
    let lines: Vec<String> = ctx
        .form
        .guide
        .materials
        .iter()
        .map(|material| super::notice::material(material, ctx.locale))
        .collect();
    if lines.is_empty() {
        return vec![heading, part::paragraph(words::NO_MATERIALS.get(ctx.locale))];
    }
    vec![heading, part::list(&Checkbox::Unticked, lines)]
}

/// Where and when; what nobody has filled in is to be confirmed.
pub(super) fn places(ctx: Context<'_>, heading: words::Word) -> Vec<Block> {
    let (locale, guide) = (ctx.locale, &ctx.form.guide);
    let places: Vec<String> = guide.places.iter().map(|office| spell(office, locale)).collect();
    let place = if places.is_empty() {
        part::known(ctx.settings.place.as_ref(), locale)
    } else {
        places.join(match locale {
            Locale::Zh => "；",
            Locale::En => "; ",
        })
    };
    let phone =
        guide.phone.clone().or_else(|| ctx.settings.contact.clone()).filter(|phone| !phone.is_empty());
    let mut lines = vec![
        part::line(words::PLACE, &place, locale),
        part::line(words::HOURS, &part::known(ctx.settings.hours.as_ref(), locale), locale),
        part::line(words::PHONE, &phone.unwrap_or_else(|| words::TO_CONFIRM.get(locale).to_owned()), locale),
    ];
    lines.extend(guide.fees.as_ref().map(|fees| part::line(words::FEES, fees.get(locale), locale)));
    vec![part::heading(heading.get(locale)), part::list(&Checkbox::Bullet, lines)]
}

/// An office in one line: its name, address, window and hours, as far as they are known.
fn spell(office: &Office, locale: Locale) -> String {
    let known = [Some(&office.name), office.address.as_ref(), office.window.as_ref(), office.hours.as_ref()];
    let comma = match locale {
        Locale::Zh => "，",
        Locale::En => ", ",
    };
    known.into_iter().flatten().map(|words| words.get(locale)).collect::<Vec<_>>().join(comma)
}

/// What happens after the papers were handed in.
fn steps(ctx: Context<'_>) -> Vec<Block> {
    let (locale, guide) = (ctx.locale, &ctx.form.guide);
    let mut blocks = vec![part::heading(words::NEXT.get(locale))];
    if !guide.steps.is_empty() {
        let steps = guide.steps.iter().map(|step| step.get(locale).to_owned()).collect();
        blocks.push(part::list(&Checkbox::Number(1), steps));
    }
    let semicolon = match locale {
        Locale::Zh => "；",
        Locale::En => "; ",
    };
    blocks.push(part::list(&Checkbox::Bullet, vec![limits(ctx).join(semicolon)]));
    if let Some(url) = ctx.settings.rating_url.as_ref().filter(|url| !url.is_empty()) {
        blocks.push(part::note(&part::line(words::RATING, url, locale)));
    }
    blocks
}

/// The time limits in words.
pub(super) fn limits(ctx: Context<'_>) -> Vec<String> {
    let (locale, guide) = (ctx.locale, &ctx.form.guide);
    vec![
        part::line(words::PROMISED, &part::limit(guide.promised_limit.as_ref(), locale), locale),
        part::line(words::LEGAL, &part::limit(guide.legal_limit.as_ref(), locale), locale),
    ]
}

/// The helper's name without what can not be seen, as far as a line of a cover takes it; none where nothing is left.
pub(super) fn helper(ctx: Context<'_>) -> Option<String> {
    let name = kinds::name::clean(ctx.helper?);
    let name: String = name.trim().chars().take(MAX_HELPER).collect();
    (!fold::is_empty(&name)).then_some(name)
}

/// The applicant's name with all but its beginning hidden: covers lie about on counters.
pub(super) fn masked_name(filling: &Filling<'_>) -> Option<String> {
    kinds::masked(&Kind::Name, filling.value(filling.ctx.form.applicant_name()?)?)
}
