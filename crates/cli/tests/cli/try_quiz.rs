//! `which-cause try`: a quiz in the terminal.

use serde_json::{Value, json};

use crate::support::{BREAD_PATH, KNOTS_PATH, STARTER, TestFolder, bread, knots, run, run_with_input};

#[test]
fn reader_can_go_back_and_skip_and_is_stopped_by_a_flag() {
    let run = run_with_input(&["try", "--region", "us", KNOTS_PATH], "4\nb\n11\n13\n\n6\nb\n6\n1\ns\nq\n");
    for line in [
        "Safety check 1 of 3",
        "Call 911 or go to the nearest emergency department now",
        "Somewhere else? Call the emergency number of the country you're in.",
        "Next, do any of these fit you?",
        "Tick all that fit, or tick “None of these” to go on.",
        "Question 1 of 11",
        "Question 2 of 11",
        "Question 3 of 11",
    ] {
        run.assert_prints(line);
    }
    run.assert_does_not_print("lean toward");
}

#[test]
fn pick_one_question_takes_one_number() {
    let run = run_with_input(&["try", BREAD_PATH], "1 2\nq\n");
    run.assert_prints("type one number: this question has one answer");
}

#[test]
fn number_must_be_one_of_the_choices() {
    run_with_input(&["try", BREAD_PATH], "99\nq\n").assert_prints("`99` is not a number from 1 to ");
}

#[test]
fn number_in_other_digits_is_refused_with_the_digits_to_type() {
    run_with_input(&["try", KNOTS_PATH], "١\nq\n")
        .assert_prints("`١` is not a number from 1 to 11, in the digits 0 to 9");
}

#[test]
fn none_of_these_cannot_be_combined_with_a_flag() {
    for line in ["1 11", "11 1"] {
        let run = run_with_input(&["try", KNOTS_PATH], &format!("{line}\nq\n"));
        run.assert_prints("type 11 alone, or leave it out: it cannot be combined with others");
        run.assert_does_not_print("Safety check 2 of 3");
    }
}

#[test]
fn care_card_has_the_numbers_to_call_and_the_ticked_flags() {
    let folder = TestFolder::new("try-call");
    let mut quiz = knots();
    quiz["screens"][0]["card"]["heading"] = json!("Get help now");
    let path = folder.write("quiz.json", quiz.to_string());
    let run = run_with_input(&["try", "--region", "gb", &path], "1\nq\n");
    run.assert_prints("Call 999 tel:999");
    run.assert_prints("You ticked:\n  - Pain, tightness or pressure in my chest");
}

#[test]
fn intro_and_result_have_the_texts_of_the_quiz() {
    let quiz = bread();
    let run = run_with_input(&["try", BREAD_PATH], &format!("1\n{}", "s\n".repeat(9)));
    for text in [
        &quiz["title"],
        &quiz["subtitle"],
        &quiz["intro"]["lead"],
        &quiz["words"]["bars_note"],
        &quiz["disclaimer"]["full"],
    ] {
        run.assert_prints(text.as_str().expect("a text"));
    }
}

#[test]
fn numbers_have_the_plural_form_of_the_language() {
    let folder = TestFolder::new("try-plural");
    let mut quiz = knots();
    quiz["language"] = json!("ar");
    quiz["care"]["soon_after_weeks"] = json!(2);
    quiz["care"]["weeks"] = json!({"two": "TWO", "other": "{n}"});
    quiz["intro"]["lead"] = json!("After {soon_after_weeks}");
    run(&["try", &folder.write("quiz.json", quiz.to_string())]).assert_prints("After TWO");
}

#[test]
fn quiz_cannot_come_from_standard_input() {
    let run = run(&["try", "-"]);
    run.assert_exit_code(2);
    run.assert_prints("name the quiz's file: `try` reads the answers from standard input");
}

#[test]
fn questions_are_asked_on_their_conditions_and_a_button_follows_its_cause() {
    let folder = TestFolder::new("try-conditions");
    let mut quiz: Value = serde_json::from_str(STARTER).expect("JSON");
    quiz["questions"][1]["ask_if"] = json!({"none_of": {"where": "some"}});
    quiz["words"]["progress_at_most"] = json!("Question {n} of at most {total}");
    quiz["scoring"] = json!({"result": "one", "score": "sum"});
    quiz["causes"][1]["button"] = json!({"label": "Lamps for plants", "url": "https://example.org/lamps"});
    let path = folder.write("quiz.json", quiz.to_string());
    let run = run_with_input(&["try", &path], "4\n2\n2\n");
    for line in [
        "Question 1 of at most 4",
        "Question 2 of 3",
        "Question 3 of 3",
        "Your answers lean toward: A spot that is too dark",
        "Lamps for plants https://example.org/lamps",
    ] {
        run.assert_prints(line);
    }
    run.assert_does_not_print("Push a finger into the soil");
}
