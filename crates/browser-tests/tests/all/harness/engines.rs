//! Macros that turn one async function into a test for each browser engine: `name::chromium`, `name::firefox`,
//! `name::webkit`.
//!
//! `cargo nextest run … firefox` runs the tests of one engine.

use std::time::Duration;

use crate::harness::last_action;

/// How long a test may take. A test whose browser hangs fails.
const LIMIT: Duration = Duration::from_mins(4);

/// Runs a test, and fails it after [`LIMIT`].
///
/// # Panics
///
/// If the test takes longer.
pub(crate) async fn run(test: impl Future<Output = ()>) {
    let result = tokio::time::timeout(LIMIT, test).await;
    assert!(result.is_ok(), "the test took longer than {LIMIT:?}; its last action: {}", last_action::last());
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

/// A test in every engine, by mouse and by keyboard.
macro_rules! mouse_and_keyboard {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine, $device:ident: InputDevice $(,)?) $body:block) => {
        mod $name {
            use $crate::harness::reader::InputDevice;

            mod by_mouse {
                $crate::harness::engines::engine_tests! {
                    |engine| super::super::$name(engine, super::InputDevice::Mouse);
                    chromium: Chromium, firefox: Firefox, webkit: WebKit
                }
            }

            mod by_keyboard {
                $crate::harness::engines::engine_tests! {
                    |engine| super::super::$name(engine, super::InputDevice::Keyboard);
                    chromium: Chromium, firefox: Firefox, webkit: WebKit
                }
            }
        }

        $(#[$about])*
        async fn $name($engine: Engine, $device: InputDevice) $body
    };
}

/// A test in Chromium, by mouse and by keyboard.
macro_rules! mouse_and_keyboard_in_chromium {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine, $device:ident: InputDevice $(,)?) $body:block) => {
        mod $name {
            use $crate::harness::reader::InputDevice;

            mod by_mouse {
                $crate::harness::engines::engine_tests! {
                    |engine| super::super::$name(engine, super::InputDevice::Mouse); chromium: Chromium
                }
            }

            mod by_keyboard {
                $crate::harness::engines::engine_tests! {
                    |engine| super::super::$name(engine, super::InputDevice::Keyboard); chromium: Chromium
                }
            }
        }

        $(#[$about])*
        async fn $name($engine: Engine, $device: InputDevice) $body
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

/// A test in Firefox and WebKit. Another test shows more of the same in Chromium.
macro_rules! firefox_and_webkit {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            $crate::harness::engines::engine_tests! { super::$name; firefox: Firefox, webkit: WebKit }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A test in Chromium only: engines do not differ in what it tests, or only Chromium can test it.
macro_rules! chromium_only {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            $crate::harness::engines::engine_tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

pub(crate) use {
    chromium_and_firefox, chromium_only, engine_tests, every_engine, firefox_and_webkit, mouse_and_keyboard,
    mouse_and_keyboard_in_chromium,
};
