//! Claims about the recipes in `integrations/`: each is built by the real tool, with the files of `dist/` where its README
//! says that they go, and then a reader opens it, in Chromium alone: what differs from engine to engine is the widget's
//! to claim.
//!
//! `make test-recipes` installs the tools; the build of the widget has to be there already.

// The reader, the page and the driver are those of the tests in a browser; not everything of theirs is needed here.

use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::harness::site::{Served, Site};

/// What an owner takes of the build is the loader and the app's folder. These come out of the folder to every reader.
const LOADER: &str = "which-cause.js";
const FILES: [&str; 3] = ["which-cause-app.js", "which-cause-app_bg.wasm", "upper-back-knots.drawings.json"];
const SPANISH: &str = "upper-back-knots.es.quiz";
const COURSE: &str = "https://example.org/knots-in-your-back-gone/";

/// One of the folders in `integrations/`.
struct Recipe {
    name: &'static str,
    /// Where its README says that the files go.
    files: &'static str,
    /// The tool that makes the site, and what it is told.
    tool: Option<(&'static str, &'static [&'static str])>,
    /// Where the site is then.
    site: &'static str,
    /// The page with the quiz.
    page: &'static str,
}

const PLAIN_HTML: Recipe =
    Recipe { name: "plain-html", files: "which-cause", tool: None, site: ".", page: "" };
const HUGO: Recipe = Recipe {
    name: "hugo",
    files: "static/which-cause",
    tool: Some(("hugo", &["--quiet", "--destination", "public"])),
    site: "public",
    page: "posts/knots/",
};
const ELEVENTY: Recipe = Recipe {
    name: "eleventy",
    files: "which-cause",
    tool: Some(("node_modules/.bin/eleventy", &["--quiet"])),
    site: "_site",
    page: "posts/knots/",
};
const MDBOOK: Recipe = Recipe {
    name: "mdbook",
    files: "src/which-cause",
    tool: Some(("mdbook", &["build"])),
    site: "book",
    page: "causes/knots.html",
};

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Copies a folder, without what npm has put into it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if name == "node_modules" {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).expect("a copy");
        }
    }
}

impl Recipe {
    /// Follows the README in a folder of the test's own, and gives the folder with the site.
    fn follow(&self, test: &str, twist: impl FnOnce(&Path)) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("recipes").join(test);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("an old folder goes");
        }
        let recipe = root().join("integrations").join(self.name);
        copy(&recipe, &folder);
        let (dist, files) = (crate::harness::server::dist(), folder.join(self.files));
        let app = crate::harness::server::app(&dist);
        copy(&dist.join(&app), &files.join(&app));
        std::fs::copy(dist.join(LOADER), files.join(LOADER)).expect("a copy");
        #[cfg(unix)]
        if recipe.join("package.json").exists() {
            std::os::unix::fs::symlink(recipe.join("node_modules"), folder.join("node_modules"))
                .expect("a link");
        }
        twist(&folder);
        if let Some((tool, options)) = self.tool {
            let program = if tool.contains('/') { folder.join(tool) } else { tool.into() };
            let output =
                Command::new(&program).args(options).current_dir(&folder).output().unwrap_or_else(|error| {
                    panic!("{}: {error}: run `tools/setup.sh recipes`", program.display())
                });
            let said =
                [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
            assert!(output.status.success(), "{tool} says:\n{said}");
            assert!(!said.to_lowercase().contains("warn"), "{tool} says:\n{said}");
        }
        folder.join(self.site)
    }

    /// Serves the site in a folder of its domain, and has a reader open its page.
    async fn is_opened(&self, site: &Path, reader: &Reader) -> Served {
        let served = Site::default().folder("/blog/", site).serve().await;
        let url = format!("{}blog/{}", served.url, self.page);
        reader.page.client.goto(&url).await.expect("the page opens");
        served
    }

    /// The page as a reader without JavaScript gets it.
    fn source(&self, site: &Path) -> String {
        let page = site.join(self.page);
        let page = if page.is_dir() { page.join("index.html") } else { page };
        std::fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
    }
}

async fn a_recipe_works(recipe: Recipe) {
    let site = recipe.follow(recipe.name, |_| ());

    // Without JavaScript: the author's words, and the way to the course.
    let source = recipe.source(&site);
    let start = source.find("<which-cause").expect("the element");
    let end = source.find("</which-cause>").expect("its end");
    let element = &source[start..end];
    for part in ["Which cause is yours?", "<li>Your answers stay on this device."] {
        assert!(element.contains(part), "no “{part}” in:\n{element}");
    }
    let fallback = element.find("data-fallback").expect("a fallback");
    let link = format!("<a href=\"{COURSE}\">Knots In Your Back Gone!</a>");
    assert!(element[fallback..].contains(&link), "no {link} in:\n{element}");
    assert!(!source.contains("raw HTML omitted"), "{source}");

    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let served = recipe.is_opened(&site, &reader).await;
    reader.page.the("heading", "Which cause is yours?").await;
    let set = reader.page.run(
        "const it = document.querySelector('which-cause');
         return [it.getAttribute('course'), it.getAttribute('region'), it.querySelector('h2, p, ul').parentElement === it,
             it.closest('[lang]').lang.slice(0, 2)]",
        vec![],
    );
    assert_eq!(set.await, json!([COURSE, "GB", true, "en"]));
    reader.presses("Start the safety check").await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    // The region arrives: an emergency is told the number of where the readers are.
    reader.ticks("Trouble breathing").await;
    reader.presses("Next").await;
    reader.page.says("999").await;
    reader.page.client.refresh().await.expect("the page again");
    reader.presses("Start the safety check").await;
    reader.has_no_flags().await;
    reader.page.says("Question 1 of 11").await;
    let asked = served.asked();
    let app = crate::harness::server::app(&crate::harness::server::dist());
    for file in FILES.map(|it| format!("{app}/{it}")).into_iter().chain([LOADER.to_owned()]) {
        let path = format!("/blog/which-cause/{file}");
        assert!(asked.contains(&path), "{path} comes from below the site's own address: {asked:?}");
    }

    // So does a translation, once the language around the quiz is its own.
    let path = format!("/blog/which-cause/{app}/{SPANISH}");
    assert!(!asked.contains(&path), "nobody has wanted it: {asked:?}");
    let spanish: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/upper-back-knots.es.json")).expect("JSON");
    reader
        .page
        .run(
            "document.documentElement.lang = 'es'; document.querySelector('which-cause').lang = 'es'",
            vec![],
        )
        .await;
    reader.page.the("group", spanish["questions"][0]["text"].as_str().expect("a text")).await;
    assert!(served.asked().contains(&path), "{path} comes from below the site's own address");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_plain_html_works() {
    a_recipe_works(PLAIN_HTML).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_hugo_works() {
    a_recipe_works(HUGO).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_eleventy_works() {
    a_recipe_works(ELEVENTY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recipe_for_mdbook_works() {
    a_recipe_works(MDBOOK).await;
}

/// The shortcodes with what their example leaves out: another quiz and a course on the site itself, and no course at all.
async fn a_shortcode_takes_another_quiz(recipe: Recipe, test: &str, folder: &str, shortcode: [&str; 3]) {
    let [with, without, end] = shortcode;
    let site = recipe.follow(test, |copy| {
        let page = copy.join("content").join("posts/knots.md");
        let page = if page.exists() { page } else { copy.join("posts/knots.md") };
        let text = std::fs::read_to_string(&page).expect("a page");
        let head = text.split("---").nth(1).expect("front matter");
        let text = format!(
            "---{head}---\n\n{with}\n\n## My *own* words\n\n{end}\n\n{without}\n\nNo course.\n\n{end}\n"
        );
        std::fs::write(&page, text).expect("a page");
        let quiz = copy.join(folder).join("dense-bread.json");
        std::fs::copy(root().join("quizzes/dense-bread.json"), quiz).expect("a quiz");
    });
    let source = recipe.source(&site);
    assert!(source.contains("<em>own</em>"), "{source}");
    assert_eq!(source.matches("data-fallback").count(), 1, "{source}");
    assert!(
        source.contains("<p data-fallback><a href=\"/blog/course/\">A &#34;B&#34;</a></p>")
            || source.contains("<p data-fallback><a href=\"/blog/course/\">A &quot;B&quot;</a></p>"),
        "{source}"
    );
    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let served = recipe.is_opened(&site, &reader).await;
    let elements = reader.page.run(
        "return [...document.querySelectorAll('which-cause')].map((it) => [it.getAttribute('course'), it.getAttribute('theme'), it.lang])",
        vec![],
    );
    assert_eq!(elements.await, json!([["/blog/course/", "dark", "en-US"], [null, null, ""]]));
    reader.presses("Bake").await;
    reader.page.does_not_say("First, is any of this happening with your pain?").await;
    let start = std::time::Instant::now();
    while !served.asked().contains(&"/blog/which-cause/dense-bread.json".to_owned()) {
        assert!(start.elapsed().as_secs() < 5, "{:?}", served.asked());
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hugos_shortcode_takes_another_quiz_and_a_course_of_the_site() {
    let with = r#"{{< which-cause course="course/" course-name="A \"B\"" quiz="which-cause/dense-bread.json" lang="en-US" theme="dark" start-label="Bake" >}}"#;
    let shortcode = [with, "{{< which-cause >}}", "{{< /which-cause >}}"];
    a_shortcode_takes_another_quiz(HUGO, "hugo-another", "static/which-cause", shortcode).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn eleventys_shortcode_takes_another_quiz_and_a_course_of_the_site() {
    let with = r#"{% whichCause course="/course/", courseName='A "B"', quiz="/which-cause/dense-bread.json", lang="en-US", theme="dark", startLabel="Bake" %}"#;
    let shortcode = [with, "{% whichCause %}", "{% endwhichCause %}"];
    a_shortcode_takes_another_quiz(ELEVENTY, "eleventy-another", "which-cause", shortcode).await;
}

/// In a book the arrow keys turn the page; in the quiz they lead to the answers and choose among them.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_book_the_arrow_keys_stay_in_the_quiz() {
    let site = MDBOOK.follow("mdbook-keys", |_| ());
    let reader = Reader::new(Engine::Chromium, Keyboard).await;
    let _served = MDBOOK.is_opened(&site, &reader).await;
    reader.presses("Start the safety check").await;
    let question = "First, is any of this happening with your pain?";
    reader.page.focuses("heading", question).await;
    reader.strikes(Key::Right).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    reader.page.focuses("heading", question).await;
    // Outside the quiz they turn the page.
    reader.page.run("document.activeElement.blur(); document.querySelector('h1').click()", vec![]).await;
    reader.strikes(Key::Right).await;
    reader.page.the("heading", "Afterword").await;
}

/// All chapters on one page, under another folder than the chapter's own.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_books_print_page_the_quiz_stands_as_well() {
    let site = MDBOOK.follow("mdbook-print", |_| ());
    let reader = Reader::new(Engine::Chromium, Mouse).await;
    let served = Site::default().folder("/blog/", site).serve().await;
    // The print page opens the browser's dialogue by itself, which would hold the test.
    let url = format!("{}blog/print.html", served.url);
    reader.page.client.goto(&url).await.expect("the page opens");
    reader.page.the("button", "Start the safety check").await;
}
