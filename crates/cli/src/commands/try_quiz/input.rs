//! Turns the numbers that a reader types into actions of the session.

use which_cause_quiz::{Action, Choice, Session, Stage};

/// The actions for a line of numbers: the reader picks these choices and no others, then continues.
pub(super) fn actions_for(line: &str, session: &Session) -> Result<Vec<Action>, String> {
    let (choices, picks_one): (&[Choice], bool) = match session.stage() {
        Stage::SafetyScreen(screen, _) => (&screen.choices, false),
        Stage::Question(question, _) => (&question.choices, question.picks_one()),
        Stage::Stopped(_) | Stage::Finished(_) => return Err("type b to go back or q to end".to_owned()),
    };
    let numbers = parse_numbers(line, choices.len())?;
    if picks_one && numbers.len() > 1 {
        return Err("type one number: this question has one answer".to_owned());
    }
    if let Some(alone) = numbers.iter().find(|number| numbers.len() > 1 && choices[**number - 1].exclusive) {
        return Err(format!("type {alone} alone, or leave it out: it cannot be combined with others"));
    }
    // An empty line keeps the picks of an earlier visit.
    let picks = session.picks();
    let old = choices.iter().enumerate().filter(|(i, _)| !numbers.is_empty() && picks.has(*i));
    let mut actions: Vec<Action> = old.map(|(_, choice)| Action::Unpick(choice.id.clone())).collect();
    actions.extend(numbers.iter().map(|number| Action::Pick(choices[number - 1].id.clone())));
    actions.push(Action::Next);
    Ok(actions)
}

/// Parses numbers from 1 to `max`, with spaces or commas between them.
fn parse_numbers(line: &str, max: usize) -> Result<Vec<usize>, String> {
    let words = line.split([' ', ',']).filter(|word| !word.is_empty());
    let numbers = words.map(|word| {
        let number = word.parse().ok().filter(|number| (1..=max).contains(number));
        number.ok_or_else(|| {
            let digits = if word.is_ascii() { "" } else { ", in the digits 0 to 9" };
            format!("`{word}` is not a number from 1 to {max}{digits}")
        })
    });
    numbers.collect()
}
