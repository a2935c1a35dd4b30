//! What a reader, and the page around the quiz, can count on.

use crate::harness::engines::{chromium_and_firefox, every_engine, mouse_and_keyboard};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::{self, Mouse};
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, PHONE, Screen};

/// The app's WebAssembly module.
pub(crate) const WASM: &str = "which-cause-app_bg.wasm";

#[apply(mouse_and_keyboard!)]
async fn a_reader_with_a_forward_head_gets_posture(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("T2-posture-textbook").await;
    has_a_leading_cause_and_goes_to_the_course(
        &reader,
        "Head forward, shoulders rounded",
        "Want to work on everyday posture habits with some guidance?",
    )
    .await;
}

#[apply(mouse_and_keyboard!)]
async fn a_reader_whose_back_tires_gets_back_strength(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("T3-weak-textbook").await;
    has_a_leading_cause_and_goes_to_the_course(
        &reader,
        "Back muscles that tire easily",
        "Want some guidance on building a stronger upper back?",
    )
    .await;
}

#[apply(mouse_and_keyboard!)]
async fn a_reader_with_an_elbow_behind_them_gets_holding(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("T4-hold-textbook").await;
    has_a_leading_cause_and_goes_to_the_course(
        &reader,
        "Holding one spot tight for too long",
        "Want help to spot and change holding habits?",
    )
    .await;
}

#[apply(mouse_and_keyboard!)]
async fn a_reader_with_a_favourite_side_gets_uneven_habits(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("T5-tilt-textbook").await;
    has_a_leading_cause_and_goes_to_the_course(
        &reader,
        "Leaning, twisting or uneven habits",
        "Want help to even things out day to day?",
    )
    .await;
}

async fn has_a_leading_cause_and_goes_to_the_course(reader: &Reader, label: &str, course: &str) {
    let verdict = format!("Your answers lean toward: {label}");
    reader.page.the("heading", &verdict).await;
    reader.page.focuses("heading", &verdict).await;
    for part in [
        "Many of your answers fit",
        "Why you see this",
        "You said: “",
        "What it means",
        "How sure are we?",
        "What to look at next",
        "Small things to try this week",
        "When to get it checked",
        "Also worth knowing",
        "It does not test, diagnose or treat any health problem",
        course,
    ] {
        reader.page.says(part).await;
    }
    reader.page.does_not_say("Worth booking a visit").await;
    reader.page.does_not_say("{").await;
    reader.page.does_not_say("%").await;
    reader.follows("See what's in the course").await;
    reader.page.the("heading", "Knots In Your Back Gone!").await;
    reader.page.says("This page is a stand-in").await;
}

#[apply(mouse_and_keyboard!)]
async fn a_reader_with_body_wide_signs_is_sent_to_a_doctor_and_not_to_the_course(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("T1-thyroid-textbook").await;
    reader.page.focuses("heading", "Worth booking a visit").await;
    let headings = reader.page.names("heading").await;
    let place =
        |name: &str| headings.iter().position(|it| it == name).unwrap_or_else(|| panic!("{headings:?}"));
    let verdict = "Your answers lean toward: Body-wide signs to ask a doctor about";
    assert!(place("Worth booking a visit") < place(verdict));
    // Their own ticks and flags, as a list to take along.
    reader.page.says("It's lasted more than 6 weeks and isn't getting better").await;
    reader.page.says("Your arms or legs feel weak.").await;
    reader.page.says("A course can't check your levels, so please see your doctor first.").await;
    let links = reader.page.names("link").await;
    assert!(!links.iter().any(|name| name == "See what's in the course"), "{links:?}");
}

#[apply(mouse_and_keyboard!)]
async fn a_reader_with_a_mixed_picture_gets_each_part_of_it(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("M1-desk-mixed").await;
    reader.page.focuses("heading", "Your answers point to more than one thing").await;
    let text = reader.page.text().await;
    assert!(!text.contains("What it means"), "each part is closed at first: {text}");
    reader.page.says("Head forward, shoulders rounded").await;
    reader.page.says("Leaning, twisting or uneven habits").await;
    reader.unfolds("Head forward, shoulders rounded Some of your answers fit").await;
    reader.page.says("When your head drifts ahead of your body").await;
    reader.follows("See what's in the course").await;
    reader.page.says("This page is a stand-in").await;
}

#[apply(mouse_and_keyboard!)]
async fn a_reader_whom_nothing_fits_is_told_so(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("N1-nothing").await;
    reader.page.focuses("heading", "Nothing stands out").await;
    reader.page.says("Keep moving in ways that feel good.").await;
    reader.page.does_not_say("Why you see this").await;
    reader.follows("See what's in the course").await;
    reader.page.says("This page is a stand-in").await;
}

#[apply(mouse_and_keyboard!)]
async fn an_emergency_stops_the_quiz(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("E1-chest-pain").await;
    reader.page.focuses("heading", "Call 112 or go to the nearest emergency department now").await;
    reader.page.says("Pain, tightness or pressure in my chest").await;
    reader.page.says("We've stopped the quiz here so you can get help.").await;
    let call = reader.page.the("link", "Call 112").await;
    assert_eq!(call.attr("href").await.expect("a link").as_deref(), Some("tel:112"));
    let links = reader.page.names("link").await;
    assert!(!links.iter().any(|name| name == "See what's in the course"), "{links:?}");
    reader.presses("I ticked that by mistake").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    let tick = reader.page.the("checkbox", "Pain, tightness or pressure in my chest").await;
    assert!(tick.is_selected().await.expect("a box"), "the ticks are still there to be taken back");
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", "Next, do any of these fit you?").await;
}

#[apply(mouse_and_keyboard!)]
async fn an_urgent_sign_stops_the_quiz(engine: Engine, hand: Hand) {
    let reader = Reader::new(engine, hand).await;
    reader.takes_the_quiz_as("U1-cancer-night-pain").await;
    reader.page.focuses("heading", "Please speak to a doctor today").await;
    reader.page.says("I have, or have had, cancer").await;
    reader.page.says("or call your local urgent medical line").await;
    reader.page.does_not_say("Next").await;
    reader.presses("I ticked that by mistake").await;
    reader.page.the("group", "Next, do any of these fit you?").await;
}

#[apply(every_engine!)]
async fn before_start_the_article_has_the_authors_words_and_no_webassembly(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.page.says("It's a guide, not a diagnosis.").await;
    let focus = reader.page.run("return document.activeElement === document.body", vec![]).await;
    assert_eq!(focus, json!(true), "nothing takes the focus");
    assert_eq!(reader.page.run("return scrollY", vec![]).await, json!(0), "nothing scrolls the page");
    reader.server.twist(|twists| {
        assert!(!twists.asked.iter().any(|path| path == WASM), "{:?}", twists.asked);
    });
}

#[apply(every_engine!)]
async fn the_app_is_fetched_when_the_quiz_comes_near(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    reader.page.run("document.querySelector('which-cause').scrollIntoView()", vec![]).await;
    for _ in 0..200 {
        let mut fetched = false;
        reader.server.twist(|twists| fetched = twists.asked.iter().any(|path| path == WASM));
        if fetched {
            reader.page.the("button", "Start the safety check").await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the app was not fetched");
}

#[apply(every_engine!)]
async fn every_press_moves_the_focus_to_the_new_heading_and_brings_it_into_view(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    for heading in [
        "Next, do any of these fit you?",
        "Last safety question. Do any of these fit?",
        "Where do your knots bother you most?",
    ] {
        reader.ticks("None of these").await;
        reader.goes_on().await;
        reader.page.focuses("heading", heading).await;
        let heading = json!(reader.page.the("heading", heading).await);
        let place = "return [arguments[0].getBoundingClientRect().top, innerHeight]";
        let (top, height): (f64, f64) =
            serde_json::from_value(reader.page.run(place, vec![heading]).await).expect("two numbers");
        assert!((0.0..height).contains(&top), "it is at {top} of a window of {height}");
    }
}

#[apply(every_engine!)]
async fn progress_is_told_in_words(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.page.says("Safety check 1 of 3").await;
    reader.has_no_flags().await;
    reader.page.says("Question 1 of 11").await;
    reader.presses("Not sure? Skip this one").await;
    reader.page.says("Question 2 of 11").await;
}

#[apply(every_engine!)]
async fn none_of_these_clears_the_other_ticks_and_the_other_way_round(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    let ticked =
        async |name: &str| reader.page.the("checkbox", name).await.is_selected().await.expect("a box");
    reader.ticks("Trouble breathing").await;
    reader.ticks("Coughing up blood").await;
    reader.ticks("None of these").await;
    assert!(
        !ticked("Trouble breathing").await
            && !ticked("Coughing up blood").await
            && ticked("None of these").await
    );
    reader.ticks("Coughing up blood").await;
    assert!(
        !ticked("Trouble breathing").await
            && ticked("Coughing up blood").await
            && !ticked("None of these").await
    );
}

#[apply(every_engine!)]
async fn a_reader_who_goes_on_without_an_answer_is_told_what_is_missing(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.presses("Next").await;
    reader.page.says("Error: Tick all that fit, or tick “None of these” to go on.").await;
    let focused = reader
        .page
        .run("return document.querySelector('which-cause').shadowRoot.activeElement.textContent", vec![])
        .await;
    assert!(focused.as_str().is_some_and(|it| it.contains("to go on")), "{focused}");
    reader.ticks("None of these").await;
    // It stays until they go on, so that nothing moves under their finger.
    reader.page.says("Error:").await;
    reader.goes_on().await;
    reader.page.the("group", "Next, do any of these fit you?").await;
    reader.page.does_not_say("Error:").await;
}

#[apply(every_engine!)]
async fn going_back_finds_the_answers_and_from_the_first_screen_the_authors_words(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.has_no_flags().await;
    reader.chooses("On both sides, about the same").await;
    reader.goes_on().await;
    reader.page.the("group", "When does it tend to build up?").await;
    reader.presses("Back").await;
    let choice = reader.page.the("radio", "On both sides, about the same").await;
    assert!(choice.is_selected().await.expect("a choice"));
    for _ in 0..4 {
        reader.presses("Back").await;
    }
    reader.page.focuses("button", "Start the safety check").await;
    reader.page.says("It's a guide, not a diagnosis.").await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    let none = reader.page.the("checkbox", "None of these").await;
    assert!(none.is_selected().await.expect("a box"), "the last answers are there");
}

#[apply(every_engine!)]
async fn starting_again_forgets_the_answers(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_as("N1-nothing").await;
    reader.presses("Start again").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    let none = reader.page.the("checkbox", "None of these").await;
    assert!(!none.is_selected().await.expect("a box"));
}

#[apply(every_engine!)]
async fn the_course_attribute_says_where_the_course_is_and_the_pages_own_campaign_goes_along(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replace("course=\"course.html\"", "course=course.html?from=quiz");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.opens("?utm_source=news&utm_medium=mail&q=knots").await;
    reader.presses("Start the safety check").await;
    reader.has_no_flags().await;
    for _ in 0..11 {
        reader.presses("Not sure? Skip this one").await;
    }
    let link = reader.page.the("link", "See what's in the course").await;
    let address = link.attr("href").await.expect("a link").expect("an address");
    assert_eq!(
        address,
        format!("{}course.html?from=quiz&utm_source=news&utm_medium=mail", reader.server.url)
    );
}

#[apply(every_engine!)]
async fn an_address_that_is_not_of_the_web_makes_no_link(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replace("course=\"course.html\"", "course=javascript:alert(1)");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    reader.has_no_flags().await;
    for _ in 0..11 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader.page.the("heading", "Nothing stands out").await;
    let links = reader.page.names("link").await;
    assert!(!links.iter().any(|name| name == "See what's in the course"), "{links:?}");
}

#[apply(every_engine!)]
async fn the_quiz_attribute_brings_another_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.json")).expect("JSON");
    quiz["screens"] = json!([]);
    quiz["questions"][0]["text"] = json!("Is this <b>another</b> quiz?");
    reader.server.twist(|twists| {
        twists
            .texts
            .insert("index.html", built("index.html").replace("course=\"course.html\"", "quiz=another.json"));
        twists.texts.insert("another.json", quiz.to_string());
    });
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    // Text is text: what looks like HTML is shown as it is written.
    reader.page.focuses("heading", "Is this <b>another</b> quiz?").await;
}

#[apply(every_engine!)]
async fn a_quiz_about_something_else_altogether_runs_as_well(engine: Engine) {
    for (quiz, answers, verdict) in [
        (
            include_str!("../../../../../quizzes/dense-bread.json"),
            &["Hardly any holes at all, like a brick", "It hardly moved, even after hours"][..],
            "Your loaf points to: Yeast that has had enough",
        ),
        (
            include_str!("../../../../../quizzes/starter.json"),
            &["All over, and they feel soft", "Wet, days after watering"],
            "Your answers lean toward: Roots that stand in water",
        ),
    ] {
        let reader = Reader::new(engine, Mouse).await;
        reader.server.twist(|twists| {
            twists.texts.insert(
                "index.html",
                built("index.html").replace("course=\"course.html\"", "quiz=another.json"),
            );
            twists.texts.insert("another.json", quiz.to_owned());
        });
        reader.opens("").await;
        reader.presses("Start the safety check").await;
        for answer in answers {
            reader.chooses(answer).await;
            reader.goes_on().await;
        }
        while reader.page.names("button").await.iter().any(|name| name == "Not sure? Skip this one") {
            reader.presses("Not sure? Skip this one").await;
        }
        reader.page.focuses("heading", verdict).await;
        let links = reader.page.names("link").await;
        assert!(!links.iter().any(|name| name == "See what's in the course"), "{links:?}");
    }
}

#[apply(every_engine!)]
async fn a_broken_quiz_file_leaves_the_authors_words_and_says_why(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| {
        twists
            .texts
            .insert("index.html", built("index.html").replace("course=\"course.html\"", "quiz=another.json"));
        twists.texts.insert("another.json", r#"{"format": 1, "titel": "No"}"#.to_owned());
    });
    reader.opens("").await;
    listen(&reader).await;
    reader.presses("Start the safety check").await;
    reader.page.says("The quiz could not start. Please try again.").await;
    reader.page.says("It's a guide, not a diagnosis.").await;
    let heard = heard(&reader).await;
    let reason = heard[0]["detail"]["reason"].as_str().expect("a reason");
    assert_eq!(heard[0]["type"], "which-cause-error");
    for problem in [
        "titel: unknown key; did you mean `title`?",
        "title: missing; expected text",
    ] {
        assert!(reason.contains(problem), "{reason}");
    }
}

#[apply(every_engine!)]
async fn an_app_that_does_not_arrive_can_be_tried_again(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for missing in ["which-cause-app_bg.wasm", "which-cause-app.js"] {
        reader.server.twist(|twists| twists.missing = vec![missing]);
        reader.opens("").await;
        reader.presses("Start the safety check").await;
        reader.page.says("The quiz could not start. Please try again.").await;
        reader.page.says("It's a guide, not a diagnosis.").await;
        reader.server.twist(|twists| twists.missing.clear());
        reader.presses("Start the safety check").await;
        reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    }
}

#[apply(every_engine!)]
async fn the_authors_fallback_shows_only_to_readers_to_whom_the_quiz_does_not_come(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| twists.missing = vec![WASM]);
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    let links = async || reader.page.names("link").await.len();
    let before = links().await;
    reader.presses("Start the safety check").await;
    reader.page.says("The quiz could not start. Please try again.").await;
    assert_eq!(links().await, before + 1);
}

#[apply(every_engine!)]
async fn two_quizzes_on_a_page_share_one_download_and_know_nothing_of_each_other(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html")
        .replace("</article>", "<which-cause start-label=Another></which-cause></article>");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", "Next, do any of these fit you?").await;
    reader.presses("Another").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    reader.page.the("group", "Next, do any of these fit you?").await;
    reader.server.twist(|twists| {
        assert_eq!(twists.asked.iter().filter(|path| *path == WASM).count(), 1, "{:?}", twists.asked);
    });
}

#[apply(every_engine!)]
async fn an_element_that_is_moved_keeps_the_readers_place_and_one_that_is_taken_out_starts_anew(
    engine: Engine,
) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", "Next, do any of these fit you?").await;
    reader
        .page
        .run("document.querySelector('main').append(document.querySelector('which-cause'))", vec![])
        .await;
    reader.page.the("group", "Next, do any of these fit you?").await;
    let out_and_in =
        "const [done] = arguments; const quiz = document.querySelector('which-cause'); quiz.remove();
        setTimeout(() => { document.querySelector('main').append(quiz); done(); }, 50)";
    reader.page.run_async(out_and_in).await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
}

#[apply(every_engine!)]
async fn a_quiz_that_comes_late_does_not_take_a_reader_away_from_where_they_have_gone(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replace("<main>", "<main><button id=else>Elsewhere</button>");
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", article);
        twists.slow.push(WASM);
    });
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.says("Starting…").await;
    reader.presses("Elsewhere").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    reader.page.focuses("button", "Elsewhere").await;
    // From the reader's next press on, their focus goes with them.
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.focuses("heading", "Next, do any of these fit you?").await;
}

#[apply(every_engine!)]
async fn without_webassembly_the_authors_words_stay(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replacen("<head>", "<head><script>delete self.WebAssembly</script>", 1);
    let article = if article.contains("delete self") {
        article
    } else {
        article.replacen(
            "<meta charset=\"utf-8\" />",
            "<meta charset=\"utf-8\" /><script>delete self.WebAssembly</script>",
            1,
        )
    };
    assert!(article.contains("delete self"));
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.says("The quiz could not start. Please try again.").await;
    reader.page.says("It's a guide, not a diagnosis.").await;
}

#[apply(every_engine!)]
async fn without_the_loader_the_authors_words_and_link_stand_alone(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| twists.missing = vec!["which-cause.js"]);
    reader.opens("").await;
    reader.page.says("It's a guide, not a diagnosis.").await;
    let buttons = reader.page.names("button").await;
    assert!(buttons.is_empty(), "nothing is there that could not be pressed: {buttons:?}");
    let links = reader.page.names("link").await;
    assert!(links.len() >= 2 && links.iter().all(|name| name == "Knots In Your Back Gone!"), "{links:?}");
}

#[apply(every_engine!)]
async fn the_page_hears_how_far_a_reader_is_and_never_what_they_answered(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    listen(&reader).await;
    reader.presses("Start the safety check").await;
    reader.has_no_flags().await;
    for _ in 0..11 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader.page.the("heading", "Nothing stands out").await;
    reader.page.run("document.addEventListener('click', (event) => event.preventDefault())", vec![]).await;
    reader.follows("See what's in the course").await;
    let heard = heard(&reader).await;
    let kinds: Vec<&str> = heard.iter().map(|it| it["type"].as_str().expect("a type")).collect();
    assert_eq!(kinds[0], "which-cause-start");
    assert_eq!(kinds[1..15], ["which-cause-step"; 14]);
    assert_eq!(kinds[15..], ["which-cause-finish", "which-cause-course"]);
    for (i, event) in heard[1..15].iter().enumerate() {
        assert_eq!(event["detail"], json!({"quiz": "upper-back-five-causes", "step": i + 1, "of": 14}));
    }
    for event in [&heard[0], &heard[15], &heard[16]] {
        assert_eq!(event["detail"], json!({"quiz": "upper-back-five-causes"}));
    }
}

#[apply(every_engine!)]
async fn once_the_app_is_here_nothing_is_asked_of_the_network_and_nothing_is_stored(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.has_asked_for_drawings().await;
    let mut before = 0;
    reader.server.twist(|twists| before = twists.asked.len());
    reader.has_no_flags().await;
    for _ in 0..11 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader.page.the("heading", "Nothing stands out").await;
    reader.server.twist(|twists| assert_eq!(twists.asked[before..], [] as [&str; 0]));
    let requests =
        "return performance.getEntriesByType('resource').filter((it) => !it.name.startsWith(origin)).length";
    assert_eq!(reader.page.run(requests, vec![]).await, json!(0));
    let stored = "return localStorage.length + sessionStorage.length + document.cookie.length";
    assert_eq!(reader.page.run(stored, vec![]).await, json!(0));
    let databases = "const [done] = arguments; indexedDB.databases().then((it) => done(it.length))";
    assert_eq!(reader.page.run_async(databases).await, json!(0));
}

#[apply(every_engine!)]
async fn a_server_that_does_not_know_webassembly_gives_the_quiz_all_the_same(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| twists.mistyped = vec![WASM]);
    reader.starts().await;
}

#[apply(every_engine!)]
async fn an_app_that_is_served_as_something_else_leaves_the_authors_words(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.twist(|twists| twists.mistyped = vec!["which-cause-app.js"]);
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.says("The quiz could not start. Please try again.").await;
    reader.page.says("It's a guide, not a diagnosis.").await;
}

#[apply(every_engine!)]
async fn the_console_says_which_region_is_missing_and_nothing_else(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_as("M1-desk-mixed").await;
    reader.page.the("heading", "Your answers point to more than one thing").await;
    let said = reader.page.console().await;
    assert!(said.len() == 1 && said[0].starts_with("warn: <which-cause>: no `region`"), "{said:?}");
}

/// How bright the ground is that the quiz stands on, from 0 to 255, and how bright its text.
async fn brightness(reader: &Reader) -> (f64, f64) {
    let script = "
        const base = document.querySelector('which-cause').shadowRoot.querySelector('.widget [part~=base]');
        const { backgroundColor, color } = getComputedStyle(base);
        return [backgroundColor, color].map((it) => Math.max(...it.match(/[0-9.]+/g).slice(0, 3)));
    ";
    serde_json::from_value(reader.page.run(script, vec![]).await).expect("two numbers")
}

#[apply(every_engine!)]
async fn the_quiz_is_light_or_dark_as_the_page_is_for_its_reader(engine: Engine) {
    for dark in [false, true] {
        let reader = Reader::at(engine, Screen { dark, ..PHONE }, Mouse).await;
        reader.starts().await;
        let (ground, text) = brightness(&reader).await;
        assert_eq!(ground < 64.0 && text > 192.0, dark, "text of {text} on {ground}");
        assert_eq!(ground > 192.0 && text < 64.0, !dark, "text of {text} on {ground}");
    }
}

#[apply(every_engine!)]
async fn a_page_that_is_always_light_has_a_light_quiz_unless_its_owner_says_otherwise(engine: Engine) {
    let reader = Reader::at(engine, Screen { dark: true, ..PHONE }, Mouse).await;
    let light = |name| built(name).replace("light dark", "light");
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", light("index.html"));
        twists.texts.insert("article.css", light("article.css"));
    });
    reader.starts().await;
    let (ground, text) = brightness(&reader).await;
    assert!(ground > 192.0 && text < 64.0, "text of {text} on {ground}");
    let article = light("index.html").replace("<which-cause ", "<which-cause theme=dark ");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    let (ground, text) = brightness(&reader).await;
    assert!(ground < 64.0 && text > 192.0, "text of {text} on {ground}");
}

#[apply(every_engine!)]
async fn nothing_moves_for_a_reader_who_wants_no_motion(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    let still = async || {
        let moving = "
            const roots = [document, document.querySelector('which-cause').shadowRoot];
            return roots.flatMap((it) => it.getAnimations()).length";
        assert_eq!(reader.page.run(moving, vec![]).await, json!(0));
    };
    reader.opens("").await;
    let calm = "return matchMedia('(prefers-reduced-motion: reduce)').matches";
    assert_eq!(reader.page.run(calm, vec![]).await, json!(true));
    still().await;
    reader.presses("Start the safety check").await;
    still().await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    reader.ticks("None of these").await;
    still().await;
    reader.goes_on().await;
    still().await;
}

#[apply(chromium_and_firefox!)]
async fn where_colors_are_forced_what_is_picked_still_shows(engine: Engine) {
    let reader = Reader::at(engine, Screen { forced_colors: true, ..PHONE }, Mouse).await;
    reader.starts().await;
    reader.ticks("Trouble breathing").await;
    // Colours can be the same for all of them; the width of a line cannot.
    let lines = "
        const choices = [...document.querySelector('which-cause').shadowRoot.querySelectorAll('[part~=choice]')];
        const width = (it) => parseFloat(getComputedStyle(it).borderTopWidth);
        return choices.map((it) => [it.textContent.trim(), width(it)]).filter(([, width]) => width > 2);
    ";
    assert_eq!(reader.page.run(lines, vec![]).await, json!([["Trouble breathing", 3]]));
}

/// A file of the build.
pub(crate) fn built(name: &str) -> String {
    std::fs::read_to_string(crate::harness::server::built(name)).expect("a file of the build")
}

/// Writes down the widget's events as they reach the page.
pub(crate) async fn listen(reader: &Reader) {
    reader
        .page
        .run(
            "window.heard = [];
             for (const name of ['start', 'step', 'finish', 'course', 'error'])
                 document.addEventListener('which-cause-' + name, (event) => heard.push({ type: event.type, detail: event.detail }))",
            vec![],
        )
        .await;
}

/// The events so far.
pub(crate) async fn heard(reader: &Reader) -> Vec<Value> {
    serde_json::from_value(reader.page.run("return heard", vec![]).await).expect("events")
}
