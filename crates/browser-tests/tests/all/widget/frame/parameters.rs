//! The parameters in the frame's address.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::dist;
use crate::harness::site::Site;
use crate::widget::article::BREAD;
use crate::widget::frame::course_sites::{course, opens, site_with_list};
use crate::widget::frame::{Framed, Setting, around};

#[apply(chromium_only!)]
async fn the_address_sets_the_attributes(engine: Engine) {
    let query = "?region=GB&theme=dark&lang=en-GB&report=result&remember&loading=eager&course=https%3A%2F%2Fexample.org%2Fc%3Fa%3D1&utm_source=frame";
    let framed = Framed::open(engine, Setting { query: query.into(), ..Setting::default() }).await;
    framed.reader.page.find("button", "Start the safety check").await;
    let set = framed.reader.page.run(
        "const quiz = document.querySelector('which-cause');
         return Object.fromEntries([...quiz.attributes].map(({ name, value }) => [name, value]))",
        vec![],
    );
    let expected = json!({
        "course": "https://example.org/c?a=1", "region": "GB", "theme": "dark", "lang": "en-GB", "report": "result",
        "remember": "", "loading": "eager", "start-label": "Start the safety check",
    });
    assert_eq!(set.await, expected);
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(framed.reader.page.run(scheme, vec![]).await, json!("dark"));
    let link = "return document.querySelector('[data-fallback] a').href";
    assert_eq!(framed.reader.page.run(link, vec![]).await, json!("https://example.org/c?a=1"));
    framed.starts().await;
    framed.reader.ticks("Trouble breathing").await;
    framed.reader.presses("Next").await;
    framed.reader.page.shows("999").await;
}

#[apply(chromium_only!)]
async fn another_quiz_shows_its_own_introduction(engine: Engine) {
    let quiz: Value = serde_json::from_str(BREAD).expect("JSON");
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
    framed.reader.page.find("heading", &say(&quiz["title"])).await;
    framed.reader.page.shows(&say(&quiz["intro"]["lead"])).await;
    framed.reader.page.does_not_show("knots").await;
    framed.fits().await;
    framed.reader.presses(&say(&quiz["intro"]["start"])).await;
    framed.reader.page.find("group", &say(&quiz["questions"][0]["text"])).await;
    framed.fits().await;
}

#[apply(chromium_only!)]
async fn a_notice_of_another_quiz_is_shown_without_its_marks(engine: Engine) {
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["notice"] = "**A draft.** See [the list](https://example.org/).\n\nNot *reviewed* yet.".into();
    let site = Site::default().folder("/", dist()).page("/quiz.json", quiz.to_string()).serve().await;
    let reader = Reader::new(engine, Mouse).await;
    opens(&reader, &site, "quiz=quiz.json").await;
    reader.page.find("heading", "Why is my loaf so dense?").await;
    let paragraphs =
        "return [...document.querySelectorAll('which-cause > p')].map((it) => it.textContent).slice(-3, -1)";
    let shown = reader.page.run(paragraphs, vec![]).await;
    assert_eq!(shown, json!(["A draft. See the list.", "Not reviewed yet."]));
}

#[apply(chromium_only!)]
async fn while_the_files_are_on_their_way_the_frame_has_its_link(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| {
        state.texts.insert("bread.json", BREAD.to_owned());
        state.held = vec!["bread.json", "bread.es.json"];
    });
    reader.opens("frame.html?quiz=bread.json&lang=es&translations=es").await;
    // Both files are requested at once.
    reader.server.waits_for_request("bread.json").await;
    reader.server.waits_for_request("bread.es.json").await;
    reader.page.find("link", "Knots In Your Back Gone!").await;
    reader.page.does_not_show("The article lists five things").await;
    // The translation is missing.
    reader.server.update(|state| state.held.clear());
    reader.page.find("heading", "Why is my loaf so dense?").await;
    reader.page.find("button", "Start with the crumb").await;
    reader.page.does_not_show("Knots").await;
}

#[apply(chromium_only!)]
async fn words_in_another_language_than_the_address_names_say_so(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| _ = state.texts.insert("bread.json", BREAD.to_owned()));
    reader.opens("frame.html?quiz=bread.json&lang=fr").await;
    reader.page.find("heading", "Why is my loaf so dense?").await;
    let languages = "const texts = quiz.querySelectorAll('h2, p, li');
        return [quiz.lang, ...new Set([...texts].map((it) => it.closest('[lang]').lang))]";
    assert_eq!(reader.asks_quiz(languages).await, json!(["fr", "en"]));
}

#[apply(chromium_only!)]
async fn remember_counts_unless_its_value_is_false(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (query, remembers) in [("remember", true), ("remember=1", true), ("remember=false", false)] {
        reader.opens(&format!("frame.html?region=GB&{query}")).await;
        reader.waits_for_the_element().await;
        assert_eq!(reader.asks_quiz("return quiz.remember").await, json!(remembers), "{query}");
    }
}

#[apply(chromium_only!)]
async fn a_quiz_of_another_site_fails_and_no_other_quiz_is_shown(engine: Engine) {
    let elsewhere = Site::default().folder("/", crate::harness::server::repository().join("quizzes"));
    let elsewhere = elsewhere.header("access-control-allow-origin", "*").serve().await;
    let site = site_with_list(None).await;
    let reader = Reader::new(engine, Mouse).await;
    let far = format!("{}dense-bread.json", elsewhere.url);
    for quiz in [far.as_str(), "https://", "javascript:x", "data:application/json,{}", "gone.json"] {
        opens(&reader, &site, &format!("quiz={quiz}")).await;
        reader.page.does_not_show("knots").await;
        reader.presses("Start").await;
        reader.page.shows("The quiz could not start.").await;
        reader.page.find("link", "Knots In Your Back Gone!").await;
        let (_, _, messages) = course(&reader).await;
        assert!(messages.contains(quiz), "{quiz}: {messages}");
    }
    assert!(elsewhere.requested().is_empty(), "{:?}", elsewhere.requested());
}

#[apply(chromium_only!)]
async fn a_redirect_to_another_site_brings_no_words_and_no_quiz_of_that_site(engine: Engine) {
    let elsewhere = Site::default().folder("/", crate::harness::server::repository().join("quizzes"));
    let elsewhere = elsewhere.header("access-control-allow-origin", "*").serve().await;
    let reader = Reader::new(engine, Mouse).await;
    let quiz = format!("{}dense-bread.json", elsewhere.url);
    reader.server.update(|state| _ = state.redirected.insert("out", quiz));
    reader.opens("frame.html?quiz=out").await;
    reader.presses("Start").await;
    reader.page.shows("The quiz could not start.").await;
    reader.page.does_not_show("bread").await;
    assert!(
        elsewhere.requested().iter().any(|path| path.ends_with("dense-bread.json")),
        "the redirect works"
    );
}

#[apply(chromium_only!)]
async fn spaces_and_underscores_in_the_address_are_read_as_meant(engine: Engine) {
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
        reader.page.does_not_show("The article lists five things").await;
    }
    opens(&reader, &site, "quiz=%20quizzes/dense-bread.json%0A&region=%20GB%20&theme=dark%20").await;
    reader.page.find("heading", "Why is my loaf so dense?").await;
    let set = "const quiz = document.querySelector('which-cause'); return [quiz.getAttribute('quiz'), quiz.region, quiz.theme]";
    let quiz = format!("{}quizzes/dense-bread.json", site.url);
    assert_eq!(reader.page.run(set, vec![]).await, json!([quiz, "GB", "dark"]));
}
