//! Checks that ids are unique.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::id_index::IdIndex;
use crate::decode::json_path::PathRef;
use crate::file::quiz_file::QuizFile;

/// The ids that other parts of a quiz refer to.
pub(crate) struct Ids {
    pub(crate) causes: IdIndex,
    pub(crate) flags: IdIndex,
    pub(crate) sources: IdIndex,
}

impl Ids {
    /// The ids of a quiz file. Reports those that are not unique, also of screens and questions.
    pub(crate) fn of(file: &QuizFile, diagnostics: &mut Diagnostics) -> Self {
        let root = PathRef::Root;
        let mut index = |what, key, ids: &mut dyn Iterator<Item = &str>| {
            IdIndex::new(what, &root.key(key), ids, diagnostics)
        };
        let causes = {
            let choices = file.questions.iter().flat_map(|question| &question.choices);
            let scales = file.questions.iter().filter_map(|question| question.scale.as_ref());
            let named = choices
                .flat_map(|choice| choice.points.causes())
                .chain(scales.flat_map(|scale| scale.low.points.causes().chain(scale.high.points.causes())));
            index("cause", "causes", &mut file.causes.iter().map(|cause| cause.id.as_str())).named(&named)
        };
        let flags = index("flag", "flags", &mut file.flags.iter().map(|flag| flag.id.as_str()));
        let sources = index("source", "sources", &mut file.sources.iter().map(|source| source.id.as_str()));
        index("screen", "screens", &mut file.screens.iter().map(|screen| screen.id.as_str()));
        index("question", "questions", &mut file.questions.iter().map(|question| question.id.as_str()));
        Self { causes, flags, sources }
    }
}
