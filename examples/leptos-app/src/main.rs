//! A page with two quizzes, one of them in two languages. It lists their events.

use std::sync::Arc;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use which_cause::quiz::read;
use which_cause::{FocusControl, Quiz, QuizStyles, WidgetEvent};

const ENGLISH: &str = include_str!("../../../quizzes/upper-back-knots.json");
const SPANISH: &str = include_str!("../../../quizzes/upper-back-knots.es.json");
const LEAVES: &str = include_str!("../../../quizzes/starter.json");

#[component]
fn App() -> impl IntoView {
    let [english, spanish, leaves] =
        [ENGLISH, SPANISH, LEAVES].map(|file| Arc::new(read(file).expect("a valid quiz file")));
    let language = RwSignal::new("en".to_owned());
    let [is_open, leaves_are_open] = [RwSignal::new(false), RwSignal::new(false)];
    let events = RwSignal::new(Vec::new());
    let listener = move |is_open: RwSignal<bool>| {
        move |event: WidgetEvent| {
            if event == WidgetEvent::Left {
                is_open.set(false);
            }
            events.update(|events| events.push(event));
        }
    };
    view! {
        <main>
            <h1>"Knots in your upper back"</h1>
            <label>
                "Language of the quiz: "
                <select on:change:target=move |event| language.set(event.target().value())>
                    <option value="en">"English"</option>
                    <option value="es">"Español"</option>
                </select>
            </label>
            <QuizStyles>
                <Show
                    when=move || is_open.get()
                    fallback=move || view! { <button class="primary" on:click=move |_| is_open.set(true)>"Start the quiz"</button> }
                >
                    <Quiz
                        quiz=Arc::clone(&english)
                        translations=vec![Arc::clone(&spanish)]
                        language=move || Some(language.get())
                        course="https://example.org/knots-in-your-back-gone/"
                        region="GB"
                        on_event=listener(is_open)
                        // The reader has just pressed Start, so the first heading takes the focus.
                        focus=FocusControl::new(true)
                    />
                </Show>
                <Show
                    when=move || leaves_are_open.get()
                    fallback=move || view! { <button class="primary" on:click=move |_| leaves_are_open.set(true)>"Start the quiz about leaves"</button> }
                >
                    <Quiz quiz=Arc::clone(&leaves) on_event=listener(leaves_are_open) focus=FocusControl::new(true) />
                </Show>
            </QuizStyles>
            <h2>"Events"</h2>
            <ol>
                <For each=move || events.get().into_iter().enumerate() key=|(index, _)| *index let((_, event))>
                    <li>{format!("{event:?}")}</li>
                </For>
            </ol>
        </main>
    }
}

fn main() {
    mount_to_body(App);
}
