//! A form that asks one thing: the shape that a screen of the screening and a question share.
//!
//! Native radios and checkboxes in a fieldset whose legend is the screen's heading, as the GOV.UK Design System
//! asks one thing a page: <https://design-system.service.gov.uk/patterns/question-pages/>.

use leptos::html::P;
use leptos::prelude::*;

use super::element::{block, button, form_button, heading, paragraph, paragraphs};
use super::focus::{Heading, bring_forward, bring_into_focus};
use super::picture::{beside_text, map};
use super::ui::Ui;
use crate::quiz::file::Picture;
use crate::quiz::{Act, Choice, ChoiceId, DrawingId, Session};

/// What is asked, in the reader's words.
pub(super) struct Asked {
    /// Names the controls of this form.
    pub(super) name: String,
    /// Where the reader is, in words.
    pub(super) progress: String,
    /// What is asked.
    pub(super) text: String,
    /// More about it, and how to answer.
    pub(super) hints: Vec<String>,
    /// Whether one choice is picked, or all that fit.
    pub(super) one: bool,
    /// A picture of what is asked about.
    pub(super) picture: Option<Picture>,
    /// What may be picked.
    pub(super) choices: Vec<Offered>,
    /// What is said to a reader who goes on without a pick.
    pub(super) needs: String,
    /// The label of the button that goes on.
    pub(super) go_on: String,
    /// The label of the button that skips, where that may be done.
    pub(super) skip: Option<String>,
}

/// One choice, in the reader's words.
pub(super) struct Offered {
    id: ChoiceId,
    text: String,
    exclusive: bool,
    picture: Option<DrawingId>,
}

impl Offered {
    pub(super) fn all(ui: Ui, choices: &[Choice]) -> Vec<Self> {
        let offered = |it: &Choice| Self {
            id: it.id.clone(),
            text: ui.say(&it.text),
            exclusive: it.exclusive,
            picture: it.picture.clone(),
        };
        choices.iter().map(offered).collect()
    }
}

/// A form that asks one thing.
#[component]
pub(super) fn Ask(
    /// What every screen has at hand.
    ui: Ui,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let Asked { name, progress, text, hints, one, picture, choices, needs, go_on, skip } = asked;
    let quiz = ui.quiz();
    let words = quiz.words();
    let (step, of) = ui.session.with_untracked(Session::progress);
    let focus = Heading::new();
    bring_forward(ui, focus);
    let mut quiets = vec![button("quiet", ui.say(&words.back), Box::new(move || ui.go_back()))];
    quiets.extend(skip.map(|label| button("quiet", label, Box::new(move || ui.act(&Act::Skip)))));
    // That a translation is not reviewed is said before a reader relies on it, and with the result.
    let notice = quiz.notice().filter(|_| ui.session.with_untracked(Session::is_at_start));
    let fine = [Some(&quiz.disclaimer().short), notice].into_iter().flatten();
    let next = form_button("primary", go_on, Box::new(move || ui.go_on()));
    let buttons = vec![next, block("quiets", None, quiets)];
    let picture = picture.and_then(|it| map(ui, &it, choices.iter().map(|it| it.id.clone()).collect()));
    let options = choices
        .into_iter()
        .enumerate()
        .map(|(index, offered)| option(ui, if one { "radio" } else { "checkbox" }, &name, index, offered))
        .collect();
    let mut options = block("choices", None, options);
    if let Some(picture) = picture {
        options = block("pictured", None, vec![picture, options]);
    }
    view! {
        // A form of this method sends nothing anywhere, even where what hears its submission has died.
        <form class="ask" part="question" method="dialog" novalidate>
            <div class="progress" part="progress">
                <p id="progress">{progress}</p>
                <progress class="progress-bar" max=of.to_string() value=step.to_string() aria-hidden="true"></progress>
            </div>
            <fieldset aria-describedby="progress error hints">
                <legend>{heading(text, Some(focus))}</legend>
                <div class="hints" id="hints">{paragraphs(hints)}</div>
                {refusal(ui, needs)}
                {options}
            </fieldset>
            {block("buttons", None, buttons)}
            {fine.into_iter().map(|text| paragraph(Some("fine"), ui.say(text))).collect::<Vec<_>>()}
        </form>
    }
}

/// What is said to a reader who goes on without a pick. It takes their focus, so that it is heard, once, and seen.
fn refusal(ui: Ui, needs: String) -> AnyView {
    let error = NodeRef::<P>::new();
    Effect::new(move || {
        ui.recall.track();
        // The line may still stand where the reader has picked something since.
        if ui.session.with_untracked(Session::refused)
            && let Some(error) = error.get()
        {
            bring_into_focus(&error);
        }
    });
    // Once said it stays until the reader goes on: a line that went with their first tick would move the choices
    // from under their finger.
    let refused =
        Memo::new(move |was: Option<&bool>| was == Some(&true) || ui.session.with(Session::refused));
    let label = ui.say(&ui.quiz().words().error);
    let line = move || {
        refused.get().then(|| {
            view! {
                <p class="error" id="error" tabindex="-1" node_ref=error>
                    {[label.as_str(), needs.as_str()].join(" ")}
                </p>
            }
        })
    };
    line.into_any()
}

/// One choice: its control and its text, pressable as one.
fn option(ui: Ui, control: &'static str, name: &str, index: usize, offered: Offered) -> AnyView {
    let Offered { id, text, exclusive, picture } = offered;
    let picked = Memo::new(move |_| ui.session.with(|session| session.picks().has(index)));
    let change = move |event| {
        let id = id.clone();
        ui.act(&if event_target_checked(&event) { Act::Pick(id) } else { Act::Unpick(id) });
    };
    view! {
        <label class=if exclusive { "choice exclusive" } else { "choice" } part="choice">
            <input type=control name=name.to_owned() prop:checked=picked on:change=change />
            <span>{text}</span>
            {beside_text(ui, picture.as_ref())}
        </label>
    }
    .into_any()
}
