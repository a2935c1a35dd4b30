//! The messages between the frame and the script on the page around it.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::dist;
use crate::harness::site::Site;
use crate::widget::frame::{Framed, Setting};

#[apply(chromium_only!)]
async fn a_script_that_is_loaded_late_asks_for_the_height(engine: Engine) {
    let framed = Framed::open(engine, Setting { bare: true, ..Setting::default() }).await;
    framed.reader.page.find("button", "Start the safety check").await;
    let before = framed.heights().await.len();
    framed.leaves().await;
    let late = format!(
        "const script = document.createElement('script'); script.src = '{}which-cause-frame.js'; document.head.append(script)",
        framed.quiz.url
    );
    framed.reader.page.run(&late, vec![]).await;
    framed.enters().await;
    framed.fits().await;
    assert!(framed.heights().await.len() > before, "one more message");
}

#[apply(chromium_only!)]
async fn a_message_counts_only_from_the_origin_of_the_frame_and_for_this_frame(engine: Engine) {
    let liar = "<!doctype html><script>
        for (const type of ['which-cause-height', 'which-cause-focus'])
            parent.postMessage({ type, height: 3000, bottom: 1e6 }, '*');
        parent.postMessage('messages', '*');
    </script>";
    let stranger = Site::default().page("/", liar).serve().await;
    let gone = format!("<!doctype html><script>location.replace('{}')</script>", stranger.url);
    let quiz = Site::default().folder("/", dist()).page("/gone", gone).page("/liar", liar).serve().await;
    let frame = |class: &str, src: &str| format!("<iframe class='{class}' src='{src}' height=300></iframe>");
    let page = format!(
        "<!doctype html><script>messages = 0; addEventListener('message', (it) => messages += it.data === 'messages')</script>
        <script src='{0}which-cause-frame.js'></script>{1}{2}{3}{4}<p style='height: 3000px'>",
        quiz.url,
        frame("which-cause-frame", &format!("{}gone", quiz.url)),
        frame("another", &format!("{}liar", quiz.url)),
        frame("which-cause-frame", &format!("{}liar", quiz.url)),
        frame("which-cause-frame", &format!("{}course.html", quiz.url)),
    );
    let host = Site::default().page("/", page).serve().await;
    let reader = Reader::new(engine, Mouse).await;
    reader.page.client.goto(&host.url).await.expect("the page opens");
    reader.page.waits_until("messages === 3").await;
    let heights = reader
        .page
        .run("return [...document.querySelectorAll('iframe')].map((it) => it.clientHeight)", vec![]);
    assert_eq!(heights.await, json!([300, 300, 3000, 300]), "the third speaks for itself");
}
