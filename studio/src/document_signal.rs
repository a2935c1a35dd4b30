//! The document as a signal. Who reads one value is told of the changes near it, and not of all.

use std::collections::BTreeMap;

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment};

use crate::document::Document;

/// The document, and who reads what of it. It is copied into every component.
///
/// The form of a large quiz has hundreds of readers. As readers of one signal, they would all run again after each press, and Leptos
/// needs longer to note each of them, the more there are.
#[derive(Clone, Copy)]
pub(crate) struct DocumentSignal {
    document: RwSignal<Document>,
    /// The readers of a value, by its file and its path. A list hears of a change before its items.
    readers: StoredValue<BTreeMap<(usize, JsonPath), ArcTrigger>>,
}

impl DocumentSignal {
    pub(crate) fn new(document: Document) -> Self {
        Self { document: RwSignal::new(document), readers: StoredValue::new(BTreeMap::new()) }
    }

    /// Looks at the document, and again after any change.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.document.with(look)
    }

    /// Looks at the document, and again after a change at the path of a file, above it or below it.
    pub(crate) fn with_at<T>(self, file: usize, path: &JsonPath, look: impl FnOnce(&Document) -> T) -> T {
        let reader =
            self.readers.try_update_value(|readers| readers.entry((file, path.clone())).or_default().clone());
        if let Some(reader) = reader {
            reader.track();
        }
        self.document.with_untracked(look)
    }

    /// Looks at the document once.
    pub(crate) fn with_untracked<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.document.with_untracked(look)
    }

    /// The same, if the editor has not ended.
    pub(crate) fn try_with_untracked<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.document.try_with_untracked(look)
    }

    /// Tells of any change.
    pub(crate) fn track(self) {
        self.document.track();
    }

    /// Changes anything.
    pub(crate) fn update(self, change: impl FnOnce(&mut Document)) {
        self.document.update_untracked(change);
        self.tell(|_, _| true);
    }

    /// Changes the value at a path of a file.
    pub(crate) fn update_at(self, file: usize, path: &JsonPath, change: impl FnOnce(&mut Document)) {
        self.document.update_untracked(change);
        let path = path.segments();
        self.tell(|of_file, of| of_file == file && (of.starts_with(path) || path.starts_with(of)));
    }

    /// Changes what nobody reads.
    pub(crate) fn update_untracked(self, change: impl FnOnce(&mut Document)) {
        self.document.update_untracked(change);
    }

    /// Tells the readers of the whole document, and then those who are chosen by file and path.
    fn tell(self, is_told: impl Fn(usize, &[PathSegment]) -> bool) {
        self.document.notify();
        let told: Vec<ArcTrigger> = self.readers.with_value(|readers| {
            let told = readers.iter().filter(|((file, path), _)| is_told(*file, path.segments()));
            told.map(|(_, reader)| reader.clone()).collect()
        });
        for reader in told {
            reader.notify();
        }
    }
}

#[cfg(test)]
mod tests {
    use which_cause_quiz::Value;

    use super::*;
    use crate::document::{Change, File, text_at};

    #[test]
    fn a_reader_is_told_of_changes_at_above_and_below_its_value() {
        let owner = Owner::new();
        owner.set();
        let text = r#"{"title": "a", "list": [{"text": "b"}, {"text": "c"}]}"#;
        let document = DocumentSignal::new(Document::new(File::open("a.json", text).expect("JSON"), []));
        let list = JsonPath::to_key("list");
        let [title, first, second] =
            [JsonPath::to_key("title"), list.item(0).key("text"), list.item(1).key("text")];
        let read = |path: &JsonPath| {
            let (path, times) = (path.clone(), StoredValue::new(0));
            let memo = Memo::new(move |_| {
                times.update_value(|times| *times += 1);
                document.with_at(Document::QUIZ, &path, |it| text_at(it.value(), &path).map(str::to_owned))
            });
            move || (memo.get(), times.get_value())
        };
        let readers = [&title, &list, &first, &second].map(read);
        let times = || readers.each_ref().map(|read| read().1);
        assert_eq!(times(), [1; 4]);

        let change = Change::Replace(first.clone(), Value::String("d".to_owned()));
        document.update_at(Document::QUIZ, &first, |it| {
            it.type_value_in(Document::QUIZ, &first, "the text", vec![change]);
        });
        assert_eq!(times(), [1, 2, 2, 1]);
        assert_eq!(readers[2]().0.as_deref(), Some("d"));

        document.update_at(1, &first, |_| {});
        assert_eq!(times(), [1, 2, 2, 1]);
        document.update_at(Document::QUIZ, &list, |_| {});
        assert_eq!(times(), [1, 3, 3, 2]);
        document.update(|it| _ = it.undo());
        assert_eq!(times(), [2, 4, 4, 3]);
        assert_eq!(readers[2]().0.as_deref(), Some("b"));
    }
}
