//! The document as a signal. A change notifies the subscribers of values near it, and not all.

use std::collections::BTreeMap;

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment};

use crate::document::Document;

/// The document, with a trigger for each path that something subscribes to. It is copied into every component.
///
/// The form of a large quiz has hundreds of subscribers. If they subscribed to one signal, each press would run all of them again.
#[derive(Clone, Copy)]
pub(crate) struct DocumentSignal {
    document: RwSignal<Document>,
    /// By file and path, in their order: a list is notified before its items.
    triggers: StoredValue<BTreeMap<(usize, JsonPath), ArcTrigger>>,
}

impl DocumentSignal {
    pub(crate) fn new(document: Document) -> Self {
        Self { document: RwSignal::new(document), triggers: StoredValue::new(BTreeMap::new()) }
    }

    /// Reads the document, and subscribes to any change.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.document.with(read)
    }

    /// Reads the document, and subscribes to changes at the path of a file, above it and below it.
    pub(crate) fn with_at<T>(self, file: usize, path: &JsonPath, read: impl FnOnce(&Document) -> T) -> T {
        let trigger = self
            .triggers
            .try_update_value(|triggers| triggers.entry((file, path.clone())).or_default().clone());
        if let Some(trigger) = trigger {
            trigger.track();
        }
        self.document.with_untracked(read)
    }

    /// Reads the document, and subscribes to nothing.
    pub(crate) fn with_untracked<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.document.with_untracked(read)
    }

    /// The same. `None` if the editor has ended.
    pub(crate) fn try_with_untracked<T>(self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.document.try_with_untracked(read)
    }

    /// Subscribes to any change.
    pub(crate) fn track(self) {
        self.document.track();
    }

    /// Changes the document anywhere. It does nothing if the editor has ended.
    pub(crate) fn update(self, change: impl FnOnce(&mut Document)) {
        if self.document.try_update_untracked(change).is_some() {
            self.notify(|_, _| true);
        }
    }

    /// Changes the value at a path of a file.
    pub(crate) fn update_at(self, file: usize, path: &JsonPath, change: impl FnOnce(&mut Document)) {
        self.document.update_untracked(change);
        let path = path.segments();
        self.notify(|of_file, of| of_file == file && (of.starts_with(path) || path.starts_with(of)));
    }

    /// Changes something that nothing subscribes to.
    pub(crate) fn update_untracked(self, change: impl FnOnce(&mut Document)) {
        self.document.update_untracked(change);
    }

    /// Notifies the subscribers of the whole document, and then those of the files and paths that are chosen.
    fn notify(self, is_chosen: impl Fn(usize, &[PathSegment]) -> bool) {
        self.document.notify();
        let chosen: Vec<ArcTrigger> = self.triggers.with_value(|triggers| {
            let chosen = triggers.iter().filter(|((file, path), _)| is_chosen(*file, path.segments()));
            chosen.map(|(_, trigger)| trigger.clone()).collect()
        });
        for trigger in chosen {
            trigger.notify();
        }
    }
}

#[cfg(test)]
mod tests {
    use which_cause_quiz::Value;

    use super::*;
    use crate::document::{Change, File, text_at};

    #[test]
    fn a_path_is_notified_of_changes_at_above_and_below_it() {
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
        let memos = [&title, &list, &first, &second].map(read);
        let times = || memos.each_ref().map(|read| read().1);
        assert_eq!(times(), [1; 4]);

        let change = Change::Replace(first.clone(), Value::String("d".to_owned()));
        document.update_at(Document::QUIZ, &first, |it| {
            it.type_value_in(Document::QUIZ, &first, "the text", vec![change]);
        });
        assert_eq!(times(), [1, 2, 2, 1]);
        assert_eq!(memos[2]().0.as_deref(), Some("d"));

        document.update_at(1, &first, |_| {});
        assert_eq!(times(), [1, 2, 2, 1]);
        document.update_at(Document::QUIZ, &list, |_| {});
        assert_eq!(times(), [1, 3, 3, 2]);
        document.update(|it| _ = it.undo());
        assert_eq!(times(), [2, 4, 4, 3]);
        assert_eq!(memos[2]().0.as_deref(), Some("b"));
    }
}
