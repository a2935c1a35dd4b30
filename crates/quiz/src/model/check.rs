//! Checks a quiz file and turns it into a [`Quiz`]. There is no other way to make a quiz from a file.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::format_version::newer_format;
use crate::decode::from_json::FromJson;
use crate::decode::id::SourceId;
use crate::decode::id_index::IdIndex;
use crate::decode::json::Value;
use crate::decode::json_path::{PathRef, PathSegment};
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::single_line::Address;
use crate::file::parts::Direction;
use crate::file::quiz_file::{CauseFile, FORMAT, QuestionFile, QuizFile, ScreenFile};
use crate::file::words::Words;
use crate::model::built_in_words::add_built_in_words;
use crate::model::check_ids::Ids;
use crate::model::check_parts::{
    check_bands, check_counts, check_language, check_required_parts, names_numbers,
};
use crate::model::check_points::PointsIndex;
use crate::model::check_steps::{check_question, check_screen};
use crate::model::check_verdicts::check_verdicts;
use crate::model::pictures::{has_drawings, photos_by_answers};
use crate::model::quiz::{Cause, Question, Quiz, Screen};
use crate::model::scoring::check_scoring;

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
    Draft::read(json).into_quiz()
}

/// A quiz file that was read, perhaps with problems. Further checks of a file go on with it, so that its author learns all
/// problems at once. It becomes a [`Quiz`] only without problems.
#[derive(Debug)]
pub struct Draft {
    /// The quiz, with fallbacks in place of what could not be read. `None` if nothing could be read.
    pub(crate) quiz: Option<Quiz>,
    problems: Vec<Problem>,
}

impl Draft {
    /// Reads and checks a quiz file.
    #[must_use]
    pub fn read(json: &str) -> Self {
        match Value::parse(json) {
            Ok(value) => Self::from_value(value),
            Err(problem) => Self { quiz: None, problems: vec![problem] },
        }
    }

    /// Checks a quiz file that was parsed before.
    #[must_use]
    pub fn from_value(mut value: Value) -> Self {
        if let Some(problem) = newer_format(&value, FORMAT) {
            return Self { quiz: None, problems: vec![problem] };
        }
        add_built_in_words(&mut value);
        let is_object = matches!(value, Value::Object(_));
        let mut diagnostics = Diagnostics::default();
        let file = QuizFile::from_json(value, &PathRef::Root, &mut diagnostics);
        let quiz = is_object.then(|| check(file, &mut diagnostics));
        Self { quiz, problems: diagnostics.into_problems() }
    }

    /// The quiz.
    ///
    /// # Errors
    ///
    /// Every problem with the file, at most 100, and how many more there are.
    pub fn into_quiz(self) -> Result<Quiz, Vec<Problem>> {
        match self.quiz {
            Some(quiz) if self.problems.is_empty() => Ok(quiz),
            _ => Err(self.problems),
        }
    }

    /// The problems with the file, at most 100, and how many more there are.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The quiz, if the file has no problems.
    #[must_use]
    pub fn quiz(&self) -> Option<&Quiz> {
        self.quiz.as_ref().filter(|_| self.problems.is_empty())
    }

    /// The most points that any answers can give to each cause, in the order of the file, as far as the file could be read.
    #[must_use]
    pub fn most_points(&self) -> Vec<i32> {
        self.quiz.as_ref().map(Quiz::most_points).unwrap_or_default()
    }

    /// The address of the drawings file, if the quiz names one.
    #[must_use]
    pub fn drawings(&self) -> Option<&Address> {
        self.quiz.as_ref()?.drawings().filter(|address| !address.as_str().is_empty())
    }

    /// Whether an id in a part of the file could not be read, so that a reference to it seems to lead nowhere.
    pub(crate) fn has_lost_ids(&self, key: &str) -> bool {
        self.problems.iter().any(|Problem { path, kind }| {
            let is_lost = matches!(
                kind,
                ProblemKind::WrongType { .. }
                    | ProblemKind::Missing { .. }
                    | ProblemKind::NotAnId { .. }
                    | ProblemKind::RepeatedId { .. }
                    | ProblemKind::WrongCount { .. }
            );
            let is_id = match path.segments().last() {
                Some(PathSegment::Key(last)) => [key, "id", "kind", "choices"].contains(&last.as_str()),
                _ => true,
            };
            is_lost && is_id && path.starts_with(key)
        })
    }
}

/// Checks a quiz file. The result is a valid quiz only if there are no problems.
fn check(file: QuizFile, diagnostics: &mut Diagnostics) -> Quiz {
    let root = PathRef::Root;
    check_language(file.language.as_str(), diagnostics);
    check_counts(&file, diagnostics);
    let Ids { causes, flags, sources } = Ids::of(&file, diagnostics);
    check_bands(&file.bands, &file.scoring, diagnostics);
    let scoring = check_scoring(&file.scoring, &file.bands, &file.causes, diagnostics);
    let names_numbers = names_numbers(&file, diagnostics);
    check_required_parts(&file, diagnostics);

    let safety_sources =
        source_indexes(&sources, &file.safety_sources, &root.key("safety_sources"), diagnostics);
    let verdicts_path = root.key("verdicts");
    let nothing = verdicts_path.key("nothing");
    let verdicts = check_verdicts(file.verdicts, &file.scoring, diagnostics);
    let nothing_sources =
        source_indexes(&sources, &verdicts.nothing.sources, &nothing.key("sources"), diagnostics);
    let score_path = root.key("scoring");
    let score_is_wrong =
        [score_path, score_path.key("score")].iter().any(|path| diagnostics.has_problem_at(path));
    let is_total = (!score_is_wrong).then_some(scoring.is_total());
    let points = PointsIndex::new(causes, is_total);
    let screens = check_screens(file.screens, diagnostics);
    let questions = check_questions(file.questions, &file.words, &points, &flags, diagnostics);
    let is_total = scoring.is_total();
    let causes = check_causes(file.causes, is_total, &questions, points.causes(), &sources, diagnostics);

    let mut quiz = Quiz {
        id: file.id,
        language: file.language,
        direction: file.direction.unwrap_or(Direction::Ltr),
        title: file.title,
        subtitle: file.subtitle,
        intro: file.intro,
        care: file.care,
        names_numbers,
        screens,
        questions,
        flags: file.flags,
        causes,
        scoring,
        bands: file.bands,
        verdicts,
        course: file.course,
        also: file.also,
        disclaimer: file.disclaimer,
        notice: file.notice,
        sources: file.sources,
        safety_sources,
        nothing_sources,
        drawings: file.drawings,
        photos_by_answers: "".into(),
        words: file.words,
    };
    quiz.photos_by_answers = photos_by_answers(&quiz);
    if has_drawings(&quiz) && quiz.drawings.is_none() {
        diagnostics.report(&root.key("drawings"), ProblemKind::RequiredBy { what: "a drawing" });
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
            && !diagnostics.has_problem_in("screens")
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
    points: &PointsIndex,
    flags: &IdIndex,
    diagnostics: &mut Diagnostics,
) -> Vec<Question> {
    let root = PathRef::Root;
    let path = root.key("questions");
    let mut checked = Vec::with_capacity(questions.len());
    for (i, question) in questions.into_iter().enumerate() {
        let question = check_question(question, &checked, words, points, flags, &path.item(i), diagnostics);
        checked.push(question);
    }
    checked
}

fn check_causes(
    causes: Vec<CauseFile>,
    is_total: bool,
    questions: &[Question],
    index: &IdIndex,
    sources: &IdIndex,
    diagnostics: &mut Diagnostics,
) -> Vec<Cause> {
    let root = PathRef::Root;
    let path = root.key("causes");
    // If the questions or the ids have problems, a problem for each cause without points would bury them.
    let questions_are_right = index.is_complete() && !diagnostics.has_problem_in("questions");
    let mut checked = Vec::with_capacity(causes.len());
    for (i, cause) in causes.into_iter().enumerate() {
        let path = path.item(i);
        let max = questions.iter().map(|question| question.most_points_for(i)).sum();
        if max == 0 && questions_are_right {
            if !is_total {
                diagnostics.report(&path, ProblemKind::NoPointsForCause { cause: cause.id.to_string() });
            } else if i == 0 {
                diagnostics.report(&root.key("questions"), ProblemKind::NoPointsForTotal);
            }
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
            button: cause.button,
        });
    }
    checked
}
