//! Texts that a reader sees, and the placeholders in them. They are never HTML.

use std::borrow::Cow;
use std::marker::PhantomData;

use crate::decode::codec::{Codec, Decoder, codec_newtype};
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::invisible::{is_blank, is_forbidden};
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// The most characters that a text can have.
const MAX_LENGTH: usize = 2_000;

/// A placeholder that any text can contain. Other parts of the quiz file fill it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuizPlaceholder {
    /// The emergency number of the reader's region.
    EmergencyNumber,
    /// The line for urgent advice in the reader's region.
    UrgentLine,
    /// After how many weeks lasting pain needs a visit.
    SoonAfterWeeks,
    /// The name of the course.
    CourseName,
}

impl QuizPlaceholder {
    const NAMES: &'static [&'static str] =
        &["emergency_number", "urgent_line", "soon_after_weeks", "course_name"];

    pub(crate) const ALL: [Self; 4] =
        [Self::EmergencyNumber, Self::UrgentLine, Self::SoonAfterWeeks, Self::CourseName];

    pub(crate) fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// A text of the quiz. It can contain the placeholders `{emergency_number}`, `{urgent_line}`, `{soon_after_weeks}` and
/// `{course_name}`, which [`Placeholders::render`](crate::Placeholders::render) fills. 1 to 2,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Box<str>);

impl Text {
    /// The text as written, with unfilled placeholders.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// A text that the check makes of others.
    pub(crate) fn generated(text: String) -> Self {
        Self(text.into())
    }

    /// Whether the text has a placeholder, so that it can change with the reader's region.
    #[must_use]
    pub fn has_placeholders(&self) -> bool {
        self.0.contains('{')
    }
}

codec_newtype! { Text }

impl FromJson for Text {
    const EXPECTED: &'static str = "text";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({"type": "string", "pattern": "\\S", "maxLength": MAX_LENGTH, "translate": true})
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let Some(text) = read_text(value, QuizPlaceholder::NAMES, path, diagnostics) else {
            return Self::fallback();
        };
        for placeholder in QuizPlaceholder::ALL {
            if placeholders_in(&text).any(|name| name == placeholder.name()) {
                diagnostics.placeholders.push((path.to_path(), placeholder.name()));
            }
        }
        Self(text.into())
    }
}

/// The set of placeholders of one kind of template.
pub trait TemplatePlaceholders {
    /// The names between the braces.
    const NAMES: &'static [&'static str];
}

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident [$($placeholder:ident),+])*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {}

        impl TemplatePlaceholders for $name {
            const NAMES: &'static [&'static str] = &[$(stringify!($placeholder)),+];
        }

        impl Template<$name> {
            /// Fills the placeholders.
            #[must_use]
            pub fn with(&self, $($placeholder: &str),+) -> String {
                fill(&self.text, &[$((stringify!($placeholder), $placeholder)),+]).into_owned()
            }
        }
    )*};
}

templates! {
    /// `{n}` and `{total}`, as in "Question 3 of 11" and "Your total: 12 of 27".
    StepNumbers [n, total]
    /// `{label}`: a cause's label.
    CauseLabel [label]
    /// `{name}`: the article's name for a cause.
    ArticleName [name]
    /// `{choice}`: the text of a choice.
    ChoiceText [choice]
    /// `{n}`: the most choices that a reader can tick.
    TickLimit [n]
    /// `{causes}`: several causes, joined.
    CauseNames [causes]
}

/// A text whose placeholders its caller fills. The type says which they are, and the text contains each. 1 to 2,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<B> {
    text: Box<str>,
    placeholders: PhantomData<fn() -> B>,
}

impl<B> Codec for Template<B> {
    fn encode(&self, bytes: &mut Vec<u8>) {
        self.text.encode(bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        Self { text: Codec::decode(decoder), placeholders: PhantomData }
    }
}

impl<B: TemplatePlaceholders> FromJson for Template<B> {
    const EXPECTED: &'static str = "text";

    fn schema(_: &mut Definitions) -> Schema {
        let placeholders: Vec<_> =
            B::NAMES.iter().map(|name| serde_json::json!({"pattern": format!("\\{{{name}\\}}")})).collect();
        serde_json::json!({"type": "string", "maxLength": MAX_LENGTH, "allOf": placeholders, "translate": true})
    }

    fn fallback() -> Self {
        Self { text: "".into(), placeholders: PhantomData }
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let Some(text) = read_text(value, B::NAMES, path, diagnostics) else { return Self::fallback() };
        // A misspelled placeholder has been reported. It is not missing as well.
        if !diagnostics.has_problem_at(path) {
            for placeholder in B::NAMES {
                if !placeholders_in(&text).any(|it| it == *placeholder) {
                    diagnostics.report(path, ProblemKind::MissingPlaceholder { placeholder });
                }
            }
        }
        Self { text: text.into(), placeholders: PhantomData }
    }
}

/// Reads a text, and reports a wrong length, forbidden characters, unmatched braces and placeholders that are not `known`.
pub(crate) fn read_text(
    value: Value,
    known: &'static [&'static str],
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        other => {
            diagnostics.wrong_type::<Text>(path, &other);
            return None;
        }
    };
    let length = text.chars().count();
    if length > MAX_LENGTH || is_blank(&text) {
        diagnostics.report(path, ProblemKind::WrongLength { most: MAX_LENGTH, found: length });
        return None;
    }
    if let Some(found) = text.chars().find(|c| is_forbidden(*c)) {
        diagnostics.report(path, ProblemKind::ForbiddenCharacter { found });
    }
    if pieces(&text).any(|(plain, _)| plain.contains(['{', '}'])) {
        diagnostics.report(path, ProblemKind::UnmatchedBrace);
        return Some(text);
    }
    for placeholder in placeholders_in(&text) {
        if !known.contains(&placeholder) {
            diagnostics
                .report(path, ProblemKind::UnknownPlaceholder { placeholder: placeholder.to_owned(), known });
        }
    }
    Some(text)
}

/// Splits a text into plain pieces, each with the name of the placeholder after it, if there is one. An unclosed brace is plain
/// text.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((plain, after)) = rest.split_once('{')
            && let Some((placeholder, after)) = after.split_once('}')
        {
            rest = after;
            return Some((plain, Some(placeholder)));
        }
        Some((std::mem::take(&mut rest), None))
    })
}

/// The names of the placeholders of a text.
pub(crate) fn placeholders_in(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|(_, placeholder)| placeholder)
}

/// Fills the placeholders of a text. A placeholder without a value stays as written.
pub(crate) fn fill<'t>(text: &'t str, values: &[(&str, &str)]) -> Cow<'t, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut filled = String::with_capacity(text.len());
    for (plain, placeholder) in pieces(text) {
        filled.push_str(plain);
        if let Some(placeholder) = placeholder {
            match values.iter().find(|(name, _)| *name == placeholder) {
                Some((_, value)) => filled.push_str(value),
                None => filled.extend(["{", placeholder, "}"]),
            }
        }
    }
    Cow::Owned(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_unclosed_braces_stay() {
        let values = [("n", "3"), ("total", "11")];
        assert_eq!(fill("Question {n} of {total}", &values), "Question 3 of 11");
        assert_eq!(fill("{n}{n}", &values), "33");
        assert_eq!(fill("no placeholder", &values), "no placeholder");
        assert_eq!(fill("open { brace", &values), "open { brace");
        assert_eq!(fill("{other} and {n}", &values), "{other} and 3");
        assert_eq!(fill("", &values), "");
    }
}
