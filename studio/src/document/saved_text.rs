//! The text of a file after changes: what did not change is written as it was, so that a diff shows the changes alone.

use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use which_cause_quiz::{JsonPath, MAX_LINE_WIDTH, Value};

use super::tree::text_at;

/// The text of `value` for a file that was opened with the text `opened`, whose content is `before`.
pub(super) fn saved_text(opened: &str, before: &Value, value: &Value) -> String {
    let options = CollectOptions::default();
    let root = parse_to_ast(opened, &options, &ParseOptions::default()).ok().and_then(|it| it.value);
    let Some(root) = root else { return value.to_json() };
    let mut writer = Writer { opened, text: opened[..root.range().start].to_owned(), indent_unit: None };
    writer.write(&root, before, value, "");
    writer.text.push_str(&opened[root.range().end..]);
    writer.text
}

struct Writer<'t> {
    opened: &'t str,
    text: String,
    /// The spaces or tabs of one level, once a list or an object on several lines has shown them.
    indent_unit: Option<String>,
}

/// An entry of a list or an object as it was.
struct OldEntry<'o, 't> {
    start: usize,
    key: Option<&'o str>,
    node: &'o Node<'t>,
    value: &'o Value,
}

/// An entry of a list or an object as it is now.
#[derive(Clone, Copy)]
struct NewEntry<'n> {
    key: Option<&'n str>,
    value: &'n Value,
}

impl<'t> Writer<'t> {
    /// Writes a value that was at `node`. `indent` is before each line of the value.
    fn write(&mut self, node: &Node<'t>, before: &Value, now: &Value, indent: &str) {
        let range = node.range();
        if before == now {
            return self.text.push_str(&self.opened[range.start..range.end]);
        }
        match (old_entries(node, before), new_entries(now)) {
            (Some(old), Some(new)) if !old.is_empty() && !new.is_empty() && is_same_kind(before, now) => {
                self.write_entries(node, &old, &new, now, indent);
            }
            _ => self.write_new(now, indent),
        }
    }

    /// Writes a list or an object: entries that were there keep their text, and new ones follow the style of the others.
    fn write_entries(
        &mut self,
        node: &Node<'t>,
        old: &[OldEntry<'_, 't>],
        new: &[NewEntry<'_>],
        now: &Value,
        indent: &str,
    ) {
        let range = node.range();
        let (first, last) = (&old[0], &old[old.len() - 1]);
        let open = &self.opened[range.start + 1..first.start];
        let is_inline = !self.opened[range.start..range.end].contains('\n');
        let inner = open.rsplit_once('\n').map_or(indent, |(_, inner)| inner).to_owned();
        if self.indent_unit.is_none() && !is_inline {
            self.indent_unit = inner.strip_prefix(indent).filter(|it| !it.is_empty()).map(str::to_owned);
        }
        // The shortest one: another may have an empty line.
        let gaps = old.windows(2).map(|pair| &self.opened[pair[0].node.range().end..pair[1].start]);
        let gap = match gaps.min_by_key(|gap| gap.len()) {
            Some(gap) => gap.to_owned(),
            None if is_inline => ", ".to_owned(),
            None => format!(",{open}"),
        };
        let old_indexes = old_indexes(old, new);
        let begin = self.text.len();
        self.text.push_str(&self.opened[range.start..first.start]);
        for (index, entry) in new.iter().enumerate() {
            let old_index = old_indexes[index];
            if index > 0 {
                let previous = old_indexes[index - 1];
                // Two entries that still follow each other keep what was between them, such as an empty line.
                match (previous, old_index) {
                    (Some(previous), Some(index)) if previous + 1 == index => {
                        let between = old[previous].node.range().end..old[index].start;
                        self.text.push_str(&self.opened[between]);
                    }
                    _ => self.text.push_str(&gap),
                }
            }
            let old = old_index.map(|index| &old[index]);
            match (entry.key, old) {
                (Some(key), Some(old)) if old.key == Some(key) => {
                    self.text.push_str(&self.opened[old.start..old.node.range().start]);
                }
                (Some(key), _) => self.write_key(key),
                (None, _) => {}
            }
            if let Some(old) = old {
                self.write(old.node, old.value, entry.value, &inner);
            } else {
                self.write_new(entry.value, &inner);
            }
        }
        self.text.push_str(&self.opened[last.node.range().end..range.end]);
        if is_inline && self.is_too_wide(begin, range.start) {
            self.text.truncate(begin);
            self.write_new(now, indent);
        }
    }

    fn write_key(&mut self, key: &str) {
        self.text.push_str(&Value::String(key.to_owned()).to_json_at(0, 0));
        self.text.push_str(": ");
    }

    /// Writes a value that was not there, in the layout of this project's files.
    fn write_new(&mut self, value: &Value, indent: &str) {
        /// The indent of a level in that layout.
        const LEVEL: &str = "  ";
        let used = self.column(self.text.len());
        let unit = self.indent_unit.clone().unwrap_or_else(|| LEVEL.to_owned());
        let line_break = if self.opened.contains("\r\n") { "\r\n" } else { "\n" };
        // Below a level: only the whole file is never on one line.
        let json = value.to_json_at(LEVEL.len(), used);
        for (number, line) in json.split('\n').enumerate() {
            if number == 0 {
                self.text.push_str(line);
                continue;
            }
            let inner = line.trim_start_matches(' ');
            let levels = (line.len() - inner.len()) / LEVEL.len() - 1;
            self.text.push_str(line_break);
            self.text.push_str(indent);
            self.text.push_str(&unit.repeat(levels));
            self.text.push_str(inner);
        }
    }

    /// Whether what was written since `begin` has made its line too wide, and the line was not too wide before.
    fn is_too_wide(&self, begin: usize, opened_at: usize) -> bool {
        let line_of = |text: &str, at: usize| {
            let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
            text[start..].lines().next().unwrap_or_default().chars().count()
        };
        line_of(&self.text, begin) > MAX_LINE_WIDTH && line_of(self.opened, opened_at) <= MAX_LINE_WIDTH
    }

    /// The number of characters before a position on its line.
    fn column(&self, at: usize) -> usize {
        let start = self.text[..at].rfind('\n').map_or(0, |it| it + 1);
        self.text[start..at].chars().count()
    }
}

fn is_same_kind(before: &Value, now: &Value) -> bool {
    matches!((before, now), (Value::Array(_), Value::Array(_)) | (Value::Object(_), Value::Object(_)))
}

fn old_entries<'o, 't>(node: &'o Node<'t>, value: &'o Value) -> Option<Vec<OldEntry<'o, 't>>> {
    match (node, value) {
        (Node::Array(array), Value::Array(items)) => {
            let entries = array.elements.iter().zip(items);
            Some(
                entries
                    .map(|(node, value)| OldEntry { start: node.range().start, key: None, node, value })
                    .collect(),
            )
        }
        (Node::Object(object), Value::Object(entries)) => {
            let entries = object.properties.iter().zip(entries);
            Some(
                entries
                    .map(|(property, (key, value))| OldEntry {
                        start: property.range().start,
                        key: Some(key),
                        node: &property.value,
                        value,
                    })
                    .collect(),
            )
        }
        _ => None,
    }
}

fn new_entries(value: &Value) -> Option<Vec<NewEntry<'_>>> {
    match value {
        Value::Array(items) => Some(items.iter().map(|value| NewEntry { key: None, value }).collect()),
        Value::Object(entries) => {
            Some(entries.iter().map(|(key, value)| NewEntry { key: Some(key), value }).collect())
        }
        _ => None,
    }
}

/// Whether an old entry became a new one.
type Rule = dyn Fn(&OldEntry<'_, '_>, &NewEntry<'_>) -> bool;

fn is_same(old: &OldEntry<'_, '_>, new: &NewEntry<'_>) -> bool {
    old.key == new.key && old.value == new.value
}

fn has_same_name(old: &OldEntry<'_, '_>, new: &NewEntry<'_>) -> bool {
    match new.key {
        Some(_) => old.key == new.key,
        None => id_of(new.value).is_some() && id_of(old.value) == id_of(new.value),
    }
}

/// For each entry, the index of the old one that it was: the same one, else one with the same key or id, else the next of those that are left.
fn old_indexes(old: &[OldEntry<'_, '_>], new: &[NewEntry<'_>]) -> Vec<Option<usize>> {
    let mut indexes = vec![None; new.len()];
    let mut is_free = vec![true; old.len()];
    let mut rules: Vec<&Rule> = vec![&is_same, &has_same_name];
    if new.len() == old.len() {
        // A renamed key or id. What is left of a list without ids has changed and not moved.
        rules.push(&|_, _| true);
    }
    for rule in rules {
        for (index, entry) in new.iter().enumerate() {
            if indexes[index].is_some() {
                continue;
            }
            // The one with the same index first: equal entries keep their order.
            let order = [index].into_iter().chain(0..old.len());
            let found = order.filter(|it| is_free.get(*it) == Some(&true)).find(|it| rule(&old[*it], entry));
            if let Some(found) = found {
                is_free[found] = false;
                indexes[index] = Some(found);
            }
        }
    }
    indexes
}

fn id_of(item: &Value) -> Option<&str> {
    text_at(item, &JsonPath::to_key("id"))
}

#[cfg(test)]
mod tests;
