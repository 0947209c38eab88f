//! How a syllable may be typed: itself, as it is heard in Wuhan, or by its initial.

/// Ways to type a syllable, each with what it costs against the exact one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sound {
    /// Whole spellings, and whether each is only near.
    pub(super) spellings: Vec<(Vec<char>, bool)>,
    /// Initials, and whether each is only near.
    pub(super) initials: Vec<(Vec<char>, bool)>,
}

/// Initials and finals that speakers mix: z/zh c/ch s/sh n/l, an/ang en/eng in/ing.
const NEAR_INITIALS: [(&str, &str); 8] =
    [("zh", "z"), ("ch", "c"), ("sh", "s"), ("z", "zh"), ("c", "ch"), ("s", "sh"), ("n", "l"), ("l", "n")];
const NEAR_FINALS: [(&str, &str); 6] =
    [("ang", "an"), ("eng", "en"), ("ing", "in"), ("an", "ang"), ("en", "eng"), ("in", "ing")];

impl Sound {
    /// The ways to type a syllable of small letters, ü as v.
    pub(super) fn new(syllable: &str) -> Self {
        let near_initial = NEAR_INITIALS.iter().find_map(|(from, to)| {
            syllable.strip_prefix(from).map(|rest| (*from, *to, format!("{to}{rest}")))
        });
        let mut spellings: Vec<(String, bool)> = vec![(syllable.to_owned(), false)];
        if let Some((_, _, other)) = &near_initial {
            spellings.push((other.clone(), true));
        }
        for idx in 0..spellings.len() {
            let near = spellings.get(idx).and_then(|(spelling, _)| {
                NEAR_FINALS
                    .iter()
                    .find_map(|(from, to)| spelling.strip_suffix(from).map(|rest| format!("{rest}{to}")))
            });
            spellings.extend(near.map(|near| (near, true)));
        }
        for idx in 0..spellings.len() {
            if let Some((spelling, is_near)) = spellings.get(idx).cloned() {
                spellings.extend(other_u(&spelling).into_iter().map(|other| (other, is_near)));
            }
        }

        let two_letters = ["zh", "ch", "sh"].into_iter().find(|two| syllable.starts_with(two));
        let mut initials: Vec<(String, bool)> = syllable.chars().take(1).map(|c| (c.into(), false)).collect();
        initials.extend(two_letters.map(|two| (two.to_owned(), false)));
        // Of `zh` the plain `z` stands there already.
        if let Some(("n" | "l" | "z" | "c" | "s", to, _)) = near_initial {
            initials.push((to.to_owned(), true));
        }
        let chars = |list: Vec<(String, bool)>| {
            list.into_iter().map(|(text, is_near)| (text.chars().collect(), is_near)).collect()
        };
        Self { spellings: chars(spellings), initials: chars(initials) }
    }
}

/// Other spellings of ü: `lv`, `lu`, `lyu`; `ju` and `jv`.
fn other_u(spelling: &str) -> Vec<String> {
    if let Some(rest) = spelling.strip_prefix("lv").or_else(|| spelling.strip_prefix("nv")) {
        let initial = spelling.chars().take(1).collect::<String>();
        return vec![format!("{initial}u{rest}"), format!("{initial}yu{rest}")];
    }
    let with_v = |initial: &str| {
        spelling.strip_prefix(initial).map(|rest| format!("{}v{rest}", initial.replace('u', "")))
    };
    ["ju", "qu", "xu", "yu"].into_iter().filter_map(with_v).collect()
}

/// Whether one letter too many, missing, wrong, or two that stand for one another, make what was typed of what was meant.
pub(super) fn is_slip(typed: &[char], meant: &[char]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(typed, meant)| typed == meant).count();
    let (typed, meant) = (typed.get(same..).unwrap_or_default(), meant.get(same..).unwrap_or_default());
    match (typed, meant) {
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c && typed == meant => true,
        ([_, typed @ ..], [_, meant @ ..]) if typed == meant => true,
        ([_, rest @ ..], _) if rest == meant => true,
        (_, [_, rest @ ..]) if rest == typed => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(syllable: &str, spellings: &str, initials: &str) {
        let sound = Sound::new(syllable);
        let shown = |list: &[(Vec<char>, bool)]| {
            let words: Vec<String> = list
                .iter()
                .map(|(text, is_near)| text.iter().collect::<String>() + if *is_near { "~" } else { "" })
                .collect();
            words.join(" ")
        };
        assert_eq!(
            (shown(&sound.spellings).as_str(), shown(&sound.initials).as_str()),
            (spellings, initials)
        );
    }

    #[test]
    fn slips() {
        let check = |typed: &str, meant: &str, is: bool| {
            let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
            assert_eq!(is_slip(&typed, &meant), is, "{typed:?} {meant:?}");
        };
        for typed in ["lng", "lingg", "liing", "libg", "ilng", "lign", "xling", "lin", "ing"] {
            check(typed, "ling", true);
        }
        for typed in ["ling", "li", "nilg", "lxxg", "lingxx", ""] {
            check(typed, "ling", false);
        }
    }

    #[test]
    fn syllables() {
        check("gao", "gao", "g");
        check("ling", "ling ning~ lin~ nin~", "l n~");
        check("zheng", "zheng zeng~ zhen~ zen~", "z zh");
        check("san", "san shan~ sang~ shang~", "s sh~");
        check("lv", "lv nv~ lu lyu nu~ nyu~", "l n~");
        check("nve", "nve lve~ nue nyue lue~ lyue~", "n l~");
        check("ju", "ju jv", "j");
        check("an", "an ang~", "a");
    }
}
