//! Which steps of a quiz are asked.

use crate::model::picks::Picks;
use crate::model::quiz::Quiz;

/// Whether each step is asked, by the picks of the first `known` steps. `None` means that it depends on a later answer.
///
/// Every screen is asked. The picks of a question that is not asked do not count.
pub(crate) fn asked(quiz: &Quiz, picks: &[Picks], known: usize) -> Vec<Option<bool>> {
    let screens = quiz.screens.len();
    let mut asked = vec![Some(true); screens];
    for question in &quiz.questions {
        let is_picked = |(question, choice): (usize, usize)| {
            let step = screens + question;
            match asked[step] {
                Some(true) if step < known => Some(picks[step].has(choice)),
                Some(false) => Some(false),
                _ => None,
            }
        };
        let holds = question.ask_if.as_ref().map_or(Some(true), |condition| condition.holds(is_picked));
        asked.push(holds);
    }
    asked
}
