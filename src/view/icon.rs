//! The icons of the care cards, drawn for this project on a grid of 24.

use leptos::prelude::*;

use crate::quiz::CareLevel;

/// A sign for each care level, each of another outline: a triangle, a clock, a calendar.
#[component]
pub(super) fn CareIcon(
    /// The level.
    level: CareLevel,
) -> impl IntoView {
    let lines = match level {
        CareLevel::Emergency => "M12 3 2 21h20zM12 10v5M12 18v.01",
        CareLevel::Urgent => "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM12 7v5l3.5 2.5",
        CareLevel::Soon => "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8M9 15.5l2 2 4-4",
    };
    view! {
        <svg class="care-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=lines />
        </svg>
    }
}
