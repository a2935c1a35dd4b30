//! Measurements of the screen, by scripts in the page. They work in every engine and list the problems that they find.

use serde::Deserialize;

use crate::harness::reader::Reader;

/// The result of a measurement.
#[derive(Debug, Deserialize)]
pub(crate) struct Measured {
    /// How many things were measured.
    pub(crate) measured: usize,
    /// Each fault, with the element and the numbers.
    pub(crate) problems: Vec<String>,
}

/// A script that measures the screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measurement(&'static str);

macro_rules! measurement {
    ($($script:literal),*) => { Measurement(concat!($(include_str!(concat!("measurements/", $script))),*)) };
}

/// The contrast of texts, edges and signs.
pub(crate) const CONTRAST: Measurement = measurement!("quiz.js", "visible.js", "color.js", "contrast.js");

/// Whether something is cut off, overlaps or sticks out.
pub(crate) const LAYOUT: Measurement = measurement!("quiz.js", "visible.js", "layout.js");

/// Whether every target is large enough for a thumb.
pub(crate) const TARGET_SIZE: Measurement = measurement!("quiz.js", "visible.js", "target-size.js");

/// The tab stops.
const TAB_STOPS: &str = concat!(
    include_str!("measurements/quiz.js"),
    include_str!("measurements/visible.js"),
    include_str!("measurements/tab-order.js")
);

/// The focused element, and whether its focus is visible.
const FOCUS: &str = concat!(
    // The focused element scrolls into view a moment later.
    "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => {",
    include_str!("measurements/quiz.js"),
    include_str!("measurements/color.js"),
    include_str!("measurements/focus.js"),
    "}))"
);

/// The focused element, if it is in the quiz.
#[derive(Debug, Deserialize)]
pub(crate) struct Focus {
    /// Its description. `None` if the focus is elsewhere.
    pub(crate) name: Option<String>,
    /// Why its focus is not visible.
    pub(crate) problems: Vec<String>,
}

impl Reader {
    /// Measures the screen.
    pub(crate) async fn measures(&self, Measurement(script): Measurement) -> Measured {
        serde_json::from_value(self.page.run(script, vec![]).await).expect("a measurement")
    }

    /// Makes sure that a measurement finds something to measure, and no problem.
    pub(crate) async fn passes(&self, measurement: Measurement, screen: &str) {
        let Measured { measured, problems } = self.measures(measurement).await;
        assert!(measured > 0, "{screen}: nothing was measured");
        assert!(problems.is_empty(), "{screen}:\n{}", problems.join("\n"));
    }

    /// The tab stops in reading order.
    pub(crate) async fn tab_stops(&self) -> Vec<String> {
        serde_json::from_value(self.page.run(TAB_STOPS, vec![]).await).expect("names")
    }

    /// The focused element, and whether its focus is visible.
    pub(crate) async fn focus_state(&self) -> Focus {
        serde_json::from_value(self.page.run_async(FOCUS).await).expect("a focus")
    }
}
