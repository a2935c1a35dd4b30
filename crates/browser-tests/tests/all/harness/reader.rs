//! A reader who uses a page, by mouse or by keyboard only.

use std::cell::Cell;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::Value;

use crate::harness::driver::Browser;
use crate::harness::engine::Engine;
use crate::harness::last_action;
use crate::harness::page::Page;
use crate::harness::server::{Build, Server};
use crate::harness::window::{PHONE, Window};

/// How long to wait before a click on a new screen: longer than the time in which clicks do not count.
pub(crate) const FIRST_MOMENT: Duration = Duration::from_millis(500);

/// How a reader operates the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InputDevice {
    Mouse,
    Keyboard,
}

/// A reader with a page.
pub(crate) struct Reader {
    pub(crate) page: Page,
    pub(crate) server: Server,
    pub(crate) device: InputDevice,
    /// Whether the last press may have led to another screen.
    has_pressed: Cell<bool>,
    _browser: Browser,
}

impl Reader {
    /// A reader with a phone.
    pub(crate) async fn new(engine: Engine, device: InputDevice) -> Self {
        Self::at(engine, PHONE, device).await
    }

    /// A reader with a window of this size and with these settings.
    pub(crate) async fn at(engine: Engine, screen: Window, device: InputDevice) -> Self {
        Self::with(Build::Release, engine, screen, device).await
    }

    /// A reader of this build.
    pub(crate) async fn of(build: Build, engine: Engine, device: InputDevice) -> Self {
        Self::with(build, engine, PHONE, device).await
    }

    /// A reader in a time zone.
    pub(crate) async fn in_time_zone(engine: Engine, time_zone: &str) -> Self {
        let server = Server::start(Build::Release).await;
        let browser = Browser::open_in(engine, PHONE, time_zone).await;
        let page = Page { client: browser.client.clone(), engine };
        Self { page, server, device: InputDevice::Mouse, has_pressed: Cell::default(), _browser: browser }
    }

    async fn with(build: Build, engine: Engine, screen: Window, device: InputDevice) -> Self {
        let server = Server::start(build).await;
        let browser = Browser::open(engine, screen).await;
        let page = Page { client: browser.client.clone(), engine };
        Self { page, server, device, has_pressed: Cell::default(), _browser: browser }
    }

    /// Waits before the next click, because clicks in the first moment of a screen do not count.
    pub(crate) fn waits_before_the_next_click(&self) {
        self.has_pressed.set(true);
    }

    /// Changes the reader's settings while the page is open, in Chromium. Waits until the page is painted with them.
    pub(crate) async fn changes_settings(&self, settings: Window) {
        self.page.engine.apply_settings(&self.page.client, settings).await;
        let painted = "const [done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => done(matchMedia('(prefers-color-scheme: dark)').matches)))";
        assert_eq!(self.page.run_async(painted).await, settings.dark, "the page has the settings");
    }

    /// Opens a page of the build.
    pub(crate) async fn opens(&self, path: &str) {
        self.goes_to(&format!("{}{path}", self.server.url)).await;
    }

    /// Opens the page at an address.
    pub(crate) async fn goes_to(&self, url: &str) {
        last_action::set(format!("opens {url}"));
        self.page.client.goto(url).await.expect("the page opens");
        self.has_pressed.set(false);
    }

    /// Opens the article and presses Start.
    pub(crate) async fn starts(&self) {
        self.opens("").await;
        self.presses("Start the safety check").await;
        self.page.find("group", "First, is any of this happening with your pain?").await;
    }

    /// Opens this page in place of the article, and forgets earlier requests.
    pub(crate) async fn opens_page(&self, html: impl Into<String>) {
        self.server.update(|state| {
            state.texts.insert("index.html", html.into());
            state.requested.clear();
        });
        self.opens("").await;
    }

    /// Waits until the loader has defined the element.
    pub(crate) async fn waits_for_the_element(&self) {
        let defined =
            "const [done] = arguments; customElements.whenDefined('which-cause').then(() => done())";
        self.page.run_async(defined).await;
    }

    /// Runs a script in which `quiz` is the first quiz of the page, and which may lead to another screen.
    pub(crate) async fn runs_on_quiz(&self, script: &str) -> Value {
        self.waits_before_the_next_click();
        self.asks_quiz(script).await
    }

    /// Runs a script in which `quiz` is the first quiz of the page, and which changes nothing.
    pub(crate) async fn asks_quiz(&self, script: &str) -> Value {
        self.page.run(&format!("const quiz = document.querySelector('which-cause'); {script}"), vec![]).await
    }

    /// Presses a button.
    pub(crate) async fn presses(&self, name: &str) {
        self.uses("button", name, Key::Enter).await;
    }

    /// Follows a link.
    pub(crate) async fn follows(&self, name: &str) {
        self.uses("link", name, Key::Enter).await;
    }

    /// Opens or closes a `details` element by its summary.
    pub(crate) async fn opens_details(&self, name: &str) {
        self.uses("disclosure", name, Key::Enter).await;
    }

    /// Ticks or unticks a checkbox.
    pub(crate) async fn ticks(&self, name: &str) {
        self.uses("checkbox", name, Key::Space).await;
    }

    /// Picks a radio button.
    pub(crate) async fn chooses(&self, name: &str) {
        match self.device {
            InputDevice::Mouse => self.clicks(self.page.find("radio", name).await).await,
            InputDevice::Keyboard => {
                // The group is one tab stop. The arrow keys pick in it.
                self.tabs_to("radio", name, "it.type === 'radio' && it.name === wanted.name").await;
                let choice = self.page.find("radio", name).await;
                if self.page.focus_meets("it === wanted", &choice).await == true {
                    self.presses_key(Key::Space).await;
                }
                for _ in 0..20 {
                    if choice.is_selected().await.expect("it is there") {
                        return;
                    }
                    self.presses_key(Key::Down).await;
                }
                panic!("the arrow keys never chose “{name}”");
            }
        }
    }

    /// Continues to the next screen.
    pub(crate) async fn continues(&self) {
        match self.device {
            InputDevice::Mouse => {
                self.clicks(self.page.find_one_of("button", &["Next", "See my results"]).await).await;
                self.has_pressed.set(true);
            }
            // Enter on a choice submits the form.
            InputDevice::Keyboard => self.presses_key(Key::Enter).await,
        }
    }

    /// Ticks “None of these” on all three safety screens.
    pub(crate) async fn ticks_no_flags(&self) {
        for question in [
            "First, is any of this happening with your pain?",
            "Next, do any of these fit you?",
            "Last safety question. Do any of these fit?",
        ] {
            self.page.find("group", question).await;
            self.ticks("None of these").await;
            self.continues().await;
        }
    }

    async fn uses(&self, role: &str, name: &str, key: Key) {
        match self.device {
            InputDevice::Mouse => {
                self.clicks(self.page.find(role, name).await).await;
                if role == "button" {
                    self.has_pressed.set(true);
                }
            }
            InputDevice::Keyboard => {
                self.tabs_to(role, name, "it === wanted").await;
                self.presses_key(key).await;
            }
        }
    }

    /// Clicks on an element. In a frame, the drivers of Firefox and WebKit scroll only the frame and then miss an element that is out of
    /// view on the page around it. So this scrolls that page first.
    async fn clicks(&self, element: Element) {
        const IN_A_QUIZ: &str =
            "return !!(arguments[0].getRootNode().host ?? arguments[0].closest('which-cause, .which-cause'))";
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
        last_action::set("click");
        let json = |element: &Element| serde_json::to_value(element).expect("an element");
        // Only in a quiz, a click in the first moment of a screen does not count.
        if self.has_pressed.get() && self.page.run(IN_A_QUIZ, vec![json(&element)]).await == true {
            self.has_pressed.set(false);
            tokio::time::sleep(FIRST_MOMENT).await;
        }
        let place = self.page.run(IN_THE_FRAME, vec![json(&element)]).await;
        let framed = !place.is_null();
        if framed {
            self.page.client.enter_parent_frame().await.expect("the page around it");
            let iframe = self.page.client.find(Locator::Css("iframe")).await.expect("the frame");
            self.page.run(AROUND_IT, vec![json(&iframe), place]).await;
            iframe.enter_frame().await.expect("the frame");
        }
        match element.click().await {
            // A click on a link that leaves the frame may remove the frame before the driver responds.
            Err(error) if framed && error.to_string().contains("frame detached") => {}
            pressed => pressed.expect("it can be pressed"),
        }
    }

    /// Clicks at a point of the window, and again after each gap of so many milliseconds.
    pub(crate) async fn clicks_at(&self, [x, y]: [f64; 2], gaps: &[u64]) {
        last_action::set(format!("click at {x}, {y}"));
        let press = [
            PointerAction::Down { button: MOUSE_BUTTON_LEFT },
            PointerAction::Up { button: MOUSE_BUTTON_LEFT },
        ];
        let mut actions = vec![PointerAction::MoveTo { duration: None, x, y }];
        actions.extend(press.clone());
        for gap in gaps {
            actions.push(PointerAction::Pause { duration: Duration::from_millis(*gap) });
            actions.extend(press.clone());
        }
        let mouse = actions.into_iter().fold(MouseActions::new("mouse".to_owned()), InputSource::then);
        self.page.client.perform_actions(Actions::from(mouse)).await.expect("a mouse");
    }

    /// Presses Tab until the focus is on the element with this role and name, or on another one by this condition of [`Page::focus_meets`].
    async fn tabs_to(&self, role: &str, name: &str, condition: &str) {
        let mut wanted = self.page.find(role, name).await;
        let mut passed = Vec::new();
        for _ in 0..200 {
            match self.page.focus_meets(condition, &wanted).await {
                Value::Bool(true) => return,
                // An element that is rendered again meanwhile is gone.
                Value::Null => wanted = self.page.find(role, name).await,
                other => {
                    passed.push(other);
                    self.presses_key(Key::Tab).await;
                }
            }
        }
        panic!("the tab key never came to the {role} “{name}”; it came by {passed:?}");
    }

    /// Presses a key.
    pub(crate) async fn presses_key(&self, key: Key) {
        last_action::set(format!("press {key:?}"));
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key.into() })
            .then(KeyAction::Up { value: key.into() });
        self.page.client.perform_actions(keys).await.expect("a keyboard");
    }
}
