//! What a benefit has beside the questions of its confirmation: conditions, standard, amount.

use serde_json::Value;

use super::{Lowering, words_of};
use crate::{
    catalog::wire::{Pointer, list, text},
    diag::Code,
    model::{Amount, Benefit, Confirm, Each, Eligibility, FormKind, Path},
};

impl Lowering {
    /// Lowers what makes a form a benefit, or a profile.
    pub(super) fn kind(&mut self, root: &Value, at: &Pointer) -> FormKind {
        if text(root, "kind") == Some("profile") {
            return FormKind::Profile;
        }
        if root.get("department").is_none_or(Value::is_null) {
            self.fault(at, Code::Missing { keyword: "department" });
        }
        if text(root, "kind") != Some("benefit") {
            return FormKind::Item;
        }
        for keyword in ["eligible", "standard", "confirm"] {
            if root.get(keyword).is_none_or(Value::is_null) {
                self.fault(at, Code::Missing { keyword });
            }
        }
        let eligible = list(root, "eligible").iter().enumerate().filter_map(|(idx, value)| {
            let source = text(value, "rule")?;
            let rule = self.expr(source, &at.at("eligible").idx(idx).at("rule"))?;
            Some(Eligibility { source: source.to_owned(), rule, reason: words_of(value, "reason")? })
        });
        let eligible = eligible.collect();
        let confirm = match text(root, "confirm") {
            Some("account") => Confirm::Account,
            Some("status") => Confirm::Status,
            Some("application") => Confirm::Application,
            Some(_) | None => Confirm::None,
        };
        let standard = words_of(root, "standard").unwrap_or_default();
        let (each, amount) = (self.for_each(root, at), self.amount(root, at));
        FormKind::Benefit(Box::new(Benefit { eligible, standard, confirm, each, amount }))
    }

    /// A table whose rows are tested, with what is said where it has none.
    fn for_each(&mut self, root: &Value, at: &Pointer) -> Option<Each> {
        let table = Path::new(text(root, "each")?);
        let none = words_of(root, "none");
        if none.is_none() {
            self.fault(at, Code::Missing { keyword: "none" });
        }
        Some(Each { table, none: none? })
    }

    fn amount(&mut self, root: &Value, at: &Pointer) -> Option<Amount> {
        let value = root.get("amount")?;
        let rule = self.expr(text(value, "rule")?, &at.at("amount").at("rule"))?;
        Some(Amount { rule, unit: words_of(value, "unit")? })
    }
}
