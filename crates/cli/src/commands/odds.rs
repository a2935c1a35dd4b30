//! `which-cause odds` computes how often each result comes up when readers answer at random.

use std::io::Write;

use serde_json::{Map, Value, json};
use which_cause_quiz::Quiz;
use which_cause_quiz::{AnswerModel, Odds, OddsMethod, best_margins};

use crate::arguments::{QuizFile, parse_chance};
use crate::failure::Failure;
use crate::progress_bar::ProgressBar;
use crate::source_file::SourceFile;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// The chance that a box of a tick-all question is ticked, 0 to 1
    #[arg(long, value_name = "P", default_value_t = 0.25, value_parser = parse_chance)]
    tick: f64,
    /// The number of random readers, if the odds cannot be computed exactly
    #[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1_000..=1_000_000_000))]
    readers: u32,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let quiz = SourceFile::open(&options.quiz.path)?.quiz()?;
    let model = AnswerModel::ticking(options.tick);
    let progress = ProgressBar::start();
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
        print_table(&quiz, model, &odds, margins.as_deref(), out)
    }
}

fn print_table(
    quiz: &Quiz,
    model: AnswerModel,
    odds: &Odds,
    margins: Option<&[i64]>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let percent = |chance: f64| format!("{:6.2} %", chance * 100.0);
    writeln!(out, "Random readers tick a box with a chance of {}.\n", model.tick)?;
    writeln!(out, "{}  one cause leads", percent(odds.leads))?;
    writeln!(out, "{}  the picture is mixed", percent(odds.mixed))?;
    writeln!(out, "{}    and more causes are close than are shown", percent(odds.spread))?;
    writeln!(out, "{}  nothing stands out\n", percent(odds.nothing))?;
    let id_widths = quiz.causes().iter().map(|cause| cause.id.as_str().len());
    let id_width = id_widths.chain(["cause".len()]).max().unwrap_or_default();
    let mut header =
        vec![format!("{:id_width$}", "cause"), format!("{:>8}", "leads"), format!("{:>8}", "shown")];
    header.extend(quiz.bands().iter().map(|band| format!("{:>8}", band.id.as_str())));
    header.push("best margin".to_owned());
    writeln!(out, "{}", header.join("  "))?;
    for (i, (cause, odds)) in quiz.causes().iter().zip(&odds.causes).enumerate() {
        let margin = margins.map_or_else(|| "?".to_owned(), |margins| margins[i].to_string());
        let mut row =
            vec![format!("{:id_width$}", cause.id.as_str()), percent(odds.leads), percent(odds.shown)];
        row.extend(odds.bands.iter().map(|chance| percent(*chance)));
        row.push(format!("{margin:>11}"));
        writeln!(out, "{}", row.join("  "))?;
    }
    match odds.method {
        OddsMethod::Exact { vectors } => {
            writeln!(out, "\nExact: computed from {vectors} combinations of points.")?;
        }
        OddsMethod::Sampled { readers, error } => writeln!(
            out,
            "\nEstimated from {readers} random readers, because the points have too many combinations. Nearly every \
             figure is within {:.2} percentage points of the true one.",
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
    let causes = quiz.causes().iter().zip(&odds.causes).enumerate().map(|(i, (cause, odds))| {
        let bands: Map<String, Value> =
            quiz.bands().iter().zip(&odds.bands).map(|(band, it)| (band.id.to_string(), json!(it))).collect();
        json!({
            "id": cause.id.as_str(), "leads": odds.leads, "shown": odds.shown, "bands": bands,
            "best_margin": margins.map(|margins| margins[i])
        })
    });
    let causes: Vec<Value> = causes.collect();
    let method = match odds.method {
        OddsMethod::Exact { vectors } => json!({"exact": true, "vectors": vectors}),
        OddsMethod::Sampled { readers, error } => json!({"exact": false, "readers": readers, "error": error}),
    };
    let verdicts =
        json!({"leads": odds.leads, "mixed": odds.mixed, "spread": odds.spread, "nothing": odds.nothing});
    let report = json!({"tick": model.tick, "method": method, "verdicts": verdicts, "causes": causes});
    writeln!(out, "{report:#}")?;
    Ok(())
}
