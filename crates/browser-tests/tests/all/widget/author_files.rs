//! Files of other authors that come over the network in the wrong encoding, or are something else altogether.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::{heard, listen};
use super::contract::article_with;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const BREAD: &str = include_str!("../../../../../quizzes/dense-bread.json");
const FAILED: &str = "The quiz could not start. Please try again.";

/// The bread quiz in a one-byte encoding, with a letter that is no ASCII.
fn windows_1252() -> Vec<u8> {
    let text = BREAD.replacen("What does", "\u{fc}What does", 1);
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[apply(every_engine!)]
async fn a_quiz_file_in_another_encoding_is_refused_and_named_for_what_it_is(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (file, bytes, seems) in [
        ("windows.json", windows_1252(), "windows-1252"),
        ("utf16.json", utf_16(BREAD), "UTF-16"),
        ("packed.json", vec![0x1f, 0x8b, 8, 0, 0], "gzip"),
        ("login.json", b"<!doctype html><title>Log in</title>".to_vec(), "an HTML page"),
        ("comment.json", b"{\"format\": 1, // first\n}".to_vec(), "a comment"),
    ] {
        reader.server.twist(|twists| {
            twists.texts.insert("index.html", article_with(&format!("quiz={file}")));
            twists.bytes.insert(file, bytes);
        });
        reader.opens("").await;
        listen(&reader).await;
        reader.presses("Start the safety check").await;
        reader.page.says(FAILED).await;
        let heard = heard(&reader).await;
        let reason = heard[0]["detail"]["reason"].as_str().expect("a reason");
        assert!(reason.contains(seems), "{reason}");
        assert!(reason.starts_with(&format!("{}{file}: ", reader.server.url)), "{reason}");
    }
}

#[apply(every_engine!)]
async fn a_translation_or_drawings_in_another_encoding_are_named_in_the_console(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["drawings"] = json!("bread.drawings.json");
    quiz["questions"][0]["picture"] = json!({"drawing": "loaf", "text": "A loaf."});
    let article = article_with("quiz=bread.json translations=de lang=de");
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", article);
        // A byte order mark is no part of a file.
        twists.texts.insert("bread.json", format!("\u{feff}{quiz}"));
        twists.bytes.insert("bread.de.json", utf_16(BREAD));
        twists.bytes.insert("bread.drawings.json", utf_16("{\"format\": 1}"));
    });
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", "What does the inside look like?").await;
    for file in ["bread.de.json", "bread.drawings.json"] {
        let address = format!("{}{file}", reader.server.url);
        reader.console_says(&[&address, "UTF-16"]).await;
    }
}

impl Reader {
    /// Waits until one line of the console has all of these.
    async fn console_says(&self, parts: &[&str]) {
        let mut said = Vec::new();
        for _ in 0..50 {
            said.extend(self.page.console().await);
            if said.iter().any(|line: &String| parts.iter().all(|it| line.contains(it))) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{parts:?}: {said:?}");
    }
}
