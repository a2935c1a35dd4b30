//! The studio, in Chromium alone: an author begins with an example, changes it, sees it and takes it away. `make test` builds it.

use fantoccini::elements::Element;
use fantoccini::key::Key;
use macro_rules_attribute::apply;

use crate::harness::axe::axe_finds_nothing;
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::{InputDevice, Reader};
use crate::harness::server::{dist, repository};
use crate::harness::site::{RunningSite, Site};
use crate::harness::window::{REDUCED_MOTION, Window};

/// A small desk.
const DESK: Window = Window { width: 1024, height: 768, ..REDUCED_MOTION };

/// The example that an author begins with.
const EXAMPLE: &str =
    "Why are my plant's leaves yellow? A small quiz with notes for its author. The usual start.";

/// Somebody who writes a quiz.
struct Author {
    browser: Reader,
    _site: RunningSite,
}

impl Author {
    /// Opens the studio.
    async fn opens(engine: Engine, window: Window) -> Self {
        let browser = Reader::at(engine, window, InputDevice::Mouse).await;
        let build = dist().join("studio");
        assert!(build.exists(), "the studio: `make test` or `make build` builds it");
        let site = Site::default().folder("/", build).serve().await;
        browser.page.client.goto(&site.url).await.expect("the studio opens");
        browser.page.find("heading", "The studio").await;
        Self { browser, _site: site }
    }

    /// Opens the studio and begins with the example.
    async fn begins(engine: Engine, window: Window) -> Self {
        let author = Self::opens(engine, window).await;
        author.presses(EXAMPLE).await;
        author.browser.page.find("heading", "The quiz").await;
        author
    }

    async fn presses(&self, name: &str) {
        self.browser.presses(name).await;
    }

    async fn field(&self, name: &str) -> Element {
        self.browser.page.find("textbox", name).await
    }

    async fn value_of(&self, name: &str) -> String {
        let field = self.field(name).await;
        field.prop("value").await.expect("a field").unwrap_or_default()
    }

    /// Selects the text of a field and types another one.
    async fn writes(&self, name: &str, text: &str) {
        let field = self.field(name).await;
        field.click().await.expect("a field");
        let select_all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        field.send_keys(&select_all).await.expect("a field");
        let text = if text.is_empty() { char::from(Key::Delete).to_string() } else { text.to_owned() };
        field.send_keys(&text).await.expect("a field");
    }

    /// Presses a key with Ctrl.
    async fn presses_with_control(&self, key: char) {
        let focused = self.browser.page.client.active_element().await.expect("a focus");
        let keys = format!("{}{key}{}", char::from(Key::Control), char::from(Key::Null));
        focused.send_keys(&keys).await.expect("keys");
    }

    /// The text of the file that the author downloads.
    async fn downloads(&self) -> String {
        let catch = "const create = URL.createObjectURL;
            URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), create.call(URL, blob))";
        self.browser.page.run(catch, vec![]).await;
        self.presses("Download starter.json").await;
        self.browser.page.waits_until("typeof window.saved === 'string'").await;
        let text = self.browser.page.run("return window.saved", vec![]).await;
        text.as_str().expect("a text").to_owned()
    }
}

/// The text of the example's file.
fn example_file() -> String {
    std::fs::read_to_string(repository().join("quizzes/starter.json")).expect("the example")
}

#[apply(chromium_only!)]
async fn an_author_changes_an_example_and_downloads_exactly_that_change(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    assert_eq!(author.downloads().await, example_file());
    author.presses("1. Which leaves are yellow?").await;
    author.browser.page.find("heading", "Question 1 of 4").await;
    // The first field of that name is the question's. Those of the choices are in groups.
    author.browser.page.run("document.querySelector('#field-questions-0-text').focus()", vec![]).await;
    author.presses_with_control('a').await;
    let focused = author.browser.page.client.active_element().await.expect("a focus");
    focused.send_keys("Which leaves look pale?").await.expect("keys");
    // In the preview beside the form.
    author.browser.page.find("group", "Which leaves look pale?").await;
    author.browser.page.shows("Kept in this browser").await;
    author.browser.page.client.refresh().await.expect("a page");
    author.browser.page.find("button", "1. Which leaves look pale?").await;
    let expected = example_file().replace("Which leaves are yellow?", "Which leaves look pale?");
    assert_eq!(author.downloads().await, expected);
}

#[apply(chromium_only!)]
async fn a_problem_is_at_its_field_and_in_a_list_that_leads_there(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.browser.page.shows("No problems").await;
    author.writes("Title", "").await;
    let message = "an empty text; it must have 1 to 2000 characters";
    author.browser.page.shows(message).await;
    let field = author.field("Title").await;
    assert_eq!(field.attr("aria-invalid").await.expect("a field").as_deref(), Some("true"));
    author.browser.page.shows("The file has problems. This is the last version without any.").await;
    author.presses("Points").await;
    author.presses("1 problem").await;
    author.presses(&format!("Title: {message}")).await;
    author.browser.page.focus_is_on("textbox", "Title").await;
    author.presses_with_control('z').await;
    author.browser.page.shows("No problems").await;
    assert_eq!(author.value_of("Title").await, "Why are my plant's leaves yellow?");
}

#[apply(chromium_only!)]
async fn points_are_a_table_for_the_arrow_keys(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("Points").await;
    author.writes("One here, one there: Too much water", "2").await;
    author.presses_key_in_focus(Key::Right).await;
    author.browser.page.focus_is_on("textbox", "One here, one there: Too little light").await;
    author.presses_key_in_focus(Key::Up).await;
    author.browser.page.focus_is_on("textbox", "The ones farthest from the window: Too little light").await;
    assert_eq!(author.value_of("One here, one there: Too much water").await, "2");
    let file = author.downloads().await;
    assert!(
        file.contains(r#"{"id": "some", "text": "One here, one there", "points": {"wet": 2}}"#),
        "{file}"
    );
    author.presses("Undo").await;
    author
        .browser
        .page
        .waits_until("document.querySelector('#field-questions-0-choices-3-points-wet').value === ''")
        .await;
    assert_eq!(author.downloads().await, example_file());
}

impl Author {
    async fn presses_key_in_focus(&self, key: Key) {
        let focused = self.browser.page.client.active_element().await.expect("a focus");
        focused.send_keys(&char::from(key).to_string()).await.expect("a key");
    }
}

#[apply(chromium_only!)]
async fn a_part_is_added_moved_duplicated_and_removed_and_all_of_it_undone(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("4. Which of these fit you?").await;
    author.presses("Move up").await;
    author.browser.page.find("heading", "Question 3 of 4").await;
    author.browser.page.focus_is_on("button", "Move up").await;
    author.presses("Duplicate").await;
    author.browser.page.find("heading", "Question 4 of 5").await;
    author.browser.page.focus_is_on("textbox", "Text").await;
    author.presses("Remove").await;
    author.browser.page.find("heading", "Question 4 of 4").await;
    author.presses("Add a cause").await;
    author.browser.page.find("heading", "Cause 4 of 4").await;
    author.browser.page.focus_is_on("textbox", "Article name").await;
    for _ in 0..4 {
        author.presses("Undo").await;
    }
    author.browser.page.find("heading", "Cause 3 of 3").await;
    assert_eq!(author.downloads().await, example_file());
}

#[apply(chromium_only!)]
async fn references_follow_a_renamed_cause(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("1. Roots that stand in water").await;
    author.writes("Id", "dark").await;
    author.presses_key_in_focus(Key::Tab).await;
    author.browser.page.shows("“dark” is the id of another part. The id was not changed.").await;
    author.writes("Id", "soaked").await;
    author.presses_key_in_focus(Key::Tab).await;
    author.browser.page.shows("No problems").await;
    let expected = example_file().replace("\"wet\"", "\"soaked\"");
    assert_eq!(author.downloads().await, expected);
}

#[apply(chromium_only!)]
async fn a_draft_that_is_open_in_another_tab_says_so_until_that_is_closed(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let client = &author.browser.page.client;
    let draft = client.current_url().await.expect("an address");
    let first = client.window().await.expect("a tab");
    let second = client.new_window(true).await.expect("a tab").handle;
    client.switch_to_window(second.clone()).await.expect("the tab");
    client.goto(draft.as_str()).await.expect("the draft");
    author.browser.page.find("heading", "This draft is open in another tab").await;
    client.switch_to_window(first).await.expect("the tab");
    client.close_window().await.expect("a closed tab");
    client.switch_to_window(second).await.expect("the tab");
    author.browser.page.find("heading", "The quiz").await;
}

#[apply(chromium_only!)]
async fn an_empty_quiz_names_what_is_missing(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.presses("An empty quiz Nothing in it. The studio says what is missing.").await;
    author.browser.page.shows("there are none; there must be 2 to 50 causes").await;
    author.browser.page.shows("The preview appears when the file has no problems.").await;
}

#[apply(chromium_only!)]
async fn axe_finds_nothing_in_the_studio(engine: Engine) {
    for dark in [false, true] {
        let author = Author::opens(engine, Window { dark, ..DESK }).await;
        let is_fine = async |panel: &str| {
            axe_finds_nothing(&author.browser.page, &format!("{panel}, dark: {dark}")).await;
        };
        is_fine("drafts").await;
        author.presses(EXAMPLE).await;
        for panel in
            ["The quiz", "1. Which leaves are yellow?", "Points", "1. Roots that stand in water", "Scores"]
        {
            author.presses(panel).await;
            author.browser.page.shows("No problems").await;
            is_fine(panel).await;
        }
        author.presses("The quiz").await;
        author.writes("Title", "").await;
        author.presses("1 problem").await;
        is_fine("problems").await;
    }
}
