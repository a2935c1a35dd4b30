//! A stop: the quiz has ended in a care card.

use web_sys::Element;

use super::card::{care_card, elsewhere};
use super::page::Page;
use super::ui::Ui;
use which_cause_quiz::{Action, EmergencyNumber, Stop, Text};

pub(super) fn stop(ui: Ui, stop: &Stop<'_>) -> Element {
    let mut page = Page::new(ui, "div", "stop");
    let card = stop.card;
    care_card(&mut page, stop.level, &card.heading, |page| {
        page.paragraph("", &card.body);
        if let Some(label) = &card.call {
            for i in 0..EmergencyNumber::MAX {
                call(page, label, i);
            }
        }
        elsewhere(page);
        page.paragraph("list-label", &card.ticked);
        page.list("", &stop.ticked, |page, choice| page.render(&choice.text));
        page.paragraph("", &card.after);
    });
    page.within("div", "buttons", |page| {
        page.button("secondary", &card.undo, Box::new(move || ui.act(&Action::Back)));
    });
    page.at
}

/// The link that calls one of the emergency numbers, by its place among them. Where there are fewer, it is hidden: another region can
/// bring it.
fn call(page: &mut Page, label: &Text, i: usize) {
    let ui = page.ui;
    page.open("a", "primary");
    let (link, label) = (page.at.clone(), label.clone());
    ui.keep(Box::new(move || {
        let calls = ui.emergency_numbers(&label);
        let _ = link.toggle_attribute_with_force("hidden", calls.len() <= i);
        if let Some((address, label)) = calls.get(i) {
            let _ = link.set_attribute("href", address);
            if link.text_content().as_ref() != Some(label) {
                link.set_text_content(Some(label));
            }
        }
    }));
    page.close();
}
