//! Whether a quiz file makes sense: what its names lead to, what is missing, what contradicts. The one way to a
//! [`Quiz`].
//!
//! It is one piece: a file goes through all of it, once, from top to bottom.

use std::mem;

use crate::decode::format_version::newer_format;
use crate::decode::from_json::{Reading, Shape};
use crate::decode::id::{FlagId, SourceId};
use crate::decode::id_index::Names;
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::care::Care;
use crate::file::care::CareLevel;
use crate::file::parts::Direction;
use crate::file::parts::QuestionKind;
use crate::file::quiz_file::{ChoiceFile, FORMAT, QuestionFile, QuizFile, ScreenFile};
use crate::file::template::QuizPlaceholder;
use crate::file::verdict_texts::Band;
use crate::model::picks::Picks;
use crate::model::pictures::each_picture;
use crate::model::quiz::{Cause, Choice, LeadsTo, Question, Quiz, Screen};

/// Reads a quiz file: JSON, shape and sense.
///
/// # Errors
///
/// Everything that is wrong with it: first what has the wrong shape, then what makes no sense, each in the order
/// of the file.
pub fn read(json: &str) -> Result<Quiz, Vec<Problem>> {
    from_value(Value::from_json(json).map_err(|it| vec![it])?)
}

/// Reads a quiz file whose JSON has been read already: shape and sense.
fn from_value(value: Value) -> Result<Quiz, Vec<Problem>> {
    if let Some(problem) = newer_format(&value, FORMAT) {
        return Err(vec![problem]);
    }
    let mut reading = Reading::default();
    let file = QuizFile::read(value, &Place::File, &mut reading);
    let quiz = check(file, &mut reading);
    if reading.problems.is_empty() { Ok(quiz) } else { Err(reading.told()) }
}

/// Checks the sense of a quiz file. What it gives is a quiz only if no problem was reported, here or before.
fn check(file: QuizFile, reading: &mut Reading) -> Quiz {
    let top = Place::File;
    check_language(file.language.as_str(), reading);

    let causes = Names::of("cause", &top.key("causes"), file.causes.iter().map(|it| it.id.as_str()), reading);
    let flags = Names::of("flag", &top.key("flags"), file.flags.iter().map(|it| it.id.as_str()), reading);
    let sources =
        Names::of("source", &top.key("sources"), file.sources.iter().map(|it| it.id.as_str()), reading);
    Names::of("screen", &top.key("screens"), file.screens.iter().map(|it| it.id.as_str()), reading);
    Names::of("question", &top.key("questions"), file.questions.iter().map(|it| it.id.as_str()), reading);
    reading.count("causes", file.causes.len(), 2, 50, &top.key("causes"));
    reading.count("questions", file.questions.len(), 1, 1_000, &top.key("questions"));
    reading.count("screens", file.screens.len(), 0, 20, &top.key("screens"));
    reading.count("flags", file.flags.len(), 0, Names::MOST, &top.key("flags"));
    reading.count("sources", file.sources.len(), 0, Names::MOST, &top.key("sources"));
    check_bands(&file.bands, reading);
    check_needs(&file, reading);

    let ids = |list: &[SourceId], place: &Place<'_>, reading: &mut Reading| {
        sources.places_of(list.iter().map(SourceId::as_str), place, reading)
    };
    let safety_sources = ids(&file.safety_sources, &top.key("safety_sources"), reading);
    let verdicts = top.key("verdicts");
    let nothing_sources =
        ids(&file.verdicts.nothing.sources, &verdicts.key("nothing").key("sources"), reading);

    let mut screens: Vec<Screen> = Vec::with_capacity(file.screens.len());
    for (i, screen) in file.screens.into_iter().enumerate() {
        let place = top.key("screens");
        let place = place.item(i);
        let level = screen.level;
        let screen = check_screen(screen, &place, reading);
        // A level that could not be read stands in as the least.
        if screens.last().is_some_and(|before| before.level() < level)
            && !reading.problems.iter().any(|problem| problem.place.is_in("screens"))
        {
            reading.report(&place.key("level"), ProblemKind::LessUrgentBefore);
        }
        screens.push(screen);
    }
    let mut questions = Vec::with_capacity(file.questions.len());
    for (i, question) in file.questions.into_iter().enumerate() {
        let place = top.key("questions");
        questions.push(check_question(question, &causes, &flags, &place.item(i), reading));
    }
    // Where something is wrong with the questions already, to say it of every cause as well would bury that.
    let questions_are_right = !reading.problems.iter().any(|problem| problem.place.is_in("questions"));
    let mut checked_causes = Vec::with_capacity(file.causes.len());
    for (i, cause) in file.causes.into_iter().enumerate() {
        let place = top.key("causes");
        let place = place.item(i);
        let max = questions.iter().map(|question| question.most_points_for(i)).sum();
        if max == 0 && questions_are_right {
            reading.report(&place, ProblemKind::NoPointsForCause { cause: cause.id.to_string() });
        }
        checked_causes.push(Cause {
            sources: ids(&cause.sources, &place.key("sources"), reading),
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
        causes: checked_causes,
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
    let mut pictures = false;
    each_picture(&quiz, &mut |_, _| pictures = true);
    if pictures && quiz.drawings.is_none() {
        reading.report(&top.key("drawings"), ProblemKind::NeededBy { what: "a `picture`" });
    }
    quiz
}

fn check_screen(screen: ScreenFile, at: &Place<'_>, reading: &mut Reading) -> Screen {
    let place = at.key("choices");
    let mut choices = screen.choices;
    for (i, choice) in choices.iter_mut().enumerate() {
        let place = place.item(i);
        if !choice.points.0.is_empty() {
            reading.report(&place.key("points"), ProblemKind::PointsOnScreen);
            choice.points.0.clear();
        }
        if !choice.flags.is_empty() {
            reading.report(&place.key("flags"), ProblemKind::FlagsOnScreen);
            choice.flags.clear();
        }
    }
    let nothing = Names::none("cause");
    let choices = check_choices(choices, QuestionKind::TickAll, &nothing, &nothing, &place, reading);
    if !choices.is_empty() && !choices.iter().any(|choice| choice.exclusive) {
        reading.report(&place, ProblemKind::NoWayOn);
    }
    let leads_to = match (screen.level, screen.card) {
        (CareLevel::Soon, None) => LeadsTo::Visit,
        (CareLevel::Soon, Some(_)) => {
            // A level that could not be read has been reported, and stands in as this one.
            if !reading.has_reported(&at.key("level")) {
                reading.report(&at.key("card"), ProblemKind::CardWithoutStop);
            }
            LeadsTo::Visit
        }
        (level, Some(card)) => LeadsTo::Stop(level, card),
        (_, None) => {
            reading.report(&at.key("card"), ProblemKind::NeededBy { what: "a level that stops the quiz" });
            LeadsTo::Visit
        }
    };
    Screen { id: screen.id, text: screen.text, help: screen.help, choices, leads_to }
}

fn check_question(
    question: QuestionFile,
    causes: &Names,
    flags: &Names,
    at: &Place<'_>,
    reading: &mut Reading,
) -> Question {
    let choices = check_choices(question.choices, question.kind, causes, flags, &at.key("choices"), reading);
    Question {
        id: question.id,
        kind: question.kind,
        text: question.text,
        help: question.help,
        picture: question.picture,
        choices,
    }
}

fn check_choices(
    choices: Vec<ChoiceFile>,
    kind: QuestionKind,
    causes: &Names,
    flags: &Names,
    at: &Place<'_>,
    reading: &mut Reading,
) -> Vec<Choice> {
    reading.count("choices", choices.len(), 2, Picks::MOST, at);
    Names::of("choice", at, choices.iter().map(|it| it.id.as_str()), reading);
    let mut exclusive_seen = false;
    let mut checked = Vec::with_capacity(choices.len());
    for (i, choice) in choices.into_iter().enumerate() {
        let at = at.item(i);
        if choice.exclusive {
            let place = at.key("exclusive");
            if kind == QuestionKind::PickOne {
                reading.report(&place, ProblemKind::ExclusiveInPickOne);
            } else if mem::replace(&mut exclusive_seen, true) {
                reading.report(&place, ProblemKind::TwoExclusive);
            }
            if !choice.points.0.is_empty() || !choice.flags.is_empty() {
                reading.report(&at, ProblemKind::ExclusiveWithPoints);
            }
        }
        let place = at.key("points");
        let mut points = Vec::with_capacity(choice.points.0.len());
        for (cause, given) in choice.points.0 {
            let place = place.key(&cause);
            points.extend(causes.place_of(&cause, &place, reading).map(|cause| (cause, given.get())));
        }
        let flags = flags.places_of(choice.flags.iter().map(FlagId::as_str), &at.key("flags"), reading);
        checked.push(Choice {
            id: choice.id,
            text: choice.text,
            picture: choice.picture,
            exclusive: choice.exclusive,
            points,
            flags,
        });
    }
    checked
}

fn check_bands(bands: &[Band], reading: &mut Reading) {
    let top = Place::File;
    let at = top.key("bands");
    reading.count("bands", bands.len(), 2, 10, &at);
    Names::of("band", &at, bands.iter().map(|it| it.id.as_str()), reading);
    let falling = bands.windows(2).all(|pair| pair[0].from > pair[1].from);
    if !falling || bands.last().is_some_and(|band| band.from.get() != 0) {
        reading.report(&at, ProblemKind::BandsNotFalling);
    }
}

/// Whether the parts that others call for are there: whom to call, and the course's name.
fn check_needs(file: &QuizFile, reading: &mut Reading) {
    let top = Place::File;
    if let Some(care) = &file.care {
        check_care(care, reading);
    } else {
        let needed_by = if file.screens.is_empty() { None } else { Some("`screens`") }
            .or_else(|| file.causes.iter().any(|it| it.doctor_first).then_some("a cause with `doctor_first`"))
            .or_else(|| file.flags.iter().any(|it| it.visit).then_some("a flag with `visit`"));
        if let Some(what) = needed_by {
            reading.report(&top.key("care"), ProblemKind::NeededBy { what });
        }
    }
    if file.scoring.doctor_first_from.is_none() && file.causes.iter().any(|it| it.doctor_first) {
        let at = top.key("scoring");
        reading.report(
            &at.key("doctor_first_from"),
            ProblemKind::NeededBy { what: "a cause with `doctor_first`" },
        );
    }
    for (place, blank) in mem::take(&mut reading.placeholders) {
        let of_the_course = blank == QuizPlaceholder::CourseName.name();
        let (part, there) =
            if of_the_course { ("course", file.course.is_some()) } else { ("care", file.care.is_some()) };
        if !there {
            reading.push(Problem { place, kind: ProblemKind::BlankNeeds { blank, part } });
        }
    }
}

fn check_care(care: &Care, reading: &mut Reading) {
    let top = Place::File;
    let at = top.key("care");
    let place = at.key("weeks");
    let place = place.key("other");
    if !care.weeks.other.has_number() && !reading.has_reported(&place) {
        reading.report(&place, ProblemKind::MissingBlank { blank: "n" });
    }
    let emergency = care.emergency.regions.0.iter().map(|(region, _)| ("emergency", region));
    let urgent = care.urgent_line.regions.0.iter().map(|(region, _)| ("urgent_line", region));
    for (key, region) in emergency.chain(urgent) {
        if region.len() != 2 || !region.bytes().all(|b| b.is_ascii_uppercase()) || region == "UK" {
            let place = at.key(key);
            let place = place.key("regions");
            reading.report(&place.key(region), ProblemKind::NotARegion);
        }
    }
}

/// Whether a text is a BCP 47 tag as far as it matters here: subtags of 1 to 8 letters or digits, the first of 2 to 3
/// letters.
#[must_use]
pub fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn check_language(tag: &str, reading: &mut Reading) {
    if !is_language(tag) && !tag.is_empty() {
        reading.report(&Place::File.key("language"), ProblemKind::NotALanguage { found: tag.to_owned() });
    }
}
