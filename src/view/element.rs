//! The few kinds of element that the widget is made of.
//!
//! Leptos gives every distinct tree of a `view!` a type and code of its own. Screens that are put together from
//! these few, each one type, are shipped in a third of the bytes; `ARCHITECTURE.md`, "Views from few elements".

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::focus::Heading;

/// What a press does.
pub(super) type Press = Box<dyn Fn()>;

/// A paragraph.
pub(super) fn paragraph(class: Option<&'static str>, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}

/// Paragraphs without a class, one for each text.
pub(super) fn paragraphs(texts: impl IntoIterator<Item = String>) -> Vec<AnyView> {
    texts.into_iter().map(|text| paragraph(None, text)).collect()
}

/// A block of elements.
pub(super) fn block(class: &'static str, part: Option<&'static str>, children: Vec<AnyView>) -> AnyView {
    view! { <div class=class part=part>{children}</div> }.into_any()
}

/// A list; none where nothing is in it.
pub(super) fn list(class: Option<&'static str>, items: Vec<AnyView>) -> Option<AnyView> {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
    // WebKit takes a list without markers for no list: https://bugs.webkit.org/show_bug.cgi?id=170179
    (!items.is_empty()).then(|| view! { <ul class=class role="list">{items}</ul> }.into_any())
}

/// Texts by themselves.
pub(super) fn texts(texts: Vec<String>) -> Vec<AnyView> {
    texts.into_iter().map(text).collect()
}

/// A text by itself.
pub(super) fn text(text: String) -> AnyView {
    text.into_any()
}

/// The heading of a screen. Where `focus` is given, the reader's focus goes there.
pub(super) fn heading(text: String, focus: Option<Heading>) -> AnyView {
    let tabindex = focus.map(|_| "-1");
    let node = focus.map_or_else(NodeRef::new, |heading| heading.node);
    view! { <h2 class="heading" tabindex=tabindex node_ref=node>{text}</h2> }.into_any()
}

/// The heading of a part of a screen, or of what is in such a part.
pub(super) fn subheading(level: Level, text: String) -> AnyView {
    match level {
        Level::Part => view! { <h3>{text}</h3> }.into_any(),
        Level::OfCause => view! { <h5>{text}</h5> }.into_any(),
    }
}

/// Where a heading stands under the screen's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// A part of the screen.
    Part,
    /// A part of one of several causes.
    OfCause,
}

/// A part of a screen under a heading of its own.
pub(super) fn section(level: Level, heading: String, children: impl IntoIterator<Item = AnyView>) -> AnyView {
    block("section", None, [subheading(level, heading)].into_iter().chain(children).collect())
}

/// What a reader said, under what they were asked.
pub(super) fn quote(asked: String, said: String) -> AnyView {
    view! { <span class="asked">{asked}</span>" "{said} }.into_any()
}

/// A button.
pub(super) fn button(class: &'static str, label: String, press: Press) -> AnyView {
    pressed_by("button", class, label, press)
}

/// The button of a form, which Enter presses as well. The press alone counts: a page in a sandbox may forbid forms, and
/// their submission is never heard there.
pub(super) fn form_button(class: &'static str, label: String, press: Press) -> AnyView {
    pressed_by("submit", class, label, press)
}

fn pressed_by(kind: &'static str, class: &'static str, label: String, press: Press) -> AnyView {
    let pressed = move |event: MouseEvent| {
        event.prevent_default();
        press();
    };
    view! { <button class=class type=kind on:click=pressed>{label}</button> }.into_any()
}

/// A link. One to somewhere else opens beside the page, so that the reader's result stays.
pub(super) fn link(
    class: Option<&'static str>,
    href: String,
    beside: bool,
    label: String,
    press: Press,
) -> AnyView {
    let (target, rel) = beside.then_some(("_blank", "noopener")).unzip();
    view! { <a class=class href=href target=target rel=rel on:click=move |_| press()>{label}</a> }.into_any()
}

/// A part that is closed until the reader opens it.
pub(super) fn details(class: &'static str, summary: AnyView, children: Vec<AnyView>) -> AnyView {
    view! { <details class=class><summary>{summary}</summary>{children}</details> }.into_any()
}
