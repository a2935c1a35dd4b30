//! What the studio tells its author about the quiz: findings, odds, and the answers that lead to each cause.

use fantoccini::key::Key;
use macro_rules_attribute::apply;
use which_cause_quiz::{AnswerModel, Odds, read};

use super::{Author, DESK, example_file};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;

impl Author {
    /// Gives a cause a head start: two choices that speak for none speak for it.
    pub(super) async fn prefers_a_cause(&self) {
        self.presses("Points").await;
        self.writes("One here, one there: Too little food", "3").await;
        self.writes("A little damp: Too little food", "1").await;
        self.browser.page.shows("No problems, 1 finding").await;
    }

    /// Sets the chance of a tick by a key.
    async fn sets_tick_by_key(&self, key: Key) {
        let slider = self.browser.page.find("slider", "Chance that a reader ticks a box").await;
        slider.send_keys(&char::from(key).to_string()).await.expect("a key");
    }

    /// Waits until the table has the exact odds of the example for a chance of a tick.
    async fn sees_exact_odds(&self, tick: f64) {
        const ROWS: &str = "[...document.querySelectorAll('.odds tbody tr')]
            .map(({ cells }) => `${cells[0].innerText} ${cells[1].innerText.trim()}`).join()";
        let quiz = read(&example_file()).expect("a quiz");
        let odds = Odds::exact(&quiz, AnswerModel::ticking(tick)).expect("a small quiz");
        let names = ["Too much water", "Too little light", "Too little food"];
        let rows =
            names.iter().zip(&odds.causes).map(|(name, odds)| format!("{name} {:.1} %", odds.leads * 100.0));
        let rows = rows.collect::<Vec<_>>().join(",");
        self.browser.page.waits_until(&format!("{ROWS} === '{rows}'")).await;
    }
}

#[apply(chromium_only!)]
async fn a_head_start_is_found_explained_and_fixed(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.prefers_a_cause().await;
    author.presses("No problems, 1 finding").await;
    let message = "if readers answer at random and tick 25 % of the boxes, `hungry` leads 31.4 % of the time and `dark` 14.9 %; no cause should lead more than twice as often as another";
    author.presses(&format!("Cause 3: {message}")).await;
    page.find("heading", "Cause 3 of 3").await;
    page.waits_until("document.querySelector('#field-causes-2 .finding') !== null").await;
    author.presses("Fairness").await;
    page.shows("Question 1, Choice 1, Points, Hungry: 3 → 2").await;
    author.presses("Make this change").await;
    page.focus_is_on("heading", "Fairness").await;
    page.shows("None: each cause can lead").await;
    page.shows("No problems: readers can take this quiz.").await;
    author.presses("Undo").await;
    page.shows("No problems, 1 finding").await;
}

#[apply(chromium_only!)]
async fn the_odds_are_exact_for_any_chance_of_a_tick(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Fairness").await;
    author.sees_exact_odds(0.25).await;
    page.shows("Decides most: question 1, Which leaves are yellow?").await;
    for (key, tick) in [(Key::Right, 0.26), (Key::End, 1.0)] {
        author.sets_tick_by_key(key).await;
        author.sees_exact_odds(tick).await;
    }
}

#[apply(chromium_only!)]
async fn a_result_of_an_older_version_says_so_until_the_new_one_is_there(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Fairness").await;
    page.shows("Everything is computed.").await;
    // The next worker gets no quiz, and so never comes to an end.
    let no_message = "window.post = Worker.prototype.postMessage; Worker.prototype.postMessage = () => {}";
    page.run(no_message, vec![]).await;
    author.sets_tick_by_key(Key::End).await;
    page.shows("Computing…").await;
    page.shows("Odds of an older version").await;
    author.presses("Cancel").await;
    page.shows("Canceled.").await;
    author.sees_exact_odds(0.25).await;
    page.run("Worker.prototype.postMessage = window.post", vec![]).await;
    author.presses("Compute again").await;
    author.sees_exact_odds(1.0).await;
    page.shows("Everything is computed.").await;
    page.does_not_show("of an older version").await;
}

/// That a worker starts in every engine is tested in `writing.rs`.
#[apply(chromium_only!)]
async fn the_worker_is_fetched_once(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Fairness").await;
    page.shows("Everything is computed.").await;
    author.sets_tick_by_key(Key::End).await;
    author.sees_exact_odds(1.0).await;
    let fetched = author.site.requested().into_iter().filter(|path| path.contains("analysis-worker"));
    let mut fetched: Vec<String> = fetched.collect();
    fetched.sort();
    assert_eq!(fetched, ["/analysis-worker.js", "/analysis-worker_bg.wasm"]);
}

#[apply(chromium_only!)]
async fn a_cause_that_no_answers_lead_to_is_told_in_the_table_of_points(engine: Engine) {
    // Each answer gives both causes the same points, so neither is ahead.
    let file = example_file().replace(r#"{"wet": 3}"#, "{}").replace(r#"{"wet": 2}"#, "{}");
    let file = [2, 3].iter().fold(file, |file, points| {
        file.replace(
            &format!(r#"{{"dark": {points}}}"#),
            &format!(r#"{{"dark": {points}, "wet": {points}}}"#),
        )
    });
    let author = Author::opens(engine, DESK).await;
    author.chooses_files(&[("quiz.json", file.as_bytes())]).await;
    let page = &author.browser.page;
    author.presses("1. Roots that stand in water").await;
    page.shows("no answers make `wet` lead").await;
    author.presses("Points").await;
    page.waits_until(
        "[...document.querySelectorAll('.points tfoot td')].map((it) => it.innerText.includes('no answers lead here')).join() === 'true,true,false'",
    )
    .await;
}

#[apply(chromium_only!)]
async fn a_hard_text_has_its_reading_grade_and_a_finding_that_is_no_problem(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    let hard = "Physiological considerations notwithstanding, contemporary interventions demonstrate heterogeneous effectiveness.";
    author.writes("Subtitle", hard).await;
    page.shows("Reading grade 40.6; up to 9 is easy to read").await;
    page.shows("this reads at school grade 40.6").await;
    page.shows("No problems, 1 finding").await;
    let field = author.field("Subtitle").await;
    assert_eq!(field.attr("aria-invalid").await.expect("a field").as_deref(), Some("false"));
    // In another language the formula says nothing.
    author.writes("Language", "de").await;
    page.shows("No problems: readers can take this quiz.").await;
    page.does_not_show("Reading grade").await;
}
