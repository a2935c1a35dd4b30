//! Text that a reader sees, and the placeholders in it. Text is text: nothing here or later reads it as HTML.

use std::borrow::Cow;
use std::marker::PhantomData;

use crate::decode::codec::{Bytes, Compact, compact_as_inside};
use crate::decode::from_json::{Reading, Shape};
use crate::decode::invisible::{is_blank, is_unfit};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::ProblemKind;

/// The most characters a single text may have.
const LONGEST: usize = 2_000;

/// A blank that may stand in any text, filled by other parts of the quiz file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuizPlaceholder {
    /// The emergency number where the reader is.
    EmergencyNumber,
    /// Whom to call for urgent advice where the reader is.
    UrgentLine,
    /// After how many weeks pain that stays deserves a visit.
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

/// A text of the quiz, in which placeholders that the quiz itself fills may stand: `{emergency_number}`,
/// `{urgent_line}`, `{soon_after_weeks}` and `{course_name}`. 1 to 2,000 characters.
/// [`Placeholders::say`](super::Placeholders::say) makes it readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Box<str>);

impl Text {
    /// The text as written, its placeholders unfilled.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// Whether there is a placeholder in the text, so that it may change with the reader's region.
    #[must_use]
    pub fn has_placeholders(&self) -> bool {
        self.0.contains('{')
    }
}

compact_as_inside! { Text }

impl Shape for Text {
    const WANTED: &'static str = "text";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "string", "pattern": "\\S", "maxLength": LONGEST, "translate": true})
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        let Some(text) = read_text(value, QuizPlaceholder::NAMES, at, reading) else {
            return Self::stand_in();
        };
        for blank in QuizPlaceholder::ALL {
            if placeholders_in(&text).any(|name| name == blank.name()) {
                reading.placeholders.push((at.path(), blank.name()));
            }
        }
        Self(text.into())
    }
}

/// The placeholders of one kind of template.
#[allow(unreachable_pub)] // It bounds a public type.
pub trait TemplatePlaceholders {
    /// Their names, as they stand between braces.
    const NAMES: &'static [&'static str];
}

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident [$($blank:ident),+])*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {}

        impl TemplatePlaceholders for $name {
            const NAMES: &'static [&'static str] = &[$(stringify!($blank)),+];
        }

        impl Template<$name> {
            /// The text with its placeholders filled.
            #[must_use]
            pub fn with(&self, $($blank: &str),+) -> String {
                fill(&self.text, &[$((stringify!($blank), $blank)),+]).into_owned()
            }
        }
    )*};
}

templates! {
    /// A count, as in "Question 3 of 11".
    Progress [n, total]
    /// A cause's label.
    Lean [label]
    /// A cause by the article's name for it.
    Named [name]
    /// A choice in the reader's own words.
    Quote [choice]
    /// Several causes, already joined.
    Several [causes]
}

/// A text whose placeholders are filled by whoever shows it; which they are is part of its type, and each must be there.
/// 1 to 2,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<B> {
    text: Box<str>,
    placeholders: PhantomData<fn() -> B>,
}

impl<B> Compact for Template<B> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.text.pack(to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self { text: Compact::unpack(from), placeholders: PhantomData }
    }
}

impl<B: TemplatePlaceholders> Shape for Template<B> {
    const WANTED: &'static str = "text";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        let placeholders: Vec<_> =
            B::NAMES.iter().map(|name| serde_json::json!({"pattern": format!("\\{{{name}\\}}")})).collect();
        serde_json::json!({"type": "string", "maxLength": LONGEST, "allOf": placeholders, "translate": true})
    }

    fn stand_in() -> Self {
        Self { text: "".into(), placeholders: PhantomData }
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        let Some(text) = read_text(value, B::NAMES, at, reading) else { return Self::stand_in() };
        for blank in B::NAMES {
            if !placeholders_in(&text).any(|it| it == *blank) {
                reading.report(at, ProblemKind::MissingBlank { blank });
            }
        }
        Self { text: text.into(), placeholders: PhantomData }
    }
}

/// Reads a text of a proper length whose placeholders are all among `known`.
pub(crate) fn read_text(
    value: Value,
    known: &'static [&'static str],
    at: &Place<'_>,
    reading: &mut Reading,
) -> Option<String> {
    let text = match value {
        Value::Text(text) => text,
        other => {
            reading.wrong_shape::<Text>(at, &other);
            return None;
        }
    };
    let length = text.chars().count();
    if length > LONGEST || is_blank(&text) {
        reading.report(at, ProblemKind::WrongLength { most: LONGEST, found: length });
        return None;
    }
    if let Some(found) = text.chars().find(|c| is_unfit(*c)) {
        reading.report(at, ProblemKind::UnfitCharacter { found });
    }
    if pieces(&text).any(|(plain, _)| plain.contains(['{', '}'])) {
        reading.report(at, ProblemKind::LoneBrace);
    }
    for blank in placeholders_in(&text) {
        if !known.contains(&blank) {
            reading.report(at, ProblemKind::UnknownBlank { blank: blank.to_owned(), known });
        }
    }
    Some(text)
}

/// The pieces of a text: what stands as it is, each followed by the name of a blank where one follows. A brace
/// that is not closed opens no blank.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((plain, after)) = rest.split_once('{')
            && let Some((blank, after)) = after.split_once('}')
        {
            rest = after;
            return Some((plain, Some(blank)));
        }
        Some((std::mem::take(&mut rest), None))
    })
}

pub(crate) fn placeholders_in(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|(_, blank)| blank)
}

/// Fills the placeholders of a text. A blank without a filling stays as it is written.
pub(crate) fn fill<'t>(text: &'t str, fillings: &[(&str, &str)]) -> Cow<'t, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut filled = String::with_capacity(text.len());
    for (plain, blank) in pieces(text) {
        filled.push_str(plain);
        if let Some(blank) = blank {
            match fillings.iter().find(|(name, _)| *name == blank) {
                Some((_, filling)) => filled.push_str(filling),
                None => filled.extend(["{", blank, "}"]),
            }
        }
    }
    Cow::Owned(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_and_braces_without_a_close_stay() {
        let fillings = [("n", "3"), ("total", "11")];
        assert_eq!(fill("Question {n} of {total}", &fillings), "Question 3 of 11");
        assert_eq!(fill("{n}{n}", &fillings), "33");
        assert_eq!(fill("no blank", &fillings), "no blank");
        assert_eq!(fill("open { brace", &fillings), "open { brace");
        assert_eq!(fill("{other} and {n}", &fillings), "{other} and 3");
        assert_eq!(fill("", &fillings), "");
    }
}
