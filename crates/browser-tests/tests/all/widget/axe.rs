//! What axe-core finds, which checks what a machine can check of WCAG: <https://github.com/dequelabs/axe-core>.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::json;

use super::walk::article;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, Screen};

#[apply(every_engine!)]
async fn axe_finds_nothing_on_any_kind_of_screen_by_day(engine: Engine) {
    is_fine_by_axe(engine, CALM).await;
}

#[apply(every_engine!)]
async fn axe_finds_nothing_on_any_kind_of_screen_by_night(engine: Engine) {
    is_fine_by_axe(engine, Screen { dark: true, ..CALM }).await;
}

/// Every level of every version, and what axe's makers recommend besides.
const CHECK: &str = "
    const [done] = arguments;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags }).then((it) => done([
        it.passes.length,
        it.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html)]),
    ]));
";

async fn is_fine_by_axe(engine: Engine, screen: Screen) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tools/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(path).expect("axe-core, which `make tools` installs");
    let reader = Reader::at(engine, screen, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            reader.page.run(&axe, vec![]).await;
            let found = reader.page.run_async(CHECK).await;
            assert!(found[0].as_u64().is_some_and(|passes| passes > 20), "{screen}: {found} is too little");
            assert_eq!(found[1], json!([]), "{screen}");
        })
        .await;
}
