//! A day or a month in small boxes, year first: the text of each, and the one text that is kept, `1946-03-08`, `1946-03`, or
//! `1946-3-` while something is missing.
//!
//! **Invariant:** as many boxes come out as went in, whatever is typed or pasted.

use super::date::clean;

/// Puts a text into the boxes from `idx` on and says which was the last: a separator leads to the next, eight digits are a
/// whole day.
pub fn put(parts: &mut [String], idx: usize, text: &str) -> usize {
    let text = clean(text);
    let n_boxes = parts.len();
    let mut pieces: Vec<String> = if idx == 0 && is_run(&text, n_boxes) {
        split(&text, n_boxes)
    } else {
        text.splitn(n_boxes.saturating_sub(idx), is_between).map(str::to_owned).collect()
    };
    if let Some(piece) = pieces.last_mut() {
        piece.retain(|c| !is_between(c));
    }
    let last = idx + pieces.len().saturating_sub(1);
    for (part, piece) in parts.iter_mut().skip(idx).zip(pieces) {
        *part = piece;
    }
    last
}

fn is_between(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '年' | '月' | '日' | '号' | '份')
}

/// Whether a text is a whole day or month in digits alone.
fn is_run(text: &str, n_boxes: usize) -> bool {
    text.len() == n_boxes * 2 + 2 && text.bytes().all(|b| b.is_ascii_digit())
}

/// `1946-03-08` into its parts, as typed. Any other spelling is cut at what is no digit.
#[must_use]
pub fn split(raw: &str, n_boxes: usize) -> Vec<String> {
    if is_run(raw, n_boxes) {
        let part = |from: usize, n: usize| raw.chars().skip(from).take(n).collect::<String>();
        return [part(0, 4), part(4, 2), part(6, 2)].into_iter().take(n_boxes).collect();
    }
    let mut parts: Vec<String> =
        raw.splitn(n_boxes, is_between).map(|part| part.trim_end_matches(is_between).to_owned()).collect();
    parts.resize(n_boxes, String::new());
    parts
}

/// The parts as one text; empty where all are.
#[must_use]
pub fn join(parts: &[String]) -> String {
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, want: [&str; 3]) {
        assert_eq!(split(raw, 3), want);
    }

    #[test]
    fn a_day_falls_into_its_parts() {
        check("1946-03-08", ["1946", "03", "08"]);
        check("1946-3-", ["1946", "3", ""]);
        check("19460308", ["1946", "03", "08"]);
        check("1946年3月8日", ["1946", "3", "8"]);
        check("19460", ["19460", "", ""]);
        check("", ["", "", ""]);
        assert_eq!(split("1946-03", 2), ["1946", "03"]);
        assert_eq!(split("1946年3月", 2), ["1946", "3"]);
    }

    #[test]
    fn empty_boxes_are_an_empty_answer() {
        assert_eq!(join(&split("", 3)), "");
        assert_eq!(join(&split("1946--8", 3)), "1946--8");
    }

    #[test]
    fn a_whole_day_goes_to_its_boxes() {
        let check = |before: &str, idx: usize, text: &str, want: &str, last: usize| {
            let mut parts = split(before, 3);
            assert_eq!((put(&mut parts, idx, text), join(&parts).as_str()), (last, want), "{text}");
        };
        for text in ["2023-2-3", "2023.2.3", "2023年2月3日", "２０２３／２／３", " 2023 年 2 月 3 号 "]
        {
            check("1990-5-6", 0, text, "2023-2-3", 2);
        }
        check("", 0, "20230203", "2023-02-03", 2);
        check("", 0, "２０２３０２０３", "2023-02-03", 2);
        check("", 0, "2023", "2023--", 0);
        check("", 0, "2023-", "2023--", 1);
        check("2023--", 1, "2.", "2023-2-", 2);
        check("2023-2-", 2, "3日", "2023-2-3", 2);
        check("2023-2-3", 0, "", "-2-3", 0);
        check("", 0, "2023-2-3-4", "2023-2-34", 2);
        let mut months = split("", 2);
        assert_eq!((put(&mut months, 0, "202302"), join(&months).as_str()), (1, "2023-02"));
        assert_eq!((put(&mut months, 0, "2023年11月"), join(&months).as_str()), (1, "2023-11"));
    }
}
