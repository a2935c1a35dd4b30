//! What browsers hand to a screen reader: the focus, live regions, roles and names (WCAG 2.2, 1.1.1, 1.3.1, 2.4.6, 2.5.3, 3.3.1,
//! 4.1.2, 4.1.3). What a screen reader makes of it is another matter: `tests/screen-reader/` listens to one.

use crate::harness::engines::{chromium_only, every_engine};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::tree::Node;
use super::walk::{article, kind};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::CALM;

/// Writes down the texts of live regions: those that change, and those that come with a text in them.
const WATCH: &str = "
    const LIVE = '[role=status], [role=alert], [role=log], [aria-live], output';
    window.written = [];
    const { shadowRoot } = document.querySelector('which-cause');
    window.regions = [...shadowRoot.querySelectorAll(LIVE)].map((it) => it.textContent);
    const say = (it) => { if (it.textContent.trim()) written.push(it.textContent); };
    new MutationObserver((changes) => {
        const said = new Set();
        for (const { target, addedNodes } of changes) {
            said.add((target.closest ? target : target.parentElement)?.closest(LIVE));
            for (const it of addedNodes) if (it.querySelectorAll) [it, ...it.querySelectorAll('*')].filter((it) => it.matches(LIVE)).forEach((it) => said.add(it));
        }
        said.delete(null);
        said.delete(undefined);
        said.forEach(say);
    }).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
";

async fn written(reader: &Reader) -> Value {
    reader.page.run("return window.written", vec![]).await
}

/// Waits until the live regions have had these texts, one after the other, and no others.
async fn waits_for_texts(reader: &Reader, texts: &[&str]) {
    for _ in 0..200 {
        let now = written(reader).await;
        if now.as_array().is_some_and(|it| it.len() >= texts.len()) {
            assert_eq!(now, json!(texts));
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the live regions had {}, not {texts:?}", written(reader).await);
}

#[apply(every_engine!)]
async fn a_new_screen_has_the_focus_on_its_heading_and_the_rest_in_a_live_region(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.comes_to(kind("a safety screen without a tick")).await;
    reader.page.run(WATCH, vec![]).await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    let first = "Safety check 1 of 3. Most upper back pain isn't serious. We ask so that anyone who needs fast help gets it. Tick all \
                 that fit.";
    waits_for_texts(&reader, &[first]).await;
    reader.ticks("Coughing up blood").await;
    reader.presses("Next").await;
    reader.page.focuses("heading", "Call 112 or go to the nearest emergency department now").await;
    let card = "You ticked something that can need help fast. It may turn out to be nothing bad, but please don't wait to find out, and \
                don't drive yourself. Call 112. Somewhere else? Call the emergency number of the country you're in. You ticked: Coughing \
                up blood. We've stopped the quiz here so you can get help.";
    waits_for_texts(&reader, &[first, card]).await;
    reader.presses("I ticked that by mistake").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    waits_for_texts(&reader, &[first, card, first]).await;
}

#[apply(every_engine!)]
async fn an_error_has_the_focus_and_is_in_no_live_region(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.starts().await;
    reader.presses("Next").await;
    reader.page.focuses("heading", "Error: Tick all that fit, or tick “None of these” to go on.").await;
    let live = "return !!document.querySelector('which-cause').shadowRoot.activeElement.closest('[role=alert], [aria-live]')";
    assert_eq!(reader.page.run(live, vec![]).await, json!(false));
}

#[apply(every_engine!)]
async fn copying_writes_each_time_into_a_live_region_that_was_there_before(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.comes_to(kind("a mixed picture")).await;
    reader.page.run(WATCH, vec![]).await;
    let regions = reader.page.run("return window.regions", vec![]).await;
    // One is the facade's, which is hidden, and one the screen's.
    assert_eq!(regions, json!(["", "", ""]), "they are there, and empty");
    let stub = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })";
    reader.page.run(stub, vec![]).await;
    let mut texts = Vec::new();
    // Every other text has a space at its end, since the same text twice is said once.
    for text in [
        "Copied. You can paste it into a message or a note.",
        "Copied. You can paste it into a message or a note.\u{a0}",
        "Copied. You can paste it into a message or a note.",
    ] {
        reader.presses("Copy as text").await;
        texts.push(text);
        waits_for_texts(&reader, &texts).await;
    }
}

#[apply(chromium_only!)]
async fn nothing_in_the_tree_has_its_name_twice_or_goes_without_one(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            let tree = reader.accessibility_tree().await;
            has_no_nameless_control(screen, &tree);
            has_each_name_once(screen, &tree);
            has_headings_in_steps(screen, &tree);
            has_a_group_that_says_its_question_once(screen, &tree);
        })
        .await;
}

/// The roles of what can be pressed.
const CONTROLS: [&str; 5] = ["button", "link", "radio", "checkbox", "DisclosureTriangle"];

fn has_no_nameless_control(screen: &str, tree: &[Node]) {
    let mut controls = tree.iter().filter(|it| CONTROLS.contains(&it.role.as_str())).peekable();
    assert!(controls.peek().is_some(), "{screen} has controls");
    for it in
        controls.chain(tree.iter().filter(|it| ["heading", "region", "image"].contains(&it.role.as_str())))
    {
        assert!(!it.name.is_empty(), "{screen}: {it} has no name");
        assert!(it.description.is_empty(), "{screen}: {it} says more than its name");
    }
}

/// A name is there once among the controls, and once among the headings; inside the closed part that it opens, a heading
/// may come again in the next one.
fn has_each_name_once(screen: &str, tree: &[Node]) {
    for roles in [&CONTROLS[..], &["heading"]] {
        let mut names: Vec<_> = tree
            .iter()
            .filter(|it| roles.contains(&it.role.as_str()) && *it.state("level") != json!(5))
            // The author's own link may stand in the article as well.
            .filter(|it| !(screen.starts_with("the facade") && it.role == "link"))
            .map(|it| &it.name)
            .collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "{screen} has a name twice among {names:?}");
    }
}

fn has_headings_in_steps(screen: &str, tree: &[Node]) {
    let mut last = None;
    for it in tree.iter().filter(|it| it.role == "heading") {
        let level = it.state("level").as_u64().expect("a level");
        assert!(level <= last.map_or(2, |last| last + 1), "{screen}: {it} comes after one of level {last:?}");
        last = Some(level);
    }
    assert!(last.is_some(), "{screen} has a heading");
}

fn has_a_group_that_says_its_question_once(screen: &str, tree: &[Node]) {
    let asks = ["safety screen", "question"].iter().any(|it| screen.contains(it));
    // What opens and closes is a group as well, without a name.
    let groups: Vec<_> = tree.iter().filter(|it| it.role == "group" && !it.name.is_empty()).collect();
    assert_eq!(groups.len(), usize::from(asks), "{screen} has one group where it asks something");
    for group in groups {
        let heading = tree.iter().find(|it| it.role == "heading").expect("a heading");
        assert_eq!(group.name, heading.name, "{screen}");
        let description = &group.description;
        assert!(description.contains(" of "), "{screen}: {description} says where the reader is");
        let how = ["Tick all that fit.", "Pick the one that fits best."];
        assert!(how.iter().any(|it| description.ends_with(it)), "{screen}: {description} says how to answer");
        assert!(!description.contains(&group.name), "{screen}: {description} says what is asked again");
        let mut sentences: Vec<&str> = description.split_inclusive(['.', ':']).map(str::trim).collect();
        let count = sentences.len();
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), count, "{screen}: {description} says something twice");
        assert_eq!(screen.contains("refused"), description.contains("Error: "), "{screen}: {description}");
    }
}

/// What each control and each list is by its markup and its text.
const SEEN: &str = r"
    const quiz = document.querySelector('which-cause');
    const all = quiz.shadowRoot.querySelectorAll('.widget :is(button, a[href], input, ul)');
    return [...all].filter((it) => it.checkVisibility()).map((it) => {
        const text = (it.labels?.[0] ?? it).textContent.replace(/\s+/g, ' ').trim();
        const role = { button: 'button', a: 'link', ul: 'list' }[it.localName] ?? it.type;
        return [it, role, it.localName === 'ul' ? '' : text];
    });
";

#[apply(every_engine!)]
async fn every_control_is_called_what_it_says_and_every_list_is_one(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    for screen in
        ["a refused safety screen", "a question with one answer, picked", "an emergency", "a leading cause"]
    {
        reader.comes_to(kind(screen)).await;
        let Value::Array(seen) = reader.page.run(SEEN, vec![]).await else { panic!("{screen} has controls") };
        assert!(seen.len() >= 3, "{screen} has more than {}", seen.len());
        for it in seen {
            let (role, name) = reader.page.role_and_name(&it[0]).await;
            assert_eq!(json!([role, name]), json!([it[1], it[2]]), "{screen}");
        }
    }
}

#[apply(every_engine!)]
async fn without_pictures_nothing_is_missing(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            // What is drawn is hidden from screen readers, or has a text for them.
            let untold = "
                return [...document.querySelector('which-cause').shadowRoot.querySelectorAll('svg, img')]
                    .filter((it) => it.ariaHidden !== 'true' && !(it.getAttribute('role') === 'img' && it.getAttribute('aria-label')) && !it.getAttribute('alt'))
                    .map((it) => it.outerHTML);
            ";
            assert_eq!(reader.page.run(untold, vec![]).await, json!([]), "{screen}");
            let before = reader.page.text().await;
            let off = "
                const sheet = new CSSStyleSheet(), { shadowRoot } = document.querySelector('which-cause');
                sheet.replaceSync('svg, img { display: none !important }');
                shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
            ";
            reader.page.run(off, vec![]).await;
            assert_eq!(reader.page.text().await, before, "{screen} says the same without pictures");
        })
        .await;
}
