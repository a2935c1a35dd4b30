//! Where a quiz has pictures, and whether its drawings fit them. Knows nothing of what is drawn.

use crate::decode::id::{ChoiceId, DrawingId};
use crate::decode::json_path::Place;
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::drawing::Drawings;
use crate::file::parts::Picture;
use crate::file::suggestion::Suggestion;
use crate::model::quiz::{Choice, Quiz};

/// Shows every picture of a quiz to `see`, in the order of the file: where its drawing is named, and which.
pub(crate) fn each_picture(quiz: &Quiz, see: &mut dyn FnMut(Place<'_>, &DrawingId)) {
    let top = Place::File;
    for (i, screen) in quiz.screens.iter().enumerate() {
        of_choices(top.key("screens").item(i), &screen.choices, see);
    }
    for (i, question) in quiz.questions.iter().enumerate() {
        let at = top.key("questions");
        let at = at.item(i);
        of(at, question.picture.as_ref(), see);
        of_choices(at, &question.choices, see);
    }
    for (i, cause) in quiz.causes.iter().enumerate() {
        let at = top.key("causes");
        let at = at.item(i);
        of(at, cause.picture.as_ref(), see);
        of_things_to_try(at, &cause.try_this, see);
    }
    let at = top.key("verdicts");
    of_things_to_try(at.key("nothing"), &quiz.verdicts.nothing.try_this, see);
}

fn of(at: Place<'_>, picture: Option<&Picture>, see: &mut dyn FnMut(Place<'_>, &DrawingId)) {
    if let Some(picture) = picture {
        see(at.key("picture").key("drawing"), &picture.drawing);
    }
}

fn of_choices(at: Place<'_>, choices: &[Choice], see: &mut dyn FnMut(Place<'_>, &DrawingId)) {
    let at = at.key("choices");
    for (i, choice) in choices.iter().enumerate() {
        if let Some(drawing) = &choice.picture {
            see(at.item(i).key("picture"), drawing);
        }
    }
}

fn of_things_to_try(at: Place<'_>, things: &[Suggestion], see: &mut dyn FnMut(Place<'_>, &DrawingId)) {
    let at = at.key("try_this");
    for (i, thing) in things.iter().enumerate() {
        if let Some(drawing) = &thing.picture {
            see(at.item(i).key("picture"), drawing);
        }
    }
}

/// Where the pictures of a quiz and its drawings do not fit each other: names that lead to no drawing, and regions that stand
/// for no choice.
#[must_use]
pub fn drawing_problems(quiz: &Quiz, drawings: &Drawings) -> Vec<Problem> {
    let mut problems = Vec::new();
    each_picture(quiz, &mut |at, name| {
        if drawings.get(name).is_none() {
            let nearest = nearest(name.as_str(), drawings.names().map(DrawingId::as_str));
            let kind = ProblemKind::UnknownId { what: "drawing", id: name.to_string(), nearest };
            problems.push(Problem::at(&at, kind));
        }
    });
    let at = Place::File;
    let at = at.key("questions");
    for (i, question) in quiz.questions.iter().enumerate() {
        let Some(picture) = &question.picture else { continue };
        let Some(drawing) = drawings.get(&picture.drawing) else { continue };
        let choices = || question.choices.iter().map(|it| it.id.as_str());
        let mut strays: Vec<&str> = drawing.choices().map(ChoiceId::as_str).collect();
        strays.dedup();
        strays.retain(|region| !choices().any(|it| it == *region));
        for region in strays {
            let kind =
                ProblemKind::StrayRegion { region: region.to_owned(), nearest: nearest(region, choices()) };
            problems.push(Problem::at(&at.item(i).key("picture").key("drawing"), kind));
        }
    }
    problems
}
