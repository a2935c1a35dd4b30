//! axe-core, which finds faults of accessibility: <https://github.com/dequelabs/axe-core>.

use serde_json::{Value, json};

use super::page::Page;
use super::server::repository;

/// The rules of levels A and AA of every version, and axe's best practices.
const ALL_RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// The rules that depend on colors.
const COLORS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

// The details and the selectors of elements that pass take most of axe's time, and nobody reads them.
const CHECK: &str = "
    const [part, done] = arguments;
    axe.run(part ?? document, { runOnly: RULES, resultTypes: ['violations'], selectors: false }).then((it) => done([
        it.passes.map((rule) => rule.id),
        it.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html)]),
    ]));
";

/// Makes sure that axe finds nothing on a page. `screen` names what the page shows.
pub(crate) async fn axe_finds_nothing(page: &Page, screen: &str) {
    let found = check(page, None, ALL_RULES).await;
    assert!(found[0].as_array().is_some_and(|passed| passed.len() > 15), "{screen}: {found} is too little");
    assert_eq!(found[1], json!([]), "{screen}");
}

/// Makes sure that axe finds nothing in a part of a page, which is faster. `part` is its selector.
pub(crate) async fn axe_finds_nothing_in(page: &Page, part: &str, screen: &str) {
    let found = check(page, Some(part), ALL_RULES).await;
    assert!(found[0].as_array().is_some_and(|passed| passed.len() > 5), "{screen}: {found} is too little");
    assert_eq!(found[1], json!([]), "{screen}");
}

/// Makes sure that axe finds no fault of colors in a part of a page, or on all of it.
pub(crate) async fn axe_finds_enough_contrast(page: &Page, part: Option<&str>, screen: &str) {
    let found = check(page, part, COLORS).await;
    let passed = found[0].as_array().expect("rules");
    assert!(passed.contains(&json!("color-contrast")), "{screen}: {found} is too little");
    assert_eq!(found[1], json!([]), "{screen}");
}

/// The rules that the page passes, and where it breaks one.
async fn check(page: &Page, part: Option<&str>, rules: &str) -> Value {
    if page.run("return window.axe === undefined", vec![]).await == true {
        let axe = std::fs::read_to_string(repository().join("tools/node_modules/axe-core/axe.min.js"));
        page.run(&axe.expect("axe-core, which `make tools` installs"), vec![]).await;
    }
    page.run_async_with(&CHECK.replace("RULES", rules), vec![json!(part)]).await
}
