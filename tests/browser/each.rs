//! Makes a test in each engine of a claim, which is an async function: `claim::chromium`, `claim::firefox`,
//! `claim::webkit`. So `cargo test … firefox` is all the claims in Firefox.

use std::time::Duration;

use super::doing;

/// How long a claim may take, so that a browser that hangs is a claim that fails.
const LONGEST: Duration = Duration::from_mins(2);

/// Holds a claim. One that does not come to an end is held once more, in a browser of its own: Firefox's driver loses an
/// answer now and then (seen once in some hundreds of claims, on a busy machine). What is the page's doing hangs a second time, and whatever is not
/// as claimed fails at once.
pub(crate) async fn in_time(claim: impl AsyncFn()) {
    for again in [true, false] {
        if tokio::time::timeout(LONGEST, claim()).await.is_ok() {
            return;
        }
        let last = doing::last();
        assert!(again, "it takes no longer than any claim may, twice; the last it did: {last}");
        eprintln!("a claim came to no end, and is held once more; the last it did: {last}");
    }
}

/// The tests of one claim, for the engines that are named.
macro_rules! tests {
    ($claim:expr; $($name:ident: $engine:ident),*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            $crate::each::in_time(async || $claim($crate::engine::Engine::$engine).await).await;
        }
    )*};
}

/// A claim that holds in every engine.
macro_rules! in_every_engine {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium, firefox: Firefox, webkit: WebKit }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim that holds in every engine, for a reader by mouse and for one by keyboard alone.
macro_rules! by_mouse_and_by_keyboard {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine, $hand:ident: Hand $(,)?) $body:block) => {
        mod $name {
            use $crate::reader::Hand;

            mod by_mouse {
                tests! {
                    |engine| super::super::$name(engine, super::Hand::Mouse);
                    chromium: Chromium, firefox: Firefox, webkit: WebKit
                }
            }

            mod by_keyboard {
                tests! {
                    |engine| super::super::$name(engine, super::Hand::Keyboard);
                    chromium: Chromium, firefox: Firefox, webkit: WebKit
                }
            }
        }

        $(#[$about])*
        async fn $name($engine: Engine, $hand: Hand) $body
    };
}

/// A claim about `forced-colors`, which WebKit does not know.
macro_rules! where_colors_can_be_forced {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium, firefox: Firefox }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim for which a page's nodes and listeners have to be counted, which Chromium alone lets a test do.
macro_rules! in_chromium_alone_which_counts_nodes {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim for which the quiz is taken again and again: where lines break differs little between the engines.
macro_rules! in_chromium_alone_since_it_takes_long {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim about layout shifts, of which Chromium alone tells.
macro_rules! in_chromium_alone_which_reports_layout_shifts {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim about the whole of the accessibility tree, which Chromium alone shows to a test.
macro_rules! in_chromium_alone_which_shows_what_is_heard {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim for which the window's shape has to change, which a display of WebKit's own size does not let it.
macro_rules! where_a_phone_can_be_turned {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium, firefox: Firefox }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}
