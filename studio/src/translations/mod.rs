//! The translations of the quiz, each beside its original, and the changes that an author can make to them.

mod changes;
mod difference;
mod findings;
mod language;
mod new_translation;
mod open_translation;
mod parts;
mod plural_categories;
mod table;
mod translation;

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use which_cause::{BrowserHost, Host};
use which_cause_quiz::{ChangedTexts, Finding, JsonPath, TranslationEntry, Value, update_translation};

pub(crate) use difference::{Piece, difference};
pub(crate) use language::{language_title, language_titles};
pub(crate) use new_translation::NewTranslation;
pub(crate) use open_translation::{OpenTranslation, TranslationText};
pub(crate) use parts::{TextsOfPart, by_parts, label_of};
pub(crate) use table::{Import, to_cells, to_csv};
pub(crate) use translation::Translation;

use crate::document::{self, Change, Document, File};
use crate::editor::Editor;
use crate::focus::focus_on;
use crate::part::Part;
use plural_categories::PluralCategories;
use translation::is_translation;

/// The key of a notice for readers.
const NOTICE: &str = "notice";

/// The translations of the draft. It is copied into every component.
#[derive(Clone, Copy)]
pub(crate) struct Translations {
    editor: Editor,
    /// The translations, compared with the quiz at its last check.
    pub(crate) list: Memo<Vec<Arc<Translation>>>,
    /// The findings about their files, each with the place of its file. They follow a moment after the check.
    pub(crate) findings: RwSignal<Vec<(usize, Finding)>>,
    plurals: StoredValue<HashMap<String, PluralCategories>>,
}

impl Translations {
    pub(crate) fn new(editor: Editor) -> Self {
        let plurals = StoredValue::new(HashMap::new());
        // Files come and go at once. Their content is compared after each pause in typing, with the check.
        let names = Memo::new(move |_| editor.document.with(names_of));
        let list = Memo::new(move |_| {
            names.track();
            let check = editor.check.get();
            editor.document.with_untracked(|document| {
                let compare = |(file, translation): (usize, &File)| {
                    let language = which_cause_quiz::language_of(&translation.value)?;
                    let plurals = plural_categories(plurals, language);
                    Some(Arc::new(Translation::new(file, document.value(), &check, translation, plurals)))
                };
                companions(document).filter_map(compare).collect()
            })
        });
        let findings =
            RwSignal::new(editor.document.with_untracked(|document| findings_in(document, plurals)));
        Self { editor, list, findings, plurals }
    }

    /// Looks for findings again.
    pub(crate) fn find(self) {
        let found = self.editor.document.try_with_untracked(|document| findings_in(document, self.plurals));
        let Some(found) = found else { return };
        self.findings.try_maybe_update(|findings| {
            let is_new = *findings != found;
            *findings = found;
            (is_new, ())
        });
    }

    /// The translations that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// How many problems all translations have.
    pub(crate) fn problem_count(self) -> usize {
        self.list.with(|list| list.iter().map(|translation| translation.problems.len()).sum())
    }

    /// The translation in a file of the document.
    pub(crate) fn translation(self, file: usize) -> Memo<Option<Arc<Translation>>> {
        Memo::new(move |_| self.list.with(|list| list.iter().find(|it| it.file == file).cloned()))
    }

    /// Adds a translation that begins with the words of the original.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if there cannot be one.
    pub(crate) fn add(self, new: &NewTranslation) -> Result<(), String> {
        let file = self.editor.document.with_untracked(|document| {
            let numbers = |language: &str| plural_categories(self.plurals, language);
            new_translation::make(document, new, numbers)
        })?;
        self.add_file(file);
        Ok(())
    }

    /// Adds a file that was opened.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if it is not a translation of this quiz, or if the editor has ended.
    pub(crate) fn open(self, name: &str, text: String) -> Result<(), String> {
        let opened =
            self.editor.document.try_with_untracked(|document| new_translation::open(document, name, text));
        self.add_file(opened.ok_or("The draft is closed.")??);
        Ok(())
    }

    fn add_file(self, file: File) {
        let place = self.editor.document.with_untracked(|document| document.files().len());
        self.editor.add_file(file);
        self.editor.part.set(Part::Translation(place));
    }

    /// Removes a translation.
    pub(crate) fn remove(self, translation: &Translation) {
        self.editor.remove_file(translation.file);
        self.editor.part.set(Part::Translations);
    }

    /// Gives a translation the parts, points and rules of its original. Changed texts keep their translation, and stay known as older
    /// than their original.
    pub(crate) fn bring_up_to_date(self, translation: &Translation) {
        let (file, language) = (translation.file, &translation.language);
        let mut message = String::new();
        self.edit(file, format!("Bring {} up to date", translation.file_name), |original, value| {
            let update = update_translation(
                original,
                Some(value),
                language,
                ChangedTexts::KeepTheTranslation,
                &translation.plurals,
            );
            message =
                format!("{} new texts, {} changed, {} removed.", update.new, update.changed, update.removed);
            vec![Change::Replace(JsonPath::default(), update.file)]
        });
        self.editor.message.set(message);
    }

    /// Sets a text while the author types it.
    pub(crate) fn type_text(self, file: usize, entry: &TranslationEntry, text: &str) {
        let Some(translation) = &entry.translation else { return };
        self.editor.document.update(|document| {
            let Some(value) = document.files().get(file).map(|file| &file.value) else { return };
            let changes = changes::set_text(value, entry, text);
            let name = Part::phrase_in(document, file, &translation.path);
            document.type_value_in(file, &translation.path, &name, changes);
        });
    }

    /// Sets a text in one edit.
    pub(crate) fn set_text(self, file: usize, entry: &TranslationEntry, text: &str) {
        self.edit(file, format!("Change {}", self.phrase_of(file, entry)), |_, value| {
            changes::set_text(value, entry, text)
        });
    }

    /// Says that a text is right although it is the same as the original, or older.
    pub(crate) fn accept(self, file: usize, entry: &TranslationEntry) {
        self.edit(file, format!("Keep {}", self.phrase_of(file, entry)), |_, value| {
            changes::accept(value, entry)
        });
    }

    /// Sets the notice for readers while the author types it. `None` removes it.
    pub(crate) fn type_notice(self, file: usize, notice: Option<String>) {
        let path = JsonPath::to_key(NOTICE);
        let format = self.editor.format();
        self.editor.document.update(|document| {
            let Some(value) = document.files().get(file).map(|file| &file.value) else { return };
            let order =
                |_: &JsonPath| format.object("QuizFile").key_names().into_iter().map(str::to_owned).collect();
            let changes = match notice {
                Some(notice) => document::set(value, &path, Value::String(notice), order),
                None => document::remove(value, &path, false),
            };
            if !changes.is_empty() {
                let name = Part::phrase_in(document, file, &path);
                document.type_value_in(file, &path, &name, changes);
            }
        });
    }

    /// The text of the file to save, with its name.
    pub(crate) fn saved_file(self, file: usize) -> Option<(String, String)> {
        self.editor.document.with_untracked(|document| {
            let file = document.files().get(file)?;
            Some((file.name.clone(), file.to_text()))
        })
    }

    /// Moves the focus to the field of a text, or to the form if the text has none.
    pub(crate) fn go_to(self, file: usize, path: &JsonPath) {
        let translation = self.translation(file).get_untracked();
        let name = translation.and_then(|it| it.entry_at(path).map(|entry| entry.name.clone()));
        self.editor.part.set(Part::Translation(file));
        focus_on(&name.map_or_else(|| "part".to_owned(), |name| text_id(file, &name)));
    }

    /// Imports the texts of a table.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if it is not such a table.
    pub(crate) fn import(self, translation: &Translation, table: &str) -> Result<Import, String> {
        let rows = table::read_table(table)?;
        let file = translation.file;
        let import = self.editor.document.with_untracked(|document| {
            document.files().get(file).map(|file| table::import(document.value(), file, translation, &rows))
        });
        let import = import.unwrap_or_default();
        if !import.changes.is_empty() {
            let name = format!("Import {} texts into {}", import.taken, translation.file_name);
            self.edit(file, name, |_, _| import.changes.clone());
        }
        Ok(import)
    }

    /// The name of a text in a sentence, with the file of the translation.
    fn phrase_of(self, file: usize, entry: &TranslationEntry) -> String {
        let path = entry.path().cloned().unwrap_or_default();
        self.editor.document.with_untracked(|document| Part::phrase_in(document, file, &path))
    }

    /// Makes an edit in one file. `changes` gets the original and the file.
    fn edit(self, file: usize, name: String, changes: impl FnOnce(&Value, &Value) -> Vec<Change>) {
        self.editor.end_typing();
        self.editor.document.update(|document| {
            let Some(value) = document.files().get(file).map(|file| &file.value) else { return };
            let changes = changes(document.value(), value);
            document.edit(file, name.clone(), changes);
        });
        self.editor.message.set(name);
    }
}

/// The files that are translations, with their places in the document.
fn companions(document: &Document) -> impl Iterator<Item = (usize, &File)> {
    let files = document.files().iter().enumerate().skip(Document::QUIZ + 1);
    files.filter(|(_, file)| is_translation(&file.value))
}

/// The findings about all translations, with the places of their files.
fn findings_in(
    document: &Document,
    plurals: StoredValue<HashMap<String, PluralCategories>>,
) -> Vec<(usize, Finding)> {
    let original = &document.files()[Document::QUIZ].name;
    let of_file = |(place, file): (usize, &File)| {
        let numbers = plural_categories(plurals, which_cause_quiz::language_of(&file.value)?);
        let findings = findings::findings(file, original, &numbers);
        Some(findings.into_iter().map(move |finding| (place, finding)))
    };
    companions(document).filter_map(of_file).flatten().collect()
}

fn names_of(document: &Document) -> Vec<String> {
    document.files().iter().map(|file| file.name.clone()).collect()
}

/// The plural rules of a language, as the browser has them.
fn plural_categories(
    known: StoredValue<HashMap<String, PluralCategories>>,
    language: &str,
) -> PluralCategories {
    if let Some(known) = known.with_value(|known| known.get(language).cloned()) {
        return known;
    }
    let categories = PluralCategories::of(&*BrowserHost::default().number_format(language));
    known.update_value(|known| _ = known.insert(language.to_owned(), categories.clone()));
    categories
}

/// The id of the field of a text.
pub(crate) fn text_id(file: usize, name: &str) -> String {
    format!("translation-{file}-{name}")
}
