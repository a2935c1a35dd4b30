//! Quizzes that were made elsewhere become drafts, with a list of what was not imported.

use std::io::{Cursor, Write};

use macro_rules_attribute::apply;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Author, DESK};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;

impl Author {
    /// Puts a table into the field. Keys for line breaks differ between drivers.
    pub(super) async fn pastes(&self, table: &str) {
        self.field("Table").await;
        let paste = "const field = document.querySelector('#import-table');
            field.value = arguments[0];
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        self.browser.page.run(paste, vec![table.into()]).await;
    }
}

#[apply(chromium_only!)]
async fn a_pasted_table_becomes_a_quiz_when_its_errors_are_mended(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.pastes("question,kind,choice,Posture,Desk\nWhere?,one,Neck,two,\n,,Back,1,1\n").await;
    author.presses("Import the table").await;
    author.browser.page.shows("Row 2, column D (Posture): “two” is not a whole number from -99 to 99.").await;
    author.pastes("question,kind,choice,Posture,Desk,Notes\nWhere?,one,Neck,2,,ask Jo\n,,Back,,1,\n").await;
    author.presses("Import the table").await;
    author.browser.page.shows("Column F, “Notes”, has no numbers, so it is not a cause.").await;
    author.presses("1. Where?").await;
    assert_eq!(author.value_of("Neck: Posture").await, "2");
    author.presses("Dismiss: Not imported").await;
    author.browser.page.does_not_show("Not imported").await;
    author.browser.page.shows("Kept in this browser").await;
    author.browser.page.client.refresh().await.expect("a page");
    author.browser.page.find("heading", "The quiz").await;
    author.browser.page.does_not_show("Not imported").await;
}

#[apply(chromium_only!)]
async fn a_personality_quiz_of_h5p_becomes_a_quiz(engine: Engine) {
    let content = r#"{
        "personalitiesGroup": {"personalities": [
            {"name": "Apple", "description": "<p>Round <b>and</b> firm.</p><script>window.ran = true</script>",
             "image": {"file": {"path": "images/a.jpg"}}},
            {"name": "Mango", "description": "Sweet."}]},
        "questionsGroup": {"questions": [{"text": "Color?", "answers": [
            {"text": "Red", "personality": "Apple"}, {"text": "Yellow", "personality": "Mango=4"}]}]}}"#;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let info = r#"{"title": "Which fruit are you?", "mainLibrary": "H5P.PersonalityQuiz", "language": "en"}"#;
    for (name, text) in [("h5p.json", info), ("content/content.json", content)] {
        writer.start_file(name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    let package = writer.finish().expect("a package").into_inner();
    let author = Author::opens(engine, DESK).await;
    author.chooses_files(&[("fruit.h5p", &package)]).await;
    author.browser.page.find("heading", "Which fruit are you?").await;
    author.browser.page.shows("A picture. Add it as a photo.").await;
    author.presses("1. Color?").await;
    assert_eq!(author.value_of("Yellow: Mango").await, "4");
    author.presses("1. Apple 2 problems").await;
    assert_eq!(author.value_of("Means").await, "Round **and** firm.");
    assert_eq!(author.browser.page.run("return window.ran ?? false", vec![]).await, false);
}

#[apply(chromium_only!)]
async fn a_survey_of_surveyjs_becomes_a_quiz(engine: Engine) {
    let survey = r#"{"title": "Lark or owl?", "pages": [{"elements": [
        {"type": "radiogroup", "name": "day", "title": "Best time?", "choices": [
            {"value": "am", "text": "Morning"}, {"value": "pm", "text": "Evening"}]},
        {"type": "matrix", "name": "agree", "title": "Do you agree?", "visibleIf": "{day} = 'pm'",
         "columns": ["Yes", "No"], "rows": ["I sleep late"]},
        {"type": "boolean", "name": "alarm", "title": "An alarm?", "visibleIf": "age({birth}) > 3"},
        {"type": "comment", "name": "more", "title": "Anything else?"}]}],
        "calculatedValues": [
            {"name": "Lark", "expression": "iif({day} = 'am', 2, 0)"},
            {"name": "Owl", "expression": "iif({day} = 'pm', 3, 0)"}]}"#;
    let author = Author::opens(engine, DESK).await;
    author.chooses_files(&[("survey.json", survey.as_bytes())]).await;
    author.browser.page.find("heading", "Lark or owl?").await;
    author.browser.page.shows("“Anything else?”: a question of the type comment.").await;
    author
        .browser
        .page
        .shows("“An alarm?”: the condition, age({birth}) > 3. A quiz has only comparisons")
        .await;
    author.presses("1. Best time?").await;
    assert_eq!(author.value_of("Evening: Owl").await, "3");
    author.presses("2. I sleep late").await;
    let evening = author.browser.page.find("checkbox", "Evening").await;
    assert!(evening.is_selected().await.expect("a checkbox"));
}
