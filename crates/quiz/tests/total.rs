//! The score `total`: choices give points to one total, and the cause in whose range it is leads.

use std::rc::Rc;
use std::sync::Arc;

use crate::support::{Reader, checked, finding_lines, lines, quiz_of, shown, tick_all, verdict};
use serde_json::{Value, json};
use which_cause_quiz::{
    AnswerModel, Odds, OddsMethod, PlainDigits, Quiz, Regions, findings, read, translation_misfit,
};

/// A file with three ranges: from 2, from 4 and from 7. A question gives 0 to 5 points, and another one 1 or -1.
fn file() -> Value {
    let points = |id: &str, points: i32| json!({"id": id, "text": id, "points": points});
    let many: Vec<Value> = (0..=5).map(|it| points(&format!("p{it}"), it)).collect();
    let few = [points("more", 1), points("less", -1)];
    let scale = json!({"id": "scale", "kind": "scale", "text": "How much?", "scale": {
        "steps": 3, "low": {"text": "Little"}, "high": {"text": "Much", "points": 1}
    }});
    let mut file = quiz_of(
        &["low", "middle", "high"],
        json!([
            {"id": "many", "kind": "one", "text": "Many?", "choices": many},
            {"id": "few", "kind": "one", "text": "Few?", "choices": few},
            scale,
        ]),
    );
    for (i, from) in [2, 4, 7].into_iter().enumerate() {
        file["causes"][i]["from"] = json!(from);
    }
    file["scoring"] = json!({"score": "total"});
    let keys = file.as_object_mut().expect("an object");
    keys.remove("bands");
    file
}

fn reader(quiz: &Arc<Quiz>, picks: [&str; 3]) -> Reader {
    picks.iter().fold(Reader::of(quiz), |reader, pick| reader.picks(&[*pick]).goes_on())
}

fn problems(change: impl FnOnce(&mut Value)) -> String {
    let mut file = file();
    change(&mut file);
    read(&file.to_string()).map_or_else(|problems| lines(&problems), |_| String::new())
}

#[test]
fn the_cause_in_whose_range_the_total_is_leads() {
    let quiz = checked(&file());
    for (picks, leads) in [
        (["p0", "less", "1"], None),
        (["p1", "more", "1"], Some("low")),
        (["p2", "less", "3"], Some("low")),
        (["p3", "more", "1"], Some("middle")),
        (["p4", "more", "2"], Some("middle")),
        (["p5", "more", "2"], Some("high")),
        (["p5", "more", "3"], Some("high")),
    ] {
        let reader = reader(&quiz, picks);
        let outcome = reader.result();
        let expected: Vec<String> = leads.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(shown(&outcome), expected, "{picks:?}");
        assert_eq!(verdict(&outcome), if leads.is_some() { "leads" } else { "nothing" }, "{picks:?}");
    }
}

#[test]
fn a_result_names_the_total_and_has_no_bars() {
    let quiz = checked(&file());
    let placeholders = quiz.placeholders(Regions::default(), Rc::new(PlainDigits));
    let total = |picks| reader(&quiz, picks).result().score_lines(&placeholders);
    assert_eq!(total(["p3", "more", "2"]), ["Your total: 5 of 8"]);
    assert_eq!(total(["p0", "less", "1"]), ["Your total: \u{2212}1 of 8"]);
    let sheet = reader(&quiz, ["p3", "more", "2"]).result().sheet(&placeholders, None).to_text();
    assert!(sheet.contains("Your total: 5 of 8"), "{sheet}");
    assert!(!sheet.contains(quiz.words().bars.as_written()), "{sheet}");
}

#[test]
fn the_odds_of_ranges_are_exact() {
    let quiz = checked(&file());
    let odds = Odds::exact(&quiz, AnswerModel::ticking(0.5)).expect("few totals");
    let mut counts = [0.0; 4];
    for many in 0..6 {
        for few in [1, -1] {
            for step in 0..3 {
                let total = many + few + step;
                let range = [2, 4, 7].iter().filter(|from| total >= **from).count();
                counts[range] += 1.0 / 36.0;
            }
        }
    }
    assert!((odds.nothing - counts[0]).abs() < 1e-12, "{}", odds.nothing);
    for (cause, expected) in odds.causes.iter().zip(&counts[1..]) {
        assert!((cause.leads - expected).abs() < 1e-12, "{} is not {expected}", cause.leads);
    }
}

#[test]
fn many_ranges_do_not_make_the_odds_estimates() {
    let mut file = file();
    let cause = file["causes"][0].clone();
    file["causes"] = (0..50)
        .map(|i| {
            let mut cause = cause.clone();
            cause["id"] = json!(format!("c{i}"));
            cause["from"] = json!(i - 40);
            cause
        })
        .collect();
    let odds = Odds::exact(&checked(&file), AnswerModel::ticking(0.5)).expect("few totals");
    assert!(matches!(odds.method, OddsMethod::Exact { .. }));
}

#[test]
fn a_range_that_no_total_reaches_is_a_finding_and_uneven_ranges_are_none() {
    let mut file = file();
    let codes = |file: &Value| -> Vec<&str> {
        let found = findings(&checked(file), 0.5, || 0.5);
        found.iter().map(|it| it.kind.code()).filter(|code| *code != "same-texts").collect()
    };
    assert!(!codes(&file).iter().any(|it| ["lopsided", "leads-alone"].contains(it)), "{:?}", codes(&file));
    file["causes"][2]["from"] = json!(9);
    let found = finding_lines(&checked(&file));
    let line = "causes[2]: no answers lead to a total in the range of `high`; change its `from` or that of the next cause, or the points";
    assert!(found.iter().any(|it| it == line), "{found:#?}");
}

#[test]
fn findings_name_only_keys_that_the_score_can_have() {
    let mut file = file();
    for (i, from) in [7, 8, 9].into_iter().enumerate() {
        file["causes"][i]["from"] = json!(from);
    }
    let of_scoring = |file: &Value| {
        let mut found = finding_lines(&checked(file));
        found.retain(|it| it.starts_with("scoring:"));
        found
    };
    let found = of_scoring(&file);
    assert!(
        matches!(found.as_slice(), [one] if one.ends_with("lower `from` of the first cause, or give more points")),
        "{found:?}"
    );
    let all = |id| tick_all(id, &[json!({"a": 9}), json!({"b": 9})]);
    let mut file = quiz_of(&["a", "b"], json!([all("x"), all("y")]));
    file["scoring"] = json!({"result": "one", "lead_from": 100});
    let found = of_scoring(&file);
    assert!(
        matches!(found.as_slice(), [one] if one.ends_with("give points to fewer causes at once, or lower `lead_from`")),
        "{found:?}"
    );
}

#[test]
fn a_range_on_one_way_through_the_quiz_is_no_finding() {
    let mut file = file();
    let more = json!([{"id": "lots", "text": "Lots", "points": 20}, {"id": "none", "text": "None"}]);
    let question = json!({"id": "again", "kind": "one", "text": "And?", "choices": more,
        "ask_if": {"any_of": {"many": "p5"}}});
    file["questions"].as_array_mut().expect("questions").push(question);
    file["causes"][2]["from"] = json!(20);
    let found = finding_lines(&checked(&file));
    assert!(!found.iter().any(|it| it.contains("only one way")), "{found:#?}");
}

#[test]
fn a_total_without_points_above_0_is_one_problem() {
    let problems = problems(|file| {
        file["questions"].as_array_mut().expect("questions").truncate(1);
        for choice in file["questions"][0]["choices"].as_array_mut().expect("choices") {
            choice["points"] = json!(-1);
        }
    });
    assert_eq!(
        problems,
        "questions: no choice gives points above 0, so no total can be above 0; give points to some"
    );
}

#[test]
fn parts_of_other_scores_are_reported() {
    let problems = problems(|file| {
        file["scoring"]["lead_from"] = json!(3);
        file["scoring"]["result"] = json!("one");
        file["questions"][0]["choices"][1]["points"] = json!({"low": 2});
        file["bands"] = json!([{"id": "all", "from": 0, "text": "All"}]);
        file["causes"][1]["from"] = json!(2);
        file["causes"][2].as_object_mut().expect("an object").remove("from");
    });
    assert_eq!(
        problems,
        "bands: a quiz with the score `total` has no use for this; remove it\n\
         scoring.result: a quiz with the score `total` has no use for this; remove it\n\
         scoring.lead_from: a quiz with the score `total` has no use for this; remove it\n\
         causes[1].from: each `from` must be higher than that of the cause before it; write 3 or more, or change the order of the causes\n\
         causes[2].from: missing, but required by the score `total`\n\
         questions[0].choices[1].points: with the score `total` a choice has one number of points, like `\"points\": 2`"
    );
}

#[test]
fn parts_of_a_total_are_reported_in_other_quizzes() {
    let problems = problems(|file| {
        file["scoring"] = json!({"result": "one"});
        file["bands"] =
            json!([{"id": "many", "from": 50, "text": "Many"}, {"id": "few", "from": 0, "text": "Few"}]);
    });
    assert!(
        problems.contains("causes[0].from: only a quiz with the score `total` has this; remove it"),
        "{problems}"
    );
    assert!(
        problems.contains(
            "questions[0].choices[1].points: points go to causes, like {\"posture\": 2}; a number alone is for a quiz with the score `total`"
        ),
        "{problems}"
    );
}

#[test]
fn a_wrong_score_has_no_follow_on_problems() {
    let problems = problems(|file| file["scoring"]["score"] = json!("totel"));
    assert_eq!(problems.lines().count(), 1, "{problems}");
}

#[test]
fn a_translation_with_other_ranges_does_not_fit() {
    let mut other = file();
    other["causes"][1]["from"] = json!(5);
    let misfit = translation_misfit(&checked(&file()), &checked(&other));
    assert_eq!(misfit.as_deref(), Some("`scoring` is not as in the original; only the words may differ"));
}
