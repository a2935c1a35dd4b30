//! Strong words, emphasized words, links and paragraphs in the texts of a quiz.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::BREAD;

/// The elements within the hints of a question.
const ELEMENTS: &str = "
    const hints = document.querySelector('which-cause').shadowRoot.querySelector('.hints p');
    return [...hints.querySelectorAll('*')].map((it) => [it.localName, it.textContent]);
";

const LINK: &str = "
    const { href, target, rel } = document.querySelector('which-cause').shadowRoot.querySelector('.hints a');
    return [href, target, rel];
";

#[apply(chromium_only!)]
async fn strong_words_links_and_paragraphs_are_elements_also_with_trusted_types(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["questions"][0]["help"] =
        json!("**Cut** it, *cold*, <b>now</b>.\n\nSee [the crumb](https://example.org/crumb).");
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    reader.server.update(|state| state.headers = vec![("content-security-policy", policy.to_owned())]);
    reader.starts_quiz(&quiz).await;
    reader.page.find("link", "the crumb (opens in a new tab)").await;
    assert_eq!(
        reader.page.run(ELEMENTS, vec![]).await,
        json!([
            ["span", "Cut it, cold, <b>now</b>."],
            ["strong", "Cut"],
            ["em", "cold"],
            ["span", "See the crumb (opens in a new tab)."],
            ["a", "the crumb (opens in a new tab)"],
        ])
    );
    assert_eq!(
        reader.page.run(LINK, vec![]).await,
        json!(["https://example.org/crumb", "_blank", "noopener"])
    );
}
