//! A value of the page around a quiz, which can change.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::*;

/// A text that the page around a quiz sets, such as the reader's region, and may change. A text, a signal and a function that reads
/// signals convert into one.
#[derive(Clone, Default)]
pub struct PageValue {
    /// A function behind a pointer: so an app links only the kind of signal that it passes.
    get: Option<Arc<dyn Fn() -> Option<String> + Send + Sync>>,
}

impl PageValue {
    /// The present value, if there is one.
    pub(super) fn get(&self) -> Option<String> {
        self.get.as_ref().and_then(|get| get())
    }
}

impl<F: Fn() -> Option<String> + Send + Sync + 'static> From<F> for PageValue {
    fn from(get: F) -> Self {
        Self { get: Some(Arc::new(get)) }
    }
}

macro_rules! from_signals {
    ($($signal:ident)*) => {$(
        impl From<$signal<Option<String>>> for PageValue {
            fn from(signal: $signal<Option<String>>) -> Self {
                (move || signal.get()).into()
            }
        }
    )*};
}

from_signals! { RwSignal ReadSignal Memo Signal }

impl From<Option<String>> for PageValue {
    fn from(text: Option<String>) -> Self {
        (move || text.clone()).into()
    }
}

impl From<String> for PageValue {
    fn from(text: String) -> Self {
        Some(text).into()
    }
}

impl From<&str> for PageValue {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for PageValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PageValue").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn signals_and_functions_are_followed() {
        Owner::new().with(|| {
            let region = RwSignal::new(of("GB"));
            let values: [PageValue; 5] = [
                region.into(),
                region.read_only().into(),
                Memo::new(move |_| region.get()).into(),
                Signal::derive(move || region.get()).into(),
                (move || region.get()).into(),
            ];
            for next in [of("AT"), None] {
                region.set(next.clone());
                for value in &values {
                    assert_eq!(value.get(), next);
                }
            }
        });
    }

    #[test]
    fn texts_are_values() {
        for value in ["GB".into(), "GB".to_owned().into(), of("GB").into()] {
            let value: PageValue = value;
            assert_eq!(value.get(), of("GB"));
        }
        assert_eq!(PageValue::default().get(), None);
    }
}
