//! # F082 A condition that the boundary cases do not try
//!
//! A benefit's cases together make each condition hold and fail, and leave the benefit open at least once. A condition that reads a
//! parameter without a value is left out: it can not come to anything yet.
//!
//! Good:
//!
//! ```json benefits/GLASSES/form.json
//! {"version": 1}
//! ```
//!
//! Bad, at `benefits/GLASSES/form.json/eligible/1`:
//!
//! ```json benefits/GLASSES/form.json
//! {"eligible": [{"rule": "age(person.birthDate, today) >= 5", "reason": {"zh": "还太小。", "en": "Too young."}}]}
//! ```
use super::{
    CaseComes,
    wire::{Fault, Pointer},
};
use crate::{
    diag::Lint,
    model::{Form, FormKind},
    rules,
};

/// Looks at what the cases came to.
pub(super) fn check(benefit: &Form, ran: &[CaseComes]) -> Vec<Fault> {
    let conditions = match &benefit.kind {
        FormKind::Benefit(benefit) => benefit.eligible.as_slice(),
        FormKind::Item | FormKind::Profile => &[],
    };
    let at = Pointer::root().at("eligible");
    let mut faults = Vec::new();
    let mut can_be_told = true;
    for (idx, condition) in conditions.iter().enumerate() {
        let waits = rules::params(&condition.rule).iter().any(|name| {
            let rows = benefit.params.0.get(name.as_str());
            rows.is_none_or(|rows| rows.iter().all(|row| row.value.is_none()))
        });
        can_be_told &= !waits;
        let of = |comes: &CaseComes| comes.tried.get(idx).copied().unwrap_or_default();
        let (holds, fails) =
            (ran.iter().any(|comes| of(comes).holds), ran.iter().any(|comes| of(comes).fails));
        if !(waits || holds && fails) {
            faults.push(at.idx(idx).lint(Lint::CaseUntried, if holds { "false" } else { "true" }));
        }
    }
    if can_be_told && ran.iter().all(|comes| comes.result != "unknown") {
        faults.push(at.lint(Lint::CaseUntried, "unknown"));
    }
    faults
}
