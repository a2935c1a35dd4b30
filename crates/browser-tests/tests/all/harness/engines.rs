//! Macros that make a test for each browser engine out of one async function: `name::chromium`, `name::firefox`,
//! `name::webkit`.
//!
//! `cargo nextest run … firefox` runs the tests of one engine.

use std::time::Duration;

use crate::harness::last_action;

/// How long a test may take. A browser that hangs fails its test.
const LIMIT: Duration = Duration::from_mins(2);

/// Runs a test, and fails it after [`LIMIT`].
///
/// # Panics
///
/// Where the test takes longer.
pub(crate) async fn run(test: impl Future<Output = ()>) {
    if tokio::time::timeout(LIMIT, test).await.is_err() {
        panic!("the test took longer than {LIMIT:?}; its last action: {}", last_action::last());
    }
}

/// One test for each named engine.
macro_rules! engine_tests {
    ($test:expr; $($name:ident: $engine:ident),*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            $crate::harness::engines::run($test($crate::harness::engine::Engine::$engine)).await;
        }
    )*};
}

/// A test in every engine.
macro_rules! every_engine {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            $crate::harness::engines::engine_tests! { super::$name; chromium: Chromium, firefox: Firefox, webkit: WebKit }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A test in every engine, for a reader with a mouse and for one with a keyboard alone.
macro_rules! mouse_and_keyboard {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine, $hand:ident: Hand $(,)?) $body:block) => {
        mod $name {
            use $crate::harness::reader::Hand;

            mod by_mouse {
                $crate::harness::engines::engine_tests! {
                    |engine| super::super::$name(engine, super::Hand::Mouse);
                    chromium: Chromium, firefox: Firefox, webkit: WebKit
                }
            }

            mod by_keyboard {
                $crate::harness::engines::engine_tests! {
                    |engine| super::super::$name(engine, super::Hand::Keyboard);
                    chromium: Chromium, firefox: Firefox, webkit: WebKit
                }
            }
        }

        $(#[$about])*
        async fn $name($engine: Engine, $hand: Hand) $body
    };
}

/// A test in Chromium and Firefox. The test's comment says what WebKit lacks.
macro_rules! chromium_and_firefox {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            $crate::harness::engines::engine_tests! { super::$name; chromium: Chromium, firefox: Firefox }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A test in Chromium alone: engines do not differ in what it shows, or only Chromium can show it.
macro_rules! chromium_only {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            $crate::harness::engines::engine_tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

pub(crate) use {chromium_and_firefox, chromium_only, engine_tests, every_engine, mouse_and_keyboard};
