//! Where the reader's focus goes after their own press, and what is in view then.

use leptos::html::H2;
use leptos::prelude::*;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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
        {
            bring_into_focus(&heading);
        }
    });
}

/// Focuses an element and brings it into view with what stands above it in the widget. The browser's own
/// scrolling would put it anywhere in the window, and would move a page that need not move.
pub(super) fn bring_into_focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot be focused leaves the reader where they are.
    let _ = element.focus_with_options(&options);
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let Some(top) = element.closest(".base").ok().flatten() else { return };
    let above = top.get_bounding_client_rect().top() < 0.0;
    let below = element.get_bounding_client_rect().bottom() > height;
    if above || below {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        top.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
