//! The progress bar of long work: on a terminal, from half a second on, and gone before anything is printed.

use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use which_cause_quiz::AnalysisProgress;

/// How long work may take without a bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// The bar of one command, which goes when this is dropped. Where standard error is no terminal it is never seen.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Starts the half second after which the bar is shown.
    pub(crate) fn start() -> Self {
        let bar = ProgressBar::with_draw_target(Some(1), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{spinner} {msg} [{bar:30}] {percent} %");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        let later = bar.clone();
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            if !later.is_finished() {
                show(&later);
            }
        });
        Self(bar)
    }

    /// Shows how far the work is.
    pub(crate) fn set(&self, work: AnalysisProgress) {
        self.0.set_message(work.task);
        self.0.set_length(work.total as u64);
        self.0.set_position(work.done as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn show(bar: &ProgressBar) {
    let dumb = std::env::var_os("TERM").is_some_and(|it| it == "dumb");
    if dumb {
        return;
    }
    bar.set_draw_target(ProgressDrawTarget::stderr());
    if bar.is_hidden() {
        return;
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    let interrupted = bar.clone();
    // Without the handler Ctrl+C would leave half a bar on the line. 130 is what a shell reports for it.
    let _ = ctrlc::set_handler(move || {
        interrupted.finish_and_clear();
        std::process::exit(130);
    });
}
