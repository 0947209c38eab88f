//! How much a ZIP file says that it holds, before anything of it is unpacked.

use super::{IntakeError, MOST_UNPACKED};

/// Refuses what is no ZIP, and one that would unpack to more than memory should hold.
pub(super) fn look(bytes: &[u8]) -> Result<(), IntakeError> {
    let broken = |reason: &str| IntakeError::Broken { place: "zip".to_owned(), reason: reason.to_owned() };
    let end = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x05\x06")
        .ok_or_else(|| broken("no end of directory"))?;
    let n = number(bytes, end + 10, 2).ok_or_else(|| broken("cut short"))?;
    let mut at = number(bytes, end + 16, 4).and_then(|at| usize::try_from(at).ok());
    let mut total = 0_u64;
    for _ in 0..n {
        let entry = at.filter(|at| bytes.get(*at..at + 4) == Some(b"PK\x01\x02"));
        let entry = entry.ok_or_else(|| broken("damaged directory"))?;
        let field = |offset: usize, n: usize| number(bytes, entry + offset, n).unwrap_or_default();
        total = total.saturating_add(field(24, 4));
        let names = field(28, 2) + field(30, 2) + field(32, 2);
        at = usize::try_from(names).ok().map(|names| entry + 46 + names);
    }
    if total > MOST_UNPACKED {
        return Err(IntakeError::TooLarge { found: usize::try_from(total).unwrap_or(usize::MAX) });
    }
    Ok(())
}

fn number(bytes: &[u8], at: usize, n: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(n)?)?;
    Some(bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}
