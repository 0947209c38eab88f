//! The address of a page: the part after `#`. Ids stand in printed QR codes, so these spellings never change.
//!
//! Read and written by hand: a dozen lines where yew-router brings 16 kB of brotli with its history and serde.

use crate::model::{FormId, PageId, ReformList, Venue};

/// Where the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `#/`.
    Home,
    /// `#/i/SQ031`: what to know and bring.
    Guide(FormId),
    /// `#/i/SQ031/fill/who`: a page of questions; without one, where the person left.
    Fill(FormId, Option<PageId>),
    /// `#/i/SQ031/check`.
    Check(FormId),
    /// `#/i/SQ031/papers`, `…/blank`, `…/sample`.
    Papers(FormId, PaperKind),
    /// `#/carry/SQ031`: hand over what was entered.
    Carry(FormId),
    /// `#/resume`: take it in again.
    Resume,
    /// `#/b/MS01`: may I qualify?
    Benefit(FormId),
    /// `#/entitled`: what may I have?
    Entitled,
    /// `#/drafts`: what was begun and is kept here.
    Drafts,
    /// `#/counter`: a helper's counter at a station.
    Counter,
    /// `#/firm`, `#/me`: what a firm or a person keeps of its own.
    Own(Whose),
    /// `#/all`, `#/life/birth`, `#/department/civil`, `#/place/park`, `#/list/frequent`: what there is, of a kind.
    Browse(By),
    /// `#/privacy`.
    Privacy,
    /// `#/gallery`.
    Gallery,
    /// `#/author`.
    Author,
    /// Anything else.
    NotFound,
}

/// What the list of a page goes by. Departments and life events are keys of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// Everything.
    All,
    /// A life event.
    LifeEvent(String),
    /// A department.
    Department(String),
    /// Where it can be handed in.
    Venue(Venue),
    /// A list of the reform.
    List(ReformList),
}

/// Which paper is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperKind {
    /// Of the answers: packet, or draft where something is open.
    Own,
    /// The empty official form.
    Blank,
    /// Filled with made-up answers.
    Sample,
}

/// Whose own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A firm's: its particulars, account and licences.
    Firm,
    /// A person's.
    Me,
}

impl Whose {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Firm, Self::Me];

    /// As addresses spell it; the form of its questions is called the same.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Me => "me",
        }
    }

    /// The form of the questions.
    #[must_use]
    pub fn form(self) -> FormId {
        FormId::new(self.as_str())
    }

    /// Whose a form is; `None` for one of the catalogue.
    #[must_use]
    pub fn of(form: &FormId) -> Option<Self> {
        Self::ALL.into_iter().find(|whose| whose.as_str() == form.as_str())
    }
}

impl Route {
    /// Reads `#/i/SQ031/fill/who`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let segments: Vec<&str> = path.split('/').collect();
        match segments.as_slice() {
            [""] => Self::Home,
            ["entitled"] => Self::Entitled,
            ["drafts"] => Self::Drafts,
            ["counter"] => Self::Counter,
            ["firm"] => Self::Own(Whose::Firm),
            ["me"] => Self::Own(Whose::Me),
            ["privacy"] => Self::Privacy,
            ["gallery"] => Self::Gallery,
            ["author"] => Self::Author,
            ["all"] => Self::Browse(By::All),
            ["life", key] => Self::Browse(By::LifeEvent((*key).to_owned())),
            ["department", key] => Self::Browse(By::Department((*key).to_owned())),
            ["place", word] => {
                Venue::parse(word).map_or(Self::NotFound, |venue| Self::Browse(By::Venue(venue)))
            }
            ["list", word] => {
                ReformList::parse(word).map_or(Self::NotFound, |list| Self::Browse(By::List(list)))
            }
            ["resume"] => Self::Resume,
            ["carry", id] => Self::Carry(FormId::new(id)),
            ["b", id] => Self::Benefit(FormId::new(id)),
            ["i", id] => Self::Guide(FormId::new(id)),
            ["i", id, "fill"] => Self::Fill(FormId::new(id), None),
            ["i", id, "fill", page] => Self::Fill(FormId::new(id), Some(PageId::new(page))),
            ["i", id, "check"] => Self::Check(FormId::new(id)),
            ["i", id, "papers"] => Self::Papers(FormId::new(id), PaperKind::Own),
            ["i", id, "blank"] => Self::Papers(FormId::new(id), PaperKind::Blank),
            ["i", id, "sample"] => Self::Papers(FormId::new(id), PaperKind::Sample),
            _ => Self::NotFound,
        }
    }

    /// The address, with `#`.
    #[must_use]
    pub fn href(&self) -> String {
        let form = |id: &FormId, rest: &str| ["#/i/", id.as_str(), rest].concat();
        match self {
            Self::Home | Self::NotFound => "#/".to_owned(),
            Self::Guide(id) => form(id, ""),
            Self::Fill(id, None) => form(id, "/fill"),
            Self::Fill(id, Some(page)) => ["#/i/", id.as_str(), "/fill/", page.as_str()].concat(),
            Self::Check(id) => form(id, "/check"),
            Self::Papers(id, PaperKind::Own) => form(id, "/papers"),
            Self::Papers(id, PaperKind::Blank) => form(id, "/blank"),
            Self::Papers(id, PaperKind::Sample) => form(id, "/sample"),
            Self::Carry(id) => ["#/carry/", id.as_str()].concat(),
            Self::Resume => "#/resume".to_owned(),
            Self::Benefit(id) => ["#/b/", id.as_str()].concat(),
            Self::Entitled => "#/entitled".to_owned(),
            Self::Drafts => "#/drafts".to_owned(),
            Self::Counter => "#/counter".to_owned(),
            Self::Own(whose) => ["#/", whose.as_str()].concat(),
            Self::Browse(By::All) => "#/all".to_owned(),
            Self::Browse(By::LifeEvent(key)) => ["#/life/", key].concat(),
            Self::Browse(By::Department(key)) => ["#/department/", key].concat(),
            Self::Browse(By::Venue(venue)) => ["#/place/", venue.as_str()].concat(),
            Self::Browse(By::List(list)) => ["#/list/", list.as_str()].concat(),
            Self::Privacy => "#/privacy".to_owned(),
            Self::Gallery => "#/gallery".to_owned(),
            Self::Author => "#/author".to_owned(),
        }
    }

    /// The form that is filled there, where one is.
    #[must_use]
    pub fn form(&self) -> Option<&FormId> {
        match self {
            Self::Fill(id, _)
            | Self::Check(id)
            | Self::Papers(id, _)
            | Self::Guide(id)
            | Self::Carry(id)
            | Self::Benefit(id) => Some(id),
            Self::Home
            | Self::Resume
            | Self::Entitled
            | Self::Drafts
            | Self::Counter
            | Self::Own(_)
            | Self::Browse(_)
            | Self::Privacy
            | Self::Gallery
            | Self::Author
            | Self::NotFound => None,
        }
    }

    /// The same page of another form.
    #[must_use]
    pub fn of(self, id: FormId) -> Self {
        match self {
            Self::Guide(_) => Self::Guide(id),
            // What its pages were called is not known.
            Self::Fill(..) => Self::Fill(id, None),
            Self::Check(_) => Self::Check(id),
            Self::Papers(_, kind) => Self::Papers(id, kind),
            Self::Carry(_) => Self::Carry(id),
            Self::Benefit(_) => Self::Benefit(id),
            same @ (Self::Home
            | Self::Resume
            | Self::Entitled
            | Self::Drafts
            | Self::Counter
            | Self::Own(_)
            | Self::Browse(_)
            | Self::Privacy
            | Self::Gallery
            | Self::Author
            | Self::NotFound) => same,
        }
    }

    /// Where the address leads.
    #[cfg(feature = "web")]
    pub(in crate::ui) fn here() -> Self {
        Self::parse(&gloo::utils::window().location().hash().unwrap_or_default())
    }

    /// Goes there, as a step that "back" undoes; at a kiosk as none, so that nobody comes upon the ways of others.
    #[cfg(feature = "web")]
    pub fn go(&self) {
        if crate::ui::hooks::keep::is_kiosk() {
            return self.replace();
        }
        // A hash never fails to be set.
        let _ = gloo::utils::window().location().set_hash(&self.href());
    }

    /// Goes there in place of where we are.
    #[cfg(feature = "web")]
    pub fn replace(&self) {
        let window = gloo::utils::window();
        let _ = window.location().replace(&self.href());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back() {
        for hash in [
            "#/",
            "#/i/SQ031",
            "#/i/SQ031/fill",
            "#/i/SQ031/fill/who",
            "#/i/SQ031/check",
            "#/i/SQ031/papers",
            "#/i/SQ031/blank",
            "#/i/SQ031/sample",
            "#/carry/SQ031",
            "#/resume",
            "#/b/MS01",
            "#/entitled",
            "#/drafts",
            "#/counter",
            "#/firm",
            "#/me",
            "#/all",
            "#/life/birth",
            "#/department/civil",
            "#/place/park",
            "#/list/frequent",
            "#/privacy",
            "#/gallery",
            "#/author",
        ] {
            assert_eq!(Route::parse(hash).href(), hash);
        }
    }

    #[test]
    fn an_old_address_leads_to_the_same_page_of_the_new_form() {
        for (old, new) in [
            ("#/i/OLD", "#/i/SQ031"),
            ("#/i/OLD/fill", "#/i/SQ031/fill"),
            ("#/i/OLD/fill/who", "#/i/SQ031/fill"),
            ("#/i/OLD/blank", "#/i/SQ031/blank"),
            ("#/b/OLD", "#/b/SQ031"),
            ("#/privacy", "#/privacy"),
        ] {
            assert_eq!(Route::parse(old).of(FormId::new("SQ031")).href(), new);
        }
    }

    #[test]
    fn what_is_not_an_address_is_not_found() {
        assert_eq!(Route::parse("#/i/SQ031/nonsense"), Route::NotFound);
        assert_eq!(Route::parse("#/place/nowhere"), Route::NotFound);
        assert_eq!(Route::parse(""), Route::Home);
    }
}
