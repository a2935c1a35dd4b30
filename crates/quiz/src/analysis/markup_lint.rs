//! Finds markup in a text that the widget does not understand there: HTML entities and tags, Markdown, forum codes. Readers would see
//! it.

use crate::file::markup::{delimited, first_marked};
use crate::file::rich_text::paragraphs_in;

/// HTML entities that authors write out of habit, and their characters.
const ENTITIES: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("deg", '°'),
    ("euro", '€'),
];

/// HTML elements that occur in prose. Another `<name>` may be meant literally.
const ELEMENTS: &str = " a abbr article aside audio b big blockquote body br button center cite code del details div em \
    figure font h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd li link mark meta ol p picture pre q s script \
    section small span strike strong style sub summary sup svg table tbody td th thead tr tt u ul video wbr ";

/// The first markup in a text that can have strong words, emphasized words and links, up to 60 characters, and what would be right.
pub(crate) fn unknown_markup(text: &str) -> Option<(String, String)> {
    if let Some(item) = list_item(text) {
        return Some((
            item.to_owned(),
            "write each item as a paragraph, with an empty line before it".to_owned(),
        ));
    }
    // Marks within marks are not known either.
    paragraphs_in(text).iter().find_map(|paragraph| {
        let mut rest = paragraph.as_str();
        while let Some(marked) = first_marked(rest) {
            let found = markup(marked.before).or_else(|| markup(marked.words));
            if found.is_some() {
                return found;
            }
            rest = marked.after;
        }
        markup(rest)
    })
}

/// The second of two lines that begin like items of a list.
fn list_item(text: &str) -> Option<&str> {
    let is_item = |line: &&str| line.starts_with("- ") || line.starts_with("* ");
    text.lines().filter(is_item).nth(1)
}

/// The first markup in a label, up to 60 characters, and what would be right.
pub(crate) fn markup(text: &str) -> Option<(String, String)> {
    entity(text)
        .or_else(|| tag(text))
        .or_else(|| markdown(text))
        .map(|(found, right)| (found.chars().take(60).collect(), right))
}

fn entity(text: &str) -> Option<(String, String)> {
    for (i, _) in text.match_indices('&') {
        let rest = &text[i + 1..];
        let name: String =
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '#').take(32).collect();
        let closed = rest[name.len()..].starts_with(';');
        let known = ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, character)| *character);
        let number = name.strip_prefix('#').and_then(|it| match it.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => it.parse().ok(),
        });
        let named = closed && name.len() > 1 && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let character = known.or_else(|| number.and_then(char::from_u32));
        if character.is_none() && !named || number.is_some() && !closed {
            continue;
        }
        let found = format!("&{name}{}", if closed { ";" } else { "" });
        let right = match character {
            Some(c) if c.is_whitespace() || crate::decode::invisible::is_invisible(c) || c == '"' => {
                format!("write the character itself, in JSON \\u{:04x}", u32::from(c))
            }
            Some(c) => format!("write {c}"),
            None => "write the character itself".to_owned(),
        };
        return Some((found, right));
    }
    None
}

fn tag(text: &str) -> Option<(String, String)> {
    let found = text.match_indices('<').find_map(|(i, _)| {
        let rest = &text[i..];
        if rest.starts_with("<!--") {
            return Some("<!--".to_owned());
        }
        let end = rest.find('>')?;
        let inside = rest[1..end].trim_start_matches('/');
        let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
        let known = ELEMENTS.contains(&format!(" {} ", name.to_ascii_lowercase())) && !name.is_empty();
        // "2 <b and c> 3" is not a tag: after the name comes the end, a slash or an attribute.
        let after = &inside[name.len()..];
        let is_tag = after.trim().is_empty() || after.trim_end().ends_with('/') || after.contains('=');
        (known && is_tag).then(|| rest[..=end].to_owned())
    });
    let bbcode = || {
        text.match_indices("[/").find_map(|(i, _)| {
            let end = text[i..].find(']')?;
            let name = &text[i + 2..i + end];
            (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic()))
                .then(|| text[i..=i + end].to_owned())
        })
    };
    let right = "remove it; the widget styles each text itself".to_owned();
    found.or_else(bbcode).map(|found| (found, right))
}

fn markdown(text: &str) -> Option<(String, String)> {
    if let Some((found, right)) = link(text) {
        return Some((found, right));
    }
    let heading = text.lines().find(|line| {
        let marks = line.chars().take_while(|c| *c == '#').count();
        (1..=6).contains(&marks) && line[marks..].starts_with(' ')
    });
    let right = "remove it; the widget styles each text itself".to_owned();
    if let Some(heading) = heading {
        return Some((heading.to_owned(), right));
    }
    ["```", "***", "**", "__", "~~", "`", "*", "_"]
        .iter()
        .find_map(|mark| delimited(text, mark))
        .map(|range| (text[range].to_owned(), right))
}

/// A link or picture of Markdown: `[words](address)`.
fn link(text: &str) -> Option<(String, String)> {
    let (before, after) = text.split_once("](")?;
    let start = before.rfind('[')?;
    let end = after.find(')')?;
    let found = format!("{}]({}", &before[start..], &after[..=end]);
    Some((
        found,
        "only texts that are longer than a label can have links, in plain words, and none has pictures"
            .to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found_and_text_that_only_looks_like_it_is_not() {
        for (text, found) in [
            ("Salt &amp; sugar", "&amp;"),
            ("it&#39;s", "&#39;"),
            ("it&#x2019;s", "&#x2019;"),
            ("10&nbsp;kg", "&nbsp;"),
            ("10&nbsp kg", "&nbsp"),
            ("&Alpha; wave", "&Alpha;"),
            ("A <b>bold</b> word", "<b>"),
            ("one<br/>two", "<br/>"),
            ("one<BR>two", "<BR>"),
            ("<a href=\"https://example.org/\">here</a>", "<a href=\"https://example.org/\">"),
            ("x <!-- note --> y", "<!--"),
            ("a [b]bold[/b] word", "[/b]"),
            ("a **bold** word", "**bold**"),
            ("***very bold***", "***very bold***"),
            ("a __bold__ word", "__bold__"),
            ("an *odd* word", "*odd*"),
            ("(_odd_)", "_odd_"),
            ("press `Enter`", "`Enter`"),
            ("~~gone~~", "~~gone~~"),
            ("see [the site](https://example.org/)!", "[the site](https://example.org/)"),
            ("## Heading\ntext", "## Heading"),
        ] {
            assert_eq!(markup(text).map(|it| it.0).as_deref(), Some(found), "{text}");
        }
        for fine in [
            "Salt & sugar, AT&T, R&D; more",
            "less < more > most",
            "a <b and c> d",
            "type <name> here",
            "I <3 it",
            "2 * 3 * 4",
            "a 5* hotel or a 4* one",
            "Leser*innen und Schüler*innen",
            "snake_case_name and another_one",
            "* only with a doctor",
            "#1 of causes",
            "f(x) [see note] (or not)",
            "fill in ____ and ___",
            "the `open one",
            "it's 'quoted' “so”",
            "? * ! *",
        ] {
            assert_eq!(markup(fine), None, "{fine}");
        }
    }

    #[test]
    fn a_longer_text_can_have_strong_words_emphasized_words_and_links_and_nothing_else() {
        for fine in
            ["**Never** at *night*: see [the list](https://example.org/_a_).", "one\n\ntwo", "- only one"]
        {
            assert_eq!(unknown_markup(fine), None, "{fine}");
        }
        for (text, found) in [
            ("**a** and __b__", "__b__"),
            ("**very *very* bold**", "*very*"),
            ("**[a link](https://example.org/)**", "[a link](https://example.org/)"),
            ("![a picture](https://example.org/a.png)", "[a picture](https://example.org/a.png)"),
            ("*a* <b>b</b>", "<b>"),
            ("Try:\n- water\n- light", "- light"),
            ("one\n\n## Two", "## Two"),
        ] {
            assert_eq!(unknown_markup(text).map(|it| it.0).as_deref(), Some(found), "{text}");
        }
    }
}
