//! A new screen comes into view: under a sticky header, in a pane that scrolls, on a zoomed phone. A page that already shows it does not
//! scroll.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::driver::{Method, send_command};
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_and_firefox, chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::article::FIRST_SCREEN;

/// A page with this style, and with text around the quiz.
fn page(css: &str) -> String {
    let text = "<p>A line of the article around the quiz, which goes on for a while.</p>".repeat(24);
    format!(
        "<!doctype html><html lang=en-GB><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <style>* {{ box-sizing: border-box }} body {{ margin: 0 }} {css}</style>\
         <script type=module src=which-cause.js></script><header>A header</header><main><div>{text}\
         <which-cause start-label=Start loading=eager><p>Words</p></which-cause>{text}</div></main>"
    )
}

impl Reader {
    /// Opens such a page at the first screen of the quiz.
    async fn starts_on_a_page_with(&self, css: &str) {
        self.opens_page(page(css)).await;
        self.page.find("button", "Start").await;
        // Not every driver can press an element that is out of view in a pane.
        self.runs_on_quiz("quiz.start()").await;
        self.page.find("group", FIRST_SCREEN).await;
    }
}

/// Scrolls the card to a height in the window and continues to the next screen. Returns where the card and the heading are then, and how far
/// the page or its pane has scrolled.
const GO_ON: &str = "
    const [top, pane, done] = arguments, { shadowRoot } = document.querySelector('which-cause');
    const scroller = pane ? document.querySelector(pane) : document.scrollingElement;
    const card = () => shadowRoot.querySelector('.widget .base').getBoundingClientRect().top;
    [...shadowRoot.querySelectorAll('.widget input')].at(-1).click();
    scroller.scrollBy({ top: card() - top, behavior: 'instant' });
    const [before, asked] = [scroller.scrollTop, shadowRoot.querySelector('.widget .heading').textContent];
    if (Math.abs(card() - top) > 1) return done('the card cannot be there');
    shadowRoot.querySelector('.widget .primary').click();
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const heading = shadowRoot.activeElement, { top, bottom } = heading.getBoundingClientRect();
        if (!heading.matches('.heading') || heading.textContent === asked) return done('no new screen');
        done([card(), top, bottom, scroller.scrollTop - before, innerHeight].map(Math.round));
    }));
";

/// The top of the card, the top and the bottom of the heading, how far the page has scrolled, and the height of the window.
async fn continues(reader: &Reader, top: i64, pane: &str) -> [i64; 5] {
    let places = reader.page.run_async_with(GO_ON, vec![json!(top), json!(pane)]).await;
    serde_json::from_value(places.clone()).unwrap_or_else(|_| panic!("{places}"))
}

/// A header that covers the top of the window.
const HEADER: &str = "header { position: sticky; top: 0; height: 120px; background: #246; z-index: 9 }";

#[apply(every_engine!)]
async fn under_a_sticky_header_a_new_heading_is_in_view(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    for (css, least) in [
        ("html { scroll-padding-top: 130px }", 130),
        ("html { scroll-padding-top: 130px } which-cause { --which-cause-scroll-margin: 24px }", 154),
        ("which-cause { --which-cause-scroll-margin: 140px }", 140),
    ] {
        reader.starts_on_a_page_with(&format!("{HEADER} {css}")).await;
        for from in [50, -300] {
            let [card, _, bottom, _, window] = continues(&reader, from, "").await;
            assert!(card >= least - 1 && bottom <= window, "{css}, from {from}: {card}, {bottom}");
        }
    }
    reader.starts_on_a_page_with(&format!("{HEADER} html {{ scroll-padding-top: 130px }}")).await;
    let [card, .., moved, _] = continues(&reader, 220, "").await;
    assert_eq!((card, moved), (220, 0), "a page that shows the new screen does not scroll");
}

/// A pane that scrolls, 200 pixels below the top of the window and 100 above its bottom.
const PANE: &str = "main { position: fixed; inset: 200px 0 100px; overflow: auto }";

#[apply(chromium_only!)]
async fn in_a_pane_that_scrolls_a_new_heading_is_in_view(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    for css in [PANE.to_owned(), format!("{PANE} main {{ scroll-padding-top: 40px }}")] {
        reader.starts_on_a_page_with(&css).await;
        // Above the pane, and below it: both within the window.
        for from in [100, 600] {
            let [card, _, bottom, moved, window] = continues(&reader, from, "main").await;
            assert!(card >= 200 && bottom <= window - 100, "{css}, from {from}: {card}, {bottom}");
            assert!(moved != 0, "{css}, from {from}: the pane scrolls");
        }
    }
    reader.starts_on_a_page_with(PANE).await;
    let [card, .., moved, _] = continues(&reader, 260, "main").await;
    assert_eq!((card, moved), (260, 0), "a pane that shows the new screen does not scroll");

    // A pane in a pane: the inner one begins above the outer one.
    let nested = "main { position: fixed; inset: 200px 0 100px; overflow: auto; padding: 300px 0 }
        main > div { height: 380px; overflow: auto }";
    reader.starts_on_a_page_with(nested).await;
    reader.page.run("document.querySelector('main').scrollTo(0, 360)", vec![]).await;
    let [card, _, bottom, _, window] = continues(&reader, 150, "main > div").await;
    assert!(card >= 200 && bottom <= window - 100, "{card}, {bottom}");

    // A pane without space for both: the heading comes before the progress above it.
    for (css, least) in [("", 200), ("which-cause { --which-cause-scroll-margin: 30px }", 230)] {
        let css =
            format!("main {{ position: fixed; inset: 200px 0 auto; height: 130px; overflow: auto }} {css}");
        reader.starts_on_a_page_with(&css).await;
        let [card, top, bottom, ..] = continues(&reader, 150, "main").await;
        assert!(card < 200, "{css}: there is space for both: {card}, {bottom}");
        assert!(top >= least && bottom <= 330, "{css}: {top}, {bottom}");
    }
}

#[apply(chromium_only!)]
async fn on_a_zoomed_phone_a_new_heading_is_in_the_visual_viewport(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.starts_on_a_page_with("").await;
    engine.resize(&reader.page.client, 360, 740).await;
    let zoom = json!({ "cmd": "Emulation.setPageScaleFactor", "params": { "pageScaleFactor": 2 } });
    send_command(&reader.page.client, Method::POST, "goog/cdp/execute", Some(zoom))
        .await
        .expect("a zoomed page");
    // The heading is in the window, but above the part that the reader sees.
    let seen = "
        const { offsetTop, height, scale } = visualViewport;
        return [scale, offsetTop, offsetTop + height];
    ";
    let look = "
        const [done] = arguments;
        document.querySelector('which-cause').shadowRoot.querySelector('.widget button').scrollIntoView({ block: 'end', behavior: 'instant' });
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
    ";
    reader.page.run_async(look).await;
    let [_, top, bottom, ..] = continues(&reader, 20, "").await;
    let seen: [f64; 3] = serde_json::from_value(reader.page.run(seen, vec![]).await).expect("numbers");
    assert!(seen[0] > 1.9, "the page is zoomed: {seen:?}");
    #[expect(clippy::cast_precision_loss, reason = "pixels")]
    let (top, bottom) = (top as f64, bottom as f64);
    assert!(top >= seen[1] - 1.0 && bottom <= seen[2] + 1.0, "{top} to {bottom} in {seen:?}");
}

/// Waits until the window has this width. Returns whether the pane shows the whole focused element.
const IN_THE_PANE: &str = "
    const [width, done] = arguments;
    const look = () => {
        if (innerWidth !== width) return requestAnimationFrame(look);
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const [box, pane] = [document.querySelector('which-cause').shadowRoot.activeElement, document.querySelector('main')]
                .map((it) => it.getBoundingClientRect());
            done([box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1, box.top, box.bottom, pane.top, pane.bottom]);
        }));
    };
    look();
";

#[apply(chromium_and_firefox!)]
async fn turning_the_phone_keeps_the_focus_in_view_of_its_pane(engine: Engine) {
    // Without scroll anchoring, which would keep the position by itself.
    let css = "main { position: fixed; inset: 100px 0 60px; overflow: auto; overflow-anchor: none }";
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.starts_on_a_page_with(css).await;
    // The reader scrolls back to the control. Only the pane gets that scroll event.
    let focus = "
        const [done] = arguments, { shadowRoot } = document.querySelector('which-cause');
        const box = shadowRoot.querySelectorAll('.widget input')[3], frames = (next) => requestAnimationFrame(() => requestAnimationFrame(next));
        document.querySelector('main').scrollTo({ top: 0, behavior: 'instant' });
        box.focus({ preventScroll: true });
        frames(() => {
            box.scrollIntoView({ block: 'center', behavior: 'instant' });
            frames(() => done());
        });
    ";
    reader.page.run_async(focus).await;
    for (width, height) in [(360, 740), (740, 360), (360, 740)] {
        engine.resize(&reader.page.client, width, height).await;
        let place: Value = reader.page.run_async_with(IN_THE_PANE, vec![json!(width)]).await;
        assert_eq!(place[0], json!(true), "{width} by {height}: {place}");
    }
}
