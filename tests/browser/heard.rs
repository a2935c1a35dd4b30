//! What a reader hears: every screen announced once, by the heading that takes the focus; every control with its text for
//! a name; and nothing that only eyes are told (WCAG 2.2, 1.1.1, 1.3.1, 2.4.6, 2.5.3, 3.3.1, 4.1.2, 4.1.3).

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::engine::Engine;
use super::reader::Hand::Mouse;
use super::reader::Reader;
use super::screen::CALM;
use super::tree::Node;
use super::walk::{article, kind};

/// Writes down what live regions say: those that change, and those that come with something in them.
const LISTEN: &str = "
    const LIVE = '[role=status], [role=alert], [role=log], [aria-live], output';
    window.announced = [];
    const { shadowRoot } = document.querySelector('which-cause');
    window.regions = [...shadowRoot.querySelectorAll(LIVE)].map((it) => it.textContent);
    const say = (it) => { if (it.textContent.trim()) announced.push(it.textContent); };
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

async fn announced(reader: &Reader) -> Value {
    reader.page.run("return window.announced", vec![]).await
}

#[apply(in_every_engine)]
async fn a_new_screen_is_announced_by_its_heading_and_by_nothing_else(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.page.run(LISTEN, vec![]).await;
    reader.comes_to(kind("a safety screen without a tick")).await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    reader.presses("Next").await;
    reader.page.says("Error: Tick all that fit").await;
    let focused = "
        const it = document.querySelector('which-cause').shadowRoot.activeElement;
        return [it.textContent.startsWith('Error: '), it.closest('[role], [aria-live]')?.role ?? null];
    ";
    let line = reader.page.run(focused, vec![]).await;
    assert_eq!(line, json!([true, null]), "what is missing is said by the focus, and is no live region");
    reader.comes_to(kind("a question with one answer, picked")).await;
    reader.presses("Next").await;
    reader.page.focuses("heading", "When does it tend to build up?").await;
    reader.presses("Back").await;
    reader.page.focuses("heading", "Where do your knots bother you most?").await;
    reader.comes_to(kind("a doctor first")).await;
    reader.page.focuses("heading", "Worth booking a visit").await;
    assert_eq!(announced(&reader).await, json!([]));
}

#[apply(in_every_engine)]
async fn copying_is_announced_each_time_by_a_region_that_was_there_before(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.comes_to(kind("a doctor first")).await;
    reader.page.run(LISTEN, vec![]).await;
    let regions = reader.page.run("return window.regions", vec![]).await;
    // One is the facade's, which is hidden.
    assert_eq!(regions, json!(["", ""]), "they are there, and say nothing yet");
    let stub = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })";
    reader.page.run(stub, vec![]).await;
    let mut said = Vec::new();
    for _ in 0..2 {
        reader.presses("Copy as text").await;
        reader.page.says("Copied. You can paste it into a message or a note.").await;
        said.push("Copied. You can paste it into a message or a note.");
        assert_eq!(announced(&reader).await, json!(said));
    }
}

#[apply(in_chromium_alone_which_shows_what_is_heard)]
async fn nothing_is_heard_twice_and_nothing_goes_without_a_name(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            let heard = reader.hears().await;
            has_no_nameless_control(screen, &heard);
            has_each_name_once(screen, &heard);
            has_headings_in_steps(screen, &heard);
            has_a_group_that_says_its_question_once(screen, &heard);
        })
        .await;
}

/// The roles of what can be pressed.
const CONTROLS: [&str; 5] = ["button", "link", "radio", "checkbox", "DisclosureTriangle"];

fn has_no_nameless_control(screen: &str, heard: &[Node]) {
    let mut controls = heard.iter().filter(|it| CONTROLS.contains(&it.role.as_str())).peekable();
    assert!(controls.peek().is_some(), "{screen} has controls");
    for it in
        controls.chain(heard.iter().filter(|it| ["heading", "region", "image"].contains(&it.role.as_str())))
    {
        assert!(!it.name.is_empty(), "{screen}: {it} has no name");
        assert!(it.description.is_empty(), "{screen}: {it} says more than its name");
    }
}

/// A name is heard once among the controls, and once among the headings; inside the closed part that it opens, a heading
/// may come again in the next one.
fn has_each_name_once(screen: &str, heard: &[Node]) {
    for roles in [&CONTROLS[..], &["heading"]] {
        let mut names: Vec<_> = heard
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

fn has_headings_in_steps(screen: &str, heard: &[Node]) {
    let mut last = None;
    for it in heard.iter().filter(|it| it.role == "heading") {
        let level = it.state("level").as_u64().expect("a level");
        assert!(level <= last.map_or(2, |last| last + 1), "{screen}: {it} comes after one of level {last:?}");
        last = Some(level);
    }
    assert!(last.is_some(), "{screen} has a heading");
}

fn has_a_group_that_says_its_question_once(screen: &str, heard: &[Node]) {
    let asks = ["safety screen", "question"].iter().any(|it| screen.contains(it));
    // What opens and closes is a group as well, without a name.
    let groups: Vec<_> = heard.iter().filter(|it| it.role == "group" && !it.name.is_empty()).collect();
    assert_eq!(groups.len(), usize::from(asks), "{screen} has one group where it asks something");
    for group in groups {
        let heading = heard.iter().find(|it| it.role == "heading").expect("a heading");
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

/// What each control and each list is to those who hear it, beside what those see who see it.
const SEEN: &str = r"
    const quiz = document.querySelector('which-cause');
    const all = quiz.shadowRoot.querySelectorAll('.widget :is(button, a[href], input, ul)');
    return [...all].filter((it) => it.checkVisibility()).map((it) => {
        const text = (it.labels?.[0] ?? it).textContent.replace(/\s+/g, ' ').trim();
        const role = { button: 'button', a: 'link', ul: 'list' }[it.localName] ?? it.type;
        return [it, role, it.localName === 'ul' ? '' : text];
    });
";

#[apply(in_every_engine)]
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
            let heard = reader.page.heard(&it[0]).await;
            assert_eq!(json!([heard.0, heard.1]), json!([it[1], it[2]]), "{screen}");
        }
    }
}

#[apply(in_every_engine)]
async fn without_pictures_nothing_is_missing(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            // What is drawn is hidden from those who hear the page, or has words for them.
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
