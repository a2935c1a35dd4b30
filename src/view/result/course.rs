//! The invitation to the course. It names whose the course is and promises nothing; where a doctor comes first it
//! is not there.

use leptos::prelude::*;

use super::list::Section;
use crate::quiz::CourseOffer;
use crate::view::ui::{Told, Ui};

pub(super) fn course(ui: Ui, offer: CourseOffer<'_>) -> Option<AnyView> {
    let quiz = ui.quiz();
    let course = quiz.course()?;
    let lead_in = match offer {
        CourseOffer::Withheld(instead) => {
            return instead.map(|text| view! { <p class="note">{ui.say(text)}</p> }.into_any());
        }
        CourseOffer::Offered(text) => text.map(|text| ui.say(text)),
    };
    let address = ui.course.get_value()?;
    let (about, limits, link) = (ui.say(&course.about), ui.say(&course.limits), ui.say(&course.link));
    let view = view! {
        <div class="course" part="course">
            <Section heading=ui.say(&course.heading)>
                {lead_in.map(|text| view! { <p>{text}</p> })}
                <p>{about}" "{limits}</p>
                <a class="primary" href=address on:click=move |_| ui.tell.run(Told::Course)>{link}</a>
            </Section>
        </div>
    };
    Some(view.into_any())
}
