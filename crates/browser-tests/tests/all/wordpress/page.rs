//! The page that a reader gets: texts, scripts, themes and filters.

use std::fs;

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::sees_no_error;
use super::visitor::{START, attribute, block, reader_of, rendered, site};
use crate::harness::reader::Reader;
use crate::harness::server::repository;
use crate::widget::article::FIRST_SCREEN;

/// The attributes of the plugin's scripts on a page.
async fn scripts(reader: &Reader) -> Vec<Value> {
    let script = "return [...document.querySelectorAll('script[src*=\"which-cause\"]')]
        .map((it) => Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])))";
    reader.page.run(script, vec![]).await.as_array().expect("a list").clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_introduction_of_the_five_cause_quiz_is_on_the_page() {
    let site = Site::with_plugin();
    let quiz = fs::read_to_string(repository().join("quizzes/upper-back-knots.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let mut texts = vec![text(&quiz["title"]), text(&quiz["subtitle"])];
    texts.extend([text(&quiz["intro"]["lead"]), text(&quiz["intro"]["audience"])]);
    texts.extend(quiz["intro"]["points"].as_array().expect("points").iter().map(text));
    let page = site.publishes("words", &block(&json!({"region": "GB"})));
    let reader = reader_of(&page).await;
    reader.page.find("button", &text(&quiz["intro"]["start"])).await;
    for text in texts {
        reader.page.shows(&text).await;
    }
    sees_no_error(&reader).await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_quizzes_on_a_page_share_one_module() {
    let site = Site::with_plugin();
    let content = format!(
        "{}\n<!-- wp:shortcode -->[which-cause start-label=\"Second\" region=\"GB\"]<!-- /wp:shortcode -->",
        block(&json!({"startLabel": "First", "region": "GB"}))
    );
    let reader = reader_of(&site.publishes("two", &content)).await;
    reader.page.find("button", "First").await;
    let scripts = scripts(&reader).await;
    assert_eq!(scripts.len(), 1, "{scripts:?}");
    assert_eq!(scripts[0]["type"], "module");
    // For plugins that optimize pages.
    for (name, value) in [("data-cfasync", "false"), ("data-no-optimize", "1"), ("data-noptimize", "1")] {
        assert_eq!(scripts[0][name], value, "{name}");
    }
    reader.presses("Second").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.page.find("button", "First").await;
    sees_no_error(&reader).await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_a_quiz_loads_nothing_of_the_plugin() {
    let site = Site::with_plugin();
    let reader = reader_of(&site.publishes("none", "<p>No quiz here.</p>")).await;
    reader.page.shows("No quiz here.").await;
    let html = reader.page.client.source().await.expect("the page");
    assert!(!html.contains("which-cause"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_quiz_has_its_own_introduction() {
    let site = Site::with_plugin();
    fs::copy(repository().join("quizzes/dense-bread.json"), site.file("wp-content/uploads/bread.json"))
        .expect("a copy");
    let says = json!({
        "quiz": "/wp-content/uploads/bread.json", "heading": "Why is it heavy?", "startLabel": "Find out",
        "intro": "One line.\n\nAnother line.", "region": "GB"
    });
    let reader = reader_of(&site.publishes("bread", &block(&says))).await;
    reader.page.find("heading", "Why is it heavy?").await;
    reader.page.shows("One line.\nAnother line.").await;
    reader.page.does_not_show("safety check").await;
    reader.presses("Find out").await;
    let quiz = fs::read_to_string(repository().join("quizzes/dense-bread.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    reader.page.find("group", quiz["questions"][0]["text"].as_str().expect("a text")).await;
    sees_no_error(&reader).await;
    site.has_a_clean_log();
}

#[test]
fn the_course_link_of_an_own_quiz_has_a_text() {
    let site = site();
    let own = block(&json!({"quiz": "/my-quiz.json", "course": "/my-course/"}));
    let html = rendered(&site, &[own], "nobody").remove(0);
    assert!(html.contains("<a href=\"/my-course/\">Go to the course</a>"), "{html}");
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_filter_wpautop_leaves_the_quiz_whole() {
    let site = Site::with_plugin();
    site.write("wp-content/mu-plugins/late.php", "<?php add_filter( 'the_content', 'wpautop', 99 );");
    let page = site.publishes("autop", &block(&json!({"course": "/course/", "region": "GB"})));
    let reader = reader_of(&page).await;
    reader.page.find("button", START).await;
    let inside = "const quiz = document.querySelector('which-cause'); return [quiz.querySelectorAll('li').length > 1, !!quiz.querySelector('[data-fallback] a'), quiz.querySelectorAll('h2').length === 1]";
    assert_eq!(reader.page.run(inside, vec![]).await, json!([true, true, true]));
    reader.presses(START).await;
    reader.page.find("group", FIRST_SCREEN).await;
    sees_no_error(&reader).await;
}

/// WordPress may have printed its modules already, or print them in the footer only.
#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_in_the_footer_or_in_a_classic_theme_loads_its_module_once() {
    let site = Site::with_plugin();
    site.write(
        "wp-content/mu-plugins/footer.php",
        "<?php add_action( 'wp_footer', function () {
            if ( isset( $_GET['late'] ) ) echo do_shortcode( '[which-cause region=\"GB\"]' );
        }, (int) ( $_GET['late'] ?? 1 ) );",
    );
    let without = site.publishes("without", "<p>Words.</p>");
    let with = site.publishes("with", "[which-cause region=\"GB\"]");
    let block_theme = site.php("echo WP_DEFAULT_THEME;");
    for theme in [&block_theme, "twentytwentyone"] {
        site.php(&format!("switch_theme( '{theme}' );"));
        assert_eq!(site.php("echo (int) wp_is_block_theme();"), i32::from(theme == block_theme).to_string());
        for page in [format!("{without}?late=1"), format!("{without}?late=20"), with.clone()] {
            let reader = reader_of(&page).await;
            let scripts = scripts(&reader).await;
            assert_eq!(scripts.len(), 1, "{theme}, {page}: {scripts:?}");
            assert!(scripts[0]["nowprocket"].is_string(), "{scripts:?}");
            reader.presses(START).await;
            reader.page.focus_is_on("heading", FIRST_SCREEN).await;
            let outline = "return getComputedStyle(document.querySelector('which-cause')).outlineStyle";
            let outline = reader.page.run(outline, vec![]).await;
            assert_eq!(outline, "none", "{theme}, {page}: the theme's outline is round the whole quiz");
            sees_no_error(&reader).await;
        }
    }
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_keep_their_distance_in_a_theme_that_resets_margins() {
    let site = Site::with_plugin();
    site.php("switch_theme( 'twentytwentyone' );");
    let reader = reader_of(&site.publishes("words", "[which-cause region=\"GB\"]")).await;
    reader.page.find("button", START).await;
    let distances = "const quiz = document.querySelector('which-cause');
        const words = [...quiz.children].filter((it) => it.getClientRects().length);
        const boxes = [...words, quiz.shadowRoot.querySelector('button')].map((it) => it.getBoundingClientRect());
        return boxes.slice(1).map((box, index) => box.top - boxes[index].bottom)";
    let distances = reader.page.run(distances, vec![]).await;
    let distances = distances.as_array().expect("a list");
    assert!(distances.len() > 3 && distances.iter().all(|it| it.as_f64() > Some(8.0)), "{distances:?}");
}

/// In a classic theme the site's own CSS comes before the plugin's.
#[tokio::test(flavor = "multi_thread")]
async fn the_width_of_the_guide_wins_in_a_classic_and_in_a_block_theme() {
    let site = Site::with_plugin();
    let guide = include_str!("../../../../../docs/wordpress.md");
    let rule = guide.split('`').find(|it| it.contains("max-inline-size")).expect("the rule");
    let page = site.publishes("wide", &block(&json!({"align": "full", "region": "GB"})));
    let block_theme = site.php("echo WP_DEFAULT_THEME;");
    for theme in ["twentytwentyone", &block_theme] {
        site.php(&format!("switch_theme( '{theme}' );"));
        for (css, width) in [("", "704px"), (rule, "960px")] {
            site.php(&format!("wp_update_custom_css_post( '{css}' );"));
            let reader = reader_of(&page).await;
            let style = "return getComputedStyle(document.querySelector('which-cause')).maxInlineSize";
            assert_eq!(reader.page.run(style, vec![]).await, width, "{theme}: {css}");
        }
    }
    site.has_a_clean_log();
}

#[test]
fn a_translated_site_has_the_introduction_in_its_language() {
    let site = site();
    for (locale, tag) in [("es_MX", "es"), ("de_DE_formal", "de"), ("ar", "ar"), ("fr_FR", "en")] {
        let file = if tag == "en" { String::new() } else { format!(".{tag}") };
        let path = repository().join(format!("quizzes/upper-back-knots{file}.json"));
        let quiz: Value = serde_json::from_str(&fs::read_to_string(path).expect("a quiz")).expect("JSON");
        let says =
            |html: &str, text: &Value| html.contains(&text.as_str().expect("a text").replace('\'', "&#039;"));
        let show = format!(
            "add_filter( 'locale', function () {{ return '{locale}'; }} );
            echo apply_filters( 'the_content', '[which-cause]' );"
        );
        let html = site.php(&show);
        let intro = &quiz["intro"];
        for text in [&quiz["title"], &intro["lead"], &intro["points"][0], &intro["audience"], &intro["start"]]
        {
            assert!(says(&html, text), "{locale}: {text}: {html}");
        }
        for (name, text) in [("busy-label", &intro["busy"]), ("failed-label", &intro["failed"])] {
            assert_eq!(attribute(&html, name).as_deref(), text.as_str(), "{locale}");
        }
        // The notice about the translation is shown before the start too.
        assert!(quiz["notice"].is_null() || says(&html, &quiz["notice"]), "{locale}: {html}");
        assert_eq!(html.contains("<h2 lang=\"en\" dir=\"ltr\">"), tag == "en", "{locale}: {html}");
    }
    // A multilingual plugin may change the language in the page's HTML alone. The widget looks there too.
    let html = site.php(
        "add_filter( 'language_attributes', function () { return 'lang=\"es-AR\" dir=\"ltr\"'; } );
        echo apply_filters( 'the_content', '[which-cause]' );",
    );
    assert!(html.contains("<h2>¿Qué causa es la tuya?</h2>"), "{html}");
    // A quiz in another language than its page.
    let html = rendered(&site, &["[which-cause lang=”ar_EG”]".to_owned()], "nobody").remove(0);
    assert!(html.contains("<h2 lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert_eq!(attribute(&html, "lang").as_deref(), Some("ar-EG"));
    site.has_a_clean_log();
}

/// On a site with pages in several languages, each page has the quiz file of its language.
#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_a_quiz_file_of_its_own_and_its_words_name_their_language() {
    let site = Site::with_plugin();
    for file in ["upper-back-knots.es.json", "upper-back-knots.drawings.json"] {
        let copy = site.file("wp-content/uploads").join(file);
        fs::copy(repository().join("quizzes").join(file), copy).expect("a copy");
    }
    let words = json!({"language": "es", "direction": "ltr", "title": "¿Cuál?", "lead": ["Mira."], "points": [], "after": [],
        "start": "Empezar", "busy": "Un momento…", "failed": "No va.", "course": "Curso"});
    let content = block(
        &json!({"quiz": "/wp-content/uploads/upper-back-knots.es.json", "words": words, "lang": "es", "region": "ES"}),
    );
    let reader = reader_of(&site.publishes("nudos", &content)).await;
    let heading = "const heading = document.querySelector('which-cause h2'); return [heading.textContent, heading.lang]";
    assert_eq!(reader.page.run(heading, vec![]).await, json!(["¿Cuál?", "es"]));
    let messages = "const { busyLabel, failedLabel } = document.querySelector('which-cause'); return [busyLabel, failedLabel]";
    assert_eq!(reader.page.run(messages, vec![]).await, json!(["Un momento…", "No va."]));
    reader.presses("Empezar").await;
    let quiz = fs::read_to_string(repository().join("quizzes/upper-back-knots.es.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    reader.page.find("group", quiz["screens"][0]["text"].as_str().expect("a text")).await;
    sees_no_error(&reader).await;
    site.has_a_clean_log();
}
