//! What a change of an attribute changes, and what it leaves alone; what language tags and addresses may look like.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::{heard, listen};
use super::contract::article_with;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const FIRST: &str = "First, is any of this happening with your pain?";

/// Marks every element of the screen, so that one that is made anew is told from one that stands, and notes what else must not change:
/// the focus, what is open, how far the page is scrolled. Counts the animations that begin.
const MARK: &str = "
    const root = quiz.shadowRoot, base = root.querySelector('.widget .base');
    for (const it of base.querySelectorAll('*')) it.marked = true;
    window.animations = 0;
    root.addEventListener('animationstart', () => animations++);
    window.before = [root.activeElement, document.activeElement, scrollY];
";

/// Says what has changed since.
const CHANGED: &str = "
    const root = quiz.shadowRoot, base = root.querySelector('.widget .base');
    const changed = [...base.querySelectorAll('*')].filter((it) => !it.marked).map((it) => it.outerHTML);
    if (before[0] !== root.activeElement) changed.push('the focus in the quiz');
    if (before[1] !== document.activeElement) changed.push('the focus on the page');
    if (before[2] !== scrollY) changed.push('how far the page is scrolled');
    if (animations) changed.push(`${animations} animations`);
    return changed;
";

/// Every attribute but `lang` and `quiz`, with another value than the article's.
const OTHERS: [(&str, &str); 10] = [
    ("course", "course.html?2"),
    ("region", "US"),
    ("theme", "dark"),
    ("loading", "eager"),
    ("report", "result"),
    ("remember", ""),
    ("translations", "es"),
    ("start-label", "Go"),
    ("busy-label", "Wait"),
    ("failed-label", "No"),
];

async fn leaves_the_screen_alone(reader: &Reader, what: &str) {
    // What a new screen moves has come to rest.
    let mut before = Value::Null;
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        let now = reader.scripts("return [scrollY, document.getAnimations().length]").await;
        if now == before {
            break;
        }
        before = now;
    }
    reader.scripts(MARK).await;
    for (name, value) in OTHERS {
        // To another value, to the same again, and back.
        for script in [
            format!("window.own = quiz.getAttribute('{name}'); quiz.setAttribute('{name}', '{value}')"),
            format!("quiz.setAttribute('{name}', quiz.getAttribute('{name}'))"),
            format!("own === null ? quiz.removeAttribute('{name}') : quiz.setAttribute('{name}', own)"),
        ] {
            reader.scripts(&script).await;
            assert_eq!(reader.scripts(CHANGED).await, json!([]), "{what}: {script}");
        }
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(reader.scripts(CHANGED).await, json!([]), "{what}, some time later");
}

const FOCUS: &str = "const it = quiz.shadowRoot.querySelectorAll('.widget :is(input, button, a, summary)'); it[it.length - 1].focus()";

#[apply(every_engine!)]
async fn an_attribute_that_changes_leaves_every_screen_as_it_is(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.scripts(FOCUS).await;
    leaves_the_screen_alone(&reader, "the first screen").await;
    // An error message stands, and the reader is elsewhere on the page.
    reader.goes_on().await;
    reader.page.says("Tick all that fit, or tick").await;
    reader
        .scripts("const field = document.createElement('input'); document.body.prepend(field); field.focus()")
        .await;
    leaves_the_screen_alone(&reader, "a screen with an error").await;
    // A stop, which has the emergency number in its texts.
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.goes_on().await;
    reader.page.says("We've stopped the quiz here").await;
    reader.scripts(FOCUS).await;
    leaves_the_screen_alone(&reader, "a stop").await;
    reader.presses("I ticked that by mistake").await;
    reader.page.the("group", FIRST).await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", "Next, do any of these fit you?").await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", "Last safety question. Do any of these fit?").await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.skips_to_the_end().await;
    reader.scripts("for (const it of quiz.shadowRoot.querySelectorAll('details')) it.open = true").await;
    reader.scripts(FOCUS).await;
    leaves_the_screen_alone(&reader, "the result").await;
}

#[apply(every_engine!)]
async fn what_depends_on_an_attribute_follows_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("region=US").replace("<html lang=\"en\"", "<html lang=\"en-US\"");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.goes_on().await;
    reader.page.says("Call 911").await;
    reader.scripts("quiz.region = 'NZ'").await;
    reader.page.says("Call 111").await;
    let call = "return quiz.shadowRoot.querySelector('.widget a[href^=\"tel:\"]').getAttribute('href')";
    assert_eq!(reader.scripts(call).await, json!("tel:111"));
    reader.presses("I ticked that by mistake").await;
    reader.page.the("group", FIRST).await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    for question in ["Next, do any of these fit you?", "Last safety question. Do any of these fit?"] {
        reader.page.the("group", question).await;
        reader.ticks("None of these").await;
        reader.goes_on().await;
    }
    reader.skips_to_the_end().await;
    assert!(!reader.page.names("link").await.iter().any(|it| it == "See what's in the course"));
    reader.scripts("quiz.course = 'other.html'").await;
    reader.page.the("link", "See what's in the course").await;
    let link = "return quiz.shadowRoot.querySelector('[part=course] a').href.split('/').pop()";
    assert_eq!(reader.scripts(link).await, json!("other.html"));
    reader.scripts("quiz.course = null").await;
    reader.page.does_not_say("See what's in the course").await;
}

#[apply(every_engine!)]
async fn a_lang_that_changes_while_the_app_loads_is_not_lost(engine: Engine) {
    for script in ["quiz.lang = 'es'", "document.documentElement.lang = 'es'"] {
        for slow in ["which-cause-app.js", "which-cause-app_bg.wasm"] {
            let reader = Reader::new(engine, Mouse).await;
            reader.server.twist(|twists| twists.slow.push(slow));
            reader.opens("").await;
            reader.presses("Start the safety check").await;
            reader.scripts(script).await;
            reader.page.says("Revisión de seguridad 1 de 3").await;
        }
    }
}

#[apply(every_engine!)]
async fn a_language_tag_may_be_written_as_the_web_writes_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for tag in ["es_MX", "ES-mx", " es-MX ", "es-Latn-MX-x-mine", "es-419-u-nu-latn", "spa"] {
        let article = article_with(&format!("lang='{tag}' course=course.html"));
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
        reader.opens("").await;
        reader.presses("Start the safety check").await;
        reader.page.says("Revisión de seguridad 1 de 3").await;
        let said = reader.page.console().await;
        assert!(!said.iter().any(|it| it.contains("lang=")), "{tag}: {said:?}");
    }
}

/// Starts the quiz with this as the element's tag, on a page that may have a base.
async fn starts_with(reader: &Reader, attributes: &str) {
    let article = article_with(attributes);
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.opens("").await;
    listen(reader).await;
    reader.presses("Start the safety check").await;
}

#[apply(every_engine!)]
async fn an_address_is_read_as_a_link_reads_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = include_str!("../../../../../quizzes/dense-bread.json").to_owned();
    reader.server.twist(|twists| _ = twists.texts.insert("bread.json", bread));
    for quiz in [
        " bread.json",
        "bread.json\n",
        "\n\t./bread.json ",
        "/bread.json",
        "a/../bread.json",
        "bre\nad.json",
        "?/../bread.json",
    ] {
        if quiz.starts_with('?') {
            continue;
        }
        starts_with(&reader, &format!("quiz='{quiz}' course=course.html")).await;
        reader.page.the("radio", "Hardly any holes at all, like a brick").await;
    }
    // A course is too.
    starts_with(&reader, "course=' \n course.html ' ").await;
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
    let link = "return quiz.shadowRoot.querySelector('[part=course] a').href.split('/').pop()";
    assert_eq!(reader.scripts(link).await, json!("course.html"));
}

#[apply(every_engine!)]
async fn a_quiz_that_is_no_address_of_the_web_fails_and_shows_no_other_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for quiz in [
        "javascript:1",
        "mailto:a@example.org",
        "https://",
        "http://[",
        "data:application/json,{}",
        "blob:x",
        " ",
    ] {
        starts_with(&reader, &format!("quiz='{quiz}' course=course.html")).await;
        reader.page.says("The quiz could not start.").await;
        let heard = heard(&reader).await;
        assert_eq!(heard.len(), 1, "{quiz}: {heard:?}");
        assert_eq!(heard[0]["type"], "which-cause-error", "{quiz}");
        let stands = "return quiz.shadowRoot.querySelectorAll('.widget').length";
        assert_eq!(reader.scripts(stands).await, json!(0), "{quiz}");
    }
}

#[apply(every_engine!)]
async fn an_address_in_a_quiz_file_starts_from_where_the_file_came_from_in_the_end(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/dense-bread.json")).expect("JSON");
    let knots: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.json")).expect("JSON");
    quiz["drawings"] = json!("drawings.json");
    quiz["questions"][0]["picture"] = knots["questions"][0]["picture"].clone();
    reader.server.twist(|twists| {
        twists.redirected.insert("quiz", "/there/quiz.json".to_owned());
        twists.texts.insert("there/quiz.json", quiz.to_string());
    });
    starts_with(&reader, "quiz=quiz course=course.html").await;
    let start = std::time::Instant::now();
    loop {
        let mut asked = Vec::new();
        reader.server.twist(|twists| asked.clone_from(&twists.asked));
        if asked.iter().any(|it| it == "there/drawings.json") {
            break;
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(10), "{asked:?}");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}
