//! The HTML that the author pastes into the page, by where the quiz goes.

use std::rc::Rc;

use serde::Deserialize;
use which_cause_quiz::{NumberFormat, Quiz, Regions, Text, canonical_region};
use which_cause_snippet::{Attributes, Loader, element_html, frame_html, script_html, shortcode, style_html};

use super::element_manifest::ElementManifest;
use super::form::{is_web_address, problem_with_attribute};
use super::look::Look;
use super::settings::{Destination, PageSettings};

/// The widget's files beside the studio, as the build lists them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct WidgetBuild {
    /// The version of the widget.
    pub(crate) version: String,
    /// The hash of the loader, as the attribute `integrity` has it.
    pub(crate) integrity: String,
    /// The paths of the files.
    pub(crate) files: Vec<String>,
}

/// Everything that the HTML depends on.
#[derive(Clone, Copy)]
pub(crate) struct Snippet<'a> {
    /// The quiz whose words are in the page before the start: the original, or the translation for the page's language.
    pub(crate) quiz: &'a Quiz,
    /// The name of the quiz file on the server.
    pub(crate) file_name: &'a str,
    /// The languages of the translations.
    pub(crate) languages: &'a [String],
    pub(crate) settings: &'a PageSettings,
    pub(crate) look: &'a Look,
    /// The widget's files beside the studio, if there are any.
    pub(crate) build: Option<&'a WidgetBuild>,
    /// How the quiz's language writes numbers.
    pub(crate) numbers: &'a Rc<dyn NumberFormat>,
}

/// A text to paste.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Paste {
    /// What it is: "HTML for your page".
    pub(crate) title: &'static str,
    pub(crate) text: String,
}

impl Snippet<'_> {
    /// The texts to paste where the quiz goes.
    pub(crate) fn pastes(&self) -> Vec<Paste> {
        let paste = |title, text| Paste { title, text };
        match self.settings.destination {
            Destination::Site => vec![paste("HTML for your page", self.html())],
            Destination::Frame => {
                let title = self.title();
                let html = frame_html(self.quiz, &title, &self.attributes(), self.folder());
                vec![paste("HTML for your page", html)]
            }
            Destination::WordPress => {
                let attributes = self.attributes();
                let code =
                    (self.quiz_address().is_some()).then(|| paste("Shortcode", shortcode(&attributes)));
                let style = Some(self.style()).filter(|style| !style.is_empty());
                // The field for CSS of a site takes no tags.
                let style = style.map(|style| {
                    paste("CSS for your site", style.replace("<style>\n", "").replace("\n</style>", ""))
                });
                code.into_iter().chain(style).collect()
            }
        }
    }

    /// The style, the script and the element.
    pub(crate) fn html(&self) -> String {
        let loader = self.folder().map(|folder| Loader {
            folder,
            release: self.build.map(|build| (build.version.as_str(), build.integrity.as_str())),
        });
        let parts = [self.style(), script_html(loader), self.element()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The element alone.
    pub(crate) fn element(&self) -> String {
        element_html(self.quiz, &self.attributes(), Rc::clone(self.numbers))
    }

    /// The look as a style sheet in HTML; empty if the author changed nothing.
    pub(crate) fn style(&self) -> String {
        style_html(self.look.properties())
    }

    /// The words in the element before the start.
    pub(crate) fn words(&self) -> String {
        let element = self.element();
        let words = element.split_once(">\n").map_or("", |(_, words)| words);
        words.strip_suffix("</which-cause>").unwrap_or(words).to_owned()
    }

    /// The title of the quiz, as readers see it.
    pub(crate) fn title(&self) -> String {
        self.render(self.quiz.title())
    }

    /// The label of the Start button, as readers see it.
    pub(crate) fn start_label(&self) -> String {
        let own = self.settings.attribute("start-label").map(str::to_owned);
        own.unwrap_or_else(|| self.render(&self.quiz.intro().start))
    }

    fn render(&self, text: &Text) -> String {
        let regions = Regions { reader: self.settings.attribute("region"), owner: None };
        self.quiz.placeholders(regions, Rc::clone(self.numbers)).render(text)
    }

    /// The attributes of the element. Values that are not valid, and those that are the default, are left out.
    fn attributes(&self) -> Attributes {
        let mut attributes = Attributes::default();
        for format in ElementManifest::new().attributes {
            let name = format.name.as_str();
            if format.is_flag {
                attributes.set(name, self.settings.attributes.get(name).map(|_| ""));
                continue;
            }
            let value = self
                .settings
                .attribute(name)
                .filter(|value| problem_with_attribute(&format, value).is_none());
            attributes.set(
                name,
                value.filter(|value| format.values.first().is_none_or(|default| default != value)),
            );
        }
        if let Some(region) = attributes.get("region").map(canonical_region) {
            attributes.set("region", Some(&region));
        }
        if attributes.get("translations").is_none() {
            attributes.set("translations", Some(&self.languages.join(" ")));
        }
        if attributes.get("quiz").is_none() {
            let beside = self.quiz_address().unwrap_or_else(|| self.file_name.to_owned());
            attributes.set("quiz", Some(&beside));
        }
        attributes
    }

    /// The address of the quiz file, if the author says where it is.
    fn quiz_address(&self) -> Option<String> {
        let own = self.settings.attribute("quiz").filter(|address| is_web_address(address));
        own.map(str::to_owned).or_else(|| {
            let folder = self.folder()?;
            let slash = if folder.ends_with('/') { "" } else { "/" };
            Some(format!("{folder}{slash}{}", self.file_name))
        })
    }

    /// The address of the widget's files, if they are not beside the page.
    fn folder(&self) -> Option<&str> {
        Some(self.settings.folder.trim()).filter(|folder| !folder.is_empty() && is_web_address(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::contrast::Rgb;
    use which_cause_quiz::{PlainDigits, read};

    fn pastes(settings: &PageSettings) -> Vec<Paste> {
        let quiz = read(crate::examples::EXAMPLES[0].text).expect("a quiz");
        let build = WidgetBuild {
            version: "1.2.3".to_owned(),
            integrity: "sha384-abc".to_owned(),
            files: Vec::new(),
        };
        let numbers: Rc<dyn NumberFormat> = Rc::new(PlainDigits);
        let look = Look::new(settings, Rgb::from_hex);
        let snippet = Snippet {
            quiz: &quiz,
            file_name: "plant.json",
            languages: &["es".to_owned(), "pt-BR".to_owned()],
            settings,
            look: &look,
            build: Some(&build),
            numbers: &numbers,
        };
        snippet.pastes()
    }

    fn settings(destination: Destination, folder: &str, attributes: &[(&str, &str)]) -> PageSettings {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        PageSettings {
            destination,
            folder: folder.to_owned(),
            attributes: attributes.collect(),
            ..PageSettings::default()
        }
    }

    #[test]
    fn the_files_are_beside_the_page_if_the_author_says_nothing() {
        let text = &pastes(&settings(Destination::Site, "", &[]))[0].text;
        assert!(
            text.starts_with(
                "<script type=\"module\" src=\"which-cause.js\"></script>\n<which-cause quiz=\"plant.json\" translations=\"es pt-BR\" start-label="
            ),
            "{text}"
        );
    }

    #[test]
    fn a_folder_is_the_place_of_the_script_and_of_the_quiz() {
        let attributes = [
            ("region", "uk"),
            ("theme", "auto"),
            ("report", "result"),
            ("course", "javascript:x"),
            ("remember", ""),
        ];
        let mut page = settings(Destination::Site, "https://a.org/w", &attributes);
        page.look.insert("--which-cause-radius".to_owned(), "2px".to_owned());
        let text = &pastes(&page)[0].text;
        assert!(
            text.starts_with("<style>\n  which-cause {\n    --which-cause-radius: 2px;\n  }\n</style>\n"),
            "{text}"
        );
        assert!(
            text.contains(
                "src=\"https://a.org/w/which-cause.js?v=1.2.3\" integrity=\"sha384-abc\" crossorigin"
            ),
            "{text}"
        );
        assert!(
            text.contains(
                "<which-cause quiz=\"https://a.org/w/plant.json\" translations=\"es pt-BR\" region=\"GB\" report=\"result\" remember start-label="
            ),
            "{text}"
        );
    }

    #[test]
    fn a_frame_has_the_attributes_in_its_address() {
        let text = &pastes(&settings(Destination::Frame, "/w/", &[("region", "US")]))[0].text;
        let source = "src=\"/w/frame.html?quiz=%2Fw%2Fplant.json&amp;translations=es%20pt-BR&amp;region=US\"";
        assert!(text.contains(source), "{text}");
    }

    #[test]
    fn a_shortcode_needs_the_address_of_the_quiz() {
        assert_eq!(pastes(&settings(Destination::WordPress, "", &[("region", "US")])), []);
        let mut page =
            settings(Destination::WordPress, "", &[("region", "US"), ("quiz", "/uploads/plant.json")]);
        page.look.insert("--which-cause-radius".to_owned(), "2px".to_owned());
        let texts: Vec<String> = pastes(&page).into_iter().map(|paste| paste.text).collect();
        assert_eq!(
            texts,
            [
                "[which-cause quiz=\"/uploads/plant.json\" region=\"US\"]",
                "  which-cause {\n    --which-cause-radius: 2px;\n  }"
            ]
        );
    }
}
