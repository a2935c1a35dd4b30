//! The studio: a page on which an author writes a quiz, tries it and sees every problem. Nothing leaves the browser.

#![allow(unreachable_pub, reason = "the component macro makes the types of props public")]
#![allow(clippy::needless_pass_by_value, reason = "a component owns its props")]

mod additions;
mod analysis;
mod by_address;
mod check;
mod clipboard;
mod components;
mod css;
mod document;
mod document_signal;
mod draft_keeper;
mod drafts;
mod drawings_check;
mod editor;
mod examples;
mod files;
mod focus;
mod format;
mod import;
mod new_drafts;
mod new_item;
mod opening;
mod page;
mod page_file;
mod panic_message;
mod part;
mod photos;
mod preview_session;
mod saving;
mod sortable;
mod test_cases;
mod translations;
mod widget_files;

use leptos::mount::mount_to_body;

fn main() {
    panic_message::show_on_panic();
    mount_to_body(components::App);
}
