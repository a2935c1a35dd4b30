//! The quiz is dark on a dark page that does not say `color-scheme`, in whatever syntax the page writes its colours.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::json;

use super::walk::article;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

/// Gives the page a style, has the quiz look at it, and returns whether the quiz is dark.
const IS_DARK: &str = "
    const [css] = arguments, quiz = document.querySelector('which-cause');
    const style = document.querySelector('#style') ?? document.head.appendChild(Object.assign(document.createElement('style'), { id: 'style' }));
    style.textContent = `:root { color-scheme: normal } ${css}`;
    quiz.theme = 'light';
    quiz.theme = 'auto';
    const { backgroundColor } = getComputedStyle(quiz.shadowRoot.querySelector('.widget .base'));
    if (backgroundColor === 'rgb(26, 31, 34)') return true;
    return backgroundColor === 'rgb(251, 249, 245)' ? false : backgroundColor;
";

async fn expect(engine: Engine, pages: &[(&str, bool)]) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    for (css, dark) in pages {
        assert_eq!(reader.page.run(IS_DARK, vec![json!(css)]).await, json!(dark), "{css}");
    }
}

#[apply(every_engine!)]
async fn a_page_with_light_text_is_dark_in_every_syntax_of_colours(engine: Engine) {
    let mut pages = Vec::new();
    for light in [
        "oklch(0.95 0.01 260)",
        "oklab(95% 0 0)",
        "lab(95% 0 0)",
        "lch(95% 2 260)",
        "color(srgb 0.93 0.93 0.95)",
        "color(display-p3 0.93 0.93 0.95)",
        "color-mix(in srgb, #fff 92%, black)",
        "color-mix(in oklch, white, silver)",
        "hwb(260 90% 5%)",
        "hsl(210deg 20% 93%)",
        "rgb(from #eee r g b)",
        "whitesmoke",
        "#eeec",
    ] {
        pages.push((format!("body {{ background: #14181f; color: {light} }}"), true));
    }
    for dark in [
        "oklch(0.3 0.02 260)",
        "lab(20% 0 0)",
        "color(srgb 0.1 0.1 0.15)",
        "color-mix(in srgb, #000 92%, white)",
        "oklch(none 0 0)",
    ] {
        pages.push((format!("body {{ background: #fff; color: {dark} }}"), false));
    }
    let pages: Vec<_> = pages.iter().map(|(css, dark)| (css.as_str(), *dark)).collect();
    expect(engine, &pages).await;
}

#[apply(every_engine!)]
async fn a_page_with_a_dark_background_is_dark_though_only_its_paragraphs_have_light_text(engine: Engine) {
    let pages = [
        ("body { background: #111 } p { color: #eee }", true),
        ("html { background: oklch(0.2 0.02 260) } body { background: none } p { color: #eee }", true),
        ("body { background: color-mix(in srgb, black 90%, white) } p { color: #eee }", true),
        // A light box on a dark page.
        ("body { background: #111 } main, article, which-cause { background: #fff; color: #222 }", false),
        // A tint.
        ("body { background: #fff } which-cause { background: rgb(0 0 0 / 0.1) }", false),
        // Of a picture or a gradient nobody knows how light it is: the text says it.
        ("body { background: #111 linear-gradient(#fff, #fff); color: #222 }", false),
        ("body { background: #fff linear-gradient(#111, #111); color: oklch(0.95 0 0) }", true),
        ("body { background: #fff; color: #222 }", false),
    ];
    expect(engine, &pages).await;
}
