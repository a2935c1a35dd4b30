//! The card that suggests a visit, with the list that the reader takes along.

use crate::view::card::{care_card, elsewhere};
use crate::view::page::Page;
use which_cause_quiz::{CareLevel, Placeholders, Visit};

pub(super) fn visit(page: &mut Page, visit: &Visit<'_>) {
    let quiz = page.ui.quiz();
    let Some(care) = quiz.care() else { return };
    let card = &care.visit;
    care_card(page, CareLevel::Soon, &card.heading, |page| {
        page.paragraph("", &card.body);
        let ticked = visit.ticked.iter().map(|choice| (None, &choice.text));
        let answers = visit.answers.iter().map(|it| (Some(&it.question.text), &it.choice.text));
        page.list("", ticked.chain(answers), |page, (asked, said)| match asked {
            Some(asked) => page.quote(asked, said),
            None => page.render(said),
        });
        if !visit.flags.is_empty() {
            page.paragraph("list-label", &quiz.words().flags);
            page.list("", &visit.flags, |page, flag| page.render(&flag.text));
        }
        page.paragraph("", &card.after);
        if [&card.heading, &card.body, &card.after].into_iter().any(Placeholders::contains_emergency_number) {
            elsewhere(page);
        }
    });
}
