//! The line that an author reads for each finding.

use std::fmt;

use crate::analysis::finding::{Finding, FindingKind};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind)
    }
}

impl fmt::Display for FindingKind {
    #[allow(clippy::too_many_lines, reason = "a few lines for each kind")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotLead { cause, .. } => {
                write!(f, "no answers make `{cause}` lead; give it more points, or the other causes fewer")
            }
            Self::CannotBeShown { cause, .. } => write!(
                f,
                "no answers bring `{cause}` into the result; give it more points, or the other causes fewer"
            ),
            Self::EmptyRange { cause } => write!(
                f,
                "no answers lead to a total in the range of `{cause}`; change its `from` or that of the next cause, or the points"
            ),
            Self::NeverLed { cause, readers } => {
                write!(f, "none of {readers} random readers got `{cause}`; there are too many answers to check all")
            }
            Self::Estimated { readers, error } => write!(
                f,
                "there are too many answers to check all; the findings about causes come from {readers} random readers, \
                 and nearly every figure is within {:.2} percentage points of the true one",
                error * 100.0
            ),
            Self::Lopsided { cause, leads, rarest, rarest_leads, best, tick, .. } => {
                let [does, infinitive] = if *best { ["is shown", "be shown"] } else { ["leads", "lead"] };
                write!(
                    f,
                    "{}, `{cause}` {does} {:.1} % of the time and `{rarest}` {:.1} %; no cause should {infinitive} more than \
                     twice as often as another",
                    RandomReaders { tick: *tick },
                    leads * 100.0,
                    rarest_leads * 100.0
                )
            }
            Self::ChoiceChangesNothing { choice } => write!(f, "picking `{choice}` never changes the result"),
            Self::QuestionChangesNothing { question } => {
                write!(f, "`{question}` can be removed: no answer to it changes any result")
            }
            Self::NeverAsked { question } => {
                write!(
                    f,
                    "no answers make this condition true, so nobody is asked `{question}`; change the condition, or remove the \
                     question"
                )
            }
            Self::AlwaysAsked { question } => {
                write!(
                    f,
                    "this condition is always true, so every reader is asked `{question}`; remove the condition, or change it"
                )
            }
            Self::OneWay { cause, asked, not_asked } => {
                write!(f, "only one way through the quiz leads to `{cause}`")?;
                for (questions, is_asked) in [(asked, "asked"), (not_asked, "not asked")] {
                    if let Some((first, others)) = questions.split_first() {
                        write!(f, ", {is_asked} `{first}`")?;
                        others.iter().try_for_each(|other| write!(f, " and `{other}`"))?;
                    }
                }
                f.write_str("; give it points in questions of other ways too")
            }
            Self::LeadsAlone { question, cause } => write!(
                f,
                "`{question}` alone can make `{cause}` lead, with no other question answered; one question is weak evidence"
            ),
            Self::HardToRead { grade } => write!(
                f,
                "this reads at school grade {grade:.1}; up to 9 is easy for a reader in pain or in a hurry"
            ),
            Self::HeavyPhoto { kilobytes, most } => write!(
                f,
                "this photo has {kilobytes} KB; a slow connection (1.6 Mbit/s) takes a second for {most} KB: make it smaller, \
                 or save it as WebP"
            ),
            Self::HeavyPhotos { count, kilobytes, most } => write!(
                f,
                "the {count} photos of results and of questions with `ask_if` have {kilobytes} KB together, and each reader \
                 loads all of them; a slow connection (1.6 Mbit/s) takes too long for more than {most} KB: make them smaller"
            ),
            Self::MissingElsewhereText => f.write_str(
                "missing: one short line for readers in another country, like \"Somewhere else? Call the emergency number \
                 of the country you're in.\"",
            ),
            Self::NumberBeforeStart { placeholder } => write!(
                f,
                "your page shows this text before the quiz knows where the reader is, so `{{{placeholder}}}` would be the same in \
                 every country; remove it here, and use it on the safety screens and their cards"
            ),
            Self::NumberNotSaid { number } => {
                write!(f, "readers read this, but the link dials {number}; write a text that contains {number}")
            }
            Self::Markup { found, right } => write!(f, "readers would see `{found}` literally; {right}"),
            Self::InvisibleCharacter { character } => write!(
                f,
                "an invisible character, U+{:04X}, that has no use here; remove it",
                u32::from(*character)
            ),
            Self::WrongEncoding { found, right: Some(right) } => write!(
                f,
                "`{}` seems to be `{right}` in a wrong encoding; write `{right}`, and save the file as UTF-8",
                found.replace(char::is_control, "\u{fffd}")
            ),
            Self::WrongEncoding { .. } => f.write_str(
                "U+FFFD replaces a character that a wrong encoding lost; write that character, and save the file as UTF-8",
            ),
            Self::WideWord { word, width, column } => write!(
                f,
                "`{word}` is about {width:.1} em wide, but there are {column:.1} em on a narrow phone (320 px); write a \
                 shorter word, or mark where it can break with a hyphen or a soft hyphen (\\u00ad)"
            ),
            Self::SeldomLeads { leads, mixed, nothing, tick, remedy } => write!(
                f,
                "{}, one cause leads for {:.1} % of readers (mixed: {:.1} %, nothing stands out: {:.1} %), which is fewer than one in \
                 five; {remedy}",
                RandomReaders { tick: *tick },
                leads * 100.0,
                mixed * 100.0,
                nothing * 100.0
            ),
            Self::MostlySpread { share, most_shown, tick } => write!(
                f,
                "{}, {:.1} % of the mixed results have more causes within `margin` than `most_shown`, {most_shown}; lower `margin` \
                 or raise `most_shown`",
                RandomReaders { tick: *tick },
                share * 100.0
            ),
            Self::Unused { what, id } => write!(f, "nothing uses the {what} `{id}`"),
            Self::SameText { other } => {
                write!(f, "`{other}` has the same text, so readers cannot tell the two apart")
            }
            Self::MissingNoneChoice => f.write_str(
                "if nothing fits, a reader can only skip this question; add an `exclusive` choice, like \"None of these\"",
            ),
            Self::NeverShown { why } => write!(f, "no reader will see this: {why}"),
            Self::AwaitsReview { notice } => write!(f, "awaits review: {notice}"),
            Self::NoTestCases => f.write_str(
                "the quiz has no test cases; write one for each cause, and `which-cause test` says when its result changes",
            ),
            Self::CauseUntested { cause } => write!(
                f,
                "no test case expects `{cause}`; write one with answers that lead to it, and name it in `first` or `shown`"
            ),
            Self::OriginalsUnknown => f.write_str(
                "missing, so nobody can tell which texts are older than their originals; run `which-cause translate`",
            ),
            Self::TextMissing { original } => {
                write!(f, "missing; the original has \"{original}\"; run `which-cause translate`")
            }
            Self::OriginalChanged { before, now } => write!(
                f,
                "the original was \"{before}\" when this was translated, and now is \"{now}\"; run `which-cause translate`"
            ),
            Self::Untranslated { name } => write!(
                f,
                "the same as in the original; translate it, or remove `{name}` from `untranslated` if it is right as it is"
            ),
            Self::PlaceholderLost { placeholder } => {
                write!(f, "the original has `{{{placeholder}}}` here, and the translation does not; insert it")
            }
            Self::LanguageUnlikeName { named } => {
                write!(f, "the name of the file says `{named}`; one of the two is wrong")
            }
            Self::MissingForm { category, n } => write!(
                f,
                "the language has a form `{category}`, for example for {n}; without it, readers get the form `other`"
            ),
            Self::UnusedForm { category } => {
                write!(f, "no whole number uses the form `{category}` in this language; remove it")
            }
            Self::NumberLost { one, other } => {
                write!(f, "this form is used for {one} and for {other}, so its text must contain {{n}}")
            }
        }
    }
}

/// How random readers answer, in words. `tick` is the chance that they tick a box, 0 to 1.
struct RandomReaders {
    tick: f64,
}

impl fmt::Display for RandomReaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = (self.tick * 1_000.0).round() / 10.0;
        write!(f, "if readers answer at random and tick {percent} % of the boxes")
    }
}
