//! Test cases: written in a form, made of the reader in the preview, and run on each change.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::{Author, DESK, KNOTS, example_file};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::server::repository;

/// The name of the test cases in the outline of the example.
const ALL_PASS: &str = "Test cases 4 of 4 pass";

impl Author {
    /// Chooses an option of a list.
    async fn selects(&self, name: &str, option: &str) {
        let list = self.browser.page.find("combobox", name).await;
        list.select_by_label(option).await.expect("an option");
    }

    /// The option that a list shows.
    async fn chosen_in(&self, name: &str) -> String {
        let list = self.browser.page.find("combobox", name).await;
        let script = "return arguments[0].selectedOptions[0].textContent.trim()";
        self.browser.page.run(script, vec![json!(list)]).await.as_str().expect("a text").to_owned()
    }

    /// The test cases of the file that the author downloads.
    async fn downloads_test_cases(&self) -> Vec<Value> {
        let file: Value = serde_json::from_str(&self.downloads().await).expect("JSON");
        file["test_cases"].as_array().expect("test cases").clone()
    }

    /// Makes the example fail its first test case: soft leaves no longer speak for too much water.
    pub(super) async fn breaks_the_points(&self) {
        self.presses("Points").await;
        self.writes("All over, and they feel soft: Too much water", "-9").await;
    }
}

#[apply(chromium_only!)]
async fn the_reader_in_the_preview_becomes_a_test_case(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("This reader must get…").await;
    author.browser.page.shows("This reader has no result yet. Answer the preview to its end first.").await;
    author.browser.chooses("All over, and they feel soft").await;
    author.browser.continues().await;
    author.browser.chooses("Wet, days after watering").await;
    author.browser.continues().await;
    author.browser.ticks("Small flies over the soil").await;
    author.browser.continues().await;
    author.browser.ticks("None of these").await;
    author.browser.continues().await;
    author.browser.page.shows("This reader must get: Roots that stand in water").await;
    author.writes("Id of the test case", "old-pot").await;
    author.presses("Add this test case").await;
    author.browser.page.shows("“old-pot” is the id of another test case. Write another one.").await;
    author.writes("Id of the test case", "swamp").await;
    author.writes("Who this reader is", "Waters twice a day.").await;
    author.presses("Add this test case").await;
    author.browser.page.focus_is_on("button", "This reader must get…").await;
    author.browser.page.find("button", "Test cases 5 of 5 pass").await;
    let expected = json!({
        "id": "swamp",
        "story": "Waters twice a day.",
        "answers": {"where": "all", "soil": "soggy", "signs": ["flies"], "care": ["none"]},
        "expect": {"verdict": "leads", "first": "wet"},
    });
    assert_eq!(author.downloads_test_cases().await[4], expected);
    author.presses("Undo").await;
    author.browser.page.find("button", ALL_PASS).await;
    assert_eq!(author.downloads().await, example_file());
}

#[apply(chromium_only!)]
async fn a_new_test_case_stays_written_while_the_author_looks_at_a_question(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    for choice in ["All over, and they feel soft", "Wet, days after watering"] {
        author.browser.chooses(choice).await;
        author.browser.continues().await;
    }
    for choice in ["Small flies over the soil", "None of these"] {
        author.browser.ticks(choice).await;
        author.browser.continues().await;
    }
    author.presses("This reader must get…").await;
    author.writes("Who this reader is", "Waters twice a day.").await;
    author.presses("4. Which of these fit you?").await;
    author.browser.page.shows("This reader has no result yet.").await;
    author.browser.ticks("None of these").await;
    author.browser.continues().await;
    assert_eq!(author.value_of("Who this reader is").await, "Waters twice a day.");
    author.presses("Cancel").await;
    author.presses("This reader must get…").await;
    assert_eq!(author.value_of("Who this reader is").await, "");
}

#[apply(chromium_only!)]
async fn a_test_case_that_fails_says_what_it_got_and_what_it_got_before(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.browser.page.find("button", ALL_PASS).await;
    author.breaks_the_points().await;
    author.presses("1 of 4 test cases fails").await;
    let change = "Since the last save: was Roots that stand in water, is no cause stands out.";
    let failure = "Expected: one cause leads. Got: no cause stands out.";
    author.presses(&format!("overwatered: {failure} {change}")).await;
    author.browser.page.find("heading", "Test case 1 of 4").await;
    author.browser.page.shows("✗ Fails").await;
    author.browser.page.shows(change).await;
    // The preview shows this reader.
    author.browser.page.find("heading", "Nothing stands out").await;
    author.presses("Test cases ✗ 3 of 4 pass").await;
    author.browser.page.shows("3 of 4 pass.").await;
    author.presses("Show in the preview: dark-hall").await;
    author.browser.page.find("heading", "Your answers lean toward: A spot that is too dark").await;
    author.presses("Undo").await;
    author.browser.page.shows("All 4 pass.").await;
    author.browser.page.does_not_show(change).await;
}

#[apply(chromium_only!)]
async fn a_test_case_is_written_by_the_texts_of_choices_and_causes(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses(ALL_PASS).await;
    author.presses("Add a test case").await;
    author.browser.page.find("heading", "Test case 5 of 5").await;
    author.browser.page.focus_is_on("textbox", "Id").await;
    author.writes("Story", "Lives in a cellar.").await;
    author.selects("Push a finger into the soil. How is it?", "Damp for weeks, since it hardly drinks").await;
    author.selects("Which leaves are yellow?", "The ones farthest from the window").await;
    author.browser.ticks("Long, thin stems that lean").await;
    author.selects("First", "Roots that stand in water").await;
    let failure = "Expected: Roots that stand in water has the highest score. Got: A spot that is too dark.";
    author.browser.page.shows(failure).await;
    author.selects("First", "A spot that is too dark").await;
    author.selects("Visit", "No").await;
    author.browser.page.shows("✓ Passes").await;
    author.browser.page.find("heading", "Your answers lean toward: A spot that is too dark").await;
    let expected = json!({
        "id": "case-5",
        "story": "Lives in a cellar.",
        "answers": {"where": "far", "soil": "slow", "signs": ["long"]},
        "expect": {"first": "dark", "visit": false},
    });
    assert_eq!(author.downloads_test_cases().await[4], expected);
    author.presses("Duplicate").await;
    author.browser.page.find("heading", "Test case 6 of 6").await;
    author.presses("Move up").await;
    author.browser.page.find("heading", "Test case 5 of 6").await;
    author.presses("Remove").await;
    author.browser.page.focus_is_on("heading", "Test cases").await;
    author.browser.page.find("button", "Test cases 5 of 5 pass").await;
}

#[apply(chromium_only!)]
async fn lists_of_every_kind_follow_undo_and_redo(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses(ALL_PASS).await;
    author.presses("Add a test case").await;
    author.browser.page.find("heading", "Test case 5 of 5").await;
    for (name, option) in [
        ("Which leaves are yellow?", "The ones farthest from the window"),
        ("First", "Roots that stand in water"),
        ("Visit", "No"),
        ("Verdict", "leads: One cause leads"),
    ] {
        let before = author.chosen_in(name).await;
        author.selects(name, option).await;
        author.presses("Undo").await;
        assert_eq!(author.chosen_in(name).await, before, "{name}");
        author.presses("Redo").await;
        assert_eq!(author.chosen_in(name).await, option, "{name}");
    }
}

#[apply(chromium_only!)]
async fn a_file_of_test_cases_is_run_and_follows_a_renamed_cause(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.presses(KNOTS).await;
    author.presses("Test cases").await;
    let client = &author.browser.page.client;
    let input = client.find(fantoccini::Locator::Css("input[type=file]")).await.expect("a field");
    let cases = repository().join("quizzes/upper-back-knots.test-cases.json");
    input.send_keys(cases.to_str().expect("a path")).await.expect("a file");
    author.browser.page.find("button", "Test cases 17 of 17 pass").await;
    author.presses("T2-posture-textbook").await;
    author.browser.page.find("heading", "Test case 2 of 17").await;
    author.selects("Course", "No").await;
    author.browser.page.shows("Got: the result offers the course.").await;
    author.selects("Course", "Yes").await;
    author.browser.page.shows("✓ Passes").await;
    author.presses("2. Head forward, shoulders rounded").await;
    author.writes("Id", "bent").await;
    author.presses_key_in_focus(fantoccini::key::Key::Tab).await;
    author.browser.page.shows("No problems").await;
    author.presses("Test cases 17 of 17 pass").await;
    author.presses("Remove upper-back-knots.test-cases.json").await;
    author.browser.page.shows("There are none yet.").await;
    author.presses("Undo").await;
    author.browser.page.find("button", "Test cases 17 of 17 pass").await;
}
