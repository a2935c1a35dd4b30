//! That everything can be seen: text at 4.5:1 on its ground and more, or 3:1 where it is large, and every edge and sign
//! that a reader needs at 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in the quiz's colours and in those that owners set.

use std::io::Cursor;

use crate::harness::engines::{chromium_and_firefox, every_engine};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::look::CONTRAST;
use super::walk::{article, kind};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, Screen};

/// A page of an owner who sets colours of their own.
fn page(style: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><meta name=viewport content='width=device-width'><title>A page</title>\
         <style>body {{ font: 18px/1.6 serif; margin: 16px }} {style}</style>\
         <script type=module src=which-cause.js></script>\
         <which-cause remember course=course.html start-label='Start the safety check'>\
         <h2>Which cause is yours?</h2><p>It's a guide, not a diagnosis.</p></which-cause>"
    )
}

/// A light page with a red of its own.
const RED: &str = "body { background: #fff; color: #222 } which-cause { --which-cause-accent: #8a2846 }";

/// A dark page that does not say that it is, with a gold of its own.
const GOLD: &str = "body { background: #14110f; color: #eee }
    which-cause { --which-cause-accent: #e8a33d; --which-cause-accent-text: #231500 }";

#[apply(every_engine!)]
async fn every_text_and_every_sign_stands_out_by_day(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    for page in [article(), page(RED)] {
        reader.walks(&page, async |screen| reader.finds_nothing_amiss(CONTRAST, screen).await).await;
    }
}

#[apply(every_engine!)]
async fn every_text_and_every_sign_stands_out_by_night(engine: Engine) {
    let reader = Reader::at(engine, Screen { dark: true, ..CALM }, Mouse).await;
    for page in [article(), page(GOLD)] {
        reader.walks(&page, async |screen| reader.finds_nothing_amiss(CONTRAST, screen).await).await;
    }
}

#[apply(chromium_and_firefox!)]
async fn every_text_and_every_sign_stands_out_in_colors_that_are_forced(engine: Engine) {
    for dark in [false, true] {
        let reader = Reader::at(engine, Screen { dark, forced_colors: true, ..CALM }, Mouse).await;
        reader.walks(&article(), async |screen| reader.finds_nothing_amiss(CONTRAST, screen).await).await;
    }
}

/// One thing of each kind that can be pressed, brought into view.
const EACH: &str = "
    const found = new Map();
    const { shadowRoot } = document.querySelector('which-cause');
    for (const it of shadowRoot.querySelectorAll('label, button, a[href], summary')) {
        if (it.checkVisibility()) found.set(it.className + it.parentElement.className + !!it.querySelector(':checked'), it);
    }
    return [...found.values()];
";

/// Where a thing's middle is, once it is in view; and nothing that is pressed does anything from now on.
const MIDDLE: &str = "
    const [it] = arguments;
    window.onclick ??= (event) => event.preventDefault();
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = it.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
";

#[apply(every_engine!)]
async fn what_is_pointed_at_and_pressed_still_stands_out(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    let points = async |actions: Vec<PointerAction>| {
        let pointer = actions.into_iter().fold(MouseActions::new("mouse".to_owned()), InputSource::then);
        reader.page.client.perform_actions(pointer).await.expect("a mouse");
    };
    for screen in ["a question with one answer, picked", "an emergency", "a leading cause", "a mixed picture"]
    {
        reader.comes_to(kind(screen)).await;
        // The press is not to lead anywhere: neither to another screen nor to another page.
        let still = "addEventListener('click', (event) => { event.preventDefault(); event.stopPropagation(); }, true)";
        reader.page.run(still, vec![]).await;
        let Value::Array(each) = reader.page.run(EACH, vec![]).await else { panic!("{screen} has controls") };
        assert!(each.len() >= 2, "{screen} has controls of more kinds than one");
        for it in each {
            let (x, y): (f64, f64) =
                serde_json::from_value(reader.page.run(MIDDLE, vec![it.clone()]).await).expect("a place");
            points(vec![PointerAction::MoveTo { duration: None, x, y }]).await;
            let hovered = reader.page.run("return arguments[0].matches(':hover')", vec![it.clone()]).await;
            assert_eq!(hovered, json!(true), "{screen}: the pointer is on it");
            reader.finds_nothing_amiss(CONTRAST, &format!("{screen}, pointed at {x}, {y}")).await;
            points(vec![PointerAction::Down { button: MOUSE_BUTTON_LEFT }]).await;
            reader.finds_nothing_amiss(CONTRAST, &format!("{screen}, pressed at {x}, {y}")).await;
            points(vec![PointerAction::Up { button: MOUSE_BUTTON_LEFT }]).await;
        }
    }
}

#[apply(every_engine!)]
async fn a_colour_that_is_spoiled_is_found_by_the_measure(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    for (screen, token, colour, found) in [
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
        ("a refused safety screen", "--alarm", "#d99", "“Error: "),
    ] {
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
        reader.opens("").await;
        reader.page.the("button", "Start the safety check").await;
        reader.comes_to(kind(screen)).await;
        assert_eq!(reader.measures(CONTRAST).await.amiss, [""; 0], "{screen}, unspoiled");
        // The page sets those that are its own; the quiz's others are on its root alone.
        let spoil = "
            const quiz = document.querySelector('which-cause');
            const own = arguments[0].startsWith('--which-cause-');
            (own ? quiz : quiz.shadowRoot.querySelector('.widget')).style.setProperty(...arguments);
        ";
        reader.page.run(spoil, vec![json!(token), json!(colour)]).await;
        let amiss = reader.measures(CONTRAST).await.amiss;
        assert!(amiss.iter().any(|it| it.starts_with(found)), "{screen}, {token}: {colour}: {amiss:?}");
    }
}

/// How full the progress bar is, and the places that [`BAR`] has.
type Places = (f64, (f64, f64), (f64, f64), (f64, f64));

/// Three places of the progress bar: in what is done, in what is to come, and on the ground under it.
const BAR: &str = "
    const bar = document.querySelector('which-cause').shadowRoot.querySelector('progress');
    const { left, width, top, bottom } = bar.getBoundingClientRect(), middle = (top + bottom) / 2;
    return [bar.position, [left + width / 4, middle], [left + width * 7 / 8, middle], [left + width / 2, bottom + 3]];
";

#[apply(every_engine!)]
async fn how_far_the_progress_bar_has_come_stands_out(engine: Engine) {
    for dark in [false, true] {
        let reader = Reader::at(engine, Screen { dark, ..CALM }, Mouse).await;
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
        reader.opens("").await;
        reader.page.the("button", "Start the safety check").await;
        reader.comes_to(kind("a question with several answers")).await;
        // No style says what colour the parts of it have: the picture does.
        let (part, done, to_come, ground): Places =
            serde_json::from_value(reader.page.run(BAR, vec![]).await).expect("places");
        assert!((0.3..0.8).contains(&part), "the places are right for a bar that is {part} full");
        let picture = reader.page.client.screenshot().await.expect("a picture");
        let [done, to_come, ground] = [done, to_come, ground].map(|at| luminance(&picture, at));
        for other in [to_come, ground] {
            let ratio = (done.max(other) + 0.05) / (done.min(other) + 0.05);
            assert!(ratio >= 3.0, "{ratio:.2} of 3, dark: {dark}");
        }
    }
}

/// How bright a picture is at a place, by <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(png: &[u8], (x, y): (f64, f64)) -> f64 {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("a picture");
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the picture")]
    let at = y as usize * frame.line_size + x as usize * frame.color_type.samples();
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = [bytes[at], bytes[at + 1], bytes[at + 2]].map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
