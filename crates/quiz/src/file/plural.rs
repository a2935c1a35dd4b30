//! A phrase with a number in it, in the forms that a language has for numbers. Knows no language's rules: whoever does
//! hands them in as [`NumberFormat`].

use crate::decode::codec::compact_as_inside;
use crate::decode::from_json::{Reading, Shape};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::macros::{shapes, words};
use crate::file::template::{fill, placeholders_in, read_text};

shapes! {
    #![compact]

    /// A phrase for a number, by the plural categories of the language (CLDR). A category that is left out says `other`.
    pub struct Plural, "a phrase with `{n}` in it for each plural form of the language" {
        /// For no thing, where the language has a form for that.
        zero: Option<Form>,
        /// For one thing, and for whatever the language says alike.
        one: Option<Form>,
        /// For two things.
        two: Option<Form>,
        /// For a few.
        few: Option<Form>,
        /// For many.
        many: Option<Form>,
        /// For every other number.
        other: Form,
    }
}

words! {
    /// Which of a language's forms a number takes. What each is for differs from language to language:
    /// <https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules>.
    pub enum PluralCategory, "`zero`, `one`, `two`, `few`, `many` or `other`" {
        /// No thing, in languages that have a form for it.
        Zero = "zero",
        /// One thing, and what is said like it.
        One = "one",
        /// Two things.
        Two = "two",
        /// A few.
        Few = "few",
        /// Many.
        Many = "many",
        /// Everything else.
        Other = "other",
    }
}

impl PluralCategory {
    /// The category of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.as_str() == name)
    }
}

impl Plural {
    /// The phrase for a number.
    #[must_use]
    pub fn render(&self, n: u32, numbers: &dyn NumberFormat) -> String {
        self.form(numbers.category(n)).unwrap_or(&self.other).with(&numbers.format(n))
    }

    /// The phrase of one category, where the quiz file has it.
    #[must_use]
    pub fn form(&self, category: PluralCategory) -> Option<&Form> {
        match category {
            PluralCategory::Zero => self.zero.as_ref(),
            PluralCategory::One => self.one.as_ref(),
            PluralCategory::Two => self.two.as_ref(),
            PluralCategory::Few => self.few.as_ref(),
            PluralCategory::Many => self.many.as_ref(),
            PluralCategory::Other => Some(&self.other),
        }
    }
}

/// One form of a phrase for a number. `{n}` in it is the number; a form for a single number may do without, as
/// "one week" does. 1 to 2,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form(Box<str>);

impl Form {
    const BLANKS: &'static [&'static str] = &["n"];

    /// Whether the number itself is in it.
    #[must_use]
    pub fn has_number(&self) -> bool {
        placeholders_in(&self.0).next().is_some()
    }

    fn with(&self, n: &str) -> String {
        fill(&self.0, &[("n", n)]).into_owned()
    }
}

compact_as_inside! { Form }

impl Shape for Form {
    const WANTED: &'static str = "text";

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        crate::file::template::Text::schema(parts)
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        read_text(value, Self::BLANKS, at, reading).map_or_else(Self::stand_in, |text| Self(text.into()))
    }
}

/// How a language counts: how it writes a number, and which form the number takes.
pub trait NumberFormat {
    /// The number as a reader of the language writes it.
    fn format(&self, n: u32) -> String;

    /// The form that goes with it.
    fn category(&self, n: u32) -> PluralCategory;
}

/// A language of which nothing is known: plain digits, and one form for all numbers.
#[derive(Debug, Clone, Copy)]
pub struct PlainDigits;

impl NumberFormat for PlainDigits {
    fn format(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, _: u32) -> PluralCategory {
        PluralCategory::Other
    }
}
