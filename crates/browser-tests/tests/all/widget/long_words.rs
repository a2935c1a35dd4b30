//! Long words, as German puts them together, and the author's own words beside the quiz's custom properties.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::json;

use super::walk::{article, kind};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, Screen};

#[apply(every_engine!)]
async fn the_authors_words_keep_the_pages_custom_properties(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    let seen = "
        const names = ['--accent', '--accent-text', '--line', '--space', '--radius', '--text', '--surface'];
        for (const it of names) document.documentElement.style.setProperty(it, 'the-page');
        const words = document.querySelector('which-cause > :first-child');
        return names.filter((it) => getComputedStyle(words).getPropertyValue(it).trim() !== 'the-page');
    ";
    assert_eq!(reader.page.run(seen, vec![]).await, json!([]));
}

/// Names that are one long word each, in every place that has a text of the quiz beside something else.
const LONG_NAMES: &str = "
    const places = '.bar-name, .fold h3, .fold h4, .heading > span, .heading:not(:has(span)), .choice span, .quiet, .secondary, .to-try > span';
    for (const it of document.querySelector('which-cause').shadowRoot.querySelectorAll(places)) {
        it.textContent = 'Schultergürtelverspannung ' + (it.matches('.bar-name') ? '' : it.textContent);
    }
";

/// Texts that have more lines than words, and fewer than four letters a line.
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
        // A word may be longer than a line; a line of a letter or two is none that anybody reads.
        const words = node.data.trim().split(/[\\s-]+/).length;
        if (tops.size > words && node.data.length / tops.size < 4) wrong.push(`${tops.size} lines: ${node.data}`);
    }
    return [wrong, measured];
";

#[apply(every_engine!)]
async fn a_long_german_label_leaves_no_text_one_letter_a_line(engine: Engine) {
    for (width, size) in [(320, "100%"), (360, "100%"), (480, "100%"), (1280, "100%"), (320, "200%")] {
        let reader = Reader::at(engine, Screen { width, ..CALM }, Mouse).await;
        for direction in ["ltr", "rtl"] {
            let page = article()
                .replacen("<which-cause ", &format!("<which-cause style='font-size: {size}' "), 1)
                .replacen("lang=\"en\"", &format!("lang=de dir={direction}"), 1);
            reader.server.twist(|twists| _ = twists.texts.insert("index.html", page));
            reader.opens("").await;
            reader
                .page
                .run_async(
                    "const [done] = arguments; customElements.whenDefined('which-cause').then(() => done())",
                )
                .await;
            for screen in
                ["a doctor first", "a mixed picture", "an emergency", "a question with one answer, picked"]
            {
                reader.comes_to(kind(screen)).await;
                reader.page.run(LONG_NAMES, vec![]).await;
                let found = reader.page.run(BY_LETTERS, vec![]).await;
                assert_eq!(found[0], json!([]), "{screen}, {width} px, {size}, {direction}");
                assert!(found[1].as_u64() > Some(3), "{screen}: {found}");
            }
        }
    }
}
