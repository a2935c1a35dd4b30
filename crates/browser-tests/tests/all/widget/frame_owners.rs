//! Mistakes that owners of a frame make, and how they name the sites that a course may be on.

use std::fs;
use std::time::{Duration, Instant};

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::dist;
use crate::harness::site::{Served, Site};

/// Keeps what a page says in the console.
const LISTEN: &str = "<script>said = []; for (const it of ['warn', 'error']) console[it] = (...all) => said.push(all.join(' '))</script>";

/// A site with the build, whose frame lists these sites for courses and keeps what it says.
async fn site_with_list(sites: Option<&str>) -> Served {
    let frame = fs::read_to_string(dist().join("frame.html")).expect("the frame");
    let (before, rest) = frame.split_once("<meta name=\"which-cause-course-sites\"").expect("a list");
    let after = rest.split_once('>').expect("its end").1;
    let list = sites
        .map(|it| format!("<meta name=\"which-cause-course-sites\" content=\"{it}\">"))
        .unwrap_or_default();
    Site::default()
        .folder("/", dist())
        .page("/frame.html", format!("{before}{list}{LISTEN}{after}"))
        .serve()
        .await
}

/// Opens the frame's own page, once its script has run.
async fn opens(reader: &Reader, site: &Served, query: &str) {
    reader.page.client.goto(&format!("{}frame.html?{query}", site.url)).await.expect("the page opens");
    let start = Instant::now();
    while reader.page.run("return !!document.querySelector('which-cause')?.shadowRoot", vec![]).await
        != json!(true)
    {
        assert!(start.elapsed() < Duration::from_secs(10), "the frame is there");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The course of the element, the fallback link's, and what the console has.
async fn course(reader: &Reader) -> (Value, Value, String) {
    let script = "const it = document.querySelector('which-cause');
        return [it.getAttribute('course'), it.querySelector('[data-fallback] a').getAttribute('href'), said.join(' | ')]";
    let found = reader.page.run(script, vec![]).await;
    (found[0].clone(), found[1].clone(), found[2].as_str().expect("a text").to_owned())
}

#[apply(every_engine!)]
async fn a_course_on_a_site_that_the_frame_does_not_list_is_left_out(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let list = "https://example.com https://*.example.org http://shop.example.net:8080";
    let site = site_with_list(Some(list)).await;
    let own = format!("{}c/", site.url);
    for listed in [
        "https://example.com/course/",
        "https://example.com",
        " https://EXAMPLE.com/course/ ",
        "https://www.example.org/",
        "https://a.b.example.org/",
        "http://shop.example.net:8080/x",
        "https://example.com:443/",
        own.as_str(),
        "/c/",
    ] {
        let value = listed.replace(' ', "%20");
        opens(&reader, &site, &format!("course={value}")).await;
        let (course, link, said) = course(&reader).await;
        assert!(course != "course.html" && course == link, "{listed}: {course}, {link}");
        assert_eq!(said, "", "{listed}");
    }
    for other in [
        "https://evil.example/",
        "http://example.com/",
        "https://www.example.com/",
        "https://example.org/",
        "https://notexample.org/",
        "https://example.com.evil.example/",
        "https://example.com@evil.example/",
        "https://example.com:8443/",
        "http://shop.example.net/",
        "//evil.example/",
        "https:/\\evil.example/",
        "javascript:alert(1)",
    ] {
        opens(&reader, &site, &format!("course={other}")).await;
        let (course, link, said) = course(&reader).await;
        assert_eq!((course, link), (json!("course.html"), json!("course.html")), "{other}");
        assert!(said.starts_with("which-cause: course=") && said.contains("left out"), "{other}: {said}");
    }
}

#[apply(every_engine!)]
async fn without_a_list_a_course_may_be_anywhere_and_an_empty_one_allows_this_site_alone(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (list, elsewhere) in
        [(None, true), (Some("*"), true), (Some(""), false), (Some("example.com"), false)]
    {
        let site = site_with_list(list).await;
        opens(&reader, &site, "course=https://example.com/").await;
        let (found, _, said) = course(&reader).await;
        assert_eq!(found == "https://example.com/", elsewhere, "{list:?}: {found}");
        assert_eq!(said.is_empty(), elsewhere, "{list:?}: {said}");
        // An entry that names no site is named itself.
        assert_eq!(said.contains("“example.com”"), list == Some("example.com"), "{list:?}: {said}");
        opens(&reader, &site, "course=/c/").await;
        assert_eq!(course(&reader).await.0, format!("{}c/", site.url), "{list:?}");
    }
}

#[apply(every_engine!)]
async fn a_quiz_that_a_frame_cannot_have_fails_and_is_never_another_quiz(engine: Engine) {
    let elsewhere = Site::default().folder("/", crate::harness::server::repository().join("quizzes"));
    let elsewhere = elsewhere.header("access-control-allow-origin", "*").serve().await;
    let site = site_with_list(None).await;
    let reader = Reader::new(engine, Mouse).await;
    let far = format!("{}dense-bread.json", elsewhere.url);
    for quiz in [far.as_str(), "https://", "javascript:x", "data:application/json,{}", "gone.json"] {
        opens(&reader, &site, &format!("quiz={quiz}")).await;
        reader.page.does_not_say("knots").await;
        reader.presses("Start").await;
        reader.page.says("The quiz could not start.").await;
        reader.page.the("link", "Knots In Your Back Gone!").await;
        let (_, _, said) = course(&reader).await;
        assert!(said.contains(quiz), "{quiz}: {said}");
    }
    assert!(elsewhere.asked().is_empty(), "{:?}", elsewhere.asked());
}

#[apply(every_engine!)]
async fn what_the_address_says_is_read_without_spaces_and_a_tag_with_an_underscore_is_one(engine: Engine) {
    let site = Site::default()
        .folder("/", dist())
        .folder("/quizzes/", crate::harness::server::repository().join("quizzes"))
        .serve()
        .await;
    let reader = Reader::new(engine, Mouse).await;
    for (query, lang) in [
        ("lang=es_MX", "es-MX"),
        ("lang=%20ES-mx%20", "es-MX"),
        ("lang=ar_eg", "ar-EG"),
        ("lang=de_DE%0A", "de-DE"),
    ] {
        opens(&reader, &site, query).await;
        assert_eq!(
            reader.page.run("return document.querySelector('which-cause').lang", vec![]).await,
            json!(lang)
        );
        reader.page.does_not_say("The article lists five things").await;
    }
    opens(&reader, &site, "quiz=%20quizzes/dense-bread.json%0A&region=%20GB%20&theme=dark%20").await;
    reader.page.the("heading", "Why is my loaf so dense?").await;
    let set = "const it = document.querySelector('which-cause'); return [it.getAttribute('quiz'), it.region, it.theme]";
    let quiz = format!("{}quizzes/dense-bread.json", site.url);
    assert_eq!(reader.page.run(set, vec![]).await, json!([quiz, "GB", "dark"]));
}

/// A page with a frame in a box, as site builders make one, with or without the script for the page around.
async fn in_a_box(style: &str, html: &str, bare: bool) -> (Served, Served) {
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

/// Boxes of a fixed ratio: `WordPress`'s, `FitVids`' and Bootstrap's, and the modern kind.
const BOXES: [&str; 4] = [
    ".box::before { content: ''; display: block; padding-top: 56.25% } iframe { position: absolute; inset: 0; height: 100% }",
    ".box { padding: 56.25% 0 0; height: 0 } iframe { position: absolute; top: 0; left: 0; height: 100% }",
    ".box { aspect-ratio: 16 / 9; overflow: hidden } iframe { height: 100% }",
    ".box { aspect-ratio: 16 / 9; overflow: hidden } iframe { position: absolute; inset: 0; height: 100% }",
];

/// Waits until a script gives true.
async fn comes_about(reader: &Reader, script: &str, what: &str) {
    let start = Instant::now();
    while reader.page.run(script, vec![]).await != json!(true) {
        assert!(start.elapsed() < Duration::from_secs(10), "{what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[apply(every_engine!)]
async fn a_box_of_a_fixed_ratio_around_a_frame_grows_with_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for style in BOXES {
        let (host, _quiz) = in_a_box(style, "<figure><div class=box>FRAME</div></figure>", false).await;
        reader.page.client.goto(&host.url).await.expect("the page opens");
        // Higher than any box of that ratio on a phone, all of it in its box, and nothing laid over what follows.
        let whole = "const bottom = (it) => document.querySelector(it).getBoundingClientRect().bottom;
            const { height } = document.querySelector('iframe').getBoundingClientRect();
            return height > 500 && Math.abs(bottom('.box') - bottom('iframe')) < 2 && document.querySelector('#below').getBoundingClientRect().top >= bottom('iframe')";
        comes_about(&reader, whole, style).await;
        tokio::time::sleep(Duration::from_millis(1200)).await;
        assert_eq!(reader.page.run("return said", vec![]).await, json!([]), "{style}");
    }
}

#[apply(every_engine!)]
async fn a_box_that_cuts_a_frame_and_cannot_grow_is_named_in_the_console_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (style, html) in [
        (".box { height: 300px; overflow: hidden }", "<div class=box><p>Words</p>FRAME</div>"),
        (".outer { height: 300px; overflow: hidden }", "<div class=outer><div class=box>FRAME</div></div>"),
        ("iframe { height: 300px !important }", "<div class=box>FRAME</div>"),
    ] {
        let (host, _quiz) = in_a_box(style, html, false).await;
        reader.page.client.goto(&host.url).await.expect("the page opens");
        comes_about(&reader, "return said.length > 0", style).await;
        // Another height, and no other word.
        reader.page.run("document.querySelector('iframe').style.width = '300px'", vec![]).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let said = reader.page.run("return said", vec![]).await;
        let said = said.as_array().expect("a list");
        assert!(
            said.len() == 1 && said[0].as_str().is_some_and(|it| it.contains("cuts this frame")),
            "{style}: {said:?}"
        );
    }
    // One that scrolls, or that the page itself ends in, cuts nothing.
    for (style, html) in [
        (".box { height: 300px; overflow: auto }", "<div><div class=box><div>FRAME</div></div></div>"),
        ("html, body { height: 100% }", "FRAME"),
        ("body { overflow-x: hidden }", "<div>FRAME</div>"),
    ] {
        let (host, _quiz) = in_a_box(style, html, false).await;
        reader.page.client.goto(&host.url).await.expect("the page opens");
        comes_about(&reader, "return document.querySelector('iframe').clientHeight > 500", style).await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(reader.page.run("return said", vec![]).await, json!([]), "{style}");
    }
}

#[apply(every_engine!)]
async fn a_frame_that_is_too_low_without_a_script_around_it_says_so_itself_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let said_inside = async |style: &str, bare: bool| {
        let (host, _quiz) = in_a_box(style, "<div class=box>FRAME</div>", bare).await;
        reader.page.client.goto(&host.url).await.expect("the page opens");
        tokio::time::sleep(Duration::from_millis(500)).await;
        let iframe = reader.page.client.find(fantoccini::Locator::Css("iframe")).await.expect("a frame");
        iframe.enter_frame().await.expect("the frame");
        reader.page.the("button", "Start the safety check").await;
        tokio::time::sleep(Duration::from_millis(2500)).await;
        reader.presses("Start the safety check").await;
        reader.page.the("group", "First, is any of this happening with your pain?").await;
        tokio::time::sleep(Duration::from_millis(2500)).await;
        reader.page.run("return said", vec![]).await
    };
    let said = said_inside(BOXES[0], true).await;
    let said = said.as_array().expect("a list");
    assert!(said.len() == 1 && said[0].as_str().is_some_and(|it| it.contains("this frame is")), "{said:?}");
    // One of the height that the documents name scrolls inside, and that is as it should be.
    assert_eq!(said_inside("iframe { height: 640px }", true).await, json!([]));
    assert_eq!(said_inside(BOXES[0], false).await, json!([]), "the script makes it higher");
}
