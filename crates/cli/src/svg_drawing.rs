//! Reads a drawing from an SVG file. A drawing allows only a few elements and attributes; the reader reports all others.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, ParsingOptions};
use which_cause_quiz::StrokeRole;
use which_cause_quiz::path_commands;

use crate::text_position::offset;

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// The drawing in an SVG file.
pub(crate) struct SvgDrawing<'d> {
    /// The width and the height of the viewBox.
    pub(crate) size: [u32; 2],
    pub(crate) strokes: Vec<Stroke<'d>>,
}

/// One `path` element.
pub(crate) struct Stroke<'d> {
    pub(crate) role: &'d str,
    pub(crate) data: &'d str,
    /// The choice that its region stands for, if the path is in a region.
    pub(crate) choice: Option<&'d str>,
}

/// Something in an SVG file that a drawing does not allow.
pub(crate) struct SvgError {
    pub(crate) message: String,
    /// The bytes of the file that the error is about.
    pub(crate) span: Range<usize>,
}

/// Reads the drawing in an SVG file. The errors are in the order of the file.
pub(crate) fn read(text: &str) -> Result<SvgDrawing<'_>, Vec<SvgError>> {
    let document = match Document::parse_with_options(text, ParsingOptions::default()) {
        Ok(document) => document,
        Err(error) => {
            let start = offset(text, error.pos().row as usize, error.pos().col as usize);
            return Err(vec![SvgError { message: format!("not XML: {error}"), span: start..start }]);
        }
    };
    let mut reader = SvgReader { text, errors: Vec::new() };
    let drawing = reader.svg(document.root_element());
    let SvgReader { mut errors, .. } = reader;
    errors.sort_by_key(|error| error.span.start);
    if errors.is_empty() { Ok(drawing) } else { Err(errors) }
}

/// Reads the elements of one file and collects the errors.
struct SvgReader<'d> {
    text: &'d str,
    errors: Vec<SvgError>,
}

impl<'d> SvgReader<'d> {
    fn error(&mut self, message: impl Into<String>, span: Range<usize>) {
        self.errors.push(SvgError { message: message.into(), span });
    }

    /// The bytes of the `<` of an element and its name.
    fn start_tag(&self, node: Node<'_, '_>) -> Range<usize> {
        let start = node.range().start;
        let name = self.text[start + 1..].find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
        start..start + 1 + name.unwrap_or_default()
    }

    fn svg(&mut self, root: Node<'_, '_>) -> SvgDrawing<'d> {
        let mut drawing = SvgDrawing { size: [1, 1], strokes: Vec::new() };
        if !root.has_tag_name((SVG_NAMESPACE, "svg")) {
            let message =
                format!("a drawing must start with `<svg xmlns=\"{SVG_NAMESPACE}\" viewBox=\"0 0 96 96\">`");
            self.error(message, self.start_tag(root));
            return drawing;
        }
        let [view_box] = self.attributes(root, ["viewBox"]);
        if let Some((value, span)) = view_box {
            match view_box_size(value) {
                Some(size) => drawing.size = size,
                None => self.error("`viewBox` must be `0 0`, a width and a height, 1 to 1000 each", span),
            }
        }
        for node in self.child_elements(root) {
            if node.has_tag_name((SVG_NAMESPACE, "g")) {
                drawing.strokes.extend(self.region(node));
            } else if node.has_tag_name((SVG_NAMESPACE, "path")) {
                let stroke = self.path(node, None);
                if stroke.as_ref().is_some_and(|stroke| stroke.role == StrokeRole::Hit.as_str()) {
                    let message = "put a `hit` into a `g`: it is the area of a region that can be pressed";
                    self.error(message, self.start_tag(node));
                }
                drawing.strokes.extend(stroke);
            } else {
                self.error("a drawing may only have `path` and `g` elements", self.start_tag(node));
            }
        }
        drawing
    }

    fn region(&mut self, node: Node<'_, '_>) -> Vec<Stroke<'d>> {
        let [choice] = self.attributes(node, ["data-choice"]);
        let choice = choice.map(|(choice, _)| choice);
        let mut strokes = Vec::new();
        for child in self.child_elements(node) {
            if child.has_tag_name((SVG_NAMESPACE, "path")) {
                strokes.extend(self.path(child, choice));
            } else {
                self.error("a region may only have `path` elements", self.start_tag(child));
            }
        }
        if !strokes.iter().any(|stroke| stroke.role == StrokeRole::Hit.as_str()) {
            let message = "this region cannot be pressed: add a `path` of class `hit`";
            self.error(message, self.start_tag(node));
        }
        strokes
    }

    fn path(&mut self, node: Node<'_, '_>, choice: Option<&'d str>) -> Option<Stroke<'d>> {
        let [role, data] = self.attributes(node, ["class", "d"]);
        let (role, role_span) = role?;
        if !StrokeRole::ALL.iter().any(|known| known.as_str() == role) {
            let known: Vec<String> =
                StrokeRole::ALL.iter().map(|role| format!("`{}`", role.as_str())).collect();
            let message =
                format!("`{role}` is not a role; the class of a `path` must be {}", known.join(" or "));
            self.error(message, role_span);
        }
        let (data, data_span) = data?;
        if let Err(byte) = path_commands(data, &mut |_, _| ()) {
            let start = data_span.start + byte;
            self.error("this is not path data from here on", start..start + usize::from(byte < data.len()));
            return None;
        }
        Some(Stroke { role, data, choice })
    }

    /// The elements in an element. Text is an error; comments are allowed.
    fn child_elements<'a, 'i>(&mut self, node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
        for other in node.children().filter(|child| !child.is_element() && !child.is_comment()) {
            let content = &self.text[other.range()];
            if !content.trim().is_empty() {
                let start = other.range().end - content.trim_start().len();
                let message = "a drawing may not have text: write the text in the quiz file";
                self.error(message, start..start + content.trim().len());
            }
        }
        node.children().filter(Node::is_element).collect()
    }

    /// The values of an element's attributes, with their spans. Each of these is required, and all others are errors.
    fn attributes<const N: usize>(
        &mut self,
        node: Node<'_, '_>,
        required: [&str; N],
    ) -> [Option<(&'d str, Range<usize>)>; N] {
        let element = node.tag_name().name();
        let is_allowed = |it: &Attribute<'_, '_>| it.namespace().is_none() && required.contains(&it.name());
        for attribute in node.attributes().filter(|it| !is_allowed(it)) {
            let message = format!("`{element}` may not have `{}`", attribute.name());
            self.error(message, attribute.range_qname());
        }
        required.map(|name| {
            let attribute = node.attributes().find(|it| it.namespace().is_none() && it.name() == name);
            if attribute.is_none() {
                self.error(format!("`{element}` needs `{name}`"), self.start_tag(node));
            }
            attribute.map(|attribute| self.attribute_value(attribute))
        })
    }

    /// The value of an attribute as it is in the file. Entities are errors, so the value needs no decoding.
    fn attribute_value(&mut self, attribute: Attribute<'_, '_>) -> (&'d str, Range<usize>) {
        let span = attribute.range_value();
        let value = &self.text[span.clone()];
        if value.contains('&') {
            self.error("a drawing may not have an `&`", span.clone());
        }
        (value, span)
    }
}

/// The width and the height in a `viewBox` that starts at 0 0.
fn view_box_size(text: &str) -> Option<[u32; 2]> {
    let numbers: Option<Vec<u32>> = text.split_ascii_whitespace().map(|it| it.parse().ok()).collect();
    match numbers?[..] {
        [0, 0, width, height] if [width, height].iter().all(|it| (1..=1_000).contains(it)) => {
            Some([width, height])
        }
        _ => None,
    }
}
