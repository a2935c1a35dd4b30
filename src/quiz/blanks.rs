//! What fills the blanks in a quiz's texts, by the reader's region and by how their language counts. Knows nothing of how
//! either was found.

use std::rc::Rc;

use super::definition::Quiz;
use super::file::Direction;
use super::line::{Line, PhoneNumber};
use super::plural::Numbers;
use super::session::Step;
use super::shape::Entries;
use super::text::{Progress, StandingBlank, Template, Text, fill};

/// Fills the blanks of a quiz's texts for one region.
#[derive(Clone)]
pub struct Blanks {
    numbers: Rc<dyn Numbers>,
    emergency_number: Option<PhoneNumber>,
    /// By [`StandingBlank`].
    fillings: [String; 4],
}

impl Quiz {
    /// What fills the blanks in this quiz's texts.
    ///
    /// `region` is an ISO 3166 region in capitals. Where the quiz has nothing for it, what it says for everywhere
    /// stands. `numbers` is how the quiz's language counts.
    #[must_use]
    pub fn blanks(&self, region: Option<&str>, numbers: Rc<dyn Numbers>) -> Blanks {
        let mut blanks = Blanks { numbers, emergency_number: None, fillings: Default::default() };
        if let Some(care) = self.care() {
            let here = of(&care.emergency.regions, region);
            let number = here.map_or(&care.emergency.number, |it| &it.number);
            let say = here.and_then(|it| it.say.as_ref()).map_or(number.as_str(), Line::as_str);
            let line = of(&care.urgent_line.regions, region).map_or(&care.urgent_line.say, |it| &it.say);
            blanks.emergency_number = Some(number.clone());
            blanks.set(StandingBlank::EmergencyNumber, say);
            blanks.set(StandingBlank::UrgentLine, line.as_str());
            let weeks = care.weeks.say(care.soon_after_weeks.get(), &*blanks.numbers);
            blanks.set(StandingBlank::SoonAfterWeeks, &weeks);
        }
        if let Some(course) = self.course() {
            // A name that runs the other way than the text around it would have its own punctuation at the wrong end:
            // it is isolated, as https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates has it.
            let name = course.name.as_str();
            let isolated = match self.direction() {
                Direction::Ltr => name.to_owned(),
                Direction::Rtl => ["\u{2068}", name, "\u{2069}"].concat(),
            };
            blanks.set(StandingBlank::CourseName, &isolated);
        }
        blanks
    }
}

/// What a quiz file has for a region.
fn of<'e, T>(regions: &'e Entries<T>, region: Option<&str>) -> Option<&'e T> {
    regions.0.iter().find(|(key, _)| Some(key.as_str()) == region).map(|(_, it)| it)
}

impl Blanks {
    fn set(&mut self, blank: StandingBlank, filling: &str) {
        filling.clone_into(&mut self.fillings[blank as usize]);
    }

    /// A text as a reader sees it.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        let fillings = StandingBlank::ALL.map(|blank| (blank.name(), self.fillings[blank as usize].as_str()));
        fill(text.as_written(), &fillings).into_owned()
    }

    /// Where a reader is: "Question 3 of 11".
    #[must_use]
    pub fn progress(&self, words: &Template<Progress>, step: Step) -> String {
        // There are never more steps than the check lets through.
        let [n, total] =
            [step.number, step.of].map(|it| self.numbers.say(u32::try_from(it).unwrap_or(u32::MAX)));
        words.with(&n, &total)
    }

    /// The number to dial in an emergency.
    #[must_use]
    pub fn emergency_number(&self) -> Option<&PhoneNumber> {
        self.emergency_number.as_ref()
    }
}
