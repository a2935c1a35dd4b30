//! The list of sites that the course of a frame may be on.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::dist;
use crate::harness::site::{RunningSite, Site};

/// Records the messages in the console.
pub(crate) const LISTEN: &str = "<script>messages = []; for (const level of ['warn', 'error']) console[level] = (...all) => messages.push(all.join(' '))</script>";

/// A site with the build. Its frame has this list of sites for courses, and records the messages in the console.
pub(crate) async fn site_with_list(sites: Option<&str>) -> RunningSite {
    let frame = std::fs::read_to_string(dist().join("frame.html")).expect("the frame");
    let (before, rest) = frame.split_once("<meta name=\"which-cause-course-sites\"").expect("a list");
    let after = rest.split_once('>').expect("its end").1;
    let list = sites
        .map(|it| format!("<meta name=\"which-cause-course-sites\" content=\"{it}\">"))
        .unwrap_or_default();
    Site::default()
        .folder("/", dist())
        .page("/frame.html", format!("{before}{list}{LISTEN}{after}"))
        .serve()
        .await
}

/// Opens the page of the frame, and waits for its script. It has a region, so the console does not ask for one.
pub(crate) async fn opens(reader: &Reader, site: &RunningSite, query: &str) {
    reader.goes_to(&format!("{}frame.html?region=GB&{query}", site.url)).await;
    reader.page.waits_until("!!document.querySelector('which-cause')?.shadowRoot").await;
}

/// The course of the element, the address of the fallback link, and the messages in the console.
pub(crate) async fn course(reader: &Reader) -> (Value, Value, String) {
    let script = "const quiz = document.querySelector('which-cause');
        return [quiz.getAttribute('course'), quiz.querySelector('[data-fallback] a').getAttribute('href'), messages.join(' | ')]";
    let found = reader.page.run(script, vec![]).await;
    (found[0].clone(), found[1].clone(), found[2].as_str().expect("a text").to_owned())
}

#[apply(chromium_only!)]
async fn a_course_on_a_site_that_is_not_listed_is_left_out(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let list = "https://example.com https://*.example.org http://shop.example.net:8080";
    let site = site_with_list(Some(list)).await;
    let own = format!("{}c/", site.url);
    for listed in [
        "https://example.com/course/",
        "https://example.com",
        " https://EXAMPLE.com/course/ ",
        "https://www.example.org/",
        "https://a.b.example.org/",
        "http://shop.example.net:8080/x",
        "https://example.com:443/",
        own.as_str(),
        "/c/",
    ] {
        let value = listed.replace(' ', "%20");
        opens(&reader, &site, &format!("course={value}")).await;
        let (course, link, messages) = course(&reader).await;
        assert!(course != "course.html" && course == link, "{listed}: {course}, {link}");
        assert_eq!(messages, "", "{listed}");
    }
    for other in [
        "https://evil.example/",
        "http://example.com/",
        "https://www.example.com/",
        "https://example.org/",
        "https://notexample.org/",
        "https://example.com.evil.example/",
        "https://example.com@evil.example/",
        "https://example.com:8443/",
        "http://shop.example.net/",
        "//evil.example/",
        "https:/\\evil.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
    ] {
        opens(&reader, &site, &format!("course={other}")).await;
        let (course, link, messages) = course(&reader).await;
        assert_eq!((course, link), (json!("course.html"), json!("course.html")), "{other}");
        assert!(
            messages.starts_with("which-cause: course=") && messages.contains("left out"),
            "{other}: {messages}"
        );
    }
}

#[apply(chromium_only!)]
async fn without_a_list_every_site_is_allowed_and_with_an_empty_one_only_its_own(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (list, elsewhere) in
        [(None, true), (Some("*"), true), (Some(""), false), (Some("example.com"), false)]
    {
        let site = site_with_list(list).await;
        opens(&reader, &site, "course=https://example.com/").await;
        let (found, _, messages) = course(&reader).await;
        assert_eq!(found == "https://example.com/", elsewhere, "{list:?}: {found}");
        assert_eq!(messages.is_empty(), elsewhere, "{list:?}: {messages}");
        // The message names an entry that is not a site.
        assert_eq!(messages.contains("“example.com”"), list == Some("example.com"), "{list:?}: {messages}");
        opens(&reader, &site, "course=/c/").await;
        assert_eq!(course(&reader).await.0, format!("{}c/", site.url), "{list:?}");
    }
}
