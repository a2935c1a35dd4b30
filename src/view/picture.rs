//! Pictures: inline SVG from the drawings, as far as those are here. A quiz without them has its words.
//!
//! What is in the SVG is made by hand: it never changes, and there is much of it.

use leptos::prelude::*;
use leptos::svg::Svg;
use web_sys::Element;

use super::map;
use super::ui::Ui;
use crate::quiz::drawing::Drawing;
use crate::quiz::file::Picture;
use crate::quiz::{ChoiceId, DrawingId};

/// A picture with what it says to a reader who does not see it.
pub(super) fn picture(ui: Ui, picture: &Picture) -> Option<AnyView> {
    svg(ui, &picture.drawing, Some(ui.say(&picture.text)), Vec::new())
}

/// The same of a question, with regions that stand for its choices.
pub(super) fn map(ui: Ui, picture: &Picture, choices: Vec<ChoiceId>) -> Option<AnyView> {
    svg(ui, &picture.drawing, Some(ui.say(&picture.text)), choices)
}

/// The picture of a text that stands beside it. The text says what it shows, so a reader who hears the page hears that alone.
pub(super) fn beside_text(ui: Ui, drawing: Option<&DrawingId>) -> Option<AnyView> {
    svg(ui, drawing?, None, Vec::new())
}

fn svg(ui: Ui, name: &DrawingId, text: Option<String>, choices: Vec<ChoiceId>) -> Option<AnyView> {
    let (width, height) = of(ui, name, |drawing| (drawing.width.get(), drawing.height.get()))?;
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    // A small sheet is shown small, and needs the thinner pen.
    let class = if width > 96 { "picture" } else { "picture small" };
    let (role, hidden) = if text.is_some() { (Some("img"), None) } else { (None, Some("true")) };
    let node = NodeRef::<Svg>::new();
    let name = name.clone();
    node.on_load(move |svg| {
        let regions = of(ui, &name, |drawing| draw(drawing, &svg)).flatten().unwrap_or_default();
        if !choices.is_empty() && !regions.is_empty() {
            map::tie(ui, &svg, regions, &choices);
        }
    });
    let svg = view! {
        <svg class=class viewBox=view_box role=role aria-label=text aria-hidden=hidden node_ref=node />
    };
    Some(svg.into_any())
}

/// What there is to say of a drawing, if it is here.
fn of<T>(ui: Ui, name: &DrawingId, say: impl FnOnce(&Drawing) -> T) -> Option<T> {
    ui.drawings.with_value(|drawings| drawings.as_ref()?.get(name).map(say))
}

/// Draws into an empty picture. What belongs to one choice stands together, and is given back.
fn draw(drawing: &Drawing, svg: &Element) -> Option<Vec<(ChoiceId, Element)>> {
    let make = |name: &str, attributes: &[(&str, &str)]| {
        let it = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name).ok()?;
        for (name, value) in attributes {
            it.set_attribute(name, value).ok()?;
        }
        Some(it)
    };
    let mut regions = Vec::new();
    let mut last = None;
    for stroke in &drawing.strokes {
        let path = make("path", &[("class", stroke.role.as_str()), ("d", stroke.path.as_str())])?;
        let choice = stroke.choice.as_ref();
        if let Some(choice) = choice.filter(|it| last != Some(*it)) {
            let region = make("g", &[("class", "region")])?;
            svg.append_child(&region).ok()?;
            regions.push((choice.clone(), region));
        }
        last = choice;
        let parent = regions.last().filter(|_| choice.is_some()).map_or(svg, |(_, region)| region);
        parent.append_child(&path).ok()?;
    }
    Some(regions)
}
