//! # F061 Limits that nothing can keep
//!
//! The lower limit is above the upper one: `minLength` and `maxLength`, `minimum` and `maximum`, `formatMinimum` and
//! `formatMaximum`.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"minimum": 2}}}}
//! ```
//!
//! Bad, at `/answers/properties/books`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"minimum": 20}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{diag::Lint, model::Shape};

/// Looks at each question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        let Shape { min_length, max_length, minimum, maximum, earliest, latest, .. } = &field.shape;
        let pairs = [
            ("minLength > maxLength", is_above(min_length, max_length)),
            ("minimum > maximum", is_above(minimum, maximum)),
            ("formatMinimum > formatMaximum", is_above(earliest, latest)),
        ];
        for (about, _) in pairs.iter().filter(|(_, is_above)| *is_above) {
            faults.push(linted.pointer_of(field.path.as_str()).lint(Lint::ImpossibleLimits, about));
        }
    }
}

fn is_above<T: PartialOrd>(one: &Option<T>, other: &Option<T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one > other)
}
