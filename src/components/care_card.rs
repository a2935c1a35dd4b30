//! A care card: who to call or to see, and how soon.

use leptos::prelude::*;
use which_cause_quiz::{CareLevel, Text};

use super::context::WidgetContext;
use super::heading::Heading;
use super::paragraph::Paragraph;
use super::take_focus::TakesFocus;

/// A care card. Its level shows in the icon and in the heading's words as well as in the color.
#[component]
pub(super) fn CareCard(
    /// The care level of the card.
    level: CareLevel,
    /// The heading, which takes the focus.
    heading: Text,
    /// The content under the heading.
    children: Children,
) -> AnyView {
    let text = WidgetContext::get().text(&heading);
    let class = match level {
        CareLevel::Emergency => "care care-emergency",
        CareLevel::Urgent => "care care-urgent",
        CareLevel::Stop => "care care-stop",
        CareLevel::Soon => "care care-soon",
    };
    // Icons drawn for this project on a grid of 24, each of another outline: a triangle, a clock, an octagon, a calendar.
    let icon = match level {
        CareLevel::Emergency => "M12 3 2 21h20zM12 10v5M12 18v.01",
        CareLevel::Urgent => "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM12 7v5l3.5 2.5",
        CareLevel::Stop => "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16.5v.01",
        CareLevel::Soon => "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8M9 15.5l2 2 4-4",
    };
    view! {
        <div class=class part="care">
            <div class="care-band">
                <svg class="care-icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d=icon />
                </svg>
                <Heading id="-care" text takes_focus=TakesFocus::OnScreen />
            </div>
            <div class="care-text" data-announce="">{children()}</div>
        </div>
    }
    .into_any()
}

/// What to do where a number on the card is not the reader's.
#[component]
pub(super) fn ElsewhereLine() -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let text = quiz.care().and_then(|care| care.elsewhere.as_ref());
    match text {
        Some(text) => view! { <Paragraph text=context.text(text) /> }.into_any(),
        None => ().into_any(),
    }
}
