//! `try`: takes a quiz in the terminal, line by line, so that it can be piped as well.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use which_cause::quiz::{
    Act, Blanks, Choice, CourseOffer, Kind, Outcome, Picks, Quiz, Session, Stage, Text, Verdict,
};

use crate::source::Source;
use crate::{Failure, QuizFile};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// Where the reader is, as an ISO 3166 region, for emergency numbers
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if options.quiz.path == Path::new("-") {
        return Err(Failure::Other("the answers come from standard input; name the quiz's file".to_owned()));
    }
    let quiz = Source::open(&options.quiz.path)?.quiz()?;
    let blanks = quiz.blanks(options.region.as_deref().map(str::to_uppercase).as_deref());
    let mut taker = Taker { quiz: &quiz, blanks, out, echo: !io::stdin().is_terminal() };
    let mut session = Session::new(quiz.clone());
    taker.title()?;
    let mut lines = io::stdin().lock().lines();
    loop {
        if !taker.ask(&session)? {
            return Ok(());
        }
        let Some(line) = lines.next().transpose()? else { return Ok(writeln!(taker.out)?) };
        if taker.echo {
            writeln!(taker.out, "{line}")?;
        }
        match line.trim() {
            "q" => return Ok(()),
            "b" => session = session.after(&Act::GoBack),
            "s" => session = session.after(&Act::Skip),
            picked => match acts(&session, picked) {
                Ok(acts) => session = acts.iter().fold(session, Session::after),
                Err(message) => writeln!(taker.out, "{message}")?,
            },
        }
    }
}

/// What a line of numbers does: the choices with these numbers and no others, and on.
fn acts(session: &Session, line: &str) -> Result<Vec<Act>, String> {
    let (choices, picks): (&[Choice], Picks) = match session.stage() {
        Stage::Screening(screen, step) => (&screen.choices, step.picks),
        Stage::Asking(question, step) => (&question.choices, step.picks),
        Stage::Stopped(_) | Stage::Finished(_) => return Err("b goes back, q ends".to_owned()),
    };
    let numbers = line.split([' ', ',']).filter(|it| !it.is_empty()).map(|it| {
        let number = it.parse::<usize>().ok().filter(|it| (1..=choices.len()).contains(it));
        number.ok_or_else(|| format!("`{it}` is no number from 1 to {}", choices.len()))
    });
    let numbers = numbers.collect::<Result<Vec<usize>, String>>()?;
    let old = choices.iter().enumerate().filter(|(i, _)| !numbers.is_empty() && picks.has(*i));
    let mut acts: Vec<Act> = old.map(|(_, it)| Act::Unpick(it.id.clone())).collect();
    acts.extend(numbers.into_iter().map(|it| Act::Pick(choices[it - 1].id.clone())));
    acts.push(Act::GoOn);
    Ok(acts)
}

struct Taker<'t, W> {
    quiz: &'t Quiz,
    blanks: Blanks,
    out: &'t mut W,
    /// Whether what is typed does not show by itself.
    echo: bool,
}

impl<W: Write> Taker<'_, W> {
    fn say(&self, text: &Text) -> String {
        self.blanks.say(text)
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}\n")
    }

    fn list(&mut self, heading: &Text, items: &[Text]) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", self.say(heading))?;
        for item in items {
            writeln!(self.out, "  - {}", self.say(item))?;
        }
        writeln!(self.out)
    }

    fn title(&mut self) -> io::Result<()> {
        let title = self.say(self.quiz.title());
        self.paragraph(&title)?;
        let lead = self.say(&self.quiz.intro().lead);
        self.paragraph(&lead)
    }

    /// Shows where the reader is. Whether there is anything left to answer.
    fn ask(&mut self, session: &Session) -> io::Result<bool> {
        let words = self.quiz.words();
        match session.stage() {
            Stage::Screening(screen, step) => {
                let (n, of) = (step.number.to_string(), step.of.to_string());
                writeln!(self.out, "{}", words.screening_progress.with(&n, &of))?;
                let needs = step.refused.then_some(&words.screen_needs_tick);
                self.form(&screen.text, screen.help.as_ref(), &screen.choices, step.picks, needs, false)?;
            }
            Stage::Asking(question, step) => {
                let (n, of) = (step.number.to_string(), step.of.to_string());
                writeln!(self.out, "{}", words.progress.with(&n, &of))?;
                let needs = match question.kind {
                    Kind::One => &words.question_needs_pick,
                    Kind::All => &words.question_needs_tick,
                };
                let needs = step.refused.then_some(needs);
                self.form(
                    &question.text,
                    question.help.as_ref(),
                    &question.choices,
                    step.picks,
                    needs,
                    true,
                )?;
            }
            Stage::Stopped(stop) => {
                let card = stop.card;
                for text in [&card.heading, &card.body, &card.after] {
                    let text = self.say(text);
                    self.paragraph(&text)?;
                }
                write!(self.out, "[b: {}; q: end] ", self.say(&card.undo))?;
                self.out.flush()?;
            }
            Stage::Finished(outcome) => {
                self.result(&outcome)?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn form(
        &mut self,
        text: &Text,
        help: Option<&Text>,
        choices: &[Choice],
        picks: Picks,
        needs: Option<&Text>,
        skip: bool,
    ) -> io::Result<()> {
        writeln!(self.out, "{}", self.say(text))?;
        if let Some(help) = help {
            writeln!(self.out, "{}", self.say(help))?;
        }
        for (i, choice) in choices.iter().enumerate() {
            let mark = if picks.has(i) { '*' } else { ' ' };
            writeln!(self.out, " {mark}{:2}  {}", i + 1, self.say(&choice.text))?;
        }
        if let Some(needs) = needs {
            writeln!(self.out, "{}", self.say(needs))?;
        }
        write!(self.out, "[numbers{}; b: back; q: end] ", if skip { "; s: skip" } else { "" })?;
        self.out.flush()
    }

    fn result(&mut self, outcome: &Outcome<'_>) -> io::Result<()> {
        let (quiz, words) = (self.quiz, self.quiz.words());
        writeln!(self.out)?;
        if let (Some(visit), Some(care)) = (&outcome.visit, quiz.care()) {
            let heading = self.say(&care.visit.heading);
            writeln!(self.out, "{heading}\n{}", self.say(&care.visit.body))?;
            let told = visit.ticked.iter().map(|it| &it.text);
            let told = told.chain(visit.answers.iter().map(|it| &it.choice.text));
            for text in told.chain(visit.flags.iter().map(|it| &it.text)) {
                writeln!(self.out, "  - {}", self.say(text))?;
            }
            let after = self.say(&care.visit.after);
            self.paragraph(&after)?;
        }
        let said = quiz.verdicts();
        let (heading, text) = match &outcome.verdict {
            Verdict::Leads(it) => (said.leads.heading.with(&self.say(&it.cause.label)), &said.leads.text),
            verdict @ Verdict::Mixed { .. } if verdict.is_spread() => {
                (self.say(&said.mixed.heading), &said.mixed.spread)
            }
            Verdict::Mixed { .. } => (self.say(&said.mixed.heading), &said.mixed.text),
            Verdict::Nothing => (self.say(&said.nothing.heading), &said.nothing.text),
        };
        let text = self.say(text);
        writeln!(self.out, "{heading}\n{text}\n")?;
        for it in &outcome.ranking {
            let name = self.say(&it.cause.short_label);
            writeln!(self.out, "{name}: {}", self.say(&quiz.band(it.score).text))?;
        }
        writeln!(self.out)?;
        for standing in outcome.verdict.shown() {
            let cause = standing.cause;
            let (label, summary) = (self.say(&cause.label), self.say(&cause.summary));
            writeln!(self.out, "{label}\n{summary}\n")?;
            writeln!(self.out, "{}", self.say(&words.why))?;
            for it in outcome.why(standing, 5) {
                writeln!(self.out, "  - {}", words.you_said.with(&self.say(&it.choice.text)))?;
            }
            writeln!(self.out)?;
            for (heading, text) in [(&words.means, &cause.means), (&words.sureness, &cause.sureness)] {
                let (heading, text) = (self.say(heading), self.say(text));
                writeln!(self.out, "{heading}\n{text}\n")?;
            }
            self.list(&words.look_next, &cause.look_next)?;
            self.list(&words.try_this, &cause.try_this)?;
            self.list(&words.get_checked, &cause.get_checked)?;
        }
        if let Verdict::Nothing = outcome.verdict {
            self.list(&words.try_this, &said.nothing.try_this)?;
            self.list(&words.get_checked, &said.nothing.get_checked)?;
        }
        if let (CourseOffer::Offered(_), Some(course)) = (outcome.course, quiz.course()) {
            let (about, limits) = (self.say(&course.about), self.say(&course.limits));
            writeln!(self.out, "{about} {limits}\n")?;
        }
        let disclaimer = self.say(&quiz.disclaimer().full);
        self.paragraph(&disclaimer)
    }
}
