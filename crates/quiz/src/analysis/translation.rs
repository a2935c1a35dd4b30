//! Compares a translation with its original: both must have the same parts, ids, points and rules.

use crate::decode::bounded::Bounded;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::single_line::{Address, Link};
use crate::file::care::{Card, Care, UrgentLines};
use crate::file::parts::{Intro, QuestionKind};
use crate::file::picture::{Photo, Picture, PictureSource};
use crate::file::suggestion::Suggestion;
use crate::model::condition::{Condition, EarlierChoice};
use crate::model::quiz::{Cause, Choice, LeadsTo, Question, Quiz, Screen};
use crate::model::scoring::Scoring;

/// The differences of a translation from its original in more than texts. A `notice` and plural forms can differ. The paths are
/// those of the translation's file.
#[must_use]
pub fn translation_problems(original: &Quiz, translation: &Quiz) -> Vec<Problem> {
    let quizzes = [original, translation];
    let mut differences = Differences(Vec::new());
    let root = PathRef::Root;
    differences.same(&root.key("id"), quizzes.map(|it| &it.id));
    differences.both_or_neither(&root.key("subtitle"), quizzes.map(|it| it.subtitle.is_some()));
    differences.intro(&root.key("intro"), quizzes.map(|it| &it.intro));
    let path = root.key("care");
    differences.both_or_neither(&path, quizzes.map(|it| it.care.is_some()));
    if let [Some(one), Some(other)] = quizzes.map(|it| it.care.as_ref()) {
        differences.care(&path, [one, other]);
    }
    let path = root.key("screens");
    for (i, pair) in differences.pairs(&path, quizzes.map(|it| &*it.screens), |it| it.id.as_str()) {
        differences.screen(&path.item(i), quizzes, pair);
    }
    let path = root.key("questions");
    for (i, pair) in differences.pairs(&path, quizzes.map(|it| &*it.questions), |it| it.id.as_str()) {
        differences.question(&path.item(i), quizzes, pair);
    }
    let path = root.key("flags");
    for (i, pair) in differences.pairs(&path, quizzes.map(|it| &*it.flags), |it| it.id.as_str()) {
        differences.same(&path.item(i).key("visit"), pair.map(|it| it.visit));
    }
    let path = root.key("causes");
    for (i, pair) in differences.pairs(&path, quizzes.map(|it| &*it.causes), |it| it.id.as_str()) {
        differences.cause(&path.item(i), quizzes, pair);
        let ranges = quizzes.map(|it| it.scoring.ranges.get(i).copied().unwrap_or_default());
        differences.same(&path.item(i).key("from"), ranges);
    }
    let path = root.key("bands");
    for (i, pair) in differences.pairs(&path, quizzes.map(|it| &*it.bands), |it| it.id.as_str()) {
        differences.same(&path.item(i).key("from"), pair.map(|it| it.from.get()));
    }
    differences.scoring(&root.key("scoring"), quizzes.map(|it| &it.scoring));
    let at_most = quizzes.map(|it| it.words.progress_at_most.is_some());
    differences.both_or_neither(&root.key("words").key("progress_at_most"), at_most);
    let not_printed = quizzes.map(|it| it.words.not_printed.is_some());
    differences.both_or_neither(&root.key("words").key("not_printed"), not_printed);
    let path = root.key("verdicts");
    let (path, nothing) = (path.key("nothing"), quizzes.map(|it| &it.verdicts.nothing));
    differences.suggestions(&path.key("try_this"), nothing.map(|it| &*it.try_this));
    differences.count(&path.key("get_checked"), nothing.map(|it| &*it.get_checked));
    differences.same(&path.key("sources"), quizzes.map(|it| sources(it, &it.nothing_sources)));
    let path = root.key("course");
    differences.both_or_neither(&path, quizzes.map(|it| it.course.is_some()));
    if let [Some(one), Some(other)] = quizzes.map(|it| it.course.as_ref()) {
        let urls = [one, other].map(|it| it.url.as_ref().map_or("", Link::as_str));
        differences.same(&path.key("url"), urls);
    }
    differences
        .same(&root.key("drawings"), quizzes.map(|it| it.drawings.as_ref().map_or("", Address::as_str)));
    differences.both_or_neither(&root.key("also"), quizzes.map(|it| it.also.is_some()));
    differences.pairs(&root.key("sources"), quizzes.map(|it| &*it.sources), |it| it.id.as_str());
    differences.same(&root.key("safety_sources"), quizzes.map(|it| sources(it, &it.safety_sources)));
    differences.0
}

/// The differences so far. Of each pair the first is the original's.
struct Differences(Vec<Problem>);

impl Differences {
    fn report(&mut self, path: &PathRef<'_>, [original, found]: [Option<String>; 2]) {
        self.0.push(Problem::at(path, ProblemKind::DiffersFromOriginal { original, found }));
    }

    fn same<T: PartialEq + ToString>(&mut self, path: &PathRef<'_>, pair: [T; 2]) {
        if pair[0] != pair[1] {
            let texts = pair.map(|it| Some(it.to_string()).filter(|it| !it.is_empty()));
            self.report(path, texts);
        }
    }

    /// An optional part must be in both or in neither.
    fn both_or_neither(&mut self, path: &PathRef<'_>, pair: [bool; 2]) {
        if pair[0] != pair[1] {
            self.report(path, pair.map(|it| it.then(|| "something".to_owned())));
        }
    }

    fn count<T>(&mut self, path: &PathRef<'_>, pair: [&[T]; 2]) {
        self.same(path, pair.map(|it| format!("texts: {}", it.len())));
    }

    /// Pairs the parts of two lists by id, with the index in the translation. Reports ids that only one list has.
    fn pairs<'q, T>(
        &mut self,
        path: &PathRef<'_>,
        [original, found]: [&'q [T]; 2],
        id: impl Fn(&T) -> &str,
    ) -> Vec<(usize, [&'q T; 2])> {
        if original.len() == found.len() {
            let both = original.iter().zip(found).enumerate();
            let both: Vec<_> = both.map(|(i, (one, other))| (i, [one, other])).collect();
            for (i, pair) in &both {
                self.same(&path.item(*i).key("id"), pair.map(&id));
            }
            return both.into_iter().filter(|(_, [one, other])| id(one) == id(other)).collect();
        }
        let is_in = |it: &T, list: &[T]| list.iter().any(|other| id(other) == id(it));
        for missing in original.iter().filter(|it| !is_in(it, found)) {
            self.report(path, [Some(id(missing).to_owned()), None]);
        }
        for (i, extra) in found.iter().enumerate().filter(|(_, it)| !is_in(it, original)) {
            self.report(&path.item(i).key("id"), [None, Some(id(extra).to_owned())]);
        }
        let partner = |it: &T| original.iter().find(|other| id(other) == id(it));
        found.iter().enumerate().filter_map(|(i, it)| Some((i, [partner(it)?, it]))).collect()
    }

    fn intro(&mut self, path: &PathRef<'_>, pair: [&Intro; 2]) {
        self.count(&path.key("points"), pair.map(|it| &*it.points));
        self.both_or_neither(&path.key("audience"), pair.map(|it| it.audience.is_some()));
        self.both_or_neither(&path.key("busy"), pair.map(|it| it.busy.is_some()));
        self.both_or_neither(&path.key("failed"), pair.map(|it| it.failed.is_some()));
        let photos = pair.map(|it| it.picture.as_ref().map(|it| photo_name(&it.photo)));
        self.same(&path.key("picture").key("photo"), photos.map(Option::unwrap_or_default));
    }

    fn screen(&mut self, path: &PathRef<'_>, quizzes: [&Quiz; 2], pair: [&Screen; 2]) {
        self.same(&path.key("level"), pair.map(|it| it.level().as_str()));
        self.both_or_neither(&path.key("help"), pair.map(|it| it.help.is_some()));
        self.choices(path, quizzes, pair.map(|it| &*it.choices));
        let card = |it: &Screen| matches!(&it.leads_to, LeadsTo::Stop(_, Card { call: Some(_), .. }));
        self.both_or_neither(&path.key("card").key("call"), pair.map(card));
    }

    fn question(&mut self, path: &PathRef<'_>, quizzes: [&Quiz; 2], pair: [&Question; 2]) {
        self.same(&path.key("kind"), pair.map(|it| it.kind.as_str()));
        self.same(&path.key("required"), pair.map(|it| it.required));
        self.same(&path.key("at_most"), pair.map(|it| it.at_most.unwrap_or(0)));
        self.both_or_neither(&path.key("help"), pair.map(|it| it.help.is_some()));
        self.conditions(&path.key("ask_if"), quizzes, pair.map(|it| it.ask_if.as_ref()));
        self.picture(path, pair.map(|it| it.picture.as_ref()));
        if pair[0].kind == QuestionKind::Scale && pair[1].kind == QuestionKind::Scale {
            self.scale(&path.key("scale"), quizzes, pair);
        } else {
            self.choices(path, quizzes, pair.map(|it| &*it.choices));
        }
    }

    fn choices(&mut self, path: &PathRef<'_>, quizzes: [&Quiz; 2], pair: [&[Choice]; 2]) {
        let path = path.key("choices");
        for (i, pair) in self.pairs(&path, pair, |it| it.id.as_str()) {
            let path = path.item(i);
            self.same(&path.key("exclusive"), pair.map(|it| it.exclusive));
            self.same(&path.key("picture"), pair.map(|it| name(it.picture.as_ref().map(|it| &it.source))));
            let [original, translation] = [0, 1].map(|i| (quizzes[i], pair[i]));
            self.same(&path.key("points"), [original, translation].map(|(quiz, it)| points(quiz, it)));
            self.same(&path.key("flags"), [original, translation].map(|(quiz, it)| flags(quiz, it)));
        }
    }

    fn conditions(&mut self, path: &PathRef<'_>, quizzes: [&Quiz; 2], pair: [Option<&Condition>; 2]) {
        for (key, choices) in [
            ("any_of", pair.map(|it| it.map(|it| &it.any_of))),
            ("none_of", pair.map(|it| it.map(|it| &it.none_of))),
        ] {
            let [original, translation] = [0, 1]
                .map(|i| choices[i].map_or_else(String::new, |choices| earlier_choices(quizzes[i], choices)));
            self.same(&path.key(key), [original, translation]);
        }
    }

    fn scale(&mut self, path: &PathRef<'_>, quizzes: [&Quiz; 2], pair: [&Question; 2]) {
        self.same(&path.key("steps"), pair.map(|it| it.choices.len()));
        for (key, step) in [("low", 0), ("high", usize::MAX)] {
            let points = [0, 1].map(|i| {
                let steps = &pair[i].choices;
                points(quizzes[i], &steps[step.min(steps.len() - 1)])
            });
            self.same(&path.key(key).key("points"), points);
        }
    }

    fn cause(&mut self, path: &PathRef<'_>, quizzes: [&Quiz; 2], pair: [&Cause; 2]) {
        self.same(&path.key("doctor_first"), pair.map(|it| it.doctor_first));
        self.picture(path, pair.map(|it| it.picture.as_ref()));
        self.count(&path.key("look_next"), pair.map(|it| &*it.look_next));
        self.suggestions(&path.key("try_this"), pair.map(|it| &*it.try_this));
        self.count(&path.key("get_checked"), pair.map(|it| &*it.get_checked));
        self.both_or_neither(&path.key("course"), pair.map(|it| it.course.is_some()));
        let buttons = pair.map(|it| it.button.as_ref().map_or("", |button| button.url.as_str()));
        self.same(&path.key("button").key("url"), buttons);
        let of = [0, 1].map(|i| sources(quizzes[i], &pair[i].sources));
        self.same(&path.key("sources"), of);
    }

    fn picture(&mut self, path: &PathRef<'_>, pair: [Option<&Picture>; 2]) {
        let path = path.key("picture");
        let sources = pair.map(|it| it.map(|it| &it.source));
        let has_photo = sources.iter().flatten().any(|it| it.photo().is_some());
        self.same(&path.key(if has_photo { "photo" } else { "drawing" }), sources.map(name));
    }

    fn suggestions(&mut self, path: &PathRef<'_>, pair: [&[Suggestion]; 2]) {
        self.same(path, pair.map(|it| format!("texts: {}", it.len())));
        for (i, (one, other)) in pair[0].iter().zip(pair[1]).enumerate() {
            let names = [one, other].map(|it| name(it.picture.as_ref().map(|it| &it.source)));
            self.same(&path.item(i).key("picture"), names);
        }
    }

    fn scoring(&mut self, path: &PathRef<'_>, pair: [&Scoring; 2]) {
        let limit = |limit: Option<i32>| limit.map_or_else(String::new, |it| it.to_string());
        self.same(&path.key("score"), pair.map(|it| it.score.as_str()));
        self.same(&path.key("lead_from"), pair.map(|it| limit(it.lead_from)));
        self.same(&path.key("margin"), pair.map(|it| limit(it.margin)));
        self.same(&path.key("most_shown"), pair.map(|it| it.most_shown));
        self.same(&path.key("doctor_first_from"), pair.map(|it| limit(it.doctor_first_from)));
    }

    fn care(&mut self, path: &PathRef<'_>, pair: [&Care; 2]) {
        let place = path.key("emergency");
        self.both_or_neither(&place, pair.map(|it| it.emergency.is_some()));
        if let [Some(one), Some(other)] = pair.map(|it| it.emergency.as_ref()) {
            let pair = [one, other];
            self.same(&place.key("number"), pair.map(|it| it.number.as_str()));
            let numbers = pair.map(|it| {
                let numbers = it.regions.0.iter();
                joined(numbers.map(|(region, it)| format!("{region} {}", it.number.as_str())).collect())
            });
            self.same(&place.key("regions"), numbers);
        }
        let place = path.key("urgent_line");
        self.both_or_neither(&place, pair.map(|it| it.urgent_line.is_some()));
        if let [Some(one), Some(other)] = pair.map(|it| it.urgent_line.as_ref()) {
            let regions = |it: &UrgentLines| joined(it.regions.0.iter().map(|it| it.0.clone()).collect());
            self.same(&place.key("regions"), [one, other].map(regions));
        }
        self.both_or_neither(&path.key("elsewhere"), pair.map(|it| it.elsewhere.is_some()));
        self.same(&path.key("soon_after_weeks"), pair.map(|it| it.soon_after_weeks.map_or(0, Bounded::get)));
        self.both_or_neither(&path.key("weeks"), pair.map(|it| it.weeks.is_some()));
        self.both_or_neither(&path.key("visit"), pair.map(|it| it.visit.is_some()));
    }
}

/// The id of a drawing, or what a photo is.
fn name(source: Option<&PictureSource>) -> String {
    match source {
        None => String::new(),
        Some(PictureSource::Drawing(id)) => id.to_string(),
        Some(PictureSource::Photo(photo)) => photo_name(photo),
    }
}

/// The address and the size of a photo.
fn photo_name(photo: &Photo) -> String {
    format!("{}, {} × {}", photo.address.as_str(), photo.width.get(), photo.height.get())
}

/// The points of a choice in words, whatever their order in the file.
fn points(quiz: &Quiz, choice: &Choice) -> String {
    let points = choice.points.iter();
    joined(points.map(|(cause, points)| format!("{} {points}", quiz.causes[*cause].id)).collect())
}

fn earlier_choices(quiz: &Quiz, choices: &[EarlierChoice]) -> String {
    let id = |(question, choice): &EarlierChoice| {
        let question = &quiz.questions[*question];
        format!("{} {}", question.id, question.choices[*choice].id)
    };
    joined(choices.iter().map(id).collect())
}

fn flags(quiz: &Quiz, choice: &Choice) -> String {
    joined(choice.flags.iter().map(|flag| quiz.flags[*flag].id.to_string()).collect())
}

fn sources(quiz: &Quiz, places: &[usize]) -> String {
    joined(places.iter().map(|i| quiz.sources[*i].id.to_string()).collect())
}

fn joined(mut texts: Vec<String>) -> String {
    texts.sort_unstable();
    texts.join(", ")
}
