//! How the quiz's language counts, as the browser knows it. `instance.js` asks `Intl`.

use std::rc::Rc;

use super::options::Options;
use which_cause_quiz::{NumberFormat, PluralCategory};

/// How one language counts.
pub(super) struct Counting {
    language: Box<str>,
    options: Rc<Options>,
}

impl Counting {
    pub(super) fn of(language: &str, options: &Rc<Options>) -> Self {
        Self { language: language.into(), options: Rc::clone(options) }
    }
}

impl NumberFormat for Counting {
    fn format(&self, n: u32) -> String {
        self.options.number(&self.language, n)
    }

    fn category(&self, n: u32) -> PluralCategory {
        PluralCategory::named(&self.options.plural(&self.language, n)).unwrap_or(PluralCategory::Other)
    }
}
