//! Questions with a condition: which are asked, what counts, progress, storage, test cases.

mod random_actions;

use std::sync::Arc;

use crate::support::{Reader, checked, five_causes, lines, quiz_of};
use serde_json::{Value, json};
use which_cause_quiz::{Session, Stage, findings, read, test_cases, translation_problems};

fn question(id: &str, points: &[(&str, Value)]) -> Value {
    let choices: Vec<Value> =
        points.iter().map(|(id, points)| json!({"id": id, "text": id, "points": points})).collect();
    json!({"id": id, "kind": "one", "text": format!("Question {id}?"), "choices": choices})
}

/// A quiz that asks `dog` or `cat` after `pet`, `paws` after a certain `dog`, and `last` in any case.
fn pets() -> Value {
    let pet = question("pet", &[("dog", json!({})), ("cat", json!({})), ("fish", json!({}))]);
    let mut dog = question("dog", &[("big", json!({"a": 5})), ("small", json!({"b": 5}))]);
    dog["ask_if"] = json!({"any_of": {"pet": "dog"}});
    let mut cat = question("cat", &[("tame", json!({"b": 4})), ("wild", json!({"a": 4}))]);
    cat["ask_if"] = json!({"any_of": {"pet": ["cat"]}});
    let mut paws = question("paws", &[("yes", json!({"a": 3})), ("no", json!({}))]);
    paws["ask_if"] = json!({"any_of": {"dog": "big"}, "none_of": {"pet": "cat"}});
    let last = question("last", &[("x", json!({"a": 2})), ("y", json!({"b": 2}))]);
    quiz_of(&["a", "b"], json!([pet, dog, cat, paws, last]))
}

fn reader() -> Reader {
    Reader::of(&checked(&pets()))
}

/// What the progress says, and the bar's number and length.
fn progress(reader: &Reader) -> (String, (usize, usize)) {
    let Stage::Question(_, step) = reader.0.stage() else { panic!("no question") };
    let text = format!("{} of {}{}", step.number, if step.at_most { "at most " } else { "" }, step.total);
    (text, reader.0.progress())
}

fn raw(reader: &Reader) -> Vec<(String, i32, i32)> {
    reader.result().ranking.iter().map(|it| (it.cause.id.to_string(), it.raw, it.max)).collect()
}

#[test]
fn a_question_is_asked_only_if_its_condition_holds() {
    let reader = reader().picks(&["dog"]).goes_on();
    assert_eq!(reader.is_at(), "question dog");
    let big = reader.clone().picks(&["big"]).goes_on();
    assert_eq!(big.is_at(), "question paws");
    let small = reader.picks(&["small"]).goes_on();
    assert_eq!(small.is_at(), "question last");
    assert_eq!(small.goes_back().is_at(), "question dog");
    let skipped = self::reader().skips();
    assert_eq!(skipped.is_at(), "question last", "a skipped question has nothing picked");
    assert_eq!(skipped.picks(&["x"]).goes_on().goes_back().goes_back().is_at(), "question pet");
}

#[test]
fn none_of_holds_while_nothing_it_names_is_picked() {
    let mut file = pets();
    file["questions"][4]["ask_if"] = json!({"none_of": {"pet": ["dog", "cat"]}});
    let quiz = checked(&file);
    assert_eq!(Reader::of(&quiz).picks(&["fish"]).goes_on().is_at(), "question last");
    assert_eq!(Reader::of(&quiz).skips().is_at(), "question last");
    assert_eq!(Reader::of(&quiz).picks(&["cat"]).goes_on().picks(&["tame"]).goes_on().is_at(), "result");
}

#[test]
fn a_condition_names_steps_of_a_scale_by_their_numbers() {
    let mut file = pets();
    let ends = json!({"steps": 5, "low": {"text": "Never"}, "high": {"text": "Always", "points": {"a": 1}}});
    file["questions"][0] = json!({"id": "often", "kind": "scale", "text": "Question often?", "scale": ends});
    file["questions"][1]["ask_if"] = json!({"any_of": {"often": [4, 5]}});
    file["questions"][2]["ask_if"] = json!({"any_of": {"often": 1}});
    file["questions"][3]["ask_if"] = json!({"any_of": {"often": "2"}});
    let quiz = checked(&file);
    for (step, question) in [("5", "dog"), ("4", "dog"), ("3", "last"), ("2", "paws"), ("1", "cat")] {
        assert_eq!(Reader::of(&quiz).picks(&[step]).goes_on().is_at(), format!("question {question}"));
    }
    file["questions"][1]["ask_if"] = json!({"any_of": {"often": [5, 6]}});
    let problems = read(&file.to_string()).expect_err("a problem");
    assert_eq!(
        lines(&problems),
        "questions[1].ask_if.any_of.often[1]: there is no choice `6`; it must be `1` or `2` or `3` or `4` or `5`"
    );
}

#[test]
fn answers_of_questions_that_are_no_longer_asked_do_not_count_and_are_kept() {
    let dog = reader().picks(&["dog"]).goes_on().picks(&["big"]).goes_on().picks(&["yes"]).goes_on();
    let dog = dog.picks(&["y"]).goes_on();
    assert_eq!(raw(&dog), [("a".to_owned(), 8, 10), ("b".to_owned(), 2, 7)]);
    let mut changed = dog;
    while changed.is_at() != "question pet" {
        changed = changed.goes_back();
    }
    let cat = changed.picks(&["cat"]).goes_on();
    assert_eq!(cat.is_at(), "question cat");
    let cat = cat.picks(&["tame"]).goes_on();
    assert_eq!((cat.is_at(), cat.has_picked()), ("question last".to_owned(), vec!["y".to_owned()]));
    let cat = cat.goes_on();
    assert_eq!(raw(&cat), [("b".to_owned(), 6, 6), ("a".to_owned(), 0, 6)], "dog and paws do not count");
    let asked: Vec<String> = cat.result().answers().iter().map(|(it, _)| it.id.to_string()).collect();
    assert_eq!(asked, ["pet", "cat", "last"], "the sheet has only what was asked");
    let mut again = cat;
    while again.is_at() != "question pet" {
        again = again.goes_back();
    }
    let again = again.picks(&["dog"]).goes_on();
    assert_eq!(again.has_picked(), ["big"]);
    let again = again.goes_on();
    assert_eq!((again.is_at(), again.has_picked()), ("question paws".to_owned(), vec!["yes".to_owned()]));
    assert_eq!(raw(&again.goes_on().goes_on()), [("a".to_owned(), 8, 10), ("b".to_owned(), 2, 7)]);
}

#[test]
fn a_choice_of_a_question_that_is_not_asked_meets_no_condition() {
    // `paws` needs a big dog. The reader had one and now has a fish, so `big` is kept but does not count.
    let fish = reader().picks(&["dog"]).goes_on().picks(&["big"]).goes_on().goes_back().goes_back();
    assert_eq!(fish.picks(&["fish"]).goes_on().is_at(), "question last");
}

#[test]
fn progress_says_how_many_questions_there_are_at_most_and_never_goes_back() {
    let pet = reader();
    assert_eq!(progress(&pet), ("1 of at most 5".to_owned(), (1, 5)));
    let dog = pet.picks(&["dog"]).goes_on();
    assert_eq!(progress(&dog), ("2 of at most 4".to_owned(), (2, 4)), "no cat");
    let paws = dog.clone().picks(&["big"]).goes_on();
    assert_eq!(progress(&paws), ("3 of 4".to_owned(), (3, 4)));
    let last = dog.picks(&["small"]).goes_on();
    assert_eq!(progress(&last), ("3 of 3".to_owned(), (3, 3)));
    let result = last.picks(&["x"]).goes_on();
    assert_eq!(result.0.progress(), (3, 3));
    // Back at the first question, its own pick decides nothing yet: the reader may change it.
    assert_eq!(progress(&result.goes_back().goes_back().goes_back()), ("1 of at most 5".to_owned(), (1, 5)));
}

#[test]
fn a_quiz_without_conditions_knows_its_total() {
    let reader = Reader::of(&five_causes()).has_no_flags();
    assert_eq!(progress(&reader), ("1 of 11".to_owned(), (4, 14)));
}

#[test]
fn a_stored_session_has_the_answers_that_are_not_asked_too() {
    let quiz = checked(&pets());
    let reader =
        Reader::of(&quiz).picks(&["dog"]).goes_on().picks(&["big"]).goes_on().goes_back().goes_back();
    let reader = reader.picks(&["cat"]).goes_on().picks(&["tame"]).goes_on();
    let stored = reader.0.serialize();
    let id = quiz.id();
    assert_eq!(
        stored,
        format!(
            "{id}.questions.last\n{id}.questions.pet cat\n{id}.questions.dog big\n{id}.questions.cat tame"
        )
    );
    let restored = Reader(Session::restore(Arc::clone(&quiz), &stored));
    assert_eq!(restored.is_at(), "question last");
    let back = restored.goes_back().goes_back().picks(&["dog"]).goes_on();
    assert_eq!((back.is_at(), back.has_picked()), ("question dog".to_owned(), vec!["big".to_owned()]));
    let finished =
        Session::restore(Arc::clone(&quiz), &format!("\n{id}.questions.pet fish\n{id}.questions.last x"));
    assert!(matches!(finished.stage(), Stage::Finished(_)), "what is not asked needs no line");
}

#[test]
fn a_test_case_fails_if_it_answers_a_question_that_is_not_asked() {
    let file = json!({"test_cases": [
        {"id": "cat", "answers": {"pet": "cat", "cat": "tame", "dog": "big"}, "expect": {"first": "b"}},
        {"id": "dog", "answers": {"pet": "dog", "dog": "big", "paws": "yes"}, "expect": {"verdict": "leads", "first": "a"}}
    ]});
    let quiz = checked(&pets());
    let cases = test_cases(&file.to_string(), &quiz).expect("valid test cases");
    assert_eq!(cases[0].failures(&quiz)[0].to_string(), "dog is answered but not asked");
    assert_eq!(cases[0].failures(&quiz).len(), 1);
    assert_eq!(cases[1].failures(&quiz), []);
}

#[test]
fn a_condition_can_only_name_choices_of_earlier_questions() {
    let mut file = pets();
    file["questions"][1]["ask_if"] =
        json!({"any_of": {"pet": ["dogg"], "paws": "yes"}, "none_of": {"dog": "big"}});
    file["questions"][0]["ask_if"] = json!({"any_of": {"pet": "dog"}, "all_of": {}});
    let problems = read(&file.to_string()).expect_err("problems");
    assert_eq!(
        lines(&problems),
        "questions[0].ask_if.all_of: unknown key; did you mean `any_of`?\n\
         questions[0].ask_if.any_of.pet: there is no earlier question `pet`\n\
         questions[1].ask_if.any_of.paws: there is no earlier question `paws`\n\
         questions[1].ask_if.any_of.pet[0]: there is no choice `dogg`; did you mean `dog`?\n\
         questions[1].ask_if.none_of.dog: there is no earlier question `dog`"
    );
}

#[test]
fn a_repeated_id_of_a_question_does_not_make_a_condition_wrong() {
    let mut file = pets();
    file["questions"][0]["id"] = json!("dog");
    let problems = read(&file.to_string()).expect_err("a problem");
    assert!(lines(&problems).lines().all(|line| line.contains("is already used")), "{}", lines(&problems));
}

#[test]
fn a_quiz_with_a_condition_needs_the_words_for_its_progress() {
    let mut file = pets();
    // A language without built-in words.
    file["language"] = json!("fi");
    file["words"].as_object_mut().expect("words").remove("progress_at_most");
    let problems = read(&file.to_string()).expect_err("a problem");
    assert_eq!(lines(&problems), "words.progress_at_most: missing, but required by a question with `ask_if`");
}

#[test]
fn a_translation_has_the_same_conditions() {
    let mut file = pets();
    file["questions"][3]["ask_if"] = json!({"any_of": {"dog": "small"}});
    let problems = translation_problems(&checked(&pets()), &checked(&file));
    assert_eq!(
        lines(&problems),
        "questions[3].ask_if.any_of: a translation must differ only in texts; found `dog small`, but the original has `dog big`\n\
         questions[3].ask_if.none_of: a translation must differ only in texts; found nothing, but the original has `pet cat`"
    );
}

#[test]
fn a_question_that_is_never_asked_and_a_condition_that_is_always_true_are_found() {
    let found = |ask_if: Value| {
        let mut file = pets();
        file["questions"][3]["ask_if"] = ask_if;
        let found = findings(&checked(&file), 0.25, || 0.5);
        found
            .iter()
            .map(ToString::to_string)
            .filter(|it| it.starts_with("questions[3].ask_if"))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(json!({"any_of": {"dog": "big"}})), [] as [&str; 0]);
    // A big dog and a cat exclude each other.
    let never = "questions[3].ask_if: no answers make this condition true, so nobody is asked `paws`; change the condition, or remove the question";
    assert_eq!(found(json!({"any_of": {"dog": "big"}, "none_of": {"pet": "dog"}})), [never]);
    let always = "questions[3].ask_if: this condition is always true, so every reader is asked `paws`; remove the condition, or change it";
    assert_eq!(found(json!({})), [always]);
}

#[test]
fn a_cause_that_only_one_way_leads_to_is_found() {
    let mut file = pets();
    file["questions"][2]["choices"][1]["points"] = json!({});
    file["questions"][4]["choices"][0]["points"] = json!({});
    file["questions"][3]["ask_if"] = json!({"any_of": {"pet": "dog"}});
    let found: Vec<String> = findings(&checked(&file), 0.25, || 0.5)
        .iter()
        .map(ToString::to_string)
        .filter(|it| it.contains("one way"))
        .collect();
    assert_eq!(
        found,
        [
            "causes[0]: only one way through the quiz leads to `a`, asked `dog` and `paws`, not asked `cat`; give it points in \
          questions of other ways too"
        ]
    );
}
