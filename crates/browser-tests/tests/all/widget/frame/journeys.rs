//! A reader takes the quiz in a frame, up to the course.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::site::Site;
use crate::widget::article::FIRST_SCREEN;
use crate::widget::frame::{COURSE, Framed, Setting, course_of};

#[apply(every_engine!)]
async fn in_a_frame_of_another_site_every_screen_fits_and_the_link_leads_to_the_course(engine: Engine) {
    // The course is on a third site, since the host's address is not known before it is served.
    let course = Site::default().page("/course/", COURSE).serve().await;
    let setting = Setting { query: course_of(&course.url), other_site: true, ..Setting::default() };
    let framed = Framed::open(engine, setting).await;
    framed.fits().await;
    framed.starts().await;
    framed.reader.clicks_through(&quiz_in("en"), "T2-posture-textbook", async || framed.fits().await).await;
    framed.reader.page.find("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    framed.fits().await;
    let heights = framed.heights().await;
    assert!(heights.len() > 8, "a height for each screen that has another: {heights:?}");
    framed.comes_to_the_course(&format!("{}course/", course.url)).await;
}

#[apply(chromium_only!)]
async fn the_keyboard_takes_the_quiz_in_a_frame(engine: Engine) {
    let framed = Framed::open(engine, Setting { keyboard: true, ..Setting::default() }).await;
    framed.starts().await;
    framed.reader.ticks_no_flags().await;
    framed.reader.page.focus_is_on("heading", "Where do your knots bother you most?").await;
    framed.fits().await;
    framed.reader.chooses("On both sides, about the same").await;
    framed.reader.continues().await;
    framed.reader.page.focus_is_on("heading", "When does it tend to build up?").await;
}

#[apply(chromium_only!)]
async fn without_the_script_around_it_the_frame_scrolls_inside(engine: Engine) {
    let course = Site::default().page("/course/", COURSE).serve().await;
    let setting = Setting { query: course_of(&course.url), bare: true, ..Setting::default() };
    let framed = Framed::open(engine, setting).await;
    let height = "return document.querySelector('iframe').getBoundingClientRect().height";
    framed.starts().await;
    framed
        .reader
        .clicks_through(&quiz_in("en"), "T2-posture-textbook", async || {
            assert_eq!(framed.outside(height).await, json!(640));
            // The page does not scroll, because the whole frame is in view.
            let top = framed.outside("return document.querySelector('iframe').getBoundingClientRect().top").await;
            assert!((-1.0..=100.0).contains(&top.as_f64().expect("a number")), "the frame begins at {top}");
            // Each screen begins in view, and its end can be scrolled to.
            let seen = framed.reader.page.run(
                "scrollTo(0, 1e6); const end = innerHeight + scrollY - document.documentElement.scrollHeight;
                 scrollTo(0, 0); return [Math.abs(end) < 2, getComputedStyle(document.documentElement).overflowY]",
                vec![],
            );
            assert_eq!(seen.await, json!([true, "visible"]));
        })
        .await;
    framed.reader.page.find("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    framed.comes_to_the_course(&format!("{}course/", course.url)).await;
}

#[apply(chromium_only!)]
async fn the_page_of_the_frame_works_by_itself(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("frame.html").await;
    reader
        .page
        .run("window.received = 0; addEventListener('message', () => window.received++)", vec![])
        .await;
    reader.presses("Start the safety check").await;
    reader.page.find("group", FIRST_SCREEN).await;
    assert_eq!(reader.page.run("return window.received", vec![]).await, json!(0));
}
