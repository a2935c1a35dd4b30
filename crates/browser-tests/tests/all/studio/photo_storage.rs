//! The photos of a quiz in files of the device and in the drafts that the browser keeps.

use macro_rules_attribute::apply;
use serde_json::json;

use super::photos::{QUESTION, QUESTION_WITHOUT_TEXT, photo, quiz_with_photo};
use super::{Author, DESK, example_file};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;

/// Writes files into the browser's own file system, and lets the page take it for a folder of the device.
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
