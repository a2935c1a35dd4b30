//! A reader at a browser: what they do, by mouse or by keyboard alone, and what they then have before them.

use std::cell::Cell;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::Value;

use crate::harness::driver::Browser;
use crate::harness::engine::Engine;
use crate::harness::last_action::doing;
use crate::harness::page::Page;
use crate::harness::screen::{PHONE, Screen};
use crate::harness::server::{Build, Server};

/// What a reader has their hand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    Mouse,
    Keyboard,
}

/// A reader with a page before them.
pub(crate) struct Reader {
    pub(crate) page: Page,
    pub(crate) server: Server,
    hand: Hand,
    /// Whether their last press may have brought another screen.
    has_pressed: Cell<bool>,
    _browser: Browser,
}

impl Reader {
    /// A reader with a phone, a mouse and nothing before them yet.
    pub(crate) async fn new(engine: Engine, hand: Hand) -> Self {
        Self::at(engine, PHONE, hand).await
    }

    /// A reader at a screen.
    pub(crate) async fn at(engine: Engine, screen: Screen, hand: Hand) -> Self {
        Self::with(Build::Release, engine, screen, hand).await
    }

    /// A reader of one of the builds.
    pub(crate) async fn of(build: Build, engine: Engine, hand: Hand) -> Self {
        Self::with(build, engine, PHONE, hand).await
    }

    /// A reader whose device has a time zone.
    pub(crate) async fn in_time_zone(engine: Engine, time_zone: &str) -> Self {
        let server = Server::start(Build::Release).await;
        let browser = Browser::open_in(engine, PHONE, time_zone).await;
        let page = Page { client: browser.client.clone(), engine };
        Self { page, server, hand: Hand::Mouse, has_pressed: Cell::default(), _browser: browser }
    }

    async fn with(build: Build, engine: Engine, screen: Screen, hand: Hand) -> Self {
        let server = Server::start(build).await;
        let browser = Browser::open(engine, screen).await;
        let page = Page { client: browser.client.clone(), engine };
        Self { page, server, hand, has_pressed: Cell::default(), _browser: browser }
    }

    /// Has the reader's next press by mouse come when it is taken: in the first moment of a screen it is not.
    pub(crate) fn may_have_another_screen(&self) {
        self.has_pressed.set(true);
    }

    /// Opens a page of the build.
    pub(crate) async fn opens(&self, path: &str) {
        let url = format!("{}{path}", self.server.url);
        doing(format!("opens {url}"));
        self.page.client.goto(&url).await.expect("the page opens");
    }

    /// Opens the article and presses Start.
    pub(crate) async fn starts(&self) {
        self.opens("").await;
        self.presses("Start the safety check").await;
        self.page.the("group", "First, is any of this happening with your pain?").await;
    }

    /// Presses a button.
    pub(crate) async fn presses(&self, name: &str) {
        self.uses("button", name, Key::Enter).await;
    }

    /// Follows a link.
    pub(crate) async fn follows(&self, name: &str) {
        self.uses("link", name, Key::Enter).await;
    }

    /// Opens or closes what is folded.
    pub(crate) async fn unfolds(&self, name: &str) {
        self.uses("disclosure", name, Key::Enter).await;
    }

    /// Ticks or unticks a box.
    pub(crate) async fn ticks(&self, name: &str) {
        self.uses("checkbox", name, Key::Space).await;
    }

    /// Chooses one of several.
    pub(crate) async fn chooses(&self, name: &str) {
        let choice = self.page.the("radio", name).await;
        match self.hand {
            Hand::Mouse => self.clicks(choice).await,
            Hand::Keyboard => {
                // The group is one stop for the tab key; the arrows choose in it.
                self.tabs_to("radio", None).await;
                if self.page.focus().await.is_some_and(|(_, focused)| focused == name) {
                    self.strikes(Key::Space).await;
                }
                for _ in 0..20 {
                    if choice.is_selected().await.expect("it is there") {
                        return;
                    }
                    self.strikes(Key::Down).await;
                }
                panic!("the arrow keys never chose “{name}”");
            }
        }
    }

    /// Goes on to the next screen.
    pub(crate) async fn goes_on(&self) {
        match self.hand {
            Hand::Mouse => {
                self.clicks(self.page.the_one_of("button", &["Next", "See my results"]).await).await;
                self.has_pressed.set(true);
            }
            // Enter on a choice goes on, as in any form.
            Hand::Keyboard => self.strikes(Key::Enter).await,
        }
    }

    /// Has none of the flags of the screening.
    pub(crate) async fn has_no_flags(&self) {
        for question in [
            "First, is any of this happening with your pain?",
            "Next, do any of these fit you?",
            "Last safety question. Do any of these fit?",
        ] {
            self.page.the("group", question).await;
            self.ticks("None of these").await;
            self.goes_on().await;
        }
    }

    async fn uses(&self, role: &str, name: &str, key: Key) {
        let element = self.page.the(role, name).await;
        match self.hand {
            Hand::Mouse => {
                self.clicks(element).await;
                self.has_pressed.set(role == "button");
            }
            Hand::Keyboard => {
                self.tabs_to(role, Some(name)).await;
                self.strikes(key).await;
            }
        }
    }

    /// Clicks on something. In a frame what is out of view in the page around it would be clicked in vain, in Firefox
    /// and in WebKit: their drivers scroll the frame alone. So the reader scrolls, which in WebKit no script in a frame
    /// can do for a page of another origin.
    async fn clicks(&self, element: Element) {
        const IN_THE_FRAME: &str = "
            if (window === top) return null;
            arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const { y, bottom } = arguments[0].getBoundingClientRect();
            return [y, bottom];
        ";
        const AROUND_IT: &str = "
            const [iframe, [y, bottom]] = arguments, at = iframe.getBoundingClientRect().y;
            const by = at + y < 0 ? at + y : Math.max(0, at + bottom - innerHeight);
            if (by) scrollBy({ top: by, behavior: 'instant' });
        ";
        doing("clicks on something");
        // A press in the first moment of a screen, or the second of a double click, is not taken. No reader is that quick.
        if self.has_pressed.take() {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        let json = |element: &Element| serde_json::to_value(element).expect("an element");
        let place = self.page.run(IN_THE_FRAME, vec![json(&element)]).await;
        let framed = !place.is_null();
        if framed {
            self.page.client.enter_parent_frame().await.expect("the page around it");
            let iframe = self.page.client.find(Locator::Css("iframe")).await.expect("the frame");
            self.page.run(AROUND_IT, vec![json(&iframe), place]).await;
            iframe.enter_frame().await.expect("the frame");
        }
        match element.click().await {
            // A press that leads out of a frame takes the frame along, at times before the driver has said that it pressed.
            Err(error) if framed && error.to_string().contains("frame detached") => {}
            pressed => pressed.expect("it can be pressed"),
        }
    }

    /// Goes from one control to the next until one has this role, and this name if one is asked for.
    async fn tabs_to(&self, role: &str, name: Option<&str>) {
        let role = if role == "disclosure" { self.page.engine.disclosure() } else { role };
        let mut passed = Vec::new();
        for _ in 0..60 {
            if let Some((is, called)) = self.page.focus().await {
                if is == role && name.is_none_or(|name| called == name) {
                    return;
                }
                passed.push(called);
            }
            self.strikes(Key::Tab).await;
        }
        panic!("the tab key never came to the {role} {name:?}; it came by {passed:?}");
    }

    /// Strikes a key, wherever the focus is.
    pub(crate) async fn strikes(&self, key: Key) {
        doing(format!("strikes {key:?}"));
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key.into() })
            .then(KeyAction::Up { value: key.into() });
        self.page.client.perform_actions(keys).await.expect("a keyboard");
    }

    /// Takes the whole quiz with the answers of a test case in `quizzes/upper-back-knots.test-cases.json`, up to the stop
    /// or the result.
    pub(crate) async fn takes_the_quiz_as(&self, id: &str) {
        self.starts().await;
        self.answers_as(id, async || ()).await;
    }

    /// Does so from the first screen on, which is there already. `meanwhile` looks at each screen before it is answered.
    pub(crate) async fn answers_as(&self, id: &str, meanwhile: impl AsyncFn()) {
        let quiz: Value =
            serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.json")).expect("JSON");
        self.answers_in(&quiz, id, meanwhile).await;
    }

    /// The same in the words of a translation.
    pub(crate) async fn answers_in(&self, quiz: &Value, id: &str, meanwhile: impl AsyncFn()) {
        let readers: Value =
            serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.test-cases.json"))
                .expect("JSON");
        let readers = readers["test_cases"].as_array().expect("test cases");
        let reader = readers.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no reader {id}"));
        for screen in quiz["screens"].as_array().expect("screens") {
            let ticked = &reader["safety"][screen["id"].as_str().expect("an id")];
            let none = Value::from("none");
            self.page.the("group", screen["text"].as_str().expect("a text")).await;
            meanwhile().await;
            self.answers(quiz, screen, if ticked.is_null() { &none } else { ticked }).await;
            if !ticked.is_null() && screen["level"] != "soon" {
                return;
            }
        }
        for question in quiz["questions"].as_array().expect("questions") {
            self.page.the("group", question["text"].as_str().expect("a text")).await;
            meanwhile().await;
            self.answers(quiz, question, &reader["answers"][question["id"].as_str().expect("an id")]).await;
        }
    }

    /// Answers one screen or question and goes on.
    async fn answers(&self, quiz: &Value, asked: &Value, answer: &Value) {
        let words = |name: &str| quiz["words"][name].as_str().expect("a text");
        // Six weeks are `few` in Arabic.
        let weeks = &quiz["care"]["weeks"];
        let weeks = weeks.get("few").unwrap_or(&weeks["other"]).as_str().expect("a text");
        let weeks = weeks.replace("{n}", &quiz["care"]["soon_after_weeks"].to_string());
        self.page.the("group", asked["text"].as_str().expect("a text")).await;
        let picked: Vec<&str> = match answer {
            Value::String(one) => vec![one],
            Value::Array(all) => all.iter().map(|it| it.as_str().expect("an id")).collect(),
            _ => Vec::new(),
        };
        // From top to bottom, as the tab key goes: from the last thing on a page it leads elsewhere in each browser.
        for choice in asked["choices"].as_array().expect("choices") {
            if !picked.contains(&choice["id"].as_str().expect("an id")) {
                continue;
            }
            let text = choice["text"].as_str().expect("a text").replace("{soon_after_weeks}", &weeks);
            if asked["kind"] == "one" {
                self.chooses(&text).await;
            } else {
                self.ticks(&text).await;
            }
        }
        if picked.is_empty() {
            self.presses(words("skip")).await;
        } else if self.hand == Hand::Keyboard {
            // Enter on a choice goes on, as in any form.
            self.strikes(Key::Enter).await;
        } else {
            let is_last = quiz["questions"].as_array().expect("questions").last() == Some(asked);
            self.presses(words(if is_last { "finish" } else { "next" })).await;
        }
    }
}
