//! An SVG file as its author wrote it: where its elements are, which of them are regions, and which a drawing cannot have.

use std::collections::HashMap;
use std::ops::Range;

use roxmltree::{Document, Node, NodeId, ParsingOptions};
use which_cause_quiz::path_commands;

use super::SvgError;
use crate::text_position::offset;

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";
const XLINK_NAMESPACE: &str = "http://www.w3.org/1999/xlink";

/// What a drawing cannot have: the name of an element, and what to do.
const UNSUPPORTED: [(&str, &str); 7] = [
    (
        "text",
        "a drawing cannot have text: write it in the quiz file, or make paths of it, with Path > Object to Path in Inkscape, or Flatten \
         in Figma. If it is in a hidden layer, delete the layer",
    ),
    (
        "image",
        "a drawing cannot have an image: draw its outlines, or use the image as a photo. If it is in a hidden layer, delete the layer",
    ),
    ("foreignObject", "a drawing cannot have HTML: remove it"),
    ("animate", "a drawing cannot move: remove the animation"),
    ("animateMotion", "a drawing cannot move: remove the animation"),
    ("animateTransform", "a drawing cannot move: remove the animation"),
    ("set", "a drawing cannot move: remove the animation"),
];

/// Elements whose content is not drawn where it is.
const NOT_DRAWN: [&str; 8] =
    ["clipPath", "defs", "linearGradient", "marker", "mask", "pattern", "radialGradient", "symbol"];

/// A parsed SVG file.
pub(super) struct Source<'t> {
    text: &'t str,
    document: Document<'t>,
    /// The elements by their ids. An element without an id gets one.
    elements: HashMap<String, NodeId>,
    /// The places behind the names of elements without an id, each with the id that it gets.
    added: Vec<(usize, String)>,
}

impl<'t> Source<'t> {
    /// Parses a file.
    pub(super) fn parse(text: &'t str) -> Result<Self, SvgError> {
        // Illustrator writes a document type.
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|error| {
            let start = offset(text, error.pos().row as usize, error.pos().col as usize);
            SvgError { message: format!("not XML: {error}"), span: start..start }
        })?;
        let mut source = Self { text, document, elements: HashMap::new(), added: Vec::new() };
        let (mut elements, mut added) = (HashMap::new(), Vec::new());
        for (i, node) in source.document.descendants().filter(Node::is_element).enumerate() {
            let id = node.attribute("id").map_or_else(
                || {
                    let id = format!("which-cause-{i}");
                    added.push((source.start_tag(node.id()).end, id.clone()));
                    id
                },
                str::to_owned,
            );
            elements.entry(id).or_insert(node.id());
        }
        (source.elements, source.added) = (elements, added);
        let root = source.start_tag(source.root());
        let is_in_entity = |node: &Node<'_, '_>| node.is_element() && node.range().start < root.start;
        if let Some(node) = source.document.descendants().find(is_in_entity) {
            let message =
                "a drawing cannot have an entity with elements: save the file as plain SVG".to_owned();
            return Err(SvgError { message, span: source.start_tag(node.id()) });
        }
        if source.document.root_element().has_tag_name((SVG_NAMESPACE, "svg")) {
            Ok(source)
        } else {
            Err(source.not_a_drawing())
        }
    }

    /// The error of a file that is not SVG, or has no size.
    pub(super) fn not_a_drawing(&self) -> SvgError {
        let message =
            format!("a drawing must start with `<svg xmlns=\"{SVG_NAMESPACE}\" viewBox=\"0 0 96 96\">`");
        SvgError { message, span: self.start_tag(self.root()) }
    }

    /// The outermost element.
    pub(super) fn root(&self) -> NodeId {
        self.document.root_element().id()
    }

    /// The text of the file, with an id on each element.
    pub(super) fn with_ids(&self) -> String {
        let mut text = String::new();
        let mut start = 0;
        for (place, id) in &self.added {
            text.push_str(&self.text[start..*place]);
            text.extend([" id=\"", id, "\""]);
            start = *place;
        }
        text.push_str(&self.text[start..]);
        text
    }

    /// The element with an id.
    pub(super) fn element(&self, id: &str) -> Option<NodeId> {
        self.elements.get(id).copied()
    }

    /// The bytes of the `<` of an element and its name.
    pub(super) fn start_tag(&self, id: NodeId) -> Range<usize> {
        let start = self.node(id).map_or(0, |node| node.range().start);
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let name = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
        start..start + 1 + name.unwrap_or_default()
    }

    fn node(&self, id: NodeId) -> Option<Node<'_, 't>> {
        self.document.get_node(id)
    }

    /// The path data of an element as it is written, if a node of usvg with this id is that element and no copy of it.
    pub(super) fn own_data(&self, id: &str, element: NodeId) -> Option<&str> {
        let node = self.node(element).filter(|_| self.element(id) == Some(element))?;
        let data = node.attribute("d").filter(|_| node.has_tag_name((SVG_NAMESPACE, "path")))?;
        path_commands(data, &mut |_, _| ()).is_ok().then_some(data)
    }

    /// The choice whose region an element is in.
    pub(super) fn choice_of(&self, element: NodeId) -> Option<String> {
        self.node(element)?.ancestors().find_map(choice)
    }

    /// The regions: the choice of each, and its element.
    pub(super) fn regions(&self) -> Vec<(String, NodeId)> {
        let elements = self.document.descendants();
        elements.filter_map(|node| Some((choice(node)?, node.id()))).collect()
    }

    /// The ids of the elements that a `use` draws.
    fn used_ids(&self) -> Vec<&str> {
        let uses = self.document.descendants().filter(|node| node.has_tag_name((SVG_NAMESPACE, "use")));
        uses.filter_map(|node| {
            node.attribute("href").or_else(|| node.attribute((XLINK_NAMESPACE, "href")))?.strip_prefix('#')
        })
        .collect()
    }

    /// What the file has that a drawing cannot have, as far as the elements show it.
    pub(super) fn unsupported(&self) -> Vec<SvgError> {
        let mut errors = Vec::new();
        let used = self.used_ids();
        for node in self.document.descendants().filter(|node| is_drawn(*node, &used)) {
            if let Some((_, message)) =
                UNSUPPORTED.iter().find(|(name, _)| node.has_tag_name((SVG_NAMESPACE, *name)))
            {
                errors.push(SvgError { message: (*message).to_owned(), span: self.start_tag(node.id()) });
            }
            let data = node.attribute_node("d").filter(|_| node.has_tag_name((SVG_NAMESPACE, "path")));
            if let Some(attribute) = data
                && let Err(byte) = path_commands(attribute.value(), &mut |_, _| ())
                // Only drawings have no exponents.
                && !attribute.value().contains(['e', 'E'])
                && !attribute.value().trim().is_empty()
            {
                let start = attribute.range_value().start + byte;
                let end = start + usize::from(byte < attribute.value().len());
                errors.push(SvgError {
                    message: "this is not path data from here on".to_owned(),
                    span: start..end,
                });
            }
        }
        errors
    }
}

/// The choice of a region: `data-choice`, or the end of an id such as `choice-left`, which every drawing program can set.
fn choice(node: Node<'_, '_>) -> Option<String> {
    let named = node.attribute("data-choice");
    named.or_else(|| node.attribute("id")?.strip_prefix("choice-")).map(str::to_owned)
}

/// Whether an element is drawn: not a definition, unless a `use` draws it, and not hidden. Classes that hide it are not known here.
fn is_drawn(node: Node<'_, '_>, used: &[&str]) -> bool {
    let is_used = || node.ancestors().filter_map(|it| it.attribute("id")).any(|id| used.contains(&id));
    let visibility = node.ancestors().find_map(|it| it.attribute("visibility"));
    node.is_element()
        && !visibility.is_some_and(|it| matches!(it, "hidden" | "collapse"))
        && !is_for_other_programs(node)
        && node.ancestors().all(|it| {
            let style = it.attribute("style").unwrap_or_default().replace(' ', "");
            it.attribute("display") != Some("none")
                && !style.contains("display:none")
                && (!NOT_DRAWN.contains(&it.tag_name().name()) || is_used())
        })
}

/// Whether an element is the branch of a `switch` that only another program draws, such as Illustrator.
fn is_for_other_programs(node: Node<'_, '_>) -> bool {
    node.has_attribute("requiredExtensions")
        && node.parent_element().is_some_and(|it| it.has_tag_name((SVG_NAMESPACE, "switch")))
}
