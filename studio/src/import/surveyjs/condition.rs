//! The conditions of SurveyJS, such as `{a} = 'x' and {b} anyof ['y', 'z']`.
//! <https://surveyjs.io/form-library/documentation/design-survey/conditional-logic#expressions>
//!
//! Read are comparisons of an answer with values, and what joins them. Calculations are refused.

/// A condition on answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    Test(Test),
    Not(Box<Self>),
    And(Box<Self>, Box<Self>),
    Or(Box<Self>, Box<Self>),
}

/// A comparison of the answer to one question with values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Test {
    /// The name of the question.
    pub(super) question: String,
    pub(super) comparison: Comparison,
}

/// What an answer is compared with. Values are texts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Comparison {
    /// It is the value.
    Is(String),
    /// It has the value among others. A single answer has it as a part of its text.
    Contains(String),
    /// It has the value among others, as one of a list. A single answer is never a list.
    Includes(String),
    /// It is one of the values, or has one of them among others.
    AnyOf(Vec<String>),
    Less(String),
    LessOrEqual(String),
    Greater(String),
    GreaterOrEqual(String),
    /// There is one.
    IsGiven,
}

/// The most names, values and signs of a condition. The parser calls itself for each bracket.
const MAX_TOKENS: usize = 300;

/// Reads a condition.
///
/// # Errors
///
/// Returns the reason as a sentence if it is too long, or more than a comparison of answers with values.
pub(super) fn parse(text: &str) -> Result<Condition, String> {
    let tokens = tokens_of(text)?;
    if tokens.len() > MAX_TOKENS {
        return Err("It is too long.".to_owned());
    }
    let mut parser = Parser { tokens, next: 0 };
    let condition = parser.any()?;
    match parser.take() {
        None => Ok(condition),
        Some(token) => Err(refusal(&token)),
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// The name of a question, in braces.
    Variable(String),
    /// A text in quotes.
    Text(String),
    /// A number, a name without quotes or an operator in letters.
    Word(String),
    Sign(&'static str),
}

impl Token {
    /// Whether it is one of these signs or words.
    pub(super) fn is_one_of(&self, names: &[&str]) -> bool {
        match self {
            Self::Sign(sign) => names.contains(sign),
            Self::Word(word) => names.iter().any(|name| word.eq_ignore_ascii_case(name)),
            Self::Variable(_) | Self::Text(_) => false,
        }
    }
}

/// The signs, with the longer ones first.
const SIGNS: [&str; 21] = [
    "||", "&&", "==", "!=", "<>", "<=", ">=", "*=", "=", "<", ">", "!", "(", ")", "[", "]", ",", "+", "-",
    "*", "/",
];

/// The names, values and signs of a condition.
pub(super) fn tokens_of(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |it: char| it.is_alphanumeric() || it == '_' || it == '.';
        let token = if first == '{' {
            let (name, after) = rest[1..].split_once('}').ok_or_else(|| end_of("a name in braces"))?;
            rest = after;
            // A # turns off the conversion of types.
            Token::Variable(name.trim().trim_start_matches('#').to_owned())
        } else if first == '\'' || first == '"' {
            let (value, after) = quoted(&rest[1..], first)?;
            rest = after;
            Token::Text(value)
        } else if is_word(first) || (first == '-' && rest[1..].starts_with(|it: char| it.is_ascii_digit())) {
            let sign = usize::from(first == '-');
            let end = rest[sign..].find(|it| !is_word(it)).map_or(rest.len(), |end| end + sign);
            let (word, after) = rest.split_at(end);
            rest = after;
            Token::Word(word.to_owned())
        } else {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign));
            let sign = sign.ok_or_else(|| refusal_of(&first.to_string()))?;
            rest = &rest[sign.len()..];
            Token::Sign(sign)
        };
        tokens.push(token);
        rest = rest.trim_start();
    }
    Ok(tokens)
}

/// A text up to its closing quote, and what follows. A backslash takes the meaning from a quote.
fn quoted(text: &str, quote: char) -> Result<(String, &str), String> {
    let mut value = String::new();
    let mut letters = text.char_indices();
    while let Some((index, letter)) = letters.next() {
        match letter {
            _ if letter == quote => return Ok((value, &text[index + 1..])),
            '\\' => value.extend(letters.next().map(|(_, escaped)| escaped)),
            _ => value.push(letter),
        }
    }
    Err(end_of("a text in quotes"))
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.next += usize::from(token.is_some());
        token
    }

    /// Takes a sign or a word, if it is next.
    fn takes(&mut self, names: &[&str]) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is_one_of(names));
        self.next += usize::from(is_next);
        is_next
    }

    /// Conditions of which any must hold.
    fn any(&mut self) -> Result<Condition, String> {
        let mut condition = self.all()?;
        while self.takes(&["||", "or"]) {
            condition = Condition::Or(Box::new(condition), Box::new(self.all()?));
        }
        Ok(condition)
    }

    /// Conditions of which all must hold.
    fn all(&mut self) -> Result<Condition, String> {
        let mut condition = self.one()?;
        while self.takes(&["&&", "and"]) {
            condition = Condition::And(Box::new(condition), Box::new(self.one()?));
        }
        Ok(condition)
    }

    fn one(&mut self) -> Result<Condition, String> {
        if self.takes(&["!", "negate"]) {
            return self.in_brackets().map(not);
        }
        match self.peek() {
            Some(Token::Sign("(")) => self.in_brackets(),
            _ => self.test(),
        }
    }

    fn in_brackets(&mut self) -> Result<Condition, String> {
        self.expect("(")?;
        let condition = self.any()?;
        self.expect(")")?;
        Ok(condition)
    }

    fn test(&mut self) -> Result<Condition, String> {
        let question = match self.take() {
            Some(Token::Variable(name)) => name,
            Some(token) => return Err(refusal(&token)),
            None => return Err(end_of("a question")),
        };
        let test = |comparison| Condition::Test(Test { question: question.clone(), comparison });
        if self.takes(&["=", "==", "equal"]) {
            return Ok(test(Comparison::Is(self.value()?)));
        }
        if self.takes(&["!=", "<>", "notequal"]) {
            return Ok(not(test(Comparison::Is(self.value()?))));
        }
        if self.takes(&["anyof"]) {
            return Ok(test(Comparison::AnyOf(self.list()?)));
        }
        if self.takes(&["noneof"]) {
            return Ok(not(test(Comparison::AnyOf(self.list()?))));
        }
        if self.takes(&["contains", "contain", "*=", "allof"]) {
            return self.contained(test);
        }
        if self.takes(&["notcontains", "notcontain"]) {
            return self.contained(test).map(not);
        }
        if self.takes(&["notempty"]) {
            return Ok(test(Comparison::IsGiven));
        }
        if self.takes(&["empty"]) {
            return Ok(not(test(Comparison::IsGiven)));
        }
        for (names, comparison) in [
            (["<=", "lessorequal"], Comparison::LessOrEqual as fn(String) -> Comparison),
            ([">=", "greaterorequal"], Comparison::GreaterOrEqual),
            (["<", "less"], Comparison::Less),
            ([">", "greater"], Comparison::Greater),
        ] {
            if self.takes(&names) {
                return Ok(test(comparison(self.value()?)));
            }
        }
        Err(self.peek().map_or_else(|| end_of("a comparison"), refusal))
    }

    fn value(&mut self) -> Result<String, String> {
        match self.take() {
            Some(Token::Text(value) | Token::Word(value)) => Ok(value),
            Some(token) => Err(refusal(&token)),
            None => Err(end_of("a value")),
        }
    }

    /// What is among the answers: a value, or each one of a list.
    fn contained(&mut self, test: impl Fn(Comparison) -> Condition) -> Result<Condition, String> {
        if self.peek() != Some(&Token::Sign("[")) {
            return Ok(test(Comparison::Contains(self.value()?)));
        }
        let tests = self.list()?.into_iter().map(|value| test(Comparison::Includes(value)));
        let all = tests.reduce(|left, right| Condition::And(Box::new(left), Box::new(right)));
        all.ok_or_else(|| end_of("a value"))
    }

    fn list(&mut self) -> Result<Vec<String>, String> {
        self.expect("[")?;
        let mut values = vec![self.value()?];
        while self.takes(&[","]) {
            values.push(self.value()?);
        }
        self.expect("]")?;
        Ok(values)
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), String> {
        if self.takes(&[sign]) {
            return Ok(());
        }
        Err(self.peek().map_or_else(|| end_of(sign), refusal))
    }
}

impl Token {
    /// It without braces or quotes.
    pub(super) fn as_text(&self) -> &str {
        match self {
            Self::Variable(text) | Self::Text(text) | Self::Word(text) => text,
            Self::Sign(sign) => sign,
        }
    }
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn refusal(token: &Token) -> String {
    match token {
        Token::Variable(name) => refusal_of(&format!("{{{name}}}")),
        token => refusal_of(token.as_text()),
    }
}

fn refusal_of(what: &str) -> String {
    format!("A quiz has only comparisons of an answer with values, so {what} is not imported.")
}

fn end_of(what: &str) -> String {
    format!("It ends before {what}.")
}

#[cfg(test)]
mod tests;
