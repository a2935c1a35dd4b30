//! `which-cause snippet`: the files that the page loads, which are the script, the quiz and its translations.

use crate::support::{BREAD, BREAD_PATH, KNOTS_PATH, TestFolder, run, run_with_input};

#[test]
fn option_base_adds_a_version_and_the_hash_of_the_build() {
    let folder = TestFolder::new("snippet-base");
    folder.write("which-cause.js", "alert(1)");
    let dist = folder.file("");
    let html = run(&["snippet", KNOTS_PATH, "--base", "https://example.org/w", "--dist", &dist]).stdout;
    let version = env!("CARGO_PKG_VERSION");
    // echo -n 'alert(1)' | openssl dgst -sha384 -binary | base64
    let hash = "HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW";
    let script = format!(
        "<script type=\"module\" src=\"https://example.org/w/which-cause.js?v={version}\" integrity=\"sha384-{hash}\" crossorigin=\"anonymous\"></script>"
    );
    assert!(html.starts_with(&script), "{html}");
}

#[test]
fn option_base_needs_the_build() {
    let run = run(&["snippet", KNOTS_PATH, "--base", "https://example.org/w", "--dist", "no-such-folder"]);
    run.assert_exit_code(2);
    run.assert_prints("--base needs the files of the widget");
}

#[test]
fn snippet_names_the_quiz_file() {
    run(&["snippet", BREAD_PATH]).assert_prints("<which-cause quiz=\"dense-bread.json\" start-label=");
}

#[test]
fn snippet_of_the_compiled_in_quiz_names_no_files() {
    let run = run(&["snippet", KNOTS_PATH]);
    run.assert_does_not_print("quiz=\"");
    run.assert_does_not_print("translations=");
}

#[test]
fn quiz_from_standard_input_needs_an_address() {
    let run = run_with_input(&["snippet", "-"], BREAD);
    run.assert_exit_code(2);
    run.assert_prints("add --quiz-url with the address of the quiz file");
}

#[test]
fn snippet_names_the_translations_beside_the_quiz() {
    let folder = TestFolder::new("translations-beside");
    let bread_in = |tag: &str| BREAD.replacen("\"language\": \"en\"", &format!("\"language\": \"{tag}\""), 1);
    let bread = folder.write("bread.json", BREAD);
    folder.write("bread.es.json", bread_in("es"));
    folder.write("bread.pt-BR.json", bread_in("pt-BR"));
    // Files with other names.
    folder.write("bread.test-cases.json", bread_in("fr"));
    folder.write("bread.fr.txt", bread_in("fr"));
    folder.write("cake.fr.json", bread_in("fr"));
    // Files that have the name of a translation and are not one.
    folder.write("bread.de.json", bread_in("nl"));
    folder.write("bread.it.json", "{}");
    folder.write("bread.nl.json", bread_in("nl").replacen("dense-bread", "other-bread", 1));
    folder.write("bread.sv.json", bread_in("sv").replacen("\"rushed\": 3", "\"rushed\": 2", 1));
    let run = run(&["snippet", &bread]);
    let element = "<which-cause quiz=\"bread.json\" translations=\"es pt-BR\" start-label=";
    assert!(run.stdout.contains(element), "{}", run.stdout);
    for message in [
        "bread.de.json is left out: its `language` is nl, but its name says de",
        "bread.it.json is left out: problems: ",
        "bread.nl.json is left out: it is a different quiz, `other-bread`",
        "bread.sv.json is left out: it does not fit its original: `questions.crumb` is not as in the original",
    ] {
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
    assert_eq!(run.stderr.lines().count(), 4, "{}", run.stderr);
}
