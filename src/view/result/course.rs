//! The invitation to the course. It names whose the course is and promises nothing; where a doctor comes first it
//! is not there.

use crate::view::page::{Level, Page};
use crate::view::ui::Told;
use which_cause_quiz::CourseOffer;

pub(super) fn course(page: &mut Page, offer: CourseOffer<'_>) {
    let ui = page.ui;
    let quiz = ui.quiz();
    let Some(course) = quiz.course() else { return };
    let lead_in = match offer {
        CourseOffer::Withheld(instead) => {
            if let Some(text) = instead {
                page.paragraph("withheld", text);
            }
            return;
        }
        CourseOffer::Offered(text) => text,
    };
    page.within("div", "course", |page| {
        let section = page.at.clone();
        page.set("part", "course");
        page.section(Level::Part, &course.heading, |page| {
            if let Some(text) = lead_in {
                page.paragraph("", text);
            }
            page.within("p", "", |page| {
                page.render(&course.about);
                page.write(" ");
                page.render(&course.limits);
            });
            page.link("primary", "", &course.link);
            let link = page.at.clone();
            ui.keep(Box::new(move || match ui.course() {
                Some(address) => {
                    let _ = section.remove_attribute("hidden");
                    let _ = link.set_attribute("href", &address);
                }
                None => drop(section.set_attribute("hidden", "")),
            }));
            page.hear("click", Box::new(move |_| ui.tell(Told::Course)));
            page.close();
        });
    });
}
