//! The last action of a test, for the message about a test that takes too long.

use std::cell::RefCell;

thread_local! {
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Sets the last action of this thread's test.
pub(crate) fn set(action: impl Into<String>) {
    LAST.with(|it| it.replace(action.into()));
}

/// The last action.
pub(crate) fn last() -> String {
    LAST.with_borrow(String::clone)
}
