//! The emergency numbers of the five-cause quiz come from `tools/emergency-numbers/emergency-numbers.json`, which
//! `tools/emergency-numbers/emergency-numbers.mjs` makes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

const QUIZZES: [&str; 4] = [
    include_str!("../../../quizzes/upper-back-knots.json"),
    include_str!("../../../quizzes/upper-back-knots.es.json"),
    include_str!("../../../quizzes/upper-back-knots.de.json"),
    include_str!("../../../quizzes/upper-back-knots.ar.json"),
];

const DOCUMENT: &str = include_str!("../../../docs/emergency-numbers.md");

fn data() -> Value {
    serde_json::from_str(include_str!("../../../tools/emergency-numbers/emergency-numbers.json"))
        .expect("JSON")
}

fn regions() -> BTreeMap<String, Value> {
    let regions = data()["regions"].as_object().expect("regions").clone();
    regions.into_iter().collect()
}

#[test]
fn every_region_of_the_data_has_its_own_number_in_every_quiz() {
    let mut expected: BTreeMap<String, Value> =
        regions().into_iter().map(|(region, it)| (region, it["number"].clone())).collect();
    assert!(expected.len() >= 60);
    expected.insert("EU".to_owned(), json!("112"));
    for quiz in QUIZZES {
        let quiz: Value = serde_json::from_str(quiz).expect("JSON");
        let found = quiz["care"]["emergency"]["regions"].as_object().expect("regions");
        let found: BTreeMap<String, Value> =
            found.iter().map(|(region, it)| (region.clone(), it["number"].clone())).collect();
        assert_eq!(
            found, expected,
            "{}: run tools/emergency-numbers/emergency-numbers.mjs",
            quiz["language"]
        );
    }
}

/// The regions of CLDR 47 with at least five million people and English, Spanish, German or Arabic as an official language.
#[test]
fn every_large_region_of_the_quizzes_languages_is_required() {
    let large = "AE AR AT AU BE BI BO CA CH CL CM CO CR CU DE DK DO DZ EC EG ER ES GB GH GT HK HN IE IL IN IQ JO KE LB LR LY MA MG MW \
                 MX NG NI NZ PE PG PH PK PL PS PY RW SA SD SG SL SO SS SV SY TD TN TZ UG US VE YE ZA ZM ZW";
    let large: Vec<&str> = large.split_whitespace().collect();
    let regions = regions();
    let required: Vec<&str> =
        regions.iter().filter(|(_, it)| it["required"] == true).map(|(region, _)| &**region).collect();
    assert_eq!(required, large);
}

#[test]
fn a_number_from_a_single_source_has_a_reason() {
    for (region, it) in regions() {
        let text = |key: &str| it[key].as_str().unwrap_or_default();
        // Android's data lists the services of each number: "911 police+ambulance+fire, 107 ambulance".
        let for_ambulances = text("android").split(", ").any(|call| {
            call.split_once(' ').is_some_and(|(number, types)| {
                number == text("number") && types.split('+').any(|it| it == "ambulance")
            })
        });
        assert!(for_ambulances || text("reason").len() > 10, "{region}: {it}");
    }
}

#[test]
fn the_document_lists_every_number_and_source() {
    for (region, it) in regions() {
        let number = it["number"].as_str().expect("a number");
        let row = DOCUMENT.lines().find(|line| line.starts_with(&format!("| {region} ")));
        assert!(row.is_some_and(|row| row.contains(&format!(" | {number} | "))), "{region}");
    }
    let count = format!("{} regions", regions().len());
    for text in [include_str!("../../../docs/element.md"), include_str!("../../../ARCHITECTURE.md")] {
        assert!(text.contains(&count), "{count}");
    }
    for source in data()["sources"].as_object().expect("sources").values() {
        for key in ["what", "version", "license"] {
            let text = source[key].as_str().expect("text");
            assert!(DOCUMENT.contains(text), "{text}");
        }
    }
}
