//! Writing a quiz: fields, problems, points, parts and ids.

use fantoccini::key::Key;
use macro_rules_attribute::apply;

use super::{Author, DESK, example_file};
use crate::harness::axe::axe_finds_nothing;
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::window::Window;

#[apply(every_engine!)]
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
    // A worker starts in each engine in its own way.
    author.presses("Fairness").await;
    author.browser.page.shows("Everything is computed.").await;
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
    author.browser.page.does_not_show("This is the last version without problems.").await;
    author.offers_to_undo("change “Title”").await;
    author.presses("Points").await;
    author.presses("1 problem").await;
    author.presses(&format!("Title: {message}")).await;
    author.browser.page.focus_is_on("textbox", "Title").await;
    author.presses_with_control('z').await;
    author.browser.page.shows("No problems").await;
    assert_eq!(author.value_of("Title").await, "Why are my plant's leaves yellow?");
    author.presses("Scores").await;
    author.writes("Margin", "-1").await;
    author.browser.page.shows("The file has problems. This is the last version without problems.").await;
}

#[apply(chromium_only!)]
async fn a_key_that_the_format_does_not_have_is_removed_in_the_list_of_problems(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let title = r#""title": "Why are my plant's leaves yellow?","#;
    let file = example_file().replace(title, &format!("{title}\n  \"subtitel\": \"In pots\","));
    author.chooses_files(&[("plant.json", file.as_bytes())]).await;
    author.presses("1 problem").await;
    author.presses("Remove it: Subtitel").await;
    page.shows("No problems").await;
    author.presses("Save").await;
    page.shows("Saved plant.json.").await;
    assert_eq!(author.file("plant.json").await, example_file());
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
    author.offers_to_undo("add cause 4").await;
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
async fn an_id_is_typed_undone_and_saved_by_keys_before_its_field_is_left(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("2. Push a finger into the soil. How is it?").await;
    author.presses("Add a choice").await;
    author.offers_to_undo("add choice 5 of question 2").await;
    let focus = "
        const field = document.querySelector('#field-questions-1-choices-4-id');
        field.closest('details').open = true;
        field.focus();
        field.select()";
    let is_in_field = "document.activeElement.id === 'field-questions-1-choices-4-id'";
    page.run(focus, vec![]).await;
    let field = page.client.active_element().await.expect("the field");
    let former = field.prop("value").await.expect("a field").expect("an id");
    field.send_keys("clay").await.expect("a field");
    author.presses_with_control('z').await;
    page.shows("Undone: rename choice 5 of question 2 to clay").await;
    page.waits_until(&format!("{is_in_field} && document.activeElement.value === '{former}'")).await;
    page.run(focus, vec![]).await;
    field.send_keys("clay").await.expect("a field");
    assert!(author.downloads_by_key().await.contains(r#""id": "clay""#));
    page.waits_until(is_in_field).await;
    author.presses_with_control('z').await;
    author.presses_with_control('z').await;
    page.shows("Undone: add choice 5 of question 2").await;
    author.presses("Redo").await;
    page.shows("Redone: add choice 5 of question 2").await;
    page.does_not_show("The studio has stopped").await;
}

#[apply(chromium_only!)]
async fn a_removed_cause_takes_its_points_with_it(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("1. Roots that stand in water").await;
    author.presses("Remove").await;
    let file = author.downloads().await;
    assert!(!file.contains("\"wet\":"), "{file}");
    author.presses("Undo").await;
    assert_eq!(author.downloads().await, example_file());
}

#[apply(chromium_only!)]
async fn a_condition_on_parts_that_are_gone_can_be_unticked(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let condition = r#""id": "care", "ask_if": {"any_of": {"where": "gone", "lost": "first"}},"#;
    let file = example_file().replace(r#""id": "care","#, condition);
    author.chooses_files(&[("quiz.json", file.as_bytes())]).await;
    author.browser.page.find("heading", "The quiz").await;
    author.presses("4. Which of these fit you? 2 problems").await;
    author.browser.ticks("gone").await;
    author.browser.ticks("first").await;
    author.browser.page.shows("No problems").await;
}

#[apply(chromium_only!)]
async fn an_empty_quiz_names_what_is_missing(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.presses("An empty quiz No causes and no questions. The studio says what is missing.").await;
    author.browser.page.shows("there are none; there must be 2 to 50 causes").await;
    author.browser.page.shows("The preview appears when there are two causes and a question").await;
}

#[apply(chromium_only!)]
async fn f6_goes_from_panel_to_panel(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    for (role, name) in
        [("button", "The quiz"), ("heading", "The quiz"), ("button", "Desk"), ("button", "The quiz")]
    {
        author.browser.presses_key(Key::F6).await;
        author.browser.page.focus_is_on(role, name).await;
    }
}

#[apply(chromium_only!)]
async fn a_narrow_window_shows_one_panel_at_a_time(engine: Engine) {
    let author = Author::begins(engine, Window { width: 500, ..DESK }).await;
    author.browser.page.does_not_show("Add a question").await;
    author.presses("Parts").await;
    author.presses("2. Push a finger into the soil. How is it?").await;
    author.browser.page.find("heading", "Question 2 of 4").await;
    author.browser.page.does_not_show("Add a question").await;
    author.presses("Preview").await;
    author.browser.page.find("group", "Push a finger into the soil. How is it?").await;
    axe_finds_nothing(&author.browser.page, "preview in a narrow window").await;
}

#[apply(chromium_only!)]
async fn the_preview_goes_from_the_result_of_one_cause_to_that_of_the_next(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let causes = ["Roots that stand in water", "A spot that is too dark", "Soil with nothing left in it"];
    for (number, cause) in (1..).zip(causes) {
        author.presses(&format!("{number}. {cause}")).await;
        author.browser.page.find("heading", &format!("Your answers lean toward: {cause}")).await;
    }
}
