//! axe-core finds nothing on any screen: <https://github.com/dequelabs/axe-core>.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;

#[apply(every_engine!)]
async fn axe_finds_nothing_on_any_screen_in_light_mode(engine: Engine) {
    is_fine_by_axe(engine, REDUCED_MOTION).await;
}

#[apply(chromium_only!)]
async fn axe_finds_nothing_on_any_screen_in_dark_mode(engine: Engine) {
    is_fine_by_axe(engine, Window { dark: true, ..REDUCED_MOTION }).await;
}

/// The rules of levels A and AA of every version, and axe's best practices.
const CHECK: &str = "
    const [done] = arguments;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags }).then((it) => done([
        it.passes.length,
        it.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html)]),
    ]));
";

async fn is_fine_by_axe(engine: Engine, screen: Window) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tools/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(path).expect("axe-core, which `make tools` installs");
    let reader = Reader::at(engine, screen, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            reader.page.run(&axe, vec![]).await;
            let found = reader.page.run_async(CHECK).await;
            assert!(found[0].as_u64().is_some_and(|passes| passes > 20), "{screen}: {found} is too little");
            assert_eq!(found[1], json!([]), "{screen}");
        })
        .await;
}
