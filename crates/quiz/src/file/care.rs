//! The parts of a quiz file that send a reader to care: levels, telephone numbers and cards.

use crate::decode::bounded::Bounded;
use crate::decode::from_json::Entries;
use crate::decode::macros::{shapes, words};
use crate::decode::single_line::{PhoneNumber, SingleLine};
use crate::file::plural::Plural;
use crate::file::template::Text;

shapes! {
    #![compact]

    /// Whom to call and when.
    pub struct Care, "whom to call and when" {
        /// The emergency number.
        emergency: EmergencyNumbers,
        /// Whom to call for urgent advice.
        urgent_line: UrgentLines,
        /// What a reader does where a number on a card is not theirs; one short line.
        elsewhere: Option<Text>,
        /// After how many weeks pain that stays deserves a visit, 1 to 52.
        soon_after_weeks: Bounded<1, 52>,
        /// How a number of weeks is said: what `{soon_after_weeks}` stands for.
        weeks: Plural,
        /// The card that suggests a visit.
        visit: VisitCard,
    }

    /// The emergency number, everywhere and by region.
    pub struct EmergencyNumbers, "the emergency number" {
        /// Where no region is known, or none of those below.
        number: PhoneNumber,
        /// By ISO 3166 region: "GB", "US".
        regions: Entries<EmergencyNumber>,
    }

    /// The emergency number of one region.
    pub struct EmergencyNumber, "an emergency number" {
        /// What is dialled.
        number: PhoneNumber,
        /// How it is said, where the number alone could be taken for another region's line.
        say: Option<SingleLine>,
    }

    /// Whom to call for urgent advice, everywhere and by region.
    pub struct UrgentLines, "whom to call for urgent advice" {
        /// Where no region is known, or none of those below.
        say: SingleLine,
        /// By ISO 3166 region.
        regions: Entries<UrgentLine>,
    }

    /// Whom to call for urgent advice in one region.
    pub struct UrgentLine, "whom to call for urgent advice" {
        /// How it is said.
        say: SingleLine,
    }

    /// The card that suggests a visit; the reader's own list stands between its body and what comes after.
    pub struct VisitCard, "a card" {
        /// Its heading.
        heading: Text,
        /// Why, and for whom the list is.
        body: Text,
        /// What stands under the list.
        after: Text,
    }

    /// What stops the quiz.
    pub struct Card, "a card" {
        /// What to do.
        heading: Text,
        /// Why.
        body: Text,
        /// What leads to the reader's own ticks.
        ticked: Text,
        /// What else to know.
        after: Text,
        /// The label of the button that calls the emergency number; without it there is no such button.
        call: Option<Text>,
        /// The label of the way back for a mistaken tick.
        undo: Text,
    }
}

words! {
    /// How soon a reader needs a person. Each level is more than the one before it.
    pub enum CareLevel, "`soon`, `urgent` or `emergency`" {
        /// In the next week or two. The quiz goes on, and its result says so.
        Soon = "soon",
        /// The same day. The quiz stops.
        Urgent = "urgent",
        /// Now. The quiz stops.
        Emergency = "emergency",
    }
}
