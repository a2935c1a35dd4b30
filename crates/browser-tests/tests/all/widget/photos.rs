//! Photos: their place is free before they arrive, their requests tell no answer, and a broken one is a text.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::repository;
use crate::widget::article::{article_with, short_bread};

/// The photos: of the first and the second question, of a choice, of the first two causes.
const PHOTOS: [&str; 5] = [
    "kitchen/first.png",
    "kitchen/second.png",
    "kitchen/choice.png",
    "kitchen/rushed.png",
    "kitchen/overdone.png",
];

/// The bread quiz of two questions, with photos.
fn bread() -> Value {
    let mut quiz = short_bread();
    let photo = |name: &str, text: &str| json!({"photo": format!("{name}.png"), "width": 1068, "height": 768, "text": text});
    quiz["questions"][0]["picture"] = photo("first", "A cut loaf.");
    quiz["questions"][0]["choices"][0]["picture"] =
        json!({"photo": "choice.png", "width": 1068, "height": 768});
    quiz["questions"][1]["picture"] = photo("second", "A loaf in a tin.");
    for (i, name) in ["rushed", "overdone"].into_iter().enumerate() {
        quiz["causes"][i]["picture"] = photo(name, "A loaf.");
    }
    quiz
}

/// Opens the article with that quiz. The page notes each layout shift.
async fn opens_bread(reader: &Reader) {
    let article = article_with("quiz=kitchen/bread.json").replacen(
        "<meta",
        "<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => it.value)))
            .observe({ type: 'layout-shift', buffered: true })</script><meta",
        1,
    );
    let photo = std::fs::read(repository().join("docs/pictures/quiz.png")).expect("a photo");
    reader.server.update(|state| {
        state.texts.insert("index.html", article);
        state.texts.insert("kitchen/bread.json", bread().to_string());
        for path in PHOTOS {
            state.bytes.insert(path, photo.clone());
        }
    });
    reader.opens("").await;
}

impl Reader {
    /// The requested photos, in the order of their names, each as often as it was requested.
    fn requested_photos(&self) -> Vec<String> {
        let mut photos: Vec<String> =
            self.server.requested().into_iter().filter(|it| PHOTOS.contains(&it.as_str())).collect();
        photos.sort();
        photos
    }

    /// Waits for a photo that could not be loaded, and checks its name. Firefox takes it for a text, and other engines for an image.
    async fn sees_broken_photo(&self, name: &str) {
        let first = "document.querySelector('which-cause').shadowRoot.querySelector('img')";
        self.page.waits_until(&format!("{first}?.complete && {first}.alt === '{name}'")).await;
        let photo = self.page.run(&format!("return {first}"), vec![]).await;
        assert_eq!(self.page.role_and_name(&photo).await.1, name);
    }

    /// Of each photo on the screen: whether it has arrived, and whether it has its place.
    async fn sees_photos(&self) -> Value {
        let photos = "return [...quiz.shadowRoot.querySelectorAll('img')].map((it) => {
            const { width, height } = it.getBoundingClientRect();
            return [it.complete && it.naturalWidth > 0, width > 60 && height > 40];
        })";
        self.asks_quiz(photos).await
    }
}

#[apply(chromium_only!)]
async fn a_late_photo_shifts_nothing(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| state.held = vec![PHOTOS[0], PHOTOS[2]]);
    opens_bread(&reader).await;
    reader.presses("Start the safety check").await;
    reader.page.find("image", "A cut loaf.").await;
    assert_eq!(reader.sees_photos().await, json!([[false, true], [false, true]]));
    // Otherwise the shift of the start, which the reader asked for, is among those that follow.
    tokio::time::sleep(Duration::from_secs(1)).await;
    reader.page.run("shifts.length = 0", vec![]).await;
    reader.server.update(|state| state.held.clear());
    let arrived = "[...document.querySelector('which-cause').shadowRoot.querySelectorAll('img')].every((it) => it.naturalWidth)";
    reader.page.waits_until(arrived).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(reader.page.run("return shifts", vec![]).await, json!([]));
}

#[apply(chromium_only!)]
async fn requests_of_photos_tell_no_answer(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    opens_bread(&reader).await;
    reader.runs_on_quiz("quiz.scrollIntoView()").await;
    reader.server.waits_for_request("kitchen/bread.json").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(reader.requested_photos(), [] as [&str; 0], "the quiz is prepared, and nobody has started it");
    reader.presses("Start the safety check").await;
    reader.page.find("image", "A cut loaf.").await;
    reader.server.waits_for_request("kitchen/choice.png").await;
    let at_start = ["kitchen/choice.png", "kitchen/first.png", "kitchen/overdone.png", "kitchen/rushed.png"];
    assert_eq!(reader.requested_photos(), at_start);
    reader.chooses("Tight and gummy, most of all near the bottom").await;
    reader.continues().await;
    reader.page.find("image", "A loaf in a tin.").await;
    reader.chooses("It was on its way, but I had to get it in the oven").await;
    reader.continues().await;
    reader.page.find("image", "A loaf.").await;
    assert_eq!(reader.sees_photos().await, json!([[true, true]]));
    // Each was requested once, and the result requests nothing.
    let mut all = PHOTOS.map(str::to_owned);
    all.sort();
    assert_eq!(reader.requested_photos(), all);
}

#[apply(every_engine!)]
async fn a_broken_photo_is_its_text(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| state.missing = PHOTOS.to_vec());
    opens_bread(&reader).await;
    reader.presses("Start the safety check").await;
    reader.sees_broken_photo("A cut loaf.").await;
    // The photo of a choice is hidden, since the choice says the same.
    assert_eq!(reader.page.names_of("radio").await[0], "Tight and gummy, most of all near the bottom");
    reader.chooses("Tight and gummy, most of all near the bottom").await;
    reader.continues().await;
    reader.sees_broken_photo("A loaf in a tin.").await;
}
