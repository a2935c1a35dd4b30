//! The block in the editor and on the page.

use std::time::Duration;

use serde_json::json;

use super::site::Site;
use super::site_user::{DESKTOP, SiteUser};
use super::visitor::{START, block, course, reader_of, takes_the_quiz_and_goes_to_the_course};
use crate::harness::engine::Engine;
use crate::harness::reader::{InputDevice, Reader};
use crate::widget::article::FIRST_SCREEN;

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_inserts_the_block_and_a_reader_takes_the_quiz() {
    let site = Site::with_plugin();
    let course = course(&site);
    let admin = SiteUser::logs_in(&site, "admin").await;
    admin.opens("/wp-admin/post-new.php").await;
    admin.writes_the_title("Knots").await;
    admin.inserts_the_block("Which Cause", "which-cause-quiz").await;
    admin.chooses_the_course("Choose the course page", &course).await;
    admin.chooses_the_region("Kingdom", "United Kingdom (999)").await;
    admin.writes_on_the_canvas("Heading of the quiz", "Which of <them> is yours?").await;
    admin.writes_on_the_canvas("Label of the start button", "Begin here").await;
    let shows = admin.canvas().await;
    for text in ["Which of <them> is yours?", "It starts with a short safety check", "Begin here", &course] {
        assert!(shows.contains(text), "the preview does not say “{text}”: {shows}");
    }
    let page = admin.publishes_in_the_editor().await;
    admin.sees_no_error().await;

    // Opened again, the block is valid, and nothing is loaded that only readers need.
    admin.opens_again_what_was_published().await;
    let blocks = admin.waits_for(
        "const blocks = wp.data.select('core/block-editor').getBlocks();
        return blocks.length && blocks.map(({ name, isValid, attributes }) => [name, isValid, attributes.region])",
    );
    assert_eq!(blocks.await, json!([["which-cause/quiz", true, "GB"]]));
    assert!(admin.canvas().await.contains("Begin here"));
    let loaded = "const frames = [window, ...frames_()]; function frames_() { return [...document.querySelectorAll('iframe')].map((it) => it.contentWindow) }
        return frames.flatMap((it) => it.performance.getEntriesByType('resource')).map(({ name }) => name).filter((it) => it.includes('which-cause/assets'))";
    assert_eq!(admin.reader.page.run(loaded, vec![]).await, json!([]));
    admin.sees_no_error().await;

    let reader = reader_of(&page).await;
    reader.page.find("heading", "Which of <them> is yours?").await;
    drop(reader);
    takes_the_quiz_and_goes_to_the_course(&page, "Begin here").await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authors_block_is_kept_and_a_reader_takes_the_quiz() {
    let site = Site::with_plugin();
    let course = course(&site);
    let author = SiteUser::logs_in(&site, "author").await;
    let content = block(&json!({"course": course, "intro": "In <strong>my</strong> words.", "region": "GB"}));
    let (page, kept) = author.publishes("block", &content).await;
    assert_eq!(kept, content);
    takes_the_quiz_and_goes_to_the_course(&page, START).await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_editor_names_an_address_that_does_not_exist_and_accepts_a_path_of_the_site() {
    let site = Site::with_plugin();
    site.publishes("my-course", "<p>The course.</p>");
    let admin = SiteUser::logs_in(&site, "admin").await;
    admin.opens("/wp-admin/post-new.php").await;
    admin.inserts_the_block("Which Cause", "which-cause-quiz").await;
    admin.chooses_the_course("Choose the course page", "/my-coarse/").await;
    let nowhere = "return document.body.innerText.includes('/my-coarse/ leads nowhere')
        && document.querySelector('iframe[name=editor-canvas]').contentDocument.body.innerText.includes('/my-coarse/ leads nowhere')";
    admin.waits_for(nowhere).await;
    // The request for a missing page must not show in the console.
    admin.presses_the_button("Change the course page: /my-coarse/").await;
    // The first button of the link is for editing. Its name differs in WordPress's versions.
    admin.presses(".block-editor-link-control button").await;
    admin.finds(".block-editor-link-control input").await;
    admin
        .reader
        .page
        .run("document.querySelector('.block-editor-link-control input').select()", vec![])
        .await;
    let field = admin.finds(".block-editor-link-control input").await;
    field.send_keys("/my-course/\n").await.expect("an address");
    admin.waits_for("return !document.body.innerText.includes('leads nowhere')").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let says = admin.canvas().await;
    assert!(says.contains("Course page: /my-course/") && !says.contains("leads nowhere"), "{says}");
    let valid = "return document.querySelectorAll('.components-base-control input:invalid').length";
    assert_eq!(admin.reader.page.run(valid, vec![]).await, json!(0));

    // The same for a block with a shortcode.
    let insert = "wp.data.dispatch('core/block-editor').insertBlocks(
        wp.blocks.createBlock('core/shortcode', { text: '[which-cause course=”/gone/”]' }))";
    admin.reader.page.run(insert, vec![]).await;
    admin.waits_for(
        "return document.querySelector('iframe[name=editor-canvas]').contentDocument.body.innerText.includes('/gone/ leads nowhere')",
    )
    .await;
    admin.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_in_the_editor_has_the_colors_of_the_page() {
    let site = Site::with_plugin();
    site.write(
        "wp-content/mu-plugins/dark.php",
        "<?php add_filter( 'wp_theme_json_data_theme', function ( $theme ) {
            if ( ! get_option( 'dark_theme' ) ) return $theme;
            return $theme->update_with( array( 'version' => 3, 'styles' => array( 'color' => array(
                'background' => '#111111', 'text' => '#eeeeee' ) ) ) );
        } );",
    );
    let themes = ["auto", "light", "dark"];
    let blocks = themes.map(|theme| block(&json!({"theme": theme}))).concat();
    let page = site.publishes("themes", &blocks);
    let id = site.php("echo get_page_by_path( 'themes' )->ID;");
    let admin = SiteUser::logs_in(&site, "admin").await;
    for dark_page in [false, true] {
        site.php(&format!("update_option( 'dark_theme', {} );", i32::from(dark_page)));
        admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
        admin
            .waits_for(
                "const canvas = document.querySelector('iframe[name=editor-canvas]')?.contentDocument;
            return canvas?.querySelectorAll('.which-cause-look').length === 3",
            )
            .await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let colors = "const canvas = document.querySelector('iframe[name=editor-canvas]').contentDocument;
            return [...canvas.querySelectorAll('.which-cause-look')].map((preview) => {
                const style = (name) => getComputedStyle(preview.querySelector('.which-cause-' + name));
                return [style('start').backgroundColor, style('start').color, style('sample').backgroundColor];
            })";
        let edited = admin.reader.page.run(colors, vec![]).await;
        let reader = reader_of(&page).await;
        let colors = "const [done] = arguments, quizzes = [...document.querySelectorAll('which-cause')];
            customElements.whenDefined('which-cause').then(() => Promise.all(quizzes.map((quiz) => quiz.start()))).then(() =>
                done(quizzes.map(({ shadowRoot }) => {
                    const primary = getComputedStyle(shadowRoot.querySelector('.primary'));
                    const backgrounds = [...shadowRoot.querySelectorAll('[part~=base]')].map((it) => getComputedStyle(it).backgroundColor);
                    return [primary.backgroundColor, primary.color, backgrounds.find((it) => !/, 0\\)$/.test(it))];
                })))";
        let shown = reader.page.run_async(colors).await;
        for (index, theme) in themes.iter().enumerate() {
            let on = if dark_page { "dark" } else { "light" };
            assert_eq!(edited[index], shown[index], "{theme} on a {on} page");
        }
    }
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_of_full_width_keeps_a_readable_line_length() {
    let site = Site::with_plugin();
    for align in ["full", "wide"] {
        let page =
            site.publishes(&format!("width-{align}"), &block(&json!({"align": align, "region": "GB"})));
        let reader = Reader::at(Engine::Chromium, DESKTOP, InputDevice::Mouse).await;
        reader.page.client.goto(&page).await.expect("the page opens");
        reader.page.find("button", START).await;
        let measure = "const box = document.querySelector('which-cause').getBoundingClientRect();
            return [box.width, Math.abs(box.left + box.right - document.documentElement.clientWidth)]";
        for screen in ["before the start", "after it"] {
            let sizes = reader.page.run(measure, vec![]).await;
            let width = sizes[0].as_f64().expect("a number");
            assert!((600.0..=720.0).contains(&width), "{align}, {screen}: {width} px wide");
            assert!(sizes[1].as_f64() < Some(4.0), "{align}, {screen}: in the middle");
            if screen == "before the start" {
                reader.presses(START).await;
                reader.page.find("group", FIRST_SCREEN).await;
            }
        }
    }
    site.has_a_clean_log();
}
