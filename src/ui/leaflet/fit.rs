//! What of a guide fits on one sheet. Letters are counted, not measured: a Chinese character is one wide, a Latin letter about half.
//!
//! **Invariant:** whatever the guide is, what is left stands on one sheet, as far as counting can tell; what was left out is counted too.

/// Letters in a line of the sheet, and lines below its head: of 11 pt and of 8.5 pt.
const NORMAL: (f32, f32) = (44.0, 34.0);
const SMALL: (f32, f32) = (58.0, 46.0);
/// What a line of a list or of the facts loses to its mark or name, in letters.
const MARK: f32 = 3.0;
const NAME: f32 = 8.0;
/// What a row needs beside its lines.
const GAP: f32 = 0.3;

/// How much is said of each material.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Detail {
    /// All there is.
    Full,
    /// What to bring, and in which form.
    Short,
}

/// What stands below the head of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::ui) struct Content {
    /// Materials, each as one text; and its place in the guide.
    pub(in crate::ui) materials: Vec<(usize, String)>,
    /// Who may apply.
    pub(in crate::ui) conditions: Vec<String>,
    /// What happens.
    pub(in crate::ui) steps: Vec<String>,
    /// Places, limits and the like: name and text.
    pub(in crate::ui) facts: Vec<(&'static str, String)>,
    /// In small letters.
    pub(in crate::ui) is_small: bool,
    /// How many were left out: materials, conditions, steps.
    pub(in crate::ui) left: [usize; 3],
}

/// The most that fits, in letters as large as may be.
pub(in crate::ui) fn fit(make: &dyn Fn(Detail) -> Content) -> Content {
    let full = make(Detail::Full);
    if lines(&full, NORMAL.0) <= NORMAL.1 {
        return full;
    }
    let mut content = Content { is_small: true, ..full };
    if lines(&content, SMALL.0) > SMALL.1 {
        content = Content { is_small: true, ..make(Detail::Short) };
    }
    for most in [120, 60, 30] {
        if lines(&content, SMALL.0) > SMALL.1 {
            for text in content.conditions.iter_mut().chain(&mut content.steps) {
                shorten(text, most);
            }
            for (_, text) in &mut content.facts {
                shorten(text, most * 2);
            }
        }
    }
    while lines(&content, SMALL.0) > SMALL.1 && leave_one(&mut content) {}
    content
}

/// Leaves out the last of the longer list, then of the materials; whether there was one.
fn leave_one(content: &mut Content) -> bool {
    let [materials, conditions, steps] = &mut content.left;
    let (n_conditions, n_steps) = (content.conditions.len(), content.steps.len());
    if n_conditions.max(n_steps) > 3 {
        let (list, left) = if n_conditions > n_steps {
            (&mut content.conditions, conditions)
        } else {
            (&mut content.steps, steps)
        };
        list.pop();
        *left += 1;
    } else if content.materials.len() > 1 {
        content.materials.pop();
        *materials += 1;
    } else {
        return false;
    }
    true
}

fn shorten(text: &mut String, most: usize) {
    if let Some((at, _)) = text.char_indices().nth(most) {
        text.truncate(at);
        text.push('…');
    }
}

/// Lines that it takes where so many letters stand in one.
fn lines(content: &Content, letters: f32) -> f32 {
    let half = letters / 2.0 - 1.0;
    let list = |texts: &[String]| texts.iter().map(|text| of(text, half - MARK) + GAP).sum::<f32>();
    let materials: f32 = content.materials.iter().map(|(_, text)| of(text, letters - MARK) + GAP).sum();
    let facts: f32 = content.facts.iter().map(|(_, text)| of(text, letters - NAME) + GAP).sum();
    materials + list(&content.conditions).max(list(&content.steps)) + facts
}

fn of(text: &str, letters: f32) -> f32 {
    let lines = text.split('\n').map(|line| (width(line) / letters).ceil().max(1.0));
    lines.sum()
}

/// How wide a text is, in Chinese characters.
fn width(text: &str) -> f32 {
    text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(n: usize, text: &str) -> Content {
        Content {
            materials: (0..n).map(|idx| (idx, text.to_owned())).collect(),
            conditions: vec![text.to_owned(); n],
            steps: vec![text.to_owned(); n],
            facts: vec![("地点", text.to_owned()); 4],
            ..Content::default()
        }
    }

    #[test]
    fn a_short_guide_stands_in_large_letters() {
        let made = fit(&|_| content(4, "居民身份证"));
        assert_eq!((made.is_small, made.left), (false, [0; 3]));
    }

    #[test]
    fn a_guide_of_any_length_fits() {
        for n in [1, 5, 8, 12, 30, 400] {
            for text in ["短", &"不长不短的一句话。".repeat(4), &"很长的话".repeat(300)] {
                let made = fit(&|_| content(n, text));
                let (letters, most) = if made.is_small { SMALL } else { NORMAL };
                let is_one = made.materials.len() == 1 && made.steps.len() <= 3;
                assert!(lines(&made, letters) <= most || is_one, "{n} of {} letters", text.chars().count());
                assert_eq!(made.materials.len() + made.left[0], n);
                assert_eq!(made.steps.len() + made.left[2], n);
            }
        }
    }
}
