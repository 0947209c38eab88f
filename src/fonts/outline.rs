//! The outline of a simple glyph as the path data of an SVG.

use std::fmt::Write;

use super::sfnt::{i16_at, u16_at};

/// A point and whether the curve passes through it.
#[derive(Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
    is_on: bool,
}

/// Path data in font units, y downwards. None where the bytes are damaged.
pub(super) fn path(glyph: &[u8]) -> Option<String> {
    if glyph.is_empty() {
        return Some(String::new());
    }
    let n_contours = usize::try_from(i16_at(glyph, 0)?).ok()?;
    let ends: Vec<usize> =
        (0..n_contours).map(|i| u16_at(glyph, 10 + 2 * i).map(usize::from)).collect::<Option<_>>()?;
    let n_points = ends.last().map_or(0, |last| last + 1);
    let instructions = 10 + 2 * n_contours;
    let start = instructions + 2 + usize::from(u16_at(glyph, instructions)?);
    let points = points(glyph.get(start..)?, n_points)?;

    let mut out = String::new();
    let mut first = 0;
    for end in ends {
        contour(points.get(first..=end)?, &mut out);
        first = end + 1;
    }
    Some(out)
}

/// Flags, then the steps in x, then those in y.
fn points(bytes: &[u8], n_points: usize) -> Option<Vec<Point>> {
    let mut bytes = bytes.iter().copied();
    let mut flags = Vec::with_capacity(n_points);
    while flags.len() < n_points {
        let flag = bytes.next()?;
        let repeat = if flag & 8 == 0 { 0 } else { bytes.next()? };
        flags.extend((0..=repeat).map(|_| flag));
    }
    flags.truncate(n_points);
    let mut axis = |short: u8, same: u8| {
        let mut at = 0_i32;
        flags
            .iter()
            .map(|flag| {
                if flag & short != 0 {
                    let step = i32::from(bytes.next()?);
                    at = at.saturating_add(if flag & same != 0 { step } else { -step });
                } else if flag & same == 0 {
                    at = at.saturating_add(i32::from(i16::from_be_bytes([bytes.next()?, bytes.next()?])));
                }
                Some(at)
            })
            .collect::<Option<Vec<i32>>>()
    };
    let (xs, ys) = (axis(2, 16)?, axis(4, 32)?);
    let places = xs.into_iter().zip(ys);
    Some(
        flags
            .iter()
            .zip(places)
            .map(|(flag, (x, y))| Point { x, y: y.saturating_neg(), is_on: flag & 1 != 0 })
            .collect(),
    )
}

/// Quadratic curves; between two points off the curve lies one on it, half way.
fn contour(points: &[Point], out: &mut String) {
    let middle =
        |a: Point, b: Point| Point { x: i32::midpoint(a.x, b.x), y: i32::midpoint(a.y, b.y), is_on: true };
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
    let start = match (first.is_on, last.is_on) {
        (true, _) => first,
        (false, true) => last,
        (false, false) => middle(first, last),
    };
    _ = write!(out, "M{} {}", start.x, start.y);
    let mut off: Option<Point> = None;
    for &point in points.iter().skip(usize::from(first.is_on)) {
        match (off, point.is_on) {
            (None, true) => _ = write!(out, "L{} {}", point.x, point.y),
            (Some(control), true) => _ = write!(out, "Q{} {} {} {}", control.x, control.y, point.x, point.y),
            (None, false) => {}
            (Some(control), false) => {
                let between = middle(control, point);
                _ = write!(out, "Q{} {} {} {}", control.x, control.y, between.x, between.y);
            }
        }
        off = (!point.is_on).then_some(point);
    }
    if let Some(control) = off {
        _ = write!(out, "Q{} {} {} {}", control.x, control.y, start.x, start.y);
    }
    out.push('Z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_pass_half_way_between_points_off_them() {
        // One contour of four points off the curve, at the corners of a square of 20 units.
        let flags = [0; 4];
        let xs = [[0, 0], [0, 20], [0, 0], [0xFF, 0xEC]].concat();
        let ys = [[0, 0], [0, 0], [0, 20], [0, 0]].concat();
        let glyph = [&[0, 1][..], &[0; 8], &[0, 3, 0, 0], &flags, &xs, &ys].concat();
        assert_eq!(path(&glyph).as_deref(), Some("M0 -10Q0 0 10 0Q20 0 20 -10Q20 -20 10 -20Q0 -20 0 -10Z"));
        assert_eq!(path(&glyph[..glyph.len() - 1]), None);
    }

    #[test]
    fn straight_lines() {
        let flags = [0x37; 3];
        let glyph = [&[0, 1][..], &[0; 8], &[0, 2, 0, 0], &flags, &[1, 9, 0], &[0, 0, 7]].concat();
        assert_eq!(path(&glyph).as_deref(), Some("M1 0L10 0L10 -7Z"));
    }
}
