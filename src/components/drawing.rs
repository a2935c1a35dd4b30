//! Draws a drawing in an app. In the custom element, `js/pictures/` does the same for a file that arrives late. A drawing is data and
//! never markup; the style sheet says how its roles look.

use leptos::prelude::document;
use leptos::task::spawn_local;
use web_sys::Element;
use which_cause_quiz::{ChoiceId, Drawing};

use super::image_map::{Region, link_regions};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A drawing of this width or less is shown small, and needs thinner lines.
const SMALL: i32 = 96;

/// Draws into an empty `<svg>` element. The strokes of one choice form a region, which is linked to the choice beside the picture.
pub(super) fn draw(drawing: &Drawing, svg: &Element) {
    let (width, height) = (drawing.width.get(), drawing.height.get());
    set(svg, "class", if width > SMALL { "picture" } else { "picture small" });
    set(svg, "viewBox", &format!("0 0 {width} {height}"));
    let mut regions: Vec<Region> = Vec::new();
    let mut last: Option<&ChoiceId> = None;
    for stroke in &drawing.strokes {
        let Some(path) = create("path") else { return };
        set(&path, "class", stroke.role.as_str());
        set(&path, "d", stroke.path.as_str());
        let choice = stroke.choice.as_ref();
        if let Some(choice) = choice.filter(|choice| last != Some(*choice)) {
            let Some(element) = create("g") else { return };
            set(&element, "class", "region");
            _ = svg.append_child(&element);
            regions.push(Region { choice: choice.to_string(), element });
        }
        last = choice;
        let region = regions.last().filter(|_| choice.is_some());
        _ = region.map_or(svg, |region| &region.element).append_child(&path);
    }
    if !regions.is_empty() {
        let svg = svg.clone();
        // By then the picture is in its question.
        spawn_local(async move {
            if let Some(question) = svg.parent_element() {
                link_regions(question, &regions);
            }
        });
    }
}

fn create(name: &str) -> Option<Element> {
    document().create_element_ns(Some(SVG), name).ok()
}

/// Sets an attribute whose name is valid.
fn set(element: &Element, name: &str, value: &str) {
    _ = element.set_attribute(name, value);
}
