//! A page as its reader sees it: texts, roles and names, and the focus, also inside open shadow roots.

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::harness::driver;
use crate::harness::engine::Engine;
use crate::harness::last_action;
use crate::harness::page_scripts::{FOCUSED, TEXT, VISIBLE};

/// How long a test waits for something.
const TIMEOUT: Duration = Duration::from_secs(20);

/// How long only elements with the name in their markup are looked at. After that, a name may also come from elsewhere.
const MARKUP_ONLY: Duration = Duration::from_secs(3);

/// Waits a moment before the next try. Panics with a message if the time since the first try is over.
async fn retry_in_a_moment(since: Instant, missing: impl AsyncFnOnce() -> String) {
    assert!(since.elapsed() < TIMEOUT, "{}", missing().await);
    // What takes longer is often a computation, from which each look at the page takes time.
    let pause = if since.elapsed() < Duration::from_secs(1) { 25 } else { 100 };
    tokio::time::sleep(Duration::from_millis(pause)).await;
}

/// A page in a browser.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
}

impl Page {
    /// Runs a script and returns its value.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        last_action::set(format!("runs {script}"));
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    /// Runs a script, and returns null if it fails: between one page and the next, each engine fails in its own way.
    async fn try_run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_default()
    }

    /// Runs a script that calls its last argument when it is done.
    pub(crate) async fn run_async(&self, script: &str) -> Value {
        self.run_async_with(script, vec![]).await
    }

    /// The same with further arguments before that one.
    pub(crate) async fn run_async_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute_async(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    fn element(&self, value: &Value) -> Option<Element> {
        // The key of an element in WebDriver: <https://w3c.github.io/webdriver/#elements>.
        let id = value["element-6066-11e4-a52e-4f735466cecf"].as_str()?;
        Some(Element::from_element_id(self.client.clone(), id.to_owned().into()))
    }

    /// The visible elements that could have a role, and one of some names.
    async fn candidates(&self, role: &str, names: Option<&[&str]>) -> Vec<Element> {
        let selector = match role {
            "button" => "button",
            "link" => "a[href]",
            "radio" => "input[type=radio]",
            "checkbox" => "input[type=checkbox]",
            "heading" => "h1, h2, h3, h4",
            "group" => "fieldset",
            "image" => "svg[role], img",
            "disclosure" => "summary",
            "combobox" => "select",
            "textbox" => "textarea, input[type=text]",
            "slider" => "input[type=range]",
            _ => panic!("{role} has no selector yet"),
        };
        self.elements_of(VISIBLE, vec![json!(selector), json!(names)]).await
    }

    /// The elements that a script returns in a list.
    pub(crate) async fn elements_of(&self, script: &str, arguments: Vec<Value>) -> Vec<Element> {
        let Value::Array(found) = self.try_run(script, arguments).await else {
            return Vec::new();
        };
        found.iter().map(|it| self.element(it).expect("an element")).collect()
    }

    /// Whether an element has a role, as the browser computes it. An error if the element is gone.
    async fn is_a(&self, role: &str, element: &Element) -> Result<bool, CmdError> {
        let called = if role == "disclosure" { self.engine.disclosure() } else { role };
        Ok(driver::role(&self.client, element).await? == called)
    }

    /// The names of all elements with a role, in order. An error if an element is gone.
    async fn names_now(&self, role: &str) -> Result<Vec<String>, CmdError> {
        let mut names = Vec::new();
        for element in self.candidates(role, None).await {
            if self.is_a(role, &element).await? {
                names.push(driver::name(&self.client, &element).await?);
            }
        }
        Ok(names)
    }

    /// The names of all elements with a role, in order, as soon as two tries in a row give the same: browsers compute roles some time
    /// after rendering.
    pub(crate) async fn names_of(&self, role: &str) -> Vec<String> {
        last_action::set(format!("names of every {role}"));
        let start = Instant::now();
        let mut before = None;
        loop {
            let now = self.names_now(role).await.ok();
            if let Some(names) = &now
                && now == before
            {
                return names.clone();
            }
            retry_in_a_moment(start, async || format!("the names of every {role} keep changing: {now:?}"))
                .await;
            before = now;
        }
    }

    /// Waits for the one element with this role and name.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Element {
        self.find_one_of(role, &[name]).await
    }

    /// Waits for the one element with this role and one of these names.
    pub(crate) async fn find_one_of(&self, role: &str, names: &[&str]) -> Element {
        let called = format!("“{}”", names.join("” or “"));
        last_action::set(format!("find the {role} {called}"));
        let start = Instant::now();
        loop {
            let mut found = Vec::new();
            let in_markup = (start.elapsed() < MARKUP_ONLY).then_some(names);
            for element in self.candidates(role, in_markup).await {
                // An element that is rendered again meanwhile is gone.
                let Ok(name) = driver::name(&self.client, &element).await else { continue };
                if names.contains(&&*name) && self.is_a(role, &element).await.unwrap_or(false) {
                    found.push(element);
                }
            }
            if found.len() == 1 {
                return found.remove(0);
            }
            let missing = async || {
                let (number, text) = (found.len(), self.text().await);
                let others = self.names_now(role).await;
                format!(
                    "the page has {number} of: {role} {called}; other names are {others:?}\nthe page shows:\n{text}"
                )
            };
            retry_in_a_moment(start, missing).await;
        }
    }

    /// The visible text, with a line for each block.
    pub(crate) async fn text(&self) -> String {
        self.run(TEXT, vec![]).await.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Waits until the page shows a text.
    pub(crate) async fn shows(&self, expected: &str) {
        last_action::set(format!("wait for “{expected}”"));
        let start = Instant::now();
        loop {
            if self.try_run(TEXT, vec![]).await.as_str().is_some_and(|text| text.contains(expected)) {
                return;
            }
            retry_in_a_moment(start, async || {
                format!("“{expected}” is not on the page, which shows:\n{}", self.text().await)
            })
            .await;
        }
    }

    /// Waits until a JavaScript expression is true.
    pub(crate) async fn waits_until(&self, expression: &str) {
        last_action::set(format!("waits until {expression}"));
        let start = Instant::now();
        while self.try_run(&format!("return {expression}"), vec![]).await != json!(true) {
            retry_in_a_moment(start, async || format!("never true: {expression}")).await;
        }
    }

    /// Makes sure that the page does not show a text.
    pub(crate) async fn does_not_show(&self, unexpected: &str) {
        let text = self.text().await;
        assert!(!text.contains(unexpected), "“{unexpected}” is on the page:\n{text}");
    }

    /// The role and the name of the focused element.
    pub(crate) async fn focus(&self) -> Option<(String, String)> {
        let start = Instant::now();
        loop {
            let element = self.element(&self.try_run(FOCUSED, vec![]).await)?;
            let role = driver::role(&self.client, &element).await;
            let name = driver::name(&self.client, &element).await;
            match (role, name) {
                (Ok(role), Ok(name)) => return Some((role, name)),
                // An element that is rendered again meanwhile is gone.
                result => {
                    retry_in_a_moment(start, async || {
                        format!("the focused element has no role and name: {result:?}")
                    })
                    .await;
                }
            }
        }
    }

    /// Whether the focused element meets a condition, in which it is called `it` and another element `wanted`. If it does not, this is the
    /// beginning of its markup. If the other element is gone, this is null.
    pub(crate) async fn focus_meets(&self, condition: &str, wanted: &Element) -> Value {
        let script = format!(
            "const [wanted] = arguments, it = (() => {{ {FOCUSED} }})();
            return !!it && ({condition} || it.outerHTML.slice(0, 80));"
        );
        self.try_run(&script, vec![json!(wanted)]).await
    }

    /// The role and the name of an element that a script has found.
    pub(crate) async fn role_and_name(&self, found: &Value) -> (String, String) {
        let element = self.element(found).expect("an element");
        let role = driver::role(&self.client, &element).await.expect("a role");
        (role, driver::name(&self.client, &element).await.expect("a name"))
    }

    /// The messages in the page's console, each with its kind, and the page's errors.
    pub(crate) async fn console(&self) -> Vec<String> {
        serde_json::from_value(self.run("return consoleMessages", vec![]).await).expect("a list")
    }

    /// Waits until the focus is on an element with this role, whose name contains this.
    pub(crate) async fn focus_is_on(&self, role: &str, name: &str) {
        last_action::set(format!("wait for the focus on the {role} “{name}”"));
        let start = Instant::now();
        loop {
            let focus = self.focus().await;
            if focus.as_ref().is_some_and(|(it, called)| it == role && called.contains(name)) {
                return;
            }
            retry_in_a_moment(start, async || {
                format!("the focus is on {focus:?}, not on the {role} “{name}”")
            })
            .await;
        }
    }
}
