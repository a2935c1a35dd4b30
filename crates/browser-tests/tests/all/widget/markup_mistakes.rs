//! The console names mistakes that an owner cannot see in their markup.

use std::time::Duration;

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::FIRST_SCREEN;

/// Opens a page with this body, and makes sure that the console has this message about the element, or none.
async fn expect_message(reader: &Reader, body: &str, wanted: Option<&str>) {
    let page = format!(
        "<!doctype html><html lang=en-GB><body><script type=module src=which-cause.js></script>{body}"
    );
    reader.opens_page(page).await;
    reader.page.find("button", "Start").await;
    reader.runs_on_quiz("quiz.start()").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.runs_on_quiz("quiz.region = 'GB'; return quiz.start()").await;
    let messages = reader.page.console().await;
    let mistakes: Vec<_> = messages.iter().filter(|it| it.contains("the element ")).collect();
    match wanted {
        Some(wanted) => assert!(mistakes.len() == 1 && mistakes[0].contains(wanted), "{body}: {messages:?}"),
        None => assert!(mistakes.is_empty(), "{body}: {messages:?}"),
    }
}

#[apply(chromium_only!)]
async fn an_element_that_contains_the_article_or_is_empty_or_in_a_link_is_named_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let code = format!(
        "<which-cause><p>Words</p><style>{}</style><script>{}</script></which-cause>",
        "p { margin: 1em }".repeat(250),
        "// An advertisement.\n".repeat(250)
    );
    let long = format!("<which-cause start-label=Start /><p>{}</p>", "All of the article. ".repeat(250));
    for (body, wanted) in [
        ("<which-cause /><article><h1>The article</h1></article>", Some("contains the rest of the article")),
        (long.as_str(), Some("contains the rest of the article")),
        (
            "<which-cause><which-cause start-label=Inner></which-cause></which-cause>",
            Some("contains the rest of the article"),
        ),
        ("<p><which-cause><h2>Which one is yours?</h2></which-cause></p>", Some("is empty, in a `<p>`")),
        ("<a href=course.html><which-cause><p>Words</p></which-cause></a>", Some("is inside a link")),
        ("<which-cause><h2>Which one is yours?</h2><p>Words</p></which-cause>", None),
        (code.as_str(), None),
        ("<div><which-cause></which-cause></div>", None),
    ] {
        expect_message(&reader, body, wanted).await;
    }
}

#[apply(chromium_only!)]
async fn a_box_that_cuts_the_quiz_is_named_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let words = "<which-cause><p>Words</p></which-cause>";
    for (style, is_cut) in [
        // The height of the author's words, as scripts for accordions set it.
        ("max-height: 200px; overflow: hidden", true),
        ("height: 200px; overflow: clip", true),
        ("height: 200px; overflow: auto", false),
        ("overflow: hidden", false),
    ] {
        let page = format!(
            "<!doctype html><html lang=en-GB style='height: 100%; overflow: hidden'><body style='height: 100%; overflow: auto'>
            <script type=module src=which-cause.js></script>
            <div style='height: 300px; overflow: hidden'><div style='height: 300px; overflow: auto'>
            <div style='{style}'><section>{words}</section></div></div></div>"
        );
        reader.opens_page(page).await;
        reader.page.find("button", "Start").await;
        for _ in 0..2 {
            reader.runs_on_quiz("quiz.start()").await;
            reader.page.find("group", FIRST_SCREEN).await;
            tokio::time::sleep(Duration::from_millis(1200)).await;
        }
        let messages = reader.page.console().await;
        let named = messages.iter().filter(|it| it.contains("fixed height")).count();
        assert_eq!(named, usize::from(is_cut), "{style}: {messages:?}");
    }
}
