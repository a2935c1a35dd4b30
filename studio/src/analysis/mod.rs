//! The findings and the odds that a worker computes while the author writes, so that no key press waits for them.

mod results;
mod worker;

pub(crate) use results::Results;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use which_cause_quiz::Quiz;
use which_cause_studio_worker::{Progress, Report};

use crate::check::Check;
use worker::RunningWorker;

/// How long after the last change the analysis starts.
const PAUSE: Duration = Duration::from_millis(200);

/// The chance that a random reader ticks a box, in percent, until the author sets another one. `which-cause check` has the same.
const DEFAULT_TICK_PERCENT: u32 = 25;

/// The state of the analysis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Work {
    /// Nothing: the file has problems.
    FileHasProblems,
    /// It starts when the author pauses.
    Waiting,
    Running(Progress),
    Done,
    /// The author has ended it.
    Canceled,
    /// It failed, with the reason.
    Failed(String),
}

/// The analysis of the quiz. It is copied into every component.
#[derive(Clone, Copy)]
pub(crate) struct Analysis {
    /// The chance that a random reader ticks a box, in percent.
    pub(crate) tick_percent: RwSignal<u32>,
    pub(crate) work: RwSignal<Work>,
    pub(crate) results: RwSignal<Results>,
    check: RwSignal<Check>,
    worker: StoredValue<Option<RunningWorker>, LocalStorage>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// The last analysis: the bytes of the quiz, and the chance of a tick.
    last: StoredValue<Option<(Vec<u8>, u32)>>,
}

impl Analysis {
    /// An analysis of the quiz of each check.
    pub(crate) fn new(check: RwSignal<Check>) -> Self {
        let analysis = Self {
            tick_percent: RwSignal::new(DEFAULT_TICK_PERCENT),
            work: RwSignal::new(Work::Waiting),
            results: RwSignal::new(Results::default()),
            check,
            worker: StoredValue::new_local(None),
            timer: StoredValue::new(None),
            last: StoredValue::new(None),
        };
        Effect::new(move |_| {
            let tick_percent = analysis.tick_percent.get();
            check.with(|check| analysis.follow(check.quiz.as_deref(), tick_percent));
        });
        on_cleanup(move || analysis.end_work());
        analysis
    }

    /// The analysis of the editor that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Analyzes a quiz after a pause, if it is another one. A running analysis ends.
    fn follow(self, quiz: Option<&Quiz>, tick_percent: u32) {
        let Some(quiz) = quiz else {
            self.end_work();
            self.last.set_value(None);
            self.results.update(Results::forget_findings);
            self.work.set(Work::FileHasProblems);
            return;
        };
        let job = (quiz.to_bytes(), tick_percent);
        if self.last.with_value(|last| last.as_ref() == Some(&job)) {
            return;
        }
        self.end_work();
        self.last.set_value(Some(job.clone()));
        self.results.update(Results::begin);
        self.work.set(Work::Waiting);
        let timer = set_timeout_with_handle(move || self.start(job), PAUSE);
        self.timer.set_value(timer.ok());
    }

    fn start(self, (quiz, tick_percent): (Vec<u8>, u32)) {
        let run = self.results.with_untracked(Results::run);
        let is_current = move || self.results.try_with_untracked(Results::run) == Some(run);
        spawn_local(async move {
            let on_report = move |report| {
                if is_current() {
                    self.receive(report);
                }
            };
            let worker = worker::start(quiz, f64::from(tick_percent) / 100.0, on_report).await;
            match worker {
                // The quiz has changed while the worker was loaded.
                _ if !is_current() => {}
                Ok(worker) => self.worker.set_value(Some(worker)),
                Err(reason) => self.work.set(Work::Failed(reason)),
            }
        });
    }

    fn receive(self, report: Report) {
        let work = match report {
            Report::Progress(progress) => Work::Running(progress),
            Report::Done => Work::Done,
            Report::Failed(reason) => Work::Failed(reason),
            result => return self.results.update(|results| results.add(result)),
        };
        if matches!(work, Work::Done | Work::Failed(_)) {
            self.worker.with_value(|worker| worker.as_ref().map(RunningWorker::end));
        }
        self.work.set(work);
    }

    /// Ends the work because the author wants it.
    pub(crate) fn cancel(self) {
        self.end_work();
        // What the worker has posted before may still arrive.
        self.results.update(Results::begin);
        self.work.set(Work::Canceled);
    }

    /// Starts the work again.
    pub(crate) fn restart(self) {
        self.last.set_value(None);
        let quiz = self.check.with_untracked(|check| check.quiz.clone());
        self.follow(quiz.as_deref(), self.tick_percent.get_untracked());
    }

    fn end_work(self) {
        _ = self.worker.try_set_value(None);
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
    }
}
