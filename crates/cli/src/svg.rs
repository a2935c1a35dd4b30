//! Reads an SVG file of the few kinds of element and attribute that a drawing is made of, and says of all others that they are
//! none of these.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, ParsingOptions};
use which_cause_quiz::StrokeRole;
use which_cause_quiz::path_commands;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What a file has drawn.
pub(crate) struct Drawn<'d> {
    /// The width and the height of its sheet.
    pub(crate) size: [u32; 2],
    pub(crate) strokes: Vec<Stroke<'d>>,
}

/// One `path`.
pub(crate) struct Stroke<'d> {
    pub(crate) role: &'d str,
    pub(crate) data: &'d str,
    /// The choice of the region that it is part of.
    pub(crate) choice: Option<&'d str>,
}

/// Something in the file that is no part of a drawing.
pub(crate) struct Slip {
    pub(crate) message: String,
    /// Where, in bytes.
    pub(crate) at: Range<usize>,
}

/// Reads a file, or tells everything in it that is no part of a drawing.
pub(crate) fn read(text: &str) -> Result<Drawn<'_>, Vec<Slip>> {
    let document = match Document::parse_with_options(text, ParsingOptions::default()) {
        Ok(document) => document,
        Err(error) => {
            let at = byte(text, error.pos().row as usize, error.pos().col as usize);
            return Err(vec![Slip { message: format!("not XML: {error}"), at: at..at }]);
        }
    };
    let mut reading = Reading { text, slips: Vec::new() };
    let drawn = reading.svg(document.root_element());
    let Reading { mut slips, .. } = reading;
    slips.sort_by_key(|slip| slip.at.start);
    if slips.is_empty() { Ok(drawn) } else { Err(slips) }
}

/// The byte at a line and a column, both from 1, the column in characters.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(line.saturating_sub(1)).map(str::len).sum();
    let characters = lines.next().unwrap_or_default().chars().take(column.saturating_sub(1));
    before + characters.map(char::len_utf8).sum::<usize>()
}

struct Reading<'d> {
    text: &'d str,
    slips: Vec<Slip>,
}

impl<'d> Reading<'d> {
    fn slip(&mut self, message: impl Into<String>, at: Range<usize>) {
        self.slips.push(Slip { message: message.into(), at });
    }

    /// Where an element begins: the `<` and its name.
    fn start(&self, node: Node<'_, '_>) -> Range<usize> {
        let start = node.range().start;
        let name = self.text[start + 1..].find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
        start..start + 1 + name.unwrap_or_default()
    }

    fn svg(&mut self, root: Node<'_, '_>) -> Drawn<'d> {
        let mut drawn = Drawn { size: [1, 1], strokes: Vec::new() };
        if !root.has_tag_name((SVG, "svg")) {
            let message = format!("a drawing begins with `<svg xmlns=\"{SVG}\" viewBox=\"0 0 96 96\">`");
            self.slip(message, self.start(root));
            return drawn;
        }
        let [size] = self.attributes(root, ["viewBox"]);
        if let Some((value, at)) = size {
            match box_size(value) {
                Some(size) => drawn.size = size,
                None => self.slip("a `viewBox` is `0 0`, a width and a height, 1 to 1000 each", at),
            }
        }
        for node in self.elements(root) {
            if node.has_tag_name((SVG, "g")) {
                drawn.strokes.extend(self.region(node));
            } else if node.has_tag_name((SVG, "path")) {
                let stroke = self.path(node, None);
                if stroke.as_ref().is_some_and(|it| it.role == StrokeRole::Hit.as_str()) {
                    let message = "a `hit` is what can be pressed of a region: put it into a `g`";
                    self.slip(message, self.start(node));
                }
                drawn.strokes.extend(stroke);
            } else {
                self.slip("a drawing is made of `path` and `g` elements alone", self.start(node));
            }
        }
        drawn
    }

    fn region(&mut self, node: Node<'_, '_>) -> Vec<Stroke<'d>> {
        let [choice] = self.attributes(node, ["data-choice"]);
        let choice = choice.map(|(choice, _)| choice);
        let mut strokes = Vec::new();
        for node in self.elements(node) {
            if node.has_tag_name((SVG, "path")) {
                strokes.extend(self.path(node, choice));
            } else {
                self.slip("a region is made of `path` elements alone", self.start(node));
            }
        }
        if !strokes.iter().any(|it| it.role == StrokeRole::Hit.as_str()) {
            let message = "nothing of this region can be pressed: it needs a `path` of class `hit`";
            self.slip(message, self.start(node));
        }
        strokes
    }

    fn path(&mut self, node: Node<'_, '_>, choice: Option<&'d str>) -> Option<Stroke<'d>> {
        let [role, data] = self.attributes(node, ["class", "d"]);
        let (role, at) = role?;
        if !StrokeRole::ALL.iter().any(|known| known.as_str() == role) {
            let known: Vec<String> = StrokeRole::ALL.iter().map(|it| format!("`{}`", it.as_str())).collect();
            self.slip(format!("`{role}` is no role; the class of a `path` is {}", known.join(" or ")), at);
        }
        let (data, at) = data?;
        if let Err(byte) = path_commands(data, &mut |_, _| ()) {
            let at = at.start + byte;
            self.slip("from here on this is no path data", at..at + usize::from(byte < data.len()));
            return None;
        }
        Some(Stroke { role, data, choice })
    }

    /// The elements in an element, in which nothing else may stand but comments.
    fn elements<'a, 'i>(&mut self, node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
        for other in node.children().filter(|it| !it.is_element() && !it.is_comment()) {
            let written = &self.text[other.range()];
            if !written.trim().is_empty() {
                let start = other.range().end - written.trim_start().len();
                let message = "a drawing has no text: what it says stands in the quiz file";
                self.slip(message, start..start + written.trim().len());
            }
        }
        node.children().filter(Node::is_element).collect()
    }

    /// What an element's attributes say, and where; each has to be there, and no other may be.
    fn attributes<const N: usize>(
        &mut self,
        node: Node<'_, '_>,
        known: [&str; N],
    ) -> [Option<(&'d str, Range<usize>)>; N] {
        let name = node.tag_name().name();
        for it in node.attributes().filter(|it| it.namespace().is_some() || !known.contains(&it.name())) {
            self.slip(format!("of a `{name}` nothing reads `{}`", it.name()), it.range_qname());
        }
        known.map(|key| {
            let it = node.attributes().find(|it| it.namespace().is_none() && it.name() == key);
            if it.is_none() {
                self.slip(format!("a `{name}` needs `{key}`"), self.start(node));
            }
            it.map(|it| self.value(it))
        })
    }

    /// An attribute's value as it is written: nothing that a drawing needs has to be written otherwise.
    fn value(&mut self, attribute: Attribute<'_, '_>) -> (&'d str, Range<usize>) {
        let at = attribute.range_value();
        let written = &self.text[at.clone()];
        if written.contains('&') {
            self.slip("nothing in a drawing needs an `&`", at.clone());
        }
        (written, at)
    }
}

/// The width and the height of a box that begins at 0 0.
fn box_size(text: &str) -> Option<[u32; 2]> {
    let numbers: Option<Vec<u32>> = text.split_ascii_whitespace().map(|it| it.parse().ok()).collect();
    match numbers?[..] {
        [0, 0, width, height] if [width, height].iter().all(|it| (1..=1_000).contains(it)) => {
            Some([width, height])
        }
        _ => None,
    }
}
