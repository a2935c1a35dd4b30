//! The pictures of a quiz: whether they fit its drawings, and which photos some readers do not see.

use crate::decode::id::{ChoiceId, DrawingId};
use crate::decode::json_path::{JsonPath, PathRef};
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::drawing::Drawings;
use crate::file::picture::{Photo, Picture, PictureSource};
use crate::file::suggestion::Suggestion;
use crate::model::check::Draft;
use crate::model::quiz::{Choice, Question, Quiz};

/// Called with the path where a drawing is named, or with the path of the object of a photo.
type Visit<'v> = dyn FnMut(PathRef<'_>, &PictureSource) + 'v;

/// Calls `visit` with every picture of a quiz, in the order of the file.
pub(crate) fn visit_pictures(quiz: &Quiz, visit: &mut Visit<'_>) {
    let root = PathRef::Root;
    if let Some(picture) = &quiz.intro.picture {
        visit(root.key("intro").key("picture"), &PictureSource::Photo(picture.photo.clone()));
    }
    for (i, screen) in quiz.screens.iter().enumerate() {
        visit_choices(root.key("screens").item(i), &screen.choices, visit);
    }
    for (i, question) in quiz.questions.iter().enumerate() {
        visit_question(root.key("questions").item(i), question, visit);
    }
    visit_results(quiz, visit);
}

/// Whether a quiz has a drawing.
pub(crate) fn has_drawings(quiz: &Quiz) -> bool {
    let mut has_drawings = false;
    visit_pictures(quiz, &mut |_, source| has_drawings |= source.drawing().is_some());
    has_drawings
}

/// Calls `visit` with every picture of a result.
fn visit_results(quiz: &Quiz, visit: &mut Visit<'_>) {
    let root = PathRef::Root;
    for (i, cause) in quiz.causes.iter().enumerate() {
        let path = root.key("causes");
        let path = path.item(i);
        visit_picture(path, cause.picture.as_ref(), visit);
        visit_suggestions(path, &cause.try_this, visit);
    }
    let path = root.key("verdicts");
    visit_suggestions(path.key("nothing"), &quiz.verdicts.nothing.try_this, visit);
}

fn visit_question(path: PathRef<'_>, question: &Question, visit: &mut Visit<'_>) {
    visit_picture(path, question.picture.as_ref(), visit);
    visit_choices(path, &question.choices, visit);
}

fn visit_picture(path: PathRef<'_>, picture: Option<&Picture>, visit: &mut Visit<'_>) {
    let Some(picture) = picture else { return };
    let path = path.key("picture");
    match picture.source {
        PictureSource::Drawing(_) => visit(path.key("drawing"), &picture.source),
        PictureSource::Photo(_) => visit(path, &picture.source),
    }
}

fn visit_choices(path: PathRef<'_>, choices: &[Choice], visit: &mut Visit<'_>) {
    let path = path.key("choices");
    for (i, choice) in choices.iter().enumerate() {
        if let Some(picture) = &choice.picture {
            visit(path.item(i).key("picture"), &picture.source);
        }
    }
}

fn visit_suggestions(path: PathRef<'_>, suggestions: &[Suggestion], visit: &mut Visit<'_>) {
    let path = path.key("try_this");
    for (i, suggestion) in suggestions.iter().enumerate() {
        if let Some(picture) = &suggestion.picture {
            visit(path.item(i).key("picture"), &picture.source);
        }
    }
}

/// The addresses of the photos that only some readers see, by their answers, with spaces between them. No address has a space.
pub(crate) fn photos_by_answers(quiz: &Quiz) -> Box<str> {
    let mut addresses: Vec<String> = Vec::new();
    let mut add = |_: PathRef<'_>, source: &PictureSource| {
        let address = source.photo().map(|photo| photo.address.as_str().to_owned());
        addresses.extend(address.filter(|address| !addresses.contains(address)));
    };
    for question in quiz.questions.iter().filter(|question| question.has_condition()) {
        visit_question(PathRef::Root, question, &mut add);
    }
    visit_results(quiz, &mut add);
    addresses.join(" ").into()
}

/// The problems between a quiz and its drawings: pictures without a drawing, and regions without a choice. The paths are those of
/// the quiz file.
#[must_use]
pub fn drawing_problems(quiz: &Quiz, drawings: &Drawings) -> Vec<Problem> {
    let mut problems = Vec::new();
    visit_pictures(quiz, &mut |path, source| {
        if let Some(name) = source.drawing().filter(|name| drawings.get(name).is_none()) {
            let nearest = nearest(name.as_str(), drawings.ids().map(DrawingId::as_str));
            let kind = ProblemKind::UnknownId { what: "drawing", id: name.to_string(), nearest };
            problems.push(Problem::at(&path, kind));
        }
    });
    let path = PathRef::Root;
    let path = path.key("questions");
    for (i, question) in quiz.questions.iter().enumerate() {
        let Some(picture) = &question.picture else { continue };
        let Some(drawing) = picture.source.drawing().and_then(|id| drawings.get(id)) else { continue };
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

    /// The photos that the file names, each with its path. A photo without a size is there too.
    #[must_use]
    pub fn photos(&self) -> Vec<(JsonPath, Photo)> {
        let mut photos = Vec::new();
        if let Some(quiz) = &self.quiz {
            visit_pictures(quiz, &mut |path, source| {
                // An empty address is a fallback, and has been reported.
                let photo = source.photo().filter(|photo| !photo.address.as_str().is_empty());
                photos.extend(photo.map(|photo| (path.to_path(), photo.clone())));
            });
        }
        photos
    }
}
