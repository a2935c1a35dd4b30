//! The quiz is dark in dark mode and on a dark page, unless the page or its owner says otherwise.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{PHONE, Window};
use crate::widget::article::{SECOND_SCREEN, THIRD_SCREEN, built};

/// The brightness of the quiz's background and of its text, from 0 to 255.
async fn brightness(reader: &Reader) -> (f64, f64) {
    let script = "
        const base = document.querySelector('which-cause').shadowRoot.querySelector('.widget [part~=base]');
        const { backgroundColor, color } = getComputedStyle(base);
        return [backgroundColor, color].map((it) => Math.max(...it.match(/[0-9.]+/g).slice(0, 3)));
    ";
    serde_json::from_value(reader.page.run(script, vec![]).await).expect("two numbers")
}

#[apply(every_engine!)]
async fn the_quiz_follows_dark_mode_unless_the_page_or_the_owner_sets_a_scheme(engine: Engine) {
    let reader = Reader::at(engine, Window { dark: true, ..PHONE }, Mouse).await;
    let light = |name| built(name).replace("light dark", "light");
    for (article, dark) in [
        (built("index.html"), true),
        (light("index.html"), false),
        (light("index.html").replace("<which-cause ", "<which-cause theme=' dark ' "), true),
    ] {
        let css = if article == built("index.html") { built("article.css") } else { light("article.css") };
        reader.server.update(|state| _ = state.texts.insert("article.css", css));
        reader.server.update(|state| _ = state.texts.insert("index.html", article));
        reader.starts().await;
        let (background, text) = brightness(&reader).await;
        assert_eq!(background < 64.0 && text > 192.0, dark, "text of {text} on {background}");
        assert_eq!(background > 192.0 && text < 64.0, !dark, "text of {text} on {background}");
    }
}

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

/// Starts the quiz, and gives the page each of these styles.
async fn expect_dark(reader: &Reader, pages: &[(&str, bool)]) {
    for (css, dark) in pages {
        assert_eq!(reader.page.run(IS_DARK, vec![json!(css)]).await, json!(dark), "{css}");
    }
}

#[apply(every_engine!)]
async fn on_a_dark_page_without_a_color_scheme_the_quiz_is_dark(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
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
        expect_dark(&reader, &[(&format!("body {{ background: #14181f; color: {light} }}"), true)]).await;
    }
    for dark in [
        "oklch(0.3 0.02 260)",
        "lab(20% 0 0)",
        "color(srgb 0.1 0.1 0.15)",
        "color-mix(in srgb, #000 92%, white)",
        "oklch(none 0 0)",
    ] {
        expect_dark(&reader, &[(&format!("body {{ background: #fff; color: {dark} }}"), false)]).await;
    }
    expect_dark(
        &reader,
        &[
            (":root { color-scheme: dark } body { color: #eee }", true),
            // A page that says light is light, however light its text is.
            (":root { color-scheme: light } body { color: #eee }", false),
            ("body { background: #111 } p { color: #eee }", true),
            ("html { background: oklch(0.2 0.02 260) } body { background: none } p { color: #eee }", true),
            ("body { background: color-mix(in srgb, black 90%, white) } p { color: #eee }", true),
            // A light box on a dark page.
            ("body { background: #111 } main, article, which-cause { background: #fff; color: #222 }", false),
            // A tint.
            ("body { background: #fff } which-cause { background: rgb(0 0 0 / 0.1) }", false),
            // Nobody knows how light a picture or a gradient is, so the text decides.
            ("body { background: #111 linear-gradient(#fff, #fff); color: #222 }", false),
            ("body { background: #fff linear-gradient(#111, #111); color: oklch(0.95 0 0) }", true),
            ("body { background: #fff; color: #222 }", false),
        ],
    )
    .await;
}

#[apply(chromium_only!)]
async fn a_page_that_becomes_dark_or_light_makes_the_next_screen_dark_or_light(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    for (css, dark, next) in [
        ("body { background: #111; color: #eee }", true, SECOND_SCREEN),
        ("body { background: #fff; color: #222 }", false, THIRD_SCREEN),
    ] {
        let style = "document.head.append(Object.assign(document.createElement('style'), { textContent: `:root { color-scheme: normal } ${arguments[0]}` }))";
        reader.page.run(style, vec![json!(css)]).await;
        reader.ticks("None of these").await;
        reader.continues().await;
        reader.page.find("group", next).await;
        let (background, _) = brightness(&reader).await;
        assert_eq!(background < 64.0, dark, "a background of {background} with {css}");
    }
}
