//! The form that asks one thing: a safety screen or a question.
//!
//! It has native radios and checkboxes in a fieldset that the screen's heading names, one thing on a page, as the GOV.UK Design
//! System does: <https://design-system.service.gov.uk/patterns/question-pages/>.

use leptos::prelude::*;
use which_cause_quiz::{
    self as engine, Action, Choice, Question, QuestionKind, Quiz, Screen, Session, Step, Text,
};

use super::button::Button;
use super::choice_option::ChoiceOption;
use super::context::{WidgetContext, fragment, text_view};
use super::error_message::ErrorMessage;
use super::heading::Heading;
use super::list::List;
use super::paragraph::Paragraph;
use super::picture::{Picture, can_be_shown};
use super::progress_bar::ProgressBar;
use super::take_focus::TakesFocus;

/// What a form asks: the shape that a safety screen and a question share.
pub(super) struct Prompt<'a> {
    /// The name that groups the form's controls.
    name: String,
    /// How far the reader is, in words.
    progress: AnyView,
    /// The text of the question or screen.
    text: &'a Text,
    /// The help, and the line that says how to answer.
    hints: Vec<&'a Text>,
    /// Whether one choice is picked, or all that fit.
    picks_one: bool,
    /// Whether the choices are the steps of a scale.
    is_scale: bool,
    /// The picture of the question.
    picture: Option<&'a engine::Picture>,
    /// The choices.
    choices: &'a [Choice],
    /// The error message for a reader who goes on with an invalid answer.
    error: &'a Text,
    /// The label of the button that goes on.
    next: &'a Text,
    /// The label of the button that skips. A safety screen and a required question cannot be skipped.
    skip: Option<&'a Text>,
}

impl<'a> Prompt<'a> {
    /// The prompt of a safety screen.
    pub(super) fn of_screen(context: WidgetContext, quiz: &'a Quiz, screen: &'a Screen, step: Step) -> Self {
        let words = quiz.words();
        let progress = words.screening_progress.clone();
        Self {
            name: screen.id.to_string(),
            progress: text_view(
                context.reactive_text(move |placeholders| placeholders.progress(&progress, step)),
            ),
            text: &screen.text,
            hints: screen.help.as_deref().into_iter().collect(),
            picks_one: false,
            is_scale: false,
            picture: None,
            choices: &screen.choices,
            error: &words.screen_needs_tick,
            next: &words.next,
            skip: None,
        }
    }

    /// The prompt of a question.
    pub(super) fn of_question(
        context: WidgetContext,
        quiz: &'a Quiz,
        question: &'a Question,
        step: Step,
    ) -> Self {
        let words = quiz.words();
        let progress = words.question_progress(step.at_most).clone();
        Self {
            name: question.id.to_string(),
            progress: text_view(
                context.reactive_text(move |placeholders| placeholders.progress(&progress, step)),
            ),
            text: &question.text,
            hints: question.help.as_deref().into_iter().chain([question.hint(words)]).collect(),
            picks_one: question.picks_one(),
            is_scale: question.kind == QuestionKind::Scale,
            picture: question.picture.as_ref(),
            choices: &question.choices,
            error: question.error(words),
            next: if step.number == step.total { &words.finish } else { &words.next },
            skip: (!question.required).then_some(&words.skip),
        }
    }
}

/// A form that asks one thing.
#[component]
pub(super) fn QuestionForm<'a>(
    /// What it asks.
    prompt: Prompt<'a>,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    let text = context.text(prompt.text);
    let hint = |hint| view! { <Paragraph text=context.text(hint) /> }.into_inner();
    let hints = fragment(prompt.hints.into_iter().map(hint).collect());
    let back = context.text(&quiz.words().back);
    let skip = prompt.skip.map(|label| {
        let skip = move |()| context.go(&Action::Skip);
        view! { <Button class="quiet" label=context.text(label) on_press=skip /> }.into_inner()
    });
    // A reader learns that nobody has reviewed a translation before they rely on it.
    let notice = quiz.notice().filter(|_| context.session.with_untracked(Session::is_at_start));
    let notice =
        notice.map(|notice| view! { <Paragraph class="fine" text=context.text(notice) /> }.into_inner());
    let next = context.text(prompt.next);
    let described_by =
        [&*context.id("-progress"), " ", &context.id("-error"), " ", &context.id("-hints")].concat();
    view! {
        // A form of this method sends nothing, even after the module has panicked.
        <form class="question-form" part="question" method="dialog">
            // The buttons are in the group as well: a screen reader says the question again on each way into the group.
            <fieldset aria-labelledby=context.id("-question") aria-describedby=described_by>
                <ProgressBar text=prompt.progress />
                <Heading id="-question" text takes_focus=TakesFocus::OnScreen />
                <div class="hints" id=context.id("-hints") data-announce="">{hints}</div>
                <ErrorMessage text=prompt.error.clone() />
                <Choices
                    group=prompt.name
                    picks_one=prompt.picks_one
                    is_scale=prompt.is_scale
                    picture=prompt.picture
                    choices=prompt.choices
                />
                <div class="buttons">
                    <Button class="primary" label=next submit=true on_press=move |()| context.next() />
                    <div class="quiet-buttons">
                        <Button class="quiet" label=back on_press=move |()| context.back() />
                        {skip}
                    </div>
                </div>
            </fieldset>
            <Paragraph class="fine" text=context.text(&quiz.disclaimer().short) />
            {notice}
        </form>
    }
    .into_any()
}

/// The choices, beside the question's picture where it has one.
#[component]
fn Choices<'a>(
    /// The name that groups the controls.
    group: String,
    /// Whether one choice is picked, or all that fit.
    picks_one: bool,
    /// Whether the choices are the steps of a scale.
    is_scale: bool,
    /// The question's picture.
    picture: Option<&'a engine::Picture>,
    /// The choices.
    choices: &'a [Choice],
) -> AnyView {
    let last = choices.len() - 1;
    let options = choices.iter().enumerate();
    let option = |(index, choice)| {
        let is_step = is_scale && index != 0 && index != last;
        view! { <ChoiceOption choice index picks_one is_step group=group.clone() /> }
    };
    let options: Vec<AnyView> = options.map(option).map(View::into_inner).collect();
    // Browsers tell screen readers how many radios there are. Of checkboxes they do not, so those are items of a list.
    let choices = if picks_one {
        let class = if is_scale { "choices scale" } else { "choices" };
        view! { <div class=class>{fragment(options)}</div> }.into_any()
    } else {
        view! { <List class="choices" items=options /> }.into_inner()
    };
    match picture.filter(|picture| can_be_shown(picture)) {
        Some(picture) => view! { <div class="pictured"><Picture picture /> {choices}</div> }.into_any(),
        None => choices,
    }
}
