//! The page around the frame scrolls to a new screen.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::widget::article::{FIRST_SCREEN, SECOND_SCREEN, THIRD_SCREEN};
use crate::widget::frame::{Framed, Setting};

#[apply(every_engine!)]
async fn a_new_screen_comes_into_view_and_a_page_that_shows_it_does_not_scroll(engine: Engine) {
    let framed = Framed::open(engine, Setting::default()).await;
    framed.starts().await;
    let top = "return document.querySelector('iframe').getBoundingClientRect().top";
    let mut moved = 0;
    for (question, next) in [(FIRST_SCREEN, SECOND_SCREEN), (SECOND_SCREEN, THIRD_SCREEN)] {
        framed.reader.page.find("group", question).await;
        framed.fits().await;
        framed.reader.ticks("None of these").await;
        // The end of the screen is in view, and its beginning is not.
        framed.outside("document.querySelector('iframe').scrollIntoView({ block: 'end' })").await;
        moved += i32::from(framed.outside(top).await.as_f64().expect("a number") < 0.0);
        framed.reader.presses("Next").await;
        framed.reader.page.find("group", next).await;
        framed.waits_until_outside("const { top } = document.querySelector('iframe').getBoundingClientRect(); return top >= 0 && top < 370").await;
    }
    assert_eq!(moved, 2, "these screens are longer than the window");
    framed.reader.ticks("None of these").await;
    framed.reader.presses("Next").await;
    framed.reader.page.shows("Question 1 of 11").await;
    framed.fits().await;

    // With a whole screen in view, the page does not scroll.
    framed
        .outside("document.querySelector('iframe').scrollIntoView({ block: 'start' }); scrollBy(0, -40)")
        .await;
    let before = framed.outside("return scrollY").await;
    framed.reader.page.run(
        "for (const button of document.querySelector('which-cause').shadowRoot.querySelectorAll('button')) if (button.textContent.startsWith('Not sure')) button.click()",
        vec![],
    ).await;
    framed.reader.page.shows("Question 2 of 11").await;
    framed.fits().await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(framed.outside("return scrollY").await, before);
}

#[apply(chromium_only!)]
async fn in_a_pane_of_the_page_a_new_screen_comes_into_view(engine: Engine) {
    let framed = Framed::open(engine, Setting::default()).await;
    framed.starts().await;
    framed.fits().await;
    framed.reader.ticks("None of these").await;
    // The frame begins above the pane, but inside the window.
    let pane = "
        // Without this the window would scroll in place of the body.
        document.documentElement.style.overflow = 'hidden';
        document.body.style.cssText = 'position: fixed; inset: 200px 0 60px; overflow: auto';
        const top = () => document.querySelector('iframe').getBoundingClientRect().top;
        document.body.scrollBy({ top: top() - 60, behavior: 'instant' });
        return Math.round(top());
    ";
    assert_eq!(framed.outside(pane).await, json!(60));
    framed.reader.runs_on_quiz("quiz.shadowRoot.querySelector('.widget .primary').click()").await;
    framed.reader.page.find("group", SECOND_SCREEN).await;
    framed
        .waits_until_outside("return document.querySelector('iframe').getBoundingClientRect().top >= 199")
        .await;
    let own = framed.outside("return document.querySelector('iframe').style.scrollMarginBottom").await;
    assert_eq!(own, json!(""), "the iframe's style is as it was");
}
