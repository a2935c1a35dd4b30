//! The studio: an author begins with an example, changes it, sees it and publishes it. `make test` builds it.

mod axe;
mod drafts;
mod fairness;
mod import;
mod journey;
mod look;
mod open;
mod photo_storage;
mod photos;
mod publish;
mod reorder;
mod security_policy;
mod test_cases;
mod translations;
mod writing;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::reader::{InputDevice, Reader};
use crate::harness::server::{dist, repository};
use crate::harness::site::{RunningSite, Site};
use crate::harness::window::{REDUCED_MOTION, Window};

/// A small desk.
const DESK: Window = Window { width: 1024, height: 768, ..REDUCED_MOTION };

/// The example that an author begins with.
const EXAMPLE: &str =
    "Why are my plant's leaves yellow? A small quiz with notes for its author. The usual start.";

/// The five-cause quiz among the examples.
const KNOTS: &str = "Which cause is yours? Health: five causes, safety screens that stop the quiz, a course.";

/// Somebody who writes a quiz.
struct Author {
    browser: Reader,
    site: RunningSite,
}

impl Author {
    /// Opens the studio.
    async fn opens(engine: Engine, window: Window) -> Self {
        Self::opens_with(engine, window, InputDevice::Mouse).await
    }

    /// Opens the studio, and uses it by mouse or by keys.
    async fn opens_with(engine: Engine, window: Window, device: InputDevice) -> Self {
        Self::opens_at(Site::default(), engine, window, device).await
    }

    /// Opens the studio on a site, with the headers of the site.
    async fn opens_at(site: Site, engine: Engine, window: Window, device: InputDevice) -> Self {
        let browser = Reader::at(engine, window, device).await;
        let build = dist().join("studio");
        assert!(build.exists(), "the studio: `make test` or `make build` builds it");
        let site = site.folder("/", build).serve().await;
        browser.page.client.goto(&site.url).await.expect("the studio opens");
        browser.page.find("heading", "The studio").await;
        Self { browser, site }
    }

    /// Opens the studio and begins with the example.
    async fn begins(engine: Engine, window: Window) -> Self {
        let author = Self::opens(engine, window).await;
        author.presses(EXAMPLE).await;
        author.browser.page.find("heading", "The quiz").await;
        author
    }

    fn uses_keys(&self) -> bool {
        self.browser.device == InputDevice::Keyboard
    }

    async fn presses(&self, name: &str) {
        self.browser.presses(name).await;
    }

    /// Waits until Undo is for the edit with this name.
    async fn offers_to_undo(&self, edit: &str) {
        let title = json!(format!("Undo: {edit}"));
        let is_offered =
            format!("[...document.querySelectorAll('button')].some((it) => it.title === {title})");
        self.browser.page.waits_until(&is_offered).await;
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

    /// Presses a key where the focus is.
    async fn presses_key_in_focus(&self, key: Key) {
        let focused = self.browser.page.client.active_element().await.expect("a focus");
        focused.send_keys(&char::from(key).to_string()).await.expect("a key");
    }

    /// Opens a file by the button with this label, as if the author had chosen it.
    async fn chooses_file(&self, label: &str, name: &str, text: &str) {
        let give = "const [label, name, text] = arguments;
            const input = [...document.querySelectorAll('input[type=file]')].find((it) => it.parentElement.textContent.trim() === label);
            const files = new DataTransfer();
            files.items.add(new File([text], name));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        self.browser.page.run(give, vec![label.into(), name.into(), text.into()]).await;
    }

    /// Drops files on a part of the page. Files of a page have no place, unlike those of the device.
    async fn drops<B: AsRef<[u8]>>(&self, target: &str, files: &[(&str, B)]) {
        let drop = "const [target, files] = arguments;
            const data = new DataTransfer();
            for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
            const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector(target).dispatchEvent(event);";
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_ref())).collect();
        self.browser.page.run(drop, vec![target.into(), json!(files)]).await;
    }

    /// The text of the file that the author saves: at a place that is in this page only, or as a download where a page cannot save.
    async fn downloads(&self) -> String {
        if self.browser.page.engine != Engine::Chromium {
            return self.browser.downloads_text("Download").await;
        }
        self.gets_a_place_to_save().await;
        self.presses("Save").await;
        self.saved_text().await
    }

    /// The same, saved by Ctrl+S.
    async fn downloads_by_key(&self) -> String {
        self.gets_a_place_to_save().await;
        self.presses_with_control('s').await;
        self.saved_text().await
    }

    async fn gets_a_place_to_save(&self) {
        const PLACE: &str = "
            delete window.saved;
            window.showSaveFilePicker = async ({ suggestedName }) => ({
                name: suggestedName,
                queryPermission: async () => 'granted',
                getFile: async () => new File([], suggestedName, { lastModified: 0 }),
                createWritable: async () => ({ write: async (text) => { window.saved = text; }, close: async () => {} }),
            })";
        self.browser.page.run(PLACE, vec![]).await;
    }

    async fn saved_text(&self) -> String {
        self.browser.page.waits_until("typeof window.saved === 'string'").await;
        let text = self.browser.page.run("return window.saved", vec![]).await;
        text.as_str().expect("a text").to_owned()
    }
}

/// The text of a file among the project's quizzes.
fn quiz_file(name: &str) -> String {
    std::fs::read_to_string(repository().join("quizzes").join(name)).expect("a file")
}

/// The text of the example's file.
fn example_file() -> String {
    quiz_file("starter.json")
}
