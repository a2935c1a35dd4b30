//! The page as a reader meets it: what has which role and name, what is said, where the focus is. It sees through
//! open shadow roots as eyes and screen readers do.

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::harness::driver;
use crate::harness::engine::Engine;
use crate::harness::last_action::doing;

/// How long a test waits for what has to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Finds what could have a role, in the page and in the shadow roots in it, if a reader can see it.
const SEEN: &str = r"
    const [selector] = arguments;
    const found = [];
    const look = (root) => {
        for (const it of root.querySelectorAll('*')) {
            if (it.matches(selector) && it.checkVisibility({ visibilityProperty: true })) found.push(it);
            if (it.shadowRoot) look(it.shadowRoot);
        }
    };
    look(document);
    return found;
";

/// The text that a reader can see, in the page and in the shadow roots in it.
const TEXT: &str = r"
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.nodeType !== Node.ELEMENT_NODE) return '';
        // A slot has no box of its own: it is seen by what is in it.
        const style = getComputedStyle(node);
        // That is for screen readers; eyes have it on the screen.
        if (node.matches('.announcement')) return '';
        if (style.display !== 'contents' && !node.checkVisibility({ visibilityProperty: true })) return '';
        const block = style.display.includes('inline') ? '' : '\n';
        const children = node.shadowRoot ? node.shadowRoot.childNodes
            : node.localName === 'slot' ? node.assignedNodes() : node.childNodes;
        return block + [...children].map(walk).join('') + block;
    };
    return document.body ? walk(document.body).replace(/\s*\n\s*/g, '\n') : '';
";

/// The element that has the focus, in whatever shadow root it is.
const FOCUSED: &str = r"
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
";

/// Lets a moment pass before the next look at a page; panics with what is missing, where that has not come in all the time
/// `since` it was first looked for.
async fn a_moment(since: Instant, missing: impl AsyncFnOnce() -> String) {
    assert!(since.elapsed() < PATIENCE, "{}", missing().await);
    tokio::time::sleep(Duration::from_millis(25)).await;
}

/// A page in a browser.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
}

impl Page {
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        doing(format!("runs {script}"));
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    /// Runs a script of those that are run until they find what they look for. Between one page and the next there
    /// is nothing to look at, and each engine has its own way to say so.
    async fn glance(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_default()
    }

    /// Runs a script that answers later, by the function it is given last.
    pub(crate) async fn run_async(&self, script: &str) -> Value {
        self.run_async_with(script, vec![]).await
    }

    /// Does so with arguments before that function.
    pub(crate) async fn run_async_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute_async(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    fn element(&self, value: &Value) -> Option<Element> {
        // The key under which WebDriver hands elements over: <https://w3c.github.io/webdriver/#elements>.
        let id = value["element-6066-11e4-a52e-4f735466cecf"].as_str()?;
        Some(Element::from_element_id(self.client.clone(), id.to_owned().into()))
    }

    /// Everything that a reader can see now and that could have a role.
    async fn candidates(&self, role: &str) -> Vec<Element> {
        let selector = match role {
            "button" => "button",
            "link" => "a[href]",
            "radio" => "input[type=radio]",
            "checkbox" => "input[type=checkbox]",
            "heading" => "h1, h2, h3, h4",
            "group" => "fieldset",
            "image" => "svg[role]",
            "disclosure" => "summary",
            _ => panic!("no test has asked for a {role} yet"),
        };
        let Value::Array(found) = self.glance(SEEN, vec![json!(selector)]).await else { return Vec::new() };
        found.iter().map(|it| self.element(it).expect("an element")).collect()
    }

    /// Whether an element has a role, as the browser computes it; an error, if it is no longer there to be asked.
    async fn is_a(&self, role: &str, element: &Element) -> Result<bool, CmdError> {
        let called = if role == "disclosure" { self.engine.disclosure() } else { role };
        Ok(driver::role(&self.client, element).await? == called)
    }

    /// The names of everything with a role now, in order; an error, if some of it is redrawn meanwhile.
    async fn names_now(&self, role: &str) -> Result<Vec<String>, CmdError> {
        let mut names = Vec::new();
        for element in self.candidates(role).await {
            if self.is_a(role, &element).await? {
                names.push(driver::name(&self.client, &element).await?);
            }
        }
        Ok(names)
    }

    /// The names of everything with a role, in order, once two looks in a row have found the same: a browser works out
    /// roles some time after it has drawn what has them.
    pub(crate) async fn names(&self, role: &str) -> Vec<String> {
        doing(format!("looks which {role}s there are"));
        let start = Instant::now();
        let mut before = None;
        loop {
            let now = self.names_now(role).await.ok();
            if let Some(names) = &now
                && now == before
            {
                return names.clone();
            }
            a_moment(start, async || format!("the {role}s never stand still: {now:?} just now")).await;
            before = now;
        }
    }

    /// The one thing with this role and name, once it is there.
    pub(crate) async fn the(&self, role: &str, name: &str) -> Element {
        self.the_one_of(role, &[name]).await
    }

    /// The one thing with this role and one of these names, once it is there.
    pub(crate) async fn the_one_of(&self, role: &str, names: &[&str]) -> Element {
        let called = format!("“{}”", names.join("” or “"));
        doing(format!("looks for the {role} {called}"));
        let start = Instant::now();
        loop {
            let (mut found, mut others) = (Vec::new(), Vec::new());
            for element in self.candidates(role).await {
                // What is redrawn in between is no longer there to be asked.
                let Ok(name) = driver::name(&self.client, &element).await else { continue };
                if names.contains(&&*name) && self.is_a(role, &element).await.unwrap_or(false) {
                    found.push(element);
                } else {
                    others.push(name);
                }
            }
            if found.len() == 1 {
                return found.remove(0);
            }
            let missing = async || {
                let (number, text) = (found.len(), self.text().await);
                format!(
                    "{number} {role}s are called {called}; others here are {others:?}\non a page that says:\n{text}"
                )
            };
            a_moment(start, missing).await;
        }
    }

    /// All that a reader can see, a line a block.
    pub(crate) async fn text(&self) -> String {
        self.run(TEXT, vec![]).await.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Waits until the page says something.
    pub(crate) async fn says(&self, what: &str) {
        doing(format!("waits for “{what}”"));
        let start = Instant::now();
        loop {
            if self.glance(TEXT, vec![]).await.as_str().is_some_and(|text| text.contains(what)) {
                return;
            }
            a_moment(start, async || {
                format!("nothing says “{what}” on a page that says:\n{}", self.text().await)
            })
            .await;
        }
    }

    /// Makes sure that the page does not say something now.
    pub(crate) async fn does_not_say(&self, what: &str) {
        let text = self.text().await;
        assert!(!text.contains(what), "“{what}” is said on a page that says:\n{text}");
    }

    /// The role and the name of what has the focus; `None` where nothing has.
    pub(crate) async fn focus(&self) -> Option<(String, String)> {
        let start = Instant::now();
        loop {
            let element = self.element(&self.glance(FOCUSED, vec![]).await)?;
            let role = driver::role(&self.client, &element).await;
            let name = driver::name(&self.client, &element).await;
            match (role, name) {
                (Ok(role), Ok(name)) => return Some((role, name)),
                // What is redrawn in between is no longer there to be asked.
                heard => {
                    a_moment(start, async || format!("what has the focus cannot be asked: {heard:?}")).await;
                }
            }
        }
    }

    /// The role and the name of an element that a script has found.
    pub(crate) async fn role_and_name(&self, found: &Value) -> (String, String) {
        let element = self.element(found).expect("an element");
        let role = driver::role(&self.client, &element).await.expect("a role");
        (role, driver::name(&self.client, &element).await.expect("a name"))
    }

    /// What the page has said in its console, each with its kind, and what went wrong in it.
    pub(crate) async fn console(&self) -> Vec<String> {
        serde_json::from_value(self.run("return said", vec![]).await).expect("a list")
    }

    /// Waits until the focus is on something.
    pub(crate) async fn focuses(&self, role: &str, name: &str) {
        doing(format!("waits for the focus on the {role} “{name}”"));
        let start = Instant::now();
        loop {
            let focus = self.focus().await;
            if focus.as_ref().is_some_and(|(it, called)| it == role && called.contains(name)) {
                return;
            }
            a_moment(start, async || format!("the focus is on {focus:?}, not on the {role} “{name}”")).await;
        }
    }
}
