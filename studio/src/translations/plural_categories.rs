//! The plural category of each number that a quiz can have, asked for once for each language.

use which_cause_quiz::{NumberFormat, PluralCategory};

/// The most weeks that a quiz file can have.
const MAX_WEEKS: u32 = 52;

/// The plural rules of a language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PluralCategories(Vec<PluralCategory>);

impl PluralCategories {
    /// The rules of the language that a number format is for.
    pub(crate) fn of(numbers: &dyn NumberFormat) -> Self {
        Self((0..=MAX_WEEKS).map(|n| numbers.category(n)).collect())
    }

    /// Some numbers that use the plural form of a name: "2, 3, 4 …". Empty if no number does.
    pub(crate) fn examples(&self, form: &str) -> String {
        const SHOWN: usize = 3;
        let mut numbers =
            (0..).zip(&self.0).filter(|(_, it)| it.as_str() == form).map(|(n, _): (u32, _)| n.to_string());
        let shown: Vec<String> = numbers.by_ref().take(SHOWN).collect();
        let rest = if numbers.next().is_some() { " …" } else { "" };
        shown.join(", ") + rest
    }
}

impl NumberFormat for PluralCategories {
    fn format(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, n: u32) -> PluralCategory {
        let index = usize::try_from(n).unwrap_or(usize::MAX);
        self.0.get(index).copied().unwrap_or(PluralCategory::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One, then two to four, then all other numbers.
    struct LikeCzech;

    impl NumberFormat for LikeCzech {
        fn format(&self, n: u32) -> String {
            n.to_string()
        }

        fn category(&self, n: u32) -> PluralCategory {
            match n {
                1 => PluralCategory::One,
                2..=4 => PluralCategory::Few,
                _ => PluralCategory::Other,
            }
        }
    }

    #[test]
    fn each_form_has_the_first_numbers_that_use_it() {
        let categories = PluralCategories::of(&LikeCzech);
        assert_eq!(categories.examples("one"), "1");
        assert_eq!(categories.examples("few"), "2, 3, 4");
        assert_eq!(categories.examples("other"), "0, 5, 6 …");
        assert_eq!(categories.examples("many"), "");
    }
}
