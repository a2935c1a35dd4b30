//! `which-cause check`: translations are compared with their original.

use serde_json::{Value, json};

use crate::support::{BREAD, BREAD_PATH, KNOTS_PATH, TestFolder, bread, knots, run};

/// A quiz as if it were in German.
fn in_german(mut quiz: Value) -> Value {
    quiz["language"] = json!("de");
    quiz["title"] = json!("Welche Ursache ist deine?");
    quiz
}

#[test]
fn translation_may_have_other_words() {
    let folder = TestFolder::new("translation");
    let path = folder.write("de.json", in_german(bread()).to_string());
    run(&["check", BREAD_PATH, &path]).assert_exit_code(0);
}

#[test]
fn translation_may_change_nothing_but_words() {
    let folder = TestFolder::new("wrong-translation");
    let mut quiz = in_german(knots());
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
        run.assert_prints(&format!("{place}: a translation must differ only in texts; {difference}"));
    }
    run.assert_prints("de.json: 14 problems, ");
    run.assert_prints(" (checked as a translation of quizzes/upper-back-knots.json)");
}

#[test]
fn original_is_the_file_with_the_shortest_name() {
    let folder = TestFolder::new("shortest-name");
    let translation = folder.write("a-longer-name.json", in_german(bread()).to_string());
    let files = run(&["check", "--json", &translation, BREAD_PATH]).json()["files"].clone();
    assert_eq!((&files[0]["original"], &files[1]["original"]), (&json!(BREAD_PATH), &json!(null)));
}

#[test]
fn option_original_names_the_original() {
    let folder = TestFolder::new("named-original");
    let mut quiz = in_german(bread());
    quiz["scoring"]["margin"] = json!(10);
    let original = folder.write("a-longer-name.json", quiz.to_string());
    let files = run(&["check", "--json", "--original", &original, BREAD_PATH]).json()["files"].clone();
    assert_eq!((&files[0]["original"], &files[1]["original"]), (&json!(null), &json!(original)));
    let problem = &files[1]["problems"][0];
    assert_eq!(problem["kind"], "not-as-in-the-original");
    assert_eq!(
        problem["message"],
        "a translation must differ only in texts; found `15`, but the original has `10`"
    );
}

#[test]
fn check_reads_the_translations_beside_a_quiz_and_the_original_beside_a_translation() {
    let folder = TestFolder::new("siblings");
    let quiz = folder.write("bread.json", BREAD);
    run(&["translate", &quiz, "--to", "de"]).assert_exit_code(0);
    folder.write("bread.test-cases.json", "{}");
    let german = folder.file("bread.de.json");
    for (named, other) in [(&quiz, &german), (&german, &quiz)] {
        let report = run(&["check", "--json", named]).json();
        let names: Vec<&Value> =
            report["files"].as_array().expect("files").iter().map(|it| &it["file"]).collect();
        assert_eq!(names, [named, other]);
    }
    let report = run(&["check", "--json", &quiz]).json();
    assert_eq!(report["files"][1]["original"], json!(quiz));
    let findings = report["files"][1]["findings"].as_array().expect("findings");
    assert!(
        findings.iter().all(|it| it["kind"] == "untranslated" && it["line"].as_u64() > Some(1)),
        "{findings:?}"
    );
    run(&["check", "--strict", &quiz]).assert_exit_code(1);
}

#[test]
fn a_quiz_that_is_not_the_one_in_the_name_of_a_translation_is_a_problem() {
    let folder = TestFolder::new("other-sibling");
    let quiz = folder.write("bread.json", BREAD);
    folder.write("bread.de.json", BREAD.replacen("\"dense-bread\"", "\"other-bread\"", 1));
    let wrong = run(&["check", &quiz]);
    wrong.assert_exit_code(2);
    wrong.assert_prints("id: a translation must differ only in texts; found `other-bread`");
}

#[test]
fn a_copy_with_the_name_of_a_translation_has_findings_about_points() {
    let folder = TestFolder::new("copy-beside");
    folder.write("bread.json", BREAD);
    let mut copy = bread();
    for choice in copy["questions"][0]["choices"].as_array_mut().expect("choices") {
        choice["points"] = json!({});
    }
    let copy = folder.write("bread.new.json", copy.to_string());
    let report = run(&["check", "--json", &copy]).json();
    let findings = report["files"][0]["findings"].as_array().expect("findings");
    assert!(findings.iter().any(|it| it["kind"] == "question-changes-nothing"), "{report:#}");
}

#[test]
fn a_language_that_is_not_the_one_in_the_name_is_a_finding() {
    let folder = TestFolder::new("other-language");
    let quiz = folder.write("bread.json", BREAD);
    run(&["translate", &quiz, "--to", "de"]).assert_exit_code(0);
    std::fs::rename(folder.file("bread.de.json"), folder.file("bread.fr.json")).expect("a file");
    run(&["check", &quiz]).assert_prints("language: the name of the file says `fr`; one of the two is wrong");
}
