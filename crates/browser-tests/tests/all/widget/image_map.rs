//! The image map of the question “Where do your knots bother you most?”: its places are labels of the choices.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::{Keyboard, Mouse};
use crate::harness::reader::{FIRST_MOMENT, Reader};
use crate::harness::window::REDUCED_MOTION;

pub(crate) const WHERE: &str = "Where do your knots bother you most?";

pub(crate) const BACK: &str = "An upper back seen from behind, with the places that can be picked.";

pub(crate) const BOTH: &str = "On both sides, about the same";

pub(crate) const ONE_SIDE: &str = "On one side, between my spine and shoulder blade";

pub(crate) const ELSEWHERE: &str = "There, and in other places too, like my legs, hips or arms";

pub(crate) const MIDDLE: &str = "Across the middle, between both shoulder blades";

/// The choices in the order of their regions, each with a point in its region. The drawing is 240 by 220 units.
const PLACES: [(&str, [f64; 2]); 4] =
    [(BOTH, [80.0, 70.0]), (ONE_SIDE, [150.0, 106.0]), (MIDDLE, [120.0, 118.0]), (ELSEWHERE, [187.0, 150.0])];

/// How much each region is filled, how thick its visible line is, and which choices have an edge in the accent color.
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
    /// Continues to the question with the map.
    pub(crate) async fn comes_to_the_map(&self) {
        self.ticks_no_flags().await;
        self.page.find("group", WHERE).await;
        self.page.find("image", BACK).await;
        // The pointer may be on a choice now.
        let heading = self.page.find("heading", WHERE).await;
        self.moves_to(heading, 0.0, 0.0, false).await;
        // A press in the first moment of a screen does not count.
        tokio::time::sleep(FIRST_MOMENT).await;
    }

    /// Moves the mouse to a point relative to the center of an element, and presses there if `press` is true.
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

    /// Moves the mouse to the region of a choice, and presses there if `press` is true.
    pub(crate) async fn points_at(&self, choice: &str, press: bool) {
        let [x, y] = PLACES.iter().find(|(it, _)| *it == choice).expect("a place").1;
        let picture = self.page.find("image", BACK).await;
        let json = json!(picture);
        let center = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            return arguments[0].getBoundingClientRect().height / 220";
        let scale = self.page.run(center, vec![json]).await.as_f64().expect("a number");
        // WebDriver counts from the center.
        self.moves_to(picture, (x - 120.0) * scale, (y - 110.0) * scale, press).await;
    }

    /// The picked choices.
    async fn has_picked(&self) -> Vec<String> {
        let picked = "return [...quiz.shadowRoot.querySelectorAll('label:has(:checked)')].map((it) => it.textContent.trim())";
        serde_json::from_value(self.asks_quiz(picked).await).expect("texts")
    }

    /// The choices whose regions are highlighted, how much each is filled, and how thick its line is.
    async fn sees_regions(&self) -> Vec<(&'static str, f64, f64)> {
        let shown = self.asks_quiz(SHOWN).await;
        let regions: Vec<(f64, f64)> = serde_json::from_value(shown["regions"].clone()).expect("regions");
        assert_eq!(regions.len(), PLACES.len(), "{shown}");
        let named = PLACES.iter().zip(regions).map(|((choice, _), (filled, line))| (*choice, filled, line));
        named.filter(|(_, filled, line)| *filled > 0.0 || *line > 0.0).collect()
    }
}

#[apply(every_engine!)]
async fn pressing_a_place_picks_its_choice_and_hovering_only_highlights_it(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    assert!(reader.sees_regions().await.is_empty(), "nothing is picked or hovered");
    let scale = "return quiz.shadowRoot.querySelector('svg[role=img]').getBoundingClientRect().width / 240";
    // No place is narrower than 44 units of the drawing, so each is large enough for a finger.
    assert!(reader.asks_quiz(scale).await.as_f64().expect("a number") >= 0.99);

    reader.points_at(MIDDLE, false).await;
    assert_eq!(reader.asks_quiz(SHOWN).await["edged"], json!([MIDDLE]));
    let regions = reader.sees_regions().await;
    assert!(regions.len() == 1 && regions[0].0 == MIDDLE, "{regions:?}");
    let choice = reader.page.find("radio", ONE_SIDE).await;
    reader.moves_to(choice, 0.0, 0.0, false).await;
    let regions = reader.sees_regions().await;
    assert!(regions.len() == 1 && regions[0].0 == ONE_SIDE, "{regions:?}");
    assert_eq!(reader.has_picked().await, [] as [&str; 0], "hovering picks nothing");

    for (choice, _) in PLACES {
        reader.points_at(choice, true).await;
        assert_eq!(reader.has_picked().await, [choice]);
        reader.page.focus_is_on("radio", choice).await;
        let regions = reader.sees_regions().await;
        let filled: Vec<_> = regions.iter().filter(|(_, filled, _)| *filled > 0.5).collect();
        assert!(filled.len() == 1 && filled[0].0 == choice, "{choice}: {regions:?}");
    }
    reader.continues().await;
    reader.page.find("group", "When does it tend to build up?").await;
    reader.presses("Back").await;
    reader.page.find("image", BACK).await;
    let regions = reader.sees_regions().await;
    let filled = regions.iter().find(|(_, filled, _)| *filled > 0.5);
    assert_eq!(filled.map(|(choice, ..)| *choice), Some(ELSEWHERE), "the pick shows again: {regions:?}");
}

#[apply(chromium_only!)]
async fn the_map_follows_the_keyboard_and_is_no_tab_stop(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.starts().await;
    reader.comes_to_the_map().await;
    reader.chooses(BOTH).await;
    for choice in [ONE_SIDE, ELSEWHERE, MIDDLE] {
        reader.presses_key(Key::Down).await;
        reader.page.focus_is_on("radio", choice).await;
        assert_eq!(reader.has_picked().await, [choice]);
        // The region under the pointer is highlighted too, though less.
        let regions = reader.sees_regions().await;
        let picked: Vec<_> = regions.iter().filter(|(_, filled, _)| *filled > 0.5).collect();
        let [(shown, filled, line)] = picked[..] else { panic!("{regions:?}") };
        // WebKit does not match `:focus-visible` on a radio button that an arrow key has reached.
        let focused = *line > 3.0 || engine == Engine::WebKit;
        assert!(*shown == choice && *filled > 0.5 && focused, "{regions:?}");
    }
    // Neither the picture nor anything in it is a tab stop.
    reader.presses_key(Key::Tab).await;
    reader.page.focus_is_on("button", "Next").await;
}
