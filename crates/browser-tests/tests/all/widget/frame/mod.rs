//! `frame.html`, for hosts that take an iframe and no script.
//!
//! [`Framed`] is what the tests share: a page, the frame in it on another origin, and a reader.

mod course_sites;
mod height;
mod journeys;
mod messages;
mod parameters;
mod policies;
mod scrolling;

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::InputDevice::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::harness::server::dist;
use crate::harness::site::{RunningSite, Site};
use crate::harness::window::{PHONE, Window};
use crate::widget::article::FIRST_SCREEN;

/// What a sandboxed frame needs, by `docs/frame.md`.
pub(crate) const SANDBOX: &str =
    r#"sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation""#;

/// The page of the course.
pub(crate) const COURSE: &str = "<!doctype html><title>Course</title><h1>The course</h1>";

/// The page around the frame, with the snippet and with space above and below. It records the frame's messages.
pub(crate) fn around(frame: &str, attributes: &str, script: &str) -> String {
    format!(
        r#"<!doctype html>
        <html lang="en">
        <meta name="viewport" content="width=device-width">
        <title>Host</title>
        <style>body {{ margin: 0 }} .filler {{ height: 1500px }}</style>
        <script>
            messages = [];
            addEventListener("message", ({{ data, origin }}) => messages.push({{ data, origin }}));
        </script>
        <div class="filler">Above</div>
        <iframe class="which-cause-frame" src="{frame}" {attributes} title="Which cause is yours?" width="100%"
            height="640" style="border: 0; min-height: 640px"></iframe>
        {script}
        <div class="filler">Below</div>"#
    )
}

/// A reader of a page with the frame in it, on different origins.
pub(crate) struct Framed {
    pub(crate) reader: Reader,
    pub(crate) host: RunningSite,
    pub(crate) quiz: RunningSite,
    /// Whether the page is without the script.
    pub(crate) bare: bool,
}

/// The page around the frame, and the site with the quiz.
#[derive(Default)]
pub(crate) struct Setting {
    /// The query of the frame's address.
    pub(crate) query: String,
    /// Further attributes of the iframe.
    pub(crate) attributes: &'static str,
    /// Whether the page is without the script.
    pub(crate) bare: bool,
    /// Whether the quiz is on another site, and not only on another port.
    pub(crate) other_site: bool,
    /// Headers of the site with the quiz.
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) screen: Option<Window>,
    pub(crate) keyboard: bool,
}

impl Framed {
    pub(crate) async fn open(engine: Engine, setting: Setting) -> Self {
        let mut quiz = Site::default().folder("/", dist());
        for (name, value) in setting.headers {
            quiz = quiz.header(name, value);
        }
        let quiz = quiz.serve().await;
        let at = if setting.other_site { quiz.on_localhost() } else { quiz.url.clone() };
        let script = format!("<script src='{at}which-cause-frame.js'></script>");
        let frame = format!("{at}frame.html{}", setting.query);
        let page = around(&frame, setting.attributes, if setting.bare { "" } else { &script });
        let host = Site::default().page("/", page).page("/course/", COURSE).serve().await;
        let device = if setting.keyboard { Keyboard } else { Mouse };
        let reader = Reader::at(engine, setting.screen.unwrap_or(PHONE), device).await;
        reader.page.client.goto(&host.url).await.expect("the page opens");
        let framed = Self { reader, host, quiz, bare: setting.bare };
        framed.scrolls_to_the_frame().await;
        framed.enters().await;
        framed
    }

    /// Switches to the frame.
    pub(crate) async fn enters(&self) {
        let iframe = self.reader.page.client.find(fantoccini::Locator::Css("iframe")).await.expect("a frame");
        iframe.enter_frame().await.expect("the frame");
    }

    /// Switches to the page around the frame.
    pub(crate) async fn leaves(&self) {
        self.reader.page.client.enter_parent_frame().await.expect("the page");
    }

    /// Waits until a script on the page around the frame returns true.
    pub(crate) async fn waits_until_outside(&self, script: &str) {
        let start = Instant::now();
        while self.outside(script).await != json!(true) {
            assert!(start.elapsed() < Duration::from_secs(20), "never true: {script}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Runs a script on the page around the frame.
    pub(crate) async fn outside(&self, script: &str) -> Value {
        self.leaves().await;
        let value = self.reader.page.run(script, vec![]).await;
        self.enters().await;
        value
    }

    pub(crate) async fn scrolls_to_the_frame(&self) {
        self.reader.page.run("document.querySelector('iframe').scrollIntoView()", vec![]).await;
    }

    /// Starts the quiz in the frame.
    pub(crate) async fn starts(&self) {
        self.reader.page.find("button", "Start the safety check").await;
        if !self.bare {
            // While the frame grows, its button moves.
            self.fits().await;
        }
        self.reader.presses("Start the safety check").await;
        self.reader.page.find("group", FIRST_SCREEN).await;
    }

    /// Waits until the frame is exactly as high as its content.
    pub(crate) async fn fits(&self) {
        let start = Instant::now();
        loop {
            let sizes = self.reader.page.run(
                "return [innerHeight, document.documentElement.getBoundingClientRect().height, innerWidth - document.documentElement.clientWidth]",
                vec![],
            );
            let sizes = sizes.await;
            let [frame, content, scrollbar] = [0, 1, 2].map(|at| sizes[at].as_f64().expect("a number"));
            if (frame - content).abs() <= 1.0 && scrollbar == 0.0 {
                return;
            }
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "the frame is {frame} px high, its content {content} px and its scrollbar {scrollbar} px wide, on this screen:\n{}",
                self.reader.page.text().await
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Follows the link on the result. The course replaces the page around the frame.
    pub(crate) async fn comes_to_the_course(&self, url: &str) {
        self.reader.follows("See what's in the course").await;
        self.leaves().await;
        self.reader.page.find("heading", "The course").await;
        let here = self.reader.page.client.current_url().await.expect("an address");
        assert_eq!(here.as_str(), url);
    }

    /// The heights in the frame's messages. There are no other messages but those about the focus.
    pub(crate) async fn heights(&self) -> Vec<f64> {
        let messages = self.outside("return messages").await;
        let messages: Vec<Value> =
            messages.as_array().expect("a list").iter().map(|it| it["data"].clone()).collect();
        let numbers = |kind: &str, name: &str| -> Vec<f64> {
            let of = messages.iter().filter(|it| it["type"] == kind);
            of.map(|it| {
                let number = it[name].as_f64().unwrap_or_else(|| panic!("{it}"));
                assert_eq!(*it, json!({"type": kind, name: it[name].clone()}), "this and no more");
                number
            })
            .collect()
        };
        let heights = numbers("which-cause-height", "height");
        let ends = numbers("which-cause-focus", "bottom");
        assert_eq!(heights.len() + ends.len(), messages.len(), "{messages:?}");
        heights
    }
}

pub(crate) fn course_of(host: &str) -> String {
    format!("?course={host}course/")
}
