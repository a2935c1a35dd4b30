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
const QUESTION: &str = "1. Which leaves are yellow?";

/// The same while the text of its picture is missing.
const QUESTION_WITHOUT_TEXT: &str = "1. Which leaves are yellow? 1 problem";

/// A photo of 40 by 30 pixels in a shade of gray.
fn photo(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 40, 30);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[shade; 40 * 30]).expect("pixels");
    writer.finish().expect("a photo");
    bytes
}

/// The example with a photo at its first question.
fn quiz_with_photo(address: &str) -> String {
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
    async fn chooses_bytes(&self, label: &str, files: &[(&str, &[u8])]) {
        let give = "const [label, chosen] = arguments;
            const input = [...document.querySelectorAll('input[type=file]')].find((it) => it.parentElement.textContent.trim() === label);
            const files = new DataTransfer();
            for (const [name, bytes] of chosen) files.items.add(new File([new Uint8Array(bytes)], name));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }))";
        self.browser.page.run(give, vec![label.into(), json!(files)]).await;
    }

    /// Waits until the preview shows this many photos of 40 pixels.
    async fn sees_photos(&self, count: usize) {
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
    page.shows("Not used. It goes when you close this draft").await;
    author.presses("Question 1, Picture").await;
    page.focus_is_on("textbox", "Photo").await;
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    author.presses(QUESTION_WITHOUT_TEXT).await;
    author.sees_photos(1).await;
    author.presses("Photos 1").await;
    page.does_not_show("Not used").await;
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
    author.presses("Question 1, Picture, Photo: this photo has 251 KB; with at most 200 KB it is there within a second on a slow phone: make it smaller, or save it as WebP").await;
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
            "leaf.gif: a GIF file is no photo that all browsers show; save it as WebP, AVIF, JPEG or PNG.",
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

/// A folder of the browser's own file system stands for one of the device.
const FOLDER: &str = "
    const [files, done] = arguments;
    const make = async () => {
        const root = await navigator.storage.getDirectory();
        for (const [path, bytes] of files) {
            let folder = root;
            const names = path.split('/');
            for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
            const stream = await (await folder.getFileHandle(names.at(-1), { create: true })).createWritable();
            await stream.write(new Uint8Array(bytes));
            await stream.close();
        }
        DataTransferItem.prototype.getAsFileSystemHandle = () => navigator.storage.getDirectory();
        window.showDirectoryPicker = () => navigator.storage.getDirectory();
    };
    make().then(() => done(null), (error) => done(String(error)));
";

const READ_BYTES: &str = "
    const [path, done] = arguments;
    const read = async () => {
        let folder = await navigator.storage.getDirectory();
        const names = path.split('/');
        for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
        return [...new Uint8Array(await (await (await folder.getFileHandle(names.at(-1))).getFile()).arrayBuffer())];
    };
    read().then(done, (error) => done(String(error)));
";

#[apply(chromium_only!)]
async fn a_folder_is_opened_with_its_photos_and_new_ones_are_saved_into_it(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let (quiz, leaf, stem) = (quiz_with_photo("photos/leaf.png"), photo(90), photo(10));
    let files: [(&str, &[u8]); 3] =
        [("plant.json", quiz.as_bytes()), ("photos/leaf.png", &leaf), ("photos/other.png", &stem)];
    assert_eq!(page.run_async_with(FOLDER, vec![json!(files)]).await, json!(null));
    author.drops(".drafts-page", &[("folder", b"")]).await;
    page.shows("Saved to plant.json").await;
    author.presses("2. Push a finger into the soil. How is it?").await;
    author.presses("Add picture").await;
    author.chooses_bytes("Choose a photo", &[("New leaf.png", &photo(120))]).await;
    page.shows("40 × 30 pixels").await;
    author.presses("Save").await;
    page.shows("Saved plant.json, new-leaf.png.").await;
    assert_eq!(page.run_async_with(READ_BYTES, vec![json!("new-leaf.png")]).await, json!(photo(120)));
    assert_eq!(page.run_async_with(READ_BYTES, vec![json!("photos/leaf.png")]).await, json!(leaf));
    // The place of the new photo is known, and nothing more is asked.
    page.run("delete window.showDirectoryPicker", vec![]).await;
    author.presses("Save").await;
    page.shows("Nothing has changed since the last save.").await;
}

#[apply(chromium_only!)]
async fn a_file_that_is_saved_alone_says_which_photos_go_beside_it(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    author.chooses_files(&[("plant.json", example_file().as_bytes())]).await;
    author.presses(QUESTION).await;
    author.presses("Add picture").await;
    author.chooses_bytes("Choose a photo", &[("leaf.png", &photo(90))]).await;
    page.shows("40 × 30 pixels").await;
    let cancel = "window.asked = 0;
        window.showDirectoryPicker = async () => { window.asked += 1; throw new DOMException('no', 'AbortError'); }";
    page.run(cancel, vec![]).await;
    author.presses("Save").await;
    page.shows("Saved plant.json. Put leaf.png beside the quiz file.").await;
    assert!(author.file("plant.json").await.contains("\"photo\": \"leaf.png\""));
    author.writes("Width", "41").await;
    author.presses("Save").await;
    page.shows("Saved plant.json.").await;
    assert_eq!(page.run("return window.asked", vec![]).await, json!(1));
}

/// Browsers without handles of dropped files give entries.
#[apply(chromium_only!)]
async fn a_folder_of_entries_is_opened_with_its_photos(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let entries = "
        const [quiz, leaf] = arguments;
        const entry = (name, bytes) => ({
            isFile: true,
            name,
            file: (done) => done(new File([new Uint8Array(bytes)], name)),
        });
        let lists = [[entry('plant.json', quiz), entry('notes.txt', [])], []];
        const folder = {
            isFile: false,
            name: 'plants',
            createReader: () => ({ readEntries: (done) => done(lists.shift()) }),
            getFile: (path, options, done, fail) =>
                path === 'photos/leaf.png' ? done(entry('leaf.png', leaf)) : fail(new DOMException('no', 'NotFoundError')),
        };
        delete DataTransferItem.prototype.getAsFileSystemHandle;
        DataTransferItem.prototype.webkitGetAsEntry = () => folder;";
    let quiz = quiz_with_photo("photos/leaf.png");
    author.browser.page.run(entries, vec![json!(quiz.as_bytes()), json!(photo(90))]).await;
    author.drops(".drafts-page", &[("folder", b"")]).await;
    author.presses(QUESTION).await;
    author.sees_photos(1).await;
}

#[apply(chromium_only!)]
async fn a_photo_without_storage_is_only_in_this_tab(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    let fill = "
        window.put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...all) {
            if (this.name === 'photos') throw new DOMException('full', 'QuotaExceededError');
            return window.put.apply(this, all);
        }";
    page.run(fill, vec![]).await;
    author.presses(QUESTION).await;
    author.presses("Add picture").await;
    author.chooses_bytes("Choose a photo", &[("leaf.png", &photo(90))]).await;
    page.shows("Only in this tab: save the file before you close it (the disk is full").await;
    author.browser.follows("All drafts").await;
    page.shows("only in this tab").await;
    author.browser.follows("Why are my plant's leaves yellow?").await;
    author.presses(QUESTION_WITHOUT_TEXT).await;
    author.sees_photos(1).await;
    page.run("IDBObjectStore.prototype.put = window.put", vec![]).await;
    author.writes("Width", "41").await;
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    author.presses(QUESTION_WITHOUT_TEXT).await;
    author.sees_photos(1).await;
}

#[apply(chromium_only!)]
async fn a_deleted_draft_comes_back_with_its_photos(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let quiz = quiz_with_photo("leaf.png");
    author.drops::<&[u8]>(".drafts-page", &[("plant.json", quiz.as_bytes()), ("leaf.png", &photo(90))]).await;
    author.presses(QUESTION).await;
    author.sees_photos(1).await;
    author.browser.follows("All drafts").await;
    author.presses("Delete Why are my plant's leaves yellow?").await;
    author.presses("Undo").await;
    author.browser.follows("Why are my plant's leaves yellow?").await;
    author.presses(QUESTION).await;
    author.sees_photos(1).await;
}
