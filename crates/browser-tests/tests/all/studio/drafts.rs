//! A draft is not lost by a crash, a full disk, a browser that keeps nothing, a second tab or a press of Delete.

use fantoccini::Locator;
use macro_rules_attribute::apply;
use serde_json::json;

use super::{Author, DESK, EXAMPLE, KNOTS, example_file};
use crate::harness::driver::{Method, send_command};
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};

/// Whether the page lets the browser close it without a question.
const MAY_CLOSE: &str = "dispatchEvent(new Event('beforeunload', { cancelable: true }))";

impl Author {
    /// Whether the browser asks before it closes the page.
    async fn is_asked_before_leaving(&self) -> bool {
        self.browser.page.run(&format!("return {MAY_CLOSE}"), vec![]).await == false
    }
}

#[apply(chromium_only!)]
async fn without_storage_a_draft_lives_in_the_tab_and_says_so(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let deny = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })";
    let body = json!({"cmd": "Page.addScriptToEvaluateOnNewDocument", "params": {"source": deny}});
    send_command(&page.client, Method::POST, "goog/cdp/execute", Some(body)).await.expect("a script");
    page.client.refresh().await.expect("a page");
    page.shows("Drafts are not kept here: the browser does not let this page keep data").await;
    assert!(!author.is_asked_before_leaving().await);
    author.presses(EXAMPLE).await;
    page.shows("Only in this tab: save the file before you close it").await;
    assert!(author.is_asked_before_leaving().await);
    author.writes("Title", "Only here").await;
    author.browser.follows("All drafts").await;
    page.shows("only in this tab").await;
    assert!(author.is_asked_before_leaving().await);
    author.browser.follows("Only here").await;
    assert_eq!(author.value_of("Title").await, "Only here");
    assert!(author.downloads().await.contains("Only here"));
    page.waits_until(MAY_CLOSE).await;
}

#[apply(chromium_only!)]
async fn a_full_disk_is_named_and_the_draft_is_kept_when_there_is_room_again(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    page.shows("Kept in this browser").await;
    let fill = "
        window.put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    page.run(fill, vec![]).await;
    author.writes("Title", "Too much").await;
    page.shows("the disk is full, or the browser gives this page no more room").await;
    assert!(author.is_asked_before_leaving().await);
    page.run("IDBObjectStore.prototype.put = window.put", vec![]).await;
    author.writes("Title", "Just enough").await;
    page.shows("Kept in this browser").await;
    assert!(!author.is_asked_before_leaving().await);
    page.client.refresh().await.expect("a page");
    assert_eq!(author.value_of("Title").await, "Just enough");
}

#[apply(chromium_only!)]
async fn a_crash_leaves_the_draft_with_the_last_typed_text(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let client = &author.browser.page.client;
    let draft = client.current_url().await.expect("an address");
    author.writes("Title", "Before the crash").await;
    author.browser.page.shows("Kept in this browser").await;
    let first = client.window().await.expect("a tab");
    let second = client.new_window(true).await.expect("a tab").handle;
    let crash = json!({"cmd": "Page.crash", "params": {}});
    let crashed = tokio::time::timeout(
        std::time::Duration::from_secs(5),
        send_command(client, Method::POST, "goog/cdp/execute", Some(crash)),
    );
    assert!(!matches!(crashed.await, Ok(Ok(_))), "a crashed tab does not answer");
    assert_ne!(first, second);
    client.switch_to_window(second).await.expect("the other tab");
    client.goto(draft.as_str()).await.expect("the draft");
    assert_eq!(author.value_of("Title").await, "Before the crash");
}

#[apply(every_engine!)]
async fn a_draft_is_open_in_one_tab_at_a_time(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    let client = &page.client;
    let draft = client.current_url().await.expect("an address");
    let first = client.window().await.expect("a tab");
    author.writes("Title", "Typed at the last moment").await;
    let second = client.new_window(true).await.expect("a tab").handle;
    client.switch_to_window(second.clone()).await.expect("the tab");
    client.goto(draft.as_str()).await.expect("the draft");
    page.find("heading", "This draft is open in another tab").await;
    author.presses("Open it here").await;
    page.find("heading", "The quiz").await;
    assert_eq!(author.value_of("Title").await, "Typed at the last moment");
    client.switch_to_window(first.clone()).await.expect("the tab");
    page.find("heading", "This draft is open in another tab").await;
    client.switch_to_window(second).await.expect("the tab");
    client.close_window().await.expect("a closed tab");
    client.switch_to_window(first).await.expect("the tab");
    page.find("heading", "The quiz").await;
}

#[apply(chromium_only!)]
async fn the_browser_goes_back_from_a_field_with_a_new_text(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.writes("Title", "Typed before going back").await;
    page.run("history.back()", vec![]).await;
    page.find("heading", "The studio").await;
    page.does_not_show("The studio has stopped").await;
    author.browser.follows("Typed before going back").await;
    assert_eq!(author.value_of("Title").await, "Typed before going back");
}

#[apply(chromium_only!)]
async fn a_deleted_draft_is_taken_back(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.writes("Title", "Dear to me").await;
    author.browser.follows("All drafts").await;
    author.presses("Delete Dear to me").await;
    page.shows("Deleted “Dear to me”.").await;
    page.focus_is_on("button", "Undo").await;
    let drafts = page.client.find_all(Locator::Css(".draft")).await.expect("a list");
    assert!(drafts.is_empty(), "it is no longer in the list");
    author.presses("Undo").await;
    author.browser.follows("Dear to me").await;
    assert_eq!(author.value_of("Title").await, "Dear to me");
}

#[apply(chromium_only!)]
async fn a_draft_that_another_tab_changed_is_deleted_and_taken_back_as_it_is_now(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    let client = &page.client;
    let draft = client.current_url().await.expect("an address");
    let first = client.window().await.expect("a tab");
    author.browser.follows("All drafts").await;
    page.find("button", "Delete Why are my plant's leaves yellow?").await;
    let second = client.new_window(true).await.expect("a tab").handle;
    client.switch_to_window(second).await.expect("the tab");
    client.goto(draft.as_str()).await.expect("the draft");
    author.writes("Title", "An hour of work").await;
    page.shows("Kept in this browser").await;
    let second = client.window().await.expect("a tab");
    client.switch_to_window(first.clone()).await.expect("the tab");
    author.presses("Delete Why are my plant's leaves yellow?").await;
    page.shows("The draft was not deleted: it is open in another tab.").await;
    client.switch_to_window(second).await.expect("the tab");
    client.close_window().await.expect("it closes");
    client.switch_to_window(first).await.expect("the tab");
    author.presses("Delete An hour of work").await;
    page.shows("Deleted “An hour of work”.").await;
    page.does_not_show("The draft was not deleted").await;
    author.presses("Undo").await;
    author.browser.follows("An hour of work").await;
    assert_eq!(author.value_of("Title").await, "An hour of work");
}

#[apply(chromium_only!)]
async fn a_double_click_on_an_example_begins_one_draft(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let example = page.find("button", KNOTS).await;
    let scroll = "
        arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = arguments[0].getBoundingClientRect();
        return [x + width / 2, y + height / 2].map(Math.round)";
    let point = page.run(scroll, vec![json!(example)]).await;
    author.browser.clicks_at(serde_json::from_value(point).expect("a point"), &[60]).await;
    page.find("heading", "The quiz").await;
    author.browser.follows("All drafts").await;
    page.shows("upper-back-knots.json and another file").await;
    page.does_not_show("The studio has stopped").await;
    let drafts = page.client.find_all(Locator::Css(".draft")).await.expect("a list");
    assert_eq!(drafts.len(), 1);
}

#[apply(chromium_only!)]
async fn files_are_saved_and_packed_although_the_author_has_left_the_editor(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    author.chooses_files(&[("plant.json", example_file().as_bytes())]).await;
    page.shows("Saved to plant.json").await;
    author.writes("Title", "Saved at last").await;
    let ask = "
        FileSystemHandle.prototype.queryPermission = async () => 'prompt';
        FileSystemHandle.prototype.requestPermission = () => new Promise((resolve) => { window.answer = resolve; })";
    page.run(ask, vec![]).await;
    author.presses_with_control('s').await;
    page.waits_until("window.answer !== undefined").await;
    author.browser.follows("All drafts").await;
    page.find("heading", "The studio").await;
    page.run("answer('granted')", vec![]).await;
    let mut text = String::new();
    for _ in 0..50 {
        text = author.file("plant.json").await;
        if text.contains("Saved at last") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert!(text.contains("Saved at last"), "{text}");
    author.browser.follows("Saved at last").await;
    author.presses("Publish").await;
    page.find("button", "Download the ZIP file").await;
    let leave = "
        window.packed = [];
        HTMLAnchorElement.prototype.click = function () { packed.push(this.download); };
        [...document.querySelectorAll('button')].find((it) => it.textContent === 'Download the ZIP file').click();
        location.hash = ''";
    page.run(leave, vec![]).await;
    page.find("heading", "The studio").await;
    page.waits_until("packed.join() === 'plant.zip'").await;
    page.does_not_show("The studio has stopped").await;
}

#[apply(chromium_only!)]
async fn a_panic_is_shown_and_stops_the_input(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.writes("Title", "Kept before").await;
    page.shows("Kept in this browser").await;
    let fail = "for (const name of ['createElement', 'createElementNS'])
            Document.prototype[name] = () => { throw new Error('no element'); };
        Node.prototype.cloneNode = () => { throw new Error('no copy'); };";
    page.run(fail, vec![]).await;
    page.run("document.querySelectorAll('.outline-entry')[2].click()", vec![]).await;
    page.find("heading", "The studio has stopped").await;
    let is_inert = "return [...document.body.children].every((it) => it.inert || it.id === 'stopped')";
    assert_eq!(page.run(is_inert, vec![]).await, true);
    author.browser.follows("All drafts").await;
    author.browser.follows("Kept before").await;
    assert_eq!(author.value_of("Title").await, "Kept before");
}
