//! Who helps with the items of a department, as the settings have it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    catalog,
    model::{Helper, Locale, Localized},
    text::{carry::words, page},
    ui::{
        Same,
        hooks::{catalogue::Catalogue, fetch},
        parts::{leaf, said},
    },
};

/// The helpers of a form's department; none until the settings are here.
#[hook]
pub(super) fn use_helpers(catalogue: &Same<Catalogue>, department: &Localized) -> Same<Vec<Helper>> {
    let helpers = use_state(|| Same::new(Vec::new()));
    {
        let (setter, catalogue) = (helpers.setter(), catalogue.clone());
        let department = department.zh.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                // Without them the request says "to be confirmed".
                let Ok(settings) = fetch::bytes(&catalogue.places.settings).await else { return };
                let facet = catalogue.departments.iter().find(|facet| facet.name.zh == department);
                let key = facet.map_or(department.as_str(), |facet| &facet.key);
                let found = catalog::helpers(&settings);
                setter.set(Same::new(found.into_iter().filter(|helper| helper.department == key).collect()));
            });
        });
    }
    (*helpers).clone()
}

/// Where, when and how: what nobody has said yet is to be confirmed.
pub(super) fn facts(helper: &Helper, locale: Locale) -> [(&'static str, String); 3] {
    let w = words(locale);
    let open = page::words(locale).to_be_confirmed;
    let said = |text: &Option<Localized>| text.as_ref().map_or(open, |text| text.get(locale)).to_owned();
    [
        (w.helper_place, said(&helper.place)),
        (w.helper_hours, said(&helper.hours)),
        (w.helper_contact, helper.contact.clone().unwrap_or_else(|| open.to_owned())),
    ]
}

/// The list on the page.
pub(super) fn helpers(helpers: &[Helper], department: &str, locale: Locale) -> Html {
    let (w, page) = (words(locale), page::words(locale));
    let one = |helper: &Helper| {
        let rows = facts(helper, locale).map(|(name, text)| {
            html! { <div class="yt-facts__row">{ leaf("dt", "", name) }{ said("dd", "", &text) }</div> }
        });
        html! {
            <li>
                { said("h3", "", helper.name.get(locale)) }
                <dl class="yt-facts yt-facts--wide">{ for rows }</dl>
            </li>
        }
    };
    html! {
        <>
            { leaf("h2", "", w.helpers) }
            if helpers.is_empty() {
                <p>{ department }{ page.colon }{ leaf("span", "yt-tag yt-tag--warn", page.to_be_confirmed) }</p>
            } else {
                { leaf("p", "", w.helpers_text) }
                <ul class="yt-links">{ for helpers.iter().map(one) }</ul>
            }
        </>
    }
}
