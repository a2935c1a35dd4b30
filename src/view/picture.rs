//! Pictures. What is drawn in one, and whether it can be drawn yet, is the business of whoever has the drawings; a quiz
//! without them has its words.

use web_sys::Element;

use super::ui::Ui;
use which_cause_quiz::DrawingId;
use which_cause_quiz::Picture;

/// A picture with what it says to a reader who does not see it.
pub(super) fn picture(ui: Ui, picture: &Picture) -> Option<Element> {
    let drawn = ui.draw(&picture.drawing)?;
    // These are attributes that every element takes.
    let _ = drawn.set_attribute("role", "img");
    let labelled = drawn.clone();
    ui.keep_said(&picture.text, move |words| drop(labelled.set_attribute("aria-label", words)));
    Some(drawn)
}

/// The picture of a text that stands beside it. The text says what it shows, so a reader who hears the page hears that alone.
pub(super) fn beside_text(ui: Ui, drawing: Option<&DrawingId>) -> Option<Element> {
    let drawn = ui.draw(drawing?)?;
    let _ = drawn.set_attribute("aria-hidden", "true");
    Some(drawn)
}
