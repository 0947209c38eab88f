//! A profile out of the benefit's own questions: `person.birthDate` is the birth date of the group with the role `person`.

use crate::{
    model::{Date, Datum, Field, Form, FormKind, Kind, Path, Value},
    rules::Scope,
    validate::State,
};

/// The answers to a benefit form as a profile. What was not asked yet is unknown, under the profile's own path.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The benefit.
    pub form: &'a Form,
    /// What follows from its answers.
    pub state: &'a State,
    /// The day.
    pub today: Date,
}

impl Scope for Asked<'_> {
    fn get(&self, path: &str) -> Datum {
        if let FormKind::Benefit(benefit) = &self.form.kind
            && let Some(each) = &benefit.each
            && each.table.as_str() == path
            && let Some(member) = group_of(self.form, "member")
        {
            return Datum::Value(Value::List(vec![self.row(member)]));
        }
        let mut found = Path::new(&own_path(self.form, path));
        let mut rest = Vec::new();
        // The longest path that is a question; below it stand the parts of its value.
        loop {
            if let Some(field) = self.state.fields.get(&found) {
                return match member(&field.datum, &rest) {
                    Datum::Unknown(_) => Datum::unknown(path),
                    datum @ (Datum::Value(_) | Datum::Absent | Datum::Error(_)) => datum,
                };
            }
            let Some((group, name)) = found.as_str().rsplit_once('.') else { return Datum::unknown(path) };
            rest.insert(0, name.to_owned());
            found = Path::new(group);
        }
    }

    fn param(&self, name: &str) -> Datum {
        let row = self.form.params.row(name, self.today);
        row.and_then(|row| row.value.clone()).map_or(Datum::Absent, Datum::Value)
    }

    fn today(&self) -> Date {
        self.today
    }
}

impl Asked<'_> {
    /// The one row that the form asks of: what stands directly below its group.
    fn row(&self, group: &Path) -> Datum {
        let fields = self.form.fields.iter().filter_map(|field| {
            let name = field.path.as_str().strip_prefix(group.as_str())?.strip_prefix('.')?;
            let state = self.state.fields.get(&field.path).filter(|_| !name.contains('.'))?;
            Some((name.to_owned(), state.datum.clone()))
        });
        Datum::Value(Value::Map(fields.collect()))
    }
}

/// The group of a role.
pub(super) fn group_of<'a>(form: &'a Form, role: &str) -> Option<&'a Path> {
    let is_role = |field: &&Field| field.role.as_ref().is_some_and(|own| own.0 == role);
    form.fields.iter().find(is_role).map(|field| &field.path)
}

/// The questions of the form that a check waits for, in its order, each once; what the form does not ask is left out.
#[must_use]
pub fn questions(form: &Form, missing: &[String]) -> Vec<Path> {
    let mut questions = Vec::new();
    for path in missing {
        let own = Path::new(&own_path(form, path));
        let field = form.fields.iter().find(|field| field.kind != Kind::Group && own.is_within(&field.path));
        if let Some(field) = field
            && !questions.contains(&field.path)
        {
            questions.push(field.path.clone());
        }
    }
    questions
}

/// The form's path of a profile's path: the first name is a role.
fn own_path(form: &Form, path: &str) -> String {
    let (root, rest) = path.split_once('.').map_or((path, None), |(root, rest)| (root, Some(rest)));
    let own = group_of(form, root).map_or(root, Path::as_str);
    rest.map_or_else(|| own.to_owned(), |rest| format!("{own}.{rest}"))
}

fn member(datum: &Datum, names: &[String]) -> Datum {
    match (datum, names.split_first()) {
        (Datum::Value(Value::Map(members)), Some((name, rest))) => {
            members.get(name).map_or(Datum::Absent, |datum| member(datum, rest))
        }
        (Datum::Value(_), Some(_)) => Datum::Absent,
        (datum, _) => datum.clone(),
    }
}
