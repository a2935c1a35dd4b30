//! Pictures: who sees them is helped, who does not misses nothing, and no quiz waits for them.

use crate::harness::engines::{chromium_and_firefox, chromium_only, every_engine};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::{built, heard, listen};
use super::contract::article_with;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, PHONE, Screen};

/// The drawings of the compiled-in quiz.
pub(crate) const DRAWINGS: &str = "upper-back-knots.drawings.json";

const WHERE: &str = "Where do your knots bother you most?";
const BACK: &str = "An upper back seen from behind, with the places that can be picked.";
const BOTH: &str = "On both sides, about the same";
const ONE_SIDE: &str = "On one side, between my spine and shoulder blade";
const ELSEWHERE: &str = "There, and in other places too, like my legs, hips or arms";
const MIDDLE: &str = "Across the middle, between both shoulder blades";

/// The picture that the article has itself.
const ARTICLES: &str = "An upper back seen from behind. On each side a spot is marked, between the spine and the shoulder blade.";

/// The choices in the order of their regions, each with a place in it, in units of the sheet, which is 240 by 220.
const PLACES: [(&str, [f64; 2]); 4] =
    [(BOTH, [80.0, 70.0]), (ONE_SIDE, [150.0, 106.0]), (MIDDLE, [120.0, 118.0]), (ELSEWHERE, [187.0, 150.0])];

/// What shows of the map: of each region how much it is filled, and how thick its line is if one shows; and the choices whose
/// edge has the accent's colour.
const SHOWN: &str = "
    const root = quiz.shadowRoot;
    const accent = getComputedStyle(root.querySelector('button[type=submit]')).backgroundColor;
    return {
        regions: [...root.querySelectorAll('svg[role=img] g')].map((it) => {
            const style = getComputedStyle(it.querySelector('.spot'));
            return [+style.fillOpacity, +style.strokeOpacity && parseFloat(style.strokeWidth)];
        }),
        edged: [...root.querySelectorAll('label')].filter((it) => getComputedStyle(it).borderTopColor === accent)
            .map((it) => it.textContent.trim()),
    };
";

impl Reader {
    /// Comes to the question with the map.
    async fn comes_to_the_map(&self) {
        self.has_no_flags().await;
        self.page.the("group", WHERE).await;
        self.page.the("image", BACK).await;
        // The mouse may be on a choice here, where the last screen had its button.
        let heading = self.page.the("heading", WHERE).await;
        self.moves_to(heading, 0.0, 0.0, false).await;
        // In the first moment of a screen no press is taken.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }

    /// Moves the mouse to somewhere off the middle of an element, and presses there if `press` says so.
    async fn moves_to(&self, element: Element, x: f64, y: f64, press: bool) {
        let moves = PointerAction::MoveToElement { element, duration: None, x, y };
        let mut actions = MouseActions::new("mouse".to_owned()).then(moves);
        if press {
            actions = actions
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.page.client.perform_actions(actions).await.expect("a mouse");
    }

    /// The names of the quiz's pictures.
    async fn sees_pictures(&self) -> Vec<String> {
        let mut names = self.page.names("image").await;
        names.retain(|it| it != ARTICLES);
        names
    }

    /// Moves the mouse to the place on the map that stands for a choice, and presses there if `press` says so.
    async fn points_at(&self, choice: &str, press: bool) {
        let [x, y] = PLACES.iter().find(|(it, _)| *it == choice).expect("a place").1;
        let picture = self.page.the("image", BACK).await;
        let json = json!(picture);
        let center = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            return arguments[0].getBoundingClientRect().height / 220";
        let scale = self.page.run(center, vec![json]).await.as_f64().expect("a number");
        // A driver counts from the middle.
        self.moves_to(picture, (x - 120.0) * scale, (y - 110.0) * scale, press).await;
    }

    /// The choices that are picked.
    async fn has_picked(&self) -> Vec<String> {
        let picked = "return [...quiz.shadowRoot.querySelectorAll('label:has(:checked)')].map((it) => it.textContent.trim())";
        serde_json::from_value(self.scripts(picked).await).expect("texts")
    }

    /// The choices whose regions show, with how much each is filled and how thick its line is.
    async fn sees_regions(&self) -> Vec<(&'static str, f64, f64)> {
        let shown = self.scripts(SHOWN).await;
        let regions: Vec<(f64, f64)> = serde_json::from_value(shown["regions"].clone()).expect("regions");
        assert_eq!(regions.len(), PLACES.len(), "{shown}");
        let named = PLACES.iter().zip(regions).map(|((choice, _), (filled, line))| (*choice, filled, line));
        named.filter(|(_, filled, line)| *filled > 0.0 || *line > 0.0).collect()
    }

    /// Waits until the drawings have been asked for.
    pub(crate) async fn has_asked_for_drawings(&self) {
        for _ in 0..400 {
            let mut here = false;
            self.server.twist(|twists| here = twists.asked.iter().any(|it| it == DRAWINGS));
            if here {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("nobody has asked for the drawings");
    }
}

#[apply(every_engine!)]
async fn a_press_of_a_place_on_the_map_is_one_of_its_choice(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    assert!(reader.sees_regions().await.is_empty(), "nothing is picked or pointed at");
    for (choice, _) in PLACES {
        reader.points_at(choice, true).await;
        assert_eq!(reader.has_picked().await, [choice]);
        reader.page.focuses("radio", choice).await;
        let regions = reader.sees_regions().await;
        let filled: Vec<_> = regions.iter().filter(|(_, filled, _)| *filled > 0.5).collect();
        assert!(filled.len() == 1 && filled[0].0 == choice, "{choice}: {regions:?}");
    }
    reader.goes_on().await;
    reader.page.the("group", "When does it tend to build up?").await;
    reader.presses("Back").await;
    reader.page.the("image", BACK).await;
    let regions = reader.sees_regions().await;
    let filled = regions.iter().find(|(_, filled, _)| *filled > 0.5);
    assert_eq!(
        filled.map(|(choice, ..)| *choice),
        Some(ELSEWHERE),
        "what was picked shows again: {regions:?}"
    );
}

#[apply(every_engine!)]
async fn what_the_mouse_points_at_shows_on_the_map_and_in_the_list(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    reader.points_at(MIDDLE, false).await;
    assert_eq!(reader.scripts(SHOWN).await["edged"], json!([MIDDLE]));
    let regions = reader.sees_regions().await;
    assert!(regions.len() == 1 && regions[0].0 == MIDDLE, "{regions:?}");
    let choice = reader.page.the("radio", ONE_SIDE).await;
    reader.moves_to(choice, 0.0, 0.0, false).await;
    let regions = reader.sees_regions().await;
    assert!(regions.len() == 1 && regions[0].0 == ONE_SIDE, "{regions:?}");
    assert_eq!(reader.has_picked().await, [] as [&str; 0], "to point is not to pick");
}

#[apply(every_engine!)]
async fn the_map_follows_a_reader_at_a_keyboard(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    reader.chooses(BOTH).await;
    for choice in [ONE_SIDE, ELSEWHERE, MIDDLE] {
        reader.strikes(Key::Down).await;
        reader.page.focuses("radio", choice).await;
        assert_eq!(reader.has_picked().await, [choice]);
        // The mouse lies somewhere, and what it points at shows as well, though less.
        let regions = reader.sees_regions().await;
        let picked: Vec<_> = regions.iter().filter(|(_, filled, _)| *filled > 0.5).collect();
        let [(shown, filled, line)] = picked[..] else { panic!("{regions:?}") };
        // Of a control that an arrow key has come to, WebKit does not say that its focus is to be seen (`:focus-visible`).
        let focused = *line > 3.0 || engine == Engine::WebKit;
        assert!(*shown == choice && *filled > 0.5 && focused, "{regions:?}");
    }
    // The picture is no stop of the tab key, and nothing in it is.
    reader.strikes(Key::Tab).await;
    reader.page.focuses("button", "Next").await;
}

#[apply(every_engine!)]
async fn each_picture_is_told_once_or_by_the_text_beside_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    assert_eq!(reader.sees_pictures().await, [BACK]);
    assert_eq!(reader.page.names("radio").await, [BOTH, ONE_SIDE, ELSEWHERE, MIDDLE]);
    for _ in 0..3 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader.page.the("group", "Look at yourself side-on, in a mirror or a photo. What do you see?").await;
    let names = reader.sees_pictures().await;
    assert!(names.len() == 1 && names[0].starts_with("A person seen from the side"), "{names:?}");
    // Each choice has a picture, and its text alone is its name.
    let boxes = reader.page.names("checkbox").await;
    assert_eq!(boxes[0], "My ear is in front of my shoulder");
    let pictures = "return [...quiz.shadowRoot.querySelectorAll('label svg')].map((it) => [it.getAttribute('aria-hidden'),
        it.getBoundingClientRect().width > 60])";
    assert_eq!(reader.scripts(pictures).await, json!(vec![json!(["true", true]); 4]));
}

#[apply(every_engine!)]
async fn a_result_has_pictures_of_its_cause_and_of_what_to_try(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_as("T2-posture-textbook").await;
    let cause = "A person at a screen, seen from the side, with the head in front of the shoulders.";
    reader.page.the("image", cause).await;
    let beside = "return [...quiz.shadowRoot.querySelectorAll('li svg:not([part])')].map((it) => it.closest('li').textContent)";
    let beside: Vec<String> = serde_json::from_value(reader.scripts(beside).await).expect("texts");
    assert_eq!(beside.len(), 4, "{beside:?}");
    assert_eq!(beside[0], "Lift your screen or phone so you can look straight ahead.");
}

#[apply(every_engine!)]
async fn without_drawings_the_quiz_goes_on_in_words_and_the_console_says_so_once(engine: Engine) {
    for broken in [None, Some("{\"format\":1,\"drawings\":{\"back\":7}}"), Some("<!doctype html>")] {
        let reader = Reader::new(engine, Mouse).await;
        reader.server.twist(|twists| match broken {
            None => twists.missing = vec![DRAWINGS],
            Some(text) => _ = twists.texts.insert(DRAWINGS, text.to_owned()),
        });
        reader.opens("").await;
        listen(&reader).await;
        reader.presses("Start the safety check").await;
        reader.answers_as("T2-posture-textbook", async || ()).await;
        reader.page.focuses("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
        reader.page.says("Lift your screen or phone so you can look straight ahead.").await;
        assert!(reader.sees_pictures().await.is_empty());
        let said = reader.page.console().await;
        let warnings = said.iter().filter(|it| it.starts_with("warn: <which-cause>: no pictures")).count();
        assert_eq!(warnings, 1, "{said:?}");
        let heard: Vec<Value> = heard(&reader).await;
        assert!(!heard.iter().any(|it| it["type"] == "which-cause-error"), "{heard:?}");
    }
}

#[apply(chromium_only!)]
async fn drawings_that_come_late_move_nothing_and_the_next_screen_has_its_pictures(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let watch = built("index.html").replacen(
        "<meta",
        "<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => [it.value, it.hadRecentInput])))
            .observe({ type: 'layout-shift', buffered: true })</script><meta",
        1,
    );
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", watch);
        twists.slow = vec![DRAWINGS];
    });
    reader.starts().await;
    // Faster than a hand, since the drawings come two seconds after the page.
    for screen in 1..=3 {
        reader.page.says(&format!("Safety check {screen} of 3")).await;
        let none = "const root = quiz.shadowRoot, boxes = root.querySelectorAll('.widget input');
            boxes[boxes.length - 1].click(); root.querySelector('.widget .primary').click()";
        reader.scripts(none).await;
    }
    reader.page.the("group", WHERE).await;
    assert!(reader.sees_pictures().await.is_empty(), "the drawings are still on their way");
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    assert!(reader.sees_pictures().await.is_empty(), "what stands stays as it is");
    assert_eq!(reader.scripts("return shifts.filter(([value, asked]) => !asked)").await, json!([]));
    reader.presses("Not sure? Skip this one").await;
    reader.page.the("group", "When does it tend to build up?").await;
    reader.presses("Back").await;
    reader.page.the("image", BACK).await;
}

#[apply(every_engine!)]
async fn the_drawings_of_another_quiz_are_found_beside_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/dense-bread.json")).expect("JSON");
    quiz["drawings"] = json!("bread.drawings.json");
    for question in quiz["questions"].as_array_mut().expect("questions") {
        question["picture"] = json!({"drawing": "loaf", "text": "A loaf."});
    }
    let loaf = json!({"format": 1, "drawings": {"loaf": {"width": 96, "height": 96, "strokes": [["body", "M9 9h78v78H9z"]]}}});
    let article = article_with("quiz=kitchen/bread.json");
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", article);
        twists.texts.insert("kitchen/bread.json", quiz.to_string());
        twists.texts.insert("kitchen/bread.drawings.json", loaf.to_string());
    });
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.the("group", quiz["questions"][0]["text"].as_str().expect("a text")).await;
    reader.presses("Not sure? Skip this one").await;
    reader.page.the("image", "A loaf.").await;
    reader.server.twist(|twists| {
        assert!(!twists.asked.iter().any(|it| it == DRAWINGS), "nobody needs those of the compiled-in quiz");
    });
}

#[apply(chromium_and_firefox!)]
async fn where_colors_are_forced_the_picked_place_still_shows(engine: Engine) {
    let reader = Reader::at(engine, Screen { forced_colors: true, ..PHONE }, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    reader.points_at(MIDDLE, true).await;
    let colors = "
        const picture = quiz.shadowRoot.querySelector('svg[role=img]'), style = (it) => getComputedStyle(it);
        const spot = (it) => style(it.querySelector('.spot')), regions = [...picture.querySelectorAll('g')];
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = 'color: LinkText; background: Canvas; forced-color-adjust: none';
        const { color, backgroundColor } = style(probe);
        return [regions.map((it) => spot(it).fill === color && +spot(it).fillOpacity > .5), color !== backgroundColor,
            style(picture.querySelector('path')).fill === backgroundColor];
    ";
    assert_eq!(reader.scripts(colors).await, json!([[false, false, true, false], true, true]));
}

#[apply(every_engine!)]
async fn places_on_the_map_are_large_enough_for_a_finger(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    let scale = "return quiz.shadowRoot.querySelector('svg[role=img]').getBoundingClientRect().width / 240";
    // 44 units of the sheet are the least that any place has the narrow way.
    assert!(reader.scripts(scale).await.as_f64().expect("a number") >= 0.99);
}
