//! The original of a text in the form of a translation.

use leptos::prelude::*;
use which_cause_quiz::{TranslationEntry, TranslationState};

use crate::translations::{OpenTranslation, Piece, difference};

/// The original of today. If it has changed since it was translated, the former one too, with the words that differ.
#[component]
pub(crate) fn TranslationOriginal(
    /// The id of the element.
    id: String,
    /// The text.
    shown: Memo<Option<TranslationEntry>>,
) -> impl IntoView {
    let OpenTranslation { original_direction: direction, original_language: language, .. } =
        OpenTranslation::get();
    let texts = Memo::new(move |_| {
        shown.with(|entry| {
            let entry = entry.as_ref()?;
            let now = entry.original.as_ref()?.text.clone();
            match &entry.state {
                TranslationState::OriginalChanged { before } => Some((Some(before.clone()), now)),
                _ => Some((None, now)),
            }
        })
    });
    view! {
        <div class="translation-original" id=id>
            {move || match texts.get() {
                None => ().into_any(),
                Some((None, now)) => view! { <p dir=direction.get() lang=language.get()>{now}</p> }.into_any(),
                Some((Some(before), now)) => {
                    let [before, now] = difference(&before, &now);
                    let (direction, language) = (direction.get(), language.get());
                    view! {
                        <p class="help">"Before"</p>
                        <p dir=direction lang=language.clone()>
                            {marked(before, |text| view! { <del>{text}</del> }.into_any())}
                        </p>
                        <p class="help">"Now"</p>
                        <p dir=direction lang=language>
                            {marked(now, |text| view! { <ins>{text}</ins> }.into_any())}
                        </p>
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

/// The pieces of a text. Those that the other text does not have are marked.
fn marked(pieces: Vec<Piece>, mark: fn(String) -> AnyView) -> impl IntoView {
    pieces
        .into_iter()
        .map(|(text, is_changed)| if is_changed { mark(text) } else { text.into_any() })
        .collect_view()
}
