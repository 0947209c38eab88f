//! Free text: any character may stand in it; control and bidirectional characters are dropped when it is read.

/// Characters that an answer may have where its field says nothing else.
pub const LIMIT: usize = crate::model::Shape::TEXT_LIMIT;
