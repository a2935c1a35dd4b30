//! The result, in the order of the content brief: the visit card where one is due, the verdict in words, the bars,
//! then what each shown cause means, and the course last.

mod bars;
mod cause;
mod course;
mod keeping;
mod list;
mod visit;

use leptos::prelude::*;
use web_sys::Element;

use self::bars::bars;
use self::cause::{cause, looks};
use self::course::course;
use self::keeping::buttons;
use self::list::{listed, try_this};
use self::visit::visit;
use super::page::{Level, Page};
use super::ui::Ui;
use crate::quiz::{Blanks, Outcome, Stage, Standing, Verdict};

pub(super) fn result(ui: Ui, outcome: &Outcome<'_>) -> Element {
    let quiz = ui.quiz();
    let mut page = Page::new(ui, "div", "result");
    page.set("part", "result");
    // Focus goes to whichever heading comes first, so that nobody is led past the card.
    if let Some(it) = &outcome.visit {
        visit(&mut page, it);
    }
    verdict(&mut page, outcome);
    bars(&mut page, outcome);
    shown(&mut page, outcome);
    // What is worth telling a professional, unless the visit card has told it.
    if outcome.visit.is_none() && !outcome.flags.is_empty() {
        page.section(Level::Part, &quiz.words().flags, |page| {
            page.list("", &outcome.flags, |page, flag| page.say(&flag.text));
        });
    }
    if let Some(note) = quiz.also() {
        page.details(
            "fold",
            |page| page.text("h3", "", &note.heading),
            |page| page.paragraph("", &note.text),
        );
    }
    course(&mut page, outcome.course);
    buttons(&mut page);
    page.paragraph("fine", &quiz.disclaimer().full);
    if let Some(notice) = quiz.notice() {
        page.paragraph("fine", notice);
    }
    sources(&mut page, outcome);
    page.at
}

/// The verdict in words, with a picture of the cause that leads.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "`Outcome::heading` is a method for one lifetime, and `said` needs a function for every lifetime"
)]
fn verdict(page: &mut Page, outcome: &Outcome<'_>) {
    let ui = page.ui;
    page.within("div", "verdict", |page| {
        page.paragraph("eyebrow", &ui.quiz().words().result);
        page.heading("verdict", outcome.visit.is_none(), |page| {
            page.keep_words(said(ui, |outcome, blanks| outcome.heading(blanks)));
        });
        if let Verdict::Leads(leader) = &outcome.verdict {
            page.paragraph("lead", &leader.cause.summary);
        }
        page.within("p", "lead", |page| page.keep_words(said(ui, |outcome, blanks| outcome.line(blanks))));
        for i in 0..ui.with_blanks(|blanks| outcome.level_lines(blanks)).len() {
            let line =
                move |outcome: &Outcome<'_>, blanks: &Blanks| outcome.level_lines(blanks).swap_remove(i);
            page.within("p", "lead", |page| page.keep_words(said(ui, line)));
        }
        if let [leader] = outcome.verdict.shown() {
            page.within("p", "note", |page| in_article(page, leader));
            looks(page, leader);
        }
    });
}

/// What the result rests on.
fn sources(page: &mut Page, outcome: &Outcome<'_>) {
    let quiz = page.ui.quiz();
    let words = quiz.words();
    let sources = outcome.sources();
    if sources.is_empty() {
        return;
    }
    page.details(
        "sources",
        |page| page.say(&words.sources),
        |page| {
            page.list("", sources, |page, it| {
                page.link("", it.url.as_str(), &it.name);
                page.write(" ");
                page.say(&words.new_tab);
                // It opens beside the page, so that the reader's result stays.
                page.set("target", "_blank");
                page.set("rel", "noopener");
                page.close();
            });
        },
    );
}

/// Words that the outcome says of itself, of whichever outcome the session has when they are made.
fn said(ui: Ui, say: impl Fn(&Outcome<'_>, &Blanks) -> String + 'static) -> Box<dyn Fn() -> String> {
    Box::new(move || {
        ui.session.with_untracked(|session| match session.stage() {
            Stage::Finished(outcome) => ui.with_blanks(|blanks| say(&outcome, blanks)),
            _ => String::new(),
        })
    })
}

/// What the article calls a cause.
fn in_article(page: &Page, standing: &Standing<'_>) {
    let (ui, name) = (page.ui, standing.cause.article_name.clone());
    page.keep_words(Box::new(move || ui.quiz().words().in_article.with(&ui.say(&name))));
}

/// What the shown causes mean: a leading one in the open, several each in a closed section of its own. Where
/// nothing stands out, what helps anyway.
fn shown(page: &mut Page, outcome: &Outcome<'_>) {
    let quiz = page.ui.quiz();
    let words = quiz.words();
    match outcome.verdict.shown() {
        [] => {
            let nothing = &quiz.verdicts().nothing;
            try_this(page, Level::Part, &nothing.try_this);
            listed(page, Level::Part, &words.get_checked, &nothing.get_checked);
        }
        [leader] => cause(page, outcome, leader, Level::Part),
        several => page.section(Level::Part, &words.causes, |page| {
            for standing in several {
                page.details(
                    "fold",
                    |page| cause_heading(page, standing),
                    |page| {
                        page.paragraph("", &standing.cause.summary);
                        page.within("p", "", |page| in_article(page, standing));
                        looks(page, standing);
                        cause(page, outcome, standing, Level::OfCause);
                    },
                );
            }
        }),
    }
}

/// What a closed cause is called, and how many of the reader's answers fit it.
fn cause_heading(page: &mut Page, standing: &Standing<'_>) {
    let quiz = page.ui.quiz();
    page.within("h4", "", |page| {
        page.say(&standing.cause.label);
        page.write(" ");
        page.text("span", "bar-words", &quiz.band(standing.score).text);
    });
}
