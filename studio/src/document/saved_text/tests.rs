use super::*;

/// The lines that a change of the file removes and adds.
fn diff(opened: &str, change: impl FnOnce(&mut Value)) -> (Vec<String>, Vec<String>) {
    let before = Value::parse(opened).expect("JSON");
    let mut value = before.clone();
    change(&mut value);
    let saved = saved_text(opened, &before, &value);
    assert_eq!(Value::parse(&saved), Ok(value), "{saved}");
    let lines = |text: &str| text.split('\n').map(str::to_owned).collect::<Vec<_>>();
    let (mut before, mut after) = (lines(opened), lines(&saved));
    while !before.is_empty() && before.first() == after.first() {
        before.remove(0);
        after.remove(0);
    }
    while !before.is_empty() && before.last() == after.last() {
        before.pop();
        after.pop();
    }
    (before, after)
}

fn entry<'v>(value: &'v mut Value, key: &str) -> &'v mut Value {
    let Value::Object(entries) = value else { panic!("an object") };
    &mut entries.iter_mut().find(|(known, _)| known == key).expect("the key").1
}

fn items<'v>(value: &'v mut Value, key: &str) -> &'v mut Vec<Value> {
    let Value::Array(items) = entry(value, key) else { panic!("a list") };
    items
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

const ODD: &str = "{\n\t\"_notes\": [ \"mine\",   1.0e1 ],\n\n\t\"title\" : \"A \\u00e9\",\n\t\"list\": [\n\t\t{\"id\": \"a\", \"n\": 1},\n\t\t{ \"id\": \"b\" , \"n\": 2 }\n\t]\n}\n";

#[test]
fn a_file_without_changes_is_saved_as_it_was() {
    for name in ["upper-back-knots.json", "starter.json", "dense-bread.json", "upper-back-knots.ar.json"] {
        let path = format!("{}/../quizzes/{name}", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(&path).expect("a quiz file");
        let value = Value::parse(&file).expect("JSON");
        assert_eq!(saved_text(&file, &value, &value), file, "{name}");
    }
    let windows = ODD.replace('\n', "\r\n");
    let value = Value::parse(&windows).expect("JSON");
    assert_eq!(saved_text(&windows, &value, &value), windows);
}

#[test]
fn one_changed_text_changes_one_line() {
    let (before, after) = diff(ODD, |quiz| *entry(quiz, "title") = text("B"));
    assert_eq!(before, ["\t\"title\" : \"A \\u00e9\","]);
    assert_eq!(after, ["\t\"title\" : \"B\","]);
    let (before, after) = diff(ODD, |quiz| *entry(&mut items(quiz, "list")[1], "n") = Value::Integer(3));
    assert_eq!(before, ["\t\t{ \"id\": \"b\" , \"n\": 2 }"]);
    assert_eq!(after, ["\t\t{ \"id\": \"b\" , \"n\": 3 }"]);
}

#[test]
fn a_new_item_is_one_line_in_the_style_of_the_file() {
    let new = Value::Object(vec![("id".to_owned(), text("c"))]);
    let (before, after) = diff(ODD, |quiz| items(quiz, "list").insert(1, new));
    assert_eq!(before, Vec::<String>::new());
    assert_eq!(after, ["\t\t{\"id\": \"c\"},"]);
}

#[test]
fn a_removed_and_a_moved_item_keep_the_others() {
    let (before, after) = diff(ODD, |quiz| _ = items(quiz, "list").remove(0));
    assert_eq!(before, ["\t\t{\"id\": \"a\", \"n\": 1},"]);
    assert_eq!(after, Vec::<String>::new());
    let (_, after) = diff(ODD, |quiz| items(quiz, "list").swap(0, 1));
    assert_eq!(after, ["\t\t{ \"id\": \"b\" , \"n\": 2 },", "\t\t{\"id\": \"a\", \"n\": 1}"]);
}

#[test]
fn a_renamed_key_and_a_new_key_leave_the_other_entries() {
    let (before, after) = diff(ODD, |quiz| {
        let Value::Object(entries) = quiz else { panic!("an object") };
        entries[1].0 = "name".to_owned();
    });
    assert_eq!(before, ["\t\"title\" : \"A \\u00e9\","]);
    assert_eq!(after, ["\t\"name\": \"A \\u00e9\","]);
    let (before, after) = diff(ODD, |quiz| {
        let Value::Object(entries) = quiz else { panic!("an object") };
        entries
            .insert(2, ("help".to_owned(), Value::Array(vec![text(&"x".repeat(60)), text(&"y".repeat(60))])));
    });
    assert_eq!(before, Vec::<String>::new());
    let wide = ["x", "y"].map(|it| it.repeat(60));
    assert_eq!(
        after,
        ["\t\"help\": [", &format!("\t\t\"{}\",", wide[0]), &format!("\t\t\"{}\"", wide[1]), "\t],"]
    );
}

#[test]
fn an_object_that_no_longer_fits_on_its_line_gets_several() {
    let (_, after) = diff("{\n  \"a\": {\"b\": \"x\", \"c\": 1}\n}\n", |quiz| {
        *entry(entry(quiz, "a"), "b") = text(&"x".repeat(120));
    });
    assert_eq!(after.len(), 4, "{after:?}");
}

#[test]
fn a_list_that_was_empty_or_becomes_empty_is_laid_out_anew() {
    let (_, after) = diff("{\n  \"a\": []\n}\n", |quiz| items(quiz, "a").push(text("x")));
    assert_eq!(after, ["  \"a\": [\"x\"]"]);
    let (_, after) = diff("{\n  \"a\": [\n    1\n  ]\n}\n", |quiz| items(quiz, "a").clear());
    assert_eq!(after, ["  \"a\": []"]);
}
