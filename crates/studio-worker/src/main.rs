//! The studio's web worker: analyzes one quiz, and posts its reports as JSON. The page ends it before that if the quiz changes.

use wasm_bindgen::prelude::*;
use which_cause_quiz::{NumberFormat, PluralCategory, Quiz};
use which_cause_studio_worker::Report;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = postMessage)]
    fn post_message(message: &str);

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, n: u32) -> String;
}

/// Analyzes a quiz, given by its bytes. `tick` is the chance, 0 to 1, that a random reader ticks a box.
#[wasm_bindgen]
pub fn analyze(quiz: &[u8], tick: f64) {
    match Quiz::from_bytes(quiz) {
        Some(quiz) => {
            let numbers = IntlPlurals(PluralRules::new(quiz.language().as_str()).ok());
            which_cause_studio_worker::analyze(&quiz, tick, &numbers, &mut |report| post(&report));
        }
        None => post(&Report::Failed("the page is of another version of the studio; reload it".to_owned())),
    }
}

fn post(report: &Report) {
    if let Ok(message) = serde_json::to_string(report) {
        post_message(&message);
    }
}

/// The plural rules of the browser for one language. A text that is not a language tag has only the category `other`.
struct IntlPlurals(Option<PluralRules>);

impl NumberFormat for IntlPlurals {
    fn format(&self, n: u32) -> String {
        n.to_string()
    }

    fn category(&self, n: u32) -> PluralCategory {
        let name = self.0.as_ref().map(|rules| rules.select(n));
        name.and_then(|name| PluralCategory::named(&name)).unwrap_or(PluralCategory::Other)
    }
}

fn main() {}
