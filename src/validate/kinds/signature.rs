//! Signatures by hand: `x,y x,y;x,y …`, a stroke after the other, whole units in the box of [`Strokes`]; or `paper`, which
//! leaves the place open for the pen.
//!
//! **Invariant:** each signature has one spelling, and it is read in one pass that ends at the first fault or limit.

use super::Reading;
use crate::{
    model::{Locale, Strokes, Value},
    validate::IssueKind,
};

/// Points of a stroke closer than this, in units, say nothing new.
const NEAR: i32 = 4;
/// How far a point may lie beside the line that takes its place, in units.
const STRAIGHT: i64 = 2;

/// Reads a signature.
#[must_use]
pub fn read(raw: &str) -> Reading {
    if raw == Strokes::ON_PAPER {
        return Reading::good(Value::Text(raw.to_owned()));
    }
    Reading::text(strokes(raw).map(|_| raw.to_owned()))
}

/// The strokes of a signature.
///
/// # Errors
/// What is wrong with its spelling, or too much in it.
pub fn strokes(raw: &str) -> Result<Strokes, IssueKind> {
    let mut strokes = Vec::new();
    let mut n_points = 0;
    for stroke in raw.split(';') {
        let mut points = Vec::new();
        for pair in stroke.split(' ') {
            let (x, y) = pair.split_once(',').ok_or(IssueKind::Format)?;
            points.push((unit(x, Strokes::WIDTH)?, unit(y, Strokes::HEIGHT)?));
            n_points += 1;
            if n_points > Strokes::MOST_POINTS {
                return Err(IssueKind::TooManyPoints { limit: Strokes::MOST_POINTS });
            }
        }
        strokes.push(points);
        if strokes.len() > Strokes::MOST_STROKES {
            return Err(IssueKind::TooManyStrokes { limit: Strokes::MOST_STROKES });
        }
    }
    Ok(Strokes(strokes))
}

/// A whole number from 0, without zeros before it.
fn unit(text: &str, most: u16) -> Result<u16, IssueKind> {
    let is_plain = (1..=4).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text.len() == 1 || !text.starts_with('0'));
    let number = text.parse().ok().filter(|number| is_plain && *number <= most);
    number.ok_or(IssueKind::Format)
}

/// The signature with one more stroke, thinned. `None` where no more fits. What was no signature begins anew.
#[must_use]
pub fn with_stroke(raw: &str, points: &[(u16, u16)]) -> Option<String> {
    let mut text = if strokes(raw).is_ok() { [raw, ";"].concat() } else { String::new() };
    for (idx, (x, y)) in thinned(points).iter().enumerate() {
        if idx > 0 {
            text.push(' ');
        }
        text.push_str(&x.to_string());
        text.push(',');
        text.push_str(&y.to_string());
    }
    strokes(&text).is_ok().then_some(text)
}

/// The signature without its last stroke.
#[must_use]
pub fn without_last(raw: &str) -> String {
    raw.rsplit_once(';').map_or_else(String::new, |(rest, _)| rest.to_owned())
}

/// The same line through fewer points: first without those that lie close together, then without those that lie on the line
/// between their neighbours (Douglas and Peucker).
fn thinned(points: &[(u16, u16)]) -> Vec<(u16, u16)> {
    let mut apart: Vec<(u16, u16)> = Vec::new();
    for point in points {
        let is_near = |last: &(u16, u16)| {
            let across = i32::from(point.0) - i32::from(last.0);
            let down = i32::from(point.1) - i32::from(last.1);
            across * across + down * down < NEAR * NEAR
        };
        if !apart.last().is_some_and(is_near) {
            apart.push(*point);
        }
    }
    let Some(last) = apart.len().checked_sub(1) else { return apart };
    let mut is_kept = vec![false; apart.len()];
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        for end in [from, to] {
            if let Some(kept) = is_kept.get_mut(end) {
                *kept = true;
            }
        }
        let (Some(a), Some(b)) = (apart.get(from), apart.get(to)) else { continue };
        let between = apart.iter().enumerate().take(to).skip(from + 1);
        let farthest = between.map(|(idx, point)| (beside(*a, *b, *point), idx)).max();
        let length = distance(*a, *b).max(1);
        if let Some((area, idx)) = farthest
            && area > STRAIGHT * STRAIGHT * length
        {
            open.extend([(from, idx), (idx, to)]);
        }
    }
    let kept = apart.into_iter().zip(is_kept).filter(|(_, is_kept)| *is_kept);
    kept.map(|(point, _)| point).collect()
}

/// The square of the distance between two points.
fn distance(a: (u16, u16), b: (u16, u16)) -> i64 {
    let across = i64::from(b.0) - i64::from(a.0);
    let down = i64::from(b.1) - i64::from(a.1);
    across * across + down * down
}

/// How far a point lies beside the line from `a` to `b`: the square of that, times the square of the line's length. From a
/// line without length it is the square of the distance.
fn beside(a: (u16, u16), b: (u16, u16), point: (u16, u16)) -> i64 {
    if a == b {
        return distance(a, point);
    }
    let delta = |from: u16, to: u16| i64::from(to) - i64::from(from);
    let area = delta(a.0, b.0) * delta(a.1, point.1) - delta(a.1, b.1) * delta(a.0, point.0);
    area * area
}

/// As people read it: that there is one, or that it comes on paper.
pub(super) fn shown(text: &str, locale: Locale) -> &'static str {
    match (locale, text == Strokes::ON_PAPER) {
        (Locale::Zh, true) => "（在纸上签字）",
        (Locale::Zh, false) => "（已手写签名）",
        (Locale::En, true) => "(to be signed on paper)",
        (Locale::En, false) => "(signed by hand)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_has_one_spelling() {
        for raw in ["0,0", "1000,400", "paper", "10,20 30,40;5,6", "1,1;1,1;1,1"] {
            assert_eq!(read(raw), Reading::good(Value::Text(raw.into())), "{raw}");
        }
        for raw in [
            "",
            " ",
            ";",
            ",",
            "1",
            "1,",
            ",1",
            "1,1;",
            ";1,1",
            "1,1 ",
            " 1,1",
            "1,1  2,2",
            "1,1;;2,2",
            "1, 1",
            "01,1",
            "1,00",
            "+1,1",
            "-1,1",
            "1.5,1",
            "1001,1",
            "1,401",
            "99999,1",
            "1,1,1",
            "１,1",
            "1，1",
            "1,1\n2,2",
            "Paper",
            "paper;1,1",
            "1,1;paper",
            "M1 1",
        ] {
            assert_eq!(read(raw), Reading::wrong(IssueKind::Format), "{raw}");
        }
        assert_eq!(strokes("1,2 3,4;5,6"), Ok(Strokes(vec![vec![(1, 2), (3, 4)], vec![(5, 6)]])));
    }

    #[test]
    fn it_has_limits() {
        let of = |n: usize, between: &str| strokes(&vec!["1000,400"; n].join(between));
        assert!(of(Strokes::MOST_POINTS, " ").is_ok());
        assert_eq!(of(Strokes::MOST_POINTS + 1, " "), Err(IssueKind::TooManyPoints { limit: 1000 }));
        assert!(of(Strokes::MOST_STROKES, ";").is_ok());
        assert_eq!(of(Strokes::MOST_STROKES + 1, ";"), Err(IssueKind::TooManyStrokes { limit: 100 }));
        let longest = vec!["1000,400"; Strokes::MOST_POINTS].join(" ");
        assert!(longest.len() <= Strokes::MOST_CHARS);
    }

    #[test]
    fn strokes_are_added_thinned_and_taken_back() {
        let line: Vec<(u16, u16)> = (0..=500).map(|x| (x, x / 2)).collect();
        let one = with_stroke("", &line).unwrap();
        assert_eq!(one, "0,0 500,250");
        let corner: Vec<(u16, u16)> =
            (0..=100).map(|x| (x, 10)).chain((10..=110).map(|y| (100, y))).collect();
        let two = with_stroke(&one, &corner).unwrap();
        assert_eq!(two, "0,0 500,250;0,10 100,10 100,110");
        assert_eq!(with_stroke("paper", &[(3, 4)]).as_deref(), Some("3,4"));
        assert_eq!(without_last(&two), one);
        assert_eq!(without_last(&one), "");
        let full = vec!["1,1"; Strokes::MOST_STROKES].join(";");
        assert_eq!(with_stroke(&full, &[(3, 4)]), None);
        assert_eq!(with_stroke("", &[]), None);
    }

    #[test]
    fn a_round_is_not_flattened() {
        // There and back: both ends of the stroke are one point.
        let round = [(100, 100), (200, 100), (200, 200), (100, 200), (100, 100)];
        assert_eq!(thinned(&round), round);
        assert_eq!(thinned(&[(7, 7), (8, 8), (7, 7)]), [(7, 7)]);
    }
}
