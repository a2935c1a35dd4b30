//! Where the reader's focus goes after their own press, and what is in view then.

use leptos::html::H2;
use leptos::prelude::*;
use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::ui::Ui;

/// The heading of a screen.
#[derive(Clone, Copy)]
pub(super) struct Heading {
    pub(super) node: NodeRef<H2>,
}

impl Heading {
    pub(super) fn new() -> Self {
        Self { node: NodeRef::new() }
    }
}

/// Moves focus to a screen's heading once it stands, and again whenever the reader is called back to it; a
/// refused step has a line of its own that takes it then.
pub(super) fn bring_forward(ui: Ui, heading: Heading) {
    Effect::new(move || {
        ui.recall.track();
        let refused = ui.session.with_untracked(crate::quiz::Session::refused);
        if let Some(heading) = heading.node.get()
            && !refused
            && ui.attentive.get_value()
        {
            bring_into_focus(&heading);
        }
    });
}

/// Focuses an element and brings it into view with what stands above it in the widget. The browser's own
/// scrolling would put it anywhere in the window, and would move a page that need not move.
pub(super) fn bring_into_focus(element: &HtmlElement) {
    focus_in_place(element);
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let Some(top) = element.closest(".base").ok().flatten() else { return };
    let bottom = element.get_bounding_client_rect().bottom();
    let above = top.get_bounding_client_rect().top() - scroll_margin(&top);
    if above < 0.0 || bottom > height {
        // Where a large text leaves no room for both, the element goes before what stands above it.
        let from: &Element = if bottom - above > height { element } else { &top };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        // A page that scrolls smoothly would make every press a ride.
        options.set_behavior(ScrollBehavior::Instant);
        from.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Focuses an element, and nothing moves.
pub(super) fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot be focused leaves the reader where they are.
    let _ = element.focus_with_options(&options);
}

/// How far from the window's edge the widget has to stay, in pixels: what the page says it needs for a header that
/// stands there.
fn scroll_margin(top: &Element) -> f64 {
    let style = window().get_computed_style(top).ok().flatten();
    let margin = style.and_then(|it| it.get_property_value("scroll-margin-top").ok());
    // In whole pixels: what reads a fraction is larger than this module.
    let pixels = margin.and_then(|it| it.split(['.', 'p']).next().and_then(|it| it.parse::<i32>().ok()));
    f64::from(pixels.unwrap_or(0))
}
