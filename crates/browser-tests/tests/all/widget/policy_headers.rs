//! Headers by which a site keeps itself apart from others or asks for checksums: what the documents say of each.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::{app, dist};
use crate::harness::site::{Served, Site};

const START: &str = "Start the safety check";
const FIRST: &str = "First, is any of this happening with your pain?";

fn page(head: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><meta charset=utf-8><title>A page</title>{head}<body>
        <which-cause course=/course.html start-label='{START}'><p>In my words.</p></which-cause>
        <script type=module {script}></script>"
    )
}

/// The build and a page with the quiz at `/page`, with these headers on everything.
async fn serves(page: String, headers: &[(&'static str, &'static str)]) -> Served {
    let mut site = Site::default().folder("/", dist()).page("/page", page);
    for (name, value) in headers {
        site = site.header(name, value);
    }
    site.serve().await
}

async fn opens(reader: &Reader, site: &Served) {
    reader.page.client.goto(&format!("{}page", site.url)).await.expect("the page opens");
}

async fn comes_to_the_first_screen(reader: &Reader) {
    reader.presses(START).await;
    reader.page.the("group", FIRST).await;
}

#[apply(every_engine!)]
async fn under_headers_that_keep_a_site_apart_the_quiz_runs(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for headers in [
        &[
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-resource-policy", "same-origin"),
        ][..],
        &[("document-isolation-policy", "isolate-and-require-corp")],
        &[("document-isolation-policy", "isolate-and-credentialless")],
        &[("cross-origin-embedder-policy", "credentialless")],
        &[("permissions-policy", "clipboard-write=(), clipboard-read=(), fullscreen=()")],
        &[("content-security-policy", "require-trusted-types-for 'script'; trusted-types 'none'")],
        // Long gone from browsers, and in many a configuration.
        &[("content-security-policy", "require-sri-for script style")],
    ] {
        let site = serves(page("", "src=/which-cause.js"), headers).await;
        opens(&reader, &site).await;
        comes_to_the_first_screen(&reader).await;
    }
}

#[apply(every_engine!)]
async fn files_on_another_domain_need_their_one_header_under_those_too(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let far = Site::default().folder("/", dist()).header("access-control-allow-origin", "*").serve().await;
    for headers in [
        &[("cross-origin-opener-policy", "same-origin"), ("cross-origin-embedder-policy", "require-corp")][..],
        &[("document-isolation-policy", "isolate-and-require-corp")],
    ] {
        let script = format!("crossorigin src={}which-cause.js", far.url);
        let site = serves(page("", &script), headers).await;
        opens(&reader, &site).await;
        comes_to_the_first_screen(&reader).await;
    }
}

/// The checksums of files of the build, as `integrity` has them.
async fn integrity(reader: &Reader, names: &[String]) -> Vec<String> {
    let plain = serves(page("", "src=/which-cause.js"), &[]).await;
    opens(reader, &plain).await;
    let script = format!(
        "const done = arguments[arguments.length - 1];
        Promise.all({}.map(async (name) => {{
            const sum = await crypto.subtle.digest('SHA-384', await (await fetch('/' + name)).arrayBuffer());
            return 'sha384-' + btoa(String.fromCharCode(...new Uint8Array(sum)));
        }})).then(done, (error) => done(String(error)))",
        json!(names)
    );
    serde_json::from_value(reader.page.run_async(&script).await).expect("a list")
}

const INTEGRITY: [(&str, &str); 1] = [("integrity-policy", "blocked-destinations=(script)")];

/// A page that names the checksum of the loader, and those of the app's scripts if it is to name them.
async fn page_with_integrity(reader: &Reader, whole: bool) -> String {
    let folder = app(&dist());
    let names = ["which-cause-app.js", "which-cause-pictures.js", "which-cause-parser.js"];
    let names: Vec<String> = names.iter().map(|name| format!("{folder}/{name}")).collect();
    let loader = integrity(reader, &["which-cause.js".to_owned()]).await.remove(0);
    let sums = integrity(reader, &names).await;
    let map: Value = names
        .iter()
        .zip(sums)
        .map(|(name, sum)| (format!("/{name}"), json!(sum)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let map = if whole {
        format!("<script type=importmap>{}</script>", json!({"integrity": map}))
    } else {
        String::new()
    };
    page(&map, &format!("src=/which-cause.js integrity={loader}"))
}

#[apply(every_engine!)]
async fn under_an_integrity_policy_the_quiz_runs_where_the_page_has_the_checksums(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let page = page_with_integrity(&reader, true).await;
    let site = serves(page, &INTEGRITY).await;
    opens(&reader, &site).await;
    comes_to_the_first_screen(&reader).await;
}

/// Chromium alone of these engines knows the policy.
#[tokio::test(flavor = "multi_thread")]
async fn under_an_integrity_policy_without_the_checksums_the_words_stay() {
    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let page = page_with_integrity(&reader, false).await;
    let site = serves(page, &INTEGRITY).await;
    opens(&reader, &site).await;
    reader.presses(START).await;
    reader.page.says("The quiz could not start.").await;
    reader.page.says("In my words.").await;
}

#[apply(every_engine!)]
async fn a_frame_in_a_page_that_keeps_itself_apart_needs_two_headers(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let far = Site::default()
        .folder("/", dist())
        .header("cross-origin-embedder-policy", "require-corp")
        .header("cross-origin-resource-policy", "cross-origin")
        .serve()
        .await;
    let frame = format!(
        "<!doctype html><title>Host</title><iframe src='{}frame.html' width=360 height=640></iframe>",
        far.by_name()
    );
    let apart =
        [("cross-origin-opener-policy", "same-origin"), ("cross-origin-embedder-policy", "require-corp")];
    let site = serves(frame, &apart).await;
    opens(&reader, &site).await;
    let iframe = reader.page.client.find(fantoccini::Locator::Css("iframe")).await.expect("a frame");
    iframe.enter_frame().await.expect("the frame");
    reader.page.the("button", START).await;
    // By script: a driver's click into a frame of another site misses what has to be scrolled to.
    reader.page.run("document.querySelector('which-cause').start()", vec![]).await;
    reader.page.the("group", FIRST).await;
}
