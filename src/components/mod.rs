//! The quiz as Leptos components: [`Quiz`] and the parts of its screens, one in each file.
//!
//! A component reads the session and the host page's values as signals, renders them, and turns a reader's press into an
//! [`Action`](which_cause_quiz::Action). Nothing here knows the custom element, the network or storage: what a screen needs of the
//! page goes through [`Host`], and what the page may want to know goes out as a [`WidgetEvent`].

#![allow(unreachable_pub, reason = "the component macro makes the types of props public")]
#![allow(
    clippy::needless_pass_by_value,
    clippy::elidable_lifetime_names,
    reason = "a component owns its props and names their lifetimes"
)]

mod browser_host;
mod button;
mod care_card;
mod choice_option;
mod context;
mod drawing;
mod error_message;
mod focus_control;
mod heading;
mod host;
mod image_map;
mod list;
mod marked_text;
mod new_tab_link;
mod page_value;
mod paragraph;
mod picture;
mod progress_bar;
mod question_form;
mod quiz;
mod quiz_styles;
mod result;
mod section;
mod stop_screen;
mod stray_clicks;
mod take_focus;
mod translations;

pub use browser_host::BrowserHost;
pub use focus_control::FocusControl;
pub use host::{Completion, Host, WidgetEvent};
pub use page_value::PageValue;
pub use quiz::{Quiz, QuizProps};
pub use quiz_styles::{QuizStyles, QuizStylesProps, STYLES};
pub use translations::Translations;
