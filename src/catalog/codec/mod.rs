//! The spelling of packs: a form as lowered, in bytes, so that the page carries neither the reader of form files nor
//! the parser of rules (see `docs/adr/0008-packs-are-lowered-forms.md`).
//!
//! A pack is `YTP8`, the first 8 bytes of the SHA-256 of the rest, and the rest; a file of several forms begins with `YTA8`, one of
//! guides without forms with `YTG1`.
//!
//! **Invariant:** what is written is read back equal; any other bytes are refused, without a panic.

mod basic;
mod form;

use sha2::{Digest, Sha256};

use crate::model::{Form, LoneGuide};

/// The format and its version.
const MAGIC: &[u8] = b"YTP8";
/// The same for a file of several forms.
const MAGIC_ALL: &[u8] = b"YTA8";
/// The same of guides.
const GUIDES: &[u8] = b"YTG1";
/// How much of the SHA-256 is kept.
const N_CHECK: usize = 8;
/// Nested expressions a pack may hold; a rule that was read has far fewer.
const MAX_DEPTH: usize = 1000;

/// Something that has a spelling in bytes.
trait Code: Sized {
    /// Appends its spelling.
    fn put(&self, out: &mut Vec<u8>);

    /// Reads it back; `None` where the bytes are no such thing.
    fn get(from: &mut Reader<'_>) -> Option<Self>;
}

/// Bytes being read.
struct Reader<'a> {
    rest: &'a [u8],
    depth: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn bytes(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(taken)
    }
}

/// A form as a pack.
pub(super) fn write(form: &Form) -> Vec<u8> {
    sealed(MAGIC, form)
}

/// The form of a pack; `None` for bytes that are not a whole pack of this version.
pub(super) fn read(pack: &[u8]) -> Option<Form> {
    unsealed(MAGIC, pack)
}

/// Several forms in one file.
pub(super) fn write_all(forms: &Vec<Form>) -> Vec<u8> {
    sealed(MAGIC_ALL, forms)
}

/// The forms of such a file; `None` for any other bytes.
pub(super) fn read_all(bytes: &[u8]) -> Option<Vec<Form>> {
    unsealed(MAGIC_ALL, bytes)
}

/// Guides as a file.
pub(super) fn write_guides(guides: &Vec<LoneGuide>) -> Vec<u8> {
    sealed(GUIDES, guides)
}

/// The guides of a file; `None` for bytes that are not a whole file of this version.
pub(super) fn read_guides(file: &[u8]) -> Option<Vec<LoneGuide>> {
    unsealed(GUIDES, file)
}

fn sealed(magic: &[u8], value: &impl Code) -> Vec<u8> {
    let mut body = Vec::new();
    value.put(&mut body);
    let mut file = magic.to_vec();
    file.extend(Sha256::digest(&body).iter().take(N_CHECK));
    file.append(&mut body);
    file
}

fn unsealed<T: Code>(magic: &[u8], file: &[u8]) -> Option<T> {
    let mut reader = Reader { rest: body(magic, file)?, depth: 0 };
    let value = T::get(&mut reader)?;
    reader.rest.is_empty().then_some(value)
}

/// What stands behind magic and checksum, where both are right.
fn body<'a>(magic: &[u8], file: &'a [u8]) -> Option<&'a [u8]> {
    let (check, body) = file.strip_prefix(magic)?.split_at_checked(N_CHECK)?;
    Sha256::digest(body).starts_with(check).then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Sources, lint};

    fn form(id: &str) -> Form {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("forms");
        let names = [
            "elements.json",
            "catalog.json",
            "params.json",
            "codes/ethnic.json",
            "codes/sex.json",
            "codes/marital.json",
            "codes/relation.json",
            id,
        ];
        let read = |name: &str| (name.to_owned(), std::fs::read(root.join(name)).unwrap());
        let sources = Sources(names.iter().map(|name| read(name)).collect());
        lint::form(&sources, id).0.unwrap().0
    }

    #[test]
    fn a_form_comes_back_equal() {
        for id in ["items/SQ031/form.json", "benefits/MS01/form.json"] {
            let form = form(id);
            assert_eq!(read(&write(&form)), Some(form));
        }
    }

    #[test]
    fn several_forms_come_back_equal() {
        let forms = vec![form("benefits/MS01/form.json"), form("items/SQ031/form.json")];
        assert_eq!(read_all(&write_all(&forms)), Some(forms.clone()));
        assert_eq!(read_all(&write(&forms[0])), None);
    }

    #[test]
    fn a_pack_cut_short_or_altered_is_refused() {
        let pack = write(&form("items/SQ031/form.json"));
        for n in (0..pack.len()).step_by(97) {
            assert_eq!(read(&pack[..n]), None);
            let mut altered = pack.clone();
            altered[n] ^= 1;
            assert_eq!(read(&altered), None);
        }
    }

    /// Past the checksum too, no bytes make a panic.
    #[test]
    fn an_altered_body_makes_no_panic() {
        let pack = write(&form("benefits/MS01/form.json"));
        let body = &pack[MAGIC.len() + N_CHECK..];
        for n in 0..body.len() {
            for bit in [1, 0x40, 0x80] {
                let mut altered = body.to_vec();
                altered[n] ^= bit;
                let _ = Form::get(&mut Reader { rest: &altered, depth: 0 });
            }
        }
    }
}
