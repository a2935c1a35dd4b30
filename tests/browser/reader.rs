//! A reader at a browser: what they do, by mouse or by keyboard alone, and what they then have before them.

use std::collections::BTreeMap;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use super::driver::{Browser, PHONE, Screen};
use super::page::Page;
use super::server::Server;

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
    _browser: Browser,
}

impl Reader {
    /// A reader with a phone, a mouse and nothing before them yet.
    pub(crate) async fn new(hand: Hand) -> Self {
        Self::at(PHONE, hand).await
    }

    pub(crate) async fn at(screen: Screen, hand: Hand) -> Self {
        let server = Server::start().await;
        let browser = Browser::open(screen).await;
        let page = Page { client: browser.client.clone() };
        Self { page, server, hand, _browser: browser }
    }

    /// Opens a page of the build.
    pub(crate) async fn opens(&self, path: &str) {
        let url = format!("{}{path}", self.server.url);
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

    /// Ticks or unticks a box.
    pub(crate) async fn ticks(&self, name: &str) {
        self.uses("checkbox", name, Key::Space).await;
    }

    /// Chooses one of several.
    pub(crate) async fn chooses(&self, name: &str) {
        let choice = self.page.the("radio", name).await;
        match self.hand {
            Hand::Mouse => choice.click().await.expect("it can be pressed"),
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
                let buttons = self.page.names("button").await;
                let next = buttons.iter().find(|name| *name == "Next" || *name == "See my results");
                self.presses(next.unwrap_or_else(|| panic!("no way on among {buttons:?}"))).await;
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
            Hand::Mouse => element.click().await.expect("it can be pressed"),
            Hand::Keyboard => {
                self.tabs_to(role, Some(name)).await;
                self.strikes(key).await;
            }
        }
    }

    /// Goes from one control to the next until one has this role, and this name if one is asked for.
    async fn tabs_to(&self, role: &str, name: Option<&str>) {
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
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key.into() })
            .then(KeyAction::Up { value: key.into() });
        self.page.client.perform_actions(keys).await.expect("a keyboard");
    }

    /// Takes the whole quiz as one of the readers of `quizzes/upper-back-knots.readers.json` does, up to the stop
    /// or the result.
    pub(crate) async fn takes_the_quiz_as(&self, id: &str) {
        let quiz: Value =
            serde_json::from_str(include_str!("../../quizzes/upper-back-knots.json")).expect("JSON");
        let readers: Value =
            serde_json::from_str(include_str!("../../quizzes/upper-back-knots.readers.json")).expect("JSON");
        let readers = readers["readers"].as_array().expect("readers");
        let reader = readers.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no reader {id}"));
        self.starts().await;
        for screen in quiz["screens"].as_array().expect("screens") {
            let ticked = &reader["safety"][screen["id"].as_str().expect("an id")];
            let none = Value::from("none");
            self.answers(screen, if ticked.is_null() { &none } else { ticked }).await;
            if !ticked.is_null() && screen["level"] != "soon" {
                return;
            }
        }
        for question in quiz["questions"].as_array().expect("questions") {
            self.answers(question, &reader["answers"][question["id"].as_str().expect("an id")]).await;
        }
    }

    /// Answers one screen or question and goes on.
    async fn answers(&self, asked: &Value, answer: &Value) {
        let texts: BTreeMap<&str, &str> = asked["choices"]
            .as_array()
            .expect("choices")
            .iter()
            .map(|it| (it["id"].as_str().expect("an id"), it["text"].as_str().expect("a text")))
            .collect();
        let said = |text: &str| text.replace("{soon_after_weeks}", "6");
        self.page.the("group", asked["text"].as_str().expect("a text")).await;
        let picked = match answer {
            Value::String(one) => vec![one.as_str()],
            Value::Array(all) => all.iter().map(|it| it.as_str().expect("an id")).collect(),
            _ => Vec::new(),
        };
        for id in &picked {
            if asked["kind"] == "one" {
                self.chooses(&said(texts[id])).await;
            } else {
                self.ticks(&said(texts[id])).await;
            }
        }
        if picked.is_empty() {
            self.presses("Not sure? Skip this one").await;
        } else {
            self.goes_on().await;
        }
    }
}
