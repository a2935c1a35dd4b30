//! How the browser's `Intl` writes numbers and chooses plural forms.

use std::rc::Rc;

use which_cause::quiz::{NumberFormat, PluralCategory};

use super::host_bridge::HostBridge;

/// The number format of one language.
pub(super) struct IntlFormat {
    language: Box<str>,
    bridge: Rc<HostBridge>,
}

impl IntlFormat {
    /// The number format of a language, a BCP 47 tag.
    pub(super) fn new(language: &str, bridge: &Rc<HostBridge>) -> Self {
        Self { language: language.into(), bridge: Rc::clone(bridge) }
    }
}

impl NumberFormat for IntlFormat {
    fn format(&self, n: u32) -> String {
        self.bridge.number(&self.language, n)
    }

    fn category(&self, n: u32) -> PluralCategory {
        PluralCategory::named(&self.bridge.plural(&self.language, n)).unwrap_or(PluralCategory::Other)
    }
}
