//! Notices for the author about a draft, such as parts that could not be imported.

use leptos::prelude::*;

use crate::drafts::Notice;
use crate::focus::focus_on;

/// The notices of a draft. Each stays until it is dismissed.
#[component]
pub(crate) fn Notices(
    /// The notices.
    notices: RwSignal<Vec<Notice>>,
) -> impl IntoView {
    let dismiss = move |heading: String| {
        notices.update(|notices| notices.retain(|notice| notice.heading != heading));
        focus_on("part");
    };
    view! {
        <For each=move || notices.get() key=|notice| notice.heading.clone() let(notice)>
            <section class="notice" aria-label=notice.heading.clone()>
                <details open>
                    <summary>{notice.heading.clone()} " (" {notice.items.len()} ")"</summary>
                    <ul>{notice.items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
                </details>
                <button type="button" class="small" aria-label=format!("Dismiss: {}", notice.heading) on:click={
                    let heading = notice.heading.clone();
                    move |_| dismiss(heading.clone())
                }>"Dismiss"</button>
            </section>
        </For>
    }
}
