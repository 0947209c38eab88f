//! The form of a workload, for `bench/engine/forms.js`: a pack and bare answers in, the page's own questions on the screen.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yuntian::{
    catalog,
    model::{Date, Draft, Locale, Path},
    record,
    ui::{Embedded, embed},
};

/// The day that counts as today in every run.
const TODAY: &str = "2026-01-15";

/// A form on the screen.
#[wasm_bindgen]
pub struct Mounted(Embedded);

/// Opens a pack, reads the answers and shows the form. `is_live`: issues show from the beginning, at every question.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, pack: &[u8], answers: &str, is_live: bool) -> Result<Mounted, JsError> {
    let (form, faults) = catalog::open(pack);
    let form = form.ok_or_else(|| JsError::new(&format!("the pack has {} faults", faults.len())))?;
    let entered = record::read(answers.as_bytes(), &form)?;
    let mut draft = Draft::new(form.id.clone(), form.version);
    draft.page = form.pages.first().map(|page| page.id.clone());
    draft.answers = entered.answers().clone();
    if is_live {
        let asked = form.fields.iter().map(|field| field.path.clone());
        draft.touched = asked.chain(draft.answers.entries.keys().cloned()).collect();
    }
    let today = Date::parse_iso(TODAY).ok_or_else(|| JsError::new("no day"))?;
    Ok(Mounted(embed(root, Rc::new(form), draft, today, Locale::Zh)))
}

#[wasm_bindgen]
impl Mounted {
    /// The text entered at a path.
    pub fn raw(&self, path: &str) -> String {
        self.0.raw(&Path::new(path))
    }

    /// Shows every issue.
    pub fn check(&self) {
        self.0.check();
    }

    /// Takes the form off the screen.
    pub fn remove(self) {
        self.0.remove();
    }
}

fn main() {}
