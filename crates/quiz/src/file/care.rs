//! The parts of a quiz file that lead a reader to care or stop the quiz: levels, telephone numbers and cards.

use crate::decode::bounded::Bounded;
use crate::decode::entries::Entries;
use crate::decode::macros::{json_object, keywords};
use crate::decode::single_line::{PhoneNumber, SingleLine};
use crate::file::plural::Plural;
use crate::file::rich_text::RichText;
use crate::file::template::Text;

json_object! {
    #![codec]

    /// Where readers find care. Each part is required only if something in the quiz uses it.
    pub struct Care, "the numbers and cards for readers who need care" {
        /// The emergency numbers. Required by `{emergency_number}` and by a card's `call`.
        emergency: Option<EmergencyNumbers>,
        /// The lines for urgent advice. Required by `{urgent_line}`.
        urgent_line: Option<UrgentLines>,
        /// What to do if a number on a card is for another country; one short line.
        elsewhere: Option<Text>,
        /// After how many weeks lasting pain needs a visit, 1 to 52. Required by `{soon_after_weeks}`.
        soon_after_weeks: Option<Bounded<1, 52>>,
        /// The phrase for a number of weeks. It fills `{soon_after_weeks}`, which requires it.
        weeks: Option<Plural>,
        /// The card that suggests a visit. Required by a screen of level `soon`, by a flag with `visit` and by a cause with
        /// `doctor_first`.
        visit: Option<VisitCard>,
    }

    /// The emergency numbers by region.
    pub struct EmergencyNumbers, "the emergency numbers" {
        /// The number for an unknown region, or one that is not listed.
        number: PhoneNumber,
        /// The numbers by ISO 3166 region: "GB", "US".
        regions: Entries<RegionNumber>,
    }

    /// The emergency number of one region.
    pub struct RegionNumber, "an emergency number" {
        /// The number to dial.
        number: PhoneNumber,
        /// The text for the number, if the number alone could mean another service.
        say: Option<SingleLine>,
    }

    /// The lines for urgent advice by region.
    pub struct UrgentLines, "the lines for urgent advice" {
        /// The text for an unknown region, or one that is not listed.
        say: SingleLine,
        /// The lines by ISO 3166 region.
        regions: Entries<UrgentLine>,
    }

    /// The line for urgent advice in one region.
    pub struct UrgentLine, "a line for urgent advice" {
        /// The text for the line.
        say: SingleLine,
    }

    /// The card that suggests a visit. The reader's own list is between `body` and `after`.
    pub struct VisitCard, "a card" {
        /// The heading.
        heading: Text,
        /// Why, and who should see the list.
        body: RichText,
        /// The text under the list.
        after: RichText,
    }

    /// The card that a reader sees when a flag stops the quiz.
    pub struct Card, "a card" {
        /// What to do.
        heading: Text,
        /// Why, and what to do first.
        body: RichText,
        /// The line before the reader's own ticks.
        ticked: Text,
        /// What else to know.
        after: RichText,
        /// The label of the button that calls the emergency number. Without it there is no button.
        call: Option<Text>,
        /// The label of the way back after a mistaken tick.
        undo: Text,
    }
}

keywords! {
    /// What a flag leads to, from the least urgent level to the most urgent.
    pub enum CareLevel, "`soon`, `stop`, `urgent` or `emergency`" {
        /// Care in the next week or two. The quiz continues, and its result suggests a visit.
        Soon = "soon",
        /// Something other than care, such as brakes that do not hold. The quiz stops.
        Stop = "stop",
        /// Care on the same day. The quiz stops.
        Urgent = "urgent",
        /// Care now. The quiz stops.
        Emergency = "emergency",
    }
}
