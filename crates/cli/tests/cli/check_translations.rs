//! `which-cause check`: translations are compared with their original.

use serde_json::{Value, json};

use crate::support::{KNOTS_PATH, TestFolder, knots, run};

/// The five-cause quiz as if it were in German.
fn german_knots() -> Value {
    let mut quiz = knots();
    quiz["language"] = json!("de");
    quiz["title"] = json!("Welche Ursache ist deine?");
    quiz
}

#[test]
fn translation_may_have_other_words() {
    let folder = TestFolder::new("translation");
    let path = folder.write("de.json", german_knots().to_string());
    run(&["check", KNOTS_PATH, &path]).assert_exit_code(0);
}

#[test]
fn translation_may_change_nothing_but_words() {
    let folder = TestFolder::new("wrong-translation");
    let mut quiz = german_knots();
    quiz["questions"][0]["choices"][0]["points"]["posture"] = json!(3);
    quiz["questions"][1]["choices"][1]["id"] = json!("bildschirm");
    quiz["scoring"]["margin"] = json!(10);
    quiz["screens"][0]["choices"].as_array_mut().expect("choices").remove(0);
    quiz.as_object_mut().expect("an object").remove("subtitle");
    quiz["care"]["emergency"]["number"] = json!("113");
    quiz["causes"][1]["try_this"] = json!(["Eins."]);
    quiz["questions"][0]["picture"]["drawing"] = json!("front-view");
    quiz["questions"][3]["choices"][0]["picture"] = json!("walk");
    quiz["causes"][2].as_object_mut().expect("a cause").remove("picture");
    quiz["drawings"] = json!("de.drawings.json");
    quiz["causes"][0]["sources"].as_array_mut().expect("sources").remove(0);
    let run = run(&["check", KNOTS_PATH, &folder.write("de.json", quiz.to_string())]);
    run.assert_exit_code(2);
    for (place, difference) in [
        ("questions[0].choices[0].points", "found `posture 3`, but the original has `posture 2`"),
        ("questions[1].choices[1].id", "found `bildschirm`, but the original has `screen`"),
        ("scoring.margin", "found `10`, but the original has `15`"),
        ("screens[0].choices", "found nothing, but the original has `chest`"),
        ("subtitle", "found nothing, but the original has `something`"),
        ("care.emergency.number", "found `113`, but the original has `112`"),
        ("causes[1].try_this", "found `texts: 1`, but the original has `texts: "),
        ("causes[1].try_this[0].picture", "found nothing, but the original has `screen-height`"),
        ("questions[0].picture.drawing", "found `front-view`, but the original has `back`"),
        ("questions[3].choices[0].picture", "found `walk`, but the original has `ear-forward`"),
        ("causes[2].picture.drawing", "found nothing, but the original has `cause-weak`"),
        ("drawings", "found `de.drawings.json`, but the original has `upper-back-knots.drawings.json`"),
        ("causes[0].sources", "found `"),
    ] {
        run.assert_prints(&format!("{place}: a translation must differ only in words; {difference}"));
    }
    run.assert_prints("de.json: 14 problems, ");
    run.assert_prints(" (checked as a translation of quizzes/upper-back-knots.json)");
}

#[test]
fn original_is_the_file_with_the_shortest_name() {
    let folder = TestFolder::new("shortest-name");
    let translation = folder.write("a-longer-name.json", german_knots().to_string());
    let files = run(&["check", "--json", &translation, KNOTS_PATH]).json()["files"].clone();
    assert_eq!((&files[0]["original"], &files[1]["original"]), (&json!(KNOTS_PATH), &json!(null)));
}

#[test]
fn option_original_names_the_original() {
    let folder = TestFolder::new("named-original");
    let mut quiz = german_knots();
    quiz["scoring"]["margin"] = json!(10);
    let original = folder.write("a-longer-name.json", quiz.to_string());
    let files = run(&["check", "--json", "--original", &original, KNOTS_PATH]).json()["files"].clone();
    assert_eq!((&files[0]["original"], &files[1]["original"]), (&json!(null), &json!(original)));
    let problem = &files[1]["problems"][0];
    assert_eq!(problem["kind"], "not-as-in-the-original");
    assert_eq!(
        problem["message"],
        "a translation must differ only in words; found `15`, but the original has `10`"
    );
}
