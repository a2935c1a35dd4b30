//! Texts under a heading.

use leptos::prelude::*;
use which_cause_quiz::{RichText, Text};

use crate::components::context::WidgetContext;
use crate::components::list::List;
use crate::components::section::{Section, SectionLevel};

/// Texts under a heading. Without texts there is no heading.
#[component]
pub(super) fn TextList<'a>(
    /// The level of the list's heading.
    level: SectionLevel,
    /// The heading.
    heading: &'a Text,
    /// The texts.
    texts: &'a [RichText],
) -> AnyView {
    let context = WidgetContext::get();
    if texts.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = texts.iter().map(|text| context.text(text)).collect();
    view! { <Section level heading=context.text(heading)><List items /></Section> }.into_any()
}
