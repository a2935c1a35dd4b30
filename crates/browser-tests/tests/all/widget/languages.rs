//! The quiz in the language around it, and what is asked of the network for that.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::{WASM, heard, listen};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

/// The compiled-in quiz in one of its languages.
pub(crate) fn quiz_in(tag: &str) -> Value {
    let text = match tag {
        "en" => include_str!("../../../../../quizzes/upper-back-knots.json").to_owned(),
        tag => {
            let path = format!("{}/../../quizzes/upper-back-knots.{tag}.json", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).expect("a translation")
        }
    };
    serde_json::from_str(&text).expect("JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// What a screen of the screening asks in one of the languages.
fn screen(tag: &str, index: usize) -> String {
    text(&quiz_in(tag)["screens"][index]["text"]).to_owned()
}

fn page(lang: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang={lang}><meta charset=utf-8><body>\
         <script type=module src=which-cause.js></script>{body}<p><button>Elsewhere</button>"
    )
}

impl Reader {
    /// Opens a page of this test's own.
    async fn opens_page(&self, html: String) {
        self.server.twist(|twists| {
            twists.texts.insert("index.html", html);
            twists.asked.clear();
        });
        self.opens("").await;
    }

    /// The quiz files that the server was asked for so far.
    fn quizzes_asked(&self) -> Vec<String> {
        let mut asked = Vec::new();
        self.server.twist(|twists| asked.clone_from(&twists.asked));
        // Drawings have no words: they are for all languages.
        asked.retain(|it| {
            matches!(it.rsplit('.').next(), Some("json" | "quiz")) && !it.contains(".drawings.")
        });
        asked
    }

    /// Waits until the server was asked for something.
    pub(crate) async fn has_been_sent(&self, what: &str) {
        for _ in 0..400 {
            let mut sent = false;
            self.server.twist(|twists| sent = twists.asked.iter().any(|it| it == what));
            if sent {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("{what} was never asked for");
    }
}

const ONE: &str = "<which-cause><p>Words</p></which-cause>";

#[apply(every_engine!)]
async fn the_quiz_is_in_the_language_around_it_and_no_other_is_fetched(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (lang, tag, direction) in [
        ("es", "es", "ltr"),
        ("de", "de", "ltr"),
        ("ar", "ar", "rtl"),
        ("es-MX", "es", "ltr"),
        ("DE-at", "de", "ltr"),
        ("fr", "en", "ltr"),
        ("en-GB", "en", "ltr"),
    ] {
        reader.opens_page(page(lang, ONE)).await;
        reader.presses("Start").await;
        reader.page.focuses("heading", &screen(tag, 0)).await;
        let stands = "const it = quiz.shadowRoot.querySelector('section'); return [it.lang, getComputedStyle(it).direction]";
        assert_eq!(reader.scripts(stands).await, json!([tag, direction]), "{lang}");
        let file = format!("upper-back-knots.{tag}.quiz");
        assert_eq!(reader.quizzes_asked(), if tag == "en" { vec![] } else { vec![file] }, "{lang}");
    }
}

#[apply(every_engine!)]
async fn a_translation_comes_with_an_app_that_comes_early(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let three = "<which-cause loading=eager></which-cause><which-cause lang=de></which-cause><which-cause quiz=bread.json translations=es></which-cause>";
    reader.opens_page(page("es-MX", three)).await;
    reader.has_been_sent(WASM).await;
    for tag in ["es", "de"] {
        reader.has_been_sent(&format!("upper-back-knots.{tag}.quiz")).await;
    }
    // Whose quiz is a file of their own wait for the press.
    reader.page.run_async("const [done] = arguments; setTimeout(done, 500)").await;
    let mut asked = reader.quizzes_asked();
    asked.sort();
    assert_eq!(asked, ["upper-back-knots.de.quiz", "upper-back-knots.es.quiz"]);
    // What is here goes on without a network.
    reader.server.twist(|twists| twists.missing = vec!["upper-back-knots.es.quiz"]);
    reader.scripts("quiz.start()").await;
    reader.page.the("group", &screen("es", 0)).await;
}

#[apply(every_engine!)]
async fn a_translation_that_is_not_to_be_had_leaves_the_quiz_in_its_own_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for broken in [None, Some("{}"), Some("<!doctype html><title>Not found</title>")] {
        reader.server.twist(|twists| {
            twists.missing.clear();
            match broken {
                None => twists.missing.push("upper-back-knots.de.quiz"),
                Some(text) => _ = twists.texts.insert("upper-back-knots.de.quiz", text.to_owned()),
            }
        });
        reader.opens_page(page("de", ONE)).await;
        listen(&reader).await;
        reader.presses("Start").await;
        reader.page.focuses("heading", &screen("en", 0)).await;
        let events = heard(&reader).await;
        assert!(!events.iter().any(|it| it["type"] == "which-cause-error"), "{events:?}");
        let said = reader.page.console().await;
        let warned = said.iter().filter(|it| it.contains("the quiz is in its own language, without"));
        assert_eq!(warned.count(), 1, "{said:?}");
    }
    // The same holds for the file of an owner, which has a language of its own.
    let bread = include_str!("../../../../../quizzes/dense-bread.json").to_owned();
    reader.server.twist(|twists| _ = twists.texts.insert("bread.json", bread));
    reader.opens_page(page("de", "<which-cause quiz=bread.json translations='es de'></which-cause>")).await;
    reader.presses("Start").await;
    reader.page.focuses("heading", "What does the inside look like?").await;
    assert_eq!(reader.quizzes_asked(), ["bread.de.json", "bread.json"]);
}

#[apply(every_engine!)]
async fn the_language_may_change_under_a_reader_who_stays_where_they_are(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("en", ONE)).await;
    listen(&reader).await;
    reader.presses("Start").await;
    reader.ticks("None of these").await;
    reader.presses("Next").await;
    reader.ticks("I have, or have had, cancer").await;
    let told = heard(&reader).await.len();
    reader.presses("Elsewhere").await;
    let picked = "return [...quiz.shadowRoot.querySelectorAll(':checked')].map((it) => it.closest('label').textContent)";
    for tag in ["es", "ar", "de"] {
        reader.scripts(&format!("quiz.lang = '{tag}'")).await;
        reader.page.the("group", &screen(tag, 1)).await;
        assert_eq!(reader.scripts(picked).await, json!([quiz_in(tag)["screens"][1]["choices"][1]["text"]]));
        assert_eq!(
            reader.page.focus().await,
            Some(("button".to_owned(), "Elsewhere".to_owned())),
            "the focus is not taken from where it is"
        );
    }
    assert_eq!(heard(&reader).await.len(), told, "nothing has happened that would have to be told");
    // A language that the quiz does not have is its own again; and what is here is not fetched twice.
    reader.scripts("quiz.lang = 'fr'").await;
    reader.page.the("group", &screen("en", 1)).await;
    reader.scripts("quiz.lang = 'es'").await;
    reader.page.the("group", &screen("es", 1)).await;
    assert_eq!(reader.quizzes_asked().len(), 3, "{:?}", reader.quizzes_asked());
    // The reader goes on from there: their tick stops the quiz, and what they do is told again.
    let quiz = quiz_in("es");
    reader.presses(text(&quiz["words"]["next"])).await;
    reader.page.focuses("heading", text(&quiz["screens"][1]["card"]["heading"])).await;
    reader.scripts("quiz.lang = 'en'").await;
    reader.page.the("heading", "Please speak to a doctor today").await;
    reader.presses("I ticked that by mistake").await;
    reader.ticks("None of these").await;
    reader.presses("Next").await;
    reader.page.the("group", &screen("en", 2)).await;
    let events = heard(&reader).await;
    assert_eq!(events.last().expect("an event")["detail"]["step"], 3, "{events:?}");
    assert_eq!(events.len(), told + 1, "{events:?}");
}

#[apply(every_engine!)]
async fn a_language_that_changes_further_up_counts_at_the_next_start(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("en", ONE)).await;
    reader.presses("Start").await;
    reader.page.focuses("heading", &screen("en", 0)).await;
    // Back from the first screen, the author's words stand there, and stay there.
    reader.presses("Back").await;
    reader.page.focuses("button", "Start").await;
    reader.scripts("quiz.lang = 'de'").await;
    reader.has_been_sent("upper-back-knots.de.quiz").await;
    reader.page.says("Words").await;
    reader.page.does_not_say(&screen("de", 0)).await;
    reader.presses("Start").await;
    reader.page.focuses("heading", &screen("de", 0)).await;
    reader.scripts("quiz.removeAttribute('lang')").await;
    reader.page.the("group", &screen("en", 0)).await;
    reader.scripts("document.documentElement.lang = 'es'; return quiz.start()").await;
    reader.page.focuses("heading", &screen("es", 0)).await;
}

#[apply(every_engine!)]
async fn two_quizzes_of_a_page_each_have_the_language_around_them(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let two = "<section lang=es><which-cause start-label=Uno></which-cause></section>\
               <section lang=ar dir=rtl><which-cause start-label=Two></which-cause></section>";
    reader.opens_page(page("en", two)).await;
    reader.presses("Uno").await;
    reader.page.the("group", &screen("es", 0)).await;
    reader.presses("Two").await;
    reader.page.the("group", &screen("ar", 0)).await;
    reader.page.the("group", &screen("es", 0)).await;
}

#[apply(every_engine!)]
async fn two_quizzes_with_one_file_ask_for_it_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = include_str!("../../../../../quizzes/dense-bread.json");
    let pane = bread.replacen("What does the inside look like?", "¿Cómo es por dentro?", 1);
    reader.server.twist(|twists| {
        twists.texts.insert("bread.json", bread.to_owned());
        twists.texts.insert("bread.es.json", pane);
    });
    let one = "<which-cause quiz=bread.json translations='de es'></which-cause>";
    reader.opens_page(page("es-CO", &one.repeat(3))).await;
    let started = "const [done] = arguments; const all = [...document.querySelectorAll('which-cause')];
        customElements.whenDefined('which-cause').then(() => Promise.all(all.map((it) => it.start())))
            .then(() => done(all.map((it) => it.shadowRoot.querySelector('h2').textContent)))";
    assert_eq!(reader.page.run_async(started).await, json!(vec!["¿Cómo es por dentro?"; 3]));
    assert_eq!(reader.quizzes_asked(), ["bread.es.json"]);
}

#[apply(every_engine!)]
async fn what_a_tab_remembers_is_taken_up_in_any_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let one = "<which-cause remember></which-cause>";
    reader.opens_page(page("es", one)).await;
    reader.presses("Start").await;
    let quiz = quiz_in("es");
    reader
        .ticks(text(
            &quiz["screens"][0]["choices"].as_array().expect("choices").last().expect("none")["text"],
        ))
        .await;
    reader.presses(text(&quiz["words"]["next"])).await;
    reader.page.the("group", &screen("es", 1)).await;
    reader.opens_page(page("de", one)).await;
    reader.presses("Start").await;
    reader.page.focuses("heading", &screen("de", 1)).await;
    assert_eq!(reader.scripts("return Object.keys(sessionStorage)").await, json!(["which-cause "]));
}

#[apply(every_engine!)]
async fn in_arabic_what_is_counted_and_what_is_dialled_have_the_same_digits(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    // Of Arabic as it is written in Egypt the browser would take other digits by itself.
    reader.opens_page(page("ar-EG", ONE)).await;
    reader.presses("Start").await;
    let quiz = quiz_in("ar");
    let progress = text(&quiz["words"]["screening_progress"]).replace("{n}", "1").replace("{total}", "3");
    reader.page.says(&progress).await;
    reader.ticks(text(&quiz["screens"][0]["choices"][0]["text"])).await;
    reader.presses(text(&quiz["words"]["next"])).await;
    let card = &quiz["screens"][0]["card"];
    let number = text(&quiz["care"]["emergency"]["regions"]["EG"]["number"]);
    reader.page.focuses("heading", &text(&card["heading"]).replace("{emergency_number}", number)).await;
    let call = reader.page.the("link", &text(&card["call"]).replace("{emergency_number}", number)).await;
    assert_eq!(call.attr("href").await.expect("a link"), Some(format!("tel:{number}")));
    let other = reader.page.text().await.chars().any(|it| ('\u{660}'..='\u{669}').contains(&it));
    assert!(!other, "digits of another kind");
}

#[apply(every_engine!)]
async fn once_started_a_translation_asks_nothing_of_the_network(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("es", ONE)).await;
    reader.presses("Start").await;
    let quiz = quiz_in("es");
    reader.page.the("group", &screen("es", 0)).await;
    reader.server.twist(|twists| twists.asked.clear());
    reader.answers_in(&quiz, "M1-desk-mixed", async || ()).await;
    reader.page.focuses("heading", text(&quiz["verdicts"]["mixed"]["heading"])).await;
    reader.server.twist(|twists| assert_eq!(twists.asked, [] as [String; 0]));
}

#[apply(every_engine!)]
async fn a_result_may_change_its_language_and_is_told_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("es", ONE)).await;
    listen(&reader).await;
    reader.presses("Start").await;
    reader.answers_in(&quiz_in("es"), "M1-desk-mixed", async || ()).await;
    reader.page.focuses("heading", text(&quiz_in("es")["verdicts"]["mixed"]["heading"])).await;
    let told = heard(&reader).await;
    assert_eq!(told.last().expect("an event")["type"], "which-cause-finish");
    reader.scripts("quiz.lang = 'de'").await;
    // The reader was in the quiz, and stays in it.
    reader.page.focuses("heading", text(&quiz_in("de")["verdicts"]["mixed"]["heading"])).await;
    assert_eq!(heard(&reader).await, told);
}

#[apply(every_engine!)]
async fn a_frame_introduces_the_quiz_in_the_language_of_its_address(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("frame.html?lang=ar-EG").await;
    let quiz = quiz_in("ar");
    reader.page.says(text(&quiz["intro"]["lead"])).await;
    reader.page.says(text(&quiz["notice"])).await;
    reader.page.does_not_say("The article lists five things").await;
    assert_eq!(
        reader.scripts("return [quiz.lang, quiz.dir, document.title]").await,
        json!(["ar-EG", "rtl", quiz["title"]])
    );
    reader.presses(text(&quiz["intro"]["start"])).await;
    reader.page.focuses("heading", &screen("ar", 0)).await;
    // Where there is no such translation, or it does not arrive, the words in the page stand.
    reader.server.twist(|twists| {
        twists.missing.extend(["upper-back-knots.intro.es.json", "upper-back-knots.es.quiz"]);
    });
    for lang in ["fr", "es"] {
        reader.opens(&format!("frame.html?lang={lang}")).await;
        reader.page.says("The article lists five things").await;
        reader.presses("Start the safety check").await;
        reader.page.focuses("heading", &screen("en", 0)).await;
    }
}
