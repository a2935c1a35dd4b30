//! The result, in the order of the content brief: the visit card where one is due, the verdict in words, the bars,
//! then what each shown cause means, and the course last.

mod bars;
mod cause;
mod course;
mod list;
mod visit;

use leptos::prelude::*;

use self::bars::Bars;
use self::cause::{CauseText, cause_text};
use self::course::course;
use self::list::{Listed, Section};
use self::visit::visit;
use super::focus::{Heading, bring_forward};
use super::ui::{Told, Ui};
use crate::quiz::{Act, Outcome, Verdict};

pub(super) fn result(ui: Ui, outcome: &Outcome<'_>) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    // Focus goes to whichever heading comes first, so that nobody is led past the card.
    let heading = Heading::new();
    bring_forward(ui, heading);
    let card = outcome.visit.as_ref().and_then(|it| visit(ui, it, heading));
    let (title, text) = verdict_words(ui, outcome);
    let title = if card.is_some() {
        view! { <h2 class="heading">{title}</h2> }.into_any()
    } else {
        view! { <h2 class="heading" tabindex="-1" node_ref=heading.node>{title}</h2> }.into_any()
    };
    let also = quiz.also().map(|note| {
        let (heading, text) = (ui.say(&note.heading), ui.say(&note.text));
        view! { <Section heading><p>{text}</p></Section> }
    });
    let sources: Vec<_> = outcome
        .sources()
        .into_iter()
        .map(|source| {
            let (href, name) = (source.url.as_str().to_owned(), ui.say(&source.name));
            view! { <li><a href=href target="_blank" rel="noopener">{name}</a></li> }
        })
        .collect();
    view! {
        <div class="result" part="result">
            <p class="eyebrow">{ui.say(&words.result)}</p>
            {card}
            {title}
            {text.into_iter().map(|line| view! { <p class="lead">{line}</p> }).collect_view()}
            <Bars ui bars=bars::of(ui, outcome) />
            {shown(ui, outcome)}
            {flags(ui, outcome)}
            {also}
            {course(ui, outcome.course)}
            <div class="buttons">
                <button class="secondary" type="button" on:click=move |_| ui.tell.run(Told::Print)>
                    {ui.say(&words.print)}
                </button>
                <div class="quiets">
                    <button class="quiet" type="button" on:click=move |_| ui.go_back()>
                        {ui.say(&words.back)}
                    </button>
                    <button class="quiet" type="button" on:click=move |_| ui.act(&Act::Restart)>
                        {ui.say(&words.restart)}
                    </button>
                </div>
            </div>
            <p class="fine">{ui.say(&quiz.disclaimer().full)}</p>
            <details class="sources">
                <summary>{ui.say(&words.sources)}</summary>
                <ul>{sources}</ul>
            </details>
        </div>
    }
    .into_any()
}

/// The heading of a verdict, and the lines under it.
fn verdict_words(ui: Ui, outcome: &Outcome<'_>) -> (String, Vec<String>) {
    let quiz = ui.quiz();
    let said = quiz.verdicts();
    match &outcome.verdict {
        Verdict::Leads(leader) => {
            let heading = said.leads.heading.with(&ui.say(&leader.cause.label));
            (heading, vec![ui.say(&leader.cause.summary), ui.say(&said.leads.text)])
        }
        Verdict::Mixed { spread, .. } => {
            let text = if *spread { &said.mixed.spread } else { &said.mixed.text };
            let mut lines = vec![ui.say(text)];
            lines.extend(level_words(ui, &outcome.verdict));
            (ui.say(&said.mixed.heading), lines)
        }
        Verdict::Nothing => (ui.say(&said.nothing.heading), vec![ui.say(&said.nothing.text)]),
    }
}

/// That causes are level, where they are: ties are told, never broken.
fn level_words(ui: Ui, verdict: &Verdict<'_>) -> Option<String> {
    let quiz = ui.quiz();
    let words = quiz.words();
    let level = verdict.level();
    match level.len() {
        0 => None,
        2 if verdict.shown().len() == 2 => Some(ui.say(&words.level)),
        _ => {
            let names = ui.say_all(level.iter().map(|it| &it.cause.short_label));
            Some(words.level_many.with(&names.join(words.list_separator.as_str())))
        }
    }
}

/// What the shown causes mean: a leading one in the open, several each in a closed section of its own. Where
/// nothing stands out, what helps anyway.
fn shown(ui: Ui, outcome: &Outcome<'_>) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    match outcome.verdict.shown() {
        [] => {
            let nothing = &quiz.verdicts().nothing;
            let try_this = Listed {
                heading: ui.say(&words.try_this),
                note: Some(ui.say(&words.try_note)),
                items: ui.say_all(&nothing.try_this),
            };
            let get_checked = Listed {
                heading: ui.say(&words.get_checked),
                note: None,
                items: ui.say_all(&nothing.get_checked),
            };
            view! { {try_this.view()} {get_checked.view()} }.into_any()
        }
        [leader] => view! { <CauseText text=cause_text(ui, outcome, leader) /> }.into_any(),
        several => several
            .iter()
            .map(|standing| {
                let label = ui.say(&standing.cause.label);
                let summary = ui.say(&standing.cause.summary);
                view! {
                    <details class="cause">
                        <summary><h3>{label}</h3></summary>
                        <p>{summary}</p>
                        <CauseText text=cause_text(ui, outcome, standing) />
                    </details>
                }
            })
            .collect_view()
            .into_any(),
    }
}

/// What is worth telling a professional, unless the visit card has told it.
fn flags(ui: Ui, outcome: &Outcome<'_>) -> Option<AnyView> {
    let quiz = ui.quiz();
    let listed = Listed {
        heading: ui.say(&quiz.words().flags),
        note: None,
        items: ui.say_all(outcome.flags.iter().map(|flag| &flag.text)),
    };
    outcome.visit.is_none().then(|| listed.view()).flatten()
}
