//! Every text has a contrast of 4.5:1, or 3:1 if it is large, and every edge and sign that a reader needs has 3:1 (WCAG 2.2, 1.4.3 and
//! 1.4.11), in the quiz's own colors and in an owner's.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;
use crate::widget::measurements::CONTRAST;

/// A page of an owner with their own colors.
fn page(style: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><meta name=viewport content='width=device-width'><title>A page</title>\
         <style>body {{ font: 18px/1.6 serif; margin: 16px }} {style}</style>\
         <script type=module src=which-cause.js></script>\
         <which-cause remember course=course.html start-label='Start the safety check'>\
         <h2>Which cause is yours?</h2><p>It's a guide, not a diagnosis.</p></which-cause>"
    )
}

/// A light page with a red accent.
const RED: &str = "body { background: #fff; color: #222 } which-cause { --which-cause-accent: #8a2846 }";

/// A dark page without a `color-scheme`, with a golden accent.
const GOLD: &str = "body { background: #14110f; color: #eee }
    which-cause { --which-cause-accent: #e8a33d; --which-cause-accent-text: #231500 }";

const DARK: Window = Window { dark: true, ..REDUCED_MOTION };

#[apply(chromium_only!)]
async fn every_text_and_sign_has_enough_contrast_in_light_and_dark_mode(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            reader.passes(CONTRAST, screen).await;
            reader.changes_settings(DARK).await;
            reader.passes(CONTRAST, &format!("{screen}, dark")).await;
            reader.changes_settings(REDUCED_MOTION).await;
        })
        .await;
    // The most colorful screens of an owner's page.
    let screens = ["the facade", "a safety screen", "an emergency", "a leading cause"].map(screen_kind);
    for (settings, owner) in [(REDUCED_MOTION, RED), (DARK, GOLD)] {
        reader.changes_settings(settings).await;
        reader.visits(&page(owner), &screens, async |screen| reader.passes(CONTRAST, screen).await).await;
    }
}

/// One control of each kind.
const EACH: &str = "
    const found = new Map();
    const { shadowRoot } = document.querySelector('which-cause');
    for (const control of shadowRoot.querySelectorAll('label, button, a[href], summary')) {
        if (control.checkVisibility()) found.set(control.className + control.parentElement.className + !!control.querySelector(':checked'), control);
    }
    return [...found.values()];
";

/// Scrolls to an element and returns its center. From then on, clicks do nothing.
const MIDDLE: &str = "
    const [control] = arguments;
    window.onclick ??= (event) => event.preventDefault();
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = control.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
";

#[apply(chromium_only!)]
async fn hovered_and_pressed_controls_have_enough_contrast(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    let points = async |actions: Vec<PointerAction>| {
        let pointer = actions.into_iter().fold(MouseActions::new("mouse".to_owned()), InputSource::then);
        reader.page.client.perform_actions(pointer).await.expect("a mouse");
    };
    for screen in ["a question with one answer, picked", "an emergency", "a leading cause", "a mixed result"]
    {
        reader.jumps_to(screen_kind(screen)).await;
        // The press must lead neither to another screen nor to another page.
        let still = "addEventListener('click', (event) => { event.preventDefault(); event.stopPropagation(); }, true)";
        reader.page.run(still, vec![]).await;
        let Value::Array(each) = reader.page.run(EACH, vec![]).await else { panic!("{screen} has controls") };
        assert!(each.len() >= 2, "{screen} has controls of more kinds than one");
        for control in each {
            let (x, y): (f64, f64) =
                serde_json::from_value(reader.page.run(MIDDLE, vec![control.clone()]).await)
                    .expect("a place");
            points(vec![PointerAction::MoveTo { duration: None, x, y }]).await;
            let hovered =
                reader.page.run("return arguments[0].matches(':hover')", vec![control.clone()]).await;
            assert_eq!(hovered, json!(true), "{screen}: the pointer is on it");
            reader.passes(CONTRAST, &format!("{screen}, pointed at {x}, {y}")).await;
            points(vec![PointerAction::Down { button: MOUSE_BUTTON_LEFT }]).await;
            reader.passes(CONTRAST, &format!("{screen}, pressed at {x}, {y}")).await;
            points(vec![PointerAction::Up { button: MOUSE_BUTTON_LEFT }]).await;
        }
    }
}

#[apply(chromium_only!)]
async fn the_measurement_finds_colors_with_too_little_contrast(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    let mut current = "";
    for (screen, token, color, found) in [
        ("a leading cause", "--which-cause-muted", "#b8b8b8", "“Your result”: "),
        ("a leading cause", "--which-cause-muted", "rgb(90 90 90 / 50%)", "“Your result”: "),
        (
            "a leading cause",
            "--which-cause-accent",
            "color-mix(in srgb, #0b6e63 20%, #fff)",
            "the drawing of svg.bar",
        ),
        ("a leading cause", "--which-cause-accent", "#fafafa", "the edge of a.primary"),
        ("a leading cause", "--which-cause-accent-text", "#0b6e63", "“See what's in the course”: "),
        ("a safety screen without a tick", "--edge", "#ddd", "the edge of input"),
        ("a safety screen", "--which-cause-accent-text", "#0b6e63", "the tick of input"),
        ("a safety screen with an error message", "--alarm", "#d99", "“Error: "),
    ] {
        if screen != current {
            reader.jumps_to(screen_kind(screen)).await;
            current = screen;
        }
        assert_eq!(reader.measures(CONTRAST).await.problems, [""; 0], "{screen}, unspoiled");
        // A page can set the first kind. The others are on the root of the quiz.
        let spoil = "
            const quiz = document.querySelector('which-cause');
            const own = arguments[0].startsWith('--which-cause-');
            (own ? quiz : quiz.shadowRoot.querySelector('.widget')).style.setProperty(...arguments);
        ";
        reader.page.run(spoil, vec![json!(token), json!(color)]).await;
        let problems = reader.measures(CONTRAST).await.problems;
        // An empty value removes the property.
        reader.page.run(spoil, vec![json!(token), json!("")]).await;
        assert!(problems.iter().any(|it| it.starts_with(found)), "{screen}, {token}: {color}: {problems:?}");
    }
}
