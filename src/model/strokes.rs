//! A signature by hand, as the strokes of the pen.

use std::fmt;

/// Strokes in the order in which they were drawn, each the points that the pen went through, at least one. A point lies in a
/// box of [`Strokes::WIDTH`] by [`Strokes::HEIGHT`] units, from its top left corner. When each was drawn, and how hard the
/// pen was pressed, is not kept.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Strokes(pub Vec<Vec<(u16, u16)>>);

impl Strokes {
    /// Units across.
    pub const WIDTH: u16 = 1000;
    /// Units down.
    pub const HEIGHT: u16 = 400;
    /// Strokes that a signature may have.
    pub const MOST_STROKES: usize = 100;
    /// Points that all of its strokes may have together; so it has 9,000 characters at most.
    pub const MOST_POINTS: usize = 1000;
    /// The answer that says: on paper, with the pen.
    pub const ON_PAPER: &'static str = "paper";
    /// Its spelling, as a pattern. Limits are looked at by its kind.
    pub const PATTERN: &'static str = "^(paper|[0-9]{1,4},[0-9]{1,3}([ ;][0-9]{1,4},[0-9]{1,3})*)$";
    /// Characters that the spelling may have.
    pub const MOST_CHARS: usize = 9 * Self::MOST_POINTS;
}

/// No answer ever reaches a log: this prints how many strokes there are.
impl fmt::Debug for Strokes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Strokes({})", self.0.len())
    }
}
