//! Shapes of numbers, a sign a character: `#` a digit, `!` a digit or X, `$` a letter, `@` a letter but I and O, `%` a letter
//! or digit, `&` one but I and O, `~` one of credit codes, `?` the short name of a province, `+` the letter of a plate with
//! new energy, `*` the last character of a special plate. Any other stands for itself; `|` parts the shapes.

/// The short names of the provinces on plates and certificates.
pub(super) const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";

/// Whether a text has one of the shapes.
pub(super) fn fits(shapes: &str, text: &str) -> bool {
    shapes.split('|').any(|shape| {
        let mut signs = shape.chars();
        text.chars().all(|c| signs.next().is_some_and(|sign| stands(sign, c))) && signs.next().is_none()
    })
}

fn stands(sign: char, c: char) -> bool {
    let is_letter = c.is_ascii_uppercase();
    let is_other = is_letter || c.is_ascii_digit();
    match sign {
        '#' => c.is_ascii_digit(),
        '!' => c.is_ascii_digit() || c == 'X',
        '$' => is_letter,
        '@' => is_letter && !matches!(c, 'I' | 'O'),
        '%' => is_other,
        '&' => is_other && !matches!(c, 'I' | 'O'),
        '~' => is_other && !matches!(c, 'I' | 'O' | 'S' | 'V' | 'Z'),
        '?' => PROVINCES.contains(c),
        '+' => matches!(c, 'A'..='H' | 'J' | 'K'),
        '*' => matches!(c, '学' | '警' | '挂' | '港' | '澳'),
        other => other == c,
    }
}
