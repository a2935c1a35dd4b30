//! Placeholders: emergency numbers by region.

use std::rc::Rc;

use crate::support::{five_causes, five_causes_but};
use which_cause_quiz::{Placeholders, PlainDigits, Quiz, Regions};

fn placeholders(quiz: &Quiz, region: Option<&str>) -> Placeholders {
    quiz.placeholders(Regions { reader: region, owner: None }, Rc::new(PlainDigits))
}

#[test]
fn the_emergency_number_is_that_of_the_region_or_112() {
    let quiz = five_causes();
    let screen = &quiz.screens()[0];
    let which_cause_quiz::LeadsTo::Stop(_, card) = &screen.leads_to else { panic!("no stop") };
    let heading_in = |region| placeholders(&quiz, region).render(&card.heading);
    assert_eq!(heading_in(None), "Call 112 or go to the nearest emergency department now");
    assert_eq!(heading_in(Some("US")), "Call 911 or go to the nearest emergency department now");
    assert_eq!(heading_in(Some("ZZ")), heading_in(None));
    assert_eq!(placeholders(&quiz, Some("GB")).emergency_numbers()[0].number.as_str(), "999");
}

#[test]
fn the_number_111_never_stands_without_its_country() {
    let quiz = five_causes();
    for region in quiz.regions().into_iter().map(Some).chain([None]) {
        for screen in &quiz.screens()[..2] {
            let which_cause_quiz::LeadsTo::Stop(_, card) = &screen.leads_to else { panic!("no stop") };
            for text in [Some(&card.heading), Some(&*card.body), Some(&*card.after), card.call.as_ref()]
                .into_iter()
                .flatten()
            {
                let rendered = placeholders(&quiz, region).render(text);
                let without_known = ["NHS 111", "111 (New Zealand)", "111 (Papua New Guinea)"]
                    .iter()
                    .fold(rendered.clone(), |rest, it| rest.replace(it, ""));
                assert!(!without_known.contains("111"), "{region:?}: {rendered}");
            }
        }
    }
}

/// The emergency numbers of a reader, with their regions.
fn emergency_numbers(reader: Option<&str>, owner: Option<&str>) -> Vec<(String, Option<String>)> {
    let placeholders = five_causes().placeholders(Regions { reader, owner }, Rc::new(PlainDigits));
    let emergency_numbers = placeholders.emergency_numbers().iter();
    emergency_numbers.map(|it| (it.number.as_str().to_owned(), it.region.clone())).collect()
}

#[test]
fn a_reader_abroad_gets_their_own_number_and_the_owners() {
    let named = |number: &str, region: &str| (number.to_owned(), Some(region.to_owned()));
    assert_eq!(emergency_numbers(Some("GB"), Some("US")), [named("999", "GB"), named("911", "US")]);
    assert_eq!(emergency_numbers(Some("GB"), Some("GB")), [named("999", "GB")]);
    assert_eq!(
        emergency_numbers(Some("CA"), Some("US")),
        [named("911", "CA")],
        "the same number is listed once"
    );
    assert_eq!(emergency_numbers(Some("GB"), None), [named("999", "GB")]);
    let unknown = || ("112".to_owned(), None);
    assert_eq!(emergency_numbers(None, None), [unknown()]);
    assert_eq!(emergency_numbers(Some("ZZ"), Some("GB")), [unknown(), named("999", "GB")]);
}

#[test]
fn an_owners_region_that_the_quiz_does_not_list_adds_no_number() {
    assert_eq!(emergency_numbers(Some("GB"), Some("ZZ")), emergency_numbers(Some("GB"), None));
    assert_eq!(emergency_numbers(None, Some("ZZ")), emergency_numbers(None, None));
}

#[test]
fn texts_contain_the_readers_number_and_not_the_owners() {
    let quiz = five_causes();
    let placeholders =
        quiz.placeholders(Regions { reader: Some("ES"), owner: Some("GB") }, Rc::new(PlainDigits));
    for screen in &quiz.screens()[..2] {
        let which_cause_quiz::LeadsTo::Stop(_, card) = &screen.leads_to else { panic!("no stop") };
        let rendered = [&card.heading, &card.body, &card.after].map(|it| placeholders.render(it)).join(" ");
        assert!(
            rendered.contains("112") && !rendered.contains("999") && !rendered.contains("NHS"),
            "{rendered}"
        );
    }
    let which_cause_quiz::LeadsTo::Stop(_, card) = &quiz.screens()[0].leads_to else { panic!("no stop") };
    let label = card.call.as_ref().expect("a label");
    let labels: Vec<String> =
        placeholders.emergency_numbers().iter().map(|it| placeholders.render_for(it, label)).collect();
    assert_eq!(labels, ["Call 112", "Call 999"]);
}

#[test]
fn a_text_with_a_telephone_placeholder_contains_an_emergency_number() {
    let quiz = five_causes();
    let visit = quiz.care().and_then(|care| care.visit.as_ref()).expect("a visit card");
    assert!(
        ![&visit.heading, &visit.body, &visit.after].into_iter().any(Placeholders::contains_emergency_number)
    );
    for number in ["{emergency_number}", "{urgent_line}"] {
        let quiz = five_causes_but(|it| it["care"]["visit"]["after"] = format!("Call {number}.").into());
        assert!(Placeholders::contains_emergency_number(
            &quiz.expect("a quiz").care().and_then(|care| care.visit.as_ref()).expect("a visit card").after
        ));
    }
}
