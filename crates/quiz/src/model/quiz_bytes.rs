//! Encodes a checked quiz as bytes, and decodes it. The widget gets these bytes, so it needs neither a JSON parser nor the check.

use crate::decode::codec::{Codec, Decoder, codec};
use crate::decode::from_json::FromJson;
use crate::file::parts::Intro;
use crate::file::template::Text;
use crate::model::quiz::{Cause, Choice, LeadsTo, Question, Quiz, Screen};

/// The first bytes of the encoding. Another version has another encoding, and other first bytes.
const MAGIC: &[u8] = concat!("which-cause ", env!("CARGO_PKG_VERSION"), "\n").as_bytes();

impl Quiz {
    /// Encodes the quiz without its intro, which the host page shows.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        self.encode(&mut bytes);
        bytes
    }

    /// Decodes a quiz from the bytes of [`Quiz::to_bytes`]. The texts of its intro are empty. `None` if the bytes are of another
    /// version, incomplete, or anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut decoder = Decoder::new(bytes.strip_prefix(MAGIC)?);
        let quiz = Self::decode(&mut decoder);
        decoder.is_complete().then_some(quiz)
    }
}

impl Codec for Intro {
    fn encode(&self, _: &mut Vec<u8>) {}

    fn decode(_: &mut Decoder<'_>) -> Self {
        let (lead, start) = (Text::fallback(), Text::fallback());
        Self { lead, points: Vec::new(), audience: None, picture: None, start, busy: None, failed: None }
    }
}

codec! {
    Quiz {
        id, language, direction, title, subtitle, intro, care, names_numbers, screens, questions, flags, causes,
        scoring, bands, verdicts, course, also, disclaimer, notice, sources, safety_sources,
        nothing_sources, drawings, photos_by_answers, words,
    }
    Screen {
        id, text, help, choices, leads_to,
    }
    Question {
        id, kind, ask_if, required, at_most, limit, text, help, picture, choices,
    }
    Choice {
        id, text, picture, exclusive, points, flags,
    }
    Cause {
        id, article_name, label, short_label, doctor_first, summary, picture, means, sureness, look_next,
        try_this, get_checked, course, button, sources, max,
    }
}

impl Codec for LeadsTo {
    fn encode(&self, bytes: &mut Vec<u8>) {
        let stop = match self {
            Self::Visit => None,
            Self::Stop(level, card) => Some((*level, card.clone())),
        };
        stop.encode(bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        Option::decode(decoder).map_or(Self::Visit, |(level, card)| Self::Stop(level, card))
    }
}
