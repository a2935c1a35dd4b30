//! A user of the site in a browser: logs in, writes in the block editor, calls the REST interface.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::site::Site;
use crate::harness::engine::Engine;
use crate::harness::reader::{InputDevice, Reader};
use crate::harness::window::{PHONE, Window};

/// A window that is wide enough for the editor's side bars.
pub(crate) const DESKTOP: Window = Window { width: 1280, height: 900, ..PHONE };

/// How long the editor may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A user of the site.
pub(crate) struct SiteUser<'a> {
    pub(crate) reader: Reader,
    site: &'a Site,
}

impl<'a> SiteUser<'a> {
    /// Logs in as the user with this name.
    pub(crate) async fn logs_in(site: &'a Site, name: &str) -> Self {
        Self::logs_in_with(site, name, InputDevice::Mouse).await
    }

    /// Logs in as the user with this name, who takes a quiz with this device.
    pub(crate) async fn logs_in_with(site: &'a Site, name: &str, device: InputDevice) -> Self {
        let reader = Reader::at(Engine::Chromium, DESKTOP, device).await;
        let user = Self { reader, site };
        user.opens("/wp-login.php").await;
        let form = "const form = document.forms.loginform; form.log.value = form.pwd.value = arguments[0]; \
            form.querySelector('[type=submit]').click();";
        user.reader.page.run(form, vec![json!(name)]).await;
        user.finds("#wpadminbar").await;
        user
    }

    pub(crate) async fn opens(&self, path: &str) {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.site.url) };
        self.reader.page.client.goto(&url).await.expect("the page opens");
    }

    /// Waits for the first element of this selector.
    pub(crate) async fn finds(&self, selector: &str) -> Element {
        let wait = self.reader.page.client.wait().at_most(TIMEOUT);
        wait.for_element(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    pub(crate) async fn presses(&self, selector: &str) {
        let start = Instant::now();
        loop {
            let pressed = self.finds(selector).await.click().await;
            let Err(error) = pressed else { return };
            // It may still move or be disabled.
            assert!(start.elapsed() < TIMEOUT, "{selector}: {error}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Replaces the text of the field with this label.
    pub(crate) async fn fills_in(&self, label: &str, text: &str) {
        let find = "const label = [...document.querySelectorAll('label')].find((it) => it.textContent.trim() === arguments[0]); \
            if (label) { label.control.id ||= 'field'; label.control.select?.(); return '#' + CSS.escape(label.control.id); }";
        let start = Instant::now();
        let selector = loop {
            if let Value::String(selector) = self.reader.page.run(find, vec![json!(label)]).await {
                break selector;
            }
            assert!(start.elapsed() < TIMEOUT, "no field is called “{label}”");
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        self.finds(&selector).await.send_keys(text).await.unwrap_or_else(|error| panic!("{label}: {error}"));
    }

    /// Presses the first visible button, option or tab with this name, on the page around the canvas.
    pub(crate) async fn presses_the_button(&self, name: &str) {
        self.presses_named(name).await;
    }

    /// Presses the button with this name on the editor's canvas.
    pub(crate) async fn presses_on_the_canvas(&self, name: &str) {
        let canvas = self.finds("iframe[name='editor-canvas']").await;
        canvas.enter_frame().await.expect("the editor's canvas");
        self.presses_named(name).await;
        self.leaves_the_canvas().await;
    }

    async fn presses_named(&self, name: &str) {
        let find = "for (const button of document.querySelectorAll('[data-pressed]')) delete button.dataset.pressed;
            const name = (it) => it.getAttribute('aria-label') ?? it.textContent.trim();
            const found = [...document.querySelectorAll('button, [role=option], [role=tab]')].find((it) => name(it) === arguments[0] && it.checkVisibility());
            if (found) found.dataset.pressed = '';
            return !!found";
        let start = Instant::now();
        while self.reader.page.run(find, vec![json!(name)]).await != json!(true) {
            assert!(start.elapsed() < TIMEOUT, "no button is called “{name}”");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.presses("[data-pressed]").await;
    }

    /// Replaces the text with this label on the editor's canvas.
    pub(crate) async fn writes_on_the_canvas(&self, label: &str, text: &str) {
        let canvas = self.finds("iframe[name='editor-canvas']").await;
        canvas.enter_frame().await.expect("the editor's canvas");
        let field = format!("[contenteditable][aria-label='{label}']");
        self.presses(&field).await;
        self.finds(&field).await.send_keys(text).await.unwrap_or_else(|error| panic!("{label}: {error}"));
        self.leaves_the_canvas().await;
    }

    async fn leaves_the_canvas(&self) {
        self.reader.page.client.clone().enter_parent_frame().await.expect("the page around it");
    }

    /// Chooses the course page in WordPress's link picker.
    pub(crate) async fn chooses_the_course(&self, button: &str, address: &str) {
        self.presses_the_button(button).await;
        let field = self.finds(".block-editor-link-control input").await;
        field.send_keys(&format!("{address}\n")).await.expect("an address");
    }

    /// Chooses the region in its list.
    pub(crate) async fn chooses_the_region(&self, name: &str, option: &str) {
        self.fills_in("Region", name).await;
        self.presses_the_button(option).await;
    }

    /// Runs a script until it returns something.
    pub(crate) async fn waits_for(&self, script: &str) -> Value {
        let start = Instant::now();
        loop {
            let value = self.reader.page.run(script, vec![]).await;
            if !value.is_null() && value != json!(false) && value != json!("") {
                return value;
            }
            assert!(start.elapsed() < TIMEOUT, "never came about: {script}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types the title of a new post in the block editor.
    pub(crate) async fn writes_the_title(&self, title: &str) {
        let canvas = self.finds("iframe[name='editor-canvas']").await;
        canvas.enter_frame().await.expect("the editor's canvas");
        self.finds(".wp-block-post-title").await.send_keys(title).await.expect("a title");
        self.leaves_the_canvas().await;
    }

    /// Finds a block in the inserter and inserts it.
    pub(crate) async fn inserts_the_block(&self, search: &str, class: &str) {
        self.presses(".editor-document-tools__inserter-toggle").await;
        self.finds(".block-editor-inserter__search input").await.send_keys(search).await.expect("a search");
        // The list changes a moment after the last letter, and a press would meet another block.
        self.waits_for(
            "return document.querySelectorAll('.block-editor-block-types-list__item').length === 1",
        )
        .await;
        self.presses(&format!(".editor-block-list-item-{class}")).await;
        self.waits_for("return !!wp.data.select('core/block-editor').getSelectedBlock()").await;
        self.presses(".editor-document-tools__inserter-toggle").await;
        // WordPress 6.5 does not open the side bar by itself.
        let open = "wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block')";
        self.reader.page.run(open, vec![]).await;
    }

    /// The text in the editor's canvas.
    pub(crate) async fn canvas(&self) -> String {
        let script = "const canvas = document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document;
            return canvas.querySelector('.which-cause-card') && canvas.body.innerText";
        self.waits_for(script).await.as_str().expect("a text").to_owned()
    }

    /// Publishes the post in the editor, and returns its address.
    pub(crate) async fn publishes_in_the_editor(&self) -> String {
        self.presses(".editor-post-publish-button__button").await;
        self.presses(".editor-post-publish-panel .editor-post-publish-button").await;
        let script = "const editor = wp.data.select('core/editor');
            return editor.isCurrentPostPublished() && ! editor.isSavingPost() && editor.getPermalink()";
        self.waits_for(script).await.as_str().expect("an address").to_owned()
    }

    /// Opens the post of the editor again.
    pub(crate) async fn opens_again_what_was_published(&self) {
        let id =
            self.reader.page.run("return wp.data.select('core/editor').getCurrentPostId()", vec![]).await;
        self.opens("/wp-admin/").await;
        self.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
        self.waits_for("return window.wp?.data?.select('core/block-editor')?.getBlocks().length").await;
    }

    /// Publishes a page by the REST interface with the rights of this user. Returns its address and the content that WordPress has kept.
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

    /// Makes sure that the console has no new error, and no new warning about the plugin.
    pub(crate) async fn sees_no_error(&self) {
        sees_no_error(&self.reader).await;
    }
}

/// Makes sure that the console has no new error, and no new warning about the plugin.
pub(crate) async fn sees_no_error(reader: &Reader) {
    let messages = reader.page.client.issue_cmd(Console).await.expect("a console");
    let bad: Vec<String> = messages
        .as_array()
        .expect("a list")
        .iter()
        .filter(|it| {
            let message = it["message"].as_str().unwrap_or_default();
            let ours = message.contains("which-cause");
            // The editor of WordPress 7.1 requests the taxonomies of authors in a way that its server refuses.
            let refused = message.contains("/wp-json/wp/v2/") && message.contains("403 (Forbidden)");
            it["level"] == "SEVERE" && !refused || it["level"] == "WARNING" && ours
        })
        .map(ToString::to_string)
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

/// Chromium's command for the messages in the console.
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
