//! Measures of what a reader sees, taken by a script in the page: they hold in every engine, and say what is amiss.

use serde::Deserialize;

use crate::harness::reader::Reader;

/// What a measure of a screen has come to.
#[derive(Debug, Deserialize)]
pub(crate) struct Found {
    /// How many things were measured.
    pub(crate) measured: usize,
    /// Those that do not hold.
    pub(crate) amiss: Vec<String>,
}

/// What a script measures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure(&'static str);

macro_rules! measure {
    ($($script:literal),*) => { Measure(concat!($(include_str!(concat!("looks/", $script))),*)) };
}

/// Whether texts and signs stand out from their ground.
pub(crate) const CONTRAST: Measure = measure!("seen.js", "colour.js", "contrast.js");
/// Whether everything has room.
pub(crate) const ROOM: Measure = measure!("seen.js", "room.js");
/// Whether what can be pressed is large enough for a thumb.
pub(crate) const TARGETS: Measure = measure!("seen.js", "targets.js");

/// Where the tab key stops.
const STOPS: &str = concat!(include_str!("looks/seen.js"), include_str!("looks/stops.js"));
/// What has the focus.
const FOCUS: &str = concat!(
    // What has the focus is brought into view a moment later.
    "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => {",
    include_str!("looks/seen.js"),
    include_str!("looks/colour.js"),
    include_str!("looks/focus.js"),
    "}))"
);

/// What has the focus, as far as it is in the quiz.
#[derive(Debug, Deserialize)]
pub(crate) struct Focus {
    /// What it is called; none where it is elsewhere.
    pub(crate) called: Option<String>,
    /// What is wrong with how it shows.
    pub(crate) amiss: Vec<String>,
}

impl Reader {
    /// Takes a measure of what is seen now.
    pub(crate) async fn measures(&self, Measure(script): Measure) -> Found {
        serde_json::from_value(self.page.run(script, vec![]).await).expect("a measure")
    }

    /// Makes sure that nothing is amiss on a screen, and that there was something to measure.
    pub(crate) async fn finds_nothing_amiss(&self, measure: Measure, screen: &str) {
        let Found { measured, amiss } = self.measures(measure).await;
        assert!(measured > 0, "{screen}: nothing was measured");
        assert!(amiss.is_empty(), "{screen}:\n{}", amiss.join("\n"));
    }

    /// Where the tab key has to stop, in order.
    pub(crate) async fn stops(&self) -> Vec<String> {
        serde_json::from_value(self.page.run(STOPS, vec![]).await).expect("names")
    }

    /// What has the focus, and how it shows.
    pub(crate) async fn sees_the_focus(&self) -> Focus {
        serde_json::from_value(self.page.run_async(FOCUS).await).expect("a focus")
    }
}
