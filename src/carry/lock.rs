//! The lock: age v1 with a passphrase (scrypt).

use std::{
    io::{ErrorKind, Read as _, Write as _},
    iter,
};

use age::{DecryptError, Decryptor, Encryptor, armor::ArmoredReader, scrypt, secrecy::SecretString};

use super::{CarryFault, spelled};
use crate::record::{self, Carried};

/// Bytes of a file that is opened at all.
pub const MOST_BYTES: usize = 128 * 1024 * 1024;
/// Bytes that may come out of it.
const MOST_INSIDE: u64 = 100 * 1024 * 1024;
/// The work of one try at the passphrase, as a power of two: 32 MiB and a sixth of a second in a browser.
const WORK: u8 = 15;
/// Work that takes no time, to see how long a lock is.
const LITTLE_WORK: u8 = 10;
/// The most work that is done for a file from elsewhere: 256 MiB and some seconds. The public tool takes 18.
const MOST_WORK: u8 = 18;
/// A whole file of ours is a multiple of this long, so that one cut short is known from one that was altered; and its length tells less. A prime,
/// for transfers break off at powers of two.
const BLOCK: usize = 251;

/// Closes a draft with a passphrase.
pub fn seal(carried: &Carried, passphrase: &str) -> Result<Vec<u8>, CarryFault> {
    sealed(carried, passphrase, WORK)
}

fn sealed(carried: &Carried, passphrase: &str, work: u8) -> Result<Vec<u8>, CarryFault> {
    let mut inside = record::write_carried(carried);
    // A lock is as long whatever work it is, as long as that has two digits.
    let lock = locked(&[], passphrase, LITTLE_WORK)?.len();
    // Blanks behind a JSON are no part of it.
    while !(lock + chunked(inside.len())).is_multiple_of(BLOCK) {
        inside.push(b' ');
    }
    locked(&inside, passphrase, work)
}

/// Bytes of a chunk of the format, and of the seal of each.
const CHUNK: usize = 64 * 1024;
const SEAL: usize = 16;

/// How much longer a file gets by so many bytes: each chunk but the first brings a seal.
fn chunked(n_bytes: usize) -> usize {
    n_bytes + n_bytes.saturating_sub(1) / CHUNK * SEAL
}

fn locked(inside: &[u8], passphrase: &str, work: u8) -> Result<Vec<u8>, CarryFault> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(spelled(passphrase)));
    recipient.set_work_factor(work);
    let encryptor =
        Encryptor::with_recipients(iter::once(&recipient as _)).map_err(|_| CarryFault::Unmade)?;
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).map_err(|_| CarryFault::Unmade)?;
    writer.write_all(inside).and_then(|()| writer.finish()).map_err(|_| CarryFault::Unmade)?;
    Ok(file)
}

/// Opens a file with a passphrase: a draft and its files. The file may come in letters (armored), and from any tool that writes the format.
pub fn open(file: &[u8], passphrase: &str) -> Result<Carried, CarryFault> {
    if file.len() > MOST_BYTES {
        return Err(CarryFault::Large);
    }
    if file.is_empty() {
        return Err(CarryFault::Cut);
    }
    let decryptor =
        Decryptor::new_buffered(ArmoredReader::new(file)).map_err(|error| outside(&error, file))?;
    if !decryptor.is_scrypt() {
        return Err(CarryFault::Key);
    }
    let mut identity = scrypt::Identity::new(SecretString::from(spelled(passphrase)));
    identity.set_max_work_factor(MOST_WORK);
    let reader = decryptor.decrypt(iter::once(&identity as _)).map_err(|error| outside(&error, file))?;
    let mut inside = Vec::new();
    // The passphrase is right from here on: whatever goes wrong is the file's.
    let n_read = reader.take(MOST_INSIDE + 1).read_to_end(&mut inside).map_err(|error| {
        let is_cut = error.kind() == ErrorKind::UnexpectedEof || !file.len().is_multiple_of(BLOCK);
        if is_cut { CarryFault::Cut } else { CarryFault::Altered }
    })?;
    if n_read as u64 > MOST_INSIDE {
        return Err(CarryFault::Large);
    }
    Ok(record::read_carried(&inside)?)
}

/// What is wrong with the lock of a file.
fn outside(error: &DecryptError, file: &[u8]) -> CarryFault {
    match error {
        DecryptError::ExcessiveWork { .. } => CarryFault::Work,
        DecryptError::InvalidMac => CarryFault::Altered,
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => CarryFault::Passphrase,
        DecryptError::NoMatchingKeys => CarryFault::Key,
        // The first line says a later version; else it is a line of this one that was altered.
        DecryptError::UnknownFormat if !is_begun(file) => CarryFault::Newer,
        DecryptError::UnknownFormat => CarryFault::Altered,
        DecryptError::Io(error) if error.kind() == ErrorKind::UnexpectedEof && is_begun(file) => {
            CarryFault::Cut
        }
        DecryptError::InvalidHeader | DecryptError::Io(_) if is_begun(file) => CarryFault::Altered,
        DecryptError::InvalidHeader | DecryptError::Io(_) => CarryFault::Other,
        // A fault that a later version of the library tells of.
        _ => CarryFault::Other,
    }
}

/// Whether a file begins as one of the format does, so that the rest of it is at fault.
fn is_begun(file: &[u8]) -> bool {
    ["age-encryption.org/v1\n", "-----BEGIN AGE ENCRYPTED FILE-----"]
        .iter()
        .any(|begin| file.starts_with(begin.as_bytes()) || begin.as_bytes().starts_with(file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Draft, Entry, FormId, Path},
        record::CarriedFile,
    };

    const PASSPHRASE: &str = "4825-0931-5262-1187-0072";

    fn carried(n_bytes: usize) -> Carried {
        let mut draft = Draft::new(FormId::new("SQ031"), 1);
        draft.answers.entries.insert(Path::new("applicant.name"), Entry::Text("王秀英".to_owned()));
        let bytes = vec![7; n_bytes];
        let sha256 = crate::produce::digest(&bytes);
        Carried { draft, at: String::new(), files: vec![CarriedFile { sha256, bytes }] }
    }

    #[test]
    fn what_is_closed_is_opened_again() {
        for n_bytes in [0, 1000, 48_000, 49_100, 150_000] {
            let file = seal(&carried(n_bytes), PASSPHRASE).unwrap();
            assert_eq!(file.len() % BLOCK, 0, "{n_bytes}");
            assert_eq!(open(&file, &PASSPHRASE.replace('-', " ")), Ok(carried(n_bytes)));
            // Nothing that was entered stands in it in clear.
            assert!(!file.windows(9).any(|part| part == "王秀英".as_bytes()));
        }
    }

    #[test]
    fn another_passphrase_is_told_as_such() {
        let file = sealed(&carried(10), PASSPHRASE, LITTLE_WORK).unwrap();
        for wrong in ["", "x", "4825-0931-5262-1187-0073"] {
            assert_eq!(open(&file, wrong), Err(CarryFault::Passphrase));
        }
    }

    #[test]
    fn a_file_cut_short_is_told_wherever_it_ends() {
        let file = sealed(&carried(100_000), PASSPHRASE, LITTLE_WORK).unwrap();
        assert_eq!(open(&[], PASSPHRASE), Err(CarryFault::Cut));
        for end in [
            1,
            10,
            21,
            22,
            60,
            100,
            140,
            180,
            200,
            2_000,
            65_536,
            70_000,
            file.len() - 300,
            file.len() - 16,
            file.len() - 1,
        ] {
            assert_eq!(open(&file[..end], PASSPHRASE), Err(CarryFault::Cut), "{end} of {}", file.len());
        }
    }

    #[test]
    fn one_altered_bit_is_told_wherever_it_is() {
        let file = sealed(&carried(100_000), PASSPHRASE, LITTLE_WORK).unwrap();
        let head = file.iter().position(|byte| *byte == b'-').unwrap();
        let places = (0..head + 60).chain([1_000, 50_000, 70_000, file.len() - 20, file.len() - 1]);
        for at in places {
            let mut altered = file.clone();
            altered[at] ^= 1;
            let found = open(&altered, PASSPHRASE).unwrap_err();
            match at {
                // No file of the format any more, or of a later one.
                0..22 => assert!(
                    matches!(found, CarryFault::Other | CarryFault::Newer | CarryFault::Altered),
                    "{at}: {found:?}"
                ),
                // In the lock it looks as if the passphrase were wrong; where the shape suffers, it is seen.
                22..200 => assert!(
                    matches!(
                        found,
                        CarryFault::Passphrase
                            | CarryFault::Altered
                            | CarryFault::Key
                            | CarryFault::Other
                            | CarryFault::Work
                    ),
                    "{at}: {found:?}"
                ),
                _ => assert_eq!(found, CarryFault::Altered, "{at}"),
            }
        }
    }

    #[test]
    fn what_is_no_carried_draft_is_told() {
        for other in [&b"%PDF-1.7"[..], b"{}", &[0; 300], "随便".as_bytes()] {
            assert_eq!(open(other, PASSPHRASE), Err(CarryFault::Other));
        }
        let note = locked(b"a note", PASSPHRASE, 10).unwrap();
        assert_eq!(open(&note, PASSPHRASE), Err(CarryFault::Other));
        let newer = locked(br#"{"format": "yuntian-carried/2"}"#, PASSPHRASE, 10).unwrap();
        assert_eq!(open(&newer, PASSPHRASE), Err(CarryFault::Newer));
        let key = age::x25519::Identity::generate().to_public();
        assert_eq!(open(&age::encrypt(&key, b"x").unwrap(), PASSPHRASE), Err(CarryFault::Key));
    }

    #[test]
    fn more_work_than_is_done_is_refused_at_once() {
        let file = sealed(&carried(10), PASSPHRASE, LITTLE_WORK).unwrap();
        let line = file.windows(4).position(|part| part == b" 10\n").unwrap();
        let mut heavy = file.clone();
        heavy[line + 1..line + 3].copy_from_slice(b"30");
        assert_eq!(open(&heavy, PASSPHRASE), Err(CarryFault::Work));
    }

    #[test]
    fn letters_are_read_as_well() {
        let inside = record::write_carried(&carried(10));
        let mut recipient = scrypt::Recipient::new(SecretString::from(PASSPHRASE.to_owned()));
        recipient.set_work_factor(10);
        let letters = age::encrypt_and_armor(&recipient, &inside).unwrap();
        assert_eq!(open(letters.as_bytes(), PASSPHRASE), Ok(carried(10)));
        assert_eq!(open(&letters.as_bytes()[..letters.len() / 2], PASSPHRASE).unwrap_err(), CarryFault::Cut);
    }
}
