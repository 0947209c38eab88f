//! Figures: a signature by hand, its strokes as large as its place allows, but never larger than they were written; and
//! pictures.

use super::MM;
use super::cell::Area;
use super::flow::Flow;
use super::sheet::{Mark, Node, Stroke, Tag};
use crate::model::{Align, Strokes};
use crate::packet::{Drawing, Picture};

/// Room for a signature.
pub(super) const HEIGHT: f32 = 12.0 * MM;
/// How wide the whole box that a signature was written in would be on paper.
const BOX: f32 = 70.0 * MM;
/// A dot is a line this long; ends of lines are round.
const DOT: f32 = 0.1;

/// The smallest box around some strokes, in their units: left, upper, right and lower edge.
fn bounds(strokes: &Strokes) -> Option<[u16; 4]> {
    let points = || strokes.0.iter().flatten();
    let (left, right) = (points().map(|(x, _)| *x).min()?, points().map(|(x, _)| *x).max()?);
    let (top, bottom) = (points().map(|(_, y)| *y).min()?, points().map(|(_, y)| *y).max()?);
    Some([left, top, right, bottom])
}

/// Where it stands within an area: in the middle of its height, at the left or in the middle.
pub(super) fn place(drawing: &Drawing, area: Area, align: Align) -> Area {
    let [left, top, right, bottom] = bounds(&drawing.strokes).unwrap_or_default();
    let (units_across, units_down) = (f32::from(right - left).max(1.0), f32::from(bottom - top).max(1.0));
    // Room for the width of the pen at each edge.
    let room = |length: f32| (length - Stroke::PEN.width).max(1.0);
    let written = BOX / f32::from(Strokes::WIDTH);
    let scale = written.min(room(area.width) / units_across).min(room(area.height) / units_down);
    let (width, height) = (units_across * scale, units_down * scale);
    let x = match align {
        Align::Start => area.x + Stroke::PEN.width / 2.0,
        Align::Center => area.x + (area.width - width) / 2.0,
    };
    Area { x, y: area.y + (area.height - height) / 2.0, width, height }
}

/// The strokes at their place.
pub(super) fn marks(drawing: &Drawing, place: Area) -> Vec<Mark> {
    let [left, top, right, bottom] = bounds(&drawing.strokes).unwrap_or_default();
    let scale_x = place.width / f32::from(right - left).max(1.0);
    let scale_y = place.height / f32::from(bottom - top).max(1.0);
    let at = |(x, y): &(u16, u16)| {
        (place.x + f32::from(x - left) * scale_x, place.y + f32::from(y - top) * scale_y)
    };
    let mark = |stroke: &Vec<(u16, u16)>| {
        let mut points: Vec<(f32, f32)> = stroke.iter().map(at).collect();
        if let [(x, y)] = *points.as_slice() {
            points.push((x + DOT, y));
        }
        Mark::Line { points, stroke: Stroke::PEN }
    };
    drawing.strokes.0.iter().map(mark).collect()
}

/// The strokes as a figure with its alternative text.
pub(super) fn figure(flow: &mut Flow<'_>, drawing: &Drawing, place: Area) -> Node {
    let sheet = flow.n_sheets().saturating_sub(1);
    let content = flow.content(None, marks(drawing, place));
    let pen = Stroke::PEN.width;
    let area = [place.x - pen / 2.0, place.y - pen / 2.0, place.width + pen, place.height + pen];
    Node::Group(Tag::Figure { alt: drawing.alt.clone(), sheet, area }, vec![content])
}

/// A picture as a figure; where it stands in its place, whoever draws it knows its size.
pub(super) fn picture(flow: &mut Flow<'_>, picture: &Picture, place: Area) -> Node {
    let sheet = flow.n_sheets().saturating_sub(1);
    let Area { x, y, width, height } = place;
    let mark = Mark::Picture { x, y, width, height, picture: picture.clone() };
    let content = flow.content(None, vec![mark]);
    let area = [x, y, width, height];
    Node::Group(Tag::Figure { alt: picture.alt.clone(), sheet, area }, vec![content])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(strokes: &[&[(u16, u16)]]) -> Drawing {
        Drawing {
            strokes: Strokes(strokes.iter().map(|stroke| stroke.to_vec()).collect()),
            alt: String::new(),
        }
    }

    #[test]
    fn it_fills_its_place_and_stays_within() {
        let area = Area { x: 100.0, y: 50.0, width: 80.0, height: 30.0 };
        let all = drawing(&[&[(0, 0), (1000, 400)], &[(500, 200)]]);
        let place = place(&all, area, Align::Center);
        assert!(place.width > 70.0 && place.width < 80.0 && place.height < 30.0, "{place:?}");
        for mark in marks(&all, place) {
            let Mark::Line { points, .. } = mark else { panic!() };
            assert!(points.len() > 1);
            for (x, y) in points {
                assert!((100.0..=180.0).contains(&x) && (50.0..=80.0).contains(&y));
            }
        }
    }

    #[test]
    fn a_dot_stays_a_dot() {
        let area = Area { x: 0.0, y: 0.0, width: 80.0, height: 30.0 };
        let dot = drawing(&[&[(7, 7)]]);
        assert!(place(&dot, area, Align::Start).width < 1.0);
        assert_eq!(marks(&drawing(&[]), area), []);
    }
}
