//! The invitation to the course. It names whose the course is and promises nothing; where a doctor comes first it
//! is not there.

use leptos::prelude::*;

use crate::quiz::CourseOffer;
use crate::view::element::{Level, block, link, paragraph, section};
use crate::view::ui::{Told, Ui};

pub(super) fn course(ui: Ui, offer: CourseOffer<'_>) -> Option<AnyView> {
    let quiz = ui.quiz();
    let course = quiz.course()?;
    let lead_in = match offer {
        CourseOffer::Withheld(instead) => {
            return instead.map(|text| paragraph(Some("withheld"), ui.say(text)));
        }
        CourseOffer::Offered(text) => text,
    };
    let address = ui.course.get_value()?;
    let mut children: Vec<AnyView> = lead_in.map(|text| paragraph(None, ui.say(text))).into_iter().collect();
    children.push(paragraph(None, [ui.say(&course.about), ui.say(&course.limits)].join(" ")));
    let press = Box::new(move || ui.tell.run(Told::Course));
    children.push(link(Some("primary"), address, false, ui.say(&course.link), press));
    Some(block("course", Some("course"), vec![section(Level::Part, ui.say(&course.heading), children)]))
}
