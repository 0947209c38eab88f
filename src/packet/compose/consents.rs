//! What the applicant promises and agrees to, with the time of each consent, or a line to sign where it is missing.

use crate::{
    model::{Consent, ConsentText},
    packet::{Block, Checkbox, Context, Document, words},
    validate::{IssueKind, Submission},
};

use super::part;

/// The page of commitments and consents; none where the form has neither.
pub(super) fn compose(ctx: Context<'_>, submission: &Submission) -> Option<Document> {
    let wanted = wanted(ctx, submission);
    if ctx.form.commitments.is_empty() && wanted.is_empty() {
        return None;
    }

    let both = |word| part::both_words(word, ctx);
    let mut blocks = vec![part::title(words::CONSENTS.zh), part::subtitle(&ctx.form.title.zh)];
    if !ctx.form.commitments.is_empty() {
        let promises = ctx.form.commitments.iter().map(|promise| part::both(promise, ctx)).collect();
        blocks.extend([
            part::heading(&both(words::COMMITMENTS)),
            part::paragraph(&both(words::COMMITS)),
            part::list(&Checkbox::Number(1), promises),
        ]);
    }
    blocks.push(part::heading(&both(words::PRIVACY)));
    blocks.extend([part::note(&operator(ctx)), Block::Space(1.5)]);
    if wanted.is_empty() {
        blocks.push(part::paragraph(&both(words::NO_CONSENT)));
    }
    for (text, given) in wanted {
        blocks.extend(consent(ctx, text, given));
    }
    blocks.push(Block::Space(4.0));
    blocks.extend(part::signature(&[part::signer(ctx.form), words::DATE_LINE], ctx));
    Some(Document {
        id: "consents".to_owned(),
        title: words::CONSENTS.zh.to_owned(),
        blocks,
        is_one_sheet: true,
    })
}

/// The form's consents that were given or are missing, in the form's order.
fn wanted<'a>(ctx: Context<'a>, submission: &'a Submission) -> Vec<(&'a ConsentText, Option<&'a Consent>)> {
    let is_missing = |text: &ConsentText| {
        let field = format!("consents.{}", text.purpose);
        let is_it = |issue: &crate::validate::Issue| {
            issue.kind == IssueKind::ConsentMissing && issue.field.as_str() == field
        };
        submission.warnings.iter().any(is_it)
    };
    let pair = |text: &'a ConsentText| {
        let given = submission.consents.iter().find(|consent| consent.purpose == text.purpose);
        (given.is_some() || is_missing(text)).then_some((text, given))
    };
    ctx.form.consents.iter().filter_map(pair).collect()
}

/// One consent: ticked with its time, or with its own line to sign.
fn consent(ctx: Context<'_>, text: &ConsentText, given: Option<&Consent>) -> Vec<Block> {
    let agreed = part::both(&text.text, ctx);
    let (marker, agreed) = match given {
        Some(consent) => {
            let at = part::line(words::GIVEN_AT, &moment(&consent.at), ctx.locale);
            (Checkbox::Ticked, [&agreed, "\n", &at].concat())
        }
        None => (Checkbox::Unticked, agreed),
    };
    let mut blocks = vec![Block::List { items: vec![(marker, agreed)], size: part::BODY }];
    if given.is_none() {
        blocks.extend(part::signature(&[words::SIGN_HERE], ctx));
    }
    blocks
}

/// Who handles the data and how to reach them.
fn operator(ctx: Context<'_>) -> String {
    let operator = part::known(ctx.settings.operator.as_ref(), ctx.locale);
    let contact = ctx.settings.contact.as_deref().filter(|contact| !contact.is_empty());
    let contact = contact.unwrap_or_else(|| words::TO_CONFIRM.get(ctx.locale));
    let parts =
        [part::line(words::OPERATOR, &operator, ctx.locale), part::line(words::CONTACT, contact, ctx.locale)];
    parts.join("    ")
}

/// `2026-11-23T08:30:00+08:00` as `2026-11-23 08:30`; anything else as it is.
fn moment(at: &str) -> String {
    match at.split_once('T') {
        Some((day, time)) => {
            let clock: String = time.chars().take(5).collect();
            [day, " ", &clock].concat()
        }
        None => at.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_moment_is_read_to_the_minute() {
        assert_eq!(moment("2026-11-23T08:30:00+08:00"), "2026-11-23 08:30");
        assert_eq!(moment("2026-11-23"), "2026-11-23");
    }
}
