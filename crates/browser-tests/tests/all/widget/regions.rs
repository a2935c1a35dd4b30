//! Which emergency number a reader gets, by where they are.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::languages::quiz_in;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

/// A page for a reader whose device says that it has a time zone, with the widget in it; `None` leaves what it says.
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
    /// Opens such a page and comes to the card that the first choice of a screen leads to, in a language.
    async fn comes_to_a_card(&self, page: String, language: &str, screen: usize) {
        self.server.twist(|twists| _ = twists.texts.insert("index.html", page));
        self.opens("").await;
        self.page.the("button", "Start").await;
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

    /// The labels and the addresses of the links on the card, and whether a screen reader is told all of it.
    async fn calls(&self) -> Value {
        let script = "return [...quiz.shadowRoot.querySelectorAll('[data-announce] a[href^=\"tel:\"]')].map((it) => [it.textContent, it.href])";
        self.page.run(script, vec![]).await
    }
}

const ELSEWHERE: &str = "Somewhere else? Call the emergency number of the country you're in.";

#[apply(every_engine!)]
async fn a_reader_in_london_was_told_to_call_911_since_the_page_is_in_en_us(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.comes_to_a_card(page("en-US", "", "Europe/London"), "en", 0).await;
    reader.page.the("heading", "Call 999 or go to the nearest emergency department now").await;
    assert_eq!(reader.calls().await, json!([["Call 999", "tel:999"]]));
    reader.page.says(ELSEWHERE).await;
}

#[apply(every_engine!)]
async fn the_time_zone_of_the_device_itself_counts_under_whatever_name_the_engine_has_for_it(engine: Engine) {
    // Engines call it Asia/Calcutta or Asia/Kolkata.
    let reader = Reader::in_time_zone(engine, "Asia/Kolkata").await;
    reader.comes_to_a_card(page("en-US", "region=US", None), "en", 0).await;
    let both = json!([["Call 112 (India)", "tel:112"], ["Call 911 (United States)", "tel:911"]]);
    assert_eq!(reader.calls().await, both);
}

#[apply(every_engine!)]
async fn an_engine_without_a_list_of_time_zones_left_readers_with_the_owners_number(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let without = page("en-US", "region=US", "Africa/Johannesburg").replace(
        "</script>",
        "; delete Intl.Locale.prototype.getTimeZones; delete Intl.Locale.prototype.timeZones</script>",
    );
    reader.comes_to_a_card(without, "en", 0).await;
    let both = json!([["Call 112 (South Africa)", "tel:112"], ["Call 911 (United States)", "tel:911"]]);
    assert_eq!(reader.calls().await, both);
}

#[apply(every_engine!)]
async fn a_reader_abroad_did_not_have_the_number_of_where_they_are(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.comes_to_a_card(page("en-US", "region=us", "Asia/Kolkata"), "en", 0).await;
    reader.page.the("heading", "Call 112 or go to the nearest emergency department now").await;
    let both = json!([["Call 112 (India)", "tel:112"], ["Call 911 (United States)", "tel:911"]]);
    assert_eq!(reader.calls().await, both);
    reader.page.run("quiz.region = 'UK'", vec![]).await;
    reader.page.the("link", "Call 999 (United Kingdom)").await;
    reader.page.run("quiz.lang = 'en-UK'; quiz.removeAttribute('region')", vec![]).await;
    reader.page.the("link", "Call 112").await;
    reader.page.run("quiz.region = 'DE'", vec![]).await;
    reader.page.the("link", "Call 112").await;
    let said = reader.page.console().await;
    assert_eq!(said, [] as [&str; 0]);
}

#[apply(every_engine!)]
async fn countries_are_named_in_the_language_of_the_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.comes_to_a_card(page("de", "region=GB", "America/New_York"), "de", 0).await;
    reader.page.the("link", "911 anrufen (Vereinigte Staaten)").await;
    reader.page.the("link", "999 anrufen (Vereinigtes Königreich)").await;
    reader.page.says("Sind Sie woanders?").await;
}

#[apply(every_engine!)]
async fn a_translator_that_changed_the_pages_language_changed_the_number(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.comes_to_a_card(page("en-US", "", "UTC"), "en", 0).await;
    assert_eq!(reader.calls().await, json!([["Call 911", "tel:911"]]));
    // A change of the page's language counts from the next press on.
    reader.page.run("document.documentElement.lang = 'es'; return quiz.start()", vec![]).await;
    reader.page.the("link", "Llamar al 911").await;
}

#[apply(every_engine!)]
async fn an_urgent_card_says_what_to_do_where_its_numbers_are_not_the_readers(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.comes_to_a_card(page("en-GB", "region=GB", "Africa/Nairobi"), "en", 1).await;
    reader.page.says(ELSEWHERE).await;
    let text = reader.page.text().await;
    assert!(text.contains("your local urgent medical line") && text.contains("call 999"), "{text}");
    reader.page.does_not_say("NHS 111").await;
}

#[apply(every_engine!)]
async fn a_region_that_the_quiz_does_not_know_was_not_named_in_the_console(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.comes_to_a_card(page("en-NZ", "region=KP", "UTC"), "en", 0).await;
    reader.page.the("link", "Call 111 (New Zealand)").await;
    reader.page.run("quiz.toggleAttribute('data-x'); quiz.region = 'KP'", vec![]).await;
    let said = reader.page.console().await;
    assert!(said.len() == 1 && said[0].contains("region=\"KP\"") && said[0].ends_with("NZ"), "{said:?}");
}
