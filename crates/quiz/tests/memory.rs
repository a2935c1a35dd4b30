//! A session comes back from its text as it was, and from any other text as something that can be gone on with.

mod support;

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::json;
use support::{Reader, five_causes, five_causes_but};
use which_cause_quiz::{Action, ChoiceId, Quiz, Session, Stage};

fn again(session: &Session) -> Session {
    Session::restore(Arc::clone(session.quiz()), &session.serialize())
}

/// All that can be told of a session from outside.
fn told(session: &Session) -> String {
    let mut back = session.clone();
    let mut all = Vec::new();
    for _ in 0..=session.progress().1 {
        all.push(format!("{} {:?}", Reader(back.clone()).is_at(), Reader(back.clone()).has_picked()));
        back = back.apply(&Action::Back);
    }
    all.join("\n")
}

#[test]
fn a_reader_is_where_they_were_with_what_they_picked() {
    let reader = Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().skips();
    let reader = reader.picks(&["head_up"]);
    assert_eq!(told(&again(&reader.0)), told(&reader.0));
    let reader = reader.goes_back();
    assert_eq!(told(&again(&reader.0)), told(&reader.0), "what comes after the reader is kept too");
    let back_again = Reader(again(&reader.0)).skips();
    assert_eq!(back_again.has_picked(), ["head_up"]);
    let done = reader.skips_to_the_end();
    assert_eq!(told(&again(&done.0)), told(&done.0));
    let stopped = Reader::of(&five_causes()).picks(&["chest"]).goes_on();
    assert_eq!(stopped.is_at(), "stop emergency");
    assert_eq!(told(&again(&stopped.0)), told(&stopped.0));
}

#[test]
fn what_a_changed_quiz_no_longer_knows_is_dropped() {
    let reader =
        Reader::of(&five_causes()).has_no_flags().picks(&["both"]).goes_on().picks(&["screen"]).goes_on();
    let memory = reader.0.serialize();
    let changed = five_causes_but(|file| {
        file["questions"][0]["choices"][0]["id"] = json!("on_both_sides");
        file["questions"][1]["id"] = json!("brings_it_on");
    });
    let session = Reader(Session::restore(Arc::new(changed.expect("a quiz")), &memory));
    // The first question lost its pick and is passed as if it had been skipped; the second is not known at all.
    assert_eq!((session.is_at(), session.has_picked()), ("question brings_it_on".to_owned(), vec![]));
    assert_eq!(session.goes_back().has_picked(), [] as [&str; 0]);
}

#[test]
fn a_screen_that_asks_for_more_than_it_did_is_asked_again() {
    let memory = Reader::of(&five_causes()).has_no_flags().skips_to_the_end().0.serialize();
    let changed = five_causes_but(|file| {
        let choices = file["screens"][1]["choices"].as_array_mut().expect("choices");
        choices.insert(0, json!({"id": "new_sign", "text": "Something new"}));
    });
    let session = Reader(Session::restore(Arc::new(changed.expect("a quiz")), &memory));
    assert_eq!((session.is_at(), session.has_picked()), ("screen check".to_owned(), vec![]));
}

#[test]
fn no_text_leads_past_a_flag() {
    let quiz = five_causes();
    let counts: Vec<usize> = quiz.screens().iter().map(|it| it.choices.len()).collect();
    let text =
        format!("\nnow {} chest\ncheck {} none\nsoon {} none\nwhere 9 both", counts[0], counts[1], counts[2]);
    assert_eq!(Reader(Session::restore(Arc::clone(&quiz), &text)).is_at(), "stop emergency");
    // "None of these" beside a flag is not "none of these".
    let text = format!("\nnow {} none chest\ncheck {} none", counts[0], counts[1]);
    assert_eq!(Reader(Session::restore(Arc::clone(&quiz), &text)).is_at(), "stop emergency");
    let text = format!("where\nnow {}\ncheck {} none\nsoon {} none", counts[0], counts[1], counts[2]);
    assert_eq!(Reader(Session::restore(quiz, &text)).is_at(), "screen now");
}

fn acts(quiz: &Quiz) -> impl Strategy<Value = Vec<Action>> + use<> {
    let ids: Vec<ChoiceId> = quiz
        .screens()
        .iter()
        .flat_map(|it| &it.choices)
        .chain(quiz.questions().iter().flat_map(|it| &it.choices))
        .map(|it| it.id.clone())
        .collect();
    let act = prop_oneof![
        4 => Just(Action::Pick("none".into())),
        4 => prop::sample::select(ids.clone()).prop_map(Action::Pick),
        1 => prop::sample::select(ids).prop_map(Action::Unpick),
        4 => Just(Action::Next),
        3 => Just(Action::Skip),
        1 => Just(Action::Back),
    ];
    prop::collection::vec(act, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_reader_does_their_session_comes_back(acts in acts(&five_causes())) {
        let session = acts.iter().fold(Session::new(five_causes()), Session::apply);
        prop_assert_eq!(told(&again(&session)), told(&session));
    }

    #[test]
    fn rubbish_leads_to_a_session_like_any_other(rubbish in "(now|check|soon|where|signs|none|chest|both|[0-9]{1,20}| |\n|.){0,60}") {
        let session = Session::restore(five_causes(), &rubbish);
        let once_more = again(&session);
        prop_assert_eq!(told(&once_more), told(&session));
        if let Stage::Finished(_) = session.stage() {
            let counts: Vec<_> = session.quiz().screens().iter().map(|it| it.choices.len().to_string()).collect();
            prop_assert!(counts.iter().all(|it| rubbish.contains(it.as_str())), "nobody passes a screen unasked");
        }
    }
}
