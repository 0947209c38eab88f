//! # F059 A parameter that no rule reads
//!
//! A form's own `params` are there for its rules. (What `params.json` shares between forms may wait for one that needs it.)
//!
//! Good:
//!
//! ```json
//! {"params": {"most": [{"validFrom": "2026-01-01", "value": 5, "source": "示例", "checkedOn": "2026-11-23"}]},
//!  "rules": [{"on": "books", "check": "books <= param.most", "message": {"zh": "太多了。", "en": "Too many."}}]}
//! ```
//!
//! Bad, at `/params/most`:
//!
//! ```json
//! {"params": {"most": [{"validFrom": "2026-01-01", "value": 5, "source": "示例", "checkedOn": "2026-11-23"}]}}
//! ```

use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{catalog::pack, diag::Lint};

/// Looks at the form's own parameters.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let read = pack::params(linted.form);
    for name in linted.form.params.0.keys() {
        let at = Pointer::root().at("params").at(name);
        let is_own = linted.inlined.origin(at.as_str(), linted.name).0 == linted.name;
        if is_own && !read.contains(name) {
            faults.push(at.lint(Lint::UnusedParameter, name));
        }
    }
}
