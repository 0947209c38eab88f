//! What expressions come to: the cases that the public CEL cases do not have, absent and unknown above all.

use super::*;
use crate::model::{Date, Datum, EvalError, ParamRow, Params, SortedMap, Value};

/// `t f n` are true, false and 5; `a b` absent; `u v` unknown; `e` is an error by `1 / 0`.
struct Letters;

impl Scope for Letters {
    fn get(&self, path: &str) -> Datum {
        let text = |text: &str| Datum::Value(Value::Text(text.to_owned()));
        let list = |items: Vec<Datum>| Datum::Value(Value::List(items));
        let number = |n: i32| Datum::Value(Value::Number(n.into()));
        let row = |name: &str, income: Datum| {
            Datum::Value(Value::Map(SortedMap::from([
                ("name".to_owned(), text(name)),
                ("income".to_owned(), income),
            ])))
        };
        match path {
            "t" => Datum::Value(Value::Bool(true)),
            "f" => Datum::Value(Value::Bool(false)),
            "n" => number(5),
            "a" | "b" | "group.a" => Datum::Absent,
            "u" | "v" | "group.u" => Datum::unknown(path),
            "applicant.name" => text("欧阳娜娜"),
            "applicant.birthDate" => text("1944-02-29"),
            "day" => Datum::Value(Value::Date(self.today())),
            "family" => list(vec![row("甲", number(1000)), row("乙", Datum::Absent), row("丙", number(500))]),
            "household" => list(vec![row("甲", number(1)), row("乙", Datum::unknown("household[1].income"))]),
            _ => Datum::Error(EvalError::Name),
        }
    }

    fn param(&self, name: &str) -> Datum {
        match name {
            "limit" => Datum::Value(Value::Number(80.into())),
            "open" => Datum::Absent,
            _ => Datum::Error(EvalError::Name),
        }
    }

    fn today(&self) -> Date {
        Date::new(2026, 11, 23).unwrap()
    }
}

/// A datum in short: `true`, `3.5`, `"text"`, `absent`, `?u,v`, `!Type`.
fn short(datum: &Datum) -> String {
    match datum {
        Datum::Value(Value::Bool(value)) => value.to_string(),
        Datum::Value(Value::Number(number)) => number.to_string(),
        Datum::Value(Value::Text(text)) => format!("{text:?}"),
        Datum::Value(Value::Date(date)) => date.to_string(),
        Datum::Value(Value::List(items)) => {
            format!("[{}]", items.iter().map(short).collect::<Vec<_>>().join(", "))
        }
        Datum::Value(Value::Map(map)) => format!("{{{}}}", map.len()),
        Datum::Absent => "absent".to_owned(),
        Datum::Unknown(paths) => format!("?{}", paths.iter().cloned().collect::<Vec<_>>().join(",")),
        Datum::Error(error) => format!("!{error:?}"),
    }
}

fn check(source: &str, expect: &str) {
    let found = match parse(source) {
        Ok(expr) => short(&eval(&expr, &Letters)),
        Err(error) => format!("{} @{}", error.expected, error.offset),
    };
    let start: String = source.chars().take(120).collect();
    assert_eq!(found, expect, "{start}");
}

#[test]
fn truth_table_of_and_or() {
    const E: &str = "1 / 0 > 0";
    let table = [
        // left, right, &&, ||
        ("t", "t", "true", "true"),
        ("t", "f", "false", "true"),
        ("t", "a", "absent", "true"),
        ("t", "u", "?u", "true"),
        ("t", E, "!DivisionByZero", "true"),
        ("t", "n", "!Type", "true"),
        ("f", "f", "false", "false"),
        ("f", "a", "false", "absent"),
        ("f", "u", "false", "?u"),
        ("f", E, "false", "!DivisionByZero"),
        ("f", "n", "false", "!Type"),
        ("a", "b", "absent", "absent"),
        ("a", "u", "?u", "?u"),
        ("a", E, "!DivisionByZero", "!DivisionByZero"),
        ("a", "n", "!Type", "!Type"),
        ("u", "v", "?u,v", "?u,v"),
        ("u", E, "?u", "?u"),
        ("u", "n", "?u", "?u"),
        (E, "n", "!DivisionByZero", "!DivisionByZero"),
        ("n", "n", "!Type", "!Type"),
    ];
    for (left, right, and, or) in table {
        check(&format!("{left} && {right}"), and);
        check(&format!("{left} || {right}"), or);
        if left != E {
            check(&format!("{right} && {left}"), and);
            check(&format!("{right} || {left}"), or);
        }
    }
}

#[test]
fn truth_table_of_not_and_choice() {
    for (source, expect) in [
        ("!t", "false"),
        ("!f", "true"),
        ("!a", "absent"),
        ("!u", "?u"),
        ("!(1 / 0 > 0)", "!DivisionByZero"),
        ("!n", "!Type"),
        ("t ? 1 : u", "1"),
        ("f ? u : 2", "2"),
        ("t ? u : 2", "?u"),
        ("t ? a : 2", "absent"),
        ("a ? 1 : 2", "absent"),
        ("u ? 1 : 2", "?u"),
        ("u ? v : v", "?u"),
        ("1 / 0 > 0 ? 1 : 2", "!DivisionByZero"),
        ("n ? 1 : 2", "!Type"),
    ] {
        check(source, expect);
    }
}

#[test]
fn unknown_wins_over_errors_and_they_over_absent() {
    for op in ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="] {
        check(&format!("a {op} 1"), "absent");
        check(&format!("u {op} 1"), "?u");
        check(&format!("a {op} u"), "?u");
        check(&format!("v {op} u"), "?u,v");
        check(&format!("u {op} (1 / 0)"), "?u");
        check(&format!("a {op} (1 / 0)"), "!DivisionByZero");
    }
    check("-a", "absent");
    check("-u", "?u");
    check("a in [1]", "absent");
    check("u in [1]", "?u");
    check("1 in a", "absent");
    check("size(a)", "absent");
    check("a.startsWith('x')", "absent");
    check("group.a.startsWith(group.u)", "?group.u");
    check("age(a, today)", "absent");
    check("sum(a)", "absent");
    check("a.all(x, true)", "absent");
    check("u.map(x, 1)", "?u");
    check("nobody", "!Name");
    check("param.nothing", "!Name");
    check("param", "!Name");
}

#[test]
fn has() {
    check("has(applicant.name)", "true");
    check("has(n)", "true");
    check("has(a)", "false");
    check("has(group.a)", "false");
    check("has(u)", "?u");
    check("has(nobody)", "!Name");
    check("has(family[0].income)", "true");
    check("has(family[1].income)", "false");
    check("has(family[0].nothing)", "false");
    check("has(param.open)", "false");
    check("has(param.limit)", "true");
    check("has(n) && n > 3 || u", "true");
}

#[test]
fn aggregates_are_three_valued() {
    check("family.all(f, f.income > 100)", "absent");
    check("family.all(f, f.income > 600)", "false");
    check("family.exists(f, f.income > 600)", "true");
    check("family.exists(f, f.income > 6000)", "absent");
    check("family.exists_one(f, f.income > 600)", "absent");
    check("family.exists_one(f, f.income > 100)", "false");
    check("family.filter(f, f.income > 600).map(f, f.name)", "[\"甲\"]");
    check("size(family.filter(f, has(f.income)))", "2");
    check("household.all(h, h.income > 1)", "false");
    check("household.all(h, h.income > 0)", "?household[1].income");
    check("household.exists(h, h.income > 0)", "true");
    check("household.exists(h, h.income > 1)", "?household[1].income");
    check("household.exists_one(h, h.income > 0)", "?household[1].income");
    check("household.filter(h, h.income > 0)", "?household[1].income");
    check("household.map(h, h.income)", "?household[1].income");
    check("size(household.map(h, h.income))", "2");
    check("[].all(x, 1 / 0 > 0)", "true");
    check("[].exists(x, true)", "false");
    check("[1, 2].all(x, n)", "!Type");
    check("[1, 2].exists(x, x == 2 || 1 / 0 > 0)", "true");
    check("[1, 2].map(x, 1 / 0)", "!DivisionByZero");
    check("[1, 2, 3].map(x, x > 1, x * 10)", "[20, 30]");
    check("[[1, 2], [3]].map(x, sum(x.map(y, y * y)))", "[5, 9]");
    check("[1].map(t, t)", "[1]");
}

#[test]
fn sums_pass_over_what_is_absent() {
    check("sum([])", "0");
    check("sum([1, a, 2.5])", "3.5");
    check("sum([a, b])", "0");
    check("sum([1, u, a, v])", "?u,v");
    check("sum([1, 'x'])", "!Type");
    check("sum([u, 'x'])", "?u");
    check("sum(family.map(f, f.income))", "1500");
    check("sum(household.map(f, f.income))", "?household[1].income");
    check("sum([0.1, 0.2])", "0.3");
}

#[test]
fn numbers_are_exact() {
    check("0.1 + 0.2 == 0.3", "true");
    check("1 / 3", "0.3333333333");
    check("2 / 3", "0.6666666667");
    check("-2 / 3", "-0.6666666667");
    check("7 / 2", "3.5");
    check("6 / 2", "3");
    check("7 % 3", "1");
    check("-7 % 3", "-1");
    check("1.50", "1.5");
    check("1e3", "1000");
    check("12.5e-1", "1.25");
    check("0x1F", "31");
    check("1 == 1.0", "true");
    check("--5", "5");
    check("2 - -3", "5");
    check("2 + 3 * 4 - 1", "13");
    check("(2 + 3) * 4", "20");
    check("1 / 0", "!DivisionByZero");
    check("1 % 0", "!DivisionByZero");
    check("'x' / 0", "!Type");
    check("79228162514264337593543950335 + 1", "!Range");
    check("9223372036854775807 + 1", "9223372036854775808");
    check("1 < 'x'", "!Type");
    check("1 == 'x'", "false");
}

#[test]
fn dates() {
    check("date('2025-01-31')", "2025-01-31");
    check("date('2025-02-30')", "date @0");
    check("date('2025-02-' + '30')", "!Date");
    check("date(5)", "!Type");
    check("date(day)", "2026-11-23");
    check("today", "2026-11-23");
    check("age(applicant.birthDate, today)", "82");
    check("age('1944-02-29', '2026-02-28')", "81");
    check("age('1944-02-29', '2026-03-01')", "82");
    check("years('2020-01-01', '2026-01-01')", "6");
    check("months('2025-01-31', '2025-02-28')", "0");
    check("days('2024-12-31', '2025-03-01')", "60");
    check("days('2025-03-01', '2024-12-31')", "-60");
    check("addMonths('2025-01-31', 1)", "2025-02-28");
    check("addMonths('2025-01-31', 1.5)", "!Range");
    check("addMonths('2025-01-31', 1000000000)", "!Range");
    check("today > '2026-11-22'", "true");
    check("'2026-11-22' >= today", "false");
    check("today == '2026-11-23'", "true");
    check("today != '2026-11-23'", "false");
    check("today == 'soon'", "false");
    check("today < 'soon'", "!Date");
    check("today in ['2026-11-23']", "true");
    check("date('2027-01-01') > today", "true");
    check("today.year", "!Type");
}

#[test]
fn texts() {
    check("size('𬭎名')", "2");
    check("applicant.name.startsWith('欧阳')", "true");
    check("applicant.name.endsWith('欧阳')", "false");
    check("applicant.name.contains('阳娜')", "true");
    check("applicant.name.matches('^欧.{3}$')", "true");
    check("matches('420105', r'^\\d{6}$')", "true");
    check("'x'.matches('(?=x)')", "pattern @4");
    check("matches('x', r'\\p{L}')", "pattern @0");
    check("'x'.matches('(' + '?=x)')", "!Pattern");
    check("'a' + 'b'", "\"ab\"");
    check("'a' < 'b'", "true");
    check(r#""A\u4e2d\x41\101\U0001F600\n""#, "\"A中AA😀\\n\"");
    check(r#"'''it's "so"'''"#, "\"it's \\\"so\\\"\"");
    check(r"r'\d' + R'\n'", r#""\\d\\n""#);
    check("upperRmb(1680.32)", "\"人民币壹仟陆佰捌拾元零叁角贰分\"");
    check("upperRmb(0.005)", "\"人民币壹分\"");
    check("upperRmb(-1)", "\"人民币负壹元整\"");
}

#[test]
fn lists_and_parameters() {
    check("2 in [1, 2]", "true");
    check("3 in [1, 2]", "false");
    check("3 in [1, a]", "false");
    check("3 in [1, u]", "?u");
    check("1 in [1, u]", "true");
    check("[1, 2][1]", "2");
    check("[1, 2][2]", "!Index");
    check("[1, 2][-1]", "!Index");
    check("[1, 2][0.5]", "!Index");
    check("[1] + [2]", "[1, 2]");
    check("[1, u] == [2, 1]", "false");
    check("[1, u] == [1, 1]", "?u");
    check("[1, u]", "?u");
    check("[1, a]", "[1, absent]");
    check("size([1, a])", "2");
    check("[1, 1 / 0]", "!DivisionByZero");
    check("family[2].name", "\"丙\"");
    check("'name' in family[0]", "true");
    check("family[0]['name']", "\"甲\"");
    check("age(applicant.birthDate, today) >= param.limit", "true");
    check("age(applicant.birthDate, today) >= param.open", "absent");
}

#[test]
fn what_can_not_be_read_says_where() {
    check("", "expression @0");
    check("1 +", "expression @3");
    check("a b", "end @2");
    check("(a", "closing_parenthesis @2");
    check("[a", "closing_bracket @2");
    check("a ? b", "colon @5");
    check("a = b", "double_equals @2");
    check("a & b", "character @2");
    check("年龄 > 3", "character @0");
    check("'a", "closing_quote @0");
    check("x + 'a\nb'", "closing_quote @4");
    check(r"'\q'", "escape @1");
    check(r"'\ud800'", "escape @1");
    check("12u", "number @0");
    check("1.2.3", "end @3");
    check("1e99", "number @0");
    check("99999999999999999999999999999999", "number @0");
    check("b'x'", "expression @0");
    check("foo(1)", "function @0");
    check("a.foo(1)", "function @2");
    check("startsWith('a', 'b')", "function @0");
    check("age(a)", "arguments @0");
    check("a.size(1)", "arguments @2");
    check("has(1)", "path @4");
    check("has(a, b)", "arguments @4");
    check("a.all(x.y, true)", "variable @6");
    check("a.all(today, true)", "variable @6");
    check("a.all(x)", "arguments @6");
    check("a.map(x, y, z, w)", "arguments @6");
    check("a.filter(x, y, z)", "arguments @9");
    check("a == null", "has_instead_of_null @5");
    check("for", "expression @0");
    check("a.in", "name @2");
    check("{'a': 1}", "character @0");
    check("!-n", "expression @1");
    check("a.", "name @2");
    check("1 // a comment\n + 2", "3");
}

#[test]
fn limits() {
    check(&format!("{}1{}", "(".repeat(64), ")".repeat(64)), "1");
    check(&format!("{}1{}", "(".repeat(65), ")".repeat(65)), "at_most_64_levels @65");
    check(&"(".repeat(10_000), "at_most_64_levels @65");
    check(&"[".repeat(10_000), "at_most_64_levels @65");
    check(&format!("{}t", "!".repeat(64)), "true");
    check(&format!("{}t", "!".repeat(9_000)), "at_most_64_levels @65");
    check(&"-".repeat(10_000), "at_most_64_levels @65");
    check(&format!("{}1", "t ? 1 : ".repeat(64)), "1");
    check(&format!("{}1", "t ? 1 : ".repeat(65)), "at_most_64_levels @516");
    check(&format!("{}1", "1+".repeat(200)), "201");
    check(&format!("{}1", "1+".repeat(4_999)), "at_most_64_levels @513");
    check(&format!("{}t", "t&&".repeat(3_333)), "true");
    check(&format!("{}t", "f||".repeat(3_333)), "true");
    check(&format!("a{}", ".b".repeat(4_999)), "at_most_64_levels @513");
    check(&" ".repeat(10_000), "expression @10000");
    check(&" ".repeat(10_001), "at_most_10000_characters @10000");
    check(&format!("size([{}])", "1,".repeat(4_990)), "4990");
}

#[test]
fn nothing_runs_without_end() {
    let digits = "[0,1,2,3,4,5,6,7,8,9]";
    let nested = (0..12).fold("true".to_owned(), |body, n| format!("{digits}.all(x{n}, {body})"));
    check(&nested, "!Limit");
    check(&format!("['ab']{}", ".map(x, x + x)".repeat(60)), "!Limit");
    check(&format!("[1]{}", ".map(x, [x, x])".repeat(60)), "!Limit");
    check(&format!("[1]{}", ".map(x, [[[[x]]]])".repeat(60)), "!Limit");
    check(&format!("{digits}.all(x, {digits}.all(y, {digits}.all(z, x + y + z < 30)))"), "true");
}

#[test]
fn missing_keys_of_data_are_unknown_and_nulls_absent() {
    let row = SortedMap::from([("age".to_owned(), Datum::Value(Value::Number(3.into())))]);
    let root = SortedMap::from([
        ("person".to_owned(), Datum::Value(Value::Map(row.clone()))),
        ("household".to_owned(), Datum::Value(Value::List(vec![Datum::Value(Value::Map(row))]))),
        ("firm".to_owned(), Datum::Absent),
        ("key".to_owned(), Datum::Value(Value::Text("sex".to_owned()))),
    ]);
    let held = ParamRow {
        valid_from: Date::new(2026, 1, 1).unwrap(),
        valid_to: None,
        value: Some(Value::Number(80.into())),
        source: None,
    };
    let later = ParamRow { valid_from: Date::new(2027, 1, 1).unwrap(), ..held.clone() };
    let params = Params(SortedMap::from([("age".to_owned(), vec![held]), ("later".to_owned(), vec![later])]));
    let data = Data { root: &root, params: &params, today: Date::new(2026, 11, 23).unwrap() };
    let check = |source: &str, expect: &str| {
        assert_eq!(short(&eval(&parse(source).unwrap(), &data)), expect, "{source}");
    };
    check("person.age", "3");
    check("person.name", "?person.name");
    check("nobody.name", "?nobody.name");
    check("firm.name", "absent");
    check("has(firm.name)", "false");
    check("has(person.name)", "?person.name");
    check("person.age.years", "!Type");
    check("household.exists(p, p.disability > 2)", "?household[0].disability");
    check("household[0].name == 'x' || person.name == 'x'", "?household[0].name,person.name");
    check("household.filter(p, p.age > 1).exists(p, p.name == 'x')", "?name");
    check("person['name']", "?person.name");
    check("person[key]", "?person.sex");
    check("person.age >= param.age", "false");
    check("param.later", "absent");
    check("param.never", "!Name");
}

#[test]
fn no_answer_is_printed() {
    let datum = eval(&parse("[applicant.name, 42, today]").unwrap(), &Letters);
    assert_eq!(format!("{datum:?}"), "List(3)");
}
