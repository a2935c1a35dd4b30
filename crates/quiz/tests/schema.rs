//! The schema and the parser agree: every file that the parser accepts is valid by the schema.

use std::sync::LazyLock;

use crate::support::FIVE_CAUSES;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use which_cause_quiz::{read, schema};

const BREAD: &str = include_str!("../../../quizzes/dense-bread.json");
const SMALL: &str = include_str!("../../../quizzes/starter.json");

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema()).expect("a schema"));

#[test]
fn the_published_schema_is_the_one_that_the_command_prints() {
    let published: Value =
        serde_json::from_str(include_str!("../../../quizzes/quiz.schema.json")).expect("JSON");
    assert_eq!(
        published,
        schema(),
        "regenerate it: cargo run -q -p which-cause-cli -- schema > quizzes/quiz.schema.json"
    );
}

#[test]
fn the_schema_is_valid_and_accepts_the_shipped_quizzes() {
    jsonschema::meta::validate(&schema()).expect("a schema");
    for text in [FIVE_CAUSES, BREAD, SMALL] {
        let file: Value = serde_json::from_str(text).expect("JSON");
        let errors: Vec<String> = VALIDATOR.iter_errors(&file).map(|it| it.to_string()).collect();
        assert_eq!(errors, [] as [&str; 0]);
        assert_eq!(file["$schema"], "./quiz.schema.json");
    }
}

#[test]
fn the_schema_describes_every_key_and_refuses_unknown_ones() {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["titel"] = json!("A typing error");
    assert!(!VALIDATOR.is_valid(&file));
    let schema = schema();
    let parts = schema["$defs"].as_object().expect("parts");
    assert!(parts.len() > 20);
    for (name, part) in parts {
        for (key, property) in part["properties"].as_object().expect("an object") {
            assert!(property["description"].as_str().is_some_and(|it| it.len() > 3), "{name}.{key}");
        }
    }
}

/// The JSON pointers of all parts of a file.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(key, it)| pointers(it, &format!("{at}/{key}"), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, it)| pointers(it, &format!("{at}/{i}"), found));
        }
        _ => {}
    }
}

/// Values of every type, at the limits and beyond them.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|it| json!(it)),
        (-2_i64..120).prop_map(|it| json!(it)),
        Just(json!(0.5)),
        Just(json!(30.0)),
        Just(json!(-0.0)),
        Just(json!(1e300)),
        (-2_i32..120).prop_map(|it| json!(f64::from(it))),
        Just(json!("\u{200b}")),
        Just(json!("a\nb")),
        Just(json!("{ 1")),
        "[a-z_]{0,70}".prop_map(|it| json!(it)),
        Just(json!("")),
        Just(json!(" ")),
        Just(json!("x".repeat(2_000))),
        Just(json!("é".repeat(2_001))),
        Just(json!("{n} of {total} {label} {choice} {causes} {name}")),
        Just(json!("https://example.org/ä")),
        Just(json!("112")),
        Just(json!("all")),
        Just(json!("rtl")),
        Just(json!([])),
        Just(json!({})),
        Just(json!({"_note": 1, "$x": []})),
    ]
}

#[test]
fn the_schema_and_the_parser_accept_the_same_numbers() {
    let weeks = "\"soon_after_weeks\": 6";
    assert!(FIVE_CAUSES.contains(weeks));
    for number in [
        "0",
        "0.0",
        "-0",
        "-0.0",
        "0e5",
        "3.0",
        "3e0",
        "3E+1",
        "30e-1",
        "1.2e1",
        "52.0",
        "52.5",
        "53.0",
        "-1",
        "-1.0",
        "3.5",
        "1e-1",
        "1e2",
        "1e3",
        "1e300",
        "99999999999999999999",
        "9007199254740993",
        "\"3\"",
        "null",
        "true",
    ] {
        let text = FIVE_CAUSES.replacen(weeks, &format!("\"soon_after_weeks\": {number}"), 1);
        let valid = VALIDATOR.is_valid(&serde_json::from_str(&text).expect("JSON"));
        assert_eq!(read(&text).is_ok(), valid, "{number}: valid by the schema: {valid}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_parser_refuses_every_file_that_the_schema_refuses(
        which in 0_usize..3, changes in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(values())), 1..4)
    ) {
        let mut file: Value = serde_json::from_str([FIVE_CAUSES, BREAD, SMALL][which]).expect("JSON");
        for (index, value) in changes {
            let mut found = Vec::new();
            pointers(&file, "", &mut found);
            let place = &found[index.index(found.len())];
            if let Some(value) = value {
                *file.pointer_mut(place).expect("the part") = value;
            } else if let Some((parent, key)) = place.rsplit_once('/') {
                match file.pointer_mut(parent).expect("the part") {
                    Value::Object(map) => _ = map.remove(key),
                    Value::Array(list) => _ = list.remove(key.parse().expect("a number")),
                    _ => unreachable!("only objects and lists have parts"),
                }
            }
        }
        let parsed = read(&file.to_string());
        if !VALIDATOR.is_valid(&file) {
            let errors: Vec<String> = VALIDATOR.iter_errors(&file).map(|it| format!("{} {it}", it.instance_path())).collect();
            prop_assert!(parsed.is_err(), "the parser accepts what the schema refuses: {errors:?}");
        }
    }
}
