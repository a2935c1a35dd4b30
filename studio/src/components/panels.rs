//! The three panels of the editor: the parts of the quiz, the form of the open part, and the preview. A narrow window shows one at a
//! time.

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::outline::Outline;
use super::part_form::PartForm;
use super::preview::Preview;
use crate::editor::Editor;

/// A panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Panel {
    Parts,
    Form,
    Preview,
}

impl Panel {
    const ALL: [Self; 3] = [Self::Parts, Self::Form, Self::Preview];

    fn label(self) -> &'static str {
        match self {
            Self::Parts => "Parts",
            Self::Form => "Form",
            Self::Preview => "Preview",
        }
    }

    /// Its name in the style sheet, and the id of its element.
    fn id(self) -> &'static str {
        match self {
            Self::Parts => "panel-parts",
            Self::Form => "panel-form",
            Self::Preview => "panel-preview",
        }
    }

    /// What takes the focus in it.
    fn first(self) -> &'static str {
        match self {
            Self::Parts => "[aria-current]",
            Self::Form => "#part",
            Self::Preview => "button",
        }
    }
}

/// The panels. F6 and Shift+F6 go from one to the next.
#[component]
pub(crate) fn Panels() -> impl IntoView {
    let editor = Editor::get();
    let shown = RwSignal::new(Panel::Form);
    // Where the page was scrolled to in each panel, on a window that shows one of them at a time.
    let scrolled = StoredValue::new([0.0; Panel::ALL.len()]);
    let show = move |panel: Panel, scroll: Option<f64>| {
        let before = shown.get_untracked();
        let scrolled_to = window().scroll_y().unwrap_or_default();
        scrolled.update_value(|scrolled| scrolled[before as usize] = scrolled_to);
        shown.set(panel);
        if let Some(scroll) = scroll {
            return window().scroll_to_with_x_and_y(0.0, scroll);
        }
        // Once the panel is there.
        let scroll = scrolled.with_value(|scrolled| scrolled[panel as usize]);
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, scroll));
    };
    // Another part begins at its start.
    Effect::watch(move || editor.part.track(), move |(), _, _| show(Panel::Form, Some(0.0)), false);
    let keys = window_event_listener(keydown, move |event| {
        if let Some(panel) = panel_by_key(&event) {
            event.prevent_default();
            show(panel, None);
            request_animation_frame(move || focus_on_first(panel));
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <main class="workspace">
            <div class="panel-switch" role="group" aria-label="Panels">
                {Panel::ALL
                    .map(|panel| {
                        view! {
                            <button
                                type="button"
                                aria-pressed=move || (shown.get() == panel).to_string()
                                on:click=move |_| show(panel, None)
                            >
                                {panel.label()}
                            </button>
                        }
                    })}
            </div>
            <div class="panels" data-shown=move || shown.get().id()>
                <div id=Panel::Parts.id()>
                    <Outline />
                </div>
                <div class="part" id=Panel::Form.id() role="region" aria-labelledby="part">
                    <PartForm />
                </div>
                <div id=Panel::Preview.id()>
                    <Preview />
                </div>
            </div>
        </main>
    }
}

/// The panel that a key leads to from where the focus is.
fn panel_by_key(event: &KeyboardEvent) -> Option<Panel> {
    if event.key() != "F6" || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let focused = document().active_element();
    let here = Panel::ALL.iter().position(|panel| {
        focused.as_ref().and_then(|it| it.closest(&format!("#{}", panel.id())).ok()).flatten().is_some()
    });
    let count = Panel::ALL.len();
    let next = match (here, event.shift_key()) {
        (None, false) => 0,
        (None, true) => count - 1,
        (Some(here), false) => (here + 1) % count,
        (Some(here), true) => (here + count - 1) % count,
    };
    Some(Panel::ALL[next])
}

fn focus_on_first(panel: Panel) {
    let first = |element: Element| element.query_selector(panel.first()).ok().flatten();
    let first = document().get_element_by_id(panel.id()).and_then(first);
    if let Some(first) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        _ = first.focus();
    }
}
