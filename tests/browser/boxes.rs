//! The quiz in any box that a page puts it in, and apart from what the page's style says by the same names.

use macro_rules_attribute::apply;
use serde_json::json;

use super::engine::Engine;
use super::reader::Hand::Mouse;
use super::reader::Reader;
use super::screen::{CALM, Screen};
use super::walk::{article, kind};

/// A desktop's window.
const WIDE: Screen = Screen { width: 1280, height: 900, ..CALM };

/// The narrowest phone.
const NARROW: Screen = Screen { width: 320, height: 568, ..CALM };

/// A page with a quiz in each kind of box, and beside each a paragraph of many words in another such box. A paragraph is as wide
/// as its box allows.
const BOXES: &str = "<!doctype html><html lang=en-US><meta charset=utf-8><meta name=viewport content='width=device-width'>
<script type=module src=which-cause.js></script><style>section { display: flow-root; margin: 8px 0 }</style><body><script>
const boxes = {
    'a block': ['', ''],
    'a centred flex column': ['display: flex; flex-direction: column; align-items: center', ''],
    'a flex row': ['display: flex; gap: 8px', ''],
    'a centred flex row': ['display: flex; justify-content: center', ''],
    'a centred grid': ['display: grid; place-items: center', ''],
    'a grid at its start': ['display: grid; justify-items: start', ''],
    'a float': ['float: left', ''],
    'a float at the right': ['', 'float: right'],
    'an inline block': ['', 'display: inline-block'],
    'a box in an inline block': ['display: inline-block', ''],
    'a box of inline text': ['', 'display: inline'],
    'an element that is a flex box': ['', 'display: flex'],
    'a table': ['display: table', ''],
    'fit-content': ['', 'width: fit-content'],
    'a popup': ['position: relative; height: 3000px', 'position: absolute'],
    'from right to left': ['direction: rtl; display: table', ''],
    'a table cell': ['<table><tr><td></table>', ''],
    'a dialog': ['<dialog open style=\"position: static\"></dialog>', ''],
    'columns': ['columns: 300px', ''],
    'a narrow box': ['width: 200px', ''],
    'a width of its own': ['', 'max-width: 290px'],
    'vertical text': ['writing-mode: vertical-rl', '', 'as wide as the window'],
};
const words = '<p style=\"margin: 0\">' + 'Words '.repeat(400);
const own = '<h2>Which one is yours?</h2><p>Some words.</p>';
for (const [name, [around, style, measure]] of Object.entries(boxes)) {
    const put = (html) => {
        const section = document.createElement('section');
        section.innerHTML = around[0] === '<' ? around : `<div style='${around}'></div>`;
        const box = section.querySelector('td, dialog') ?? section.firstChild;
        box.innerHTML = html;
        box.firstChild.style.cssText = style;
        document.body.append(section);
        return box.firstChild;
    };
    const quiz = put(`<which-cause>${own}</which-cause>`);
    quiz.title = name;
    if (measure) quiz.allows = innerWidth - 16;
    else {
        const text = put(`<x-y style='display: block'>${words}</x-y>`);
        if (!/display/.test(style)) text.style.display = 'block';
        quiz.allows = text.firstChild.getBoundingClientRect().width;
        text.closest('section').remove();
    }
}
</script>";

/// What is wrong with how wide the cards are: before the start, on the first screen, and on the result.
const MEASURED: &str = "
    const [done] = arguments, wrong = [];
    let measured = 0;
    const frame = () => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
    const look = (quiz, when) => {
        const card = [...quiz.shadowRoot.querySelectorAll('[part=base]')].find((it) => it.checkVisibility());
        const { width, left, right } = card.getBoundingClientRect();
        const allows = quiz.title === 'columns' ? quiz.parentElement.getBoundingClientRect().width / Math.max(1, Math.floor((quiz.parentElement.clientWidth + 16) / 316)) - 16 : quiz.allows;
        measured += 1;
        if (Math.abs(width - allows) > 17) wrong.push(`${quiz.title}, ${when}: ${width} px of ${allows}`);
        if (width < Math.min(288, allows) - 1) wrong.push(`${quiz.title}, ${when}: only ${width} px`);
        if (left < -1 || right > innerWidth + 1) wrong.push(`${quiz.title}, ${when}: at ${left} to ${right}`);
    };
    const all = async () => {
        await customElements.whenDefined('which-cause');
        const quizzes = [...document.querySelectorAll('which-cause')];
        for (const quiz of quizzes) look(quiz, 'before the start');
        for (const quiz of quizzes) {
            await quiz.start();
            look(quiz, 'a screen');
            for (let step = 0; quiz.shadowRoot.querySelector('form') && step < 30; step++) {
                // Clicks by a script have no `detail`, so that they count at once.
                const form = quiz.shadowRoot.querySelector('form');
                [...form.querySelectorAll('input')].at(-1).click();
                form.querySelector('.primary').click();
                await frame();
                look(quiz, `step ${step}`);
            }
            quiz.remove();
        }
        // Vertical text in a page with a scroll bar is wider by that.
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth > clientWidth + 1) wrong.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
        return [wrong, measured];
    };
    all().then(done, (error) => done([[String(error)], 0]));
";

async fn is_as_wide_as_the_box_allows(engine: Engine, screen: Screen) {
    let reader = Reader::at(engine, screen, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", BOXES.to_owned()));
    reader.opens("").await;
    let found = reader.page.run_async(MEASURED).await;
    assert_eq!(found[0], json!([]), "at {} px", screen.width);
    assert!(found[1].as_u64() > Some(60), "{found}");
}

#[apply(in_every_engine)]
async fn in_a_box_as_wide_as_its_content_the_quiz_is_not_two_pixels_wide_on_a_phone(engine: Engine) {
    is_as_wide_as_the_box_allows(engine, NARROW).await;
}

#[apply(in_every_engine)]
async fn in_a_box_as_wide_as_its_content_the_quiz_is_not_two_pixels_wide_on_a_desktop(engine: Engine) {
    is_as_wide_as_the_box_allows(engine, WIDE).await;
}

#[apply(in_every_engine)]
async fn beside_other_content_the_quiz_keeps_288_pixels(engine: Engine) {
    let reader = Reader::at(engine, WIDE, Mouse).await;
    for around in [
        "<div style='display: flex; width: 500px'><p>Words of the page. Words of the page. Words of the page.</p>Q</div>",
        "<table width=100%><tr><td>Words of the page.<td>Q</table>",
        "<div style='width: min-content'>Q</div>",
        "<div style='display: grid; grid-template-columns: 1fr auto; width: 600px'><p>Words.</p>Q</div>",
    ] {
        let page = format!("<!doctype html><script type=module src=which-cause.js></script><body>{around}")
            .replace('Q', "<which-cause><h2>Which?</h2></which-cause>");
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", page));
        reader.opens("").await;
        reader.page.the("button", "Start").await;
        let width = "const [part] = arguments; return document.querySelector('which-cause').shadowRoot.querySelector(part).getBoundingClientRect().width";
        let before = reader.page.run(width, vec![json!(".facade")]).await;
        assert!(before.as_f64() > Some(287.0), "{around}: {before}");
        reader.presses("Start").await;
        reader.page.the("group", "First, is any of this happening with your pain?").await;
        let after = reader.page.run(width, vec![json!(".base")]).await;
        assert!(after.as_f64() > Some(287.0), "{around}: {after}");
    }
}

#[apply(in_every_engine)]
async fn a_card_is_not_cut_across_columns(engine: Engine) {
    let reader = Reader::at(engine, WIDE, Mouse).await;
    let words = "<p>Words of the article that fill its columns from top to bottom.</p>".repeat(12);
    let page = format!(
        "<!doctype html><meta charset=utf-8><script type=module src=which-cause.js></script>
         <body><article style='columns: 3'>{words}<which-cause><h2>Which?</h2><p>Some</p><p>more</p><p>words.</p></which-cause>{words}</article>"
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page));
    reader.opens("").await;
    reader.page.the("button", "Start").await;
    // A card in one column has one box; one that is cut has as many as pieces.
    let pieces = "const [part] = arguments; return document.querySelector('which-cause').shadowRoot.querySelector(part).getClientRects().length";
    assert_eq!(reader.page.run(pieces, vec![json!(".facade")]).await, json!(1), "before the start");
    reader.presses("Start").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    assert_eq!(reader.page.run(pieces, vec![json!(".base")]).await, json!(1), "a screen");
}

/// How the quiz looks: of each element what colours and lengths it has.
const LOOKS: &str = "
    const looks = (it) => {
        const { color, backgroundColor, borderTopColor, borderTopLeftRadius, paddingTop, paddingLeft, marginTop, fill, stroke, outlineColor } = getComputedStyle(it);
        return [it.className?.baseVal ?? it.className, color, backgroundColor, borderTopColor, borderTopLeftRadius, paddingTop, paddingLeft, marginTop, fill, stroke, outlineColor].join();
    };
    return [...document.querySelector('which-cause').shadowRoot.querySelectorAll('*')].map(looks);
";

/// A page's rules for every custom property of the quiz that is none of the page's.
const NAMED: &str = "
    const css = document.querySelector('which-cause').shadowRoot.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules]).map((it) => it.cssText).join();
    const names = [...new Set(css.match(/--[a-z][a-z-]*/g))].filter((it) => !it.startsWith('--which-cause-'));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, which-cause { ${names.map((it) => it + ': rgb(1, 2, 3)').join(' !important; ')} !important }`);
    document.adoptedStyleSheets = [sheet];
    return names.length;
";

#[apply(in_every_engine)]
async fn a_rule_of_the_page_sets_no_internal_custom_property(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    for screen in ["the facade", "an urgent stop", "a question with several answers", "a leading cause"] {
        reader.comes_to(kind(screen)).await;
        reader.page.run("document.adoptedStyleSheets = []", vec![]).await;
        let before = reader.page.run(LOOKS, vec![]).await;
        let named = reader.page.run(NAMED, vec![]).await;
        assert!(named.as_u64() >= Some(if screen == "the facade" { 1 } else { 15 }), "{screen}: {named}");
        let after = reader.page.run(LOOKS, vec![]).await;
        let pairs = before.as_array().into_iter().flatten().zip(after.as_array().into_iter().flatten());
        let changed: Vec<_> = pairs.filter(|(one, other)| one != other).collect();
        assert!(changed.is_empty(), "{screen}: {changed:#?}");
    }
}

#[apply(in_every_engine)]
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

/// Texts of which a line has a letter or a few, though a longer word of it would have had room: it is read by letters there.
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
        const words = node.data.trim().split(/[\\s-]+/).length;
        // A word that is wider than the card has two lines, or three of the largest text.
        const spare = node.data.split(/\\s/).some((it) => it.length > 14) ? 4 : 0;
        if (tops.size > words + spare) wrong.push(`${tops.size} lines: ${node.data}`);
    }
    return [wrong, measured];
";

#[apply(in_every_engine)]
async fn a_long_german_label_leaves_no_text_one_letter_a_line(engine: Engine) {
    for (width, size) in [(320, "100%"), (360, "100%"), (480, "100%"), (1280, "100%"), (320, "200%")] {
        let reader = Reader::at(engine, Screen { width, ..CALM }, Mouse).await;
        for direction in ["ltr", "rtl"] {
            let page = article()
                .replacen("<which-cause ", &format!("<which-cause style='font-size: {size}' "), 1)
                .replacen("lang=\"en\"", &format!("lang=de dir={direction}"), 1);
            reader.server.twist(|twists| _ = twists.texts.insert("index.html", page));
            reader.opens("").await;
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
