//! A checked quiz as bytes, and back.

use crate::decode::codec::{Bytes, Compact, compact};
use crate::model::quiz::{Cause, Choice, LeadsTo, Question, Quiz, Screen};

/// What the bytes begin with: what another version wrote is not for this one.
const STAMP: &[u8] = concat!("which-cause ", env!("CARGO_PKG_VERSION"), "\n").as_bytes();

impl Quiz {
    /// The quiz in its compact form, without what is said before it starts: the page around the widget says that.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut quiz = self.clone();
        quiz.intro.points.clear();
        for said in [&mut quiz.intro.audience, &mut quiz.intro.busy, &mut quiz.intro.failed] {
            *said = None;
        }
        let mut bytes = STAMP.to_vec();
        quiz.pack(&mut bytes);
        bytes
    }

    /// The quiz of a compact form that [`Quiz::to_bytes`] made, in this very version; nothing where it is anything else, or
    /// not all there.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = Bytes::new(bytes.strip_prefix(STAMP)?);
        let quiz = Self::unpack(&mut from);
        from.is_complete().then_some(quiz)
    }
}

compact! {
    Quiz {
        id, version, language, direction, title, subtitle, intro, care, screens, questions, flags, causes,
        scoring, bands, verdicts, course, also, disclaimer, notice, sources, safety_sources,
        nothing_sources, drawings, words,
    }
    Screen {
        id, text, help, choices, leads_to,
    }
    Question {
        id, kind, text, help, picture, choices,
    }
    Choice {
        id, text, picture, exclusive, points, flags,
    }
    Cause {
        id, article_name, label, short_label, doctor_first, summary, picture, means, sureness, look_next,
        try_this, get_checked, course, sources, max,
    }
}

impl Compact for LeadsTo {
    fn pack(&self, to: &mut Vec<u8>) {
        let stop = match self {
            Self::Visit => None,
            Self::Stop(level, card) => Some((*level, card.clone())),
        };
        stop.pack(to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Option::unpack(from).map_or(Self::Visit, |(level, card)| Self::Stop(level, card))
    }
}
