//! `which-cause translate`: translations are made and brought up to date.

use serde_json::Value;

use crate::support::{BREAD, TestFolder, bread, knots, run, run_with_input};

#[test]
fn translate_writes_a_file_beside_the_quiz_with_the_plural_forms_of_its_language() {
    let folder = TestFolder::new("translate");
    let quiz = folder.write("knots.json", knots().to_string());
    let first = run(&["translate", &quiz, "--to", "ar", "--to", "pt-BR"]);
    first.assert_exit_code(0);
    first.assert_prints("knots.ar.json: ");
    first.assert_prints("knots.pt-BR.json: ");
    let arabic: Value = serde_json::from_str(&folder.read("knots.ar.json")).expect("JSON");
    assert_eq!(arabic["direction"], "rtl");
    let forms: Vec<&String> = arabic["care"]["weeks"].as_object().expect("forms").keys().collect();
    assert_eq!(forms, ["few", "many", "one", "other", "two", "zero"]);
    run(&["check", &quiz]).assert_exit_code(0);
}

#[test]
fn translate_without_a_language_updates_the_translations_beside_the_quiz() {
    let folder = TestFolder::new("translate-again");
    let quiz = folder.write("bread.json", BREAD);
    let none = run(&["translate", &quiz]);
    none.assert_exit_code(2);
    none.assert_prints("bread.json has no translation yet; add --to with a language");
    run(&["translate", &quiz, "--to", "de", "--to", "es"]).assert_exit_code(0);
    let before = folder.read("bread.de.json");
    let quiz_with_title =
        |file: &str, title: &str| file.replace(bread()["title"].as_str().expect("a title"), title);
    folder.write("bread.json", quiz_with_title(BREAD, "Another title"));
    let again = run(&["translate", &quiz]);
    again.assert_prints("bread.de.json: 0 new, 1 changed, 0 removed; ");
    again.assert_prints("bread.es.json: 0 new, 1 changed, 0 removed; ");
    let expected = quiz_with_title(&before, "Another title");
    assert_eq!(folder.read("bread.de.json"), expected, "a diff shows the text and what it was made from");
}

#[test]
fn translate_keeps_a_file_that_is_up_to_date_as_it_is() {
    let folder = TestFolder::new("translate-same");
    let quiz = folder.write("bread.json", BREAD);
    run(&["translate", &quiz, "--to", "de"]).assert_exit_code(0);
    let text = folder.read("bread.de.json").replace("\n  \"id\"", "\n\n  \"id\"");
    folder.write("bread.de.json", &text);
    run(&["translate", &quiz]).assert_exit_code(0);
    assert_eq!(folder.read("bread.de.json"), text);
}

#[test]
fn translate_leaves_the_file_of_another_quiz_as_it_is() {
    let folder = TestFolder::new("translate-other-quiz");
    let quiz = folder.write("bread.json", BREAD);
    let other = knots().to_string();
    folder.write("bread.de.json", &other);
    let run = run(&["translate", &quiz, "--to", "de"]);
    run.assert_exit_code(2);
    run.assert_prints(
        "bread.de.json has the id `upper-back-five-causes`, so it is not a translation of `dense-bread`",
    );
    assert_eq!(folder.read("bread.de.json"), other);
}

#[test]
fn translate_leaves_a_copy_of_the_quiz_as_it_is() {
    let folder = TestFolder::new("translate-copy");
    let quiz = folder.write("bread.json", BREAD);
    run(&["translate", &quiz, "--to", "fr"]).assert_exit_code(0);
    for copy in ["bread.old.json", "bread.en.json"] {
        folder.write(copy, BREAD);
    }
    let title = bread()["title"].as_str().expect("a title").to_owned();
    folder.write("bread.json", BREAD.replace(&title, "Another title"));
    let beside = run(&["translate", &quiz]);
    beside.assert_exit_code(0);
    beside.assert_prints("bread.old.json is left out: it is in en");
    beside.assert_prints("bread.en.json is left out: it is in en");
    beside.assert_prints("bread.fr.json: 0 new, 1 changed, 0 removed; ");
    let named = run(&["translate", &quiz, "--to", "de", "--to", "old"]);
    named.assert_exit_code(2);
    named.assert_prints("bread.old.json is in en, like ");
    assert!(!folder.path().join("bread.de.json").exists(), "nothing is written before all are known");
    for copy in ["bread.old.json", "bread.en.json"] {
        assert_eq!(folder.read(copy), BREAD);
    }
}

#[test]
fn translate_finds_a_translation_whatever_the_case_of_its_language() {
    let folder = TestFolder::new("translate-case");
    let quiz = folder.write("bread.json", BREAD);
    run(&["translate", &quiz, "--to", "de"]).assert_exit_code(0);
    run(&["translate", &quiz, "--to", "DE"]).assert_prints("bread.de.json: 0 new, 0 changed, 0 removed; ");
    let german: Value = serde_json::from_str(&folder.read("bread.de.json")).expect("JSON");
    assert_eq!(german["language"], "de");
    assert!(!folder.path().join("bread.DE.json").exists());
}

#[test]
fn translate_refuses_what_it_cannot_translate() {
    let folder = TestFolder::new("translate-wrong");
    let quiz = folder.write("bread.json", BREAD);
    for (arguments, message) in [
        (vec!["translate", &quiz, "--to", "en"], "bread.json is in en already"),
        (vec!["translate", &quiz, "--to", "german!"], "give a language tag of BCP 47"),
    ] {
        let run = run(&arguments);
        run.assert_exit_code(2);
        run.assert_prints(message);
    }
    let stdin = run_with_input(&["translate", "-", "--to", "de"], BREAD);
    stdin.assert_exit_code(2);
    stdin.assert_prints("give a file name: `translate` writes a file beside it");
    folder.write("bread.de.json", "{\"format\": 1,}");
    run(&["translate", &quiz]).assert_exit_code(2);
    assert_eq!(folder.read("bread.de.json"), "{\"format\": 1,}", "a file that cannot be read stays as it is");
}
