//! What fills the blanks in a quiz's texts, by the reader's region. Knows nothing of how the region was found.

use super::definition::Quiz;
use super::line::{Line, PhoneNumber};
use super::shape::Entries;
use super::text::{StandingBlank, Text, fill};

/// Fills the blanks of a quiz's texts for one region.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Blanks {
    emergency_number: Option<PhoneNumber>,
    /// By [`StandingBlank`].
    fillings: [String; 4],
}

impl Quiz {
    /// What fills the blanks in this quiz's texts.
    ///
    /// `region` is an ISO 3166 region in capitals. Where the quiz has nothing for it, what it says for everywhere
    /// stands.
    #[must_use]
    pub fn blanks(&self, region: Option<&str>) -> Blanks {
        let mut blanks = Blanks::default();
        if let Some(care) = self.care() {
            let here = of(&care.emergency.regions, region);
            let number = here.map_or(&care.emergency.number, |it| &it.number);
            let say = here.and_then(|it| it.say.as_ref()).map_or(number.as_str(), Line::as_str);
            let line = of(&care.urgent_line.regions, region).map_or(&care.urgent_line.say, |it| &it.say);
            blanks.emergency_number = Some(number.clone());
            blanks.set(StandingBlank::EmergencyNumber, say);
            blanks.set(StandingBlank::UrgentLine, line.as_str());
            blanks.set(StandingBlank::SoonAfterWeeks, &care.soon_after_weeks.get().to_string());
        }
        if let Some(course) = self.course() {
            blanks.set(StandingBlank::CourseName, course.name.as_str());
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

    /// The number to dial in an emergency.
    #[must_use]
    pub fn emergency_number(&self) -> Option<&PhoneNumber> {
        self.emergency_number.as_ref()
    }
}
