//! The accessibility tree: what the browser tells a screen reader of the quiz. Chromium alone shows all of it to a test;
//! roles and names, one by one, all three do.

use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};

use serde_json::{Value, json};

use super::walk::article;
use crate::harness::driver::{Method, ask};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::CALM;

/// Something in the tree that a screen reader may come to.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// How deep it is in the quiz.
    depth: usize,
    pub(crate) role: String,
    pub(crate) name: String,
    /// What is said after the name.
    pub(crate) description: String,
    /// Its states that are worth a word, such as `checked: true`.
    states: Vec<(String, Value)>,
}

impl Node {
    /// The value of a state; null where it has none.
    pub(crate) fn state(&self, name: &str) -> &Value {
        self.states.iter().find(|(it, _)| it == name).map_or(&Value::Null, |(_, value)| value)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:indent$}{} “{}”", "", self.role, self.name, indent = self.depth * 2)?;
        if !self.description.is_empty() {
            write!(f, ", described: “{}”", self.description)?;
        }
        self.states.iter().try_for_each(|(name, value)| write!(f, ", {name}: {value}"))
    }
}

/// What a tree has besides: what a style is made of, and texts that their parents are named by.
const PASSED_OVER: [&str; 5] = ["none", "generic", "InlineTextBox", "GenericContainer", "ListMarker"];

/// The states that a screen reader tells of.
const TOLD: [&str; 10] =
    ["focused", "level", "checked", "expanded", "invalid", "required", "disabled", "live", "hidden", "busy"];

impl Reader {
    /// What a screen reader is given of the quiz, from top to bottom. In Chromium alone.
    pub(crate) async fn accessibility_tree(&self) -> Vec<Node> {
        let body = json!({ "cmd": "Accessibility.getFullAXTree", "params": {} });
        let tree =
            ask(&self.page.client, Method::POST, "goog/cdp/execute", Some(body)).await.expect("a tree");
        let nodes = tree["nodes"].as_array().expect("nodes");
        let by_id: HashMap<&str, &Value> =
            nodes.iter().map(|it| (it["nodeId"].as_str().expect("an id"), it)).collect();
        let mut found = Vec::new();
        add(&by_id, nodes.first().expect("the page"), 0, &mut found);
        // The quiz is a region of its own in the page, as nothing else in the article is. Before it starts, it is the
        // author's words at the article's end.
        let region = found.iter().position(|it| it.role == "region");
        let Some(from) = region.or_else(|| found.iter().rposition(|it| it.role == "heading")) else {
            return found;
        };
        let depth = found[from].depth;
        let inside = |it: &Node| if region.is_some() { it.depth > depth } else { it.depth >= depth };
        let after = found.iter().skip(from + 1).position(|it| !inside(it));
        let to = after.map_or(found.len(), |it| from + 1 + it);
        found[from..to].iter().map(|it| Node { depth: it.depth - depth, ..it.clone() }).collect()
    }
}

/// Adds what is at a node and in it.
fn add(by_id: &HashMap<&str, &Value>, node: &Value, depth: usize, found: &mut Vec<Node>) {
    let text = |part: &str| node[part]["value"].as_str().unwrap_or_default().trim().to_owned();
    let role = text("role");
    let skipped = node["ignored"] == true || PASSED_OVER.contains(&role.as_str());
    if !skipped {
        let states = node["properties"].as_array().into_iter().flatten().filter_map(|it| {
            let name = it["name"].as_str().filter(|name| TOLD.contains(name))?;
            let value = &it["value"]["value"];
            let silent = ["false", "\"false\"", "null"].contains(&value.to_string().as_str())
                && name != "expanded"
                && name != "checked";
            (!silent).then(|| (name.to_owned(), value.clone()))
        });
        let states = states.collect();
        found.push(Node { depth, role, name: text("name"), description: text("description"), states });
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            add(by_id, child, depth + usize::from(!skipped), found);
        }
    }
}

/// Prints the tree of every kind of screen:
/// `cargo test --features browser-tests --test browser -- --ignored --nocapture prints_the_accessibility_tree`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "it prints, and claims nothing"]
async fn prints_the_accessibility_tree() {
    let reader = Reader::at(Engine::Chromium, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            println!("\n== {screen}");
            for node in reader.accessibility_tree().await {
                println!("{node}");
            }
        })
        .await;
}
