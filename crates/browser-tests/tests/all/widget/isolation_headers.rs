//! Headers that isolate a site from others, or that ask for checksums, as the documents describe them.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::{app, dist};
use crate::harness::site::{RunningSite, Site};
use crate::widget::article::{FAILED, FIRST_SCREEN};

fn page(head: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><meta charset=utf-8><title>A page</title>{head}<body>
        <which-cause course=/course.html start-label='{START}'><p>In my words.</p></which-cause>
        <script type=module {script}></script>"
    )
}

/// Serves the build, and a page with the quiz at `/page`, with these headers.
async fn serves(page: String, headers: &[(&'static str, &'static str)]) -> RunningSite {
    let mut site = Site::default().folder("/", dist()).page("/page", page);
    for (name, value) in headers {
        site = site.header(name, value);
    }
    site.serve().await
}

async fn opens(reader: &Reader, site: &RunningSite) {
    reader.goes_to(&format!("{}page", site.url)).await;
}

async fn comes_to_the_first_screen(reader: &Reader) {
    reader.presses(START).await;
    reader.page.find("group", FIRST_SCREEN).await;
}

#[apply(chromium_only!)]
async fn the_quiz_runs_under_headers_that_isolate_a_site(engine: Engine) {
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
        // Browsers no longer support it, but many configurations have it.
        &[("content-security-policy", "require-sri-for script style")],
    ] {
        let site = serves(page("", "src=/which-cause.js"), headers).await;
        opens(&reader, &site).await;
        comes_to_the_first_screen(&reader).await;
    }
}

#[apply(chromium_only!)]
async fn files_on_another_domain_need_no_more_than_the_cors_header(engine: Engine) {
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

/// The checksums of files of the build, in the form of `integrity`.
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

const GUIDE: &str = include_str!("../../../../../docs/security-policies.md");

/// The addresses in the guide's import map, without the folder of the build.
fn names_in_the_guide() -> Vec<String> {
    let map = GUIDE.split_once("<script type=\"importmap\">").expect("an import map").1;
    let map = map.split_once("</script>").expect("its end").0;
    let map: Value = serde_json::from_str(map).expect("JSON");
    let names = map["integrity"].as_object().expect("checksums").keys();
    names.map(|it| it.strip_prefix("/which-cause/FOLDER/").expect("the folder").to_owned()).collect()
}

/// A page with the checksum of the loader and, if `whole` is true, the import map of the guide.
async fn page_with_integrity(reader: &Reader, whole: bool) -> String {
    let folder = app(&dist());
    let names: Vec<String> = names_in_the_guide().iter().map(|name| format!("{folder}/{name}")).collect();
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

#[apply(chromium_only!)]
async fn under_an_integrity_policy_the_quiz_runs_only_with_all_checksums(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let site = serves(page_with_integrity(&reader, true).await, &INTEGRITY).await;
    opens(&reader, &site).await;
    comes_to_the_first_screen(&reader).await;
    let site = serves(page_with_integrity(&reader, false).await, &INTEGRITY).await;
    opens(&reader, &site).await;
    reader.presses(START).await;
    reader.page.shows(FAILED).await;
    reader.page.shows("In my words.").await;
}

#[apply(chromium_only!)]
async fn under_an_integrity_policy_the_next_press_fetches_a_script_that_was_lost(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    // Nothing is fetched before the press, so the press meets the lost request.
    let saves = "<script>Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })</script><title>";
    let page = page_with_integrity(&reader, true).await.replacen("<title>", saves, 1);
    let [(name, value)] = INTEGRITY;
    let lost = format!("/{}/which-cause-app.js", app(&dist()));
    let site = Site::default().folder("/", dist()).page("/page", page).header(name, value).loses_once(lost);
    let site = site.serve().await;
    opens(&reader, &site).await;
    reader.presses(START).await;
    reader.page.shows(FAILED).await;
    comes_to_the_first_screen(&reader).await;
}

const START: &str = "Start the safety check";

#[apply(chromium_only!)]
async fn a_frame_in_an_isolated_page_needs_two_headers(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let far = Site::default()
        .folder("/", dist())
        .header("cross-origin-embedder-policy", "require-corp")
        .header("cross-origin-resource-policy", "cross-origin")
        .serve()
        .await;
    let frame = format!(
        "<!doctype html><title>Host</title><iframe src='{}frame.html' width=360 height=640></iframe>",
        far.on_localhost()
    );
    let apart =
        [("cross-origin-opener-policy", "same-origin"), ("cross-origin-embedder-policy", "require-corp")];
    let site = serves(frame, &apart).await;
    opens(&reader, &site).await;
    let iframe = reader.page.client.find(fantoccini::Locator::Css("iframe")).await.expect("a frame");
    iframe.enter_frame().await.expect("the frame");
    reader.page.find("button", START).await;
    // By script: a driver's click in a frame of another site misses elements that are out of view.
    reader.page.run("document.querySelector('which-cause').start()", vec![]).await;
    reader.page.find("group", FIRST_SCREEN).await;
}
