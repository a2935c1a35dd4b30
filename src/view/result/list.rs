//! A heading of the result and what stands under it.

use leptos::prelude::*;

/// A part of the result under a heading of its own.
#[component]
pub(super) fn Section(
    /// The heading.
    heading: String,
    /// What stands under it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="part">
            <h3>{heading}</h3>
            {children()}
        </div>
    }
}

/// A heading, perhaps a note, and a list.
pub(super) struct Listed {
    pub(super) heading: String,
    pub(super) note: Option<String>,
    pub(super) items: Vec<String>,
}

impl Listed {
    /// The part of the result, unless its list is empty.
    pub(super) fn view(self) -> Option<AnyView> {
        if self.items.is_empty() {
            return None;
        }
        let Self { heading, note, items } = self;
        let view = view! {
            <Section heading>
                {note.map(|note| view! { <p>{note}</p> })}
                <ul>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
            </Section>
        };
        Some(view.into_any())
    }
}
