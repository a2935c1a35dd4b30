//! The words of the widget that belong to no question and no cause: labels of buttons, headings, error messages.

use crate::decode::macros::shapes;
use crate::decode::single_line::SingleLine;
use crate::file::template::{Named, Progress, Quote, Several, Template, Text};

shapes! {
    #![compact]

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
