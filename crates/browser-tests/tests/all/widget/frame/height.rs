//! The height of a frame in the boxes of site builders.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::site::{RunningSite, Site};
use crate::harness::window::{PHONE, Window};
use crate::widget::article::FIRST_SCREEN;
use crate::widget::frame::course_sites::{LISTEN, site_with_list};
use crate::widget::frame::{Framed, Setting};

/// A page with a frame in a box, as site builders make one, with or without the script for the page.
async fn in_a_box(style: &str, html: &str, bare: bool) -> (RunningSite, RunningSite) {
    let quiz = site_with_list(None).await;
    let frame = format!(
        "<iframe class=which-cause-frame src='{}frame.html?region=GB' title=Quiz></iframe>",
        quiz.url
    );
    let script = format!("<script src='{}which-cause-frame.js'></script>", quiz.url);
    let page = format!(
        "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>Host</title>{LISTEN}
        <style>iframe {{ border: 0; width: 100% }} .box {{ position: relative }} {style}</style>
        {}<p>Above</p>{}<p id=below>Below</p>",
        if bare { "" } else { &script },
        html.replace("FRAME", &frame)
    );
    (Site::default().page("/", page).serve().await, quiz)
}

/// Boxes with a fixed ratio: those of `WordPress`, `FitVids` and Bootstrap, and with `aspect-ratio`.
const BOXES: [&str; 4] = [
    ".box::before { content: ''; display: block; padding-top: 56.25% } iframe { position: absolute; inset: 0; height: 100% }",
    ".box { padding: 56.25% 0 0; height: 0 } iframe { position: absolute; top: 0; left: 0; height: 100% }",
    ".box { aspect-ratio: 16 / 9; overflow: hidden } iframe { height: 100% }",
    ".box { aspect-ratio: 16 / 9; overflow: hidden } iframe { position: absolute; inset: 0; height: 100% }",
];

#[apply(chromium_only!)]
async fn a_box_with_a_fixed_ratio_grows_with_its_frame(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for style in BOXES {
        let (host, _quiz) = in_a_box(style, "<figure><div class=box>FRAME</div></figure>", false).await;
        reader.goes_to(&host.url).await;
        // The frame is higher than a box of that ratio, all of it is in the box, and it covers nothing below.
        let whole = "(() => { const bottom = (it) => document.querySelector(it).getBoundingClientRect().bottom;
            const { height } = document.querySelector('iframe').getBoundingClientRect();
            return height > 500 && Math.abs(bottom('.box') - bottom('iframe')) < 2 && document.querySelector('#below').getBoundingClientRect().top >= bottom('iframe') })()";
        reader.page.waits_until(whole).await;
        tokio::time::sleep(Duration::from_millis(1200)).await;
        assert_eq!(reader.page.run("return messages", vec![]).await, json!([]), "{style}");
    }
}

#[apply(chromium_only!)]
async fn a_box_that_cuts_the_frame_off_is_named_in_the_console_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (style, html) in [
        (".box { height: 300px; overflow: hidden }", "<div class=box><p>Words</p>FRAME</div>"),
        (".outer { height: 300px; overflow: hidden }", "<div class=outer><div class=box>FRAME</div></div>"),
        ("iframe { height: 300px !important }", "<div class=box>FRAME</div>"),
    ] {
        let (host, _quiz) = in_a_box(style, html, false).await;
        reader.goes_to(&host.url).await;
        reader.page.waits_until("messages.length > 0").await;
        // Another height, and no further message.
        reader.page.run("document.querySelector('iframe').style.width = '300px'", vec![]).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let messages = reader.page.run("return messages", vec![]).await;
        let messages = messages.as_array().expect("a list");
        assert!(
            messages.len() == 1 && messages[0].as_str().is_some_and(|it| it.contains("cuts this frame")),
            "{style}: {messages:?}"
        );
    }
    // A box that scrolls cuts nothing off, nor does the page itself.
    for (style, html) in [
        (".box { height: 300px; overflow: auto }", "<div><div class=box><div>FRAME</div></div></div>"),
        ("html, body { height: 100% }", "FRAME"),
        ("body { overflow-x: hidden }", "<div>FRAME</div>"),
    ] {
        let (host, _quiz) = in_a_box(style, html, false).await;
        reader.goes_to(&host.url).await;
        reader.page.waits_until("document.querySelector('iframe').clientHeight > 500").await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(reader.page.run("return messages", vec![]).await, json!([]), "{style}");
    }
}

#[apply(chromium_only!)]
async fn a_frame_that_is_too_low_without_the_script_says_so_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let said_inside = async |style: &str, bare: bool| {
        let (host, _quiz) = in_a_box(style, "<div class=box>FRAME</div>", bare).await;
        reader.goes_to(&host.url).await;
        let iframe = reader.page.client.find(fantoccini::Locator::Css("iframe")).await.expect("a frame");
        iframe.enter_frame().await.expect("the frame");
        reader.page.find("button", "Start the safety check").await;
        tokio::time::sleep(Duration::from_millis(2500)).await;
        reader.presses("Start the safety check").await;
        reader.page.find("group", FIRST_SCREEN).await;
        tokio::time::sleep(Duration::from_millis(2500)).await;
        reader.page.run("return messages", vec![]).await
    };
    let messages = said_inside(BOXES[0], true).await;
    let messages = messages.as_array().expect("a list");
    assert!(
        messages.len() == 1 && messages[0].as_str().is_some_and(|it| it.contains("this frame is")),
        "{messages:?}"
    );
    // A frame of the height in the documents scrolls inside, without a message.
    assert_eq!(said_inside("iframe { height: 640px }", true).await, json!([]));
    assert_eq!(said_inside(BOXES[0], false).await, json!([]), "the script makes it higher");
}

#[apply(chromium_only!)]
async fn every_screen_fits_into_a_frame_of_280_pixels(engine: Engine) {
    let screen = Some(Window { width: 280, height: 653, ..PHONE });
    let framed = Framed::open(engine, Setting { screen, ..Setting::default() }).await;
    let narrow = async || {
        let widths =
            framed.reader.page.run("return [innerWidth, document.documentElement.scrollWidth]", vec![]);
        let widths = widths.await;
        assert!(widths[0].as_f64() <= Some(280.0) && widths[0] == widths[1], "{widths}");
        framed.fits().await;
    };
    narrow().await;
    framed.starts().await;
    framed.reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", narrow).await;
    framed.reader.page.find("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    narrow().await;
}
