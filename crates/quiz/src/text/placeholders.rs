//! Fills the placeholders in a quiz's texts, for the reader's region and by the rules of the quiz's language for numbers.

use std::rc::Rc;

use crate::decode::entries::Entries;
use crate::decode::single_line::{PhoneNumber, SingleLine};
use crate::file::care::{Care, VisitCard};
use crate::file::parts::Direction;
use crate::file::plural::NumberFormat;
use crate::file::template::{QuizPlaceholder, StepNumbers, Template, Text, fill, placeholders_in};
use crate::model::quiz::Quiz;
use crate::session::stage::Step;

/// The regions of a reader, as ISO 3166 codes in capitals.
#[derive(Debug, Clone, Copy, Default)]
pub struct Regions<'r> {
    /// The reader's own region, if it is known.
    pub reader: Option<&'r str>,
    /// The region that the page's owner sets.
    pub owner: Option<&'r str>,
}

/// An emergency number for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyNumber {
    /// The number to dial.
    pub number: PhoneNumber,
    /// The region of the number; `None` for the quiz's number for unknown regions.
    pub region: Option<String>,
}

impl EmergencyNumber {
    /// The most numbers for one reader: that of their own region, and that of the owner's.
    pub const MAX: usize = 2;
}

/// Fills the placeholders of a quiz's texts for one reader.
#[derive(Clone)]
pub struct Placeholders {
    numbers: Rc<dyn NumberFormat>,
    emergency_numbers: Vec<EmergencyNumber>,
    /// The values, by [`QuizPlaceholder`].
    values: [String; 4],
}

impl Quiz {
    /// The regions that this quiz lists, each once. None if no text and no button depends on the region.
    #[must_use]
    pub fn regions(&self) -> Vec<&str> {
        let Some(care) = self.care().filter(|_| self.names_numbers) else { return Vec::new() };
        let emergency = care.emergency.iter().flat_map(|it| &it.regions.0).map(|(key, _)| key.as_str());
        let mut regions: Vec<&str> = emergency.collect();
        for (key, _) in care.urgent_line.iter().flat_map(|it| &it.regions.0) {
            if !regions.contains(&key.as_str()) {
                regions.push(key);
            }
        }
        regions
    }

    /// The values of the placeholders for one reader.
    ///
    /// Texts are for the reader's own region. If it is unknown or not listed, they are for unknown regions. `numbers` has the
    /// rules of the quiz's language.
    #[must_use]
    pub fn placeholders(&self, regions: Regions<'_>, numbers: Rc<dyn NumberFormat>) -> Placeholders {
        let mut placeholders =
            Placeholders { numbers, emergency_numbers: Vec::new(), values: Default::default() };
        if let Some(numbers) = self.care().and_then(|care| care.emergency.as_ref()) {
            let emergency = |region| {
                let here = entry_of(&numbers.regions, region);
                let number = here.map_or(&numbers.number, |it| &it.number);
                let region = here.and(region).map(str::to_owned);
                (EmergencyNumber { number: number.clone(), region }, here.and_then(|it| it.say.as_ref()))
            };
            let (call, say) = emergency(regions.reader);
            placeholders
                .set(QuizPlaceholder::EmergencyNumber, say.map_or(call.number.as_str(), SingleLine::as_str));
            placeholders.emergency_numbers.push(call);
            let (call, _) = emergency(regions.owner);
            // The number for unknown regions is not the owner's.
            if call.region.is_some() && call.number != placeholders.emergency_numbers[0].number {
                placeholders.emergency_numbers.push(call);
            }
        }
        if let Some(lines) = self.care().and_then(|care| care.urgent_line.as_ref()) {
            let line = entry_of(&lines.regions, regions.reader).map_or(&lines.say, |it| &it.say);
            placeholders.set(QuizPlaceholder::UrgentLine, line.as_str());
        }
        if let Some(Care { soon_after_weeks: Some(number), weeks: Some(phrase), .. }) = self.care() {
            let weeks = phrase.render(number.get().unsigned_abs(), &*placeholders.numbers);
            placeholders.set(QuizPlaceholder::SoonAfterWeeks, &weeks);
        }
        if let Some(course) = self.course() {
            // In a right-to-left text a left-to-right name is isolated, so that its punctuation stays at its end:
            // https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
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

/// The entry of a region.
fn entry_of<'e, T>(regions: &'e Entries<T>, region: Option<&str>) -> Option<&'e T> {
    regions.0.iter().find(|(key, _)| Some(key.as_str()) == region).map(|(_, it)| it)
}

impl VisitCard {
    /// Whether a text of the card contains a placeholder for a telephone number.
    #[must_use]
    pub fn names_a_number(&self) -> bool {
        [&self.heading, &*self.body, &*self.after].into_iter().any(Placeholders::contains_emergency_number)
    }
}

impl Placeholders {
    fn set(&mut self, placeholder: QuizPlaceholder, value: &str) {
        value.clone_into(&mut self.values[placeholder as usize]);
    }

    /// Fills the placeholders of a text, and leaves out its markup: strong words are words, and the address of a link follows it.
    #[must_use]
    pub fn render(&self, text: &Text) -> String {
        if text.has_markup() { self.fill(&text.plain()) } else { self.fill(text.as_written()) }
    }

    fn fill(&self, text: &str) -> String {
        let values = QuizPlaceholder::ALL
            .map(|placeholder| (placeholder.name(), self.values[placeholder as usize].as_str()));
        fill(text, &values).into_owned()
    }

    /// The progress of a reader: "Question 3 of 11".
    #[must_use]
    pub fn progress(&self, words: &Template<StepNumbers>, step: Step) -> String {
        // The check limits the number of steps, so it fits.
        let [n, total] = [step.number, step.total].map(|it| i32::try_from(it).unwrap_or(i32::MAX));
        self.out_of(words, n, total)
    }

    /// A number out of a total: "Question 3 of 11", "Your total: 12 of 27".
    pub(crate) fn out_of(&self, words: &Template<StepNumbers>, n: i32, total: i32) -> String {
        let [n, total] = [n, total].map(|it| {
            let number = self.numbers.format(it.unsigned_abs());
            if it < 0 { ["\u{2212}", &number].concat() } else { number }
        });
        words.with(&n, &total)
    }

    /// The emergency numbers: that of the reader's region and, if the quiz lists the owner's region with another one, that of the
    /// owner's region. None if the quiz has no emergency numbers.
    #[must_use]
    pub fn emergency_numbers(&self) -> &[EmergencyNumber] {
        &self.emergency_numbers
    }

    /// Fills the placeholders of a text, with this emergency number.
    #[must_use]
    pub fn render_for(&self, call: &EmergencyNumber, text: &Text) -> String {
        let mut placeholders = self.clone();
        placeholders.set(QuizPlaceholder::EmergencyNumber, call.number.as_str());
        placeholders.render(text)
    }

    /// Whether a text contains a placeholder for a telephone number.
    #[must_use]
    pub fn contains_emergency_number(text: &Text) -> bool {
        let numbers = [QuizPlaceholder::EmergencyNumber, QuizPlaceholder::UrgentLine];
        placeholders_in(text.as_written()).any(|name| numbers.iter().any(|it| it.name() == name))
    }
}
