//! The session: steps, picks, going back, stops.

use crate::support::{Reader, five_causes};
use which_cause_quiz::Stage;

#[test]
fn the_five_cause_quiz_has_three_screens_eleven_questions_and_a_result() {
    let mut reader = Reader::of(&five_causes());
    let mut steps = vec![reader.is_at()];
    while reader.is_at() != "result" {
        reader = if reader.is_at().starts_with("screen") {
            reader.picks(&["none"]).goes_on()
        } else {
            reader.skips()
        };
        steps.push(reader.is_at());
    }
    assert_eq!(
        steps,
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
fn screens_and_questions_are_numbered_separately() {
    let reader = Reader::of(&five_causes()).picks(&["none"]).goes_on();
    let Stage::SafetyScreen(_, step) = reader.0.stage() else { panic!("{}", reader.is_at()) };
    assert_eq!((step.number, step.total), (2, 3));
    let reader = reader.has_no_flags().skips().skips();
    let Stage::Question(_, step) = reader.0.stage() else { panic!("{}", reader.is_at()) };
    assert_eq!((step.number, step.total), (3, 11));
}

#[test]
fn none_of_these_clears_other_ticks_and_other_ticks_clear_it() {
    let reader = Reader::of(&five_causes()).picks(&["chest", "sweat", "none"]);
    assert_eq!(reader.has_picked(), ["none"]);
    assert_eq!(reader.picks(&["breath"]).has_picked(), ["breath"]);
}

#[test]
fn a_pick_one_question_keeps_the_last_pick() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both", "middle"]);
    assert_eq!(reader.has_picked(), ["middle"]);
}

#[test]
fn a_safety_screen_needs_a_tick_and_cannot_be_skipped() {
    let reader = Reader::of(&five_causes());
    assert_eq!(reader.clone().skips().is_at(), "screen now");
    let reader = reader.goes_on();
    assert_eq!(reader.is_at(), "screen now");
    assert!(reader.0.invalid_answer());
    assert!(!reader.picks(&["none"]).0.invalid_answer());
}

#[test]
fn a_question_needs_a_pick_or_a_skip() {
    let reader = Reader::of(&five_causes()).has_no_flags().goes_on();
    assert_eq!(reader.is_at(), "question where");
    assert!(reader.0.invalid_answer());
    assert_eq!(reader.skips().is_at(), "question builds");
}

#[test]
fn answers_are_kept_and_can_be_changed_after_going_back() {
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
fn skipping_a_question_clears_its_answer() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().goes_back().skips();
    assert!(reader.goes_back().has_picked().is_empty());
}

#[test]
fn back_from_the_result_leads_to_the_last_question_and_restart_clears_everything() {
    let reader = Reader::of(&five_causes()).has_no_flags().skips_to_the_end();
    assert_eq!(reader.clone().goes_back().is_at(), "question history");
    let reader = reader.restarts();
    assert_eq!(reader.is_at(), "screen now");
    assert!(reader.has_picked().is_empty());
}

#[test]
fn impossible_actions_change_nothing() {
    let reader = Reader::of(&five_causes()).goes_back().picks(&["postur", "both"]).unpicks("none");
    assert_eq!(reader.is_at(), "screen now");
    assert!(reader.has_picked().is_empty());
    let stopped = reader.picks(&["chest"]).goes_on().goes_on().skips().picks(&["none"]);
    assert_eq!(stopped.is_at(), "stop emergency");
}

#[test]
fn every_emergency_flag_stops_the_quiz() {
    let quiz = five_causes();
    let flags: Vec<&str> = quiz.screens()[0].choices.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(flags.len(), 11);
    for flag in flags.into_iter().filter(|it| *it != "none") {
        assert_eq!(Reader::of(&quiz).picks(&[flag]).goes_on().is_at(), "stop emergency", "{flag}");
    }
}

#[test]
fn every_urgent_flag_stops_the_quiz() {
    let quiz = five_causes();
    let flags: Vec<&str> = quiz.screens()[1].choices.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(flags.len(), 13);
    for flag in flags.into_iter().filter(|it| *it != "none") {
        let reader = Reader::of(&quiz).picks(&["none"]).goes_on().picks(&[flag]).goes_on();
        assert_eq!(reader.is_at(), "stop urgent", "{flag}");
    }
}

#[test]
fn a_stop_lists_the_ticks_and_a_mistaken_tick_can_be_cleared() {
    let reader = Reader::of(&five_causes()).picks(&["chest", "sweat"]).goes_on();
    let Stage::Stopped(stop) = reader.0.stage() else { panic!("{}", reader.is_at()) };
    let ticked: Vec<&str> = stop.ticked.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ticked, ["chest", "sweat"]);
    let reader = reader.goes_back();
    assert_eq!(reader.has_picked(), ["chest", "sweat"]);
    assert_eq!(reader.picks(&["none"]).goes_on().is_at(), "screen check");
}

#[test]
fn a_flag_ticked_after_going_back_stops_the_quiz() {
    let reader = Reader::of(&five_causes()).has_no_flags().goes_back().goes_back().goes_back();
    assert_eq!(reader.is_at(), "screen now");
    assert_eq!(reader.picks(&["breath"]).goes_on().is_at(), "stop emergency");
}

#[test]
fn an_emergency_flag_comes_before_an_urgent_flag() {
    let reader = Reader::of(&five_causes()).picks(&["none"]).goes_on().picks(&["fever_weight"]).goes_on();
    assert_eq!(reader.is_at(), "stop urgent");
    // The reader goes back and ticks a flag on the first screen: now both screens have one.
    let reader = reader.goes_back().goes_back().picks(&["chest"]).goes_on();
    assert_eq!(reader.is_at(), "stop emergency");
    let reader = reader.goes_back();
    assert_eq!((reader.is_at(), reader.has_picked()), ("screen now".to_owned(), vec!["chest".to_owned()]));
}

#[test]
fn progress_counts_all_steps_and_the_position_ignores_picks_and_errors() {
    let start = Reader::of(&five_causes());
    assert!(start.0.is_at_start());
    assert_eq!(start.0.progress(), (1, 14));
    let refused = start.clone().goes_on();
    assert!(refused.0.invalid_answer() && !start.0.invalid_answer());
    let picked = refused.clone().picks(&["chest"]);
    assert_eq!(start.0.position(), refused.0.position());
    assert_eq!(start.0.position(), picked.0.position());
    assert_eq!((picked.0.picks().has(0), start.0.picks().is_empty()), (true, true));
    let stopped = picked.goes_on();
    assert_ne!(start.0.position(), stopped.0.position());
    assert_eq!((stopped.0.progress(), stopped.0.picks().is_empty()), ((14, 14), true));
    let finished = start.has_no_flags().skips_to_the_end();
    assert_ne!(finished.0.position(), stopped.0.position());
    assert_eq!(finished.0.progress(), (14, 14));
    assert!(!finished.0.is_at_start());
}
