//! The command line: the subcommands, their help texts, and the parsers of option values.
//!
//! The options of each subcommand are in its own file in `commands`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use which_cause_quiz::canonical_region;

use crate::commands::{check, drawings, new, odds, score, snippet, test, translate, try_quiz};

/// Write, check and embed a which-cause quiz.
#[derive(Parser)]
#[command(name = "which-cause", version, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  which-cause new my-quiz.json         write a small quiz to start from
  which-cause check my-quiz.json       report its problems and findings
  which-cause odds my-quiz.json        compute how often each result comes up by chance
  which-cause test my-quiz.json        run its test cases
  which-cause try my-quiz.json         take it in the terminal
  which-cause translate my-quiz.json   bring its translations up to date
  which-cause snippet my-quiz.json     print the HTML to paste";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Report problems and findings in quiz files.
    ///
    /// A problem makes a quiz file invalid. A finding is valid but odd. If a quiz names a drawings file beside it, that
    /// file is checked too.
    ///
    /// The translations beside a quiz are checked too: only the texts may differ from the original, no text may be
    /// missing, and none older than its original. A translation elsewhere is compared if it has the same id. Then the
    /// original is the file that --original names, or else the file with the shortest name.
    ///
    /// Exit code 0: no problems. 1: findings, with --strict. 2: problems.
    #[command(after_help = "Example:\n  which-cause check --strict my-quiz.json")]
    Check(check::Options),
    /// Compute how often each result comes up when readers answer at random.
    ///
    /// In a pick-one question, each choice is equally likely. In a tick-all question, each box is ticked with the
    /// chance that --tick sets. If no box is ticked, the reader picks the exclusive choice.
    ///
    /// The odds are exact. If the points have too many combinations, the command asks random readers instead. Then the
    /// odds are an estimate, and the output says how close they are.
    #[command(after_help = "Example:\n  which-cause odds --tick 0.5 my-quiz.json")]
    Odds(odds::Options),
    /// Print one reader's result as JSON.
    ///
    /// Write the answers as JSON: `{"safety": {screen: [flags]}, "answers": {question: choice or [choices]}}`. A screen
    /// that is missing has no flags. A question that is missing is skipped. You can also pass a test case.
    #[command(
        after_help = "Example:\n  which-cause score my-quiz.json --answers reader.json\n  echo '{\"answers\": {}}' | which-cause score my-quiz.json --answers -"
    )]
    Score(score::Options),
    /// Run a quiz's test cases.
    ///
    /// A test case has a reader's answers and the result that they must get. Exit code 0: every test case passed.
    /// 1: some test cases failed.
    #[command(after_help = "Example:\n  which-cause test my-quiz.json --cases my-quiz.test-cases.json")]
    Test(test::Options),
    /// Take a quiz in the terminal.
    ///
    /// Type the numbers of your choices and press Enter. You can also pipe the answers in, one line for each step.
    #[command(after_help = "Example:\n  which-cause try --region GB my-quiz.json")]
    Try(try_quiz::Options),
    /// Make a translation of a quiz, or bring it up to date.
    ///
    /// The translation is the file beside the quiz with the language in its name: bread.de.json for bread.json. Ids, points
    /// and rules become those of the original. New and changed texts are those of the original, and `untranslated` lists
    /// them, each with its last translation. Translate them where they are. `originals` remembers the original of each text.
    #[command(after_help = "Example:\n  which-cause translate my-quiz.json --to de")]
    Translate(translate::Options),
    /// Print the HTML to paste into a page.
    ///
    /// The HTML has the quiz's intro in it, so the page shows the intro before the quiz has loaded.
    #[command(
        after_help = "Example:\n  which-cause snippet my-quiz.json --course https://example.org/course/ --base https://example.org/which-cause/ --dist dist"
    )]
    Snippet(snippet::Options),
    /// Print a pseudo-translation of a quiz, to test how longer texts look.
    ///
    /// Every text gets accents and brackets and becomes about 40 % longer. If you see no closing bracket on the screen,
    /// the text is cut off. If you see no accents, the text does not come from the quiz file.
    ///
    /// Ids, points and rules stay the same, so the file is a valid translation. Its language is the original's with the
    /// region XA, such as "en-XA".
    #[command(after_help = "Example:\n  which-cause pseudo my-quiz.json > my-quiz.en-XA.json")]
    Pseudo(QuizFile),
    /// Make a drawings file from SVG files.
    ///
    /// Each SVG file becomes a drawing with the file's name: chin-back.svg becomes `chin-back`.
    ///
    /// Save the files as SVG in Inkscape, Figma or another program. Each color becomes a role, such as `cloth`, and the widget gives
    /// each role its colors. The command prints the roles that it chose; --role changes one. It reports everything that a drawing
    /// cannot have, such as text or a gradient.
    ///
    /// To let readers press a part of a question's picture, give a group the id `choice-ID` with the id of the choice, or the
    /// attribute `data-choice`.
    #[command(after_help = "Example:\n  which-cause drawings drawings/*.svg -o my-quiz.drawings.json")]
    Drawings(drawings::Options),
    /// Print the JSON Schema of a quiz file, for editors.
    #[command(after_help = "Example:\n  which-cause schema > quiz.schema.json")]
    Schema,
    /// Write a small quiz to start from, with notes in it.
    ///
    /// In a terminal, the command asks for everything that the options leave open. The quiz gets its id from the name of
    /// the file.
    #[command(
        after_help = "Example:\n  which-cause new my-quiz.json --title \"Why does my bike squeak?\" --language en --start safety"
    )]
    New(new::Options),
}

/// The quiz file of a subcommand that takes one.
#[derive(clap::Args)]
pub(crate) struct QuizFile {
    /// The quiz file; - reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
}

/// Parses a chance.
pub(crate) fn parse_chance(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(chance) if (0.0..=1.0).contains(&chance) => Ok(chance),
        _ => Err("give a number from 0 to 1".to_owned()),
    }
}

/// Parses a region.
pub(crate) fn parse_region(text: &str) -> Result<String, String> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(canonical_region(text))
    } else {
        Err("give an ISO 3166 region of two letters, such as GB or US".to_owned())
    }
}

/// Parses an address: an http or https URL, or one that is relative to the page.
pub(crate) fn parse_address(text: &str) -> Result<String, String> {
    let text = text.trim();
    let scheme = text.split_once(':').map(|(before, _)| before).filter(|it| !it.contains(['/', '?', '#']));
    let is_web_address =
        scheme.is_none_or(|it| it.eq_ignore_ascii_case("https") || it.eq_ignore_ascii_case("http"));
    if !text.is_empty() && is_web_address && !text.contains(char::is_control) {
        Ok(text.to_owned())
    } else {
        Err("give an address that starts with https:// or http://, or one relative to the page".to_owned())
    }
}
