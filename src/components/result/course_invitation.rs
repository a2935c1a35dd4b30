//! The invitation to the course.

use leptos::prelude::*;
use which_cause_quiz::CourseOffer;

use crate::components::context::{ReactiveText, WidgetContext};
use crate::components::host::WidgetEvent;
use crate::components::paragraph::Paragraph;
use crate::components::section::{Section, SectionLevel};

/// The invitation to the course. It names whose the course is and promises nothing. Where a doctor comes first there is none, and
/// without an address it is hidden.
#[component]
pub(super) fn CourseInvitation<'a>(
    /// Whether the result may lead to the course.
    offer: CourseOffer<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let Some(course) = quiz.course() else { return ().into_any() };
    let lead_in = match offer {
        CourseOffer::Offered(lead_in) => lead_in,
        CourseOffer::Withheld(instead) => {
            return instead
                .map(|text| view! { <Paragraph class="withheld" text=context.text(text) /> }.into_inner())
                .into_any();
        }
    };
    let lead_in = lead_in.map(|text| view! { <Paragraph text=context.text(text) /> }.into_inner());
    let [about, limits, link] = [&course.about, &course.limits, &course.link].map(|text| context.text(text));
    let address: ReactiveText = Box::new(move || context.page().course.get().unwrap_or_default());
    let hidden = move || context.page().course.get().is_none();
    let follow = move |_| context.on_event.run(WidgetEvent::CourseOpened);
    // The listener captures, as in `Button`.
    view! {
        <div class="course" part="course" prop:hidden=hidden>
            <Section level=SectionLevel::Part heading=context.text(&course.heading)>
                {lead_in}
                <p>{about} " " {limits}</p>
                <a class="primary" href=address on:click:capture=follow>{link}</a>
            </Section>
        </div>
    }
    .into_any()
}
