//! What fills the placeholders in a quiz's texts, by the reader's region and by how their language counts. Knows nothing of how
//! either was found.

use std::rc::Rc;

use crate::decode::from_json::Entries;
use crate::decode::single_line::{PhoneNumber, SingleLine};
use crate::file::parts::Direction;
use crate::file::plural::NumberFormat;
use crate::file::template::{Progress, QuizPlaceholder, Template, Text, fill, placeholders_in};
use crate::model::quiz::Quiz;
use crate::session::session::Step;

/// Where a reader is, as ISO 3166 regions in capitals.
#[derive(Debug, Clone, Copy, Default)]
pub struct Regions<'r> {
    /// Where they are, as far as anything says so.
    pub reader: Option<&'r str>,
    /// Where the page's owner says that they are.
    pub owner: Option<&'r str>,
}

/// A number to call in an emergency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyNumber {
    /// What is dialled.
    pub number: PhoneNumber,
    /// The region whose number it is; nothing where it is the quiz's number for everywhere.
    pub region: Option<String>,
}

impl EmergencyNumber {
    /// The most numbers that there are for a reader: theirs, and that of the region that the page's owner names.
    pub const MOST: usize = 2;
}

/// Fills the placeholders of a quiz's texts for one reader.
#[derive(Clone)]
pub struct Placeholders {
    numbers: Rc<dyn NumberFormat>,
    calls: Vec<EmergencyNumber>,
    /// By [`QuizPlaceholder`].
    fillings: [String; 4],
}

impl Quiz {
    /// The regions for which this quiz has something of its own, each once.
    #[must_use]
    pub fn regions(&self) -> Vec<&str> {
        let Some(care) = self.care() else { return Vec::new() };
        let mut regions: Vec<&str> = care.emergency.regions.0.iter().map(|(key, _)| key.as_str()).collect();
        for (key, _) in &care.urgent_line.regions.0 {
            if !regions.contains(&key.as_str()) {
                regions.push(key);
            }
        }
        regions
    }

    /// What fills the placeholders in this quiz's texts.
    ///
    /// Texts are for the reader's region. Where the quiz has nothing for it, or nobody says where they are, what it says for
    /// everywhere stands. `numbers` is how the quiz's language counts.
    #[must_use]
    pub fn placeholders(&self, regions: Regions<'_>, numbers: Rc<dyn NumberFormat>) -> Placeholders {
        let mut placeholders = Placeholders { numbers, calls: Vec::new(), fillings: Default::default() };
        if let Some(care) = self.care() {
            let emergency = |region| {
                let here = of(&care.emergency.regions, region);
                let number = here.map_or(&care.emergency.number, |it| &it.number);
                let region = here.and(region).map(str::to_owned);
                (EmergencyNumber { number: number.clone(), region }, here.and_then(|it| it.say.as_ref()))
            };
            let (call, say) = emergency(regions.reader);
            placeholders
                .set(QuizPlaceholder::EmergencyNumber, say.map_or(call.number.as_str(), SingleLine::as_str));
            placeholders.calls.push(call);
            if regions.owner.is_some() {
                let (call, _) = emergency(regions.owner);
                if call.number != placeholders.calls[0].number {
                    placeholders.calls.push(call);
                }
            }
            let line = of(&care.urgent_line.regions, regions.reader);
            let line = line.map_or(&care.urgent_line.say, |it| &it.say);
            placeholders.set(QuizPlaceholder::UrgentLine, line.as_str());
            let weeks = care.weeks.render(care.soon_after_weeks.get(), &*placeholders.numbers);
            placeholders.set(QuizPlaceholder::SoonAfterWeeks, &weeks);
        }
        if let Some(course) = self.course() {
            // A name that runs the other way than the text around it would have its own punctuation at the wrong end:
            // it is isolated, as https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates has it.
            let name = course.name.as_str();
            let isolated = match self.direction() {
                Direction::Ltr => name.to_owned(),
                Direction::Rtl => ["\u{2068}", name, "\u{2069}"].concat(),
            };
            placeholders.set(QuizPlaceholder::CourseName, &isolated);
        }
        placeholders
    }
}

/// What a quiz file has for a region.
fn of<'e, T>(regions: &'e Entries<T>, region: Option<&str>) -> Option<&'e T> {
    regions.0.iter().find(|(key, _)| Some(key.as_str()) == region).map(|(_, it)| it)
}

impl Placeholders {
    fn set(&mut self, blank: QuizPlaceholder, filling: &str) {
        filling.clone_into(&mut self.fillings[blank as usize]);
    }

    /// A text as a reader sees it.
    #[must_use]
    pub fn render(&self, text: &Text) -> String {
        let fillings =
            QuizPlaceholder::ALL.map(|blank| (blank.name(), self.fillings[blank as usize].as_str()));
        fill(text.as_written(), &fillings).into_owned()
    }

    /// Where a reader is: "Question 3 of 11".
    #[must_use]
    pub fn progress(&self, words: &Template<Progress>, step: Step) -> String {
        // There are never more steps than the check lets through.
        let [n, total] =
            [step.number, step.of].map(|it| self.numbers.format(u32::try_from(it).unwrap_or(u32::MAX)));
        words.with(&n, &total)
    }

    /// The numbers to call in an emergency: the reader's and, where it is another, that of the region that the page's owner names.
    #[must_use]
    pub fn emergency_numbers(&self) -> &[EmergencyNumber] {
        &self.calls
    }

    /// A text as a reader sees it, with another number to call in it.
    #[must_use]
    pub fn render_for(&self, call: &EmergencyNumber, text: &Text) -> String {
        let mut placeholders = self.clone();
        placeholders.set(QuizPlaceholder::EmergencyNumber, call.number.as_str());
        placeholders.render(text)
    }

    /// Whether a text names a number to call.
    #[must_use]
    pub fn contains_emergency_number(text: &Text) -> bool {
        let numbers = [QuizPlaceholder::EmergencyNumber, QuizPlaceholder::UrgentLine];
        placeholders_in(text.as_written()).any(|name| numbers.iter().any(|it| it.name() == name))
    }
}
