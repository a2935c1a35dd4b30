//! Whether one quiz is a translation of another: the same parts by the same ids, with the same points and rules, in
//! other words.

use crate::decode::bounded::Bounded;
use crate::decode::id::DrawingId;
use crate::decode::json_path::Place;
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::single_line::{Address, Link};
use crate::file::care::{Card, Care};
use crate::file::parts::Picture;
use crate::file::suggestion::Suggestion;
use crate::file::template::Text;
use crate::file::verdict_texts::Scoring;
use crate::model::quiz::{Cause, Choice, LeadsTo, Quiz, Screen};

/// Where a translation differs from its original in anything but words. What it says of itself, `notice`, and the forms
/// that its language has for numbers are its own.
#[must_use]
pub fn translation_problems(original: &Quiz, translation: &Quiz) -> Vec<Problem> {
    let quizzes = [original, translation];
    let mut found = Differences(Vec::new());
    let top = Place::File;
    found.same(&top.key("id"), quizzes.map(|it| &it.id));
    found.there(&top.key("subtitle"), quizzes.map(|it| it.subtitle.is_some()));
    let at = top.key("intro");
    found.count(&at.key("points"), quizzes.map(|it| &*it.intro.points));
    found.there(&at.key("audience"), quizzes.map(|it| it.intro.audience.is_some()));
    found.there(&at.key("busy"), quizzes.map(|it| it.intro.busy.is_some()));
    found.there(&at.key("failed"), quizzes.map(|it| it.intro.failed.is_some()));
    let at = top.key("care");
    found.there(&at, quizzes.map(|it| it.care.is_some()));
    if let [Some(one), Some(other)] = quizzes.map(|it| it.care.as_ref()) {
        found.care(&at, [one, other]);
    }
    let at = top.key("screens");
    for (i, pair) in found.pairs(&at, quizzes.map(|it| &*it.screens), |it| it.id.as_str()) {
        found.screen(&at.item(i), quizzes, pair);
    }
    let at = top.key("questions");
    for (i, pair) in found.pairs(&at, quizzes.map(|it| &*it.questions), |it| it.id.as_str()) {
        let at = at.item(i);
        found.same(&at.key("kind"), pair.map(|it| it.kind.as_str()));
        found.there(&at.key("help"), pair.map(|it| it.help.is_some()));
        found.picture(&at, pair.map(|it| it.picture.as_ref()));
        found.choices(&at, quizzes, pair.map(|it| &*it.choices));
    }
    let at = top.key("flags");
    for (i, pair) in found.pairs(&at, quizzes.map(|it| &*it.flags), |it| it.id.as_str()) {
        found.same(&at.item(i).key("visit"), pair.map(|it| it.visit));
    }
    let at = top.key("causes");
    for (i, pair) in found.pairs(&at, quizzes.map(|it| &*it.causes), |it| it.id.as_str()) {
        found.cause(&at.item(i), quizzes, pair);
    }
    let at = top.key("bands");
    for (i, pair) in found.pairs(&at, quizzes.map(|it| &*it.bands), |it| it.id.as_str()) {
        found.same(&at.item(i).key("from"), pair.map(|it| it.from.get()));
    }
    found.scoring(&top.key("scoring"), quizzes.map(|it| &it.scoring));
    let not_printed = quizzes.map(|it| it.words.not_printed.is_some());
    found.there(&top.key("words").key("not_printed"), not_printed);
    let at = top.key("verdicts");
    let (at, nothing) = (at.key("nothing"), quizzes.map(|it| &it.verdicts.nothing));
    found.things_to_try(&at.key("try_this"), nothing.map(|it| &*it.try_this));
    found.count(&at.key("get_checked"), nothing.map(|it| &*it.get_checked));
    found.same(&at.key("sources"), quizzes.map(|it| sources(it, &it.nothing_sources)));
    let at = top.key("course");
    found.there(&at, quizzes.map(|it| it.course.is_some()));
    if let [Some(one), Some(other)] = quizzes.map(|it| it.course.as_ref()) {
        let urls = [one, other].map(|it| it.url.as_ref().map_or("", Link::as_str));
        found.same(&at.key("url"), urls);
    }
    found.same(&top.key("drawings"), quizzes.map(|it| it.drawings.as_ref().map_or("", Address::as_str)));
    found.there(&top.key("also"), quizzes.map(|it| it.also.is_some()));
    found.pairs(&top.key("sources"), quizzes.map(|it| &*it.sources), |it| it.id.as_str());
    found.same(&top.key("safety_sources"), quizzes.map(|it| sources(it, &it.safety_sources)));
    found.0
}

/// What was found. Of two things side by side the first is the original's.
struct Differences(Vec<Problem>);

impl Differences {
    fn report(&mut self, at: &Place<'_>, [original, found]: [Option<String>; 2]) {
        self.0.push(Problem::at(at, ProblemKind::NotAsInTheOriginal { original, found }));
    }

    fn same<T: PartialEq + ToString>(&mut self, at: &Place<'_>, pair: [T; 2]) {
        if pair[0] != pair[1] {
            let texts = pair.map(|it| Some(it.to_string()).filter(|it| !it.is_empty()));
            self.report(at, texts);
        }
    }

    /// What may be left out is left out of both or of neither.
    fn there(&mut self, at: &Place<'_>, pair: [bool; 2]) {
        if pair[0] != pair[1] {
            self.report(at, pair.map(|it| it.then(|| "something".to_owned())));
        }
    }

    fn count(&mut self, at: &Place<'_>, pair: [&[Text]; 2]) {
        self.same(at, pair.map(|it| format!("texts: {}", it.len())));
    }

    /// The parts of two lists side by side, those of the original by the ids of the other, with the other's place. Ids
    /// that only one of them has are told.
    fn pairs<'q, T>(
        &mut self,
        at: &Place<'_>,
        [original, found]: [&'q [T]; 2],
        id: impl Fn(&T) -> &str,
    ) -> Vec<(usize, [&'q T; 2])> {
        if original.len() == found.len() {
            let both = original.iter().zip(found).enumerate();
            let both: Vec<_> = both.map(|(i, (one, other))| (i, [one, other])).collect();
            for (i, pair) in &both {
                self.same(&at.item(*i).key("id"), pair.map(&id));
            }
            return both.into_iter().filter(|(_, [one, other])| id(one) == id(other)).collect();
        }
        let is_in = |it: &T, list: &[T]| list.iter().any(|other| id(other) == id(it));
        for it in original.iter().filter(|it| !is_in(it, found)) {
            self.report(at, [Some(id(it).to_owned()), None]);
        }
        for (i, it) in found.iter().enumerate().filter(|(_, it)| !is_in(it, original)) {
            self.report(&at.item(i).key("id"), [None, Some(id(it).to_owned())]);
        }
        let partner = |it: &T| original.iter().find(|other| id(other) == id(it));
        found.iter().enumerate().filter_map(|(i, it)| Some((i, [partner(it)?, it]))).collect()
    }

    fn screen(&mut self, at: &Place<'_>, quizzes: [&Quiz; 2], pair: [&Screen; 2]) {
        self.same(&at.key("level"), pair.map(|it| it.level().as_str()));
        self.there(&at.key("help"), pair.map(|it| it.help.is_some()));
        self.choices(at, quizzes, pair.map(|it| &*it.choices));
        let card = |it: &Screen| matches!(&it.leads_to, LeadsTo::Stop(_, Card { call: Some(_), .. }));
        self.there(&at.key("card").key("call"), pair.map(card));
    }

    fn choices(&mut self, at: &Place<'_>, quizzes: [&Quiz; 2], pair: [&[Choice]; 2]) {
        let at = at.key("choices");
        for (i, pair) in self.pairs(&at, pair, |it| it.id.as_str()) {
            let at = at.item(i);
            self.same(&at.key("exclusive"), pair.map(|it| it.exclusive));
            self.same(&at.key("picture"), pair.map(|it| name(it.picture.as_ref())));
            let [original, translation] = [0, 1].map(|i| (quizzes[i], pair[i]));
            self.same(&at.key("points"), [original, translation].map(|(quiz, it)| points(quiz, it)));
            self.same(&at.key("flags"), [original, translation].map(|(quiz, it)| flags(quiz, it)));
        }
    }

    fn cause(&mut self, at: &Place<'_>, quizzes: [&Quiz; 2], pair: [&Cause; 2]) {
        self.same(&at.key("doctor_first"), pair.map(|it| it.doctor_first));
        self.picture(at, pair.map(|it| it.picture.as_ref()));
        self.count(&at.key("look_next"), pair.map(|it| &*it.look_next));
        self.things_to_try(&at.key("try_this"), pair.map(|it| &*it.try_this));
        self.count(&at.key("get_checked"), pair.map(|it| &*it.get_checked));
        self.there(&at.key("course"), pair.map(|it| it.course.is_some()));
        let of = [0, 1].map(|i| sources(quizzes[i], &pair[i].sources));
        self.same(&at.key("sources"), of);
    }

    fn picture(&mut self, at: &Place<'_>, pair: [Option<&Picture>; 2]) {
        let at = at.key("picture");
        self.same(&at.key("drawing"), pair.map(|it| name(it.map(|it| &it.drawing))));
    }

    fn things_to_try(&mut self, at: &Place<'_>, pair: [&[Suggestion]; 2]) {
        self.same(at, pair.map(|it| format!("texts: {}", it.len())));
        for (i, (one, other)) in pair[0].iter().zip(pair[1]).enumerate() {
            let names = [one, other].map(|it| name(it.picture.as_ref()));
            self.same(&at.item(i).key("picture"), names);
        }
    }

    fn scoring(&mut self, at: &Place<'_>, pair: [&Scoring; 2]) {
        self.same(&at.key("lead_from"), pair.map(|it| it.lead_from.get()));
        self.same(&at.key("margin"), pair.map(|it| it.margin.get()));
        self.same(&at.key("most_shown"), pair.map(|it| it.most_shown.get()));
        self.same(&at.key("doctor_first_from"), pair.map(|it| it.doctor_first_from.map_or(0, Bounded::get)));
    }

    fn care(&mut self, at: &Place<'_>, pair: [&Care; 2]) {
        let place = at.key("emergency");
        self.same(&place.key("number"), pair.map(|it| it.emergency.number.as_str()));
        self.same(
            &place.key("regions"),
            pair.map(|it| {
                let numbers = it.emergency.regions.0.iter();
                joined(numbers.map(|(region, it)| format!("{region} {}", it.number.as_str())).collect())
            }),
        );
        let place = at.key("urgent_line");
        self.same(
            &place.key("regions"),
            pair.map(|it| {
                joined(it.urgent_line.regions.0.iter().map(|(region, _)| region.clone()).collect())
            }),
        );
        self.there(&at.key("elsewhere"), pair.map(|it| it.elsewhere.is_some()));
        self.same(&at.key("soon_after_weeks"), pair.map(|it| it.soon_after_weeks.get()));
    }
}

fn name(drawing: Option<&DrawingId>) -> &str {
    drawing.map_or("", DrawingId::as_str)
}

/// What a choice gives, in words that do not depend on the order in the file.
fn points(quiz: &Quiz, choice: &Choice) -> String {
    let points = choice.points.iter();
    joined(points.map(|(cause, points)| format!("{} {points}", quiz.causes[*cause].id)).collect())
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
