//! `odds`: how often each result comes about when readers answer at random.

use std::io::Write;

use serde_json::json;
use which_cause_quiz::Quiz;
use which_cause_quiz::{AnswerModel, Odds, OddsMethod, best_margins};

use crate::progress::Progress;
use crate::source::Source;
use crate::{Failure, QuizFile, chance};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// The chance that a box of a tick-all question is ticked, 0 to 1
    #[arg(long, value_name = "P", default_value_t = 0.25, value_parser = chance)]
    tick: f64,
    /// How many random readers to ask where the odds cannot be computed exactly
    #[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1_000..=1_000_000_000))]
    readers: u32,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let quiz = Source::open(&options.quiz.path)?.quiz()?;
    let model = AnswerModel::ticking(options.tick);
    let progress = Progress::start();
    let margins = best_margins(&quiz);
    let odds = Odds::exact(&quiz, model).unwrap_or_else(|| {
        let mut random = fastrand::Rng::with_seed(0);
        let readers = options.readers as usize;
        Odds::sampled(&quiz, model, readers, || random.f64(), |work| progress.set(work))
    });
    drop(progress);
    if options.json {
        print_json(&quiz, model, &odds, margins.as_deref(), out)
    } else {
        print(&quiz, model, &odds, margins.as_deref(), out)
    }
}

fn print(
    quiz: &Quiz,
    model: AnswerModel,
    odds: &Odds,
    margins: Option<&[i64]>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let percent = |chance: f64| format!("{:6.2} %", chance * 100.0);
    writeln!(
        out,
        "When of a pick-one question each choice is equally likely, and each box is ticked with a chance of {}:\n",
        model.tick
    )?;
    writeln!(out, "{}  one cause leads", percent(odds.leads))?;
    writeln!(out, "{}  the picture is mixed", percent(odds.mixed))?;
    writeln!(out, "{}    and spread more widely than is shown", percent(odds.spread))?;
    writeln!(out, "{}  nothing stands out\n", percent(odds.nothing))?;
    let widest = quiz.causes().iter().map(|it| it.id.as_str().len()).max().unwrap_or(0).max("cause".len());
    let bands = quiz.bands().iter().map(|it| format!("{:>10}", it.id.as_str())).collect::<Vec<_>>().concat();
    writeln!(out, "{:widest$}     leads     shown{bands}  furthest ahead", "cause")?;
    for (i, (cause, odds)) in quiz.causes().iter().zip(&odds.causes).enumerate() {
        let margin = margins.as_ref().map_or_else(|| "?".to_owned(), |it| it[i].to_string());
        let bands = odds.bands.iter().map(|it| format!("  {}", percent(*it))).collect::<Vec<_>>().concat();
        writeln!(
            out,
            "{:widest$}  {}  {}{bands}  {:>14}",
            cause.id.as_str(),
            percent(odds.leads),
            percent(odds.shown),
            margin
        )?;
    }
    match odds.method {
        OddsMethod::Exact { vectors } => {
            writeln!(out, "\nExact: convolved over {vectors} reachable combinations of points.")?;
        }
        OddsMethod::Sampled { readers, error } => writeln!(
            out,
            "\nEstimated from {readers} random readers, since there are too many combinations of points to compute it \
             exactly. Nearly every figure is within {:.2} % of the true one.",
            error * 100.0
        )?,
    }
    Ok(())
}

fn print_json(
    quiz: &Quiz,
    model: AnswerModel,
    odds: &Odds,
    margins: Option<&[i64]>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let causes: Vec<_> = quiz
        .causes()
        .iter()
        .zip(&odds.causes)
        .enumerate()
        .map(|(i, (cause, odds))| {
            let bands: serde_json::Map<String, serde_json::Value> = quiz
                .bands()
                .iter()
                .zip(&odds.bands)
                .map(|(band, it)| (band.id.to_string(), json!(it)))
                .collect();
            json!({
                "id": cause.id.as_str(), "leads": odds.leads, "shown": odds.shown, "bands": bands,
                "best_margin": margins.as_ref().map(|it| it[i])
            })
        })
        .collect();
    let method = match odds.method {
        OddsMethod::Exact { vectors } => json!({"exact": true, "vectors": vectors}),
        OddsMethod::Sampled { readers, error } => json!({"exact": false, "readers": readers, "error": error}),
    };
    let verdicts =
        json!({"leads": odds.leads, "mixed": odds.mixed, "spread": odds.spread, "nothing": odds.nothing});
    let all = json!({"tick": model.tick, "method": method, "verdicts": verdicts, "causes": causes});
    writeln!(out, "{all:#}")?;
    Ok(())
}
