//! Someone who works on the site, in a browser: logs in, writes in the block editor, asks the REST interface.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::site::Site;
use crate::harness::engine::Engine;
use crate::harness::reader::{Hand, Reader};
use crate::harness::screen::{PHONE, Screen};

/// A window in which the editor shows everything side by side.
pub(crate) const DESK: Screen = Screen { width: 1280, height: 900, ..PHONE };

/// How long the editor may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Someone at the site's desk.
pub(crate) struct Writer<'a> {
    pub(crate) reader: Reader,
    site: &'a Site,
}

impl<'a> Writer<'a> {
    /// Logs in as a user of that name.
    pub(crate) async fn logs_in(site: &'a Site, name: &str) -> Self {
        let reader = Reader::at(Engine::Chromium, DESK, Hand::Mouse).await;
        let writer = Self { reader, site };
        writer.opens("/wp-login.php").await;
        let form = "const form = document.forms.loginform; form.log.value = form.pwd.value = arguments[0]; \
            form.querySelector('[type=submit]').click();";
        writer.reader.page.run(form, vec![json!(name)]).await;
        writer.finds("#wpadminbar").await;
        writer
    }

    pub(crate) async fn opens(&self, path: &str) {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.site.url) };
        self.reader.page.client.goto(&url).await.expect("the page opens");
    }

    /// The first element of this selector, once it is there.
    pub(crate) async fn finds(&self, selector: &str) -> Element {
        let wait = self.reader.page.client.wait().at_most(PATIENCE);
        wait.for_element(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    pub(crate) async fn presses(&self, selector: &str) {
        let start = Instant::now();
        loop {
            let pressed = self.finds(selector).await.click().await;
            let Err(error) = pressed else { return };
            // Something still moves, or is still off.
            assert!(start.elapsed() < PATIENCE, "{selector}: {error}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Writes into a field, by its label, in place of what stands there.
    pub(crate) async fn fills_in(&self, label: &str, text: &str) {
        let find = "const label = [...document.querySelectorAll('label')].find((it) => it.textContent.trim() === arguments[0]); \
            if (label) { label.control.id ||= 'field'; label.control.select?.(); return '#' + CSS.escape(label.control.id); }";
        let start = Instant::now();
        let selector = loop {
            if let Value::String(selector) = self.reader.page.run(find, vec![json!(label)]).await {
                break selector;
            }
            assert!(start.elapsed() < PATIENCE, "no field is called “{label}”");
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        self.finds(&selector).await.send_keys(text).await.unwrap_or_else(|error| panic!("{label}: {error}"));
    }

    /// Runs a script until it gives something.
    pub(crate) async fn waits_for(&self, script: &str) -> Value {
        let start = Instant::now();
        loop {
            let value = self.reader.page.run(script, vec![]).await;
            if !value.is_null() && value != json!(false) && value != json!("") {
                return value;
            }
            assert!(start.elapsed() < PATIENCE, "never came about: {script}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Writes the title of a new post in the block editor.
    pub(crate) async fn writes_the_title(&self, title: &str) {
        let canvas = self.finds("iframe[name='editor-canvas']").await;
        canvas.enter_frame().await.expect("the editor's canvas");
        self.finds(".wp-block-post-title").await.send_keys(title).await.expect("a title");
        self.reader.page.client.clone().enter_parent_frame().await.expect("the page around it");
    }

    /// Looks a block up in the editor's list of blocks and puts it in.
    pub(crate) async fn inserts_the_block(&self, search: &str, class: &str) {
        self.presses("button[aria-label='Block Inserter']").await;
        self.finds(".block-editor-inserter__search input").await.send_keys(search).await.expect("a search");
        self.presses(&format!(".editor-block-list-item-{class}")).await;
        self.presses("button[aria-label='Block Inserter']").await;
    }

    /// What stands in the editor's canvas, once it has come to rest.
    pub(crate) async fn canvas(&self) -> String {
        let script = "const canvas = document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document;
            return canvas.querySelector('.which-cause-card') && canvas.body.innerText";
        self.waits_for(script).await.as_str().expect("a text").to_owned()
    }

    /// Publishes what is in the editor and gives its address.
    pub(crate) async fn publishes_in_the_editor(&self) -> String {
        self.presses(".editor-post-publish-button__button").await;
        self.presses(".editor-post-publish-panel .editor-post-publish-button").await;
        let script = "const editor = wp.data.select('core/editor');
            return editor.isCurrentPostPublished() && ! editor.isSavingPost() && editor.getPermalink()";
        self.waits_for(script).await.as_str().expect("an address").to_owned()
    }

    /// Opens the post that the editor has, once more.
    pub(crate) async fn opens_again_what_was_published(&self) {
        let id =
            self.reader.page.run("return wp.data.select('core/editor').getCurrentPostId()", vec![]).await;
        self.opens("/wp-admin/").await;
        self.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
        self.waits_for("return window.wp?.data?.select('core/block-editor')?.getBlocks().length").await;
    }

    /// Publishes a page by the REST interface, with what rights this user has, and gives its address and what
    /// WordPress has kept of it.
    pub(crate) async fn publishes(&self, title: &str, content: &str) -> (String, String) {
        let body =
            json!({"title": title, "slug": title, "content": content, "status": "publish"}).to_string();
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async () => {{
                const nonce = await (await fetch('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
                const headers = {{ 'X-WP-Nonce': nonce, 'Content-Type': 'application/json' }};
                const posts = '/wp-json/wp/v2/posts?context=edit';
                return await (await fetch(posts, {{ method: 'POST', headers, body: {body:?} }})).json();
            }})().then(done, (error) => done(String(error)));"
        );
        let post = self.reader.page.run_async(&script).await;
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{post}")).to_owned();
        (text(&post["link"]), text(&post["content"]["raw"]))
    }

    /// Makes sure that the browser's console has had no error since it was last looked at, and no warning of ours.
    pub(crate) async fn sees_no_error(&self) {
        sees_no_error(&self.reader).await;
    }
}

/// Makes sure that the browser's console has had no error since it was last looked at, and no warning of ours.
pub(crate) async fn sees_no_error(reader: &Reader) {
    let said = reader.page.client.issue_cmd(Console).await.expect("a console");
    let bad: Vec<String> = said
        .as_array()
        .expect("a list")
        .iter()
        .filter(|it| {
            let ours = it["message"].as_str().is_some_and(|it| it.contains("which-cause"));
            it["level"] == "SEVERE" || it["level"] == "WARNING" && ours
        })
        .map(ToString::to_string)
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

/// What has come to the browser's console, in Chromium's own command.
#[derive(Debug)]
struct Console;

impl WebDriverCompatibleCommand for Console {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({"type": "browser"}).to_string()))
    }
}
