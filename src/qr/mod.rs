//! The squares of a QR code (GB/T 18284, ISO/IEC 18004).
//!
//! **Invariant:** the same text gives the same squares. Error correction M (15 % may be lost): a code hangs on a wall for years.

use fast_qr::{ECL, QRBuilder};

/// White squares that stand around a code; readers need them.
pub const QUIET: usize = 4;

/// A code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Squares a side, without the quiet zone.
    pub side: usize,
    /// The dark ones in runs: row, first column, how many.
    pub runs: Vec<(usize, usize, usize)>,
}

/// The code of a text; `None` where it is too long for one.
#[must_use]
pub fn code(text: &str) -> Option<Code> {
    let made = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = made.size;
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for row in 0..side {
        let mut is_open = false;
        for (column, square) in made.data.iter().skip(row * side).take(side).enumerate() {
            match (square.value(), is_open, runs.last_mut()) {
                (true, true, Some(run)) => run.2 += 1,
                (true, _, _) => runs.push((row, column, 1)),
                (false, _, _) => {}
            }
            is_open = square.value();
        }
    }
    Some(Code { side, runs })
}

impl Code {
    /// The dark squares as one path of SVG, a square a unit, the quiet zone around.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (row, column, n) in &self.runs {
            for part in [
                "M",
                &(column + QUIET).to_string(),
                " ",
                &(row + QUIET).to_string(),
                "h",
                &n.to_string(),
                "v1h-",
            ] {
                path.push_str(part);
            }
            path.push_str(&n.to_string());
            path.push('z');
        }
        path
    }

    /// Squares a side, the quiet zone included.
    #[must_use]
    pub fn whole(&self) -> usize {
        self.side + 2 * QUIET
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader makes of a code, drawn with some dots a square.
    fn read(code: &Code, dots: usize) -> Option<String> {
        let whole = code.whole() * dots;
        let is_dark = |x: usize, y: usize| {
            let (row, column) = ((y / dots).checked_sub(QUIET), (x / dots).checked_sub(QUIET));
            let (Some(row), Some(column)) = (row, column) else { return false };
            code.runs.iter().any(|(at, first, n)| *at == row && (*first..first + n).contains(&column))
        };
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(
                whole,
                whole,
                |x, y| if is_dark(x, y) { 0 } else { 255 },
            );
        image.detect_grids().first()?.decode().ok().map(|(_, text)| text)
    }

    #[test]
    fn a_code_reads_back() {
        for text in [
            "https://example.org/#/i/SQ031",
            "http://127.0.0.1:8123/#/i/G00001",
            "https://政务.example/办事/#/i/MS01",
            &format!("https://example.org/{}/#/i/G100000", "long/".repeat(30)),
        ] {
            assert_eq!(read(&code(text).unwrap(), 4).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_path_draws_the_runs() {
        let code = Code { side: 2, runs: vec![(0, 0, 2), (1, 1, 1)] };
        assert_eq!((code.path().as_str(), code.whole()), ("M4 4h2v1h-2zM5 5h1v1h-1z", 10));
    }

    #[test]
    fn what_is_too_long_has_none() {
        assert_eq!(code(&"x".repeat(3000)), None);
    }
}
