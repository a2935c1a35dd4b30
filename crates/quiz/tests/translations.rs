//! Translations: made, updated and compared with their originals.

use crate::support::FIVE_CAUSES;
use crate::support::translations::{SMALL, engine_value, german, serde_value, small, update};
use serde_json::{Value, json};
use which_cause_quiz::{
    ChangedTexts, NumberFormat, PlacedText, PlainDigits, PluralCategory, TranslationState, Value as Json,
    read, translation_entries, translation_findings, translation_misfit, translation_problems,
    update_translation,
};

/// One form for 1, another one for 2 to 4.
struct LikePolish;

impl NumberFormat for LikePolish {
    fn format(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, n: u32) -> PluralCategory {
        match n {
            1 => PluralCategory::One,
            2..=4 => PluralCategory::Few,
            _ => PluralCategory::Many,
        }
    }
}

/// The findings about the texts of a translation, as `place: code`.
fn findings(original: &Value, translation: &Value) -> Vec<String> {
    let found = translation_findings(&engine_value(original), &engine_value(translation), &PlainDigits);
    found.iter().map(|it| format!("{}: {}", it.path, it.kind.code())).collect()
}

#[test]
fn a_new_translation_holds_the_words_of_the_original_and_lists_them() {
    let original = small();
    let (file, counts) = update(&original, None, "de");
    assert_eq!(file["language"], "de");
    assert_eq!(file["questions"][0]["text"], "Which leaves are yellow?");
    assert_eq!(file["originals"]["questions.where.text"], "Which leaves are yellow?");
    assert_eq!(file["originals"]["questions.where.choices.low.text"], "The oldest ones, low down");
    assert_eq!(file["originals"]["intro.points[1]"], original["intro"]["points"][1]);
    assert_eq!(file["untranslated"]["questions.where.text"], "");
    assert_eq!(
        file["untranslated"].as_object(),
        Some(
            &file["originals"].as_object().expect("a map").keys().map(|it| (it.clone(), json!(""))).collect()
        )
    );
    assert_eq!((counts.new, counts.changed, counts.removed), (counts.untranslated, 0, 0));
    assert_eq!(file["test_cases"], json!(null));
    assert_eq!(file["_note"], json!(null), "a note is for the author of the original");
    let translation = read(&file.to_string()).expect("a valid quiz");
    let original = read(SMALL).expect("a valid quiz");
    assert_eq!(translation_problems(&original, &translation), []);
}

#[test]
fn a_new_translation_has_the_words_of_its_language_and_those_of_the_original_only_where_they_are_its_own() {
    let (file, _) = update(&small(), None, "de");
    assert_eq!(
        file["words"].as_object().expect("words").keys().collect::<Vec<_>>(),
        ["get_checked", "sheet"]
    );
    let quiz = read(&file.to_string()).expect("a valid quiz");
    assert_eq!(quiz.words().next.as_written(), "Weiter");
    let (finnish, _) = update(&small(), None, "fi");
    assert_eq!(finnish["words"]["next"], "Next", "a language without words has all of them to translate");
    assert_eq!(finnish["untranslated"]["words.next"], "");
}

#[test]
fn a_new_translation_has_the_direction_and_the_plural_forms_of_its_language() {
    let original: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    for (language, direction) in
        [("ar", json!("rtl")), ("az-Arab", json!("rtl")), ("de", json!(null)), ("ar-Latn", json!(null))]
    {
        assert_eq!(update(&original, None, language).0["direction"], direction, "{language}");
    }
    let polish =
        update_translation(&engine_value(&original), None, "pl", ChangedTexts::HoldTheOriginal, &LikePolish);
    let file = serde_value(&polish.file);
    assert_eq!(
        file["care"]["weeks"],
        json!({"one": "{n} week", "few": "{n} weeks", "many": "{n} weeks", "other": "{n} weeks"})
    );
    assert_eq!(file["originals"]["care.weeks.few"], "{n} weeks");
}

#[test]
fn an_update_without_changes_changes_nothing() {
    let original = small();
    let german = german(&original);
    let (again, counts) = update(&original, Some(&german), "de");
    assert_eq!(again, german);
    assert_eq!((counts.new, counts.changed, counts.removed, counts.untranslated), (0, 0, 0, 0));
    assert_eq!(findings(&original, &german), [""; 0]);
}

#[test]
fn a_changed_text_holds_the_new_original_and_is_listed_with_its_last_translation() {
    let mut original = small();
    let german = german(&original);
    original["questions"][0]["text"] = json!("Which leaves have turned yellow?");
    assert_eq!(findings(&original, &german), ["questions[0].text: original-changed"]);
    let (updated, counts) = update(&original, Some(&german), "de");
    assert_eq!(counts.changed, 1);
    assert_eq!(updated["questions"][0]["text"], "Which leaves have turned yellow?");
    assert_eq!(updated["originals"]["questions.where.text"], "Which leaves have turned yellow?");
    assert_eq!(updated["untranslated"], json!({"questions.where.text": "de:Which leaves are yellow?"}));
    assert_eq!(findings(&original, &updated), ["questions[0].text: untranslated"]);
    // The last translation stays until somebody translates the text, also if the original changes once more.
    original["questions"][0]["text"] = json!("Which leaves turn yellow?");
    let (mut again, _) = update(&original, Some(&updated), "de");
    assert_eq!(again["untranslated"], json!({"questions.where.text": "de:Which leaves are yellow?"}));
    again["questions"][0]["text"] = json!("Welche Blätter werden gelb?");
    assert_eq!(findings(&original, &again), [""; 0]);
    let (done, _) = update(&original, Some(&again), "de");
    assert_eq!(done["questions"][0]["text"], "Welche Blätter werden gelb?");
    assert_eq!(done["untranslated"], json!(null));
}

#[test]
fn a_text_that_is_right_as_it_is_is_taken_off_the_list_and_stays_off() {
    let original = small();
    let mut german = german(&original);
    german["title"] = original["title"].clone();
    assert_eq!(findings(&original, &german), [""; 0]);
    assert_eq!(update(&original, Some(&german), "de").0, german);
}

#[test]
fn new_parts_of_the_original_are_added_and_old_ones_removed() {
    let mut original = small();
    let german = german(&original);
    let questions = original["questions"].as_array_mut().expect("questions");
    let mut question = questions.remove(3);
    question["id"] = json!("habits");
    question["text"] = json!("Which of these do you do?");
    for choice in question["choices"].as_array_mut().expect("choices") {
        choice["text"] = json!(format!("I do {}", choice["id"]));
    }
    questions.insert(0, question);
    original["questions"][1]["choices"][0]["points"] = json!({"hungry": 2});
    let (updated, counts) = update(&original, Some(&german), "de");
    assert_eq!((counts.new, counts.removed), (5, 5));
    assert_eq!(updated["questions"][0]["text"], "Which of these do you do?");
    assert_eq!(
        updated["questions"][1]["text"], "de:Which leaves are yellow?",
        "a text keeps its translation when it moves"
    );
    assert_eq!(updated["questions"][1]["choices"][0]["points"], json!({"hungry": 2}));
    assert_eq!(updated["originals"]["questions.care.text"], json!(null));
}

#[test]
fn a_text_without_an_id_keeps_its_translation_when_another_one_comes_before_it() {
    let mut original = small();
    let german = german(&original);
    original["intro"]["points"].as_array_mut().expect("points").insert(1, json!("Take your time."));
    let (updated, counts) = update(&original, Some(&german), "de");
    assert_eq!((counts.new, counts.changed, counts.untranslated), (1, 0, 1));
    let points = &updated["intro"]["points"];
    assert_eq!(points[0], german["intro"]["points"][0]);
    assert_eq!(points[1], "Take your time.");
    assert_eq!(points[2], german["intro"]["points"][1]);
    assert_eq!(updated["untranslated"], json!({"intro.points[1]": ""}));
}

/// A file after an id of a part of a list was renamed.
fn renamed(file: &Value, list: &str, from: &str, to: &str) -> Value {
    let text = file.to_string();
    let text = text.replace(&format!("\"{from}\""), &format!("\"{to}\""));
    let text = text.replace(&format!("{list}.{from}."), &format!("{list}.{to}."));
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn a_part_with_a_new_id_keeps_its_translations() {
    let original = small();
    let mut german = german(&original);
    german["causes"][0]["_note"] = json!("see the glossary");
    for (list, from, to) in
        [("causes", "wet", "soaked"), ("questions", "where", "leaves"), ("choices", "low", "bottom")]
    {
        let original = renamed(&original, list, from, to);
        let (updated, counts) = update(&original, Some(&german), "de");
        assert_eq!(updated, renamed(&german, list, from, to));
        assert_eq!((counts.new, counts.changed, counts.removed, counts.untranslated), (0, 0, 0, 0));
    }
}

#[test]
fn a_part_with_a_new_id_and_another_position_keeps_its_translations() {
    let original = small();
    let german = german(&original);
    let mut original = renamed(&original, "causes", "wet", "soaked");
    original["causes"].as_array_mut().expect("causes").rotate_left(1);
    let (updated, counts) = update(&original, Some(&german), "de");
    let last = original["causes"].as_array().expect("causes").len() - 1;
    assert_eq!(updated["causes"][last]["id"], "soaked");
    assert_eq!(updated["causes"][last]["label"], german["causes"][0]["label"]);
    assert_eq!((counts.new, counts.changed, counts.removed, counts.untranslated), (0, 0, 0, 0));
}

#[test]
fn equal_texts_of_two_parts_with_new_ids_keep_their_own_translations() {
    let mut original = small();
    let questions = [(0, "where", "leaves", "Dort"), (1, "soil", "earth", "Da")];
    for (i, ..) in questions {
        original["questions"][i]["choices"][0]["text"] = json!("There");
    }
    let mut german = german(&original);
    for (i, .., text) in questions {
        german["questions"][i]["choices"][0]["text"] = json!(text);
    }
    for (_, from, to, _) in questions {
        original = renamed(&original, "questions", from, to);
    }
    let (updated, _) = update(&original, Some(&german), "de");
    for (i, _, to, text) in questions {
        assert_eq!(updated["questions"][i]["id"], to);
        assert_eq!(updated["questions"][i]["choices"][0]["text"], text);
    }
}

#[test]
fn a_changed_text_of_a_part_with_a_new_id_is_listed_with_its_last_translation() {
    let original = small();
    let german = german(&original);
    let mut by_hand = german.clone();
    by_hand.as_object_mut().expect("an object").remove("originals");
    let mut original = renamed(&original, "causes", "wet", "soaked");
    original["causes"][0]["label"] = json!("Wet soil");
    let last_translation = &german["causes"][0]["label"];
    for changed in [ChangedTexts::HoldTheOriginal, ChangedTexts::KeepTheTranslation] {
        for before in [&german, &by_hand] {
            let [original, before] = [&original, before].map(engine_value);
            let update = update_translation(&original, Some(&before), "de", changed, &PlainDigits);
            let updated = serde_value(&update.file);
            assert_eq!(updated["causes"][0]["label"], "Wet soil");
            assert_eq!(&updated["untranslated"]["causes.soaked.label"], last_translation);
        }
    }
}

#[test]
fn an_update_keeps_what_the_translator_has_added() {
    let original: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let mut german = german(&original);
    german["notice"] = json!("Noch nicht geprüft.");
    german["_note"] = json!("Sie, not du");
    german["questions"][1]["_note"] = json!("see the glossary");
    german["questions"][1]["$comment"] = json!("informal");
    german["$schema"] = json!("../quiz.schema.json");
    german["sources"][0]["url"] = json!("https://example.org/de");
    german["words"]["next"] = json!("Los");
    german["care"]["emergency"]["regions"]["DE"]["say"] = json!("112 (Notruf)");
    german["care"]["weeks"]["many"] = json!("{n} Wochen");
    let (updated, _) = update(&original, Some(&german), "de");
    assert_eq!(updated, german);
}

#[test]
fn a_translation_has_no_notes_of_its_original() {
    let mut original = small();
    original["_note"] = json!("ask Jo");
    original["questions"][0]["$comment"] = json!("check the sources");
    original["$schema"] = json!("./quiz.schema.json");
    let (translation, _) = update(&original, None, "de");
    assert_eq!(translation.get("_note"), None);
    assert_eq!(translation["questions"][0].get("$comment"), None);
    assert_eq!(translation["$schema"], "./quiz.schema.json");
}

#[test]
fn a_translation_made_by_hand_is_taken_over_and_its_equal_texts_are_listed() {
    let original = small();
    let mut by_hand = german(&original);
    by_hand.as_object_mut().expect("an object").remove("originals");
    by_hand["title"] = original["title"].clone();
    assert_eq!(findings(&original, &by_hand), ["originals: originals-unknown", "title: untranslated"]);
    let (updated, counts) = update(&original, Some(&by_hand), "de");
    assert_eq!((counts.new, counts.changed), (0, 0));
    assert_eq!(updated["untranslated"], json!({"title": ""}));
    assert_eq!(updated["questions"], by_hand["questions"]);
    assert_eq!(updated["originals"]["questions.where.text"], "Which leaves are yellow?");
}

#[test]
fn a_missing_text_is_found() {
    let original = small();
    let mut german = german(&original);
    german["words"].as_object_mut().expect("words").remove("sheet");
    assert_eq!(findings(&original, &german), ["words.sheet: text-missing"]);
}

#[test]
fn a_text_that_lacks_a_placeholder_of_its_original_is_found() {
    let mut original = small();
    original["title"] = json!("Look at {emergency_number} and {emergency_number}");
    let mut german = german(&original);
    assert_eq!(findings(&original, &german), [""; 0]);
    german["title"] = json!("Rufen Sie an");
    assert_eq!(findings(&original, &german), ["title: placeholder-lost"]);
}

#[test]
fn a_changed_text_can_keep_its_translation_and_its_former_original() {
    let mut original = small();
    let german = german(&original);
    original["questions"][0]["text"] = json!("Which leaves have turned yellow?");
    original["questions"][0]["help"] = json!("Look at all of them.");
    let keep = |before: &Value| {
        let [original, before] = [&original, before].map(engine_value);
        let update = update_translation(
            &original,
            Some(&before),
            "de",
            ChangedTexts::KeepTheTranslation,
            &PlainDigits,
        );
        (serde_value(&update.file), (update.new, update.changed, update.untranslated))
    };
    let (updated, counts) = keep(&german);
    assert_eq!(counts, (1, 1, 1));
    assert_eq!(updated["questions"][0]["text"], "de:Which leaves are yellow?");
    assert_eq!(updated["originals"]["questions.where.text"], "Which leaves are yellow?");
    assert_eq!(updated["untranslated"], json!({"questions.where.help": ""}));
    assert_eq!(
        findings(&original, &updated),
        ["questions[0].help: untranslated", "questions[0].text: original-changed"]
    );
    assert_eq!(keep(&updated).0, updated);
}

#[test]
fn each_text_of_a_translation_is_beside_its_original_with_what_is_left_to_do() {
    let mut original = small();
    let mut german = german(&original);
    original["title"] = json!("Why are leaves yellow?");
    german["subtitle"] = original["subtitle"].clone();
    german["untranslated"] = json!({"subtitle": "Ein alter Text"});
    german["intro"]["start"] = json!(" ");
    german["words"]["sheet"].take();
    german["words"]["next"] = json!("Los");
    let entries = translation_entries(&engine_value(&original), &engine_value(&german), &PlainDigits);
    let entry = |name: &str| entries.iter().find(|it| it.name == name).expect("an entry");
    let title = entry("title");
    let text = |text: &Option<PlacedText>| text.as_ref().map(|it| it.text.clone()).unwrap_or_default();
    assert_eq!(text(&title.original), "Why are leaves yellow?");
    assert_eq!(text(&title.translation), "de:Why are my plant's leaves yellow?");
    let before = "Why are my plant's leaves yellow?".to_owned();
    assert_eq!(title.state, TranslationState::OriginalChanged { before });
    let last_translation = Some("Ein alter Text".to_owned());
    assert_eq!(entry("subtitle").state, TranslationState::Untranslated { last_translation });
    assert_eq!(entry("intro.start").state, TranslationState::Missing);
    assert_eq!(entry("words.sheet").translation, None);
    assert_eq!(entry("words.sheet").state, TranslationState::Missing);
    assert_eq!(entry("words.next").state, TranslationState::Own);
    assert_eq!(entry("questions.where.text").state, TranslationState::Translated);
    assert_eq!(entries.iter().filter(|it| it.state.is_to_do()).count(), 4);
}

#[test]
fn a_pseudo_translation_has_no_findings() {
    let original = small();
    let mut pseudo = original.clone();
    pseudo["language"] = json!("en-XA");
    assert_eq!(findings(&original, &pseudo), [""; 0]);
}

#[test]
fn the_shipped_translations_are_complete_and_not_older_than_their_original() {
    let original = Json::parse(FIVE_CAUSES).expect("JSON");
    for file in [
        include_str!("../../../quizzes/upper-back-knots.ar.json"),
        include_str!("../../../quizzes/upper-back-knots.de.json"),
        include_str!("../../../quizzes/upper-back-knots.es.json"),
    ] {
        let translation = Json::parse(file).expect("JSON");
        assert_eq!(translation_findings(&original, &translation, &PlainDigits), []);
        let [original, translation] = [FIVE_CAUSES, file].map(|it| read(it).expect("a valid quiz"));
        assert_eq!(translation_misfit(&original, &translation), None);
    }
}
