//! How languages count, from the Unicode consortium's own data (CLDR). The widget asks the browser, which has the same.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use which_cause_quiz::{Category, Numbers};

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

impl Numbers for Counting {
    fn say(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, n: u32) -> Category {
        match self.rules.as_ref().map(|it| it.category_for(n)) {
            Some(PluralCategory::Zero) => Category::Zero,
            Some(PluralCategory::One) => Category::One,
            Some(PluralCategory::Two) => Category::Two,
            Some(PluralCategory::Few) => Category::Few,
            Some(PluralCategory::Many) => Category::Many,
            Some(PluralCategory::Other) | None => Category::Other,
        }
    }
}
