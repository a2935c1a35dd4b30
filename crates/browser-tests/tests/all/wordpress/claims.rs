//! What a site owner, an author and a reader can count on.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::desk::{Writer, sees_no_error};
use super::site::{PLUGIN, Site, root, zip};
use crate::harness::engine::Engine;
use crate::harness::reader::{Hand, Reader};

pub(crate) const START: &str = "Start the safety check";

/// A block as a post has it, with what it says.
pub(crate) fn block(says: &Value) -> String {
    // As WordPress writes it into its comment.
    let says =
        says.to_string().replace("--", "\\u002d\\u002d").replace('<', "\\u003c").replace('>', "\\u003e");
    format!("<!-- wp:which-cause/quiz {says} /-->")
}

/// A page at the end of the link.
fn course(site: &Site) -> String {
    site.publishes("course", "<p>Welcome to the course.</p>")
}

/// Someone who has never been on the site, with a page of it before them.
pub(crate) async fn reader_of(page: &str) -> Reader {
    let reader = Reader::new(Engine::Chromium, Hand::Mouse).await;
    reader.page.client.goto(page).await.expect("the page opens");
    reader
}

/// Takes the whole quiz on a page and goes on to the course.
async fn takes_the_quiz_and_goes_to_the_course(page: &str, start: &str) {
    let reader = reader_of(page).await;
    reader.presses(start).await;
    reader.answers_as("T2-posture-textbook", async || ()).await;
    reader.page.the("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    reader.follows("See what's in the course").await;
    reader.page.says("Welcome to the course.").await;
    sees_no_error(&reader).await;
}

/// The scripts of ours in a page, as its HTML has them.
async fn scripts(reader: &Reader) -> Vec<Value> {
    let script = "return [...document.querySelectorAll('script[src*=\"which-cause\"]')]
        .map((it) => Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])))";
    reader.page.run(script, vec![]).await.as_array().expect("a list").clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_uploads_the_plugin_and_says_what_holds_for_the_site() {
    let site = Site::new();
    let course = course(&site);
    let owner = Writer::logs_in(&site, "admin").await;
    owner.opens("/wp-admin/plugin-install.php?tab=upload").await;
    let file = owner.finds("#pluginzip").await;
    file.send_keys(zip().to_str().expect("a path in UTF-8")).await.expect("a file to upload");
    owner.presses("#install-plugin-submit").await;
    owner.presses("a.button-primary[href*='action=activate']").await;
    owner.finds("tr.active[data-plugin='which-cause/which-cause.php']").await;
    owner.presses("tr[data-plugin='which-cause/which-cause.php'] a[href*='page=which-cause']").await;

    owner.fills_in("Course page", &course).await;
    owner.fills_in("Region", "gb").await;
    owner.reader.page.says("A quiz takes the emergency number from where the reader is").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(
        site.php("echo wp_json_encode( get_option( 'which_cause' ), JSON_UNESCAPED_SLASHES );"),
        format!("{{\"course\":\"{course}\",\"region\":\"GB\"}}")
    );

    // What is wrong is told, and what was right stays.
    owner.fills_in("Course page", "javascript:alert(1)").await;
    owner.fills_in("Region", "U1").await;
    owner.presses("#submit").await;
    owner.reader.page.says("is no address of a course page").await;
    owner.reader.page.says("is no region").await;
    assert_eq!(site.php("echo implode( ' ', get_option( 'which_cause' ) );"), format!("{course} GB"));
    owner.sees_no_error().await;

    let reader = reader_of(&site.publishes("bare", "[which-cause]")).await;
    reader.page.the("button", START).await;
    let says = reader.page.run(
        "const it = document.querySelector('which-cause'); return [it.getAttribute('course'), it.getAttribute('region')]",
        vec![],
    );
    assert_eq!(says.await, json!([course, "GB"]));
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_does_not_come_to_the_settings() {
    let site = Site::with_plugin();
    let author = Writer::logs_in(&site, "author").await;
    author.opens("/wp-admin/options-general.php?page=which-cause").await;
    author.reader.page.says("Sorry, you are not allowed to access this page.").await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_puts_the_block_into_an_article_and_a_reader_takes_the_quiz() {
    let site = Site::with_plugin();
    let course = course(&site);
    let admin = Writer::logs_in(&site, "admin").await;
    admin.opens("/wp-admin/post-new.php").await;
    admin.writes_the_title("Knots").await;
    admin.inserts_the_block("Which Cause", "which-cause-quiz").await;
    admin.fills_in("Course page", &course).await;
    admin.fills_in("Region", "gb").await;
    admin.fills_in("Heading", "Which of <them> is yours?").await;
    admin.fills_in("Label of the start button", "Begin here").await;
    let shows = admin.canvas().await;
    for text in ["Which of <them> is yours?", "It starts with a short safety check", "Begin here", &course] {
        assert!(shows.contains(text), "the preview does not say “{text}”: {shows}");
    }
    let page = admin.publishes_in_the_editor().await;
    admin.sees_no_error().await;

    // Opened again, the block is as it was: nothing to recover, nothing loaded that only readers need.
    admin.opens_again_what_was_published().await;
    let blocks = admin.waits_for(
        "const blocks = wp.data.select('core/block-editor').getBlocks();
        return blocks.length && blocks.map(({ name, isValid, attributes }) => [name, isValid, attributes.region])",
    );
    assert_eq!(blocks.await, json!([["which-cause/quiz", true, "gb"]]));
    assert!(admin.canvas().await.contains("Begin here"));
    let loaded = "const frames = [window, ...frames_()]; function frames_() { return [...document.querySelectorAll('iframe')].map((it) => it.contentWindow) }
        return frames.flatMap((it) => it.performance.getEntriesByType('resource')).map(({ name }) => name).filter((it) => it.includes('which-cause/assets'))";
    assert_eq!(admin.reader.page.run(loaded, vec![]).await, json!([]));
    admin.sees_no_error().await;

    let reader = reader_of(&page).await;
    reader.page.the("heading", "Which of <them> is yours?").await;
    drop(reader);
    takes_the_quiz_and_goes_to_the_course(&page, "Begin here").await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authors_block_is_kept_and_a_reader_takes_the_quiz() {
    let site = Site::with_plugin();
    let course = course(&site);
    let author = Writer::logs_in(&site, "author").await;
    let content = block(&json!({"course": course, "intro": "In <strong>my</strong> words.", "region": "GB"}));
    let (page, kept) = author.publishes("block", &content).await;
    assert_eq!(kept, content);
    takes_the_quiz_and_goes_to_the_course(&page, START).await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authors_shortcode_is_kept_and_a_reader_takes_the_quiz() {
    let site = Site::with_plugin();
    let course = course(&site);
    let author = Writer::logs_in(&site, "author").await;
    let content = format!(
        "Before it.\n\n[which-cause course=\"{course}\" heading=\"And yours?\" region=\"GB\" remember]\n\nIn <strong>my</strong> words.\n\nAnd more.\n\n[/which-cause]\n\nAfter it."
    );
    let (page, kept) = author.publishes("shortcode", &content).await;
    assert_eq!(kept, content);
    let reader = reader_of(&page).await;
    reader.page.the("heading", "And yours?").await;
    let children = "return document.querySelector('which-cause').innerHTML.replace(/>\\s+</g, '><')";
    assert_eq!(
        reader.page.run(children, vec![]).await,
        json!(format!(
            "<h2>And yours?</h2><p>In <strong>my</strong> words.</p><p>And more.</p><p data-fallback=\"\">\
            <a href=\"{course}\">Knots In Your Back Gone!</a></p>"
        ))
    );
    let around = "const it = document.querySelector('which-cause').parentElement; return [it.previousElementSibling.textContent, it.nextElementSibling.textContent]";
    assert_eq!(reader.page.run(around, vec![]).await, json!(["Before it.", "After it."]));
    drop(reader);
    takes_the_quiz_and_goes_to_the_course(&page, START).await;
    site.has_no_complaint();
}

#[test]
fn line_breaks_round_the_words_in_a_shortcode_are_not_words() {
    let site = Site::with_plugin();
    let shows = |content: &str| {
        site.write("content", content);
        site.php("echo apply_filters( 'the_content', file_get_contents( getenv( 'WORDPRESS_SITE' ) . '/content' ) );")
    };
    let html = shows("[which-cause heading=\"H\"]\nMine.\n[/which-cause]");
    assert!(html.contains("<h2>H</h2><p>Mine.</p></which-cause>"), "{html}");
    for empty in
        ["[which-cause]\n[/which-cause]", "[which-cause]\n\n[/which-cause]", "[which-cause][/which-cause]"]
    {
        let html = shows(empty);
        assert!(html.contains("This quiz is for adults"), "{empty}: {html}");
    }
    site.has_no_complaint();
}

/// The reason for the plugin.
#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_snippet_is_lost_for_an_author_and_kept_for_an_administrator() {
    let site = Site::with_plugin();
    let snippet = "<!-- wp:html -->\n<script type=\"module\" src=\"/which-cause.js\"></script>\
        <which-cause course=\"/course/\"><h2>Yours?</h2></which-cause>\n<!-- /wp:html -->";
    let author = Writer::logs_in(&site, "author").await;
    let (_, kept) = author.publishes("snippet", snippet).await;
    assert_eq!(kept, "<!-- wp:html -->\n<h2>Yours?</h2>\n<!-- /wp:html -->");
    drop(author);
    let admin = Writer::logs_in(&site, "admin").await;
    let (_, kept) = admin.publishes("snippet-too", snippet).await;
    assert_eq!(kept, snippet);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_shipped_quiz_says_of_itself_stands_in_the_page() {
    let site = Site::with_plugin();
    let quiz = fs::read_to_string(root().join("quizzes/upper-back-knots.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let mut texts = vec![text(&quiz["title"]), text(&quiz["subtitle"])];
    texts.extend([text(&quiz["intro"]["lead"]), text(&quiz["intro"]["audience"])]);
    texts.extend(quiz["intro"]["points"].as_array().expect("points").iter().map(text));
    let page = site.publishes("words", &block(&json!({"region": "GB"})));
    let reader = reader_of(&page).await;
    reader.page.the("button", &text(&quiz["intro"]["start"])).await;
    for text in texts {
        reader.page.says(&text).await;
    }
    sees_no_error(&reader).await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_quizzes_on_a_page_share_one_module() {
    let site = Site::with_plugin();
    let content = format!(
        "{}\n<!-- wp:shortcode -->[which-cause start-label=\"Second\" region=\"GB\"]<!-- /wp:shortcode -->",
        block(&json!({"startLabel": "First", "region": "GB"}))
    );
    let reader = reader_of(&site.publishes("two", &content)).await;
    reader.page.the("button", "First").await;
    let scripts = scripts(&reader).await;
    assert_eq!(scripts.len(), 1, "{scripts:?}");
    assert_eq!(scripts[0]["type"], "module");
    // What plugins that optimise pages look for.
    for (name, value) in [("data-cfasync", "false"), ("data-no-optimize", "1"), ("data-noptimize", "1")] {
        assert_eq!(scripts[0][name], value, "{name}");
    }
    reader.presses("Second").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    reader.page.the("button", "First").await;
    sees_no_error(&reader).await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_a_quiz_loads_nothing_of_ours() {
    let site = Site::with_plugin();
    let reader = reader_of(&site.publishes("none", "<p>No quiz here.</p>")).await;
    reader.page.says("No quiz here.").await;
    let html = reader.page.client.source().await.expect("the page");
    assert!(!html.contains("which-cause"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_of_ones_own_comes_with_ones_own_words() {
    let site = Site::with_plugin();
    fs::copy(root().join("quizzes/dense-bread.json"), site.file("wp-content/uploads/bread.json"))
        .expect("a copy");
    let says = json!({
        "quiz": "/wp-content/uploads/bread.json", "heading": "Why is it heavy?", "startLabel": "Find out",
        "intro": "One line.\n\nAnother line.", "region": "GB"
    });
    let reader = reader_of(&site.publishes("bread", &block(&says))).await;
    reader.page.the("heading", "Why is it heavy?").await;
    reader.page.says("One line.\nAnother line.").await;
    reader.page.does_not_say("safety check").await;
    reader.presses("Find out").await;
    let quiz = fs::read_to_string(root().join("quizzes/dense-bread.json")).expect("the quiz");
    let quiz: Value = serde_json::from_str(&quiz).expect("JSON");
    reader.page.the("group", quiz["questions"][0]["text"].as_str().expect("a text")).await;
    sees_no_error(&reader).await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_an_author_writes_can_run() {
    let site = Site::with_plugin();
    let harm = "window.harmed=1";
    let breakout = format!("\"><script>{harm}</script><i onpointerover=\"{harm}\" x=\"");
    let intro = format!(
        "<script>{harm}</script><img src=\"/wp-includes/images/blank.gif\" onload=\"{harm}\"><p onclick=\"{harm}\" \
        style=\"position:fixed\">Mine</p><a href=\"javascript:{harm}\">go</a><iframe srcdoc=\"<script>parent.{harm}</script>\"></iframe>"
    );
    let says = json!({
        "course": format!("javascript:{harm}"), "courseName": breakout,
        "region": format!("US{breakout}"), "lang": breakout, "theme": breakout, "report": breakout, "remember": breakout,
        "heading": format!("<b>{breakout}"), "intro": intro, "startLabel": format!("S{breakout}")
    });
    // In a shortcode, quotes of the other kind go round it.
    let single = |text: &str| text.replace('\'', "");
    let shortcode = format!(
        "[which-cause course='javascript:{harm}' region='{0}' lang='{0}' theme='{0}' report='{0}' heading='{0}' start-label='S{0}' course-name='{0}' onclick='{harm}']{intro}[/which-cause]",
        single(&breakout)
    );
    // The administrator may write all of this: what is left to stop it is the plugin.
    let content = format!("{}\n<!-- wp:shortcode -->\n{shortcode}\n<!-- /wp:shortcode -->", block(&says));
    let reader = reader_of(&site.publishes("harm", &content)).await;
    let found = reader
        .page
        .run(
            "const elements = [...document.querySelectorAll('which-cause')];
            const inside = elements.flatMap((it) => [it, ...it.querySelectorAll('*')]);
            return {
                quizzes: elements.length,
                names: [...new Set(elements.flatMap((it) => it.getAttributeNames()))].sort(),
                handlers: inside.flatMap((it) => it.getAttributeNames()).filter((it) => it.startsWith('on')),
                elements: inside.map((it) => it.localName).filter((it) => ['script', 'iframe', 'object', 'style'].includes(it)),
                links: inside.map((it) => it.getAttribute('href')).filter((it) => it && /script/i.test(it)),
            };",
            vec![],
        )
        .await;
    assert_eq!(
        found,
        json!({"quizzes": 2, "names": ["start-label"], "handlers": [], "elements": [], "links": []})
    );
    // Over everything with the pointer, and into the quiz.
    for name in reader.page.names("button").await {
        if name.starts_with('S') {
            reader.presses(&name).await;
        }
    }
    reader.page.says("First, is any of this happening with your pain?").await;
    assert_eq!(reader.page.run("return window.harmed ?? null", vec![]).await, Value::Null);

    // An administrator who opens it in the editor is not harmed either.
    drop(reader);
    let admin = Writer::logs_in(&site, "admin").await;
    let id = site.php("echo get_page_by_path( 'harm' )->ID;");
    admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
    admin.waits_for("return window.wp?.data?.select('core/block-editor')?.getBlocks().length").await;
    assert!(admin.canvas().await.contains("Mine"));
    let harmed = "return window.harmed ?? document.querySelector('iframe[name=editor-canvas]')?.contentWindow.harmed ?? null";
    assert_eq!(admin.reader.page.run(harmed, vec![]).await, Value::Null);
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_that_makes_paragraphs_of_everything_leaves_the_quiz_whole() {
    let site = Site::with_plugin();
    site.write("wp-content/mu-plugins/late.php", "<?php add_filter( 'the_content', 'wpautop', 99 );");
    let page = site.publishes("autop", &block(&json!({"course": "/course/", "region": "GB"})));
    let reader = reader_of(&page).await;
    reader.page.the("button", START).await;
    let inside = "const it = document.querySelector('which-cause'); return [it.querySelectorAll('li').length > 1, !!it.querySelector('[data-fallback] a'), it.querySelectorAll('h2').length === 1]";
    assert_eq!(reader.page.run(inside, vec![]).await, json!([true, true, true]));
    reader.presses(START).await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    sees_no_error(&reader).await;
}

/// Where WordPress itself has printed its modules already, or prints them in the footer alone.
#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_in_the_footer_or_in_a_classic_theme_has_its_module_once() {
    let site = Site::with_plugin();
    site.write(
        "wp-content/mu-plugins/footer.php",
        "<?php add_action( 'wp_footer', function () {
            if ( isset( $_GET['late'] ) ) echo do_shortcode( '[which-cause region=\"GB\"]' );
        }, (int) ( $_GET['late'] ?? 1 ) );",
    );
    site.write("wp-content/themes/plain/style.css", "/* Theme Name: Plain */");
    site.write(
        "wp-content/themes/plain/index.php",
        "<!doctype html><html lang=\"en\"><head><?php wp_head(); ?></head><body><?php wp_body_open();
        while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>",
    );
    let without = site.publishes("without", "<p>Words.</p>");
    let with = site.publishes("with", "[which-cause region=\"GB\"]");
    for theme in ["twentytwentyfive", "plain"] {
        site.php(&format!("switch_theme( '{theme}' );"));
        for page in [format!("{without}?late=1"), format!("{without}?late=20"), with.clone()] {
            let reader = reader_of(&page).await;
            let scripts = scripts(&reader).await;
            assert_eq!(scripts.len(), 1, "{theme}, {page}: {scripts:?}");
            assert!(scripts[0]["nowprocket"].is_string(), "{scripts:?}");
            reader.presses(START).await;
            reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
            let outline = "return getComputedStyle(document.querySelector('which-cause')).outlineStyle";
            let outline = reader.page.run(outline, vec![]).await;
            assert_eq!(outline, "none", "{theme}, {page}: the theme's outline is round the whole quiz");
            sees_no_error(&reader).await;
        }
    }
    site.has_no_complaint();
}

#[test]
fn a_deleted_plugin_leaves_no_option() {
    let options = "global $wpdb; echo implode( ' ', $wpdb->get_col( \"SELECT option_name FROM $wpdb->options
        WHERE option_name NOT LIKE '%transient%' ORDER BY option_name\" ) );";
    let site = Site::new();
    let before = site.php(options);
    drop(site);
    let site = Site::with_plugin();
    site.php(
        "update_option( 'which_cause', array( 'course' => 'https://example.org/', 'region' => 'US' ) );",
    );
    assert_ne!(site.php(options), before);
    site.php(&format!("deactivate_plugins( '{PLUGIN}' );"));
    assert!(site.php(options).contains("which_cause"), "switched off, it keeps what was set");
    site.php(&format!("if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"));
    assert!(!site.file("wp-content/plugins/which-cause").exists());
    // WordPress itself remembers which plugins were switched off lately.
    assert_eq!(
        site.php(options).replace("recently_activated ", ""),
        before.replace("recently_activated ", "")
    );
    site.has_no_complaint();
}

#[test]
fn a_plugin_deleted_from_a_network_leaves_no_option_on_any_site() {
    let site = Site::with_plugin();
    site.php(
        "define( 'WP_INSTALLING_NETWORK', true );
        require_once ABSPATH . 'wp-admin/includes/upgrade.php';
        foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) { $wpdb->$table = $name; }
        install_network();
        $made = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@example.org', 'A network', '/', false );
        if ( is_wp_error( $made ) && 'no_wildcard_dns' !== $made->get_error_code() ) exit( $made->get_error_message() );
        touch( getenv( 'WORDPRESS_SITE' ) . '/network' );",
    );
    let sites = site.php(&format!(
        "$second = wpmu_create_blog( DOMAIN_CURRENT_SITE, '/second/', 'Second', 1 );
        if ( is_wp_error( $second ) ) exit( $second->get_error_message() );
        deactivate_plugins( '{PLUGIN}' );
        activate_plugin( '{PLUGIN}', '', true );
        foreach ( get_sites() as $it ) {{
            switch_to_blog( $it->blog_id );
            update_option( 'which_cause', array( 'course' => '', 'region' => 'GB' ) );
            update_option( 'another', 'stays' );
        }}
        echo count( get_sites() );"
    ));
    assert_eq!(sites, "2");
    let left = "foreach ( get_sites() as $it ) echo wp_json_encode( array(
        get_blog_option( $it->blog_id, 'which_cause', 'gone' ), get_blog_option( $it->blog_id, 'another' ) ) );";
    assert_eq!(site.php(left), r#"[{"course":"","region":"GB"},"stays"]"#.repeat(2));
    site.php(&format!(
        "deactivate_plugins( '{PLUGIN}', false, true );
        if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"
    ));
    assert_eq!(site.php(left), r#"["gone","stays"]"#.repeat(2));
    site.has_no_complaint();
}

#[test]
fn every_file_of_php_is_php() {
    let site = Site::with_plugin();
    let mut folders = vec![site.file("wp-content/plugins/which-cause")];
    let mut checked = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "php") {
                let done = Command::new("php").arg("-l").arg(&path).output().expect("PHP");
                assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
                // Without WordPress around it, it does nothing.
                let done = Command::new("php").arg(&path).output().expect("PHP");
                assert_eq!((done.status.success(), done.stdout), (true, vec![]), "{}", path.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 7, "only {checked} files");
}

#[test]
fn the_same_build_packs_to_the_same_zip() {
    let again = Path::new(env!("CARGO_TARGET_TMPDIR")).join("again.zip");
    let mut node = Command::new("node");
    let done = node.arg("tools/wordpress/pack.mjs").arg(&again).current_dir(root()).output().expect("Node");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let same = fs::read(zip()).expect("the zip") == fs::read(again).expect("the zip");
    assert!(same, "the same files gave another zip: run `make wordpress` after each change");
}
