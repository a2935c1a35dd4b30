//! A form that asks one thing: the shape that a screen of the screening and a question share.
//!
//! Native radios and checkboxes in a fieldset whose legend is the screen's heading, as the GOV.UK Design System
//! asks one thing a page: <https://design-system.service.gov.uk/patterns/question-pages/>.

use leptos::ev::SubmitEvent;
use leptos::html::P;
use leptos::prelude::*;

use super::focus::{Heading, bring_forward, focus};
use super::ui::Ui;
use crate::quiz::{Act, ChoiceId, Session};

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
    /// What may be picked.
    pub(super) choices: Vec<(ChoiceId, String)>,
    /// What is said to a reader who goes on without a pick.
    pub(super) needs: String,
    /// The label of the button that goes on.
    pub(super) go_on: String,
    /// The label of the button that skips, where that may be done.
    pub(super) skip: Option<String>,
}

/// A form that asks one thing.
#[component]
pub(super) fn Ask(
    /// What every screen has at hand.
    ui: Ui,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let Asked { name, progress, text, hints, one, choices, needs, go_on, skip } = asked;
    let quiz = ui.quiz();
    let words = quiz.words();
    let (step, of) = ui.session.with_untracked(Session::progress);
    let heading = Heading::new();
    let error = NodeRef::<P>::new();
    bring_forward(ui, heading);
    Effect::new(move || {
        ui.recall.track();
        if let Some(error) = error.get() {
            focus(&error);
        }
    });
    let refused = Memo::new(move |_| ui.session.with(Session::refused));
    let error_label = ui.say(&words.error);
    let error_line = move || {
        refused.get().then(|| {
            view! {
                <p class="error" id="error" tabindex="-1" node_ref=error>
                    <span class="error-label">{error_label.clone()}</span>
                    " "
                    {needs.clone()}
                </p>
            }
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ui.go_on();
    };
    let skip = skip.map(|label| {
        view! {
            <button class="quiet" type="button" on:click=move |_| ui.act(&Act::Skip)>
                {label}
            </button>
        }
    });
    view! {
        <form class="ask" part="question" novalidate on:submit=submit>
            <div class="progress" part="progress">
                <p>{progress}</p>
                <progress class="progress-bar" max=of.to_string() value=step.to_string() aria-hidden="true"></progress>
            </div>
            <fieldset aria-describedby="error hints">
                <legend>
                    <h2 class="heading" tabindex="-1" node_ref=heading.node>{text}</h2>
                </legend>
                <div class="hints" id="hints">
                    {hints.into_iter().map(|hint| view! { <p>{hint}</p> }).collect_view()}
                </div>
                {error_line}
                <div class="choices">
                    {choices
                        .into_iter()
                        .enumerate()
                        .map(|(i, (id, text))| view! { <Option ui one name=name.clone() index=i id text /> })
                        .collect_view()}
                </div>
            </fieldset>
            <div class="buttons">
                <button class="primary" type="submit">{go_on}</button>
                <div class="quiets">
                    <button class="quiet" type="button" on:click=move |_| ui.go_back()>
                        {ui.say(&words.back)}
                    </button>
                    {skip}
                </div>
            </div>
            <p class="fine">{ui.say(&quiz.disclaimer().short)}</p>
        </form>
    }
}

/// One choice: its control and its text, pressable as one.
#[component]
fn Option(
    /// What every screen has at hand.
    ui: Ui,
    /// Whether it excludes the others.
    one: bool,
    /// The name that its form's controls share.
    name: String,
    /// Its place among them.
    index: usize,
    /// Its id.
    id: ChoiceId,
    /// What it says.
    text: String,
) -> impl IntoView {
    let picked = Memo::new(move |_| ui.session.with(|session| session.picks().has(index)));
    let change = move |event| {
        let id = id.clone();
        ui.act(&if event_target_checked(&event) { Act::Pick(id) } else { Act::Unpick(id) });
    };
    view! {
        <label class="choice" part="choice">
            <input
                type=if one { "radio" } else { "checkbox" }
                name=name
                prop:checked=picked
                on:change=change
            />
            <span>{text}</span>
        </label>
    }
}
