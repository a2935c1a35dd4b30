//! Colors and shape: the widget's custom properties as a form, with the contrast of the colors.

use leptos::prelude::*;

use super::page_field::{PageText, control_id};
use crate::css;
use crate::page::{ElementManifest, Mode, Pair, PropertyFormat, PropertyKind};
use crate::page_file::PageFile;

/// The panel.
#[component]
pub(crate) fn LookPanel() -> impl IntoView {
    let page = PageFile::get();
    let (colors, shapes): (Vec<_>, Vec<_>) = ElementManifest::new()
        .properties
        .into_iter()
        .partition(|property| matches!(property.kind, PropertyKind::Color { .. }));
    view! {
        <h2 id="part" tabindex="-1">"Colors and shape"</h2>
        <p class="part-help">
            "The quiz takes the typeface of your page and follows its light or dark mode. An empty field keeps the widget's own value. Colors and shape are not in the quiz file. They are in the HTML that you paste."
        </p>
        <div class="fields">
            <section class="fields" aria-labelledby="look-colors">
                <h3 id="look-colors">"Colors"</h3>
                {colors.into_iter().map(|property| view! { <ColorFields property /> }).collect_view()}
            </section>
            <ContrastTable />
            <section class="fields" aria-labelledby="look-shape">
                <h3 id="look-shape">"Shape and typeface"</h3>
                {shapes.into_iter().map(|property| view! { <ShapeField property /> }).collect_view()}
            </section>
            <p><button type="button" on:click=move |_| page.reset_look()>"Reset colors and shape"</button></p>
        </div>
    }
}

/// A color in light and in dark mode.
#[component]
fn ColorFields(
    /// The custom property.
    property: PropertyFormat,
) -> impl IntoView {
    let PropertyKind::Color { light, dark } = &property.kind else { return ().into_any() };
    let label = property.label();
    let id = format!("look{}-help", property.name);
    let fields = [(Mode::Light, light), (Mode::Dark, dark)].map(|(mode, default)| {
        view! { <ColorField name=property.name.clone() label=label.clone() mode default=default.clone() help_id=id.clone() /> }
    });
    view! {
        <fieldset class="look-color">
            <legend class="field-label">{label.clone()}</legend>
            <p class="help" id=id>{property.help.clone()}</p>
            <div class="look-modes">{fields}</div>
        </fieldset>
    }
    .into_any()
}

/// A color in one mode: to pick, or to write in CSS.
#[component]
fn ColorField(
    /// The custom property.
    name: String,
    /// Its name for the author.
    label: String,
    /// Light or dark.
    mode: Mode,
    /// The widget's own color.
    default: String,
    /// The id of its help.
    help_id: String,
) -> impl IntoView {
    let page = PageFile::get();
    let path = mode.path(&name);
    let id = control_id(&path);
    let text = page.text(path.clone());
    let color = Memo::new(move |_| text.with(|text| css::color(text.trim())));
    let is_wrong = Memo::new(move |_| color.get().is_none() && text.with(|text| !text.trim().is_empty()));
    let own = css::color(&default);
    let picked = {
        let path = path.clone();
        move |value: String| page.type_text(&path, value)
    };
    let problems = format!("{id}-problems");
    view! {
        <div class="look-mode">
            <label for=id.clone()>{mode.title()}</label>
            <input
                type="color"
                aria-label=format!("Pick: {label}, {}", mode.title().to_lowercase())
                prop:value=move || color.get().or(own).map(crate::page::Rgb::to_hex)
                on:input:target=move |event| picked(event.target().value())
                on:change=move |_| page.end_typing()
            />
            <input
                type="text"
                class="code"
                id=id
                aria-label=format!("{label}, {}", mode.title().to_lowercase())
                aria-describedby=format!("{help_id} {problems}")
                aria-invalid=move || is_wrong.get().to_string()
                autocomplete="off"
                spellcheck="false"
                placeholder=default
                prop:value=move || text.get()
                on:input:target=move |event| page.type_text(&path, event.target().value())
                on:change=move |_| page.end_typing()
            />
            <div class="messages" id=problems>
                {move || is_wrong.get().then(|| view! {
                    <p class="problem">"This has to be a color without transparency, such as #7a1fa2 or rebeccapurple."</p>
                })}
            </div>
        </div>
    }
}

/// A length or a typeface.
#[component]
fn ShapeField(
    /// The custom property.
    property: PropertyFormat,
) -> impl IntoView {
    let page = PageFile::get();
    let path = Mode::Light.path(&property.name);
    let text = page.text(path.clone());
    let (default, expected) = match &property.kind {
        PropertyKind::Font { default } => (default, "has to be a typeface, such as Georgia, serif"),
        PropertyKind::Length { default } | PropertyKind::Color { light: default, .. } => {
            (default, "has to be a length, such as 8px or 0.5em")
        }
    };
    let name = property.name.clone();
    let problem = move || {
        let text = text.get();
        let text = text.trim();
        (!text.is_empty() && !css::is_valid(&name, text)).then(|| expected.to_owned())
    };
    view! {
        <PageText
            path
            label=property.label()
            help=property.help.clone()
            problem=Signal::derive(problem)
            placeholder=Signal::stored(default.clone())
        />
    }
}

/// The contrast of every pair of colors that matters.
#[component]
fn ContrastTable() -> impl IntoView {
    let page = PageFile::get();
    let pairs = Memo::new(move |_| page.look.with(|look| Mode::ALL.map(|mode| Pair::all(look, mode))));
    let too_low = move || pairs.with(|pairs| pairs.iter().flatten().filter(|pair| !pair.is_enough()).count());
    let rows = move || {
        let [light, dark] = pairs.get();
        light
            .into_iter()
            .zip(dark)
            .map(|(light, dark)| {
                view! {
                    <tr>
                        <th scope="row">{light.name}</th>
                        <ContrastCell pair=light />
                        <ContrastCell pair=dark />
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <section aria-labelledby="look-contrast">
            <h3 id="look-contrast">"Contrast"</h3>
            <p role="status" class:problem=move || too_low() != 0>
                {move || match too_low() {
                    0 => "All colors can be told apart.".to_owned(),
                    1 => "One pair of colors has too little contrast. Some readers cannot read it.".to_owned(),
                    count => format!("{count} pairs of colors have too little contrast. Some readers cannot read them."),
                }}
            </p>
            <table class="contrast" aria-labelledby="look-contrast">
                <thead>
                    <tr><th scope="col">"Colors"</th>{Mode::ALL.map(|mode| view! { <th scope="col">{mode.title()}</th> })}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// The contrast of one pair in one mode.
#[component]
fn ContrastCell(
    /// The pair.
    pair: Pair,
) -> impl IntoView {
    let sample = format!("color: {}; background: {}", pair.color.to_hex(), pair.background.to_hex());
    let least = pair.least;
    view! {
        <td>
            <span class="sample" style=sample aria-hidden="true"></span>
            {format!("{}:1", pair.ratio())}
            {(!pair.is_enough()).then(|| view! { <span class="problem">{format!("too low: at least {least}:1")}</span> })}
        </td>
    }
}
