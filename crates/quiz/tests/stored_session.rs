//! Storing a session and restoring it gives the same session. Any other text gives a session that a reader can reach.

use std::sync::Arc;

use crate::support::{Reader, brakes, checked, five_causes, five_causes_but, quiz_of, tick_all};
use proptest::prelude::*;
use serde_json::{Value, json};
use which_cause_quiz::{Action, ChoiceId, Quiz, Session, Stage, read};

fn stored_and_restored(session: &Session) -> Session {
    Session::restore(Arc::clone(session.quiz()), &session.serialize())
}

/// The step and the picks of a session, and of every step before.
fn describe(session: &Session) -> String {
    let mut back = session.clone();
    let mut all = Vec::new();
    for _ in 0..=session.progress().1 {
        all.push(format!("{} {:?}", Reader(back.clone()).is_at(), Reader(back.clone()).has_picked()));
        back = back.apply(&Action::Back);
    }
    all.join("\n")
}

#[test]
fn a_restored_session_has_the_same_step_and_picks() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().skips();
    let reader = reader.picks(&["head_up"]);
    assert_eq!(describe(&stored_and_restored(&reader.0)), describe(&reader.0));
    let reader = reader.goes_back();
    assert_eq!(
        describe(&stored_and_restored(&reader.0)),
        describe(&reader.0),
        "picks of later steps are kept"
    );
    let back_again = Reader(stored_and_restored(&reader.0)).skips();
    assert_eq!(back_again.has_picked(), ["head_up"]);
    let done = reader.skips_to_the_end();
    assert_eq!(describe(&stored_and_restored(&done.0)), describe(&done.0));
    let stopped = Reader::of(&five_causes()).picks(&["chest"]).goes_on();
    assert_eq!(stopped.is_at(), "stop emergency");
    assert_eq!(describe(&stored_and_restored(&stopped.0)), describe(&stopped.0));
}

#[test]
fn a_session_in_a_translation_has_the_same_step_picks_and_error_message() {
    let spanish = Arc::new(read(include_str!("../../../quizzes/upper-back-knots.es.json")).expect("a quiz"));
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on();
    for reader in [
        reader.clone().goes_on(),
        reader.picks(&["screen"]),
        Reader::of(&five_causes()).picks(&["chest"]).goes_on(),
    ] {
        let translated = reader.0.clone().in_quiz(&spanish);
        assert!(Arc::ptr_eq(translated.quiz(), &spanish));
        assert_eq!(describe(&translated), describe(&reader.0));
        assert_eq!(translated.invalid_answer(), reader.0.invalid_answer());
    }
}

#[test]
fn ids_that_a_changed_quiz_no_longer_has_are_ignored() {
    let reader =
        Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().picks(&["screen"]).goes_on();
    let stored = reader.0.serialize();
    let changed = five_causes_but(|file| {
        file["questions"][0]["choices"][0]["id"] = json!("on_both_sides");
        file["questions"][1]["id"] = json!("brings_it_on");
    });
    let session = Reader(Session::restore(Arc::new(changed.expect("a quiz")), &stored));
    // The first question lost its pick and counts as skipped. The second one is new.
    assert_eq!((session.is_at(), session.has_picked()), ("question brings_it_on".to_owned(), vec![]));
    assert_eq!(session.goes_back().has_picked(), [] as [&str; 0]);
}

#[test]
fn a_safety_screen_with_other_choices_is_asked_again() {
    let stored = Reader::of(&five_causes()).has_no_flags().skips_to_the_end().0.serialize();
    let changes: [fn(&mut Vec<Value>); 3] = [
        |choices| choices.insert(0, json!({"id": "new_sign", "text": "Something new"})),
        // As many choices as before.
        |choices| choices[0]["id"] = json!("new_sign"),
        |choices| choices.swap(0, 1),
    ];
    for change in changes {
        let changed =
            five_causes_but(|file| change(file["screens"][1]["choices"].as_array_mut().expect("choices")));
        let session = Reader(Session::restore(Arc::new(changed.expect("a quiz")), &stored));
        assert_eq!((session.is_at(), session.has_picked()), ("screen check".to_owned(), vec![]));
    }
}

#[test]
fn a_session_of_another_quiz_starts_anew() {
    let stored = Reader::of(&five_causes()).has_no_flags().skips_to_the_end().0.serialize();
    let other = five_causes_but(|file| file["id"] = json!("other")).expect("a quiz");
    let session = Reader(Session::restore(Arc::new(other), &stored));
    assert_eq!((session.is_at(), session.has_picked()), ("screen now".to_owned(), vec![]));
}

/// The stored session of a reader of the five-cause quiz at a step, with these picks on the screens.
fn stored_at(step: &str, picks: &[&str]) -> String {
    let quiz = five_causes();
    let screens = quiz.screens().iter().zip(picks).map(|(screen, picks)| {
        let choices: Vec<&str> = screen.choices.iter().map(|choice| choice.id.as_str()).collect();
        format!("\n{}.screens.{}.{}{picks}", quiz.id(), screen.id, choices.join("."))
    });
    format!("{}.{step}{}", quiz.id(), screens.collect::<String>())
}

#[test]
fn no_stored_text_leads_past_a_flag() {
    let is_at = |text: &str| Reader(Session::restore(five_causes(), text)).is_at();
    assert_eq!(is_at(&stored_at("questions.where", &[" none", " none", " none"])), "question where");
    assert_eq!(is_at(&stored_at("questions.where", &[" chest", " none", " none"])), "stop emergency");
    // A flag beside "none of these" counts.
    assert_eq!(is_at(&stored_at("questions.where", &[" none chest", " none", " none"])), "stop emergency");
    assert_eq!(is_at(&stored_at("questions.where", &["", " none", " none"])), "screen now");
}

/// A quiz whose safety screen and first question have the same id and a choice with the same id.
fn same_ids() -> Arc<Quiz> {
    let mut question = tick_all("safe", &[json!({"a": 1}), json!({"b": 1})]);
    question["choices"][1]["id"] = json!("none");
    let mut file = quiz_of(&["a", "b"], json!([question, tick_all("last", &[json!({}), json!({})])]));
    file["screens"] = brakes()["screens"].clone();
    checked(&file)
}

#[test]
fn a_screen_and_a_question_with_the_same_id_keep_their_own_picks() {
    let reader = Reader::of(&same_ids()).has_no_flags();
    assert_eq!(
        (reader.is_at(), describe(&stored_and_restored(&reader.0))),
        ("question safe".to_owned(), describe(&reader.0))
    );
    let reader = reader.picks(&["c0"]);
    assert_eq!(describe(&stored_and_restored(&reader.0)), describe(&reader.0));
    let reader = reader.goes_on();
    assert_eq!(describe(&stored_and_restored(&reader.0)), describe(&reader.0));
}

#[test]
fn the_answer_to_a_question_is_none_to_a_screen_with_the_same_id() {
    let id = same_ids().id().clone();
    let text = format!("{id}.questions.last\n{id}.questions.safe none");
    let restored = Reader(Session::restore(same_ids(), &text));
    assert_eq!((restored.is_at(), restored.has_picked()), ("screen safe".to_owned(), vec![]));
}

#[test]
fn a_text_of_an_older_version_starts_the_quiz_anew() {
    for text in ["last\nsafe 2 none\nsafe 2 c0", "questions.last\nscreens.safe 2 none\nquestions.safe 2 c0"] {
        let restored = Reader(Session::restore(same_ids(), text));
        assert_eq!((restored.is_at(), restored.has_picked()), ("screen safe".to_owned(), vec![]));
        assert!(restored.has_no_flags().has_picked().is_empty());
    }
}

fn actions(quiz: &Quiz) -> impl Strategy<Value = Vec<Action>> + use<> {
    let ids: Vec<ChoiceId> = quiz
        .screens()
        .iter()
        .flat_map(|it| &it.choices)
        .chain(quiz.questions().iter().flat_map(|it| &it.choices))
        .map(|it| it.id.clone())
        .collect();
    let action = prop_oneof![
        4 => Just(Action::Pick("none".into())),
        4 => prop::sample::select(ids.clone()).prop_map(Action::Pick),
        1 => prop::sample::select(ids).prop_map(Action::Unpick),
        4 => Just(Action::Next),
        3 => Just(Action::Skip),
        1 => Just(Action::Back),
    ];
    prop::collection::vec(action, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_survives_storage(actions in actions(&five_causes())) {
        let session = actions.iter().fold(Session::new(five_causes()), Session::apply);
        prop_assert_eq!(describe(&stored_and_restored(&session)), describe(&session));
    }

    #[test]
    fn any_stored_text_restores_a_reachable_session(
        screens in prop::collection::vec("( (none|chest|shape|age)){0,2}|.{0,5}", 0..4),
        text in "(questions\\.(where|signs)|none|chest|both| |\n|.){0,60}",
    ) {
        let picks: Vec<&str> = screens.iter().map(String::as_str).collect();
        let session = Session::restore(five_causes(), &(stored_at("", &picks) + "\n" + &text));
        let restored_again = stored_and_restored(&session);
        prop_assert_eq!(describe(&restored_again), describe(&session));
        if let Stage::Finished(_) = session.stage() {
            prop_assert_eq!(picks.len(), 3, "every safety screen was passed in the text");
        }
    }
}
