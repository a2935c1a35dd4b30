//! A part of a screen under a heading of its own.

use leptos::prelude::*;

/// The level of a section's heading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionLevel {
    /// Under the screen's heading.
    Part,
    /// Within one of several causes.
    OfCause,
}

/// A section: its heading and its content.
#[component]
pub(super) fn Section(
    /// The level of its heading.
    level: SectionLevel,
    /// The heading's words.
    heading: AnyView,
    /// The content.
    children: Children,
) -> AnyView {
    let heading = match level {
        SectionLevel::Part => view! { <h3>{heading}</h3> }.into_any(),
        SectionLevel::OfCause => view! { <h5>{heading}</h5> }.into_any(),
    };
    view! { <div class="section">{heading} {children()}</div> }.into_any()
}
