//! Which emergency number a reader gets. `js/tests/region.test.js` tests how the reader's region is found.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;

/// A page with the widget, for a reader whose device reports this time zone. `None` leaves the device's own.
fn page<'z>(lang: &str, attributes: &str, time_zone: impl Into<Option<&'z str>>) -> String {
    let says = time_zone.into().map_or_else(|| "undefined".to_owned(), |it| format!("'{it}'"));
    format!(
        "<!doctype html><html lang={lang}><meta charset=utf-8><meta name=viewport content='width=device-width'><script>\
         {{ const {{ resolvedOptions }} = Intl.DateTimeFormat.prototype;\
         Intl.DateTimeFormat.prototype.resolvedOptions = function () {{\
         const own = resolvedOptions.call(this); return {{ ...own, timeZone: {says} ?? own.timeZone }} }} }}\
         </script><script type=module src=which-cause.js></script><body>\
         <which-cause {attributes}><h2>Which cause is yours?</h2></which-cause>"
    )
}

impl Reader {
    /// Opens a page and ticks the first flag of a safety screen, which leads to a care card.
    async fn opens_a_care_card(&self, page: String, language: &str, screen: usize) {
        self.opens_page(page).await;
        self.page.find("button", "Start").await;
        self.page.run("window.quiz = document.querySelector('which-cause')", vec![]).await;
        self.presses("Start").await;
        let quiz = quiz_in(language);
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        for (index, it) in quiz["screens"].as_array().expect("screens").iter().enumerate().take(screen + 1) {
            let choices = it["choices"].as_array().expect("choices");
            let choice = if index == screen { choices.first() } else { choices.last() };
            self.ticks(&text(&choice.expect("a choice")["text"])).await;
            self.presses(&text(&quiz["words"]["next"])).await;
        }
    }

    /// The labels and the addresses of the links on the card that the live region announces.
    async fn call_links(&self) -> Value {
        let script = "return [...quiz.shadowRoot.querySelectorAll('[data-announce] a[href^=\"tel:\"]')].map((it) => [it.textContent, it.href])";
        self.page.run(script, vec![]).await
    }
}

const ELSEWHERE: &str = "Somewhere else? Call the emergency number of the country you're in.";

#[apply(every_engine!)]
async fn the_time_zone_of_the_device_counts_under_every_name_for_it(engine: Engine) {
    // Some engines call it Asia/Calcutta, others Asia/Kolkata.
    let reader = Reader::in_time_zone(engine, "Asia/Kolkata").await;
    reader.opens_a_care_card(page("en-US", "region=US", None), "en", 0).await;
    let both = json!([["Call 112 (India)", "tel:112"], ["Call 911 (United States)", "tel:911"]]);
    assert_eq!(reader.call_links().await, both);
}

#[apply(chromium_only!)]
async fn a_reader_abroad_gets_their_own_number_and_the_owners(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_a_care_card(page("en-US", "region=us", "Asia/Kolkata"), "en", 0).await;
    reader.page.find("heading", "Call 112 or go to the nearest emergency department now").await;
    let both = json!([["Call 112 (India)", "tel:112"], ["Call 911 (United States)", "tel:911"]]);
    assert_eq!(reader.call_links().await, both);
    reader.page.run("quiz.region = 'UK'", vec![]).await;
    reader.page.find("link", "Call 999 (United Kingdom)").await;
    reader.page.run("quiz.lang = 'en-UK'; quiz.removeAttribute('region')", vec![]).await;
    reader.page.find("link", "Call 112").await;
    reader.page.run("quiz.region = 'DE'", vec![]).await;
    reader.page.find("link", "Call 112").await;
    let messages = reader.page.console().await;
    assert_eq!(messages, [] as [&str; 0]);
}

#[apply(chromium_only!)]
async fn an_urgent_card_has_no_number_of_another_country_without_its_name(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_a_care_card(page("en-GB", "region=GB", "Africa/Nairobi"), "en", 1).await;
    reader.page.shows(ELSEWHERE).await;
    let text = reader.page.text().await;
    assert!(text.contains("your local urgent medical line") && text.contains("call 999"), "{text}");
    reader.page.does_not_show("NHS 111").await;
}
