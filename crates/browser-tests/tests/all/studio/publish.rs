//! Publishing a quiz: the preview in each language and with drawings, the text to paste, and the ZIP file.

use std::io::Cursor;

use macro_rules_attribute::apply;
use serde_json::json;

use super::{Author, DESK, KNOTS, quiz_file};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::site::Site;

impl Author {
    /// Opens the studio and begins with the five-cause quiz.
    async fn begins_with_knots(engine: Engine) -> Self {
        let author = Self::opens(engine, DESK).await;
        author.presses(KNOTS).await;
        author.browser.page.find("heading", "The quiz").await;
        author
    }
}

/// Every engine packs a ZIP file in `photos.rs`.
#[apply(chromium_only!)]
async fn a_reader_takes_the_quiz_of_the_zip_file(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    author.presses("Colors and shape").await;
    author.writes("Accent, light", "#7a1fa2").await;
    author.presses("Publish").await;
    author.writes("Start button", "Look at the leaves").await;
    let bytes = author.browser.downloads("Download the ZIP file").await;
    author.browser.page.shows("starter.zip is among your downloads.").await;
    let folder = tempfile::tempdir().expect("a folder");
    zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file").extract(folder.path()).expect("files");
    let starter = std::fs::read_to_string(folder.path().join("starter/starter.json")).expect("the quiz");
    assert_eq!(starter, super::example_file());
    let site = Site::default().folder("/", folder.path()).serve().await;
    let reader = &author.browser;
    reader.page.client.goto(&format!("{}starter/", site.url)).await.expect("the page");
    reader.presses("Look at the leaves").await;
    reader.page.find("group", "Which leaves are yellow?").await;
    let accent = "return getComputedStyle(document.querySelector('which-cause')).getPropertyValue('--which-cause-accent')";
    assert_eq!(reader.page.run(accent, vec![]).await, json!("light-dark(#7a1fa2, #76cfc1)"));
    // The frame has the same quiz.
    reader.page.client.goto(&format!("{}starter/frame.html", site.url)).await.expect("the frame");
    reader.presses("Look at the leaves").await;
    reader.page.find("group", "Which leaves are yellow?").await;
    // This quiz has no photo in its introduction.
    let requested = site.requested();
    assert!(!requested.iter().any(|path| path.contains("undefined")), "{requested:?}");
}

#[apply(chromium_only!)]
async fn the_html_has_the_settings_and_is_copied(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Publish").await;
    author.writes("Region of most readers", "United Kingdom").await;
    page.shows("Region of most readers has to be two letters, like GB or US.").await;
    author.writes("Region of most readers", "gb").await;
    page.find("checkbox", "Remember answers in the tab").await.click().await.expect("a checkbox");
    page.find("combobox", "Light or dark").await.select_by_value("dark").await.expect("a theme");
    let clipboard = "Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text) => { window.copied = text } },
    })";
    page.run(clipboard, vec![]).await;
    let expected =
        "<which-cause quiz=\"starter.json\" region=\"GB\" theme=\"dark\" remember start-label=\"Start\">";
    page.waits_until(&format!(
        "document.querySelector('.paste textarea').value.includes({})",
        json!(expected)
    ))
    .await;
    author.presses("Copy: HTML for your page").await;
    page.shows("HTML for your page: copied.").await;
    let copied = page.run("return window.copied", vec![]).await;
    assert!(copied.as_str().is_some_and(|text| text.contains(expected)), "{copied}");
    // A page that may not use the clipboard.
    let forbidden = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false";
    page.run(forbidden, vec![]).await;
    author.presses("Copy: HTML for your page").await;
    page.shows("It is selected: press Ctrl+C, or Cmd+C on a Mac.").await;
    let selected = page.run("return getSelection().toString()", vec![]).await;
    assert_eq!(selected, copied);
    // All of it is undone.
    for _ in 0..4 {
        author.presses("Undo").await;
    }
    page.waits_until("document.querySelector('.paste textarea').value.includes('<which-cause quiz=\"starter.json\" start-label=\"Start\">')")
        .await;
}

#[apply(chromium_only!)]
async fn each_destination_has_its_text(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Publish").await;
    page.find("radio", "A frame The site removes scripts, and allows an iframe.")
        .await
        .click()
        .await
        .expect("a radio");
    author.writes("Address of the uploaded folder", "/quiz/").await;
    page.waits_until("document.querySelector('.paste textarea').value.includes('src=\"/quiz/frame.html?quiz=%2Fquiz%2Fstarter.json\"')")
        .await;
    page.find("radio", "WordPress You or somebody else can install a plugin.")
        .await
        .click()
        .await
        .expect("a radio");
    page.shows("Install and activate the plugin Which Cause").await;
    author.writes("Address of the quiz file", "/uploads/starter.json").await;
    page.waits_until(
        "document.querySelector('.paste textarea').value === '[which-cause quiz=\"/uploads/starter.json\"]'",
    )
    .await;
}

#[apply(chromium_only!)]
async fn the_preview_shows_translations_and_drawings_of_the_draft(engine: Engine) {
    let author = Author::begins_with_knots(engine).await;
    let page = &author.browser.page;
    author.writes("Drawings", "others.json").await;
    author.presses("1. Where do your knots bother you most?").await;
    page.shows("The drawings of others.json are not shown: the file is not in this draft.").await;
    author.chooses_file("Add the drawings file", "anything.json", "{\"format\": 1, \"drawings\": []}").await;
    page.shows("anything.json: drawings: ").await;
    let drawings = quiz_file("upper-back-knots.drawings.json");
    author.chooses_file("Add the drawings file", "anything.json", &drawings).await;
    page.waits_until("document.querySelectorAll('.preview svg.picture .region').length > 1").await;
    page.does_not_show("the file is not in this draft").await;
    // A region of the drawing is one more label of its choice.
    let press = "const region = document.querySelector('.preview .region .hit');
        region.dispatchEvent(new MouseEvent('click', { bubbles: true }))";
    page.run(press, vec![]).await;
    page.waits_until("document.querySelector('.preview .region[data-picked]') !== null").await;
    page.waits_until("document.querySelectorAll('.preview input:checked').length === 1").await;
    author.presses("Translations").await;
    author
        .chooses_file("Add a translation file", "knots.ar.json", &quiz_file("upper-back-knots.ar.json"))
        .await;
    page.waits_until("document.querySelector('.preview .base')?.dir === 'rtl'").await;
    let select = page.find("combobox", "Language of the preview").await;
    select.select_by_value("en").await.expect("a language");
    page.waits_until("document.querySelector('.preview .base').dir === 'ltr'").await;
    // The reader of the preview is where they were.
    page.waits_until("document.querySelectorAll('.preview input:checked').length === 1").await;
}

#[apply(chromium_only!)]
async fn the_preview_names_a_photo_that_is_not_there(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let photo = r#""choices": ["#;
    let with_photo = r#""picture": {"photo": "photos/leaf.webp", "width": 400, "height": 300, "text": "A leaf"}, "choices": ["#;
    let quiz = super::example_file().replacen(photo, with_photo, 1);
    author.chooses_files(&[("plant.json", quiz.as_bytes())]).await;
    author.presses("1. Which leaves are yellow?").await;
    author.browser.page.shows("Not in this draft: photos/leaf.webp.").await;
    author.presses("Publish").await;
    author.browser.page.shows("the photo photos/leaf.webp: put it beside the quiz file yourself").await;
}
