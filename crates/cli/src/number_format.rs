//! The plural rules of languages, from the Unicode data (CLDR). The widget gets the same rules from the browser.

use icu_locale_core::Locale;
use icu_plurals::PluralRules;
use which_cause_quiz::{NumberFormat, PluralCategory};

/// Formats numbers for one language. A number is in plain digits.
pub(crate) struct CldrNumberFormat {
    rules: Option<PluralRules>,
}

impl CldrNumberFormat {
    /// The format for a BCP 47 language tag. An unknown language has only the category `other`.
    pub(crate) fn new(language: &str) -> Self {
        let locale = Locale::try_from_str(language).ok();
        Self { rules: locale.and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok()) }
    }
}

impl NumberFormat for CldrNumberFormat {
    fn format(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, n: u32) -> PluralCategory {
        match self.rules.as_ref().map(|rules| rules.category_for(n)) {
            Some(icu_plurals::PluralCategory::Zero) => PluralCategory::Zero,
            Some(icu_plurals::PluralCategory::One) => PluralCategory::One,
            Some(icu_plurals::PluralCategory::Two) => PluralCategory::Two,
            Some(icu_plurals::PluralCategory::Few) => PluralCategory::Few,
            Some(icu_plurals::PluralCategory::Many) => PluralCategory::Many,
            Some(icu_plurals::PluralCategory::Other) | None => PluralCategory::Other,
        }
    }
}
