//! Claims about the engine: the way through a quiz, the verdict, who is sent to a doctor.

mod support;

use std::rc::Rc;

use serde_json::json;
use support::{Reader, checked, five_causes, five_causes_but, quiz_of, shown, tick_all, verdict};
use which_cause_quiz::{CourseOffer, Placeholders, PlainDigits, Quiz, Regions, Stage};

// The way through.

#[test]
fn a_reader_meets_three_screens_and_eleven_questions_and_then_the_result() {
    let mut reader = Reader::of(&five_causes());
    let mut met = vec![reader.is_at()];
    while reader.is_at() != "result" {
        reader = if reader.is_at().starts_with("screen") {
            reader.picks(&["none"]).goes_on()
        } else {
            reader.skips()
        };
        met.push(reader.is_at());
    }
    assert_eq!(
        met,
        [
            "screen now",
            "screen check",
            "screen soon",
            "question where",
            "question builds",
            "question eases",
            "question side_view",
            "question front_back",
            "question sitting",
            "question day",
            "question wall",
            "question training",
            "question signs",
            "question history",
            "result"
        ]
    );
}

#[test]
fn a_screen_counts_among_screens_and_a_question_among_questions() {
    let reader = Reader::of(&five_causes()).picks(&["none"]).goes_on();
    let Stage::SafetyScreen(_, step) = reader.0.stage() else { panic!("{}", reader.is_at()) };
    assert_eq!((step.number, step.total), (2, 3));
    let reader = reader.has_no_flags().skips().skips();
    let Stage::Question(_, step) = reader.0.stage() else { panic!("{}", reader.is_at()) };
    assert_eq!((step.number, step.total), (3, 11));
}

#[test]
fn none_of_these_clears_the_other_ticks_and_the_other_way_round() {
    let reader = Reader::of(&five_causes()).picks(&["chest", "sweat", "none"]);
    assert_eq!(reader.has_picked(), ["none"]);
    assert_eq!(reader.picks(&["breath"]).has_picked(), ["breath"]);
}

#[test]
fn of_a_pick_one_question_the_last_pick_stays() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both", "middle"]);
    assert_eq!(reader.has_picked(), ["middle"]);
}

#[test]
fn a_screen_wants_a_tick_and_cannot_be_skipped() {
    let reader = Reader::of(&five_causes());
    assert_eq!(reader.clone().skips().is_at(), "screen now");
    let reader = reader.goes_on();
    assert_eq!(reader.is_at(), "screen now");
    assert!(reader.0.missing_answer());
    assert!(!reader.picks(&["none"]).0.missing_answer());
}

#[test]
fn a_question_wants_a_pick_or_a_skip() {
    let reader = Reader::of(&five_causes()).has_no_flags().goes_on();
    assert_eq!(reader.is_at(), "question where");
    assert!(reader.0.missing_answer());
    assert_eq!(reader.skips().is_at(), "question builds");
}

#[test]
fn going_back_finds_the_answers_and_lets_them_be_changed() {
    let reader =
        Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().picks(&["screen"]).goes_on();
    let reader = reader.goes_back();
    assert_eq!(reader.has_picked(), ["screen"]);
    let reader = reader.goes_back();
    assert_eq!(reader.has_picked(), ["both"]);
    let reader = reader.picks(&["middle"]).goes_on();
    assert_eq!(reader.has_picked(), ["screen"]);
    assert_eq!(reader.goes_back().has_picked(), ["middle"]);
}

#[test]
fn skipping_a_question_gives_up_its_answer() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().goes_back().skips();
    assert!(reader.goes_back().has_picked().is_empty());
}

#[test]
fn the_result_leads_back_to_the_last_question_and_starting_again_forgets_everything() {
    let reader = Reader::of(&five_causes()).has_no_flags().skips_to_the_end();
    assert_eq!(reader.clone().goes_back().is_at(), "question history");
    let reader = reader.restarts();
    assert_eq!(reader.is_at(), "screen now");
    assert!(reader.has_picked().is_empty());
}

#[test]
fn acts_that_make_no_sense_change_nothing() {
    let reader = Reader::of(&five_causes()).goes_back().picks(&["postur", "both"]).unpicks("none");
    assert_eq!(reader.is_at(), "screen now");
    assert!(reader.has_picked().is_empty());
    let stopped = reader.picks(&["chest"]).goes_on().goes_on().skips().picks(&["none"]);
    assert_eq!(stopped.is_at(), "stop emergency");
}

// Stops.

#[test]
fn every_emergency_flag_stops_the_quiz_at_once() {
    let quiz = five_causes();
    let flags: Vec<&str> = quiz.screens()[0].choices.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(flags.len(), 11);
    for flag in flags.into_iter().filter(|it| *it != "none") {
        assert_eq!(Reader::of(&quiz).picks(&[flag]).goes_on().is_at(), "stop emergency", "{flag}");
    }
}

#[test]
fn every_urgent_flag_stops_the_quiz_at_once() {
    let quiz = five_causes();
    let flags: Vec<&str> = quiz.screens()[1].choices.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(flags.len(), 13);
    for flag in flags.into_iter().filter(|it| *it != "none") {
        let reader = Reader::of(&quiz).picks(&["none"]).goes_on().picks(&[flag]).goes_on();
        assert_eq!(reader.is_at(), "stop urgent", "{flag}");
    }
}

#[test]
fn a_stop_tells_what_was_ticked_and_a_mistaken_tick_can_be_taken_back() {
    let reader = Reader::of(&five_causes()).picks(&["chest", "sweat"]).goes_on();
    let Stage::Stopped(stop) = reader.0.stage() else { panic!("{}", reader.is_at()) };
    let ticked: Vec<&str> = stop.ticked.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ticked, ["chest", "sweat"]);
    let reader = reader.goes_back();
    assert_eq!(reader.has_picked(), ["chest", "sweat"]);
    assert_eq!(reader.picks(&["none"]).goes_on().is_at(), "screen check");
}

#[test]
fn a_flag_ticked_on_the_way_back_stops_the_quiz_too() {
    let reader = Reader::of(&five_causes()).has_no_flags().goes_back().goes_back().goes_back();
    assert_eq!(reader.is_at(), "screen now");
    assert_eq!(reader.picks(&["breath"]).goes_on().is_at(), "stop emergency");
}

#[test]
fn of_an_emergency_and_an_urgent_flag_the_emergency_wins() {
    let reader = Reader::of(&five_causes()).picks(&["none"]).goes_on().picks(&["fever_weight"]).goes_on();
    assert_eq!(reader.is_at(), "stop urgent");
    // Back on the first screen the reader ticks a flag there as well: both screens have one now.
    let reader = reader.goes_back().goes_back().picks(&["chest"]).goes_on();
    assert_eq!(reader.is_at(), "stop emergency");
    let reader = reader.goes_back();
    assert_eq!((reader.is_at(), reader.has_picked()), ("screen now".to_owned(), vec!["chest".to_owned()]));
}

// Verdicts. Cause `a` can get 20 points, 5 points of score each.

#[test]
fn a_cause_ahead_by_more_than_the_margin_leads() {
    // a: 17 of 20, 85; b: 20 of 29, 69: a distance of 16.
    let b = [json!({"b": 9}), json!({"b": 9}), json!({"b": 2}), json!({"b": 9})];
    let a = [json!({"a": 9}), json!({"a": 8}), json!({"a": 3})];
    let quiz = checked(&quiz_of(&["a", "b"], json!([tick_all("qa", &a), tick_all("qb", &b)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on().picks(&["c0", "c1", "c2"]).goes_on();
    let outcome = reader.result();
    assert_eq!((outcome.ranking[0].score, outcome.ranking[1].score), (85, 69));
    assert_eq!((verdict(&outcome), shown(&outcome)), ("leads", vec!["a".to_owned()]));
}

#[test]
fn a_cause_just_within_the_margin_makes_the_picture_mixed() {
    // a: 17 of 20, 85; b: 14 of 20, 70: a distance of 15.
    let b = [json!({"b": 9}), json!({"b": 5}), json!({"b": 6})];
    let a = [json!({"a": 9}), json!({"a": 8}), json!({"a": 3})];
    let quiz = checked(&quiz_of(&["a", "b"], json!([tick_all("qa", &a), tick_all("qb", &b)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on().picks(&["c0", "c1"]).goes_on();
    let outcome = reader.result();
    assert_eq!((outcome.ranking[0].score, outcome.ranking[1].score), (85, 70));
    assert_eq!((verdict(&outcome), shown(&outcome)), ("mixed", vec!["a".to_owned(), "b".to_owned()]));
    assert!(outcome.verdict.ties().is_empty());
}

#[test]
fn nothing_stands_out_below_thirty_and_something_does_at_thirty() {
    let quiz_with = |max: u32| {
        let a = [json!({"a": 6}), json!({"a": 9}), json!({"a": max - 15})];
        checked(&quiz_of(
            &["a", "b"],
            json!([tick_all("qa", &a), tick_all("qb", &[json!({"b": 1}), json!({})])]),
        ))
    };
    let below = Reader::of(&quiz_with(21)).picks(&["c0"]).goes_on().skips();
    assert_eq!((below.result().ranking[0].score, verdict(&below.result())), (29, "nothing"));
    let at = Reader::of(&quiz_with(20)).picks(&["c0"]).goes_on().skips();
    assert_eq!((at.result().ranking[0].score, verdict(&at.result())), (30, "leads"));
}

#[test]
fn a_tie_is_told_as_a_mixed_picture_in_the_articles_order() {
    let points = [json!({"b": 9}), json!({"a": 9}), json!({"c": 9})];
    let quiz = checked(&quiz_of(&["a", "b", "c"], json!([tick_all("q", &points)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on();
    let outcome = reader.result();
    assert_eq!((verdict(&outcome), shown(&outcome)), ("mixed", vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(outcome.verdict.ties().iter().map(|it| it.len()).collect::<Vec<_>>(), [2]);
    assert_eq!(outcome.ranking.iter().map(|it| it.rank).collect::<Vec<_>>(), [1, 1, 3]);
}

#[test]
fn more_than_three_close_together_are_told_as_spread_widely_and_three_are_shown() {
    let points = [json!({"d": 9}), json!({"a": 9}), json!({"c": 9}), json!({"b": 9}), json!({"e": 9})];
    let quiz = checked(&quiz_of(&["a", "b", "c", "d", "e"], json!([tick_all("q", &points)])));
    let three = Reader::of(&quiz).picks(&["c0", "c1", "c2"]).goes_on();
    assert!(!three.result().verdict.is_spread());
    assert_eq!(shown(&three.result()), ["a", "c", "d"]);
    let four = Reader::of(&quiz).picks(&["c0", "c1", "c2", "c3"]).goes_on();
    assert!(four.result().verdict.is_spread());
    assert_eq!(shown(&four.result()), ["a", "b", "c"]);
}

#[test]
fn a_tie_is_told_even_where_only_one_of_the_level_causes_is_shown() {
    let points =
        [json!({"a": 9, "b": 8}), json!({"b": 1, "c": 8, "d": 8}), json!({"c": 1, "d": 1, "a": 1, "b": 1})];
    let quiz = checked(&quiz_of(&["a", "b", "c", "d"], json!([tick_all("q", &points)])));
    let reader = Reader::of(&quiz).picks(&["c0", "c1"]).goes_on();
    let outcome = reader.result();
    assert_eq!(outcome.ranking.iter().map(|it| it.score).collect::<Vec<_>>(), [90, 90, 89, 89]);
    assert_eq!(shown(&outcome), ["a", "b", "c"]);
    let level: Vec<Vec<&str>> =
        outcome.verdict.ties().iter().map(|it| it.iter().map(|it| it.cause.id.as_str()).collect()).collect();
    assert_eq!(level, [["a", "b"], ["c", "d"]]);
}

#[test]
fn a_skipped_question_takes_nothing_from_what_could_be_had() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().skips_to_the_end();
    let outcome = reader.result();
    let posture = outcome.ranking[0];
    assert_eq!((posture.cause.id.as_str(), posture.raw, posture.max, posture.score), ("posture", 2, 20, 10));
    assert_eq!(verdict(&outcome), "nothing");
}

#[test]
fn no_single_question_can_make_a_cause_of_the_five_lead() {
    let quiz = five_causes();
    for question in quiz.questions() {
        for only in [true, false] {
            for first in &question.choices {
                let mut reader = Reader::of(&quiz).has_no_flags();
                while reader.is_at() != format!("question {}", question.id) {
                    reader = reader.skips();
                }
                let all =
                    question.choices.iter().filter(|it| !it.exclusive && !only).map(|it| it.id.as_str());
                let picked: Vec<&str> = [first.id.as_str()].into_iter().chain(all).collect();
                let reader = reader.picks(&picked).goes_on().skips_to_the_end();
                assert_eq!(verdict(&reader.result()), "nothing", "{} {picked:?}", question.id);
            }
        }
    }
}

#[test]
fn the_words_for_a_score_change_at_sixty_thirty_five_and_fifteen() {
    let quiz = five_causes();
    let words = |score| quiz.band(score).id.to_string();
    assert_eq!(
        [100, 60, 59, 35, 34, 15, 14, 0].map(words),
        ["many", "many", "some", "some", "few", "few", "hardly", "hardly"]
    );
}

// Who is sent to a doctor, and who is shown the course.

/// A quiz of two causes of which `a` is doctor-first; each can get 20 points.
fn doctor_first() -> std::sync::Arc<which_cause_quiz::Quiz> {
    let points = |id: &str| [json!({id: 9}), json!({id: 1}), json!({id: 4}), json!({id: 6})];
    let mut file = quiz_of(&["a", "b"], json!([tick_all("qa", &points("a")), tick_all("qb", &points("b"))]));
    file["causes"][0]["doctor_first"] = json!(true);
    file["questions"][1]["choices"][1]["flags"] = json!(["tell"]);
    checked(&file)
}

fn doctor_and_course(a: &[&str], b: &[&str]) -> (bool, bool) {
    let quiz = doctor_first();
    let reader = Reader::of(&quiz);
    let reader = if a.is_empty() { reader.skips() } else { reader.picks(a).goes_on() };
    let reader = if b.is_empty() { reader.skips() } else { reader.picks(b).goes_on() };
    let outcome = reader.result();
    (outcome.visit.is_some(), matches!(outcome.course, CourseOffer::Offered(_)))
}

#[test]
fn a_doctor_comes_first_where_a_doctor_first_cause_leads_is_close_or_scores_high() {
    assert_eq!(doctor_and_course(&["c0"], &[]), (true, false), "45 to 0: it leads");
    assert_eq!(doctor_and_course(&["c3"], &["c0"]), (true, false), "30 to 45: it is close");
    assert_eq!(
        doctor_and_course(&["c0", "c1"], &["c0", "c1", "c2", "c3"]),
        (true, false),
        "50 to 100: it is high"
    );
    assert_eq!(doctor_and_course(&["c0"], &["c0", "c1", "c2", "c3"]), (false, true), "45 to 100: neither");
    assert_eq!(doctor_and_course(&["c2"], &["c2"]), (false, true), "20 to 20: nothing stands out");
}

#[test]
fn a_doctor_comes_first_even_where_the_cause_is_close_but_not_shown() {
    let points = ["b", "c", "d", "a"].map(|id| json!({id: 9}));
    let more = ["b", "c", "d"].map(|id| json!({id: 1}));
    let mut file = quiz_of(&["b", "c", "d", "a"], json!([tick_all("q", &points), tick_all("r", &more)]));
    file["causes"][3]["doctor_first"] = json!(true);
    file["questions"][1]["choices"][0]["points"] = json!({"b": 1, "a": 1});
    let reader =
        Reader::of(&checked(&file)).picks(&["c0", "c1", "c2", "c3"]).goes_on().picks(&["c1", "c2"]).goes_on();
    let outcome = reader.result();
    assert_eq!(shown(&outcome), ["c", "d", "b"]);
    assert_eq!(outcome.course, CourseOffer::Withheld(None));
    let visit = outcome.visit.expect("a visit");
    let answers: Vec<&str> = visit.answers.iter().map(|it| it.choice.id.as_str()).collect();
    assert_eq!(answers, ["c3"], "the answers that speak for it, each once");
}

#[test]
fn a_flag_is_told_and_calls_for_a_visit_only_where_the_quiz_says_so() {
    let (visit, course) = doctor_and_course(&[], &["c1"]);
    assert_eq!((visit, course), (false, true));
    let quiz = five_causes();
    for (choices, visit) in
        [(&["weak_all"][..], true), (&["cramps"][..], false), (&["tired", "skin"][..], false)]
    {
        let mut reader = Reader::of(&quiz).has_no_flags();
        while reader.is_at() != "question signs" {
            reader = reader.skips();
        }
        let reader = reader.picks(choices).goes_on().skips_to_the_end();
        let outcome = reader.result();
        assert_eq!(outcome.flags.len(), 1, "{choices:?}: a flag raised twice is told once");
        assert_eq!(outcome.visit.is_some(), visit, "{choices:?}");
        assert!(matches!(outcome.course, CourseOffer::Offered(None)), "{choices:?}");
    }
}

#[test]
fn why_you_see_this_has_the_strongest_answers_first_and_at_most_five() {
    let answers = json!({"answers": {
        "where": "both", "builds": "screen", "eases": "head_up", "side_view": ["ear", "roll", "round"],
        "sitting": ["poke", "sag"], "wall": "no_touch", "training": "pushing"
    }});
    let answers = which_cause_quiz::Answers::read(&answers.to_string(), &five_causes()).expect("answers");
    let session = answers.take(five_causes());
    let Stage::Finished(outcome) = session.stage() else { panic!("not finished") };
    let why = outcome.why(&outcome.ranking[0], 5);
    let why: Vec<&str> = why.iter().map(|it| it.choice.id.as_str()).collect();
    assert_eq!(why, ["screen", "head_up", "no_touch", "both", "ear"]);
}

// Regions.

fn placeholders(quiz: &Quiz, region: Option<&str>) -> Placeholders {
    quiz.placeholders(Regions { reader: region, owner: None }, Rc::new(PlainDigits))
}

#[test]
fn the_emergency_number_is_the_regions_own_and_112_elsewhere() {
    let quiz = five_causes();
    let heading = &quiz.screens()[0];
    let which_cause_quiz::LeadsTo::Stop(_, card) = &heading.leads_to else { panic!("no stop") };
    let said = |region| placeholders(&quiz, region).render(&card.heading);
    assert_eq!(said(None), "Call 112 or go to the nearest emergency department now");
    assert_eq!(said(Some("US")), "Call 911 or go to the nearest emergency department now");
    assert_eq!(said(Some("ZZ")), said(None));
    assert_eq!(placeholders(&quiz, Some("GB")).emergency_numbers()[0].number.as_str(), "999");
}

#[test]
fn the_number_that_two_countries_use_for_different_things_is_never_said_alone() {
    let quiz = five_causes();
    for region in quiz.regions().into_iter().map(Some).chain([None]) {
        for screen in &quiz.screens()[..2] {
            let which_cause_quiz::LeadsTo::Stop(_, card) = &screen.leads_to else { panic!("no stop") };
            for text in [Some(&card.heading), Some(&card.body), Some(&card.after), card.call.as_ref()]
                .into_iter()
                .flatten()
            {
                let said = placeholders(&quiz, region).render(text);
                let alone = ["NHS 111", "111 (New Zealand)", "111 (Papua New Guinea)"]
                    .iter()
                    .fold(said.clone(), |said, it| said.replace(it, ""));
                assert!(!alone.contains("111"), "{region:?}: {said}");
            }
        }
    }
}

/// The numbers to call of a reader, and the regions that they are named after.
fn calls(reader: Option<&str>, owner: Option<&str>) -> Vec<(String, Option<String>)> {
    let placeholders = five_causes().placeholders(Regions { reader, owner }, Rc::new(PlainDigits));
    let calls = placeholders.emergency_numbers().iter();
    calls.map(|it| (it.number.as_str().to_owned(), it.region.clone())).collect()
}

#[test]
fn a_reader_abroad_got_the_number_of_the_pages_owner_alone() {
    let named = |number: &str, region: &str| (number.to_owned(), Some(region.to_owned()));
    assert_eq!(calls(Some("GB"), Some("US")), [named("999", "GB"), named("911", "US")]);
    assert_eq!(calls(Some("GB"), Some("GB")), [named("999", "GB")]);
    assert_eq!(calls(Some("CA"), Some("US")), [named("911", "CA")], "the same number is there once");
    assert_eq!(calls(Some("GB"), None), [named("999", "GB")]);
    assert_eq!(calls(None, None), [("112".to_owned(), None)]);
}

#[test]
fn texts_name_the_readers_number_and_never_the_owners() {
    let quiz = five_causes();
    let placeholders =
        quiz.placeholders(Regions { reader: Some("ES"), owner: Some("GB") }, Rc::new(PlainDigits));
    for screen in &quiz.screens()[..2] {
        let which_cause_quiz::LeadsTo::Stop(_, card) = &screen.leads_to else { panic!("no stop") };
        let said = [&card.heading, &card.body, &card.after].map(|it| placeholders.render(it)).join(" ");
        assert!(said.contains("112") && !said.contains("999") && !said.contains("NHS"), "{said}");
    }
    let which_cause_quiz::LeadsTo::Stop(_, card) = &quiz.screens()[0].leads_to else { panic!("no stop") };
    let label = card.call.as_ref().expect("a label");
    let labels: Vec<String> =
        placeholders.emergency_numbers().iter().map(|it| placeholders.render_for(it, label)).collect();
    assert_eq!(labels, ["Call 112", "Call 999"]);
}

#[test]
fn a_visit_card_that_names_no_number_needs_no_line_for_other_countries() {
    let quiz = five_causes();
    let visit = &quiz.care().expect("care").visit;
    assert!(
        ![&visit.heading, &visit.body, &visit.after].into_iter().any(Placeholders::contains_emergency_number)
    );
    for number in ["{emergency_number}", "{urgent_line}"] {
        let quiz = five_causes_but(|it| it["care"]["visit"]["after"] = format!("Call {number}.").into());
        assert!(Placeholders::contains_emergency_number(
            &quiz.expect("a quiz").care().expect("care").visit.after
        ));
    }
}
