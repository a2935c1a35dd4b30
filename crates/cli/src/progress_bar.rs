//! A progress bar for long work. It shows only on a terminal, after half a second, and is erased at the end.

use std::thread;
use std::time::Duration;

use indicatif::{ProgressDrawTarget, ProgressStyle};
use which_cause_quiz::AnalysisProgress;

/// How long the work takes before the bar shows.
const DELAY: Duration = Duration::from_millis(500);

/// The progress bar of one command. Dropping it erases the bar.
pub(crate) struct ProgressBar(indicatif::ProgressBar);

impl ProgressBar {
    /// Starts the delay after which the bar shows.
    pub(crate) fn start() -> Self {
        let bar = indicatif::ProgressBar::with_draw_target(Some(1), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{spinner} {msg} [{bar:30}] {percent} %");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        let delayed = bar.clone();
        thread::spawn(move || {
            thread::sleep(DELAY);
            if !delayed.is_finished() {
                show(&delayed);
            }
        });
        Self(bar)
    }

    /// Sets how far the work is.
    pub(crate) fn set(&self, work: AnalysisProgress) {
        self.0.set_message(work.task);
        self.0.set_length(work.total as u64);
        self.0.set_position(work.done as u64);
    }
}

impl Drop for ProgressBar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Shows the bar if standard error is a terminal that can erase a line.
fn show(bar: &indicatif::ProgressBar) {
    if std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb") {
        return;
    }
    bar.set_draw_target(ProgressDrawTarget::stderr());
    if bar.is_hidden() {
        return;
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    let interrupted = bar.clone();
    // Ctrl+C must not leave half a bar on the line. 130 is the exit code that shells use for it.
    let _ = ctrlc::set_handler(move || {
        interrupted.finish_and_clear();
        std::process::exit(130);
    });
}
