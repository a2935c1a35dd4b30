//! Checks a quiz file and turns it into a [`Quiz`]. There is no other way to make a quiz from a file.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::format_version::newer_format;
use crate::decode::from_json::FromJson;
use crate::decode::id::SourceId;
use crate::decode::id_index::IdIndex;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::parts::Direction;
use crate::file::quiz_file::{CauseFile, FORMAT, QuestionFile, QuizFile, ScreenFile};
use crate::file::words::Words;
use crate::model::check_parts::{check_bands, check_language, check_required_parts};
use crate::model::check_steps::{check_question, check_screen};
use crate::model::pictures::visit_pictures;
use crate::model::quiz::{Cause, Question, Quiz, Screen};

/// Reads and checks a quiz file.
///
/// # Errors
///
/// Every problem with the file, at most 100, and how many more there are: first values of the wrong type, then values that
/// make no sense together, each in the order of the file.
///
/// ```
/// let problems = which_cause_quiz::read("{\"format\": 1, \"titel\": \"Which cause?\"}").unwrap_err();
/// assert_eq!(problems[0].to_string(), "titel: unknown key; did you mean `title`?");
/// ```
pub fn read(json: &str) -> Result<Quiz, Vec<Problem>> {
    let value = Value::parse(json).map_err(|problem| vec![problem])?;
    if let Some(problem) = newer_format(&value, FORMAT) {
        return Err(vec![problem]);
    }
    let mut diagnostics = Diagnostics::default();
    let file = QuizFile::from_json(value, &PathRef::Root, &mut diagnostics);
    let quiz = check(file, &mut diagnostics);
    if diagnostics.problems.is_empty() { Ok(quiz) } else { Err(diagnostics.into_problems()) }
}

/// Checks a quiz file. The result is a valid quiz only if there are no problems.
fn check(file: QuizFile, diagnostics: &mut Diagnostics) -> Quiz {
    let root = PathRef::Root;
    check_language(file.language.as_str(), diagnostics);

    let mut index =
        |what, key, ids: &mut dyn Iterator<Item = &str>| IdIndex::new(what, &root.key(key), ids, diagnostics);
    let causes = index("cause", "causes", &mut file.causes.iter().map(|cause| cause.id.as_str()));
    let flags = index("flag", "flags", &mut file.flags.iter().map(|flag| flag.id.as_str()));
    let sources = index("source", "sources", &mut file.sources.iter().map(|source| source.id.as_str()));
    index("screen", "screens", &mut file.screens.iter().map(|screen| screen.id.as_str()));
    index("question", "questions", &mut file.questions.iter().map(|question| question.id.as_str()));
    for (key, found, least, most) in [
        ("causes", file.causes.len(), 2, 50),
        ("questions", file.questions.len(), 1, 1_000),
        ("screens", file.screens.len(), 0, 20),
        ("flags", file.flags.len(), 0, IdIndex::MAX),
        ("sources", file.sources.len(), 0, IdIndex::MAX),
    ] {
        diagnostics.check_count(key, found, least, most, &root.key(key));
    }
    check_bands(&file.bands, diagnostics);
    check_required_parts(&file, diagnostics);

    let safety_sources =
        source_indexes(&sources, &file.safety_sources, &root.key("safety_sources"), diagnostics);
    let verdicts = root.key("verdicts");
    let nothing = verdicts.key("nothing");
    let nothing_sources =
        source_indexes(&sources, &file.verdicts.nothing.sources, &nothing.key("sources"), diagnostics);
    let screens = check_screens(file.screens, diagnostics);
    let questions = check_questions(file.questions, &file.words, &causes, &flags, diagnostics);
    let causes = check_causes(file.causes, &questions, &sources, diagnostics);

    let quiz = Quiz {
        id: file.id,
        version: file.version,
        language: file.language,
        direction: file.direction.unwrap_or(Direction::Ltr),
        title: file.title,
        subtitle: file.subtitle,
        intro: file.intro,
        care: file.care,
        screens,
        questions,
        flags: file.flags,
        causes,
        scoring: file.scoring,
        bands: file.bands,
        verdicts: file.verdicts,
        course: file.course,
        also: file.also,
        disclaimer: file.disclaimer,
        notice: file.notice,
        sources: file.sources,
        safety_sources,
        nothing_sources,
        drawings: file.drawings,
        words: file.words,
    };
    let mut has_pictures = false;
    visit_pictures(&quiz, &mut |_, _| has_pictures = true);
    if has_pictures && quiz.drawings.is_none() {
        diagnostics.report(&root.key("drawings"), ProblemKind::RequiredBy { what: "a `picture`" });
    }
    quiz
}

fn source_indexes(
    sources: &IdIndex,
    ids: &[SourceId],
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<usize> {
    sources.find_all(ids.iter().map(SourceId::as_str), path, diagnostics)
}

fn check_screens(screens: Vec<ScreenFile>, diagnostics: &mut Diagnostics) -> Vec<Screen> {
    let root = PathRef::Root;
    let path = root.key("screens");
    let mut checked: Vec<Screen> = Vec::with_capacity(screens.len());
    for (i, screen) in screens.into_iter().enumerate() {
        let path = path.item(i);
        let level = screen.level;
        let screen = check_screen(screen, &path, diagnostics);
        // The fallback for a wrong level is the least urgent one, so the order is only checked if all screens are right.
        if checked.last().is_some_and(|before| before.level() < level)
            && !has_problem_in("screens", diagnostics)
        {
            diagnostics.report(&path.key("level"), ProblemKind::ScreensOutOfOrder);
        }
        checked.push(screen);
    }
    checked
}

fn check_questions(
    questions: Vec<QuestionFile>,
    words: &Words,
    causes: &IdIndex,
    flags: &IdIndex,
    diagnostics: &mut Diagnostics,
) -> Vec<Question> {
    let root = PathRef::Root;
    let path = root.key("questions");
    let mut checked = Vec::with_capacity(questions.len());
    for (i, question) in questions.into_iter().enumerate() {
        checked.push(check_question(question, words, causes, flags, &path.item(i), diagnostics));
    }
    checked
}

fn check_causes(
    causes: Vec<CauseFile>,
    questions: &[Question],
    sources: &IdIndex,
    diagnostics: &mut Diagnostics,
) -> Vec<Cause> {
    let root = PathRef::Root;
    let path = root.key("causes");
    // If the questions have problems, a problem for each cause without points would bury them.
    let questions_are_right = !has_problem_in("questions", diagnostics);
    let mut checked = Vec::with_capacity(causes.len());
    for (i, cause) in causes.into_iter().enumerate() {
        let path = path.item(i);
        let max = questions.iter().map(|question| question.most_points_for(i)).sum();
        if max == 0 && questions_are_right {
            diagnostics.report(&path, ProblemKind::NoPointsForCause { cause: cause.id.to_string() });
        }
        checked.push(Cause {
            sources: source_indexes(sources, &cause.sources, &path.key("sources"), diagnostics),
            max,
            id: cause.id,
            article_name: cause.article_name,
            label: cause.label,
            short_label: cause.short_label,
            doctor_first: cause.doctor_first,
            summary: cause.summary,
            picture: cause.picture,
            means: cause.means,
            sureness: cause.sureness,
            look_next: cause.look_next,
            try_this: cause.try_this,
            get_checked: cause.get_checked,
            course: cause.course,
        });
    }
    checked
}

fn has_problem_in(key: &str, diagnostics: &Diagnostics) -> bool {
    diagnostics.problems.iter().any(|problem| problem.path.starts_with(key))
}
