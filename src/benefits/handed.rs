//! What a person told of a profile, as answers to a benefit's own form: by role, `person.birthDate` is the birth date of the
//! group with the role `person`.

use super::asked::group_of;
use crate::model::{Answers, Field, Form, Kind, Path};

/// What can be entered into a benefit's form, as it was typed. `row` is the row of the profile that the form calls `member`.
#[must_use]
pub fn handed(profile: &Form, told: &Answers, row: Option<&Path>, benefit: &Form) -> Vec<(Path, String)> {
    let hand = |path: &Path| {
        let raw = told.raw(path);
        let text = path.as_str();
        let (role, rest) = match row.and_then(|row| text.strip_prefix(row.as_str())?.strip_prefix('.')) {
            Some(rest) => ("member", rest),
            None => text.split_once('.')?,
        };
        let to = place(benefit, role, rest).filter(|_| !raw.is_empty() && !role.contains('#'))?;
        let (from, field) = (profile.field(path)?, benefit.field(&to)?);
        let is_same = std::mem::discriminant(&from.kind) == std::mem::discriminant(&field.kind);
        let takes = |code: &str| {
            field.kind.choices().is_none_or(|choices| choices.iter().any(|choice| choice.code == code))
        };
        let is_list = matches!(field.kind, Kind::Choices(_));
        let is_taken = if is_list { raw.split(',').all(takes) } else { takes(raw) };
        (is_same && is_taken && !field.is_read_only).then(|| (to, raw.to_owned()))
    };
    told.entries.keys().filter_map(hand).collect()
}

/// Where a form asks something of a role: in its group, or in what the role owns.
fn place(form: &Form, role: &str, rest: &str) -> Option<Path> {
    let group = group_of(form, role)?;
    let own = Path::new(&[group.as_str(), ".", rest].concat());
    if form.field(&own).is_some() {
        return Some(own);
    }
    let (name, below) = rest.split_once('.').map_or((rest, None), |(name, below)| (name, Some(below)));
    let is_owned = |field: &&Field| {
        field.owner.as_ref() == Some(group) && field.path.as_str().rsplit('.').next() == Some(name)
    };
    let owned = &form.fields.iter().find(is_owned)?.path;
    Some(below.map_or_else(|| owned.clone(), |below| Path::new(&[owned.as_str(), ".", below].concat())))
}
