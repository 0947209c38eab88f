//! Reads the QR codes of a grey picture (PGM, as poppler writes it) for the browser's tests: a line each, in the order of their places.

use std::{env, fs, io::Write as _, process::ExitCode};

fn main() -> ExitCode {
    let bytes = env::args().nth(1).and_then(|file| fs::read(file).ok()).unwrap_or_default();
    let Some((width, height, dots)) = grey(&bytes) else { return ExitCode::FAILURE };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        dots.get(y * width + x).copied().unwrap_or(255)
    });
    let mut found: Vec<(i32, i32, String)> = Vec::new();
    for grid in image.detect_grids() {
        let [corner, ..] = grid.bounds;
        found.extend(grid.decode().ok().map(|(_, text)| (corner.y / 50, corner.x, text)));
    }
    found.sort();
    let mut out = std::io::stdout().lock();
    let is_written = found.iter().all(|(_, _, text)| writeln!(out, "{text}").is_ok());
    if is_written { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Width, height and dots of a binary PGM.
fn grey(bytes: &[u8]) -> Option<(usize, usize, &[u8])> {
    let mut rest = bytes.strip_prefix(b"P5")?;
    let mut numbers = [0; 3];
    for number in &mut numbers {
        let start = rest.iter().position(u8::is_ascii_digit)?;
        let digits = rest.get(start..)?;
        let n = digits.iter().position(|byte| !byte.is_ascii_digit())?;
        *number = std::str::from_utf8(digits.get(..n)?).ok()?.parse().ok()?;
        rest = digits.get(n..)?;
    }
    let [width, height, _] = numbers;
    Some((width, height, rest.get(1..)?))
}
