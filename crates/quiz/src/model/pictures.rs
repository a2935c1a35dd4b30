//! The pictures of a quiz, and whether they fit its drawings.

use crate::decode::id::{ChoiceId, DrawingId};
use crate::decode::json_path::PathRef;
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::drawing::Drawings;
use crate::file::parts::Picture;
use crate::file::suggestion::Suggestion;
use crate::model::check::Draft;
use crate::model::quiz::{Choice, Quiz};

/// Calls `visit` with every picture of a quiz, in the order of the file: the path where its drawing is named, and the drawing's
/// id.
pub(crate) fn visit_pictures(quiz: &Quiz, visit: &mut dyn FnMut(PathRef<'_>, &DrawingId)) {
    let root = PathRef::Root;
    for (i, screen) in quiz.screens.iter().enumerate() {
        visit_choices(root.key("screens").item(i), &screen.choices, visit);
    }
    for (i, question) in quiz.questions.iter().enumerate() {
        let path = root.key("questions");
        let path = path.item(i);
        visit_picture(path, question.picture.as_ref(), visit);
        visit_choices(path, &question.choices, visit);
    }
    for (i, cause) in quiz.causes.iter().enumerate() {
        let path = root.key("causes");
        let path = path.item(i);
        visit_picture(path, cause.picture.as_ref(), visit);
        visit_suggestions(path, &cause.try_this, visit);
    }
    let path = root.key("verdicts");
    visit_suggestions(path.key("nothing"), &quiz.verdicts.nothing.try_this, visit);
}

fn visit_picture(
    path: PathRef<'_>,
    picture: Option<&Picture>,
    visit: &mut dyn FnMut(PathRef<'_>, &DrawingId),
) {
    if let Some(picture) = picture {
        visit(path.key("picture").key("drawing"), &picture.drawing);
    }
}

fn visit_choices(path: PathRef<'_>, choices: &[Choice], visit: &mut dyn FnMut(PathRef<'_>, &DrawingId)) {
    let path = path.key("choices");
    for (i, choice) in choices.iter().enumerate() {
        if let Some(drawing) = &choice.picture {
            visit(path.item(i).key("picture"), drawing);
        }
    }
}

fn visit_suggestions(
    path: PathRef<'_>,
    suggestions: &[Suggestion],
    visit: &mut dyn FnMut(PathRef<'_>, &DrawingId),
) {
    let path = path.key("try_this");
    for (i, suggestion) in suggestions.iter().enumerate() {
        if let Some(drawing) = &suggestion.picture {
            visit(path.item(i).key("picture"), drawing);
        }
    }
}

/// The problems between a quiz and its drawings: pictures without a drawing, and regions without a choice. The paths are those of
/// the quiz file.
#[must_use]
pub fn drawing_problems(quiz: &Quiz, drawings: &Drawings) -> Vec<Problem> {
    let mut problems = Vec::new();
    visit_pictures(quiz, &mut |path, name| {
        if drawings.get(name).is_none() {
            let nearest = nearest(name.as_str(), drawings.ids().map(DrawingId::as_str));
            let kind = ProblemKind::UnknownId { what: "drawing", id: name.to_string(), nearest };
            problems.push(Problem::at(&path, kind));
        }
    });
    let path = PathRef::Root;
    let path = path.key("questions");
    for (i, question) in quiz.questions.iter().enumerate() {
        let Some(picture) = &question.picture else { continue };
        let Some(drawing) = drawings.get(&picture.drawing) else { continue };
        let choices = || question.choices.iter().map(|it| it.id.as_str());
        let mut unknown: Vec<&str> = drawing.choices().map(ChoiceId::as_str).collect();
        unknown.dedup();
        unknown.retain(|region| !choices().any(|it| it == *region));
        for region in unknown {
            let kind = ProblemKind::UnknownDrawingRegion {
                region: region.to_owned(),
                nearest: nearest(region, choices()),
            };
            problems.push(Problem::at(&path.item(i).key("picture").key("drawing"), kind));
        }
    }
    problems
}

impl Draft {
    /// The problems between this quiz and its drawings.
    #[must_use]
    pub fn drawing_problems(&self, drawings: &Drawings) -> Vec<Problem> {
        let mut problems = self.quiz.as_ref().map_or_else(Vec::new, |quiz| drawing_problems(quiz, drawings));
        let has_lost_choices = self.has_lost_ids("questions");
        problems.retain(|problem| match &problem.kind {
            // An empty id is a fallback, and has been reported.
            ProblemKind::UnknownId { id, .. } => !id.is_empty(),
            ProblemKind::UnknownDrawingRegion { .. } => !has_lost_choices,
            _ => true,
        });
        problems
    }
}
