use super::*;

fn test(question: &str, comparison: Comparison) -> Condition {
    Condition::Test(Test { question: question.to_owned(), comparison })
}

fn is(question: &str, value: &str) -> Condition {
    test(question, Comparison::Is(value.to_owned()))
}

fn and(left: Condition, right: Condition) -> Condition {
    Condition::And(Box::new(left), Box::new(right))
}

fn or(left: Condition, right: Condition) -> Condition {
    Condition::Or(Box::new(left), Box::new(right))
}

#[test]
fn each_operator_is_read() {
    let text = |text: &str| text.to_owned();
    for (written, condition) in [
        ("{a} = 'x y'", is("a", "x y")),
        ("{a}==x", is("a", "x")),
        ("{a b} equal 2.5", is("a b", "2.5")),
        ("{#a} = true", is("a", "true")),
        ("{a} = -1", is("a", "-1")),
        (r"{a} = 'it\'s'", is("a", "it's")),
        ("{a} <> 'x'", not(is("a", "x"))),
        ("{a} != \"x's\"", not(is("a", "x's"))),
        ("{a} contains 'x'", test("a", Comparison::Contains(text("x")))),
        ("{a} *= 'x'", test("a", Comparison::Contains(text("x")))),
        ("{a} contains ['x']", test("a", Comparison::Includes(text("x")))),
        ("{a} notcontains 'x'", not(test("a", Comparison::Contains(text("x"))))),
        ("{a} ANYOF ['x', 2]", test("a", Comparison::AnyOf(vec![text("x"), text("2")]))),
        ("{a} noneof ['x']", not(test("a", Comparison::AnyOf(vec![text("x")])))),
        (
            "{a} allof ['x', 'y']",
            and(test("a", Comparison::Includes(text("x"))), test("a", Comparison::Includes(text("y")))),
        ),
        ("{a} empty", not(test("a", Comparison::IsGiven))),
        ("{a} notempty", test("a", Comparison::IsGiven)),
        ("{a} >= 9", test("a", Comparison::GreaterOrEqual(text("9")))),
        ("{a} less 9", test("a", Comparison::Less(text("9")))),
        ("!({a} = 1)", not(is("a", "1"))),
    ] {
        assert_eq!(parse(written), Ok(condition), "{written}");
    }
}

#[test]
fn and_binds_more_than_or() {
    let expected = or(is("a", "1"), and(is("b", "2"), is("c", "3")));
    assert_eq!(parse("{a} = 1 or {b} = 2 and {c} = 3"), Ok(expected.clone()));
    assert_eq!(parse("({a} = 1) || (({b} = 2) && {c} = 3)"), Ok(expected));
    let expected = and(or(is("a", "1"), is("b", "2")), is("c", "3"));
    assert_eq!(parse("({a} = 1 Or {b} = 2) And {c} = 3"), Ok(expected));
}

#[test]
fn anything_else_is_refused_by_name() {
    for (written, reason) in [
        ("age({a}) > 3", "so age is not imported"),
        ("{a} + {b} > 3", "so + is not imported"),
        ("{a} = {b}", "so {b} is not imported"),
        ("{a} = 1 {b}", "so {b} is not imported"),
        ("'x' = {a}", "so x is not imported"),
        ("{a} ~ 1", "so ~ is not imported"),
        ("{a} anyof []", "so ] is not imported"),
        ("{a} contains []", "so ] is not imported"),
        ("{} = ['x', ", "so [ is not imported"),
        ("{a} anyof ['x'", "ends before ]"),
        (r"{a} = 'x\", "ends before a text in quotes"),
        ("{a} = “x”", "so “ is not imported"),
        ("!{a} = 1", "so {a} is not imported"),
        ("{a", "ends before a name in braces"),
        ("{a} = 'x", "ends before a text in quotes"),
        ("{a} =", "ends before a value"),
        ("{a}", "ends before a comparison"),
        ("({a} = 1", "ends before )"),
        ("{a} = 1 and", "ends before a question"),
        ("", "ends before a question"),
        (&"(".repeat(10_000), "too long"),
    ] {
        let error = parse(written).expect_err(written);
        assert!(error.contains(reason), "{written}: {error}");
    }
}
