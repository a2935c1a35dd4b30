//! The quiz file: what its author writes, read by its shape and not yet checked for sense.
//!
//! It is one piece because the format is: this is the list of everything that may stand in a quiz file.
//!
//! Parts that name no other part ([`Words`], [`Card`], [`Course`] …) are the same before and after the check, and
//! go into the [`Quiz`](super::Quiz) as they are.

use crate::decode::bounded::Bounded;
use crate::decode::from_json::{Anything, Entries};
use crate::decode::id::{
    BandId, CauseId, ChoiceId, DrawingId, FlagId, QuestionId, QuizId, ScreenId, SourceId,
};
use crate::decode::macros::{shapes, words};
use crate::decode::single_line::{Address, Link, PhoneNumber, SingleLine};
use crate::file::plural::Plural;
use crate::file::template::{Lean, Named, Progress, Quote, Several, Template, Text};
use crate::file::to_try::Suggestion;

/// The newest format of a quiz file that is read here.
pub const FORMAT: u32 = 1;

shapes! {
    /// A whole quiz file.
    pub struct QuizFile, "the quiz" {
        /// Which format the file is written in: 1.
        format: Bounded<1, FORMAT>,
        /// Names the quiz in events and in saved answers.
        id: QuizId,
        /// The author's own version of the content.
        version: SingleLine,
        /// The language of every text, as a BCP 47 tag: "en", "pt-BR".
        language: SingleLine,
        /// Which way the language runs; left to right where it is left out.
        direction: Option<Direction>,
        /// The quiz's name.
        title: Text,
        /// A line under it.
        subtitle: Option<Text>,
        /// What the reader is told before they start: the author pastes it as the element's children.
        intro: Intro,
        /// Whom to call and when. Needed where anything can send a reader to care.
        care: Option<Care>,
        /// The screening, in order; none where nothing about the subject could be urgent.
        screens: Vec<ScreenFile>,
        /// The questions, in order; 1 to 1,000.
        questions: Vec<QuestionFile>,
        /// What an answer can raise that is worth telling a professional.
        flags: Vec<Flag>,
        /// The causes, in the article's order; 2 to 50.
        causes: Vec<CauseFile>,
        /// Where the verdicts part from each other.
        scoring: Scoring,
        /// The words for a score, from the highest down.
        bands: Vec<Band>,
        /// What is said of each kind of result.
        verdicts: Verdicts,
        /// The course that the result links to.
        course: Option<Course>,
        /// A note under every result.
        also: Option<Note>,
        /// What the quiz is not.
        disclaimer: Disclaimer,
        /// What readers are to know of these texts themselves: that a translation still waits for its review, say.
        notice: Option<Text>,
        /// What the texts rest on.
        sources: Vec<Source>,
        /// The sources of the screening.
        safety_sources: Vec<SourceId>,
        /// Where the drawings of its pictures are: an address relative to this file, or of the web. Needed where there is a
        /// picture.
        drawings: Option<Address>,
        /// Every other word of the widget.
        words: Words,
        /// Answers and the result that each must get, for `which-cause test`. The widget does not read them.
        test_cases: Option<Anything>,
    }

    /// One screen of the screening.
    pub struct ScreenFile, "a screen" {
        /// Its name.
        id: ScreenId,
        /// How soon a reader with one of its flags needs a person.
        level: CareLevel,
        /// What is asked.
        text: Text,
        /// More about what is asked.
        help: Option<Text>,
        /// The flags, and one exclusive choice for readers with none; 2 to 64.
        choices: Vec<ChoiceFile>,
        /// What a reader with a flag is told. Levels that stop the quiz need it.
        card: Option<Card>,
    }

    /// One scored question.
    pub struct QuestionFile, "a question" {
        /// Its name.
        id: QuestionId,
        /// Whether one choice is picked, or all that fit.
        kind: QuestionKind,
        /// What is asked.
        text: Text,
        /// More about what is asked.
        help: Option<Text>,
        /// A picture of what is asked about. Regions in its drawing that are called like choices can be pressed.
        picture: Option<Picture>,
        /// What may be picked; 2 to 64.
        choices: Vec<ChoiceFile>,
        /// Why the points are as they are, for whoever reviews the quiz. No reader sees it.
        reason: Option<Text>,
    }

    /// One thing that may be picked.
    pub struct ChoiceFile, "a choice" {
        /// Its name within its question or screen.
        id: ChoiceId,
        /// What the reader picks.
        text: Text,
        /// The drawing that shows it, by name. The text says what it shows.
        picture: Option<DrawingId>,
        /// What it gives to each cause, 1 to 9.
        points: Entries<Bounded<1, 9>>,
        /// What it raises that is worth telling a professional.
        flags: Vec<FlagId>,
        /// Whether it clears every other choice, as "None of these" does.
        exclusive: bool,
    }

    /// One of the results a reader can get.
    pub struct CauseFile, "a cause" {
        /// Its name.
        id: CauseId,
        /// What the article calls it.
        article_name: Text,
        /// What the result calls it.
        label: Text,
        /// What its bar calls it.
        short_label: Text,
        /// Whether it belongs to a doctor before anything else: its result shows the visit card and no course.
        doctor_first: bool,
        /// The result in a line.
        summary: Text,
        /// A picture of how it looks.
        picture: Option<Picture>,
        /// What it means.
        means: Text,
        /// How sure anyone is of that.
        sureness: Text,
        /// What to look at next.
        look_next: Vec<Text>,
        /// Small things to try.
        try_this: Vec<Suggestion>,
        /// When to get it checked.
        get_checked: Vec<Text>,
        /// A line that leads to the course; of a doctor-first cause, what stands in the course's place.
        course: Option<Text>,
        /// What its texts rest on.
        sources: Vec<SourceId>,
    }

    /// A text, and perhaps a picture beside it.
    pub struct PicturedText, "a text and a picture" {
        /// What is said.
        text: Text,
        /// The drawing that shows it, by name. The text says what it shows.
        picture: Option<DrawingId>,
    }
}

shapes! {
    #![compact]

    /// Something an answer can raise that is worth telling a professional.
    pub struct Flag, "a flag" {
        /// Its name.
        id: FlagId,
        /// What is worth telling.
        text: Text,
        /// Whether it calls for a visit by itself.
        visit: bool,
    }

    /// A picture, and what it says to a reader who does not see it.
    pub struct Picture, "a picture" {
        /// The name of its drawing.
        drawing: DrawingId,
        /// What it shows, in a sentence.
        text: Text,
    }

    /// What the reader sees before they start.
    pub struct Intro, "the intro" {
        /// What the quiz is for.
        lead: Text,
        /// What to know before starting.
        points: Vec<Text>,
        /// Whom it is for.
        audience: Option<Text>,
        /// The start button's label.
        start: Text,
        /// What stands beside that button while the quiz is on its way.
        busy: Option<Text>,
        /// What stands there where the quiz could not start.
        failed: Option<Text>,
    }

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

    /// Where the verdicts part from each other. All in points of score, 0 to 100.
    pub struct Scoring, "where the verdicts part" {
        /// From which top score on anything stands out at all, 1 to 100.
        lead_from: Bounded<1, 100>,
        /// How far behind the top a cause may be to make the picture mixed, 0 to 100.
        margin: Bounded<0, 100>,
        /// How many causes a mixed result shows at most, 2 to 50.
        most_shown: Bounded<2, 50>,
        /// From which score on a doctor-first cause puts the doctor first though it does not lead, 1 to 100. Needed
        /// where there is such a cause.
        doctor_first_from: Option<Bounded<1, 100>>,
    }

    /// The words for a range of scores.
    pub struct Band, "a band" {
        /// Its name.
        id: BandId,
        /// The lowest score in it, 0 to 100.
        from: Bounded<0, 100>,
        /// How many of the reader's answers fit, in words.
        text: Text,
    }

    /// What is said of each kind of result.
    pub struct Verdicts, "what is said of each kind of result" {
        /// One cause leads.
        leads: LeadsText,
        /// Several are close together.
        mixed: MixedText,
        /// Nothing stands out.
        nothing: NothingText,
    }

    /// What is said where one cause leads.
    pub struct LeadsText, "a verdict" {
        /// The heading; `{label}` is the cause's.
        heading: Template<Lean>,
        /// The line under it.
        text: Text,
    }

    /// What is said where several causes are close together.
    pub struct MixedText, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under it.
        text: Text,
        /// The line under it where more are close together than are shown.
        spread: Text,
    }

    /// What is said where nothing stands out.
    pub struct NothingText, "a verdict" {
        /// The heading.
        heading: Text,
        /// The line under it.
        text: Text,
        /// Small things to try.
        try_this: Vec<Suggestion>,
        /// When to get it checked.
        get_checked: Vec<Text>,
        /// What it rests on.
        sources: Vec<SourceId>,
    }

    /// The course that the result links to.
    pub struct Course, "the course" {
        /// Its name.
        name: SingleLine,
        /// Its page; the host page's own `course` attribute goes before it.
        url: Option<Link>,
        /// The heading of the invitation.
        heading: Text,
        /// What it is and whose.
        about: Text,
        /// What it is not.
        limits: Text,
        /// The link's label.
        link: Text,
    }

    /// A heading and what stands under it.
    pub struct Note, "a note" {
        /// The heading.
        heading: Text,
        /// What stands under it.
        text: Text,
    }

    /// What the quiz is not.
    pub struct Disclaimer, "the disclaimer" {
        /// In a line, for the intro and every screen.
        short: Text,
        /// In full, for the result.
        full: Text,
    }

    /// Something that the texts rest on.
    pub struct Source, "a source" {
        /// Its name within the file.
        id: SourceId,
        /// What a reader would look for.
        name: Text,
        /// Where to find it.
        url: Link,
    }

    /// Every word of the widget that belongs to no question and no cause.
    pub struct Words, "the words of the widget" {
        /// Where the reader is in the screening.
        screening_progress: Template<Progress>,
        /// Where the reader is in the questions.
        progress: Template<Progress>,
        /// How to answer a pick-one question.
        pick_one: Text,
        /// How to answer a tick-all question.
        tick_all: Text,
        /// The button that goes on.
        next: Text,
        /// The same on the last question.
        finish: Text,
        /// The button that goes back.
        back: Text,
        /// The button that leaves a question unanswered.
        skip: Text,
        /// What is said where a screen has no tick.
        screen_needs_tick: Text,
        /// What is said where a pick-one question has no pick.
        question_needs_pick: Text,
        /// What is said where a tick-all question has no tick.
        question_needs_tick: Text,
        /// What comes before those three for a reader who does not see their colour.
        error: Text,
        /// The name of the result's screen, over its heading.
        result: Text,
        /// Where a mixed result shows two causes that are level.
        level: Text,
        /// Where it shows more, and some are level.
        level_many: Template<Several>,
        /// What stands between them.
        list_separator: SingleLine,
        /// What the article calls a cause.
        in_article: Template<Named>,
        /// The heading of several causes, each closed.
        causes: Text,
        /// The heading of the bars.
        bars: Text,
        /// What a bar shows and does not.
        bars_note: Text,
        /// The heading of the reader's own answers.
        why: Text,
        /// One of them.
        you_said: Template<Quote>,
        /// The heading of what a cause means.
        means: Text,
        /// The heading of how sure anyone is.
        sureness: Text,
        /// The heading of what to look at next.
        look_next: Text,
        /// The heading of small things to try.
        try_this: Text,
        /// How to try them.
        try_note: Text,
        /// The heading of when to get it checked.
        get_checked: Text,
        /// The heading of the flags.
        flags: Text,
        /// The heading of the sources.
        sources: Text,
        /// What is said of a link that opens beside the page.
        new_tab: Text,
        /// The button that starts again.
        restart: Text,
        /// The button that prints.
        print: Text,
        /// The button that copies the result as text.
        copy: Text,
        /// What is said once that is done.
        copied: Text,
        /// What is said where the browser does not allow it.
        not_copied: Text,
        /// What is said where the browser does not print; without it, nothing is said.
        not_printed: Option<Text>,
        /// The heading of everything that the reader answered, on the sheet for a visit.
        answers: Text,
        /// What stands there for a question without an answer.
        skipped: Text,
        /// What stands over the sheet for a visit.
        sheet: Text,
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

    /// How a question is answered.
    pub enum QuestionKind, "`one` or `all`" {
        /// By the one choice that fits best.
        PickOne = "one",
        /// By all choices that fit.
        TickAll = "all",
    }

    /// Which way a language runs.
    pub enum Direction, "`ltr` or `rtl`" {
        /// From left to right.
        Ltr = "ltr",
        /// From right to left.
        Rtl = "rtl",
    }
}

/// The JSON Schema (draft 2020-12) of a quiz file, from the same declarations that read it. Whatever it refuses,
/// [`read`](super::read) refuses too; names that lead nowhere only the latter sees.
#[must_use]
pub fn schema() -> serde_json::Value {
    use crate::decode::from_json::Shape;
    let mut parts = crate::decode::schema::Parts::default();
    let schema = QuizFile::schema(&mut parts);
    parts.whole("A quiz file of which-cause", schema)
}
