//! The page around a widget, as the components see it.

use std::pin::Pin;
use std::rc::Rc;

use web_sys::Element;
use which_cause_quiz::{NumberFormat, Sheet};

use super::stray_clicks::drop_stray_clicks;

/// Resolves to whether something that the browser does later has worked.
pub type Completion = Pin<Box<dyn Future<Output = bool>>>;

/// The services of the page that a widget needs.
pub trait Host {
    /// How a language writes numbers and chooses plural forms.
    fn number_format(&self, language: &str) -> Rc<dyn NumberFormat>;

    /// The name of a region (ISO 3166-1, two capitals) in a language.
    fn region_name(&self, region: &str, language: &str) -> String;

    /// Whether a drawing can be drawn: not before the drawings have arrived.
    fn has_drawing(&self, name: &str) -> bool;

    /// Draws a drawing into an empty `<svg>` element. The regions of a drawing stand for the choices beside it.
    fn draw(&self, name: &str, svg: &Element);

    /// The address of a photo for the page, where the quiz has it relative to its own file.
    fn photo_address(&self, address: &str) -> String {
        address.to_owned()
    }

    /// Moves the focus to an element and brings it into view.
    fn focus(&self, element: &Element);

    /// Takes the focus off the control of the widget that has it, if one has.
    fn release_focus(&self);

    /// Drops clicks in a widget that were not meant for its present screen, such as the second click of a double click on Next. Called
    /// once the widget is in the page. By default they are dropped until the current reactive owner is cleaned up.
    fn drop_stray_clicks(&self, widget: &Element) {
        drop_stray_clicks(widget);
    }

    /// A line that says when and where the quiz was taken, in a language.
    fn result_note(&self, language: &str) -> String;

    /// Prints a result.
    fn print(&self, sheet: &Sheet) -> Completion;

    /// Copies a result as text.
    fn copy(&self, sheet: &Sheet) -> Completion;
}

/// An event of the widget that its page may want to know of. No event carries an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WidgetEvent {
    /// The first screen is shown.
    Started,
    /// The reader came to a safety screen or a question.
    Step {
        /// Its number among the steps that this reader is asked, from 1.
        number: usize,
        /// How many safety screens and questions the quiz has, asked or not. If questions have conditions, the last step of a
        /// reader can be below that.
        of: usize,
    },
    /// The reader came to the result.
    Finished {
        /// `leads`, `mixed` or `nothing`.
        verdict: &'static str,
        /// The ids of the causes that the result shows.
        causes: Vec<String>,
    },
    /// The reader followed the link to the course.
    CourseOpened,
    /// The reader went back from the first screen.
    Left,
}
