//! The pseudo-language makes every text half as long again and puts it in brackets. So these tests find texts that are cut off, overlap, or
//! do not come from the quiz file.

use std::path::{Path, PathBuf};
use std::process::Command;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::repository;
use crate::harness::window::{PHONE, Window};
use crate::widget::languages::text;

/// The visible problems: elements wider than their box, texts that are cut off or overlap, and, if `bracketed` is true, texts without
/// brackets. One pixel is for rounding. The announcement is for screen readers only, and is left out.
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
        for (const element of root.querySelectorAll('*')) {
            if (element instanceof SVGElement || element.matches('.announcement') || !seen(element)) continue;
            if (element.clientWidth && element.scrollWidth > element.clientWidth + 1) {
                wrong.push(`${name(element)} has ${element.clientWidth} px for ${element.scrollWidth}: ${element.textContent}`);
            }
            const hides = getComputedStyle(element).overflow !== 'visible';
            if (hides && element.textContent.trim() && element.scrollHeight > element.clientHeight + 1) {
                wrong.push(`${name(element)} hides what is below its edge: ${element.textContent}`);
            }
            for (const node of element.childNodes) {
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
    // Line boxes may touch, because they are higher than their letters.
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
async fn the_measurement_finds_cut_off_overlapping_and_foreign_texts(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    is_all_there(&reader, false).await;
    let wrong = async |style: &str, bracketed: bool| {
        let styled = format!(
            "const sheet = new CSSStyleSheet(), root = quiz.shadowRoot; sheet.replaceSync('{style}');
            root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 2), sheet]"
        );
        reader.runs_on_quiz(&styled).await;
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

/// The output of the author's command.
fn output(arguments: &[&str]) -> String {
    // One build for all tests: `cargo nextest run --workspace` builds the command too.
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from);
    let command = target.join("debug").join(format!("which-cause{}", std::env::consts::EXE_SUFFIX));
    let output = Command::new(&command).args(arguments).current_dir(repository()).output();
    let output = output.unwrap_or_else(|error| {
        panic!("{}: {error}: run `cargo build -p which-cause-cli`", command.display())
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// Takes a quiz to every kind of result and stop, and looks at each screen.
async fn every_text_fits(reader: &Reader, quiz: &Value) {
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
        if i == 0 {
            reader.opens("").await;
            let start = text(&quiz["intro"]["start"]);
            reader.page.find("button", start).await;
            is_all_there(reader, true).await;
            reader.presses(start).await;
            reader.page.find("group", text(&quiz["screens"][0]["text"])).await;
            reader.presses(text(&quiz["words"]["next"])).await;
            reader.page.shows(text(&quiz["words"]["screen_needs_tick"])).await;
        } else {
            reader.runs_on_quiz("return quiz.restart()").await;
        }
        // The questions are the same for every reader.
        reader
            .clicks_through(quiz, id, async || {
                if i == 0 {
                    is_all_there(reader, true).await;
                }
            })
            .await;
        reader
            .page
            .waits_until("!document.querySelector('which-cause').shadowRoot.querySelector('form')")
            .await;
        is_all_there(reader, true).await;
        reader
            .runs_on_quiz(
                "for (const details of quiz.shadowRoot.querySelectorAll('details')) details.open = true",
            )
            .await;
        is_all_there(reader, true).await;
    }
}

#[apply(chromium_only!)]
async fn texts_that_are_half_as_long_again_fit_on_the_narrowest_phone(engine: Engine) {
    let reader = Reader::at(engine, Window { width: 320, ..PHONE }, Mouse).await;
    let pseudo = output(&["pseudo", "quizzes/upper-back-knots.json"]);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pseudo.json");
    std::fs::write(&file, &pseudo).expect("a file");
    let file = file.to_str().expect("a path");
    let snippet = output(&["snippet", file, "--quiz-url", "pseudo.json", "--course", "course.html"]);
    let quiz: Value = serde_json::from_str(&pseudo).expect("JSON");
    assert_eq!(quiz["language"], "en-XA");
    reader.server.update(|state| {
        let page = format!("<!doctype html><html lang=en-XA><meta charset=utf-8><meta name=viewport content=width=device-width><body>{snippet}");
        state.texts.insert("index.html", page);
        state.texts.insert("pseudo.json", pseudo.clone());
    });
    every_text_fits(&reader, &quiz).await;
}
