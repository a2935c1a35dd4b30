//! axe-core, which finds faults of accessibility: <https://github.com/dequelabs/axe-core>.

use serde_json::{Value, json};

use super::page::Page;
use super::server::repository;

/// The rules of levels A and AA of every version, and axe's best practices.
const ALL_RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// The rule that depends on colors.
const CONTRAST: &str = "{ type: 'rule', values: ['color-contrast'] }";

const CHECK: &str = "
    const [part, done] = arguments;
    axe.run(part ?? document, { runOnly: RULES }).then((it) => done([
        it.passes.length,
        it.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html)]),
    ]));
";

/// Makes sure that axe finds nothing on a page. `screen` names what the page shows.
pub(crate) async fn axe_finds_nothing(page: &Page, screen: &str) {
    let found = check(page, None, ALL_RULES).await;
    assert!(found[0].as_u64().is_some_and(|passes| passes > 15), "{screen}: {found} is too little");
    assert_eq!(found[1], json!([]), "{screen}");
}

/// Makes sure that axe finds nothing in a part of a page, which is faster. `part` is its selector.
pub(crate) async fn axe_finds_nothing_in(page: &Page, part: &str, screen: &str) {
    let found = check(page, Some(part), ALL_RULES).await;
    assert!(found[0].as_u64().is_some_and(|passes| passes > 5), "{screen}: {found} is too little");
    assert_eq!(found[1], json!([]), "{screen}");
}

/// Makes sure that axe finds no text with too little contrast in a part of a page, or on all of it.
pub(crate) async fn axe_finds_enough_contrast(page: &Page, part: Option<&str>, screen: &str) {
    assert_eq!(check(page, part, CONTRAST).await, json!([1, []]), "{screen}");
}

/// The number of rules that the page passes, and where it breaks one.
async fn check(page: &Page, part: Option<&str>, rules: &str) -> Value {
    if page.run("return window.axe === undefined", vec![]).await == true {
        let axe = std::fs::read_to_string(repository().join("tools/node_modules/axe-core/axe.min.js"));
        page.run(&axe.expect("axe-core, which `make tools` installs"), vec![]).await;
    }
    page.run_async_with(&CHECK.replace("RULES", rules), vec![json!(part)]).await
}
