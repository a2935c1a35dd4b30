//! The translation whose form is open, for the components of the form.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, TranslationEntry};

use super::translation::{Translation, direction_of};
use super::{NOTICE, Translations};
use crate::check::FieldMessage;
use crate::document::{Document, text_at};
use crate::editor::Editor;

/// A translation and its languages. It is copied into the components of its form.
#[derive(Clone, Copy)]
pub(crate) struct OpenTranslation {
    editor: Editor,
    /// Its place among the files of the document.
    pub(crate) file: usize,
    /// The translation, compared at the last check. `None` if it was removed.
    pub(crate) translation: Memo<Option<Arc<Translation>>>,
    /// Its language, a BCP 47 tag; empty if it was removed.
    pub(crate) language: Memo<String>,
    /// The direction of its texts, as the value of `dir`.
    pub(crate) direction: Memo<&'static str>,
    pub(crate) original_language: Memo<String>,
    pub(crate) original_direction: Memo<&'static str>,
    /// The texts that are shown, by their names. Each has a signal of its own, so a key press updates the components of one text
    /// only.
    texts: StoredValue<HashMap<String, RwSignal<TranslationText>>>,
}

/// A text of the translation beside its original.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TranslationText {
    /// The two texts, with what is left to do. `None` if the quiz no longer has it.
    pub(crate) entry: Option<TranslationEntry>,
    /// The problems and findings about it.
    pub(crate) messages: Vec<FieldMessage>,
}

impl TranslationText {
    /// The text of the translation; empty if there is none.
    pub(crate) fn written(&self) -> &str {
        self.entry.as_ref().and_then(|entry| entry.translation.as_ref()).map_or("", |it| &it.text)
    }

    /// Replaces the text of the translation.
    pub(crate) fn write(&mut self, text: &str) {
        if let Some(translation) = self.entry.as_mut().and_then(|entry| entry.translation.as_mut()) {
            text.clone_into(&mut translation.text);
        }
    }
}

impl OpenTranslation {
    pub(crate) fn new(file: usize) -> Self {
        let editor = Editor::get();
        let translation = Translations::get().translation(file);
        let direction = move |file: usize| {
            Memo::new(move |_| {
                editor.document.with(|document| {
                    document.files().get(file).map_or("auto", |file| direction_of(&file.value))
                })
            })
        };
        let open = Self {
            editor,
            file,
            translation,
            language: Memo::new(move |_| {
                translation.with(|it| it.as_ref().map(|it| it.language.clone()).unwrap_or_default())
            }),
            direction: direction(file),
            original_language: editor.text(JsonPath::to_key("language")),
            original_direction: direction(Document::QUIZ),
            texts: StoredValue::new(HashMap::new()),
        };
        // After each check: a text that was written and undone before it is the same in the comparison, and not in its field.
        let checked = move || {
            editor.check.track();
            translation.track();
        };
        Effect::watch(checked, move |(), _, _| open.update_texts(), false);
        open
    }

    /// The translation whose form a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// A text beside its original, for the component that shows it.
    pub(crate) fn text(self, name: &str) -> RwSignal<TranslationText> {
        let text = RwSignal::new(self.compared(name));
        self.texts.update_value(|texts| _ = texts.insert(name.to_owned(), text));
        text
    }

    /// A text as it was compared last.
    fn compared(self, name: &str) -> TranslationText {
        self.translation.with_untracked(|translation| {
            let Some(translation) = translation else { return TranslationText::default() };
            let entry = translation.entry(name).cloned();
            let messages = entry.as_ref().map(|entry| translation.messages(entry)).unwrap_or_default();
            TranslationText { entry, messages }
        })
    }

    /// Updates each text that is shown.
    fn update_texts(self) {
        for (name, text) in self.texts.get_value() {
            let compared = self.compared(&name);
            if text.try_with_untracked(|text| *text != compared) == Some(true) {
                text.set(compared);
            }
        }
    }

    /// The notice for readers, whenever it changes.
    pub(crate) fn notice(self) -> Memo<String> {
        Memo::new(move |_| {
            self.editor.document.with(|document| {
                let value = document.files().get(self.file).map(|file| &file.value);
                let notice = value.and_then(|value| text_at(value, &JsonPath::to_key(NOTICE)));
                notice.unwrap_or_default().to_owned()
            })
        })
    }
}
