//! Personality quizzes of H5P: a package (`.h5p`), or the `content.json` in it.
//! <https://github.com/otacke/h5p-personality-quiz>

use serde_json::Value as Json;

use super::content::{Cause, Choice, Content, Picture, Question, Rule, left_out_pictures};
use super::html::{Converted, marked_text, plain_text};
use super::{Archive, Imported};
use crate::photos::{Photo, check_file, check_room, path_of};

/// Whether an archive is a package of H5P.
pub(crate) fn is_package(archive: &Archive) -> bool {
    archive.names().iter().any(|name| name == "h5p.json")
}

/// The quiz of a package.
///
/// # Errors
///
/// Returns the reason as a sentence if the package holds something other than a personality quiz.
pub(crate) fn from_archive(archive: &mut Archive, name: &str) -> Result<Imported, String> {
    let mut json = |path: &str| -> Result<Json, String> {
        let bytes = archive.read(path).map_err(|error| error.to_string())?;
        let bytes = bytes.ok_or_else(|| format!("this H5P package has no file {path}; export it again"))?;
        serde_json::from_slice(&bytes).map_err(|error| format!("{path} in this package is not JSON: {error}"))
    };
    let package = json("h5p.json")?;
    let library = package["mainLibrary"].as_str().unwrap_or_default();
    if library != "H5P.PersonalityQuiz" {
        return Err(format!(
            "this is “{library}” of H5P. The studio takes personality quizzes (H5P.PersonalityQuiz): in other kinds, answers do not lead to results"
        ));
    }
    let content = json("content/content.json")?;
    let languages = [&package["language"], &package["defaultLanguage"]];
    let language = languages.into_iter().filter_map(Json::as_str).find(|it| *it != "und");
    let title = package["title"].as_str().unwrap_or_default();
    let pictures = Pictures { archive: Some(archive), ..Pictures::default() };
    let mut imported = from_content_with(&content, title, language, name, pictures)?;
    imported.left_out.extend(license_note("The package", &package));
    Ok(imported)
}

/// Whether JSON is the content of a personality quiz.
pub(crate) fn is_content(json: &Json) -> bool {
    !lists(json, "personalities").is_empty()
}

/// The quiz of a `content.json`.
///
/// # Errors
///
/// It is no personality quiz.
pub(crate) fn from_content(
    json: &Json,
    title: &str,
    language: Option<&str>,
    name: &str,
) -> Result<Imported, String> {
    from_content_with(json, title, language, name, Pictures::default())
}

fn from_content_with(
    json: &Json,
    title: &str,
    language: Option<&str>,
    name: &str,
    mut pictures: Pictures<'_>,
) -> Result<Imported, String> {
    if !is_content(json) {
        return Err("this is not the content of an H5P personality quiz: it has no personalities".to_owned());
    }
    let mut left_out = Vec::new();
    let title_screen = &json["titleScreen"];
    // The title had its own field before it was that of the package.
    let title =
        if title.is_empty() { title_screen["title"]["text"].as_str().unwrap_or_default() } else { title };
    let start = [&json["l10n"]["start"], &json["startText"]].into_iter().find_map(Json::as_str);
    let mut content = Content {
        title: plain_text(title).text,
        lead: pictures.count(plain_text(text(&title_screen["titleScreenIntroduction"]))),
        language: language.map(str::to_owned),
        start: start.map(|it| plain_text(it).text).filter(|it| !it.is_empty()),
        picture: pictures
            .take(&title_screen["titleScreenMedium"])
            .or_else(|| pictures.take(&title_screen["image"])),
        rule: Rule::Most,
        ..Content::default()
    };
    for personality in lists(json, "personalities") {
        let means = pictures.count(marked_text(text(&personality["description"])));
        let picture = pictures.take(&personality["image"]);
        let name = pictures.count(plain_text(text(&personality["name"])));
        content.causes.push(Cause { name, means, picture, ..Cause::default() });
    }
    for (index, asked) in lists(json, "questions").iter().enumerate() {
        let picture = pictures.take(&asked["image"]);
        let words = pictures.count(plain_text(text(&asked["text"])));
        let mut question = Question { text: words, picture, ..Question::default() };
        for answer in asked["answers"].as_array().into_iter().flatten() {
            let picture = pictures.take(&answer["image"]);
            let words = pictures.count(plain_text(text(&answer["text"])));
            let mut choice = Choice { text: words, picture, ..Choice::default() };
            for part in plain_text(text(&answer["personality"])).text.split(',') {
                if let Err(reason) = add_points(&mut choice, part.trim(), &content.causes) {
                    left_out.push(format!("Question {}, “{}”: {reason}.", index + 1, choice.text));
                }
            }
            question.choices.push(choice);
        }
        content.questions.push(question);
    }
    left_out.extend(left_out_pictures(pictures.left_out));
    left_out.append(&mut pictures.licenses);
    if json["resultScreen"]["animation"].as_str().is_some_and(|it| it != "none") {
        left_out.push("The animation of the result.".to_owned());
    }
    if json["visual"]["appearance"] == "chat" {
        left_out.push("The look of a chat.".to_owned());
    }
    Ok(Imported { quiz: content.to_quiz(name), left_out, photos: pictures.photos })
}

/// The pictures of the content.
#[derive(Default)]
struct Pictures<'a> {
    /// The package that has their files. A `content.json` alone has none.
    archive: Option<&'a mut Archive>,
    /// Those that were imported.
    photos: Vec<Photo>,
    /// How many were not.
    left_out: usize,
    /// A sentence for each one that was imported and has a license.
    licenses: Vec<String>,
}

impl Pictures<'_> {
    /// A text. A picture in it is left out.
    fn count(&mut self, converted: Converted) -> String {
        converted.into_text(&mut self.left_out)
    }

    /// Imports the picture of an image. A video is left out.
    fn take(&mut self, image: &Json) -> Option<Picture> {
        if !has_file(image) {
            return None;
        }
        let picture = self.picture(image);
        self.left_out += usize::from(picture.is_none());
        picture
    }

    fn picture(&mut self, image: &Json) -> Option<Picture> {
        let file = if image["file"].is_null() { &image["params"]["file"] } else { &image["file"] };
        let path = path_of(file["path"].as_str()?)?;
        let pixels = |key: &str| file[key].as_i64().filter(|pixels| (1..=10_000).contains(pixels));
        let (width, height) = (pixels("width")?, pixels("height")?);
        if self.photos.iter().all(|photo| photo.address != path) {
            let bytes = self.archive.as_mut()?.read(&format!("content/{path}")).ok()??;
            check_file(path, &bytes).ok()?;
            check_room(bytes.len(), self.photos.iter().map(|photo| photo.bytes.len()).sum()).ok()?;
            self.photos.push(Photo { address: path.to_owned(), bytes: bytes.into(), has_file: false });
            // Older packages have it at the file.
            let notes = [&file["copyright"], &image["metadata"]].into_iter();
            self.licenses
                .extend(notes.filter_map(|it| license_note(&format!("The picture {path}"), it)).take(1));
        }
        let text = plain_text(text(&image["params"]["alt"])).text;
        Some(Picture { address: path.to_owned(), width, height, text })
    }
}

/// The license of a part, as a sentence. `None` if it is not said.
fn license_note(part: &str, json: &Json) -> Option<String> {
    let license = match json["license"].as_str()? {
        // Undisclosed.
        "" | "U" => return None,
        "C" => "copyright",
        license => license,
    };
    let authors = json["authors"].as_array().into_iter().flatten().map(|author| &author["name"]);
    let names =
        [&json["author"]].into_iter().chain(authors).filter_map(Json::as_str).filter(|it| !it.is_empty());
    let words: Vec<&str> = [license].into_iter().chain(names).collect();
    Some(format!("{part} has a license: {}. Name its author in the quiz.", words.join(", ")))
}

/// Adds the points of a part such as "apple" or "mango=4".
fn add_points(choice: &mut Choice, part: &str, causes: &[Cause]) -> Result<(), String> {
    if part.is_empty() {
        return Ok(());
    }
    let index = |name: &str| {
        let name = name.trim();
        let exact = causes.iter().position(|cause| cause.name == name);
        exact.or_else(|| causes.iter().position(|cause| cause.name.to_lowercase() == name.to_lowercase()))
    };
    // A name can have an equals sign of its own.
    if let Some(cause) = index(part) {
        choice.add_points(cause, 1);
        return Ok(());
    }
    let (name, score) = part.rsplit_once('=').unwrap_or((part, "1"));
    let cause = index(name).ok_or_else(|| format!("there is no personality “{}”", name.trim()))?;
    let score = score.trim();
    let points = score.parse().map_err(|_| format!("the score “{score}” is not a whole number"))?;
    choice.add_points(cause, points);
    Ok(())
}

/// A list that older versions have at the top, and newer ones in a group.
fn lists<'j>(json: &'j Json, name: &str) -> &'j [Json] {
    let group = format!("{name}Group");
    let list = json[name].as_array().or_else(|| json[group.as_str()][name].as_array());
    list.map_or(&[], Vec::as_slice)
}

fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}

/// Whether there is a picture, or a video: both are objects with a file.
fn has_file(json: &Json) -> bool {
    !json["file"].is_null() || !json["params"]["file"].is_null() || !json["params"]["sources"].is_null()
}

#[cfg(test)]
mod tests;
