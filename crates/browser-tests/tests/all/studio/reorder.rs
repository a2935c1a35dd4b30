//! Parts are moved by dragging and by keys. The outline has a hundred of them.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::{Author, DESK, example_file};
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};

impl Author {
    /// Drags an element to another one, in small steps as a hand does.
    async fn drags(&self, from: &Element, to: &Element) {
        // The near end of the other element as seen from the first one.
        const PLACES: &str = "const [from, to] = [...arguments].map((it) => it.getBoundingClientRect());
            const x = from.x + from.width / 2;
            return [[x, from.y + from.height / 2], [x, to.y + to.height * (to.y < from.y ? 0.2 : 0.8)]]";
        let json = |element: &Element| serde_json::to_value(element).expect("an element");
        let places = self.browser.page.run(PLACES, vec![json(from), json(to)]).await;
        let place = |of: usize, axis: usize| places[of][axis].as_f64().expect("a number");
        let step = |part: f64| {
            let between = |axis| place(0, axis) + (place(1, axis) - place(0, axis)) * part;
            PointerAction::MoveTo {
                duration: Some(std::time::Duration::from_millis(20)),
                x: between(0),
                y: between(1),
            }
        };
        let mut mouse = MouseActions::new("mouse".to_owned())
            .then(step(0.0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for number in 1..=10 {
            mouse = mouse.then(step(f64::from(number) / 10.0));
        }
        mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.browser.page.client.perform_actions(mouse).await.expect("a mouse");
    }

    /// The handles of the items of the form.
    async fn handles(&self) -> Vec<Element> {
        let handles = fantoccini::Locator::Css(".item .drag-handle");
        self.browser.page.client.find_all(handles).await.expect("handles")
    }

    /// Presses an arrow key with Alt.
    async fn presses_with_alt(&self, key: Key) {
        let focused = self.browser.page.client.active_element().await.expect("a focus");
        let keys = format!("{}{}{}", char::from(Key::Alt), char::from(key), char::from(Key::Null));
        focused.send_keys(&keys).await.expect("keys");
    }

    /// The ids of a list of the downloaded file.
    async fn downloads_ids(&self, list: &str) -> Vec<String> {
        let file: Value = serde_json::from_str(&self.downloads().await).expect("JSON");
        let items = file.pointer(list).and_then(Value::as_array).expect("a list");
        items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
    }
}

#[apply(every_engine!)]
async fn a_question_is_dragged_to_another_place(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("2. Push a finger into the soil. How is it?").await;
    let from = page.find("button", "4. Which of these fit you?").await;
    let to = page.find("button", "1. Which leaves are yellow?").await;
    author.drags(&from, &to).await;
    page.find("button", "1. Which of these fit you?").await;
    page.focus_is_on("button", "1. Which of these fit you?").await;
    page.shows("Move question 4 to place 1").await;
    // The form is still that of the same question.
    page.find("heading", "Question 3 of 4").await;
    page.find("button", "4. What else do you see?").await;
    assert_eq!(author.downloads_ids("/questions").await, ["care", "where", "soil", "signs"]);
    author.presses("Undo").await;
    page.find("button", "4. Which of these fit you?").await;
    assert_eq!(author.downloads().await, example_file());
}

#[apply(chromium_only!)]
async fn a_choice_is_dragged_by_its_handle(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("1. Which leaves are yellow?").await;
    author.browser.page.find("heading", "Question 1 of 4").await;
    let handles = author.handles().await;
    let center = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    author.browser.page.run(center, vec![json!(handles[1])]).await;
    author.drags(&handles[1], &handles[0]).await;
    author.browser.page.focus_is_on("button", "Move Choice 1 up").await;
    let ids = author.downloads_ids("/questions/0/choices").await;
    assert_eq!(ids, ["all", "low", "far", "some"]);
    author.presses("Undo").await;
    assert_eq!(author.downloads().await, example_file());
}

#[apply(chromium_only!)]
async fn parts_are_moved_with_alt_and_an_arrow_key(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("1. Which leaves are yellow?").await;
    author.presses_with_alt(Key::Down).await;
    page.focus_is_on("button", "2. Which leaves are yellow?").await;
    page.find("heading", "Question 2 of 4").await;
    author.presses_with_alt(Key::Up).await;
    page.focus_is_on("button", "1. Which leaves are yellow?").await;
    // There is no place above the first one.
    author.presses_with_alt(Key::Up).await;
    assert_eq!(author.downloads().await, example_file());
    author.presses("Remove Choice 3").await;
    author.presses("Undo").await;
    author.presses("Move Choice 3 up").await;
    page.focus_is_on("button", "Move Choice 2 up").await;
    author.presses_with_alt(Key::Down).await;
    page.focus_is_on("button", "Move Choice 3 up").await;
    page.shows("Kept in this browser").await;
    page.does_not_show("Changes since the last save").await;
}

#[apply(chromium_only!)]
async fn the_outline_of_a_hundred_questions_is_for_keys_and_follows_the_author(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.chooses_files(&[("large.json", large_quiz(100, 2).to_string().as_bytes())]).await;
    author.browser.page.find("heading", "The quiz").await;
    let page = &author.browser.page;
    author.presses("1. Question number 1").await;
    author.presses_key_in_focus(Key::Down).await;
    page.focus_is_on("button", "2. Question number 2").await;
    author.presses_key_in_focus(Key::End).await;
    page.focus_is_on("button", "Publish").await;
    author.presses_key_in_focus(Key::Home).await;
    page.focus_is_on("button", "The quiz").await;
    author.presses("Add a question").await;
    page.find("heading", "Question 101 of 101").await;
    let is_in_view = "(() => {
        const [entry, outline] = ['.outline [aria-current]', '.outline']
            .map((it) => document.querySelector(it).getBoundingClientRect());
        return entry.top >= outline.top && entry.bottom <= outline.bottom;
    })()";
    page.waits_until(is_in_view).await;
    author.presses("Questions 101").await;
    page.waits_until("!document.querySelector('.outline').innerText.includes('Question number')").await;
}

#[apply(chromium_only!)]
async fn a_full_list_says_that_there_can_be_no_more(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    author.chooses_files(&[("large.json", large_quiz(1, 50).to_string().as_bytes())]).await;
    author.browser.page.find("heading", "The quiz").await;
    let page = &author.browser.page;
    let button = page.find("button", "Add a cause").await;
    assert_eq!(button.attr("aria-disabled").await.expect("a button").as_deref(), Some("true"));
    page.shows("There are 50, and there can be no more.").await;
    author.presses("Add a cause").await;
    page.find("heading", "The quiz").await;
    author.presses("50. Cause number 50").await;
    author.presses("Remove").await;
    page.find("heading", "Cause 49 of 49").await;
    author.presses("Add a cause").await;
    page.find("heading", "Cause 50 of 50").await;
}

/// The example with this number of questions and causes.
fn large_quiz(questions: usize, causes: usize) -> Value {
    let mut file: Value = serde_json::from_str(&example_file()).expect("JSON");
    let copies = |of: &Value, key: &str, name: &str, count: usize| -> Value {
        let copy = |number: usize| {
            let mut copy = of.clone();
            copy["id"] = json!(if number == 1 {
                of["id"].as_str().unwrap_or_default().to_owned()
            } else {
                format!("n{number}")
            });
            copy[key] = json!(format!("{name} number {number}"));
            copy
        };
        (1..=count).map(copy).collect()
    };
    let mut question = file["questions"][0].clone();
    file["causes"] = copies(&file["causes"][0], "label", "Cause", causes);
    let causes = file["causes"].as_array().expect("causes").iter();
    let points: Value =
        causes.map(|cause| (cause["id"].as_str().expect("an id").to_owned(), json!(1))).collect();
    for choice in question["choices"].as_array_mut().expect("choices") {
        choice["points"] = points.clone();
    }
    file["questions"] = copies(&question, "text", "Question", questions);
    file.as_object_mut().expect("an object").remove("test_cases");
    file
}
