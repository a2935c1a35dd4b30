//! Makes a test in each engine of a claim, which is an async function: `claim::chromium`, `claim::firefox`,
//! `claim::webkit`. So `cargo test … firefox` is all the claims in Firefox.

use std::any::Any;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::Duration;

use super::doing;

type Panic = Box<dyn Any + Send>;

/// How long a claim may take, so that a browser that hangs is a claim that fails.
const LONGEST: Duration = Duration::from_mins(2);

/// How many claims of one run may be held a second time. Three in some hundred and fifty are a busy machine; more are
/// something to look into.
const SECOND_CHANCES: usize = 3;

/// How many have been.
static HELD_AGAIN: AtomicUsize = AtomicUsize::new(0);

/// Holds a claim, as one of this run.
pub(crate) async fn in_time(claim: impl AsyncFn()) {
    if let Some(first) = hold(claim, &HELD_AGAIN).await {
        announce(&reason(&first));
    }
}

/// Holds a claim. One that fails is held once more, in a browser of its own: a driver loses an answer now and then, or
/// gives one of a moment before (seen once in some hundreds of claims, on a busy machine). It is told either way, and
/// only a few may need it; what is the page's doing fails a second time. Gives the panic of the first time, where it held the
/// second time only.
async fn hold(claim: impl AsyncFn(), held_again: &AtomicUsize) -> Option<Panic> {
    let first = held(&claim).await.err()?;
    if held_again.fetch_add(1, Ordering::Relaxed) >= SECOND_CHANCES {
        eprintln!("more than {SECOND_CHANCES} claims of this run have failed: this one is not held again");
        resume_unwind(first);
    }
    eprintln!("a claim has failed, as told above, and is held once more");
    if let Err(second) = held(&claim).await {
        resume_unwind(second);
    }
    Some(first)
}

/// What a panic says.
fn reason(panic: &Panic) -> String {
    let said = panic.downcast_ref::<String>().map(String::as_str);
    said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason").to_owned()
}

/// Says that a claim needed a second chance. A passing test's output is kept back, so it goes around that.
fn announce(reason: &str) {
    let name = std::thread::current().name().unwrap_or_default().to_owned();
    let _ = writeln!(std::io::stderr(), "\nnote: {name} held the second time only; at first:\n{reason}\n");
}

/// Holds a claim once; the panic, where it fails or takes too long.
async fn held(claim: &impl AsyncFn()) -> Result<(), Panic> {
    tokio::time::timeout(LONGEST, caught(claim())).await.unwrap_or_else(|_| {
        let what = format!("it takes longer than any claim may; the last it did: {}", doing::last());
        eprintln!("{what}");
        Err(Box::new(what))
    })
}

/// What comes of something that may panic.
async fn caught(it: impl Future<Output = ()>) -> Result<(), Panic> {
    let mut it = pin!(it);
    std::future::poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| it.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
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
macro_rules! in_chromium_alone_which_shows_the_accessibility_tree {
    ($(#[$about:meta])* async fn $name:ident($engine:ident: Engine $(,)?) $body:block) => {
        mod $name {
            tests! { super::$name; chromium: Chromium }
        }

        $(#[$about])*
        async fn $name($engine: Engine) $body
    };
}

/// A claim about a page that is zoomed by pinching, which the other drivers cannot do.
macro_rules! in_chromium_alone_which_zooms_pages {
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

mod second_chances {
    use super::{AtomicUsize, Ordering, SECOND_CHANCES, hold};

    /// Holds a claim that fails the first few times: whether that passes, and how often it was held.
    async fn passes(failures: usize, held_again: usize) -> (bool, usize) {
        let holds = AtomicUsize::new(0);
        let claim = async || {
            tokio::task::yield_now().await;
            assert!(holds.fetch_add(1, Ordering::Relaxed) >= failures, "this one fails on purpose");
        };
        let held = async || _ = hold(claim, &AtomicUsize::new(held_again)).await;
        let passed = super::caught(held()).await.is_ok();
        (passed, holds.into_inner())
    }

    #[tokio::test]
    async fn a_claim_that_fails_is_held_once_more() {
        assert_eq!(passes(0, 0).await, (true, 1));
        assert_eq!(passes(1, 0).await, (true, 2));
    }

    #[tokio::test]
    async fn one_that_fails_twice_has_failed() {
        assert_eq!(passes(2, 0).await, (false, 2));
    }

    #[tokio::test]
    async fn only_a_few_of_a_run_are() {
        assert_eq!(passes(1, SECOND_CHANCES).await, (false, 1));
    }
}
