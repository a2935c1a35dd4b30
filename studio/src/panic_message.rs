//! The message after a panic. The module cannot go on then: nothing would be kept, although the page still takes input.

use std::panic;

use leptos::logging::error;
use leptos::prelude::document;

const MESSAGE: &str = "<div id=\"stopped\" class=\"stopped\" role=\"alert\"><h1>The studio has stopped</h1>\
    <p>The studio has an error. The last change may be lost. Everything that the browser kept before is in the list of drafts.</p>\
    <p><a href=\"\">All drafts</a></p></div>";

/// Shows the message at every panic from now on, and takes no more input.
pub(crate) fn show_on_panic() {
    panic::set_hook(Box::new(|panic| {
        error!("{panic}");
        let Some(body) = document().body().filter(|_| document().get_element_by_id("stopped").is_none())
        else {
            return;
        };
        let children = body.children();
        for child in (0..children.length()).filter_map(|index| children.item(index)) {
            _ = child.set_attribute("inert", "");
        }
        _ = body.insert_adjacent_html("beforeend", MESSAGE);
    }));
}
