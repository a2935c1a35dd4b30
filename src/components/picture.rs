//! Pictures. The host draws them; a quiz without its drawings goes on in words.

use leptos::prelude::*;
use web_sys::Element;
use which_cause_quiz::DrawingId;

use super::context::{WidgetContext, Words};

/// A picture of a drawing. Where it cannot be drawn yet there is none.
#[component]
pub(super) fn Picture(
    /// The drawing's name.
    drawing: DrawingId,
    /// A text for readers who do not see it. Without one, screen readers pass over the picture: a text beside it says the same.
    #[prop(optional)]
    text: Option<Words>,
) -> AnyView {
    if !has_drawing(&drawing) {
        return ().into_any();
    }
    match text {
        Some(text) => view! { <svg role="img" aria-label=text use:draw=drawing /> }.into_any(),
        None => view! { <svg aria-hidden="true" use:draw=drawing /> }.into_any(),
    }
}

/// Whether a drawing can be drawn now.
pub(super) fn has_drawing(drawing: &DrawingId) -> bool {
    WidgetContext::get().host().has_drawing(drawing.as_str())
}

/// Draws a drawing into its element.
fn draw(svg: Element, drawing: DrawingId) {
    WidgetContext::get().host().draw(drawing.as_str(), &svg);
}
