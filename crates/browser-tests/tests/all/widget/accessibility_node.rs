//! The accessibility tree as Chromium gives it. The other engines give the role and the name of one element at a time.

use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};

use serde_json::{Value, json};

use crate::harness::driver::{Method, send_command};
use crate::harness::engine::Engine;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::article::article_that_remembers;

/// A node of the accessibility tree.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// Its depth within the quiz.
    depth: usize,
    pub(crate) role: String,
    pub(crate) name: String,
    /// The description, which screen readers announce after the name.
    pub(crate) description: String,
    /// The states that screen readers announce, such as `checked: true`.
    states: Vec<(String, Value)>,
}

impl Node {
    /// The value of a state, or null.
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

/// Roles that screen readers skip.
const SKIPPED_ROLES: [&str; 5] = ["none", "generic", "InlineTextBox", "GenericContainer", "ListMarker"];

/// The states that screen readers announce.
const ANNOUNCED_STATES: [&str; 10] =
    ["focused", "level", "checked", "expanded", "invalid", "required", "disabled", "live", "hidden", "busy"];

impl Reader {
    /// The nodes of the quiz from top to bottom. Only in Chromium.
    pub(crate) async fn accessibility_tree(&self) -> Vec<Node> {
        let body = json!({ "cmd": "Accessibility.getFullAXTree", "params": {} });
        let tree = send_command(&self.page.client, Method::POST, "goog/cdp/execute", Some(body))
            .await
            .expect("a tree");
        let nodes = tree["nodes"].as_array().expect("nodes");
        let by_id: HashMap<&str, &Value> =
            nodes.iter().map(|it| (it["nodeId"].as_str().expect("an id"), it)).collect();
        let mut found = Vec::new();
        add(&by_id, nodes.first().expect("the page"), 0, &mut found);
        // The quiz is the only region of the article. Before it starts, it is the author's words at the article's end.
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

/// Adds a node and its descendants.
fn add(by_id: &HashMap<&str, &Value>, node: &Value, depth: usize, found: &mut Vec<Node>) {
    let text = |part: &str| node[part]["value"].as_str().unwrap_or_default().trim().to_owned();
    let role = text("role");
    let skipped = node["ignored"] == true || SKIPPED_ROLES.contains(&role.as_str());
    if !skipped {
        let states = node["properties"].as_array().into_iter().flatten().filter_map(|it| {
            let name = it["name"].as_str().filter(|name| ANNOUNCED_STATES.contains(name))?;
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
/// `cargo nextest run --workspace --run-ignored only --no-capture prints_the_accessibility_tree`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "it only prints"]
async fn prints_the_accessibility_tree() {
    let reader = Reader::at(Engine::Chromium, REDUCED_MOTION, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            println!("\n== {screen}");
            for node in reader.accessibility_tree().await {
                println!("{node}");
            }
        })
        .await;
}
