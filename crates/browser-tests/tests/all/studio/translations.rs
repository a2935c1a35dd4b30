//! Translations: an author adds one, translates it beside its original, and keeps it up to date.

use fantoccini::key::Key;
use macro_rules_attribute::apply;

use super::{Author, DESK, KNOTS, example_file};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;

impl Author {
    /// Adds a translation from the list of languages.
    pub(super) async fn adds_a_translation(&self, language: &str) {
        self.presses("Translations").await;
        self.chooses_language(language).await;
        self.presses("Add the translation").await;
        self.browser.page.find("heading", language).await;
    }

    async fn chooses_language(&self, language: &str) {
        let select = self.browser.page.find("combobox", "Language").await;
        select.select_by_label(language).await.expect("a language");
    }
}

#[apply(chromium_only!)]
async fn a_new_translation_begins_with_the_originals_words_and_is_translated_text_by_text(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.adds_a_translation("Deutsch (de)").await;
    author.browser.page.shows("73 of 73 to do").await;
    let title = "The quiz, Title";
    assert_eq!(author.value_of(title).await, "Why are my plant's leaves yellow?");
    author.writes(title, "Warum sind die Blätter gelb?").await;
    author.browser.page.shows("72 of 73 to do").await;
    author.browser.page.shows("✓ Translated").await;
    author.presses("Right as it is: The quiz, Subtitle").await;
    author.browser.page.shows("71 of 73 to do").await;
    author.browser.page.shows("Kept in this browser").await;
    let file = author.browser.downloads_text("Download starter.de.json").await;
    assert!(file.contains("\"title\": \"Warum sind die Blätter gelb?\",\n"), "{file}");
    assert!(!file.contains("\"subtitle\": \"\""), "{file}");
    author.presses("Undo").await;
    author.presses("Undo").await;
    author.browser.page.shows("73 of 73 to do").await;
    author.presses("Undo").await;
    author.browser.page.shows("There is none yet.").await;
    assert_eq!(author.downloads().await, example_file());
}

#[apply(chromium_only!)]
async fn a_changed_original_is_marked_with_its_difference_until_the_text_is_right_again(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.adds_a_translation("Deutsch (de)").await;
    author.writes("Question 1, Text", "Welche Blätter sind gelb?").await;
    author.presses("1. Which leaves are yellow?").await;
    author.browser.page.run("document.querySelector('#field-questions-0-text').focus()", vec![]).await;
    author.presses_with_control('a').await;
    let focused = author.browser.page.client.active_element().await.expect("a focus");
    focused.send_keys("Which leaves look yellow?").await.expect("keys");
    author.presses("Deutsch (de) 73 to do").await;
    author.browser.page.shows("◆ Original changed").await;
    let marked = "return [...document.querySelectorAll('.translation-original del, .translation-original ins')].map((it) => it.textContent)";
    assert_eq!(author.browser.page.run(marked, vec![]).await, serde_json::json!(["are", "look"]));
    // The difference stays while the translator writes, and is gone after that.
    author.writes("Question 1, Text", "Welche Blätter sehen gelb aus?").await;
    author.browser.page.shows("72 of 73 to do").await;
    assert_eq!(author.browser.page.run(marked, vec![]).await, serde_json::json!(["are", "look"]));
    author.presses_key_in_focus(Key::Tab).await;
    author.browser.page.waits_until("!document.querySelector('.translation-original del')").await;
    author.presses("Undo").await;
    author.browser.page.shows("◆ Original changed").await;
    assert_eq!(author.value_of("Question 1, Text").await, "Welche Blätter sind gelb?");
}

#[apply(chromium_only!)]
async fn a_translation_is_brought_up_to_date_in_one_edit(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.adds_a_translation("العربية (ar)").await;
    let field = author.field("The quiz, Title").await;
    assert_eq!(field.attr("dir").await.expect("a field").as_deref(), Some("rtl"));
    author.writes("The quiz, Title", "لماذا").await;
    author.presses("Add a cause").await;
    author.browser.page.find("heading", "Cause 4 of 4").await;
    author.presses("العربية (ar) 78 to do").await;
    author.browser.page.shows("Not in this file yet.").await;
    author.presses("Bring up to date").await;
    author.browser.page.waits_until("!!document.getElementById('translation-1-causes.cause-4.label')").await;
    author.browser.page.does_not_show("Not in this file yet.").await;
    assert_eq!(author.value_of("The quiz, Title").await, "لماذا");
    author.presses("Undo").await;
    author.browser.page.shows("Not in this file yet.").await;
}

#[apply(chromium_only!)]
async fn only_what_is_to_do_is_shown_and_the_keys_lead_from_one_to_the_next(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.adds_a_translation("Deutsch (de)").await;
    author.presses("Right as it is: The quiz, Subtitle").await;
    author.presses("Only what is to do").await;
    author.browser.page.waits_until("!document.getElementById('translation-1-subtitle')").await;
    author.writes("The quiz, Title", "Warum?").await;
    author.browser.page.shows("71 of 73 to do").await;
    // The text stays until the author asks again.
    author.browser.page.focus_is_on("textbox", "The quiz, Title").await;
    let next = format!("{}{}{}", char::from(Key::Control), char::from(Key::Enter), char::from(Key::Null));
    let focused = author.browser.page.client.active_element().await.expect("a focus");
    focused.send_keys(&next).await.expect("keys");
    author.browser.page.focus_is_on("textbox", "Before the start, Intro, Lead").await;
    author.presses("Only what is to do").await;
    author.presses("Only what is to do").await;
    author.browser.page.waits_until("!document.getElementById('translation-1-title')").await;
}

#[apply(chromium_only!)]
async fn a_problem_of_a_translation_is_at_its_field_and_in_the_list_with_the_name_of_its_file(
    engine: Engine,
) {
    let author = Author::begins(engine, DESK).await;
    author.adds_a_translation("Deutsch (de)").await;
    author.writes("Result texts, Verdicts, Leads, Heading", "Am ehesten").await;
    author.browser.page.shows("the placeholder {label} is missing").await;
    author.presses("The quiz").await;
    author.presses("1 problem").await;
    let problems = author.browser.page.names_of("button").await;
    let problem =
        problems.iter().find(|name| name.starts_with("starter.de.json, Verdicts")).expect("a problem");
    author.presses(problem).await;
    author.browser.page.focus_is_on("textbox", "Result texts, Verdicts, Leads, Heading").await;
}

#[apply(chromium_only!)]
async fn texts_go_to_a_spreadsheet_and_come_back_with_a_list_of_what_is_wrong(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.adds_a_translation("Deutsch (de)").await;
    author.browser.opens_details("Texts as a table, for a spreadsheet").await;
    let table = author.browser.downloads_text("Save the texts as CSV").await;
    let title =
        "title,Why are my plant's leaves yellow?,Why are my plant's leaves yellow?,same as the original";
    assert!(table.contains(title), "{table}");
    let changed =
        table.replace(title, "title,Why are my plant's leaves yellow?,\"Warum, Pflanze?\",x\nmine,,Meins,x");
    author.chooses_file("Import a CSV file", "texts.csv", &changed).await;
    author.browser.page.shows("1 text was imported.").await;
    author.browser.page.shows("mine: there is no text with this path.").await;
    // The fields follow a moment after the message.
    author
        .browser
        .page
        .waits_until("document.getElementById('translation-1-title').value === 'Warum, Pflanze?'")
        .await;
    author.writes("Cells of a spreadsheet", "subtitle").await;
    author.presses("Import the cells").await;
    author.browser.page.shows("The first row must name the columns").await;
    author.presses("Undo").await;
    author
        .browser
        .page
        .waits_until("document.getElementById('translation-1-title').value.startsWith('Why')")
        .await;
}

#[apply(chromium_only!)]
async fn a_translation_file_is_added_if_it_is_of_this_quiz_and_removed_with_undo(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("Translations").await;
    author.chooses_file("Add a translation file", "other.json", r#"{"id": "other", "language": "fr"}"#).await;
    author.browser.page.shows("other.json is another quiz").await;
    let french = example_file().replace("\"language\": \"en\"", "\"language\":  \"fr\"");
    author.chooses_file("Add a translation file", "leaves.fr.json", &french).await;
    author.browser.page.find("heading", "Français (fr)").await;
    assert_eq!(author.browser.downloads_text("Download leaves.fr.json").await, french);
    author.presses("Remove leaves.fr.json").await;
    author.browser.page.find("heading", "Translations").await;
    author.browser.page.shows("There is none yet.").await;
    author.presses("Undo").await;
    author.browser.page.find("button", "Download leaves.fr.json").await;
}

#[apply(chromium_only!)]
async fn plural_forms_are_those_of_the_language_with_numbers(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.presses(KNOTS).await;
    author.browser.page.find("heading", "The quiz").await;
    author.adds_a_translation("Polski (pl)").await;
    let few = author.field("Care and numbers, Care, Weeks, Few").await;
    assert_eq!(few.prop("value").await.expect("a field").as_deref(), Some("{n} weeks"));
    author.browser.page.shows("{n} is the number: 2, 3, 4 …").await;
    author.browser.page.shows("{n} is the number: 1").await;
}
