//! What WordPress keeps of an author's content, and that nothing in it can run as a script.

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::SiteUser;
use super::visitor::{block, reader_of};
use crate::widget::article::FIRST_SCREEN;

/// This is why there is a plugin.
#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_snippet_is_removed_for_an_author_and_kept_for_an_administrator() {
    let site = Site::with_plugin();
    let snippet = "<!-- wp:html -->\n<script type=\"module\" src=\"/which-cause.js\"></script>\
        <which-cause course=\"/course/\"><h2>Yours?</h2></which-cause>\n<!-- /wp:html -->";
    let author = SiteUser::logs_in(&site, "author").await;
    let (_, kept) = author.publishes("snippet", snippet).await;
    assert_eq!(kept, "<!-- wp:html -->\n<h2>Yours?</h2>\n<!-- /wp:html -->");
    drop(author);
    let admin = SiteUser::logs_in(&site, "admin").await;
    let (_, kept) = admin.publishes("snippet-too", snippet).await;
    assert_eq!(kept, snippet);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_an_author_writes_runs_as_a_script() {
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
    // The shortcode uses single quotes.
    let single = |text: &str| text.replace('\'', "");
    let shortcode = format!(
        "[which-cause course='javascript:{harm}' region='{0}' lang='{0}' theme='{0}' report='{0}' heading='{0}' start-label='S{0}' course-name='{0}' onclick='{harm}']{intro}[/which-cause]",
        single(&breakout)
    );
    // WordPress lets the administrator write all of this, so only the plugin can stop it.
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
        json!({"quizzes": 2, "names": ["busy-label", "failed-label", "start-label"], "handlers": [], "elements": [], "links": []})
    );
    // The pointer moves over everything, and the quizzes start.
    for name in reader.page.names_of("button").await {
        if name.starts_with('S') {
            reader.presses(&name).await;
        }
    }
    reader.page.shows(FIRST_SCREEN).await;
    assert_eq!(reader.page.run("return window.harmed ?? null", vec![]).await, Value::Null);

    // Nothing runs in the editor either.
    drop(reader);
    let admin = SiteUser::logs_in(&site, "admin").await;
    let id = site.php("echo get_page_by_path( 'harm' )->ID;");
    admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
    admin.waits_for("return window.wp?.data?.select('core/block-editor')?.getBlocks().length").await;
    assert!(admin.canvas().await.contains("Mine"));
    let harmed = "return window.harmed ?? document.querySelector('iframe[name=editor-canvas]')?.contentWindow.harmed ?? null";
    assert_eq!(admin.reader.page.run(harmed, vec![]).await, Value::Null);
    site.has_a_clean_log();
}
