//! The element's public contract says one thing in three places: the code, `custom-elements.json`, `docs/element.md`.
//!
//! The code is read as text, by the few ways in which it names what is public. A way that is not known here fails as
//! well, so that nothing is added past this test.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, iter};

use serde_json::Value;

type Names = BTreeSet<String>;

/// The files below a folder that end so, each with its text free of comments that have lines of their own.
fn code(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn look(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                look(&path, ending, found);
            } else if path.extension().is_some_and(|it| it == ending) {
                let text = fs::read_to_string(&path).expect("a text");
                let is_code =
                    |line: &&str| !["//", "/*", "*"].iter().any(|it| line.trim_start().starts_with(it));
                let text = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
                found.push((path.display().to_string(), text));
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    assert!(!found.is_empty(), "nothing in {folder} ends in .{ending}");
    found
}

fn all(folder: &str, ending: &str) -> String {
    code(folder, ending).into_iter().map(|(_, text)| text + "\n").collect()
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn loader() -> String {
    file("src/embed/which-cause.js")
}

/// What stands behind each `before`.
fn behind<'t>(text: &'t str, before: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(before).map(move |(at, _)| &text[at + before.len()..])
}

/// What stands between each `before` and the next `after`.
fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> Vec<&'t str> {
    behind(text, before).map(|rest| rest.split(after).next().expect("there is always a first")).collect()
}

fn the<'t>(text: &'t str, before: &'t str, after: &'t str) -> &'t str {
    let found = between(text, before, after);
    assert_eq!(found.len(), 1, "once there is {before}…{after}");
    found[0]
}

fn names<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Names {
    let names: Names = names.into_iter().map(Into::into).collect();
    assert!(!names.is_empty(), "nothing was found: the code says it in another way now");
    names
}

/// What stands in quotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// What each call of a function is given, up to the bracket that ends it.
fn calls<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let opening = format!("{name}(");
    let is_call = |before: &str| {
        !before.ends_with("fn ") && !before.ends_with(|it: char| it == '_' || it.is_ascii_alphanumeric())
    };
    let begins = text.match_indices(&opening).filter(|(at, _)| is_call(&text[..*at]));
    begins
        .map(|(at, _)| {
            let rest = &text[at + opening.len()..];
            let mut depth = 1;
            let end = rest.find(|letter| {
                depth += match letter {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
                depth == 0
            });
            rest[..end.expect("a call that ends")].trim()
        })
        .collect()
}

/// `start-label` as a property: `startLabel`.
fn property(attribute: &str) -> String {
    let mut words = attribute.split('-');
    let first = words.next().expect("there is always a first").to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// The element in the manifest.
fn element() -> Value {
    let manifest: Value = serde_json::from_str(&file("custom-elements.json")).expect("JSON");
    manifest["modules"][0]["declarations"][0].clone()
}

/// A list of the manifest's, each of which says what it is.
fn listed(list: &str) -> Vec<Value> {
    let list = element()[list].as_array().expect("a list").clone();
    for it in &list {
        assert!(it["description"].as_str().is_some_and(|it| !it.is_empty()), "{it} has no description");
    }
    list
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn manifest(list: &str, kind: &str) -> Names {
    let list = listed(list);
    let named: Vec<&str> =
        list.iter().filter(|it| kind.is_empty() || it["kind"] == kind).map(|it| text(it, "name")).collect();
    assert_eq!(named.len(), named.iter().collect::<BTreeSet<_>>().len(), "twice in {named:?}");
    names(named)
}

/// A section of `docs/element.md`.
fn section(heading: &str) -> String {
    let docs = file("docs/element.md");
    the(&(docs + "\n## "), &format!("\n## {heading}\n"), "\n## ").to_owned()
}

/// The rows of a section's table: the name that each begins with, and what else is in it.
fn rows(heading: &str) -> Vec<(String, String)> {
    let section = section(heading);
    let row = |line: &str| {
        let (name, rest) = line.strip_prefix("| `")?.split_once("` |")?;
        Some((name.to_owned(), rest.to_owned()))
    };
    section.lines().filter_map(row).collect()
}

fn docs(heading: &str) -> Names {
    names(rows(heading).into_iter().map(|(name, _)| name))
}

/// A row of a section's table.
fn row(heading: &str, name: &str) -> String {
    let row = rows(heading).into_iter().find(|(it, _)| it == name);
    row.unwrap_or_else(|| panic!("{name} has no row in {heading}")).1
}

/// The attributes that the loader watches, all but `lang` being properties as well.
fn watched() -> Names {
    let loader = loader();
    let watched = the(&loader, "static observedAttributes = [", "];");
    assert_eq!(watched, "\"lang\", ...Object.values(properties)");
    let listed = the(&loader, "for (const name of \"", "\".split(\" \")");
    names(listed.split(' ').chain(iter::once("lang")))
}

/// What `attributes.js` says that an attribute has to look like.
fn fits() -> Vec<(String, String)> {
    let attributes = file("src/embed/attributes.js");
    let fits = the(&attributes, "const fits = {\n", "\n};");
    fits.lines()
        .map(|line| line.trim().trim_end_matches(',').split_once(": ").expect("a name and a pattern"))
        .map(|(name, pattern)| (name.to_owned(), pattern.to_owned()))
        .collect()
}

#[test]
fn the_manifest_is_of_this_element_and_goes_with_the_build() {
    let manifest: Value = serde_json::from_str(&file("custom-elements.json")).expect("JSON");
    let module = &manifest["modules"][0];
    let export = &module["exports"][0];
    let element = element();
    let defined = the(&loader(), "customElements.define(", ")").to_owned();
    assert_eq!(defined, format!("\"{}\", {}", text(&element, "tagName"), text(&element, "name")));
    assert_eq!(export["name"], element["tagName"]);
    assert_eq!(export["declaration"]["name"], element["name"]);
    assert_eq!(export["declaration"]["module"], module["path"]);
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/embed").join(text(module, "path")).is_file());
    let copied = r#"<link data-trunk rel="copy-file" href="custom-elements.json" />"#;
    assert!(file("index.html").contains(copied), "the build does not have it");
}

#[test]
fn the_attributes_are_the_same_everywhere() {
    let watched = watched();
    assert_eq!(manifest("attributes", ""), watched, "manifest and code");
    assert_eq!(docs("Attributes"), watched, "docs and code");
}

#[test]
fn no_attribute_is_read_that_is_not_watched() {
    let watched = watched();
    let (js, rust) = (all("src/embed", "js"), all("src/embed", "rs"));
    let loader = loader();
    let app = ["instance", "attributes", "texts"].map(|name| file(&format!("src/embed/{name}.js"))).concat();
    let mut read: Vec<String> = fits().into_iter().map(|(name, _)| name).collect();
    read.extend(between(&js, "read(element, \"", "\"").into_iter().map(str::to_owned));
    for attributes in [&loader, &app] {
        read.extend(between(attributes, "Attribute(\"", "\"").into_iter().map(str::to_owned));
    }
    read.extend(between(&rust, ".get(\"", "\"").into_iter().map(str::to_owned));
    // What the loader reads of itself, and sets on elements of its own.
    let own = ["aria-busy"];
    // Builds for debugging alone have it, so that a test can have the app die.
    let debugging = ["debug-panic"];
    for name in names(read) {
        let known =
            watched.contains(&name) || own.contains(&name.as_str()) || debugging.contains(&name.as_str());
        assert!(known, "`{name}` is read, and nothing tells of it");
    }
}

#[test]
fn closed_values_are_the_same_everywhere() {
    let mut closed = 0;
    for attribute in listed("attributes") {
        let name = text(&attribute, "name");
        let fits = fits().into_iter().find(|(it, _)| it == name).map(|(_, pattern)| pattern);
        let values =
            fits.as_deref().and_then(|it| it.split_once("/^(")?.1.split_once(")$/")).map(|(it, _)| it);
        let values = values.map(|it| it.split('|').collect::<Vec<_>>());
        let said = attribute["type"]["text"].as_str().expect("a type");
        let Some(values) = values else {
            assert!(["string", "boolean"].contains(&said), "{name} is not closed, and is said to be {said}");
            continue;
        };
        closed += 1;
        let quoted: Vec<String> = values.iter().map(|it| format!("'{it}'")).collect();
        assert_eq!(said, quoted.join(" | "), "{name}");
        assert!(values.contains(&text(&attribute, "default")), "{name}");
        for value in values {
            assert!(row("Attributes", name).contains(&format!("`{value}`")), "the row of {name}: {value}");
        }
    }
    assert_eq!(closed, 3, "theme, loading, report: the code says it in another way now");
}

#[test]
fn the_labels_without_an_attribute_are_the_same_everywhere() {
    let loader = loader();
    for attribute in listed("attributes") {
        let name = text(&attribute, "name");
        if !name.ends_with("-label") {
            continue;
        }
        let read = format!("this.{} || \"", property(name));
        let said = names(between(&loader, &read, "\""));
        assert_eq!(said, names([text(&attribute, "default")]), "{name}");
        for label in said {
            assert!(row("Attributes", name).contains(&format!("`{label}`")), "the row of {name}: {label}");
        }
    }
}

#[test]
fn the_properties_are_the_attributes() {
    let attributes: Vec<String> = watched().into_iter().filter(|it| it != "lang").collect();
    // How the loader makes one of the other serves for labels alone.
    assert!(loader().contains("properties[name.replace(\"-l\", \"L\")] = name;"));
    for attribute in &attributes {
        assert_eq!(attribute.replacen("-l", "L", 1), property(attribute));
    }
    let properties = names(attributes.iter().map(|it| property(it)));
    assert_eq!(manifest("members", "field"), properties, "manifest and code");
    assert_eq!(docs("Properties"), properties, "docs and code");
    let boolean = the(&loader(), "return name === \"", "\"").to_owned();
    for attribute in &attributes {
        let name = property(attribute);
        let fields = listed("members");
        let field = fields.iter().find(|it| it["name"] == name.as_str()).expect("it is there");
        let kind = if name == boolean { "boolean" } else { "string" };
        assert_eq!(field["attribute"], attribute.as_str());
        assert_eq!(field["reflects"], true, "{name}");
        assert_eq!(field["type"]["text"], kind, "{name}");
        assert_eq!(row("Properties", &name), format!(" {kind} | `{attribute}` |"), "the row of {name}");
    }
    for attribute in listed("attributes") {
        assert_eq!(text(&attribute, "fieldName"), property(text(&attribute, "name")));
    }
}

#[test]
fn the_methods_are_the_same_everywhere() {
    let loader = loader();
    let class = the(&loader, "class WhichCause extends HTMLElement {\n", "\n}\n");
    // They are bound to their element, and those that the browser calls are not.
    let method = |line: &str| {
        let (name, _) = line.strip_prefix("  ")?.split_once(" = () =>")?;
        name.starts_with(|it: char| it.is_ascii_alphabetic()).then(|| name.to_owned())
    };
    let methods = names(class.lines().filter_map(method));
    assert_eq!(manifest("members", "method"), methods, "manifest and code");
    let docs: Names = docs("Methods").iter().map(|it| it.trim_end_matches("()").to_owned()).collect();
    assert_eq!(docs, methods, "docs and code");
}

/// The events that the element dispatches, without what all begin with.
fn events() -> Names {
    let mut found = Vec::new();
    for (path, text) in code("src", "rs") {
        for given in calls(&text, "emit") {
            match quoted(given)[..] {
                [name, ..] if given.starts_with('"') => found.push(name.to_owned()),
                _ => panic!("{path}: emit({given})"),
            }
        }
    }
    for (path, text) in code("src/embed", "js") {
        for given in calls(&text, "CustomEvent") {
            match given.split(',').next() {
                // One that comes from Rust.
                Some("\"which-cause-\" + name") => {}
                Some(name) if name.starts_with("\"which-cause-") => {
                    found.push(name.trim_matches('"').replace("which-cause-", ""));
                }
                _ => panic!("{path}: new CustomEvent({given})"),
            }
        }
    }
    names(found.into_iter().map(|it| format!("which-cause-{it}")))
}

#[test]
fn the_events_are_the_same_everywhere() {
    let events = events();
    assert_eq!(manifest("events", ""), events, "manifest and code");
    assert_eq!(docs("Events"), events, "docs and code");
}

#[test]
fn what_events_carry_is_the_same_everywhere() {
    let instance = file("src/embed/instance.js");
    let mut set = vec![the(&instance, "const detail = { ", " }")];
    for more in between(&instance, "Object.assign(detail, { ", " }") {
        set.extend(more.split(", ").map(|it| it.split(':').next().expect("there is always a first")));
    }
    let loader = loader();
    set.extend(between(&loader, "detail: { ", ":"));
    let carried = names(set);
    let mut said = Vec::new();
    for event in listed("events") {
        let name = text(&event, "name");
        let of = event["type"]["text"].as_str().expect("a type");
        let keys = of.strip_prefix("CustomEvent<{ ").and_then(|it| it.strip_suffix(" }>")).expect("an event");
        for key in keys.split(", ") {
            let key = key.split([':', '?']).next().expect("there is always a first");
            assert!(row("Events", name).contains(&format!("`{key}`")), "the row of {name}: {key}");
            said.push(key.to_owned());
        }
    }
    assert_eq!(names(said), carried, "manifest and code");
}

#[test]
fn the_parts_are_the_same_everywhere() {
    let mut found = Vec::new();
    let views = ["src/view", "src/embed"].into_iter().flat_map(|it| code(it, "rs"));
    for (path, text) in views.chain(code("src/embed", "js")) {
        for sign in ["part=", "part: "] {
            for rest in behind(&text, sign) {
                let Some(name) = rest.strip_prefix('"') else { panic!("{path}: {sign}{rest:.40}") };
                found.extend(
                    name.split('"').next().into_iter().flat_map(str::split_whitespace).map(str::to_owned),
                );
            }
        }
        for given in calls(&text, "set").into_iter().filter(|it| it.starts_with("\"part\"")) {
            match quoted(given)[..] {
                ["part", part] => found.push(part.to_owned()),
                _ => panic!("{path}: set({given})"),
            }
        }
    }
    let parts = names(found);
    assert_eq!(manifest("cssParts", ""), parts, "manifest and code");
    assert_eq!(docs("Parts"), parts, "docs and code");
}

const PREFIX: &str = "--which-cause-";

/// Every custom property that a style sheet asks for, with what it falls back on.
fn asked_for() -> Vec<(String, String)> {
    let css = all("style", "css");
    calls(&css, "var")
        .into_iter()
        .filter(|it| it.starts_with(PREFIX))
        .map(|it| it.split_once(',').unwrap_or_else(|| panic!("{it} falls back on nothing")))
        .map(|(name, fallback)| (name.to_owned(), fallback.trim().to_owned()))
        .collect()
}

#[test]
fn the_custom_properties_are_the_same_everywhere() {
    let asked_for = names(asked_for().into_iter().map(|(name, _)| name));
    assert_eq!(manifest("cssProperties", ""), asked_for, "manifest and code");
    assert_eq!(docs("CSS custom properties"), asked_for, "docs and code");
    let everything = all("style", "css") + &all("src", "rs") + &all("src", "js");
    for rest in behind(&everything, PREFIX) {
        let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '-').unwrap_or(rest.len());
        let name = format!("{PREFIX}{}", &rest[..end]);
        assert!(asked_for.contains(&name), "{name} is set, and nothing asks for it");
    }
}

#[test]
fn what_custom_properties_fall_back_on_is_the_same_everywhere() {
    for property in listed("cssProperties") {
        let name = text(&property, "name");
        let fallbacks: Vec<String> = asked_for()
            .into_iter()
            .filter(|(it, _)| it == name)
            .map(|(_, it)| it.replace("var(--", &format!("var({PREFIX}")))
            .collect();
        // A colour falls back on two where a browser knows both, and on the light one of them elsewhere.
        let whole = fallbacks.iter().max_by_key(|it| it.len()).expect("one at least");
        assert_eq!(text(&property, "default"), whole, "{name}");
        for fallback in &fallbacks {
            let light = whole.strip_prefix("light-dark(").and_then(|it| it.split(',').next());
            assert!(fallback == whole || Some(fallback.as_str()) == light, "{name}: {fallback}");
        }
        let row = row("CSS custom properties", name);
        let values = whole.strip_prefix("light-dark(").unwrap_or(whole).trim_start_matches("var(");
        for value in values.trim_end_matches(')').split(", ") {
            assert!(row.contains(&format!("`{value}`")), "the row of {name}: {value}");
        }
    }
}

#[test]
fn the_slot_and_its_mark_are_the_same_everywhere() {
    let made: Vec<String> = code("src", "js")
        .iter()
        .flat_map(|(_, text)| calls(text, "make"))
        .filter(|it| it.starts_with("\"slot\""))
        .map(str::to_owned)
        .collect();
    assert_eq!(made, ["\"slot\""], "one slot, without a name");
    assert!(!all("src", "rs").contains("<slot"), "another slot");
    assert_eq!(manifest("slots", ""), names([""]));
    let css = all("style", "css");
    let marks = names(between(&css, "::slotted([", "]"));
    let slots = listed("slots");
    for mark in marks {
        let said = format!("`{mark}`");
        assert!(text(&slots[0], "description").contains(&said), "the manifest: {mark}");
        assert!(section("Slots").contains(&said), "docs: {mark}");
    }
}

#[test]
fn the_drawings_that_are_fetched_ahead_are_those_of_the_compiled_in_quiz_and_are_in_the_build() {
    let quiz: Value = serde_json::from_str(&file("quizzes/upper-back-knots.json")).expect("JSON");
    let drawings = quiz["drawings"].as_str().expect("an address");
    let tools = file("tools/translations.mjs");
    let compiled_in = the(&tools, "export const quiz = \"", "\"");
    assert!(file("src/embed/pictures.js").contains("new URL(`${QUIZ}.drawings.json`, import.meta.url)"));
    assert_eq!(drawings, format!("{compiled_in}.drawings.json"));
    let copied = format!("<link data-trunk rel=\"copy-file\" href=\"quizzes/{drawings}\" />");
    assert!(file("index.html").contains(&copied));
    assert!(file("size-budget.json").contains(drawings));
    // What is not named there goes into the app's folder, and with that into the plugin.
    assert!(!file("tools/folder.mjs").contains(drawings));
}
