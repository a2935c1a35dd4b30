//! The result, in the order of the content brief: the visit card where one is due, the verdict in words, the bars,
//! then what each shown cause means, and the course last.

mod bars;
mod cause;
mod course;
mod keeping;
mod list;
mod visit;

use leptos::prelude::*;

use self::bars::bars;
use self::cause::{cause, looks};
use self::course::course;
use self::keeping::buttons;
use self::list::{Listed, try_this};
use self::visit::visit;
use super::element::{
    Level, block, details, heading, link, list, paragraph, paragraphs, section, subheading, text, texts,
};
use super::focus::{Heading, bring_forward};
use super::ui::Ui;
use crate::quiz::{Outcome, Standing, Verdict};

pub(super) fn result(ui: Ui, outcome: &Outcome<'_>) -> AnyView {
    let quiz = ui.quiz();
    let words = quiz.words();
    // Focus goes to whichever heading comes first, so that nobody is led past the card.
    let focus = Heading::new();
    bring_forward(ui, focus);
    let card = outcome.visit.as_ref().and_then(|it| visit(ui, it, focus));
    let title =
        heading(ui.blanks.with_value(|blanks| outcome.heading(blanks)), card.is_none().then_some(focus));

    let mut verdict = vec![paragraph(Some("eyebrow"), ui.say(&words.result)), title];
    verdict.extend(lines(ui, outcome).into_iter().map(|line| paragraph(Some("lead"), line)));
    if let [leader] = outcome.verdict.shown() {
        verdict.push(paragraph(Some("note"), in_article(ui, leader)));
        verdict.extend(looks(ui, leader));
    }
    let mut parts: Vec<AnyView> = card.into_iter().collect();
    parts.push(block("verdict", None, verdict));
    parts.push(bars(ui, outcome));
    parts.extend(shown(ui, outcome));
    parts.extend(flags(ui, outcome));
    parts.extend(quiz.also().map(|note| {
        let heading = subheading(Level::Part, ui.say(&note.heading));
        details("fold", heading, paragraphs([ui.say(&note.text)]))
    }));
    parts.extend(course(ui, outcome.course));
    parts.push(buttons(ui));
    let fine = [Some(&quiz.disclaimer().full), quiz.notice()].into_iter().flatten();
    parts.extend(fine.map(|text| paragraph(Some("fine"), ui.say(text))));
    parts.extend(sources(ui, outcome));
    block("result", Some("result"), parts)
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

/// The lines under the heading of a verdict.
fn lines(ui: Ui, outcome: &Outcome<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Verdict::Leads(leader) = &outcome.verdict {
        lines.push(ui.say(&leader.cause.summary));
    }
    ui.blanks.with_value(|blanks| {
        lines.push(outcome.line(blanks));
        lines.extend(outcome.level_lines(blanks));
    });
    lines
}

/// What the article calls a cause.
fn in_article(ui: Ui, standing: &Standing<'_>) -> String {
    ui.quiz().words().in_article.with(&ui.say(&standing.cause.article_name))
}

/// What the shown causes mean: a leading one in the open, several each in a closed section of its own. Where
/// nothing stands out, what helps anyway.
fn shown(ui: Ui, outcome: &Outcome<'_>) -> Vec<AnyView> {
    let quiz = ui.quiz();
    let words = quiz.words();
    match outcome.verdict.shown() {
        [] => {
            let nothing = &quiz.verdicts().nothing;
            let try_this = try_this(ui, &nothing.try_this);
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
                children.extend(looks(ui, standing));
                children.extend(cause(ui, outcome, standing, Level::OfCause));
                details("fold", cause_heading(ui, standing), children)
            });
            vec![section(Level::Part, ui.say(&words.causes), closed)]
        }
    }
}

/// What a closed cause is called, and how many of the reader's answers fit it.
fn cause_heading(ui: Ui, standing: &Standing<'_>) -> AnyView {
    let words = ui.say(&ui.quiz().band(standing.score).text);
    let label = ui.say(&standing.cause.label);
    view! { <h4>{label}" "<span class="bar-words">{words}</span></h4> }.into_any()
}

/// What is worth telling a professional, unless the visit card has told it.
fn flags(ui: Ui, outcome: &Outcome<'_>) -> Option<AnyView> {
    let quiz = ui.quiz();
    let items = texts(ui.say_all(outcome.flags.iter().map(|flag| &flag.text)));
    let listed = Listed { heading: &quiz.words().flags, note: None, items };
    if outcome.visit.is_some() { None } else { listed.view(ui, Level::Part) }
}
