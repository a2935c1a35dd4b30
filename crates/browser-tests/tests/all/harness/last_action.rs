//! What a test does just now, for whoever wants to know where it hung.

use std::cell::RefCell;

thread_local! {
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes what the test of this thread does.
pub(crate) fn doing(what: impl Into<String>) {
    LAST.with(|it| it.replace(what.into()));
}

/// What it did last.
pub(crate) fn last() -> String {
    LAST.with(RefCell::take)
}
