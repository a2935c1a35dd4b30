//! Files are opened together, and saved where they are. The places are real files of the browser's own file system for the site, so that
//! the browser can keep and check them as it does files of the device. <https://fs.spec.whatwg.org/#sandboxed-filesystem>

use macro_rules_attribute::apply;
use serde_json::json;

use super::{Author, DESK, example_file};
use crate::harness::axe::axe_finds_nothing;
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_and_firefox, chromium_only};
use crate::harness::server::repository;

/// Writes files for the dialog that opens files. Each has its name and its bytes.
const PLACE_FILES: &str = "
    const [files, done] = arguments;
    const write = async () => {
        const folder = await navigator.storage.getDirectory();
        const handles = [];
        for (const [name, bytes] of files) {
            const handle = await folder.getFileHandle(name, { create: true });
            const stream = await handle.createWritable();
            await stream.write(new Uint8Array(bytes));
            await stream.close();
            handles.push(handle);
        }
        window.showOpenFilePicker = async () => handles;
        window.showSaveFilePicker = () => { throw new Error('the place of the file is known'); };
    };
    write().then(() => done(null), (error) => done(String(error)));
";

const READ_FILE: &str = "
    const [name, done] = arguments;
    const read = async () => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle(name)).getFile()).text();
    };
    read().then(done, (error) => done(String(error)));
";

impl Author {
    /// Chooses files in the dialog that opens files.
    pub(super) async fn chooses_files(&self, files: &[(&str, &[u8])]) {
        self.has_files(files).await;
        self.presses("Choose files").await;
    }

    /// Writes files of the device, as another program does.
    async fn has_files(&self, files: &[(&str, &[u8])]) {
        let error = self.browser.page.run_async_with(PLACE_FILES, vec![json!(files)]).await;
        assert!(error.is_null(), "{error}");
    }

    /// The text of a file of the device.
    pub(super) async fn file(&self, name: &str) -> String {
        let text = self.browser.page.run_async_with(READ_FILE, vec![json!(name)]).await;
        text.as_str().expect("a text").to_owned()
    }
}

fn titled(title: &str) -> String {
    example_file().replace("Why are my plant's leaves yellow?", title)
}

#[apply(chromium_only!)]
async fn a_change_is_saved_into_the_opened_file(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    author.chooses_files(&[("plant.json", example_file().as_bytes())]).await;
    page.shows("Saved to plant.json").await;
    author.writes("Title", "Why so yellow?").await;
    page.shows("Changes since the last save").await;
    author.presses_with_control('s').await;
    page.shows("Saved plant.json.").await;
    page.shows("Saved to plant.json").await;
    assert_eq!(author.file("plant.json").await, titled("Why so yellow?"));
    author.presses("Save").await;
    page.shows("Nothing has changed since the last save.").await;
    // The place is known in the next visit too, and the browser asks for the permission again.
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    page.find("heading", "The quiz").await;
    let ask = "
        FileSystemHandle.prototype.queryPermission = async () => 'prompt';
        FileSystemHandle.prototype.requestPermission = async () => window.answer;
        window.answer = 'denied'";
    page.run(ask, vec![]).await;
    author.writes("Title", "Yellow?").await;
    author.presses("Save").await;
    page.shows("plant.json was not saved: the browser does not allow it.").await;
    assert_eq!(author.file("plant.json").await, titled("Why so yellow?"));
    author.presses("Not now").await;
    page.run("window.answer = 'granted'", vec![]).await;
    author.presses("Save").await;
    page.shows("Saved plant.json.").await;
    assert_eq!(author.file("plant.json").await, titled("Yellow?"));
}

#[apply(chromium_only!)]
async fn a_file_that_was_changed_elsewhere_is_not_overwritten_without_asking(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    author.chooses_files(&[("plant.json", example_file().as_bytes())]).await;
    page.find("heading", "The quiz").await;
    author.writes("Title", "Mine").await;
    author.has_files(&[("plant.json", titled("Theirs").as_bytes())]).await;
    author.presses("Save").await;
    page.shows("plant.json was changed outside the studio").await;
    axe_finds_nothing(page, "a file that was changed elsewhere").await;
    assert_eq!(author.file("plant.json").await, titled("Theirs"));
    assert_eq!(author.browser.downloads_text("Keep both: download mine").await, titled("Mine"));
    assert_eq!(author.file("plant.json").await, titled("Theirs"));
    author.presses("Save").await;
    author.presses("Overwrite it").await;
    page.shows("Saved to plant.json").await;
    assert_eq!(author.file("plant.json").await, titled("Mine"));
}

#[apply(chromium_only!)]
async fn companions_are_opened_and_saved_with_their_quiz(engine: Engine) {
    let quiz = |name: &str| std::fs::read(repository().join("quizzes").join(name)).expect("a quiz file");
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let files = [
        "upper-back-knots.de.json",
        "upper-back-knots.drawings.json",
        "upper-back-knots.json",
        "upper-back-knots.test-cases.json",
    ];
    let texts = files.map(quiz);
    let mut chosen: Vec<(&str, &[u8])> = files.into_iter().zip(texts.iter().map(Vec::as_slice)).collect();
    chosen.push(("package.json", b"{\"name\": \"site\"}"));
    author.chooses_files(&chosen).await;
    page.shows("Files that were not opened (1)").await;
    page.shows("package.json: this is not a quiz file: it has no questions and no causes").await;
    page.shows("Saved to upper-back-knots.json").await;
    author.browser.follows("All drafts").await;
    page.shows("upper-back-knots.json and 3 other files").await;
    // The same file again is another draft, and both say so.
    author.chooses_files(&[(files[2], &texts[2])]).await;
    page.shows("There is another draft of this file").await;
    author.browser.follows("All drafts").await;
    page.shows("there is another draft of this file").await;
}

#[apply(chromium_only!)]
async fn several_new_files_are_saved_into_one_folder(engine: Engine) {
    let german = example_file().replace(r#""language": "en""#, r#""language": "de""#);
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    author.drops(".drafts-page", &[("plant.json", example_file()), ("plant.de.json", german.clone())]).await;
    page.find("heading", "The quiz").await;
    page.shows("No changes since the last save").await;
    let folder = "window.showDirectoryPicker = () => navigator.storage.getDirectory()";
    page.run(folder, vec![]).await;
    author.presses("Save").await;
    page.shows("Saved plant.json, plant.de.json.").await;
    assert_eq!(author.file("plant.json").await, example_file());
    assert_eq!(author.file("plant.de.json").await, german);
}

#[apply(chromium_only!)]
async fn a_place_that_could_not_be_written_is_written_by_the_next_save(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    let place = "
        window.showSaveFilePicker = async () =>
            (await navigator.storage.getDirectory()).getFileHandle('starter.json', { create: true });
        window.createWritable = FileSystemFileHandle.prototype.createWritable;
        FileSystemFileHandle.prototype.createWritable = async () => { throw new DOMException('no', 'NotAllowedError'); }";
    page.run(place, vec![]).await;
    author.presses("Save").await;
    page.shows("starter.json was not saved: the browser does not allow it.").await;
    author.presses("Not now").await;
    page.run("FileSystemFileHandle.prototype.createWritable = window.createWritable", vec![]).await;
    author.presses("Save").await;
    page.shows("Saved starter.json.").await;
    assert_eq!(author.file("starter.json").await, example_file());
}

#[apply(chromium_only!)]
async fn another_version_of_a_translation_is_saved_where_the_former_one_is(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    let french = |title: &str| titled(title).replace(r#""language": "en""#, r#""language": "fr""#);
    let (original, former, latter) = (example_file(), french("Jaunes"), french("Pourquoi jaunes ?"));
    author.has_files(&[("from-jo.json", latter.as_bytes())]).await;
    let files = [("plant.json", original.as_bytes()), ("plant.fr.json", former.as_bytes())];
    author.chooses_files(&files).await;
    page.shows("Saved to plant.json").await;
    let dropped = "DataTransferItem.prototype.getAsFileSystemHandle = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('from-jo.json')";
    page.run(dropped, vec![]).await;
    author.drops(".editor", &[("from-jo.json", latter.clone())]).await;
    page.shows("plant.fr.json of this draft now has the content of from-jo.json.").await;
    page.shows("Changes since the last save").await;
    author.presses("Save").await;
    page.shows("Saved plant.fr.json.").await;
    assert_eq!(author.file("plant.fr.json").await, latter);
    author.presses("Undo").await;
    page.shows("Changes since the last save").await;
    author.presses("Save").await;
    page.shows("Saved plant.fr.json.").await;
    assert_eq!(author.file("plant.fr.json").await, former);
    assert_eq!(author.file("from-jo.json").await, latter);
}

#[apply(chromium_only!)]
async fn files_dropped_on_a_draft_go_to_it_or_become_drafts_and_the_author_is_told(engine: Engine) {
    let french = example_file().replace(r#""language": "en""#, r#""language": "fr""#);
    let other = example_file().replace(r#""id": "yellow-leaves""#, r#""id": "other""#);
    assert_ne!(other, example_file());
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    let drawings = r#"{"format": 1, "drawings": {}}"#.to_owned();
    let later = example_file().replace("Why are my plant's leaves yellow?", "Later");
    let files = [("feuilles.fr.json", french.clone()), ("other.json", other)];
    author.drops(".editor", &files).await;
    page.shows("feuilles.fr.json was added to this draft.").await;
    page.shows("other.json does not belong to this quiz. It is a draft of its own.").await;
    author.offers_to_undo("add feuilles.fr.json").await;
    author.drops(".editor", &[("new.json", french), ("leaf.json", drawings)]).await;
    page.shows("feuilles.fr.json of this draft now has the content of new.json. Undo takes it back.").await;
    page.shows("leaf.json was not added: the quiz names no drawings file.").await;
    author.presses("Undo").await;
    author.presses("Translations").await;
    page.find("button", "Download feuilles.fr.json").await;
    author.drops(".editor", &[("cases.json", r#"{"test_cases": []}"#.to_owned())]).await;
    page.shows("cases.json was added to this draft.").await;
    page.does_not_show("new.json").await;
    author.drops(".editor", &[("later.json", later)]).await;
    page.shows("later.json is another version of this quiz. It is a draft of its own.").await;
    author.presses("Dismiss: dropped files").await;
    page.does_not_show("later.json is another version").await;
    author.browser.follows("All drafts").await;
    page.shows("other.json").await;
}

/// WebKit's driver has no file dialog.
#[apply(chromium_and_firefox!)]
async fn the_ordinary_dialog_opens_files_where_a_page_cannot_save(engine: Engine) {
    let author = Author::opens(engine, DESK).await;
    let page = &author.browser.page;
    page.run(
        "delete window.showSaveFilePicker; delete window.showOpenFilePicker; location.hash = 'x'",
        vec![],
    )
    .await;
    author.browser.follows("All drafts").await;
    page.find("heading", "The studio").await;
    let input = page.client.find(fantoccini::Locator::Css("input[type=file]")).await.expect("a file field");
    let path = repository().join("quizzes/starter.json");
    input.send_keys(&path.to_string_lossy()).await.expect("a file");
    page.find("heading", "The quiz").await;
    page.shows("No changes since the last save").await;
    author.writes("Title", "Mine").await;
    page.shows("Changes since the last save").await;
    author.presses("Download").await;
    page.shows("starter.json is among your downloads.").await;
    page.shows("No changes since the last save").await;
}
