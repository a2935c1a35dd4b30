//! A phrase with a number in it, with one text for each plural form of the language. The rules of a language come from the
//! caller, as a [`NumberFormat`].

use crate::decode::codec::codec_newtype;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::macros::{json_object, keywords};
use crate::decode::schema::{Definitions, Schema};
use crate::file::template::{fill, placeholders_in, read_text};

json_object! {
    #![codec]

    /// A phrase for a number, by the language's plural categories (CLDR). A category that is left out uses `other`.
    pub struct Plural, "a phrase with `{n}` in it for each plural form of the language" {
        /// The form `zero`.
        zero: Option<PluralForm>,
        /// The form `one`.
        one: Option<PluralForm>,
        /// The form `two`.
        two: Option<PluralForm>,
        /// The form `few`.
        few: Option<PluralForm>,
        /// The form `many`.
        many: Option<PluralForm>,
        /// The form for all other numbers.
        other: PluralForm,
    }
}

keywords! {
    /// The plural category of a number. Which numbers it contains depends on the language:
    /// <https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules>.
    pub enum PluralCategory, "`zero`, `one`, `two`, `few`, `many` or `other`" {
        /// Zero, in languages with a form for it.
        Zero = "zero",
        /// One, and other numbers that use the same form.
        One = "one",
        /// Two.
        Two = "two",
        /// A few.
        Few = "few",
        /// Many.
        Many = "many",
        /// All other numbers.
        Other = "other",
    }
}

impl PluralCategory {
    /// The category with a CLDR name, such as "few".
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

    /// The form of one category, if the quiz file has it.
    #[must_use]
    pub fn form(&self, category: PluralCategory) -> Option<&PluralForm> {
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

/// One form of a phrase. `{n}` is the number. A form for a single number can do without it, as "one week" does. 1 to 2,000
/// characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluralForm(Box<str>);

impl PluralForm {
    const PLACEHOLDERS: &'static [&'static str] = &["n"];

    /// Whether it contains the number.
    pub(crate) fn has_number(&self) -> bool {
        placeholders_in(&self.0).next().is_some()
    }

    fn with(&self, n: &str) -> String {
        fill(&self.0, &[("n", n)]).into_owned()
    }
}

codec_newtype! { PluralForm }

impl FromJson for PluralForm {
    const EXPECTED: &'static str = "text";

    fn schema(definitions: &mut Definitions) -> Schema {
        crate::file::template::Text::schema(definitions)
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        read_text(value, Self::PLACEHOLDERS, path, diagnostics)
            .map_or_else(Self::fallback, |text| Self(text.into()))
    }
}

/// The rules of a language for numbers.
pub trait NumberFormat {
    /// The number in the language's digits and grouping.
    fn format(&self, n: u32) -> String;

    /// The plural category of the number.
    fn category(&self, n: u32) -> PluralCategory;
}

/// The rules for an unknown language: plain digits, and one form for all numbers.
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
