//! The whole way of an author: from an empty quiz to a page on which a reader takes it.

use fantoccini::elements::Element;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::json;

use super::{Author, DESK};
use crate::harness::driver;
use crate::harness::engine::Engine;
use crate::harness::engines::mouse_and_keyboard_in_chromium;
use crate::harness::reader::InputDevice;
use crate::harness::server::dist;
use crate::harness::site::Site;

/// The causes: the id that the author gives each, and its name.
const CAUSES: [(&str, &str); 2] = [("hot", "Water too hot"), ("much", "Too much tea")];

/// The questions, each with two choices.
const QUESTIONS: [(&str, [&str; 2]); 3] = [
    ("When do you pour?", ["While it boils", "Some minutes after"]),
    ("Is there a thermometer?", ["No, never", "Yes, always"]),
    ("How do you measure?", ["A good handful", "With a spoon"]),
];

/// The visible fields of the form whose nearest group has a name. Those that have a text in their label come first, because each name that
/// the browser computes costs a request.
const FIELDS_OF_GROUP: &str = "
    const nameOf = (it) => {
        const group = it.closest('[role=group], fieldset');
        return group ? (group.getAttribute('aria-label') ?? group.querySelector('legend').textContent) : '';
    };
    const labelHas = (it) => [it.ariaLabel, ...[...it.labels].map((label) => label.textContent)].join().includes(arguments[1]);
    return [...document.querySelectorAll('#panel-form :is(input[type=text], textarea)')]
        .filter((it) => it.checkVisibility() && nameOf(it) === arguments[0])
        .sort((one, other) => labelHas(other) - labelHas(one))";

impl Author {
    /// Goes to a panel by F6, if the author uses keys.
    async fn goes_to(&self, panel: &str) {
        if self.uses_keys() {
            while self
                .browser
                .page
                .run("return !!document.activeElement.closest(arguments[0])", vec![json!(panel)])
                .await
                != true
            {
                self.browser.presses_key(Key::F6).await;
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
        }
    }

    /// Chooses a part in the outline, or adds one.
    async fn chooses_part(&self, name: &str) {
        self.goes_to("#panel-parts").await;
        self.presses(name).await;
    }

    /// The text field with a name in a group of the form. The group of a field that is in none is empty.
    async fn field_in(&self, group: &str, name: &str) -> Element {
        let page = &self.browser.page;
        for _ in 0..100 {
            for field in page.elements_of(FIELDS_OF_GROUP, vec![json!(group), json!(name)]).await {
                if driver::name(&page.client, &field).await.is_ok_and(|it| it == name) {
                    return field;
                }
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the form has no field “{name}” in “{group}”:\n{}", page.text().await);
    }

    /// Writes a text into a field of the form.
    async fn fills(&self, group: &str, name: &str, text: &str) {
        let field = self.field_in(group, name).await;
        self.types_into(field, text).await;
    }

    /// Moves the focus to a control. When a message comes or goes, the fields below it move, so a click can miss its field. A person sees
    /// that and clicks again. They also scroll to what is under the headings or the sums of the table of points.
    async fn focuses(&self, control: &Element) {
        let element = serde_json::to_value(control).expect("an element");
        for _ in 0..200 {
            let is_focused = "const [control, scrolls] = arguments;
                if (document.activeElement === control) return true;
                if (scrolls) control.scrollIntoView({ block: 'center', behavior: 'instant' })";
            let arguments = vec![element.clone(), json!(!self.uses_keys())];
            if self.browser.page.run(is_focused, arguments).await == true {
                return;
            }
            if self.uses_keys() {
                self.browser.presses_key(Key::Tab).await;
            } else if let Err(error) = control.click().await {
                assert!(error.to_string().contains("click intercepted"), "{error}");
            }
        }
        panic!("the focus never came to the control");
    }

    /// Writes a text into a field, in place of what is in it.
    async fn types_into(&self, field: Element, text: &str) {
        self.focuses(&field).await;
        self.presses_with_control('a').await;
        let focused = self.browser.page.client.active_element().await.expect("a focus");
        focused.send_keys(text).await.expect("a field");
    }

    /// Takes the quiz in the preview, and answers two questions. The test case says what such a reader must get.
    async fn makes_a_test_case(&self, id: &str, answers: &[(usize, usize)], result: &str) {
        self.presses("Start over").await;
        self.takes_the_quiz(answers).await;
        self.presses("This reader must get…").await;
        self.browser.page.shows(&format!("This reader must get: {result}")).await;
        let field = self.browser.page.find("textbox", "Id of the test case").await;
        self.types_into(field, id).await;
        self.presses("Add this test case").await;
    }

    /// Answers some questions and skips the others.
    async fn takes_the_quiz(&self, answers: &[(usize, usize)]) {
        let reader = &self.browser;
        reader.page.find("group", "Is the water itself all right?").await;
        reader.ticks("None of these").await;
        reader.continues().await;
        for (number, (text, choices)) in QUESTIONS.iter().enumerate() {
            reader.page.find("group", text).await;
            match answers.iter().find(|(question, _)| *question == number) {
                Some((_, choice)) => {
                    reader.chooses(choices[*choice]).await;
                    reader.continues().await;
                }
                None => reader.presses("Not sure? Skip this one").await,
            }
        }
    }

    /// Writes the causes, the questions and a safety screen.
    async fn writes_the_parts(&self) {
        self.goes_to("#panel-form").await;
        self.fills("", "Title", "Why is my tea bitter?").await;
        self.chooses_part("Before the start 1 problem").await;
        self.goes_to("#panel-form").await;
        self.fills("Intro", "Lead", "Two usual reasons.").await;
        for (number, (id, name)) in CAUSES.iter().enumerate() {
            self.chooses_part("Add a cause").await;
            self.browser.page.find("heading", &format!("Cause {0} of {0}", number + 1)).await;
            for field in ["Article name", "Label", "Short label"] {
                self.fills("", field, name).await;
            }
            self.fills("", "Summary", "It fits.").await;
            self.fills("", "Means", "Bitter tea.").await;
            self.fills("", "Sureness", "Try it.").await;
            self.fills("", "Id", id).await;
        }
        for (number, (text, choices)) in QUESTIONS.iter().enumerate() {
            self.chooses_part("Add a question").await;
            self.browser.page.find("heading", &format!("Question {0} of {0}", number + 1)).await;
            self.fills("", "Text", text).await;
            for (choice, text) in choices.iter().enumerate() {
                self.fills(&format!("Choice {}", choice + 1), "Text", text).await;
            }
        }
        self.chooses_part("Add a safety screen").await;
        self.browser.page.find("heading", "Safety screen 1 of 1").await;
        self.fills("", "Text", "Is the water itself all right?").await;
        self.fills("Choice 1", "Text", "It smells odd").await;
        self.chooses_part("Care and numbers 1 problem").await;
        self.goes_to("#panel-form").await;
        self.presses("Add care").await;
        self.presses("Add visit").await;
        self.fills("Visit", "Heading", "Ask about the water").await;
        self.fills("Visit", "Body", "Ask your water company about the smell.").await;
        self.fills("Visit", "After", "The tea comes after that.").await;
    }

    /// Gives points in the table of all points.
    async fn gives_points(&self, points: &[(usize, usize, usize)]) {
        self.chooses_part("Points").await;
        self.goes_to("#panel-form").await;
        for (question, choice, cause) in points {
            let cell = format!("{}: {}", QUESTIONS[*question].1[*choice], CAUSES[*cause].1);
            self.fills("", &cell, "3").await;
        }
    }
}

#[apply(mouse_and_keyboard_in_chromium!)]
async fn an_author_makes_a_quiz_from_nothing_and_a_reader_takes_it(engine: Engine, device: InputDevice) {
    let author = Author::opens_with(engine, DESK, device).await;
    let page = &author.browser.page;
    author.presses("An empty quiz No causes and no questions. The studio says what is missing.").await;
    page.find("heading", "The quiz").await;
    author.writes_the_parts().await;
    author.gives_points(&[(0, 0, 0), (1, 0, 0)]).await;
    author.presses("1 problem").await;
    page.shows("no choice gives points to `much`, so no reader can get it").await;
    author.gives_points(&[(0, 1, 1), (2, 0, 1)]).await;
    page.shows("No problems").await;
    author.makes_a_test_case("kettle", &[(0, 0), (1, 0)], "Water too hot").await;
    author.makes_a_test_case("handful", &[(0, 1), (2, 0)], "Too much tea").await;
    page.find("button", "Test cases 2 of 2 pass").await;
    author.chooses_part("Translations").await;
    let languages = page.find("combobox", "Language").await;
    author.focuses(&languages).await;
    languages.send_keys("Deutsch").await.expect("a list");
    author.presses("Add the translation").await;
    page.find("heading", "Deutsch (de)").await;
    let title = page.find("textbox", "The quiz, Title").await;
    author.types_into(title, "Warum ist mein Tee bitter?").await;
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    page.find("heading", "Why is my tea bitter?").await;
    page.run("window.showDirectoryPicker = () => navigator.storage.getDirectory()", vec![]).await;
    author.presses("Save").await;
    page.shows("Saved quiz.json, quiz.de.json.").await;
    author.chooses_part("Publish").await;
    page.find("heading", "Publish").await;
    page.waits_until("!!document.querySelector('.paste textarea')?.value").await;
    let snippet = page.run("return document.querySelector('.paste textarea').value", vec![]).await;
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["quiz.json", "quiz.de.json"] {
        std::fs::write(folder.path().join(name), author.file(name).await).expect("a file");
    }
    let article = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Tea</title>{}",
        snippet.as_str().expect("a text")
    );
    std::fs::write(folder.path().join("article.html"), article).expect("a file");
    let site = Site::default().folder("/", folder.path()).folder("/", dist()).serve().await;
    page.client.goto(&format!("{}article.html", site.url)).await.expect("the article");
    author.presses("Start").await;
    author.takes_the_quiz(&[(0, 0), (1, 0)]).await;
    page.find("heading", "Your answers lean toward: Water too hot").await;
}
