//! The HTML with which a page shows a quiz: the snippet that a site owner pastes, the frame, and a page to try it on.
//!
//! ```
//! use std::rc::Rc;
//! use which_cause_quiz::{PlainDigits, read};
//! use which_cause_snippet::{Attributes, element_html};
//!
//! let quiz = read(include_str!("../quizzes/starter.json")).expect("a valid quiz file");
//! let attributes: Attributes = [("quiz", "plant.json"), ("region", "GB")].into_iter().collect();
//! let html = element_html(&quiz, &attributes, Rc::new(PlainDigits));
//! assert!(html.starts_with("<which-cause quiz=\"plant.json\" region=\"GB\" start-label=\"Start\">"));
//! ```
//!
//! Everything is a text. Nothing here reads a file or knows where the result goes.

mod attributes;
mod element;
mod escape;
mod frame;
mod page;
mod script;
mod shortcode;
mod style;

pub use attributes::{ATTRIBUTES, Attributes};
pub use element::element_html;
pub use frame::{FRAME_PARAMETERS, frame_html};
pub use page::{frame_page_html, page_html};
pub use script::{Loader, script_html};
pub use shortcode::{SHORTCODE_ATTRIBUTES, shortcode};
pub use style::{is_complete_value, style_html};
