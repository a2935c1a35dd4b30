//! Small things to try.

use leptos::prelude::*;
use which_cause_quiz::Suggestion;

use crate::components::context::WidgetContext;
use crate::components::list::List;
use crate::components::paragraph::Paragraph;
use crate::components::picture::{Picture, can_be_shown};
use crate::components::section::{Section, SectionLevel};

/// Small things to try, under a heading. Without any there is no heading.
#[component]
pub(super) fn Suggestions<'a>(
    /// The level of the list's heading.
    level: SectionLevel,
    /// The things to try.
    suggestions: &'a [Suggestion],
) -> AnyView {
    let context = WidgetContext::get();
    if suggestions.is_empty() {
        return ().into_any();
    }
    let quiz = context.quiz();
    let words = quiz.words();
    let item = suggestions.iter().map(|suggestion| {
        let text = context.text(&suggestion.text);
        match suggestion.picture.as_ref().filter(|picture| can_be_shown(picture)) {
            Some(picture) => {
                view! { <div class="to-try"><Paragraph text /><Picture picture /></div> }.into_any()
            }
            None => text,
        }
    });
    let items: Vec<AnyView> = item.collect();
    let note = context.text(&words.try_note);
    view! {
        <Section level heading=context.text(&words.try_this)>
            <Paragraph text=note />
            <List items />
        </Section>
    }
    .into_any()
}
