//! The photos of a quiz: opened with it, added at a field, shown, kept and packed.

use std::io::{Cursor, Read, Write};

use macro_rules_attribute::apply;
use serde_json::json;
use zip::write::SimpleFileOptions;

use super::{Author, DESK, example_file};
use crate::harness::axe::axe_finds_nothing;
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::window::Window;

/// The first question of the example.
pub(super) const QUESTION: &str = "1. Which leaves are yellow?";

/// The same while the text of its picture is missing.
pub(super) const QUESTION_WITHOUT_TEXT: &str = "1. Which leaves are yellow? 1 problem";

/// A photo of 40 by 30 pixels in a shade of gray.
pub(super) fn photo(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 40, 30);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[shade; 40 * 30]).expect("pixels");
    writer.finish().expect("a photo");
    bytes
}

/// The example with a photo at its first question.
pub(super) fn quiz_with_photo(address: &str) -> String {
    let picture = json!({"photo": address, "width": 40, "height": 30, "text": "A yellow leaf"}).to_string();
    example_file().replacen("\"choices\": [", &format!("\"picture\": {picture}, \"choices\": ["), 1)
}

/// A ZIP file of these files.
fn zip_file(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a ZIP file").into_inner()
}

impl Author {
    /// Chooses files with the button of this label.
    pub(super) async fn chooses_bytes(&self, label: &str, files: &[(&str, &[u8])]) {
        let give = "const [label, chosen] = arguments;
            const input = [...document.querySelectorAll('input[type=file]')].find((it) => it.parentElement.textContent.trim() === label);
            const files = new DataTransfer();
            for (const [name, bytes] of chosen) files.items.add(new File([new Uint8Array(bytes)], name));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }))";
        self.browser.page.run(give, vec![label.into(), json!(files)]).await;
    }

    /// Waits until the preview shows this many photos of 40 pixels.
    pub(super) async fn sees_photos(&self, count: usize) {
        let widths =
            "[...document.querySelectorAll('.preview-screen img')].map((it) => it.naturalWidth).join()";
        let expected = vec!["40"; count].join(",");
        self.browser.page.waits_until(&format!("{widths} === '{expected}'")).await;
    }
}

#[apply(every_engine!)]
async fn photos_of_a_zip_file_are_shown_kept_and_packed(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let (quiz, leaf) = (quiz_with_photo("photos/leaf.png"), photo(90));
    let files: [(&str, &[u8]); 2] =
        [("plants/plant.json", quiz.as_bytes()), ("plants/photos/leaf.png", &leaf)];
    let zip = zip_file(&files);
    if engine == Engine::Chromium {
        author.drops(".drafts-page", &[("plants.zip", &zip)]).await;
    } else {
        author.chooses_bytes("Choose files", &[("plants.zip", &zip)]).await;
    }
    author.presses(QUESTION).await;
    author.sees_photos(1).await;
    page.does_not_show("Not in this draft").await;
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    author.presses(QUESTION).await;
    author.sees_photos(1).await;
    author.presses("Publish").await;
    let bytes = author.browser.downloads("Download the ZIP file").await;
    page.does_not_show("put it beside the quiz file yourself").await;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let mut packed = Vec::new();
    let mut file = zip.by_name("plant/photos/leaf.png").expect("the photo");
    file.read_to_end(&mut packed).expect("its bytes");
    assert_eq!(packed, leaf);
}

#[apply(chromium_only!)]
async fn a_photo_is_added_in_its_field(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses(QUESTION).await;
    author.presses("Add picture").await;
    author.chooses_bytes("Choose a photo", &[("Blatt grün.png", &photo(90))]).await;
    page.shows("40 × 30 pixels, 1 KB").await;
    for (field, value) in [("Photo", "blatt-grun.png"), ("Width", "40"), ("Height", "30")] {
        assert_eq!(author.value_of(field).await, value, "{field}");
    }
    author.sees_photos(1).await;
    // Nobody but the author can write what it shows.
    page.waits_until("document.querySelector('[id$=picture-text]').ariaInvalid === 'true'").await;
    author.presses("Undo").await;
    page.does_not_show("40 × 30 pixels").await;
    assert_eq!(author.value_of("Photo").await, "");
    author.presses("Redo").await;
    page.shows("40 × 30 pixels").await;
    author.sees_photos(1).await;
    // The same file keeps its address, and another one of this name gets its own.
    author.chooses_bytes("Choose a photo", &[("again.png", &photo(90))]).await;
    author.chooses_bytes("Choose a photo", &[("Blatt grün.png", &photo(120))]).await;
    page.waits_until("document.querySelector('[id$=picture-photo]').value === 'blatt-grun-2.png'").await;
    // A wrong size is named, and a button corrects it.
    author.writes("Width", "400").await;
    page.shows("The quiz has another width and height than the file.").await;
    author.presses("Use 40 × 30").await;
    assert_eq!(author.value_of("Width").await, "40");
    axe_finds_nothing(page, "the field of a photo").await;
    author.presses("Photos 2").await;
    page.shows("Nothing uses this photo. It is deleted when you close the draft").await;
    author.presses("Question 1, Picture").await;
    page.focus_is_on("textbox", "Photo").await;
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    author.presses(QUESTION_WITHOUT_TEXT).await;
    author.sees_photos(1).await;
    author.presses("Photos 1").await;
    page.does_not_show("Nothing uses").await;
    author.presses(QUESTION_WITHOUT_TEXT).await;
    author.presses("Remove “Picture”").await;
    author.sees_photos(0).await;
}

#[apply(chromium_only!)]
async fn a_heavy_photo_is_in_the_list_of_findings(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let heavy = [photo(90), vec![0; 250_000]].concat();
    author
        .drops(
            ".drafts-page",
            &[("plant.json", quiz_with_photo("leaf.png").as_bytes()), ("leaf.png", &heavy)],
        )
        .await;
    author.presses("No problems, 1 finding").await;
    author.presses("Question 1, Picture, Photo: this photo has 251 KB; a slow connection (1.6 Mbit/s) takes a second for 200 KB: make it smaller, or save it as WebP").await;
    page.focus_is_on("textbox", "Photo").await;
    axe_finds_nothing(page, "a heavy photo").await;
    author.presses("Remove “Picture”").await;
    page.shows("No problems: readers can take this quiz.").await;
}

#[apply(chromium_only!)]
async fn a_translator_sees_the_photo_beside_its_text(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let quiz = quiz_with_photo("leaf.png");
    author.drops(".drafts-page", &[("plant.json", quiz.as_bytes()), ("leaf.png", &photo(90)[..])]).await;
    author.adds_a_translation("Deutsch (de)").await;
    let row = "document.querySelector('[id$=\"picture.text\"]').closest('.translation-text')";
    page.waits_until(&format!("{row}.querySelector('img')?.naturalWidth === 40")).await;
    let text = "Question 1, Picture, Text";
    assert_eq!(author.value_of(text).await, "A yellow leaf");
    author.writes(text, "Ein gelbes Blatt").await;
    axe_finds_nothing(page, "the text of a photo").await;
    let file = author.browser.downloads_text("Download plant.de.json").await;
    assert!(file.contains("\"text\": \"Ein gelbes Blatt\""), "{file}");
    // It stays in the draft as long as the translation has it.
    author.presses(QUESTION).await;
    author.presses("Remove “Picture”").await;
    author.presses("Photos 1").await;
    page.shows("Used in plant.de.json.").await;
}

#[apply(chromium_only!)]
async fn a_file_that_is_no_photo_says_why(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses(QUESTION).await;
    author.presses("Add picture").await;
    let whole = photo(90);
    for (name, bytes, why) in [
        (
            "leaf.gif",
            &b"GIF89a"[..],
            "leaf.gif: a GIF file is not a photo that all browsers show; save it as WebP, AVIF, JPEG or PNG.",
        ),
        ("leaf.png", &whole[..40], "leaf.png: this photo is damaged: the browser cannot show it."),
    ] {
        author.chooses_bytes("Choose a photo", &[(name, bytes)]).await;
        page.shows(why).await;
    }
    let large = "const input = document.querySelector('[id$=picture-photo]').closest('.field').querySelector('input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(9 * 2 ** 20)], 'large.jpg'));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(large, vec![]).await;
    page.shows("large.jpg: this file has 9 MB, and a photo can have 8 MB; make it smaller").await;
    assert_eq!(author.value_of("Photo").await, "");
    // A photo that is right takes the message away.
    author.chooses_bytes("Choose a photo", &[("leaf.png", &whole)]).await;
    author.sees_photos(1).await;
    page.does_not_show("large.jpg").await;
}

#[apply(chromium_only!)]
async fn missing_photos_are_named_and_added_by_their_names(engine: Engine) {
    for dark in [false, true] {
        let author = Author::opens(engine, Window { dark, ..DESK }).await;
        let page = &author.browser.page;
        let quiz = quiz_with_photo("photos/leaf.png");
        author
            .drops::<&[u8]>(".drafts-page", &[("plant.json", quiz.as_bytes()), ("stem.png", &photo(10))])
            .await;
        page.shows("stem.png: no quiz here names this photo").await;
        page.shows("Not in this draft: photos/leaf.png.").await;
        author.presses("Add photos").await;
        axe_finds_nothing(page, &format!("a missing photo, dark: {dark}")).await;
        author.chooses_bytes("Add the files", &[("stem.png", &photo(10)), ("leaf.png", &photo(90))]).await;
        page.shows("Added leaf.png").await;
        page.shows("Changes since the last save").await;
        page.shows("stem.png: no photo that is missing has this name.").await;
        page.focus_is_on("heading", "Photos").await;
        page.does_not_show("Not in this draft").await;
        page.shows("40 × 30 pixels").await;
        axe_finds_nothing(page, &format!("photos, dark: {dark}")).await;
        author.presses(QUESTION).await;
        author.sees_photos(1).await;
    }
}

#[apply(chromium_only!)]
async fn a_photo_that_is_dropped_on_its_draft_goes_to_its_address(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    author.drops(".drafts-page", &[("plant.json", quiz_with_photo("photos/leaf.png").as_bytes())]).await;
    author.presses(QUESTION).await;
    author.drops(".editor", &[("leaf.png", photo(90)), ("stem.png", photo(10))]).await;
    page.shows("photos/leaf.png was added to this draft.").await;
    page.shows("stem.png: no quiz here names this photo; choose it in the field of a photo.").await;
    author.sees_photos(1).await;
    author.drops(".editor", &[("leaf.png", photo(10))]).await;
    page.shows("photos/leaf.png was not added: this draft has another photo at this address.").await;
}
