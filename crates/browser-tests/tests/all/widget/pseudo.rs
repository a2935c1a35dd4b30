//! With longer texts nothing is cut off, nothing overlaps, and nothing is left in another language.

use std::process::Command;

use crate::harness::engines::chromium_only;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::languages::quiz_in;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::{PHONE, Screen};

/// What is wrong with what a reader can see: what is wider than its place, what is hidden below an edge, texts that
/// overlap, and, where each is to be `bracketed`, texts that are not. A pixel is for rounding. The announcement is
/// there for screen readers alone, and is left out.
const EXAMINED: &str = r"
    const [bracketed] = arguments;
    const wrong = [], page = document.documentElement;
    const host = document.querySelector('which-cause');
    const { left, right } = host.getBoundingClientRect();
    const seen = (it) => it.checkVisibility({ visibilityProperty: true });
    const name = (it) => `<${it.localName} class='${it.className}'>`;
    if (page.scrollWidth > page.clientWidth) wrong.push('the page scrolls sideways');
    const texts = [];
    const look = (root) => {
        for (const it of root.querySelectorAll('*')) {
            if (it instanceof SVGElement || it.matches('.announcement') || !seen(it)) continue;
            if (it.clientWidth && it.scrollWidth > it.clientWidth + 1) {
                wrong.push(`${name(it)} has ${it.clientWidth} px for ${it.scrollWidth}: ${it.textContent}`);
            }
            const hides = getComputedStyle(it).overflow !== 'visible';
            if (hides && it.textContent.trim() && it.scrollHeight > it.clientHeight + 1) {
                wrong.push(`${name(it)} hides what is below its edge: ${it.textContent}`);
            }
            for (const node of it.childNodes) {
                if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
                const range = document.createRange();
                range.selectNodeContents(node);
                texts.push({ text: node.data.trim(), boxes: [...range.getClientRects()] });
            }
        }
    };
    look(host.shadowRoot);
    if (seen(host.shadowRoot.querySelector('slot').parentElement)) look(host);
    for (const { text, boxes } of texts) {
        if (!boxes.length) wrong.push(`it has no place: ${text}`);
        if (boxes.some((it) => it.left < left - 1 || it.right > right + 1)) wrong.push(`it stands out: ${text}`);
        if (bracketed && !/^\[[^]*\]$/.test(text)) wrong.push(`it is not of the quiz file: ${text}`);
    }
    // Lines may touch, since letters have more room than they take.
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
        if (a.boxes.some((one) => b.boxes.some((other) => over(one, other)))) wrong.push(`they overlap: ${a.text} / ${b.text}`);
    }));
    return { wrong, texts: texts.length };
";

async fn is_all_there(reader: &Reader, bracketed: bool) {
    let found = reader.page.run(EXAMINED, vec![json!(bracketed)]).await;
    assert_eq!(found["wrong"], json!([]), "on a screen that says:\n{}", reader.page.text().await);
    assert!(found["texts"].as_u64() > Some(4), "{found}");
}

#[apply(chromium_only!)]
async fn what_is_cut_off_or_overlaps_or_is_in_another_language_is_seen(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    is_all_there(&reader, false).await;
    let wrong = async |style: &str, bracketed: bool| {
        let styled = format!(
            "const sheet = new CSSStyleSheet(), root = quiz.shadowRoot; sheet.replaceSync('{style}');
            root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 2), sheet]"
        );
        reader.scripts(&styled).await;
        reader.page.run(EXAMINED, vec![json!(bracketed)]).await["wrong"].to_string()
    };
    for (style, seen) in [
        (".choice span { white-space: nowrap }", "it stands out: Sudden"),
        (".widget { width: 500px }", "the page scrolls sideways"),
        (".hints p { overflow: hidden; width: 20px; white-space: nowrap }", " has 20 px for "),
        (".hints { overflow: hidden; height: 10px }", "hides what is below its edge: Most upper back pain"),
        (".hints { margin-top: -30px }", "they overlap: "),
    ] {
        let wrong = wrong(style, false).await;
        assert!(wrong.contains(seen), "{style}: {wrong}");
    }
    let wrong = wrong("", true).await;
    assert!(wrong.contains("it is not of the quiz file: Trouble breathing"), "{wrong}");
}

/// What the author's command prints.
fn printed(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--package", "which-cause-cli", "--"]).args(arguments);
    let output = command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).output();
    let output = output.expect("the command");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// Takes a quiz in every way that leads to another kind of screen, and looks at each.
async fn takes_all_of_it(reader: &Reader, quiz: &Value, bracketed: bool) {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    for (i, id) in [
        "T2-posture-textbook",
        "T1-thyroid-textbook",
        "M1-desk-mixed",
        "N1-nothing",
        "E1-chest-pain",
        "U1-cancer-night-pain",
    ]
    .into_iter()
    .enumerate()
    {
        reader.opens("").await;
        let start = text(&quiz["intro"]["start"]);
        reader.page.the("button", &start).await;
        is_all_there(reader, bracketed).await;
        reader.presses(&start).await;
        reader.page.the("group", &text(&quiz["screens"][0]["text"])).await;
        if i == 0 {
            // Without a tick nobody goes on, and a line says so.
            reader.presses(&text(&quiz["words"]["next"])).await;
            reader.page.says(&text(&quiz["words"]["screen_needs_tick"])).await;
        }
        // The way to the result is the same for all.
        reader
            .answers_in(quiz, id, async || {
                if i == 0 {
                    is_all_there(reader, bracketed).await;
                }
            })
            .await;
        let ended = "return !quiz.shadowRoot.querySelector('form')";
        while reader.scripts(ended).await != json!(true) {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        is_all_there(reader, bracketed).await;
        reader.scripts("for (const it of quiz.shadowRoot.querySelectorAll('details')) it.open = true").await;
        is_all_there(reader, bracketed).await;
    }
}

async fn in_the_pseudo_language(engine: Engine, width: u32) {
    let reader = Reader::at(engine, Screen { width, ..PHONE }, Mouse).await;
    let pseudo = printed(&["pseudo", "quizzes/upper-back-knots.json"]);
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pseudo-{width}.json"));
    std::fs::write(&file, &pseudo).expect("a file");
    let file = file.to_str().expect("a path");
    let snippet = printed(&["snippet", file, "--quiz-url", "pseudo.json", "--course", "course.html"]);
    let quiz: Value = serde_json::from_str(&pseudo).expect("JSON");
    assert_eq!(quiz["language"], "en-XA");
    reader.server.twist(|twists| {
        let page = format!("<!doctype html><html lang=en-XA><meta charset=utf-8><meta name=viewport content=width=device-width><body>{snippet}");
        twists.texts.insert("index.html", page);
        twists.texts.insert("pseudo.json", pseudo.clone());
    });
    takes_all_of_it(&reader, &quiz, true).await;
}

#[apply(chromium_only!)]
async fn with_texts_half_as_long_again_nothing_is_cut_off_on_the_narrowest_phone(engine: Engine) {
    in_the_pseudo_language(engine, 320).await;
}

#[apply(chromium_only!)]
async fn with_texts_half_as_long_again_nothing_is_cut_off_on_a_common_phone(engine: Engine) {
    in_the_pseudo_language(engine, 360).await;
}

#[apply(chromium_only!)]
async fn in_spanish_nothing_is_cut_off_on_the_narrowest_phone(engine: Engine) {
    in_a_translation(engine, "es").await;
}

#[apply(chromium_only!)]
async fn in_german_nothing_is_cut_off_on_the_narrowest_phone(engine: Engine) {
    in_a_translation(engine, "de").await;
}

#[apply(chromium_only!)]
async fn in_arabic_nothing_is_cut_off_on_the_narrowest_phone(engine: Engine) {
    in_a_translation(engine, "ar").await;
}

async fn in_a_translation(engine: Engine, tag: &str) {
    let reader = Reader::at(engine, Screen { width: 320, ..PHONE }, Mouse).await;
    let quiz = quiz_in(tag);
    let file = format!("quizzes/upper-back-knots.{tag}.json");
    let snippet = printed(&["snippet", &file, "--course", "course.html"]);
    reader.server.twist(|twists| {
        let page = format!("<!doctype html><html lang={tag}><meta charset=utf-8><meta name=viewport content=width=device-width><body>{snippet}");
        twists.texts.insert("index.html", page);
    });
    takes_all_of_it(&reader, &quiz, false).await;
}
