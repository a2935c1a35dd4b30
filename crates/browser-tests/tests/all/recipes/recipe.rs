//! A folder in `integrations/`, and how its README makes a site of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::reader::Reader;
use crate::harness::server::{app, dist, repository};
use crate::harness::site::{RunningSite, Site};

/// An owner copies the loader and the app's folder. Every reader fetches these files of the folder.
pub(crate) const LOADER: &str = "which-cause.js";

pub(crate) const FILES: [&str; 3] =
    ["which-cause-app.js", "which-cause-app_bg.wasm", "upper-back-knots.drawings.json"];

pub(crate) const SPANISH: &str = "upper-back-knots.es.quiz";

pub(crate) const COURSE: &str = "https://example.org/knots-in-your-back-gone/";

/// One of the folders in `integrations/`.
pub(crate) struct Recipe {
    pub(crate) name: &'static str,
    /// The folder for the files of the build, by its README.
    pub(crate) files: &'static str,
    /// The tool that builds the site, and its arguments.
    pub(crate) tool: Option<(&'static str, &'static [&'static str])>,
    /// The folder with the built site.
    pub(crate) site: &'static str,
    /// The page with the quiz.
    pub(crate) page: &'static str,
}

pub(crate) const PLAIN_HTML: Recipe =
    Recipe { name: "plain-html", files: "which-cause", tool: None, site: ".", page: "" };

pub(crate) const HUGO: Recipe = Recipe {
    name: "hugo",
    files: "static/which-cause",
    tool: Some(("hugo", &["--quiet", "--destination", "public"])),
    site: "public",
    page: "posts/knots/",
};

pub(crate) const ELEVENTY: Recipe = Recipe {
    name: "eleventy",
    files: "which-cause",
    tool: Some(("node_modules/.bin/eleventy", &["--quiet"])),
    site: "_site",
    page: "posts/knots/",
};

pub(crate) const MDBOOK: Recipe = Recipe {
    name: "mdbook",
    files: "src/which-cause",
    tool: Some(("mdbook", &["build"])),
    site: "book",
    page: "causes/knots.html",
};

/// Copies a folder without `node_modules`.
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
    /// Follows the README in a new folder for this test, and returns the folder with the site.
    pub(crate) fn follow(&self, test: &str, change: impl FnOnce(&Path)) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("recipes").join(test);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("the old folder is removed");
        }
        let recipe = repository().join("integrations").join(self.name);
        copy(&recipe, &folder);
        let (dist, files) = (dist(), folder.join(self.files));
        let app = app(&dist);
        copy(&dist.join(&app), &files.join(&app));
        std::fs::copy(dist.join(LOADER), files.join(LOADER)).expect("a copy");
        #[cfg(unix)]
        if recipe.join("package.json").exists() {
            std::os::unix::fs::symlink(recipe.join("node_modules"), folder.join("node_modules"))
                .expect("a link");
        }
        change(&folder);
        if let Some((tool, options)) = self.tool {
            let program = if tool.contains('/') { folder.join(tool) } else { tool.into() };
            let output =
                Command::new(&program).args(options).current_dir(&folder).output().unwrap_or_else(|error| {
                    panic!("{}: {error}: run `tools/setup.sh recipes`", program.display())
                });
            let output_text =
                [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
            assert!(output.status.success(), "{tool} prints:\n{output_text}");
            assert!(!output_text.to_lowercase().contains("warn"), "{tool} prints:\n{output_text}");
        }
        folder.join(self.site)
    }

    /// Serves the site in a folder of its domain, and opens its page.
    pub(crate) async fn is_opened(&self, site: &Path, reader: &Reader) -> RunningSite {
        let served = Site::default().folder("/blog/", site).serve().await;
        let url = format!("{}blog/{}", served.url, self.page);
        reader.page.client.goto(&url).await.expect("the page opens");
        served
    }

    /// The page without JavaScript.
    pub(crate) fn source(&self, site: &Path) -> String {
        let page = site.join(self.page);
        let page = if page.is_dir() { page.join("index.html") } else { page };
        std::fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
    }
}
