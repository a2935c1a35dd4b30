//! Long words, as in German, wrap between words or within a word, and never letter by letter.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::every_engine;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;
use crate::widget::layout::NARROW;

/// Puts a long word into every text that is beside something else.
const LONG_NAMES: &str = "
    const places = '.bar-name, .fold h3, .fold h4, .heading > span, .heading:not(:has(span)), .choice span, .quiet, .secondary, .to-try > span';
    for (const element of document.querySelector('which-cause').shadowRoot.querySelectorAll(places)) {
        element.textContent = 'Schultergürtelverspannung ' + (element.matches('.bar-name') ? '' : element.textContent);
    }
";

/// Texts with more lines than words, and fewer than four letters a line.
const BY_LETTERS: &str = "
    const root = document.querySelector('which-cause').shadowRoot, wrong = [];
    let measured = 0;
    const walker = document.createTreeWalker(root.querySelector('.base'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const tops = new Set([...range.getClientRects()].filter((it) => it.width > 0).map((it) => Math.round(it.top)));
        measured += 1;
        // A word may be longer than a line, but nobody can read lines of a letter or two.
        const words = node.data.trim().split(/[\\s-]+/).length;
        if (tops.size > words && node.data.length / tops.size < 4) wrong.push(`${tops.size} lines: ${node.data}`);
    }
    return [wrong, measured];
";

#[apply(every_engine!)]
async fn a_long_german_word_leaves_no_line_with_a_letter_or_two(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    let widths: &[(u32, &str)] = &[(320, "100%"), (320, "200%"), (480, "100%"), (1280, "100%")];
    // WebKit's window cannot change its size here.
    let widths = if engine == Engine::WebKit { &widths[..2] } else { widths };
    for (width, size) in widths {
        if engine != Engine::WebKit {
            engine.resize(&reader.page.client, *width, 800).await;
        }
        for direction in ["ltr", "rtl"] {
            let page = article_that_remembers()
                .replacen("<which-cause ", &format!("<which-cause style='font-size: {size}' "), 1)
                .replacen("lang=\"en\"", &format!("lang=de dir={direction}"), 1);
            reader.opens_page(page).await;
            reader.waits_for_the_element().await;
            for screen in
                ["a doctor first", "a mixed result", "an emergency", "a question with one answer, picked"]
            {
                reader.jumps_to(screen_kind(screen)).await;
                reader.page.run(LONG_NAMES, vec![]).await;
                let found = reader.page.run(BY_LETTERS, vec![]).await;
                assert_eq!(found[0], json!([]), "{screen}, {width} px, {size}, {direction}");
                assert!(found[1].as_u64() > Some(3), "{screen}: {found}");
            }
        }
    }
}
