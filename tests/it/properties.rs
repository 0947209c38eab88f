//! What holds for any rule and any query.

use std::collections::BTreeMap;

use proptest::prelude::*;
use yuntian::{
    model::{Date, Datum, Decimal, EvalError, Localized, SortedSet, Value},
    rules::{self, Scope},
    search,
};

/// Paths by what they are: `t0` true, `f0` false, `a0` absent, `u0` unknown, `e0` an error, `n3` a number, `l0` a list.
struct Letters;

impl Scope for Letters {
    fn get(&self, path: &str) -> Datum {
        match path.chars().next() {
            Some('t') => Datum::Value(Value::Bool(true)),
            Some('f') => Datum::Value(Value::Bool(false)),
            Some('a') => Datum::Absent,
            Some('u') => Datum::unknown(path),
            Some('n') => Datum::Value(Value::Number(Decimal::from(path.len()))),
            Some('l') => Datum::Value(Value::List(vec![self.get("n"), Datum::Absent, self.get("t")])),
            Some(_) | None => Datum::Error(EvalError::Name),
        }
    }

    fn param(&self, name: &str) -> Datum {
        self.get(name)
    }

    fn today(&self) -> Date {
        Date::new(2026, 11, 23).unwrap()
    }
}

fn outcome(source: &str) -> Datum {
    rules::eval(&rules::parse(source).unwrap_or_else(|error| panic!("{source}: {error}")), &Letters)
}

/// Words and signs of the language in any order: most are no rule, many come near one.
fn soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "u.x",
        "n1",
        "t",
        "f",
        "l",
        "l[0]",
        "today",
        "param.n",
        "has(",
        "size(",
        "sum(",
        "age(",
        "date(",
        ".all(x,",
        ".map(x,",
        ".filter(",
        ".exists_one(y, ",
        ".startsWith(",
        ".matches(",
        "'2024-02-29'",
        "'('",
        "r\"\\d\"",
        "1",
        "0",
        "0.1",
        "1e9",
        "-",
        "!",
        "+",
        "*",
        "/",
        "%",
        "==",
        "<",
        ">=",
        "&&",
        "||",
        "in",
        "?",
        ":",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "//",
        "\n",
        "'",
        "\"",
        "\\",
        "null",
        "for",
        "高",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

/// Conditions that are of the language: paths and constants under `&&`, `||`, `!` and `?:`.
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "t", "f", "a1", "a2", "u1", "u2", "e1", "n1 > 1", "n1 < u1", "has(a1)", "has(u1)",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(5, 32, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} && {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
        ]
    })
}

/// Whether two outcomes are the same but for which of several errors it is.
fn same(left: &Datum, right: &Datum) -> bool {
    left == right || matches!((left, right), (Datum::Error(_), Datum::Error(_)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(source in "\\PC{0,80}") {
        if let Err(error) = rules::parse(&source) {
            prop_assert!(error.offset <= source.chars().count());
        }
    }

    #[test]
    fn any_rule_comes_to_something(source in soup()) {
        if let Ok(expr) = rules::parse(&source) {
            let first = rules::eval(&expr, &Letters);
            prop_assert!(first == rules::eval(&expr, &Letters));
        }
    }

    #[test]
    fn and_and_or_do_not_depend_on_order(a in condition(), b in condition(), c in condition()) {
        for op in ["&&", "||"] {
            let left = outcome(&format!("{a} {op} {b} {op} {c}"));
            prop_assert!(same(&left, &outcome(&format!("{c} {op} {a} {op} {b}"))), "{a} {op} {b} {op} {c}");
            let right = outcome(&format!("{a} {op} ({b} {op} {c})"));
            prop_assert!(same(&left, &right));
        }
    }

    #[test]
    fn de_morgan_holds(a in condition(), b in condition()) {
        let left = outcome(&format!("!({a} && {b})"));
        prop_assert!(same(&left, &outcome(&format!("!({a}) || !({b})"))), "{a}, {b}");
    }

    #[test]
    fn what_an_unknown_waits_for_is_read(source in condition()) {
        let expr = rules::parse(&source).unwrap();
        if let Datum::Unknown(waits) = rules::eval(&expr, &Letters) {
            prop_assert!(!waits.is_empty());
            let read = rules::paths(&expr);
            prop_assert!(waits.iter().all(|path| read.contains(path)), "{source}");
        }
    }

    #[test]
    fn aggregates_are_chains(values in prop::collection::vec(prop::sample::select(vec!["t", "f", "a1", "u1", "u2"]), 0..6)) {
        let list = values.join(", ");
        for (aggregate, op, start) in [("all", "&&", "true"), ("exists", "||", "false")] {
            let chain = values.iter().fold(start.to_owned(), |chain, value| format!("{chain} {op} {value}"));
            prop_assert_eq!(outcome(&format!("[{list}].{aggregate}(x, x)")), outcome(&chain));
        }
    }

    #[test]
    fn numbers_are_exact(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000, scale in 0_u32..9) {
        let (a, b) = (Decimal::new(a, scale), Decimal::new(b, scale));
        prop_assert_eq!(outcome(&format!("({a}) + ({b}) - ({b}) == ({a})")), Datum::Value(Value::Bool(true)));
        prop_assert_eq!(outcome(&format!("({a}) * ({b}) == ({b}) * ({a})")), Datum::Value(Value::Bool(true)));
    }

    #[test]
    fn a_sorted_order_keeps_every_wait(
        waits in prop::collection::vec(prop::collection::btree_set(0_usize..12, 0..4), 0..12),
    ) {
        let nodes: Vec<(String, SortedSet<String>)> = waits
            .iter()
            .enumerate()
            .map(|(idx, reads)| (format!("p{idx}"), reads.iter().map(|read| format!("p{read}")).collect()))
            .collect();
        match rules::order(&nodes) {
            Ok(order) => {
                let place: BTreeMap<usize, usize> = order.iter().enumerate().map(|(at, idx)| (*idx, at)).collect();
                prop_assert_eq!(place.len(), nodes.len());
                for (idx, reads) in waits.iter().enumerate() {
                    for read in reads.iter().filter(|read| **read < nodes.len()) {
                        prop_assert!(place[read] < place[&idx]);
                    }
                }
            }
            Err(circle) => {
                prop_assert!(circle.len() > 1 && circle.first() == circle.last());
                for pair in circle.windows(2) {
                    let (_, reads) = nodes.iter().find(|(path, _)| *path == pair[0]).unwrap();
                    prop_assert!(reads.contains(&pair[1]), "{circle:?}");
                }
            }
        }
    }

    #[test]
    fn any_query_finds_or_finds_nothing(query in "\\PC{0,60}|[a-zü '高龄津贴0-9]{0,30}", limit in 0_usize..5) {
        let entry = search::Entry {
            id: "SQ031".to_owned(),
            kind: search::EntryKind::Item,
            title: Localized { zh: "高龄津贴（80周岁）申领".to_owned(), en: Some("Old-age allowance".to_owned()) },
            department: Localized { zh: "民政".to_owned(), en: None },
            department_key: "civil".to_owned(),
            synonyms: vec!["老年津贴".to_owned()],
            tags: vec!["养老".to_owned()],
            materials: Vec::new(),
            life_events: Vec::new(),
            lists: Vec::new(),
            venues: Vec::new(),
            minutes: 6,
            has_form: true,
        };
        let head = search::index(&[entry], &[], &[], &mut |_| String::new());
        let index = search::Index::open(&head).unwrap();
        let hits = search::find(&index, &query, limit);
        prop_assert!(hits.len() <= limit);
        for hit in hits {
            let n_chars = hit.entry.title.zh.chars().count();
            prop_assert!(hit.matched.iter().all(|range| range.start < range.end && range.end <= n_chars));
            prop_assert!(hit.matched.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }
}
