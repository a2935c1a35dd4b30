//! The words of the widget that belong to no question and no cause: labels of buttons, headings, error messages.

use crate::decode::macros::json_object;
use crate::decode::single_line::SingleLine;
use crate::file::rich_text::RichText;
use crate::file::template::{ArticleName, CauseNames, ChoiceText, StepNumbers, Template, Text, TickLimit};

json_object! {
    #![codec]

    /// The labels of the widget: names of buttons, headings and messages that belong to no question and no cause.
    pub struct Words, "the labels of the widget, which has none in this language" {
        /// The progress through the safety screens.
        screening_progress: Template<StepNumbers>,
        /// The progress through the questions.
        progress: Template<StepNumbers>,
        /// The progress while it depends on later answers how many questions there are. Required if a question has a condition.
        progress_at_most: Option<Template<StepNumbers>>,
        /// How to answer a pick-one question.
        pick_one: Text,
        /// How to answer a tick-all question.
        tick_all: Text,
        /// How to answer a tick-all question with `at_most`, and the error message for more ticks. Required if there is one.
        tick_at_most: Option<Template<TickLimit>>,
        /// The reader's total and the most points that it could be. Required with the score `total`.
        total: Option<Template<StepNumbers>>,
        /// The label of the Next button.
        next: Text,
        /// The label of that button on the last question.
        finish: Text,
        /// The label of the Back button.
        back: Text,
        /// The label of the button that skips a question.
        skip: Text,
        /// The error message for a screen without a tick.
        screen_needs_tick: Text,
        /// The error message for a pick-one question without a pick.
        question_needs_pick: Text,
        /// The error message for a tick-all question without a tick.
        question_needs_tick: Text,
        /// The word before an error message, for readers who do not see its color.
        error: Text,
        /// The name of the result screen, above its heading.
        result: Text,
        /// The line for two shown causes with the same score.
        level: Text,
        /// The line for other groups of causes with the same score.
        level_many: Template<CauseNames>,
        /// The separator between causes in that line.
        list_separator: SingleLine,
        /// The line with the article's name for a cause.
        in_article: Template<ArticleName>,
        /// The heading of several causes, each one closed.
        causes: Text,
        /// The heading of the bars.
        bars: Text,
        /// What a bar shows, and what it does not.
        bars_note: RichText,
        /// The heading of the answers that speak for a cause.
        why: Text,
        /// One of these answers.
        you_said: Template<ChoiceText>,
        /// The heading of what a cause means.
        means: Text,
        /// The heading of how certain that is.
        sureness: Text,
        /// The heading of what to look at next.
        look_next: Text,
        /// The heading of small things to try.
        try_this: Text,
        /// How to try them.
        try_note: RichText,
        /// The heading of when to get it checked.
        get_checked: Text,
        /// The heading of the flags.
        flags: Text,
        /// The heading of the sources.
        sources: Text,
        /// The note on a link that opens a new tab.
        new_tab: Text,
        /// The label of the button that starts again.
        restart: Text,
        /// The label of the button that prints.
        print: Text,
        /// The label of the button that copies the result as text.
        copy: Text,
        /// The message after copying.
        copied: Text,
        /// The message if the browser does not allow copying.
        not_copied: Text,
        /// The message if the browser does not print. Without it, there is no message.
        not_printed: Option<Text>,
        /// The heading of all answers, on the sheet for a visit.
        answers: Text,
        /// The word for a question without an answer, on that sheet.
        skipped: Text,
        /// The title of that sheet.
        sheet: Text,
    }
}

impl Words {
    /// The progress through the questions. While later answers decide how many there are, `at_most` is set.
    #[must_use]
    pub fn question_progress(&self, at_most: bool) -> &Template<StepNumbers> {
        self.progress_at_most.as_ref().filter(|_| at_most).unwrap_or(&self.progress)
    }
}
