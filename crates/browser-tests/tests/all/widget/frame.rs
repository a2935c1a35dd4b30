//! What an owner can count on whose host takes an iframe and nothing else. One piece, since all of it stands on the same
//! setting: a page, the frame in it, and a reader before the two.

use std::time::{Duration, Instant};

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::harness::screen::{PHONE, Screen};
use crate::harness::server::dist;
use crate::harness::site::{Served, Site};

/// What a sandboxed frame has to be let do, as `docs/embedding.md` has it.
const SANDBOX: &str = r#"sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation""#;

/// The course's page, on the site of the page around the frame.
const COURSE: &str = "<!doctype html><title>Course</title><h1>The course</h1>";

/// What an owner pastes, in a page with room above and below, which remembers what it is told.
fn around(frame: &str, attributes: &str, script: &str) -> String {
    format!(
        r#"<!doctype html>
        <html lang="en">
        <meta name="viewport" content="width=device-width">
        <title>Host</title>
        <style>body {{ margin: 0 }} .room {{ height: 1500px }}</style>
        <script>
            told = [];
            addEventListener("message", ({{ data, origin }}) => told.push({{ data, origin }}));
        </script>
        <div class="room">Above</div>
        <iframe class="which-cause-frame" src="{frame}" {attributes} title="Which cause is yours?" width="100%"
            height="640" style="border: 0; min-height: 640px"></iframe>
        {script}
        <div class="room">Below</div>"#
    )
}

/// A reader before a page with the frame in it, the two on different origins.
struct Framed {
    reader: Reader,
    host: Served,
    quiz: Served,
    /// Without the script for the page around.
    bare: bool,
}

/// How the page around the frame and the site with the quiz are.
#[derive(Default)]
struct Setting {
    /// What stands behind `frame.html` in the frame's address.
    query: String,
    /// More of the iframe's attributes.
    attributes: &'static str,
    /// Without the script for the page around.
    bare: bool,
    /// The quiz's site is the host's under its other name, and not under another port alone.
    other_site: bool,
    /// Headers of the quiz's site.
    headers: Vec<(&'static str, &'static str)>,
    screen: Option<Screen>,
    keyboard: bool,
}

impl Framed {
    async fn open(engine: Engine, setting: Setting) -> Self {
        let mut quiz = Site::default().folder("/", dist());
        for (name, value) in setting.headers {
            quiz = quiz.header(name, value);
        }
        let quiz = quiz.serve().await;
        let at = if setting.other_site { quiz.by_name() } else { quiz.url.clone() };
        let script = format!("<script src='{at}which-cause-frame.js'></script>");
        let frame = format!("{at}frame.html{}", setting.query);
        let page = around(&frame, setting.attributes, if setting.bare { "" } else { &script });
        let host = Site::default().page("/", page).page("/course/", COURSE).serve().await;
        let hand = if setting.keyboard { Keyboard } else { Mouse };
        let reader = Reader::at(engine, setting.screen.unwrap_or(PHONE), hand).await;
        reader.page.client.goto(&host.url).await.expect("the page opens");
        let framed = Self { reader, host, quiz, bare: setting.bare };
        framed.scrolls_to_the_frame().await;
        framed.enters().await;
        framed
    }

    /// From here on the frame is the page that the reader sees.
    async fn enters(&self) {
        let iframe = self.reader.page.client.find(fantoccini::Locator::Css("iframe")).await.expect("a frame");
        iframe.enter_frame().await.expect("the frame");
    }

    /// From here on the page around it is.
    async fn leaves(&self) {
        self.reader.page.client.enter_parent_frame().await.expect("the page");
    }

    /// Asks the page around the frame.
    async fn outside(&self, script: &str) -> Value {
        self.leaves().await;
        let value = self.reader.page.run(script, vec![]).await;
        self.enters().await;
        value
    }

    async fn scrolls_to_the_frame(&self) {
        self.reader.page.run("document.querySelector('iframe').scrollIntoView()", vec![]).await;
    }

    /// Starts the quiz in the frame.
    async fn starts(&self) {
        self.reader.page.the("button", "Start the safety check").await;
        if !self.bare {
            // A frame that grows takes the button away from under a pointer.
            self.fits().await;
        }
        self.reader.presses("Start the safety check").await;
        self.reader.page.the("group", "First, is any of this happening with your pain?").await;
    }

    /// Waits until the frame is as high as what is in it, neither less nor more.
    async fn fits(&self) {
        let start = Instant::now();
        loop {
            let sizes = self.reader.page.run(
                "return [innerHeight, document.documentElement.getBoundingClientRect().height, innerWidth - document.documentElement.clientWidth]",
                vec![],
            );
            let sizes = sizes.await;
            let [room, needed, bar] = [0, 1, 2].map(|at| sizes[at].as_f64().expect("a number"));
            if (room - needed).abs() <= 1.0 && bar == 0.0 {
                return;
            }
            assert!(
                start.elapsed() < Duration::from_secs(5),
                "the frame has {room} px for {needed}, and a scrollbar of {bar}, on a screen that says:\n{}",
                self.reader.page.text().await
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the reader, at the result, has come to the course in place of the page around the frame.
    async fn comes_to_the_course(&self, url: &str) {
        self.reader.follows("See what's in the course").await;
        self.leaves().await;
        self.reader.page.the("heading", "The course").await;
        let here = self.reader.page.client.current_url().await.expect("an address");
        assert_eq!(here.as_str(), url);
    }

    /// Everything that the page around the frame was told, which has to be heights and ends alone.
    async fn heights(&self) -> Vec<f64> {
        let told = self.outside("return told").await;
        let told: Vec<Value> = told.as_array().expect("a list").iter().map(|it| it["data"].clone()).collect();
        let numbers = |kind: &str, name: &str| -> Vec<f64> {
            let of = told.iter().filter(|it| it["type"] == kind);
            of.map(|it| {
                let number = it[name].as_f64().unwrap_or_else(|| panic!("{it}"));
                assert_eq!(*it, json!({"type": kind, name: it[name].clone()}), "this and no more");
                number
            })
            .collect()
        };
        let heights = numbers("which-cause-height", "height");
        let ends = numbers("which-cause-focus", "bottom");
        assert_eq!(heights.len() + ends.len(), told.len(), "{told:?}");
        heights
    }
}

fn course_of(host: &str) -> String {
    format!("?course={host}course/")
}

async fn the_quiz_is_taken_to_the_course(engine: Engine, other_site: bool) {
    // The host's address is not known before it is served, and the frame's address stands in the host's page: the
    // course is on a third site.
    let course = Site::default().page("/course/", COURSE).serve().await;
    let setting = Setting { query: course_of(&course.url), other_site, ..Setting::default() };
    let framed = Framed::open(engine, setting).await;
    framed.fits().await;
    framed.starts().await;
    framed.reader.answers_as("T2-posture-textbook", async || framed.fits().await).await;
    framed.reader.page.the("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    framed.fits().await;
    let heights = framed.heights().await;
    assert!(heights.len() > 8, "a height for each screen that has another: {heights:?}");
    framed.comes_to_the_course(&format!("{}course/", course.url)).await;
}

#[apply(every_engine!)]
async fn in_a_frame_of_another_origin_the_quiz_is_taken_to_the_course_and_every_screen_fits(engine: Engine) {
    the_quiz_is_taken_to_the_course(engine, false).await;
}

#[apply(every_engine!)]
async fn in_a_frame_of_another_site_the_quiz_is_taken_to_the_course_and_every_screen_fits(engine: Engine) {
    the_quiz_is_taken_to_the_course(engine, true).await;
}

#[apply(every_engine!)]
async fn by_keyboard_alone_a_frame_is_no_obstacle(engine: Engine) {
    let framed = Framed::open(engine, Setting { keyboard: true, ..Setting::default() }).await;
    framed.starts().await;
    framed.reader.answers_as("T2-posture-textbook", async || framed.fits().await).await;
    let verdict = "Your answers lean toward: Head forward, shoulders rounded";
    framed.reader.page.focuses("heading", verdict).await;
}

#[apply(every_engine!)]
async fn without_the_script_around_it_the_frame_keeps_its_height_and_scrolls_inside(engine: Engine) {
    let course = Site::default().page("/course/", COURSE).serve().await;
    let setting = Setting { query: course_of(&course.url), bare: true, ..Setting::default() };
    let framed = Framed::open(engine, setting).await;
    let height = "return document.querySelector('iframe').getBoundingClientRect().height";
    framed.starts().await;
    framed
        .reader
        .answers_as("T2-posture-textbook", async || {
            assert_eq!(framed.outside(height).await, json!(640));
            // The page around stays where all of the frame is in its window.
            let top = framed.outside("return document.querySelector('iframe').getBoundingClientRect().top").await;
            assert!((-1.0..=100.0).contains(&top.as_f64().expect("a number")), "the frame begins at {top}");
            // Each screen begins in view, and all of it can be reached.
            let seen = framed.reader.page.run(
                "scrollTo(0, 1e6); const end = innerHeight + scrollY - document.documentElement.scrollHeight;
                 scrollTo(0, 0); return [Math.abs(end) < 2, getComputedStyle(document.documentElement).overflowY]",
                vec![],
            );
            assert_eq!(seen.await, json!([true, "visible"]));
        })
        .await;
    framed.reader.page.the("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    framed.comes_to_the_course(&format!("{}course/", course.url)).await;
}

#[apply(every_engine!)]
async fn in_a_sandbox_without_an_origin_the_quiz_is_taken_to_the_course(engine: Engine) {
    let course = Site::default().page("/course/", COURSE).serve().await;
    let setting = Setting {
        query: course_of(&course.url),
        attributes: SANDBOX,
        headers: vec![("access-control-allow-origin", "*")],
        ..Setting::default()
    };
    let framed = Framed::open(engine, setting).await;
    framed.starts().await;
    framed.reader.answers_as("T2-posture-textbook", async || framed.fits().await).await;
    framed.fits().await;
    let origins = framed.outside("return [...new Set(told.map((it) => it.origin))]").await;
    assert_eq!(origins, json!(["null"]), "the frame is of no origin");
    framed.heights().await;
    framed.comes_to_the_course(&format!("{}course/", course.url)).await;
}

#[apply(every_engine!)]
async fn in_a_sandbox_and_from_a_server_that_does_not_let_everybody_in_the_words_and_the_link_stand(
    engine: Engine,
) {
    let framed = Framed::open(engine, Setting { attributes: SANDBOX, ..Setting::default() }).await;
    framed.reader.page.says("It starts with a short safety check, then 11 quick questions.").await;
    let buttons = framed.reader.page.names("button").await;
    assert!(buttons.is_empty(), "there is nothing to start: {buttons:?}");
    framed.reader.follows("Knots In Your Back Gone!").await;
    framed.leaves().await;
    framed.reader.page.says("This page is a stand-in").await;
    let here = framed.reader.page.client.current_url().await.expect("an address");
    assert_eq!(
        here.as_str(),
        format!("{}course.html", framed.quiz.url),
        "in place of the page around the frame"
    );
}

#[apply(every_engine!)]
async fn the_strictest_policy_has_nothing_to_object_to(engine: Engine) {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
                  require-trusted-types-for 'script'; trusted-types 'none'; report-uri /objection";
    // To WebKit `'self'` is nobody in a frame of no origin: in a sandbox the site is named.
    let named = policy.replace("'self'", "http://127.0.0.1:*").leak();
    for (attributes, policy) in [("", policy), (SANDBOX, &*named)] {
        let headers = vec![("content-security-policy", policy), ("access-control-allow-origin", "*")];
        let framed = Framed::open(
            engine,
            Setting { attributes, headers, query: "?theme=dark&course=/x".into(), ..Setting::default() },
        )
        .await;
        framed.starts().await;
        framed.reader.answers_as("T2-posture-textbook", async || framed.fits().await).await;
        framed.reader.page.the("link", "See what's in the course").await;
        let asked = framed.quiz.asked();
        assert!(!asked.iter().any(|it| it == "/objection"), "{asked:?}");
        // That the browser would have reported something.
        framed.reader.page.run("document.body.setAttribute('style', 'color: red')", vec![]).await;
        let start = Instant::now();
        while !framed.quiz.asked().iter().any(|it| it == "/objection") {
            assert!(start.elapsed() < Duration::from_secs(5), "an objection is reported");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

#[apply(every_engine!)]
async fn a_new_screen_comes_into_view_and_a_page_that_shows_it_already_stays_where_it_is(engine: Engine) {
    let framed = Framed::open(engine, Setting::default()).await;
    framed.starts().await;
    let top = "return document.querySelector('iframe').getBoundingClientRect().top";
    let mut moved = 0;
    for (question, next) in [
        ("First, is any of this happening with your pain?", "Next, do any of these fit you?"),
        ("Next, do any of these fit you?", "Last safety question. Do any of these fit?"),
    ] {
        framed.reader.page.the("group", question).await;
        framed.fits().await;
        framed.reader.ticks("None of these").await;
        // The reader is at the end of the screen, whose beginning is out of view.
        framed.outside("document.querySelector('iframe').scrollIntoView({ block: 'end' })").await;
        moved += i32::from(framed.outside(top).await.as_f64().expect("a number") < 0.0);
        framed.reader.presses("Next").await;
        framed.reader.page.the("group", next).await;
        let start = Instant::now();
        loop {
            let now = framed.outside(top).await.as_f64().expect("a number");
            if (0.0..370.0).contains(&now) {
                break;
            }
            assert!(start.elapsed() < Duration::from_secs(3), "the new screen begins at {now} of the window");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    assert_eq!(moved, 2, "these screens are longer than the window");
    framed.reader.ticks("None of these").await;
    framed.reader.presses("Next").await;
    framed.reader.page.says("Question 1 of 11").await;
    framed.fits().await;

    // With the whole of a screen in view, nothing moves.
    framed
        .outside("document.querySelector('iframe').scrollIntoView({ block: 'start' }); scrollBy(0, -40)")
        .await;
    let before = framed.outside("return scrollY").await;
    framed.reader.page.run(
        "for (const it of document.querySelector('which-cause').shadowRoot.querySelectorAll('button')) if (it.textContent.startsWith('Not sure')) it.click()",
        vec![],
    ).await;
    framed.reader.page.says("Question 2 of 11").await;
    framed.fits().await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(framed.outside("return scrollY").await, before);
}

#[apply(every_engine!)]
async fn in_a_pane_of_the_page_around_a_new_screen_comes_into_view_too(engine: Engine) {
    let framed = Framed::open(engine, Setting::default()).await;
    framed.starts().await;
    framed.fits().await;
    framed.reader.ticks("None of these").await;
    // The frame begins above the pane, and within the window.
    let pane = "
        // Without this the body would lend its scrolling to the window.
        document.documentElement.style.overflow = 'hidden';
        document.body.style.cssText = 'position: fixed; inset: 200px 0 60px; overflow: auto';
        const top = () => document.querySelector('iframe').getBoundingClientRect().top;
        document.body.scrollBy({ top: top() - 60, behavior: 'instant' });
        return Math.round(top());
    ";
    assert_eq!(framed.outside(pane).await, json!(60));
    framed.reader.scripts("quiz.shadowRoot.querySelector('.widget .primary').click()").await;
    framed.reader.page.the("group", "Next, do any of these fit you?").await;
    let start = Instant::now();
    loop {
        let top = framed.outside("return document.querySelector('iframe').getBoundingClientRect().top").await;
        if top.as_f64() >= Some(199.0) {
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(3), "the new screen begins at {top}, above the pane");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let own = framed.outside("return document.querySelector('iframe').style.scrollMarginBottom").await;
    assert_eq!(own, json!(""), "the iframe's style is as it was");
}

#[apply(every_engine!)]
async fn a_script_that_comes_late_asks_for_the_height(engine: Engine) {
    let framed = Framed::open(engine, Setting { bare: true, ..Setting::default() }).await;
    framed.reader.page.the("button", "Start the safety check").await;
    let before = framed.heights().await.len();
    framed.leaves().await;
    let late = format!(
        "const it = document.createElement('script'); it.src = '{}which-cause-frame.js'; document.head.append(it)",
        framed.quiz.url
    );
    framed.reader.page.run(&late, vec![]).await;
    framed.enters().await;
    framed.fits().await;
    assert!(framed.heights().await.len() > before, "it was told once more");
}

#[apply(every_engine!)]
async fn a_frame_is_believed_from_where_its_address_is_and_about_itself_alone(engine: Engine) {
    let liar = "<!doctype html><script>
        for (const type of ['which-cause-height', 'which-cause-focus'])
            parent.postMessage({ type, height: 3000, bottom: 1e6 }, '*');
        parent.postMessage('said', '*');
    </script>";
    let stranger = Site::default().page("/", liar).serve().await;
    let gone = format!("<!doctype html><script>location.replace('{}')</script>", stranger.url);
    let quiz = Site::default().folder("/", dist()).page("/gone", gone).page("/liar", liar).serve().await;
    let frame = |class: &str, src: &str| format!("<iframe class='{class}' src='{src}' height=300></iframe>");
    let page = format!(
        "<!doctype html><script>said = 0; addEventListener('message', (it) => said += it.data === 'said')</script>
        <script src='{0}which-cause-frame.js'></script>{1}{2}{3}{4}<p style='height: 3000px'>",
        quiz.url,
        frame("which-cause-frame", &format!("{}gone", quiz.url)),
        frame("another", &format!("{}liar", quiz.url)),
        frame("which-cause-frame", &format!("{}liar", quiz.url)),
        frame("which-cause-frame", &format!("{}course.html", quiz.url)),
    );
    let host = Site::default().page("/", page).serve().await;
    let reader = Reader::new(engine, Mouse).await;
    reader.page.client.goto(&host.url).await.expect("the page opens");
    let start = Instant::now();
    while reader.page.run("return said", vec![]).await != json!(3) {
        assert!(start.elapsed() < Duration::from_secs(5), "each says what it says");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let heights = reader
        .page
        .run("return [...document.querySelectorAll('iframe')].map((it) => it.clientHeight)", vec![]);
    assert_eq!(heights.await, json!([300, 300, 3000, 300]), "the third speaks for itself");
}

#[apply(every_engine!)]
async fn the_frames_address_sets_the_attributes(engine: Engine) {
    let query = "?region=GB&theme=dark&lang=en-GB&report=result&remember&loading=eager&course=https%3A%2F%2Fexample.org%2Fc%3Fa%3D1&utm_source=frame";
    let framed = Framed::open(engine, Setting { query: query.into(), ..Setting::default() }).await;
    framed.reader.page.the("button", "Start the safety check").await;
    let set = framed.reader.page.run(
        "const it = document.querySelector('which-cause');
         return Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value]))",
        vec![],
    );
    let expected = json!({
        "course": "https://example.org/c?a=1", "region": "GB", "theme": "dark", "lang": "en-GB", "report": "result",
        "remember": "", "loading": "eager", "start-label": "Start the safety check",
    });
    assert_eq!(set.await, expected);
    let ground = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(framed.reader.page.run(ground, vec![]).await, json!("dark"));
    let link = "return document.querySelector('[data-fallback] a').href";
    assert_eq!(framed.reader.page.run(link, vec![]).await, json!("https://example.org/c?a=1"));
    framed.starts().await;
    framed.reader.ticks("Trouble breathing").await;
    framed.reader.presses("Next").await;
    framed.reader.page.says("999").await;
}

#[apply(every_engine!)]
async fn a_course_that_is_no_address_of_the_web_is_left_out(engine: Engine) {
    for course in ["javascript:alert(1)", "data:text/html,x", "https://", ""] {
        let query = format!("?course={course}");
        let framed = Framed::open(engine, Setting { query, ..Setting::default() }).await;
        framed.reader.page.the("heading", "Which cause is yours?").await;
        let left = framed.reader.page.run(
            "const it = document.querySelector('which-cause');
             return [it.getAttribute('course'), it.querySelector('[data-fallback] a').getAttribute('href')]",
            vec![],
        );
        assert_eq!(left.await, json!(["course.html", "course.html"]), "{course}");
    }
}

#[apply(every_engine!)]
async fn another_quiz_introduces_itself(engine: Engine) {
    let quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/dense-bread.json")).expect("JSON");
    let say = |value: &Value| value.as_str().expect("a text").to_owned();
    let site = Site::default()
        .folder("/", dist())
        .folder("/quizzes/", crate::harness::server::repository().join("quizzes"))
        .serve()
        .await;
    let frame = format!("{}frame.html?quiz=quizzes/dense-bread.json", site.url);
    let script = format!("<script src='{}which-cause-frame.js'></script>", site.url);
    let host = Site::default().page("/", around(&frame, "", &script)).serve().await;
    let framed = Framed { reader: Reader::new(engine, Mouse).await, host, quiz: site, bare: false };
    framed.reader.page.client.goto(&framed.host.url).await.expect("the page opens");
    framed.scrolls_to_the_frame().await;
    framed.enters().await;
    framed.reader.page.the("heading", &say(&quiz["title"])).await;
    framed.reader.page.says(&say(&quiz["intro"]["lead"])).await;
    framed.reader.page.does_not_say("knots").await;
    framed.fits().await;
    framed.reader.presses(&say(&quiz["intro"]["start"])).await;
    framed.reader.page.the("group", &say(&quiz["questions"][0]["text"])).await;
    framed.fits().await;
}

#[apply(every_engine!)]
async fn a_frame_of_280_pixels_holds_every_screen(engine: Engine) {
    let screen = Some(Screen { width: 280, height: 653, ..PHONE });
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
    framed.reader.answers_as("T2-posture-textbook", narrow).await;
    framed.reader.page.the("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    narrow().await;
}

#[apply(every_engine!)]
async fn by_itself_the_page_of_the_frame_is_a_page_with_the_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("frame.html").await;
    reader.page.run("window.heard = 0; addEventListener('message', () => window.heard++)", vec![]).await;
    reader.presses("Start the safety check").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    assert_eq!(reader.page.run("return window.heard", vec![]).await, json!(0));
}
