//! The result, in the order of the content brief: the visit card where one is due, the verdict in words, the bars,
//! then what each shown cause means, and the course last.

mod bars;
mod cause;
mod course;
mod list;
mod visit;

use leptos::prelude::*;

use self::bars::bars;
use self::cause::cause;
use self::course::course;
use self::list::Listed;
use self::visit::visit;
use super::element::{
    Level, block, button, details, heading, link, list, paragraph, paragraphs, section, subheading, text,
    texts,
};
use super::focus::{Heading, bring_forward};
use super::ui::{Told, Ui};
use crate::quiz::{Act, Outcome, Standing, Verdict};

pub(super) fn result(ui: Ui, outcome: &Outcome<'_>) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    // Focus goes to whichever heading comes first, so that nobody is led past the card.
    let focus = Heading::new();
    bring_forward(ui, focus);
    let card = outcome.visit.as_ref().and_then(|it| visit(ui, it, focus));
    let (title, lines) = verdict_words(ui, outcome);
    let title = heading(title, card.is_none().then_some(focus));

    let mut parts = vec![paragraph(Some("eyebrow"), ui.say(&words.result))];
    parts.extend(card);
    parts.push(title);
    parts.extend(lines.into_iter().map(|line| paragraph(Some("lead"), line)));
    parts.push(bars(ui, outcome));
    parts.extend(shown(ui, outcome));
    parts.extend(flags(ui, outcome));
    parts.extend(
        quiz.also().map(|note| section(Level::Part, ui.say(&note.heading), paragraphs([ui.say(&note.text)]))),
    );
    parts.extend(course(ui, outcome.course));
    parts.push(buttons(ui));
    parts.push(paragraph(Some("fine"), ui.say(&quiz.disclaimer().full)));
    parts.extend(sources(ui, outcome));
    block("result", Some("result"), parts)
}

/// What can be done with a result.
fn buttons(ui: Ui) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    let quiets = vec![
        button("quiet", ui.say(&words.back), Box::new(move || ui.go_back())),
        button("quiet", ui.say(&words.restart), Box::new(move || ui.act(&Act::Restart))),
    ];
    let print = button("secondary", ui.say(&words.print), Box::new(move || ui.tell.run(Told::Print)));
    block("buttons", None, vec![print, block("quiets", None, quiets)])
}

/// What the result rests on.
fn sources(ui: Ui, outcome: &Outcome<'_>) -> Option<AnyView> {
    let links = outcome
        .sources()
        .into_iter()
        .map(|it| {
            let label = [ui.say(&it.name), ui.say(&ui.quiz().words().new_tab)].join(" ");
            link(None, it.url.as_str().to_owned(), true, label, Box::new(|| {}))
        })
        .collect();
    let list = list(None, links)?;
    Some(details("sources", text(ui.say(&ui.quiz().words().sources)), vec![list]))
}

/// The heading of a verdict, and the lines under it.
fn verdict_words(ui: Ui, outcome: &Outcome<'_>) -> (String, Vec<String>) {
    let quiz = ui.quiz();
    let said = quiz.verdicts();
    match &outcome.verdict {
        Verdict::Leads(leader) => {
            let heading = said.leads.heading.with(&ui.say(&leader.cause.label));
            (heading, vec![ui.say(&leader.cause.summary), ui.say(&said.leads.text), in_article(ui, leader)])
        }
        verdict @ Verdict::Mixed { .. } => {
            let text = if verdict.is_spread() { &said.mixed.spread } else { &said.mixed.text };
            let mut lines = vec![ui.say(text)];
            lines.extend(level_words(ui, &outcome.verdict));
            (ui.say(&said.mixed.heading), lines)
        }
        Verdict::Nothing => (ui.say(&said.nothing.heading), vec![ui.say(&said.nothing.text)]),
    }
}

/// What the article calls a cause.
fn in_article(ui: Ui, standing: &Standing<'_>) -> String {
    ui.quiz().words().in_article.with(&ui.say(&standing.cause.article_name))
}

/// That causes are level, where they are: ties are told, never broken.
fn level_words(ui: Ui, verdict: &Verdict<'_>) -> Vec<String> {
    let quiz = ui.quiz();
    let words = quiz.words();
    let groups = verdict.level();
    match groups.as_slice() {
        [[_, _]] if verdict.shown().len() == 2 && !verdict.is_spread() => vec![ui.say(&words.level)],
        groups => groups
            .iter()
            .map(|group| {
                let names = ui.say_all(group.iter().map(|it| &it.cause.short_label));
                words.level_many.with(&names.join(words.list_separator.as_str()))
            })
            .collect(),
    }
}

/// What the shown causes mean: a leading one in the open, several each in a closed section of its own. Where
/// nothing stands out, what helps anyway.
fn shown(ui: Ui, outcome: &Outcome<'_>) -> Vec<AnyView> {
    let quiz = ui.quiz();
    let words = quiz.words();
    match outcome.verdict.shown() {
        [] => {
            let nothing = &quiz.verdicts().nothing;
            let try_this = texts(ui.say_all(&nothing.try_this));
            let get_checked = texts(ui.say_all(&nothing.get_checked));
            [
                Listed { heading: &words.try_this, note: Some(&words.try_note), items: try_this },
                Listed { heading: &words.get_checked, note: None, items: get_checked },
            ]
            .into_iter()
            .filter_map(|it| it.view(ui, Level::Part))
            .collect()
        }
        [leader] => cause(ui, outcome, leader, Level::Part),
        several => {
            let closed = several.iter().map(|standing| {
                let mut children = paragraphs([ui.say(&standing.cause.summary), in_article(ui, standing)]);
                children.extend(cause(ui, outcome, standing, Level::OfCause));
                details("cause", subheading(Level::Cause, ui.say(&standing.cause.label)), children)
            });
            vec![section(Level::Part, ui.say(&words.causes), closed)]
        }
    }
}

/// What is worth telling a professional, unless the visit card has told it.
fn flags(ui: Ui, outcome: &Outcome<'_>) -> Option<AnyView> {
    let quiz = ui.quiz();
    let items = texts(ui.say_all(outcome.flags.iter().map(|flag| &flag.text)));
    let listed = Listed { heading: &quiz.words().flags, note: None, items };
    if outcome.visit.is_some() { None } else { listed.view(ui, Level::Part) }
}
