//! Whether a translation fits its original, so that a reader can change the language in the quiz.

use crate::support::{FIVE_CAUSES, lines};
use serde_json::{Value, json};
use which_cause_quiz::{read, translation_misfit};

type Change = dyn Fn(&mut Value);

/// Why a translation does not fit that differs from the five-cause quiz in one way.
fn misfit(change: &Change) -> Option<String> {
    let original = read(FIVE_CAUSES).expect("a valid quiz");
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    change(&mut file);
    let translation = read(&file.to_string()).unwrap_or_else(|problems| panic!("{}", lines(&problems)));
    let why = translation_misfit(&original, &translation)?;
    Some(why.split('`').nth(1).expect("the name of a part").to_owned())
}

/// The regions of `emergency` or `urgent_line`.
fn regions<'f>(file: &'f mut Value, key: &str) -> &'f mut serde_json::Map<String, Value> {
    file["care"][key]["regions"].as_object_mut().expect("regions")
}

#[test]
fn a_translation_does_not_fit_if_its_ids_questions_points_or_numbers_differ() {
    let changes: [(&str, &Change); 16] = [
        ("id", &|it| it["id"] = json!("other")),
        ("screens.check", &|it| it["screens"][1]["level"] = json!("emergency")),
        ("screens.now", &|it| _ = it["screens"][0]["card"].as_object_mut().expect("a card").remove("call")),
        ("questions.other", &|it| it["questions"][0]["id"] = json!("other")),
        ("questions.where", &|it| it["questions"][0]["choices"][0]["id"] = json!("other")),
        ("questions.where", &|it| it["questions"][0]["choices"][0]["points"] = json!({"tilt": 1})),
        ("questions.wall", &|it| it["questions"][7]["kind"] = json!("all")),
        ("questions.history", &|it| _ = it["questions"].as_array_mut().expect("a list").remove(9)),
        ("causes.hold", &|it| it["causes"].as_array_mut().expect("a list").swap(2, 3)),
        ("bands.many", &|it| it["bands"][0]["from"] = json!(99)),
        ("scoring", &|it| it["scoring"]["margin"] = json!(1)),
        ("care", &|it| it["care"]["emergency"]["regions"]["GB"]["number"] = json!("112")),
        ("care", &|it| _ = regions(it, "emergency").remove("GB")),
        ("care", &|it| _ = regions(it, "emergency").insert("XK".to_owned(), json!({"number": "112"}))),
        ("care", &|it| _ = regions(it, "urgent_line").remove("GB")),
        ("care", &|it| _ = regions(it, "urgent_line").insert("XK".to_owned(), json!({"say": "112"}))),
    ];
    for (part, change) in changes {
        assert_eq!(misfit(change).as_deref(), Some(part));
    }
}

#[test]
fn a_translation_fits_if_only_its_words_differ_or_if_it_lacks_a_line() {
    let changes: [&Change; 5] = [
        &|it| it["questions"][0]["text"] = json!("Wo?"),
        &|it| it["questions"][0]["choices"][0]["text"] = json!("Hier"),
        &|it| _ = it.as_object_mut().expect("a quiz").remove("subtitle"),
        &|it| _ = it["causes"][1]["look_next"].as_array_mut().expect("a list").pop(),
        &|it| _ = it["causes"][1]["sources"].as_array_mut().expect("a list").pop(),
    ];
    for change in changes {
        assert_eq!(misfit(change), None);
    }
}

#[test]
fn a_translation_fits_if_its_regions_are_in_another_order() {
    for (key, [one, other]) in [
        ("emergency", [r#""GB": {"number": "999"}"#, r#""US": {"number": "911"}"#]),
        ("urgent_line", [r#""GB": {"say": "NHS 111"}"#, r#""US": {"say": "a nurse line"}"#]),
    ] {
        let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
        file["care"][key]["regions"] = json!("REGIONS");
        let [original, translation] = [format!("{{{one}, {other}}}"), format!("{{{other}, {one}}}")]
            .map(|regions| read(&file.to_string().replace("\"REGIONS\"", &regions)).expect("a valid quiz"));
        assert_eq!(translation_misfit(&original, &translation), None);
    }
}

#[test]
fn a_translation_fits_if_the_choices_of_a_condition_are_in_another_order() {
    let [original, translation] = [["both", "middle"], ["middle", "both"]].map(|choices| {
        let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
        file["questions"][3]["ask_if"] = json!({"none_of": {"where": choices}});
        read(&file.to_string()).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
    });
    assert_eq!(translation_misfit(&original, &translation), None);
}
