//! How languages count, from the Unicode consortium's own data (CLDR). The widget asks the browser, which has the same.

use icu_locale_core::Locale;
use icu_plurals::PluralRules;
use which_cause_quiz::{NumberFormat, PluralCategory};

/// How one language counts.
pub(crate) struct Counting {
    rules: Option<PluralRules>,
}

impl Counting {
    /// Of a language that nobody knows, one form goes with all numbers.
    pub(crate) fn of(language: &str) -> Self {
        let locale = Locale::try_from_str(language).ok();
        Self { rules: locale.and_then(|it| PluralRules::try_new_cardinal(it.into()).ok()) }
    }
}

impl NumberFormat for Counting {
    fn format(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, n: u32) -> PluralCategory {
        match self.rules.as_ref().map(|it| it.category_for(n)) {
            Some(icu_plurals::PluralCategory::Zero) => PluralCategory::Zero,
            Some(icu_plurals::PluralCategory::One) => PluralCategory::One,
            Some(icu_plurals::PluralCategory::Two) => PluralCategory::Two,
            Some(icu_plurals::PluralCategory::Few) => PluralCategory::Few,
            Some(icu_plurals::PluralCategory::Many) => PluralCategory::Many,
            Some(icu_plurals::PluralCategory::Other) | None => PluralCategory::Other,
        }
    }
}
