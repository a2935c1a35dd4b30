//! A quiz that answers "which one is mine?" for an article that lists possible causes, as a Leptos component.
//!
//! [`Quiz`] renders a quiz in any client-side Leptos app:
//!
//! ```
//! use leptos::prelude::*;
//! use which_cause::{Quiz, QuizStyles, WidgetEvent, quiz};
//!
//! /// A page with a quiz.
//! #[component]
//! fn App() -> impl IntoView {
//!     # /*
//!     let quiz = quiz::read(include_str!("quiz.json")).expect("a valid quiz file");
//!     # */
//!     # let quiz = quiz::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/starter.json"))).expect("a valid quiz file");
//!     let on_event = |event| {
//!         if let WidgetEvent::Step { number, of } = event {
//!             leptos::logging::log!("step {number} of {of}");
//!         }
//!     };
//!     view! {
//!         <QuizStyles>
//!             <Quiz quiz region="GB" course="https://example.org/course/" on_event />
//!         </QuizStyles>
//!     }
//! }
//! # _ = App;
//! ```
//!
//! The engine is the module [`quiz`]: it reads and checks quiz files. In the repository, `examples/leptos-app` is a whole app.
//! There this package also has a binary, the custom element `<which-cause>`, which mounts the same component.

/// The example in the README is compiled as a test.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;

mod components;

pub use components::{
    BrowserHost, Completion, FocusControl, Host, PageValue, Quiz, QuizProps, QuizStyles, QuizStylesProps,
    STYLES, Translations, WidgetEvent,
};
#[doc(inline)]
pub use which_cause_quiz as quiz;
