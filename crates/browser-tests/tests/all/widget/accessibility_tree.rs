//! The names, roles and descriptions that browsers pass on to screen readers (WCAG 2.2, 1.1.1, 1.3.1, 2.4.6, 2.5.3, 4.1.2).
//!
//! `tests/screen-reader/` tests what a screen reader says.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::accessibility_node::Node;
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;

#[apply(chromium_only!)]
async fn every_control_has_one_name_and_every_question_is_described_once(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            let tree = reader.accessibility_tree().await;
            has_no_nameless_control(screen, &tree);
            has_each_name_once(screen, &tree);
            has_headings_in_steps(screen, &tree);
            has_a_group_that_says_its_question_once(screen, &tree);
        })
        .await;
}

/// The roles of controls.
const CONTROLS: [&str; 5] = ["button", "link", "radio", "checkbox", "DisclosureTriangle"];

fn has_no_nameless_control(screen: &str, tree: &[Node]) {
    let mut controls = tree.iter().filter(|it| CONTROLS.contains(&it.role.as_str())).peekable();
    assert!(controls.peek().is_some(), "{screen} has controls");
    for node in
        controls.chain(tree.iter().filter(|it| ["heading", "region", "image"].contains(&it.role.as_str())))
    {
        assert!(!node.name.is_empty(), "{screen}: {node} has no name");
        assert!(node.description.is_empty(), "{screen}: {node} says more than its name");
    }
}

/// No two controls have the same name, and no two headings, except for headings inside details.
fn has_each_name_once(screen: &str, tree: &[Node]) {
    for roles in [&CONTROLS[..], &["heading"]] {
        let mut names: Vec<_> = tree
            .iter()
            .filter(|it| roles.contains(&it.role.as_str()) && *it.state("level") != json!(5))
            // The author's own link may be in the article too.
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
    for heading in tree.iter().filter(|it| it.role == "heading") {
        let level = heading.state("level").as_u64().expect("a level");
        assert!(
            level <= last.map_or(2, |last| last + 1),
            "{screen}: {heading} comes after one of level {last:?}"
        );
        last = Some(level);
    }
    assert!(last.is_some(), "{screen} has a heading");
}

fn has_a_group_that_says_its_question_once(screen: &str, tree: &[Node]) {
    let asks = ["safety screen", "question"].iter().any(|it| screen.contains(it));
    // A `details` element is a group too, without a name.
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
        assert_eq!(
            screen.contains("error message"),
            description.contains("Error: "),
            "{screen}: {description}"
        );
    }
}

/// The role and the text of each control and each list, by the markup.
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
async fn every_control_is_named_after_its_text_and_every_list_has_its_role(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    for screen in [
        "a safety screen with an error message",
        "a question with one answer, picked",
        "an emergency",
        "a leading cause",
    ] {
        reader.jumps_to(screen_kind(screen)).await;
        let Value::Array(seen) = reader.page.run(SEEN, vec![]).await else { panic!("{screen} has controls") };
        assert!(seen.len() >= 3, "{screen} has more than {}", seen.len());
        for control in seen {
            let (role, name) = reader.page.role_and_name(&control[0]).await;
            assert_eq!(json!([role, name]), json!([control[1], control[2]]), "{screen}");
        }
    }
}

#[apply(chromium_only!)]
async fn without_pictures_every_screen_has_the_same_text(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            // A drawing is hidden from screen readers or has a name.
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
