//! The words, the region and the colors of a block, as they are set in the editor and as they are on the page.

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::SiteUser;
use super::visitor::{attribute, block, reader_of, rendered};

#[tokio::test(flavor = "multi_thread")]
async fn the_intro_is_edited_on_the_canvas_and_can_be_the_quizzes_own_again() {
    let site = Site::with_plugin();
    let admin = SiteUser::logs_in(&site, "admin").await;
    admin.opens("/wp-admin/post-new.php").await;
    admin.writes_the_title("Words").await;
    admin.inserts_the_block("Which Cause", "which-cause-quiz").await;
    admin.writes_on_the_canvas("Heading of the quiz", "1 < 2 & 3").await;
    admin.presses_on_the_canvas("Edit the intro").await;
    let inner =
        "return wp.data.select('core/block-editor').getBlocks()[0].innerBlocks.map(({ name }) => name)";
    let names = json!(["core/paragraph", "core/paragraph", "core/list", "core/paragraph"]);
    assert_eq!(admin.waits_for(inner).await, names);
    let change = "const [quiz] = wp.data.select('core/block-editor').getBlocks();
        wp.data.dispatch('core/block-editor').updateBlockAttributes(quiz.innerBlocks[0].clientId, { content: 'In <strong>my</strong> words.' })";
    admin.reader.page.run(change, vec![]).await;
    let page = admin.publishes_in_the_editor().await;
    let reader = reader_of(&page).await;
    reader.page.find("heading", "1 < 2 & 3").await;
    let words = "const quiz = document.querySelector('which-cause');
        return [quiz.querySelector('p').innerHTML, quiz.querySelectorAll(':scope > ul > li').length, quiz.querySelectorAll('h2').length]";
    assert_eq!(reader.page.run(words, vec![]).await, json!(["In <strong>my</strong> words.", 4, 1]));
    drop(reader);

    let select = "const [quiz] = wp.data.select('core/block-editor').getBlocks();
        wp.data.dispatch('core/block-editor').selectBlock(quiz.clientId)";
    admin.reader.page.run(select, vec![]).await;
    admin.presses_the_button("Use the quiz’s own words").await;
    let shows = admin.canvas().await;
    assert!(shows.contains("It starts with a short safety check"), "{shows}");
    admin.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_of_version_0_1_0_keeps_its_words() {
    let site = Site::with_plugin();
    let old = block(&json!({"course": "/", "heading": "Old <heading> & \"more\"",
        "intro": "A first line.\n\nA second with <strong>force</strong>.\n<ul><li>one</li><li>two</li></ul>",
        "region": "uk", "startLabel": "Begin & <go>", "theme": "dark", "align": "wide"}));
    let page = site.publishes("old", &old);
    let shown = "const quiz = document.querySelector('which-cause');
        const text = quiz.innerText.split('\\n').map((it) => it.trim()).filter(Boolean);
        return [text, quiz.querySelector('strong').textContent, quiz.querySelectorAll('li').length, quiz.region, quiz.startLabel, quiz.theme]";
    let before = reader_of(&page).await.page.run(shown, vec![]).await;
    assert_eq!(
        before[0],
        json!(["Old <heading> & \"more\"", "A first line.", "A second with force.", "one", "two"])
    );

    let id = site.php("echo get_page_by_path( 'old' )->ID;");
    let admin = SiteUser::logs_in(&site, "admin").await;
    admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
    let blocks = "const blocks = wp.data?.select('core/block-editor')?.getBlocks() ?? [];
        return blocks.length > 0 && blocks.map(({ name, isValid, innerBlocks }) => [name, isValid, ...innerBlocks.map(({ name }) => name)])";
    let valid = json!([["which-cause/quiz", true, "core/paragraph", "core/paragraph", "core/list"]]);
    assert_eq!(admin.waits_for(blocks).await, valid);
    let shows = admin.canvas().await;
    for text in ["Old <heading> & \"more\"", "A second with force.", "Begin & <go>"] {
        assert!(shows.contains(text), "{text}: {shows}");
    }
    // Saved in the form of today, the page is the same.
    let save = "const [quiz] = wp.data.select('core/block-editor').getBlocks();
        wp.data.dispatch('core/block-editor').updateBlockAttributes(quiz.clientId, { region: 'GB' });
        wp.data.dispatch('core/editor').savePost()";
    admin.reader.page.run(save, vec![]).await;
    admin.waits_for("return !wp.data.select('core/editor').isEditedPostDirty() && !wp.data.select('core/editor').isSavingPost()").await;
    let saved = site.php(&format!("echo get_post( {id} )->post_content;"));
    assert!(saved.contains("<!-- wp:paragraph -->") && !saved.contains("\"intro\""), "{saved}");
    assert_eq!(reader_of(&page).await.page.run(shown, vec![]).await, before);
    admin.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_region_and_the_colors_of_the_editor_are_those_of_the_page() {
    let site = Site::with_plugin();
    let admin = SiteUser::logs_in(&site, "admin").await;
    admin.opens("/wp-admin/post-new.php").await;
    admin.writes_the_title("Colors").await;
    admin.inserts_the_block("Which Cause", "which-cause-quiz").await;
    admin.waits_for("return document.body.innerText.includes('No region yet')").await;
    admin.chooses_the_region("Germany", "Germany (112)").await;
    admin
        .waits_for("return document.body.innerText.includes('get the emergency number 112 (Germany)')")
        .await;
    admin.presses_the_button("Styles").await;
    admin.presses_the_button("Buttons and links").await;
    admin.presses_the_button("Accent 1").await;
    // Accent 1 is yellow, and the text on it is white.
    admin.waits_for("return document.body.innerText.includes('may be hard for people to read')").await;
    let color = "const canvas = document.querySelector('iframe[name=editor-canvas]').contentDocument;
        return getComputedStyle(canvas.querySelector('.which-cause-start')).backgroundColor";
    let edited = admin.reader.page.run(color, vec![]).await;
    let page = admin.publishes_in_the_editor().await;
    let reader = reader_of(&page).await;
    reader.waits_for_the_element().await;
    let shown = reader
        .runs_on_quiz("return [getComputedStyle(quiz.shadowRoot.querySelector('.primary')).backgroundColor, quiz.region]")
        .await;
    assert_eq!(shown, json!([edited, "DE"]));
    assert_ne!(edited, json!("rgb(11, 110, 99)"));
    admin.sees_no_error().await;
    site.has_a_clean_log();
}

#[test]
fn only_colors_and_lengths_come_into_the_style_of_the_element() {
    let site = Site::with_plugin();
    for (values, style) in [
        (
            json!({"accent": "#7a1fa2", "accentText": "#FFF", "radius": 20}),
            Some("--which-cause-accent:#7a1fa2;--which-cause-accent-text:#FFF;--which-cause-radius:20px;"),
        ),
        (
            json!({"surface": "rgb(1 2 3 / 50%)", "text": "hsl(120,5%,10%)"}),
            Some("--which-cause-surface:rgb(1 2 3 / 50%);--which-cause-text:hsl(120,5%,10%);"),
        ),
        (
            json!({"accent": "var:preset|color|accent-1"}),
            Some("--which-cause-accent:var(--wp--preset--color--accent-1);"),
        ),
        (json!({"accent": "red;background:url(//x)"}), None),
        (json!({"accent": "url(//x)", "text": "#12345g", "surface": "rgb(1,2,3);x:y"}), None),
        (json!({"accent": "var:preset|color|a);x:y", "radius": "12px;x:y"}), None),
        (json!({"radius": 9999}), Some("--which-cause-radius:64px;")),
        (json!({"radius": -1}), Some("--which-cause-radius:0px;")),
    ] {
        let html = rendered(&site, &[block(&values)], "reader").remove(0);
        assert_eq!(attribute(&html, "style").as_deref(), style, "{values}: {html}");
    }
    site.has_a_clean_log();
}

#[test]
fn the_words_of_a_quiz_file_are_shown_as_text() {
    let site = Site::with_plugin();
    let words = |words: Value| {
        rendered(&site, &[block(&json!({"quiz": "/a.json", "course": "/c/", "words": words}))], "reader")
            .remove(0)
    };
    let html = words(json!({"language": "ar", "direction": "rtl", "title": "<b>T</b>", "lead": ["L\"", 5],
        "points": ["<script>p</script>"], "after": [], "start": "S\"", "busy": "B\"", "course": "C&"}));
    for part in [
        "<h2 lang=\"ar\" dir=\"rtl\">&lt;b&gt;T&lt;/b&gt;</h2>",
        "&lt;script&gt;p&lt;/script&gt;",
        "start-label=\"S&quot;\"",
        "busy-label=\"B&quot;\"",
        // The file has no word for this: it is that of the five-cause quiz in the file's language.
        "failed-label=\"تعذّر بدء الاستبيان. يُرجى المحاولة مرة أخرى.\"",
        ">C&amp;</a>",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    // The quiz's own course is linked if neither the block nor the site names one.
    let linked = |url: &str| {
        let values = json!({"quiz": "/a.json", "words": {"course": "C", "courseUrl": url}});
        rendered(&site, &[block(&values)], "reader").remove(0)
    };
    assert!(linked("https://example.org/c/").contains("<a href=\"https://example.org/c/\">C</a>"));
    assert!(!linked("javascript:alert(1)").contains("<a "));
    // Words of any form give a page.
    for form in [
        json!({}),
        json!({"title": ["x"], "lead": "x", "points": {"a": {"b": 1}}}),
        json!({"language": "x\" y"}),
    ] {
        let html = words(form.clone());
        assert!(html.contains("<which-cause ") && html.contains("Go to the course"), "{form}: {html}");
    }
    site.has_a_clean_log();
}
