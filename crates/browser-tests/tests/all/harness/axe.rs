//! axe-core, which finds faults of accessibility: <https://github.com/dequelabs/axe-core>.

use serde_json::json;

use super::page::Page;
use super::server::repository;

/// The rules of levels A and AA of every version, and axe's best practices.
const CHECK: &str = "
    const [done] = arguments;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags }).then((it) => done([
        it.passes.length,
        it.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html)]),
    ]));
";

/// Makes sure that axe finds nothing on a page. `screen` names what the page shows.
pub(crate) async fn axe_finds_nothing(page: &Page, screen: &str) {
    let axe = std::fs::read_to_string(repository().join("tools/node_modules/axe-core/axe.min.js"));
    page.run(&axe.expect("axe-core, which `make tools` installs"), vec![]).await;
    let found = page.run_async(CHECK).await;
    assert!(found[0].as_u64().is_some_and(|passes| passes > 20), "{screen}: {found} is too little");
    assert_eq!(found[1], json!([]), "{screen}");
}
