//! The quiz of a block in the editor: uploaded, checked, chosen, replaced and tried.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::SiteUser;
use super::visitor::{START, course, reader_of};
use crate::harness::reader::InputDevice;
use crate::harness::server::repository;

const FOLDER: &str = "wp-content/uploads/which-cause";

/// Opens a new post with the block.
async fn new_post_with_the_block<'a>(site: &'a Site, name: &str) -> SiteUser<'a> {
    adds_the_block(SiteUser::logs_in(site, name).await).await
}

async fn adds_the_block(user: SiteUser<'_>) -> SiteUser<'_> {
    user.opens("/wp-admin/post-new.php").await;
    user.writes_the_title("Article").await;
    user.inserts_the_block("Which Cause", "which-cause-quiz").await;
    user
}

/// Chooses files of the computer in the dialog, for the button with this name.
async fn chooses_files(user: &SiteUser<'_>, button: &str, files: &[&Path]) {
    let find = "const name = (it) => it.getAttribute('aria-label') ?? it.textContent.trim();
        const button = [...document.querySelectorAll('.components-form-file-upload button')].find((it) => name(it) === arguments[0]
            && it.ariaDisabled !== 'true' && !it.disabled);
        for (const chosen of document.querySelectorAll('#chosen')) chosen.id = '';
        if (button) button.parentElement.querySelector('input').id = 'chosen';
        return !!button";
    let start = std::time::Instant::now();
    while user.reader.page.run(find, vec![json!(button)]).await != json!(true) {
        assert!(start.elapsed().as_secs() < 20, "no files can be chosen for “{button}”");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let paths: Vec<&str> = files.iter().map(|it| it.to_str().expect("a path in UTF-8")).collect();
    user.finds("#chosen").await.send_keys(&paths.join("\n")).await.expect("files");
}

/// The attributes of the block.
async fn attributes(user: &SiteUser<'_>) -> Value {
    user.reader.page.run("return wp.data.select('core/block-editor').getBlocks()[0].attributes", vec![]).await
}

async fn waits_for_the_title(user: &SiteUser<'_>, title: &str) {
    let script = format!(
        "return wp.data.select('core/block-editor').getBlocks()[0].attributes.words?.title === {title:?}
            && !document.querySelector('.which-cause-dialog')"
    );
    user.waits_for(&script).await;
}

/// Writes a changed copy of the bread quiz into the site's folder, which stands for the user's computer.
fn changed_bread(site: &Site, name: &str, from: &str, to: &str) -> std::path::PathBuf {
    let quiz = fs::read_to_string(repository().join("quizzes/dense-bread.json")).expect("a quiz");
    assert!(quiz.contains(from), "{from}");
    site.write(&format!("computer/{name}"), &quiz.replace(from, to));
    site.file(&format!("computer/{name}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_uploads_a_quiz_file_and_its_words_are_on_the_page() {
    let site = Site::with_plugin();
    let author = new_post_with_the_block(&site, "author").await;
    let parser = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('which-cause-parser'))";
    author.presses_the_button("Choose a quiz").await;
    author.reader.page.shows("Upload a quiz file").await;
    assert_eq!(author.reader.page.run(parser, vec![]).await, json!(false), "the parser comes with a file");

    // A broken file is refused with the widget's own messages, and is not stored.
    let broken = changed_bread(&site, "broken.json", "\"kind\": \"one\"", "\"kind\": \"won\"");
    chooses_files(&author, "Upload a quiz file", &[&broken]).await;
    author.reader.page.shows("broken.json is not a valid quiz file").await;
    author
        .reader
        .page
        .shows("questions[0].kind: `won` is not allowed here; expected `one` or `all` or `scale`")
        .await;
    assert!(!site.file(FOLDER).exists());
    let garbage = site.file("computer/garbage.json");
    fs::write(&garbage, "{\"format\": 1,}").expect("a file");
    chooses_files(&author, "Upload a quiz file", &[&garbage]).await;
    author.reader.page.shows("garbage.json is not a valid quiz file").await;
    assert_eq!(attributes(&author).await["quiz"], json!(""));

    let messages = "\"notice\": \"A **draft**.\\n\\nBy [a baker](https://example.org/).\",
        \"intro\": {\"busy\": \"Kneading…\", \"failed\": \"No bread.\",";
    let bread = changed_bread(&site, "dense-bread.json", "\"intro\": {", messages);
    chooses_files(&author, "Upload a quiz file", &[&bread]).await;
    waits_for_the_title(&author, "Why is my loaf so dense?").await;
    let shows = author.canvas().await;
    assert!(shows.contains("Five usual suspects, seven quick questions."), "{shows}");
    let words = &attributes(&author).await["words"];
    assert_eq!((&words["busy"], &words["failed"]), (&json!("Kneading…"), &json!("No bread.")));
    assert_eq!(words["after"], json!(["A draft.", "By a baker."]), "without the marks of its markup");
    author.writes_on_the_canvas("Label of the start button", "Bake").await;
    let page = author.publishes_in_the_editor().await;
    author.sees_no_error().await;

    let reader = reader_of(&page).await;
    reader.page.find("heading", "Why is my loaf so dense?").await;
    reader.page.shows("Your answers stay on this device.").await;
    reader.presses("Bake").await;
    reader.page.find("group", "What does the inside look like?").await;
    drop(reader);

    // A replaced file brings its words, and the author's own stay.
    let changed = changed_bread(&site, "changed.json", "Why is my loaf so dense?", "Is <my> loaf a brick?");
    author.presses_the_button("Choose a quiz").await;
    chooses_files(&author, "Replace dense-bread.json", &[&changed]).await;
    waits_for_the_title(&author, "Is <my> loaf a brick?").await;
    let kept = attributes(&author).await;
    assert_eq!((&kept["startLabel"], &kept["heading"]), (&json!("Bake"), &json!("")));
    assert_eq!(kept["quiz"], json!("/wp-content/uploads/which-cause/dense-bread.json"));

    // Deleted, the file is gone. The block can go back to the quiz of the plugin.
    author.presses_the_button("Choose a quiz").await;
    author.presses_the_button("Delete dense-bread.json").await;
    author.reader.page.client.accept_alert().await.expect("a question");
    author.waits_for("return !document.querySelector('.which-cause-dialog code')").await;
    assert_eq!(fs::read_dir(site.file(FOLDER)).expect("a folder").count(), 0);
    author.presses_the_button("Use “Which cause is yours?”").await;
    assert_eq!(attributes(&author).await["quiz"], json!(""));
    author.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_with_drawings_is_uploaded_together_with_them() {
    let site = Site::with_plugin();
    let admin = new_post_with_the_block(&site, "admin").await;
    let folder = repository().join("quizzes");
    let (quiz, drawings) =
        (folder.join("upper-back-knots.json"), folder.join("upper-back-knots.drawings.json"));
    admin.presses_the_button("Choose a quiz").await;
    chooses_files(&admin, "Upload a quiz file", &[&drawings]).await;
    admin.reader.page.shows("Choose the quiz file too.").await;
    chooses_files(&admin, "Upload a quiz file", &[&quiz]).await;
    admin.reader.page.shows("This quiz has drawings in the file upper-back-knots.drawings.json.").await;
    assert!(!site.file(FOLDER).exists());
    chooses_files(&admin, "Upload a quiz file", &[&quiz, &drawings]).await;
    waits_for_the_title(&admin, "Which cause is yours?").await;
    let stored = fs::read_to_string(site.file(FOLDER).join("upper-back-knots.json")).expect("a quiz");
    let stored: Value = serde_json::from_str(&stored).expect("JSON");
    assert_eq!(stored["drawings"], json!("upper-back-knots.drawings.json"));
    assert!(site.file(FOLDER).join("upper-back-knots.drawings.json").exists());

    // The list offers quizzes, not drawings.
    admin.presses_the_button("Choose a quiz").await;
    admin.waits_for("return document.querySelectorAll('.which-cause-choice').length === 2").await;
    admin.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_with_photos_beside_its_file_is_refused() {
    let site = Site::with_plugin();
    let author = new_post_with_the_block(&site, "author").await;
    let with_photo = |name: &str, photo: &str| {
        let photo = format!(
            "\"intro\": {{\"picture\": {{\"photo\": \"{photo}\", \"width\": 4, \"height\": 3, \"text\": \"A loaf.\"}},"
        );
        changed_bread(&site, name, "\"intro\": {", &photo)
    };
    let beside = with_photo("beside.json", "loaf.webp");
    author.presses_the_button("Choose a quiz").await;
    chooses_files(&author, "Upload a quiz file", &[&beside]).await;
    author.reader.page.shows("This quiz has photos that readers would not see: loaf.webp.").await;
    assert!(!site.file(FOLDER).exists());
    let in_the_library = with_photo("in-the-library.json", "/wp-content/uploads/2026/11/loaf.webp");
    chooses_files(&author, "Upload a quiz file", &[&in_the_library]).await;
    waits_for_the_title(&author, "Why is my loaf so dense?").await;
    author.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn drawings_whose_quiz_cannot_be_stored_do_not_stay() {
    let site = Site::with_plugin();
    let author = new_post_with_the_block(&site, "author").await;
    site.write("computer/bread.drawings.json", "{\"format\": 1, \"drawings\": {}}");
    // The server escapes these characters, and the file becomes too large.
    let note =
        format!("\"drawings\": \"bread.drawings.json\", \"_note\": \"{}\", \"format\"", "<".repeat(200_000));
    let quiz = changed_bread(&site, "bread.json", "\"format\"", &note);
    author.presses_the_button("Choose a quiz").await;
    let drawings = site.file("computer/bread.drawings.json");
    chooses_files(&author, "Upload a quiz file", &[&quiz, &drawings]).await;
    author.reader.page.shows("The file is too large").await;
    let stored = fs::read_dir(site.file(FOLDER)).expect("the folder of the uploads").count();
    assert_eq!(stored, 0);
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_checked_before_the_block_takes_it() {
    let site = Site::with_plugin();
    let quiz = fs::read_to_string(repository().join("quizzes/dense-bread.json")).expect("a quiz");
    site.write("bread.json", &quiz);
    site.write("page.json", "<!doctype html>");
    let admin = new_post_with_the_block(&site, "admin").await;
    admin.presses_the_button("Choose a quiz").await;
    admin.fills_in("Address of a quiz file", "bread.json").await;
    admin.presses_the_button("Use this address").await;
    admin.reader.page.shows("This is not a web address that readers can follow.").await;
    admin.fills_in("Address of a quiz file", "/page.json").await;
    admin.presses_the_button("Use this address").await;
    admin.reader.page.shows("/page.json is not a valid quiz file").await;
    assert_eq!(attributes(&admin).await["quiz"], json!(""));
    admin.fills_in("Address of a quiz file", "/bread.json").await;
    admin.presses_the_button("Use this address").await;
    waits_for_the_title(&admin, "Why is my loaf so dense?").await;
    assert_eq!(attributes(&admin).await["quiz"], json!("/bread.json"));
    admin.sees_no_error().await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_the_quiz_loads_the_widget_and_its_links_leave_the_editor_open() {
    let site = Site::with_plugin();
    let course = course(&site);
    // By the keyboard, because WordPress's dialogs decide where the Tab key leads.
    let admin = SiteUser::logs_in_with(&site, "admin", InputDevice::Keyboard).await;
    let admin = adds_the_block(admin).await;
    admin.chooses_the_course("Choose the course page", &course).await;
    admin.chooses_the_region("Kingdom", "United Kingdom (999)").await;
    admin.writes_on_the_canvas("Heading of the quiz", "My own heading").await;
    let loaded =
        "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('which-cause.js'))";
    assert_eq!(admin.reader.page.run(loaded, vec![]).await, json!(false), "the widget comes with the trial");
    admin.presses_the_button("Try the quiz").await;
    let reader = &admin.reader;
    reader.page.find("heading", "My own heading").await;
    let element = "const quiz = document.querySelector('.which-cause-trial which-cause'); return [quiz.region, quiz.course]";
    assert_eq!(reader.page.run(element, vec![]).await, json!(["GB", course]));
    reader.presses(START).await;
    reader.answers_like("T2-posture-textbook", async || ()).await;
    let editor = reader.page.client.current_url().await.expect("an address");
    reader.follows("See what's in the course").await;
    let windows = reader.page.client.windows().await.expect("windows");
    assert_eq!(windows.len(), 2, "the course is in a tab of its own");
    assert_eq!(reader.page.client.current_url().await.expect("an address"), editor);

    let focused = "return !!document.activeElement.closest('.which-cause-trial')";
    assert_eq!(reader.page.run(focused, vec![]).await, json!(true));
    admin.presses_the_button("Close").await;
    reader.page.waits_until("!document.querySelector('.which-cause-dialog')").await;
    admin.sees_no_error().await;
    site.has_a_clean_log();
}
