//! # F016 A parameter without a row for today
//!
//! An amount that is not known yet has a row all the same: `"value": null, "toConfirm": true`. Rules then see it as absent.
//!
//! Good:
//!
//! ```json params.json
//! {"adultAge": [{"validFrom": "2027-01-01", "value": null, "toConfirm": true, "source": "待公布", "checkedOn": "2026-11-23"}]}
//! ```
//!
//! Bad, at `params.json/adultAge`:
//!
//! ```json params.json
//! {"adultAge": null}
//! ```
//!
//! ```json params.json
//! {"adultAge": [{"validFrom": "2026-01-01", "validTo": "2026-06-30", "value": 18, "source": "示例", "checkedOn": "2026-11-23"}]}
//! ```
use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{catalog::pack, diag::Code, model::Date};

/// Looks at the parameters of a form's rules.
pub(super) fn check(linted: &Linted, today: Date, faults: &mut Vec<Fault>) {
    for name in pack::params(linted.form) {
        if linted.form.params.0.contains_key(&name) && linted.form.params.row(&name, today).is_none() {
            faults.push(Pointer::root().at("params").at(&name).fault(Code::NoParameterToday { name }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn a_parameter_holds_today() {
        check("param.base", "param.base + 1", &[]);
        check("param.base", "param.old", &["F016 params.json/old 3"]);
    }
}
