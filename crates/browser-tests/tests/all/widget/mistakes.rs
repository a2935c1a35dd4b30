//! Mistakes that an owner cannot see in what they wrote are named in the console, once; and what works all the same.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::json;

use super::claims::built;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const FIRST: &str = "First, is any of this happening with your pain?";

async fn says(reader: &Reader, body: &str, wanted: Option<&str>) {
    let page = format!(
        "<!doctype html><html lang=en-GB><body><script type=module src=which-cause.js></script>{body}"
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page));
    reader.opens("").await;
    reader.page.the("button", "Start").await;
    reader.scripts("quiz.start()").await;
    reader.page.the("group", FIRST).await;
    reader.scripts("quiz.region = 'GB'; return quiz.start()").await;
    let said = reader.page.console().await;
    let mistakes: Vec<_> = said.iter().filter(|it| it.contains("the element ")).collect();
    match wanted {
        Some(wanted) => assert!(mistakes.len() == 1 && mistakes[0].contains(wanted), "{body}: {said:?}"),
        None => assert!(mistakes.is_empty(), "{body}: {said:?}"),
    }
}

#[apply(every_engine!)]
async fn an_element_that_swallows_the_article_or_is_emptied_or_is_in_a_link_is_named_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let long = format!("<which-cause start-label=Start /><p>{}</p>", "All of the article. ".repeat(250));
    for (body, wanted) in [
        ("<which-cause /><article><h1>The article</h1></article>", Some("has the article in it")),
        (long.as_str(), Some("has the article in it")),
        (
            "<which-cause><which-cause start-label=Inner></which-cause></which-cause>",
            Some("has the article in it"),
        ),
        ("<p><which-cause><h2>Which one is yours?</h2></which-cause></p>", Some("is empty, in a `<p>`")),
        ("<a href=course.html><which-cause><p>Words</p></which-cause></a>", Some("is inside a link")),
        ("<which-cause><h2>Which one is yours?</h2><p>Words</p></which-cause>", None),
        ("<div><which-cause></which-cause></div>", None),
    ] {
        says(&reader, body, wanted).await;
    }
}

#[apply(every_engine!)]
async fn a_link_to_a_heading_that_is_hidden_while_the_quiz_stands_leads_to_the_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html")
        .replacen(
            "<which-cause",
            "<nav style=\"margin-bottom: 3000px\"><a href=\"#own\">To the quiz</a></nav><which-cause",
            1,
        )
        .replacen("data-fallback", "id=own data-fallback", 1);
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    for times in ["once", "again"] {
        reader.scripts("scrollTo({ top: 0, behavior: 'instant' })").await;
        reader.follows("To the quiz").await;
        let start = std::time::Instant::now();
        let top = "return Math.abs(quiz.getBoundingClientRect().top) < innerHeight / 2";
        while reader.scripts(top).await != json!(true) {
            assert!(start.elapsed().as_secs() < 5, "{times}: the quiz is not in the window");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
    reader.page.the("group", FIRST).await;
}

#[apply(every_engine!)]
async fn moved_into_another_document_it_keeps_its_style(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    let move_it = "
        const [done] = arguments, quiz = document.querySelector('which-cause'), frame = document.createElement('iframe');
        frame.style.cssText = 'width: 340px; height: 700px';
        document.body.append(frame);
        const looks = (it) => {
            // Not what it takes from the page around it.
            const { display, paddingTop, borderTopWidth, backgroundColor, fontWeight } = it.ownerDocument.defaultView.getComputedStyle(it);
            return JSON.stringify([display, paddingTop, borderTopWidth, backgroundColor, fontWeight]);
        };
        const all = (names) => names.map((name) => [name, looks(quiz.shadowRoot.querySelector(name))]);
        (async () => {
            const wrong = [];
            const compare = async (names) => {
                const before = all(names);
                frame.contentDocument.body.append(quiz);
                const after = all(names);
                before.forEach(([name, was], i) => was === after[i][1] || wrong.push([name, was, after[i][1]]));
                document.querySelector('main').append(quiz);
                after.forEach(([name], i) => before[i][1] === all([name])[0][1] || wrong.push([name, 'back']));
            };
            await compare(['.primary', '.message']);
            await quiz.start();
            await compare(['.base .heading', '.choice', '.widget .primary', '.progress-bar']);
            // One that shows itself for the first time there.
            const other = document.createElement('which-cause');
            frame.contentDocument.body.append(other);
            if (frame.contentWindow.getComputedStyle(other.shadowRoot.querySelector('.primary')).minHeight === 'auto') wrong.push('a new one');
            return wrong;
        })().then(done, (error) => done(String(error)));";
    assert_eq!(reader.page.run_async(move_it).await, json!([]));
}

#[apply(every_engine!)]
async fn a_quiz_that_comes_late_leaves_the_focus_in_a_field_outside_its_own_tree(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let page = "<!doctype html><html lang=en-GB><body><input aria-label=Search><div id=host></div>
        <script type=module src=which-cause.js></script><script>
        host.attachShadow({ mode: 'open' }).innerHTML = '<which-cause><p>Words</p></which-cause>';</script>";
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", page.to_owned());
        twists.slow.push("which-cause-app_bg.wasm");
    });
    reader.opens("").await;
    reader.presses("Start").await;
    reader.page.run("document.querySelector('input').focus()", vec![]).await;
    reader.page.the("group", FIRST).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(reader.page.focus().await.map(|(_, name)| name).as_deref(), Some("Search"));
}
