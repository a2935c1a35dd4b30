//! A care card: what a reader with a warning sign is told. Its level shows in its icon and its heading as well as
//! in its colour.

use leptos::prelude::*;

use super::icon::CareIcon;
use crate::quiz::CareLevel;

/// A care card.
#[component]
pub(super) fn CareCard(
    /// How soon the reader needs a person.
    level: CareLevel,
    /// The heading and what stands under it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=["care care-", level.as_str()].concat() part="care">
            <CareIcon level />
            <div class="care-text">{children()}</div>
        </div>
    }
}
