//! The page as a reader meets it: what has which role and name, what is said, where the focus is. It sees through
//! open shadow roots as eyes and screen readers do.

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::driver;

/// How long a test waits for what has to come.
const PATIENCE: Duration = Duration::from_secs(10);

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
        // A slot and a legend without a box of its own are seen by what is in them.
        const style = getComputedStyle(node);
        if (style.display !== 'contents' && !node.checkVisibility({ visibilityProperty: true })) return '';
        const block = style.display.includes('inline') ? '' : '\n';
        const children = node.shadowRoot ? node.shadowRoot.childNodes
            : node.localName === 'slot' ? node.assignedNodes() : node.childNodes;
        return block + [...children].map(walk).join('') + block;
    };
    return walk(document.body).replace(/\s*\n\s*/g, '\n');
";

/// The element that has the focus, in whatever shadow root it is.
const FOCUSED: &str = r"
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
";

/// A page in a browser.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) client: Client,
}

impl Page {
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    /// Runs a script that answers later, by the function it is given last.
    pub(crate) async fn run_async(&self, script: &str) -> Value {
        self.client.execute_async(script, vec![]).await.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    fn element(&self, value: &Value) -> Option<Element> {
        // The key under which WebDriver hands elements over: <https://w3c.github.io/webdriver/#elements>.
        let id = value["element-6066-11e4-a52e-4f735466cecf"].as_str()?;
        Some(Element::from_element_id(self.client.clone(), id.to_owned().into()))
    }

    /// Everything with a role that a reader can see now, with its name.
    pub(crate) async fn all(&self, role: &str) -> Vec<(String, Element)> {
        let selector = match role {
            "button" => "button",
            "link" => "a[href]",
            "radio" => "input[type=radio]",
            "checkbox" => "input[type=checkbox]",
            "heading" => "h1, h2, h3, h4",
            "group" => "fieldset",
            "DisclosureTriangle" => "summary",
            _ => panic!("no test has asked for a {role} yet"),
        };
        let Value::Array(found) = self.run(SEEN, vec![json!(selector)]).await else { panic!("no list") };
        let mut all = Vec::new();
        for value in found {
            let element = self.element(&value).expect("an element");
            // What is redrawn in between is no longer there to be asked.
            let (Ok(is), Ok(name)) =
                (driver::role(&self.client, &element).await, driver::name(&self.client, &element).await)
            else {
                continue;
            };
            if is == role {
                all.push((name, element));
            }
        }
        all
    }

    /// The names of everything with a role, in order.
    pub(crate) async fn names(&self, role: &str) -> Vec<String> {
        self.all(role).await.into_iter().map(|(name, _)| name).collect()
    }

    /// The one thing with this role and name, once it is there.
    pub(crate) async fn the(&self, role: &str, name: &str) -> Element {
        let start = Instant::now();
        loop {
            let all = self.all(role).await;
            let names: Vec<String> = all.iter().map(|(it, _)| it.clone()).collect();
            let mut named: Vec<Element> =
                all.into_iter().filter(|(it, _)| it == name).map(|(_, it)| it).collect();
            if named.len() == 1 {
                return named.remove(0);
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{} {role}s are called “{name}”; those here are {names:?}\non a page that says:\n{}",
                named.len(),
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// All that a reader can see, a line a block.
    pub(crate) async fn text(&self) -> String {
        self.run(TEXT, vec![]).await.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Waits until the page says something.
    pub(crate) async fn says(&self, what: &str) {
        let start = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(what) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "nothing says “{what}” on a page that says:\n{text}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Makes sure that the page does not say something now.
    pub(crate) async fn does_not_say(&self, what: &str) {
        let text = self.text().await;
        assert!(!text.contains(what), "“{what}” is said on a page that says:\n{text}");
    }

    /// The role and the name of what has the focus; `None` where nothing has.
    pub(crate) async fn focus(&self) -> Option<(String, String)> {
        let element = self.element(&self.run(FOCUSED, vec![]).await)?;
        let role = driver::role(&self.client, &element).await.ok()?;
        let name = driver::name(&self.client, &element).await.ok()?;
        Some((role, name))
    }

    /// Waits until the focus is on something.
    pub(crate) async fn focuses(&self, role: &str, name: &str) {
        let start = Instant::now();
        loop {
            let focus = self.focus().await;
            if focus.as_ref().is_some_and(|(it, called)| it == role && called.contains(name)) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "the focus is on {focus:?}, not on the {role} “{name}”");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }
}
