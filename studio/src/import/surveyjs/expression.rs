//! The expressions of SurveyJS that add up answers, and those that compare the sums.

use super::condition::{Condition, Test, Token, parse, tokens_of};

/// How often the points of a term count.
#[derive(Debug, PartialEq)]
pub(super) enum Amount {
    /// Once, if the answer is right.
    If(Test),
    /// As often as the answer to this question says, which is a number.
    Answer(String),
}

/// A part of a sum.
#[derive(Debug, PartialEq)]
pub(super) struct Term {
    pub(super) amount: Amount,
    pub(super) points: i64,
    /// The comparisons that must not hold: the term is what counts otherwise.
    pub(super) unless: Vec<Test>,
}

/// The most `iif` inside each other. The parser calls itself for each.
const MAX_DEPTH: usize = 100;

/// The terms of a sum such as `iif({a} = 'x', 2, 0) + {b}`. `None` if it is anything else.
pub(super) fn terms(expression: &str) -> Option<Vec<Term>> {
    let mut terms = Vec::new();
    add_terms(expression, &[], &mut terms)?;
    Some(terms)
}

fn add_terms(expression: &str, unless: &[Test], terms: &mut Vec<Term>) -> Option<()> {
    if unless.len() > MAX_DEPTH {
        return None;
    }
    for part in split(expression, '+') {
        let part = part.trim();
        if part.parse::<i64>() == Ok(0) {
            continue;
        }
        if let Some(question) = variable(part) {
            terms.push(Term { amount: Amount::Answer(question), points: 1, unless: unless.to_vec() });
            continue;
        }
        let call = part.strip_prefix("iif")?.trim().strip_prefix('(')?.strip_suffix(')')?;
        let arguments = split(call, ',');
        let [condition, points, otherwise] = arguments.as_slice() else { return None };
        let Ok(Condition::Test(test)) = parse(condition) else { return None };
        let points = points.trim().parse().ok()?;
        terms.push(Term { amount: Amount::If(test.clone()), points, unless: unless.to_vec() });
        add_terms(otherwise, &[unless, &[test]].concat(), terms)?;
    }
    Some(())
}

/// The name in `{name}`.
fn variable(text: &str) -> Option<String> {
    match tokens_of(text).ok()?.as_slice() {
        [Token::Variable(name)] => Some(name.clone()),
        _ => None,
    }
}

/// The parts between separators that are in no brackets and no quotes.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut quote, mut start) = (0, None, 0);
    let mut parts = Vec::new();
    for (index, letter) in text.char_indices() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(' | '{' | '[') => depth += 1,
            (None, ')' | '}' | ']') => depth -= 1,
            (None, _) if letter == separator && depth == 0 => {
                parts.push(&text[start..index]);
                start = index + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Two amounts of which one is greater: `{a} > 3`, `3 < {a}`, `{a} >= {b}`.
#[derive(Debug, PartialEq)]
pub(super) struct Order {
    pub(super) less: Token,
    pub(super) more: Token,
    /// Whether they can be equal too.
    pub(super) or_equal: bool,
}

/// The comparisons of a condition such as `{total} >= 5 and {total} < 10`, which must all hold. `None` if it is anything else.
pub(super) fn orders(condition: &str) -> Option<Vec<Order>> {
    let mut tokens = tokens_of(condition).ok()?;
    // Where all must hold, brackets change nothing.
    tokens.retain(|token| !matches!(token, Token::Sign("(" | ")")));
    tokens.split(|token| token.is_one_of(&["&&", "and"])).map(order_of).collect()
}

fn order_of(tokens: &[Token]) -> Option<Order> {
    let [left, Token::Sign(_) | Token::Word(_), right] = tokens else { return None };
    let (less, more, or_equal) = match tokens[1].as_text().to_ascii_lowercase().as_str() {
        "<" | "less" => (left, right, false),
        "<=" | "lessorequal" => (left, right, true),
        ">" | "greater" => (right, left, false),
        ">=" | "greaterorequal" => (right, left, true),
        _ => return None,
    };
    Some(Order { less: less.clone(), more: more.clone(), or_equal })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::surveyjs::condition::Comparison;

    fn test(question: &str, comparison: Comparison) -> Test {
        Test { question: question.to_owned(), comparison }
    }

    fn if_answer(question: &str, comparison: Comparison, points: i64) -> Term {
        Term { amount: Amount::If(test(question, comparison)), points, unless: Vec::new() }
    }

    #[test]
    fn sums_of_answers_are_read() {
        let text = |text: &str| text.to_owned();
        assert_eq!(
            terms("iif({a} = 'x+y', 2, 0) + {b} + iif({c} contains \"z\", -1, iif({c} > 4, 3, 0))"),
            Some(vec![
                if_answer("a", Comparison::Is(text("x+y")), 2),
                Term { amount: Amount::Answer(text("b")), points: 1, unless: Vec::new() },
                if_answer("c", Comparison::Contains(text("z")), -1),
                Term {
                    unless: vec![test("c", Comparison::Contains(text("z")))],
                    ..if_answer("c", Comparison::Greater(text("4")), 3)
                },
            ])
        );
        assert_eq!(
            terms("iif({a} = 'long day', 2, 0)"),
            Some(vec![if_answer("a", Comparison::Is(text("long day")), 2)])
        );
        for other in [
            "{a} * 2",
            "",
            "iif({a} = 'x, 2, 0)",
            "iif({a} = 'x', 99999999999999999999, 0)",
            "iif({a} = 'x', 2)",
            "iif({a} <> 'x', 2, 0)",
            "age({a})",
            &format!("{}0{}", "iif({a} = 1, 1, ".repeat(1_000), ")".repeat(1_000)),
            "iif({a} = 'x' and {b} = 1, 1, 0)",
        ] {
            assert_eq!(terms(other), None, "{other}");
        }
    }

    #[test]
    fn comparisons_that_must_all_hold_are_read() {
        let order = |less: &str, more: &str, or_equal| {
            let token = |text: &str| match text.strip_prefix('$') {
                Some(name) => Token::Variable(name.to_owned()),
                None => Token::Word(text.to_owned()),
            };
            Order { less: token(less), more: token(more), or_equal }
        };
        for (condition, expected) in [
            ("{t} >= 5 and ({t} < 9)", vec![order("5", "$t", true), order("$t", "9", false)]),
            ("8 lessorequal {t} && {a} GREATER {b}", vec![order("8", "$t", true), order("$b", "$a", false)]),
        ] {
            assert_eq!(orders(condition), Some(expected), "{condition}");
        }
        for other in
            ["", "{t}", "{t} = 5", "{t} > 5 or {t} < 2", "!({a} > {b})", "age({t}) > 3", "{t} > 5 and"]
        {
            assert_eq!(orders(other), None, "{other}");
        }
    }
}
