//! The expressions of SurveyJS that add up answers, and the limits in its conditions.

use super::condition::{Comparison, Condition, Test, parse};

/// A part of a sum.
#[derive(Debug, PartialEq)]
pub(super) struct Term {
    /// The name of the question.
    pub(super) question: String,
    /// The value of the answer that gives the points, as a text. Without one, the answer itself is a number, and counts as often as
    /// the points say.
    pub(super) value: Option<String>,
    pub(super) points: i64,
}

/// The terms of a sum such as `iif({a} = 'x', 2, 0) + {b}`. `None` if it is anything else.
pub(super) fn terms(expression: &str) -> Option<Vec<Term>> {
    let mut terms = Vec::new();
    add_terms(expression, &mut terms)?;
    Some(terms)
}

fn add_terms(expression: &str, terms: &mut Vec<Term>) -> Option<()> {
    for part in split(expression, '+') {
        let part = part.trim();
        if part.parse::<i64>() == Ok(0) {
            continue;
        }
        if let Some(question) = variable(part) {
            terms.push(Term { question, value: None, points: 1 });
            continue;
        }
        let call = part.strip_prefix("iif")?.trim().strip_prefix('(')?.strip_suffix(')')?;
        let arguments = split(call, ',');
        let [condition, points, otherwise] = arguments.as_slice() else { return None };
        let (question, value) = answer_of(condition)?;
        terms.push(Term { question, value: Some(value), points: points.trim().parse().ok()? });
        add_terms(otherwise, terms)?;
    }
    Some(())
}

/// The question and the value of a condition such as `{a} = 'x'` or `{a} contains 'x'`.
fn answer_of(condition: &str) -> Option<(String, String)> {
    match parse(condition).ok()? {
        Condition::Test(Test {
            question,
            comparison: Comparison::Is(value) | Comparison::Contains(value) | Comparison::Includes(value),
        }) => Some((question, value)),
        _ => None,
    }
}

/// The name in `{name}`.
fn variable(text: &str) -> Option<String> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains(['{', '}'])).then(|| name.to_owned())
}

/// The parts between separators that are in no brackets and no quotes.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut quote, mut start) = (0, None, 0);
    let mut parts = Vec::new();
    for (index, letter) in text.char_indices() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(' | '{') => depth += 1,
            (None, ')' | '}') => depth -= 1,
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

/// The names in a condition, each once.
pub(super) fn variables(condition: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in condition.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

/// The lowest number that a condition such as `{total} >= 5 and {total} < 10` lets through.
pub(super) fn lower_limit(condition: &str) -> Option<i64> {
    let (_, after) = condition.split_once('>')?;
    let (after, step) = after.strip_prefix('=').map_or((after, 1), |after| (after, 0));
    let digits: String =
        after.trim_start().chars().take_while(|it| it.is_ascii_digit() || *it == '-').collect();
    digits.parse::<i64>().ok()?.checked_add(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(question: &str, value: Option<&str>, points: i64) -> Term {
        Term { question: question.to_owned(), value: value.map(str::to_owned), points }
    }

    #[test]
    fn sums_of_answers_are_read() {
        assert_eq!(
            terms("iif({a} = 'x+y', 2, 0) + {b} + iif({c} contains \"z\", -1, iif({c} == 4, 3, 0))"),
            Some(vec![
                term("a", Some("x+y"), 2),
                term("b", None, 1),
                term("c", Some("z"), -1),
                term("c", Some("4"), 3)
            ])
        );
        assert_eq!(terms("iif({a} = 'long day', 2, 0)"), Some(vec![term("a", Some("long day"), 2)]));
        for other in [
            "{a} * 2",
            "iif({a} = 'x', 2)",
            "iif({a} > 3, 2, 0)",
            "age({a})",
            "iif({a} = 'x' and {b} = 1, 1, 0)",
        ] {
            assert_eq!(terms(other), None, "{other}");
        }
    }

    #[test]
    fn a_condition_has_names_and_a_lower_limit() {
        assert_eq!(variables("{a} > {b} and {a} > 3"), ["a", "b"]);
        for (condition, limit) in [
            ("{t} >= 5 and {t} < 9", Some(5)),
            ("{t} > 5", Some(6)),
            ("{t} < 5", None),
            ("{t} > {u}", None),
            ("{t} > 9223372036854775807", None),
        ] {
            assert_eq!(lower_limit(condition), limit, "{condition}");
        }
    }
}
