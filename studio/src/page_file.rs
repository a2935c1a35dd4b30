//! The settings for the page, as a companion of the draft: read and changed by the forms.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, Value};

use crate::css;
use crate::document::{self, Change, File, text_at};
use crate::editor::Editor;
use crate::page::{FILE_NAME, Look, PageSettings, phrase_of_field};

/// The file of the page. It is copied into every component.
#[derive(Clone, Copy)]
pub(crate) struct PageFile {
    editor: Editor,
    /// The settings of the author.
    pub(crate) settings: Memo<PageSettings>,
    /// The colors and shape that the browser accepts.
    pub(crate) look: Memo<Look>,
}

impl PageFile {
    pub(crate) fn new(editor: Editor) -> Self {
        let settings = Memo::new(move |_| editor.document.with(PageSettings::of));
        let look = Memo::new(move |_| {
            let mut look = settings.with(|settings| Look::new(settings, css::color));
            look.retain(css::is_valid);
            look
        });
        Self { editor, settings, look }
    }

    /// The file of the draft that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The text at a path of the file, whenever it changes; empty if there is none.
    pub(crate) fn text(self, path: JsonPath) -> Memo<String> {
        Memo::new(move |_| {
            self.editor.document.with(|document| {
                let file = PageSettings::file_in(document).map(|file| &document.files()[file].value);
                file.and_then(|value| text_at(value, &path)).unwrap_or_default().to_owned()
            })
        })
    }

    /// Sets a value while the author types it, or removes it. The first value makes the file.
    pub(crate) fn type_value(self, path: &JsonPath, value: Option<Value>) {
        let name = phrase_of_field(path);
        self.editor.document.update(|document| {
            let changes = |root: &Value| match value {
                Some(value) => document::set(root, path, value, |_| Vec::new()),
                None => document::remove(root, path, true),
            };
            if let Some(file) = PageSettings::file_in(document) {
                let changes = changes(&document.files()[file].value);
                if !changes.is_empty() {
                    document.type_value_in(file, path, &name, changes);
                }
                return;
            }
            let mut file = File::new(FILE_NAME, "{}\n").expect("an empty object is JSON");
            for change in changes(&file.value) {
                change.apply(&mut file.value);
            }
            if file.is_changed() {
                document.add_file(format!("Change {name}"), file);
            }
        });
    }

    /// Sets a text while the author types it. An empty one is removed.
    pub(crate) fn type_text(self, path: &JsonPath, text: String) {
        self.type_value(path, (!text.is_empty()).then_some(Value::String(text)));
    }

    /// Sets a value in one edit, or removes it.
    pub(crate) fn set(self, path: &JsonPath, value: Option<Value>) {
        self.editor.end_typing();
        self.type_value(path, value);
        self.editor.end_typing();
    }

    /// Ends an edit by typing.
    pub(crate) fn end_typing(self) {
        self.editor.end_typing();
    }

    /// Removes all colors and shapes of the author, in one edit. The widget then has its own.
    pub(crate) fn reset_look(self) {
        const NAME: &str = "Reset colors and shape";
        self.editor.document.update(|document| {
            let Some(file) = PageSettings::file_in(document) else { return };
            let value = &document.files()[file].value;
            let paths = ["look", "dark_look"].map(JsonPath::to_key).into_iter();
            let paths = paths.filter(|path| !document::object_entries(value, path).is_empty());
            let changes: Vec<Change> =
                paths.map(|path| Change::Replace(path, Value::Object(Vec::new()))).collect();
            if !changes.is_empty() {
                document.edit(file, NAME, changes);
            }
        });
        self.editor.message.set(NAME.to_owned());
    }
}
