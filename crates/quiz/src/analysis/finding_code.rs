//! The code of each finding, which `which-cause check --json` prints.

use crate::analysis::finding::FindingKind;

impl FindingKind {
    /// The code of the finding for programs, such as `never-led`. It stays the same when the message changes, and when the
    /// variant gets another name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::CannotLead { .. } => "cannot-lead",
            Self::CannotBeShown { .. } => "cannot-be-shown",
            Self::EmptyRange { .. } => "empty-range",
            Self::NeverLed { .. } => "never-led",
            Self::Estimated { .. } => "estimated",
            Self::Lopsided { .. } => "lopsided",
            Self::ChoiceChangesNothing { .. } => "choice-changes-nothing",
            Self::QuestionChangesNothing { .. } => "question-changes-nothing",
            Self::NeverAsked { .. } => "never-asked",
            Self::AlwaysAsked { .. } => "always-asked",
            Self::OneWay { .. } => "one-way",
            Self::LeadsAlone { .. } => "leads-alone",
            Self::HardToRead { .. } => "hard-to-read",
            Self::HeavyPhoto { .. } => "heavy-photo",
            Self::HeavyPhotos { .. } => "heavy-photos",
            Self::MissingElsewhereText => "nothing-for-elsewhere",
            Self::NumberBeforeStart { .. } => "number-before-start",
            Self::NumberNotSaid { .. } => "number-not-said",
            Self::Markup { .. } => "markup",
            Self::InvisibleCharacter { .. } => "unseen-character",
            Self::WrongEncoding { .. } => "wrong-encoding",
            Self::WideWord { .. } => "wide-word",
            Self::SeldomLeads { .. } => "seldom-leads",
            Self::MostlySpread { .. } => "mostly-spread",
            Self::Unused { .. } => "unused",
            Self::SameText { .. } => "same-text",
            Self::MissingNoneChoice => "none-is-missing",
            Self::NeverShown { .. } => "never-shown",
            Self::AwaitsReview { .. } => "awaits-review",
            Self::NoTestCases => "no-test-cases",
            Self::CauseUntested { .. } => "cause-untested",
            Self::OriginalsUnknown => "originals-unknown",
            Self::TextMissing { .. } => "text-missing",
            Self::OriginalChanged { .. } => "original-changed",
            Self::Untranslated { .. } => "untranslated",
            Self::PlaceholderLost { .. } => "placeholder-lost",
            Self::LanguageUnlikeName { .. } => "language-unlike-name",
            Self::MissingForm { .. } => "form-missing",
            Self::UnusedForm { .. } => "form-never-used",
            Self::NumberLost { .. } => "number-lost",
        }
    }
}
