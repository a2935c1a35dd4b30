//! Finds markup in a text: HTML entities and tags, Markdown, forum codes. The widget shows plain text, so readers would see it.

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

/// The first markup in a text, up to 60 characters, and what would be right.
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
    ["```", "**", "__", "~~", "`", "*", "_"]
        .iter()
        .find_map(|mark| between(text, mark))
        .map(|found| (found, right))
}

/// A link or picture of Markdown: `[words](address)`.
fn link(text: &str) -> Option<(String, String)> {
    let (before, after) = text.split_once("](")?;
    let start = before.rfind('[')?;
    let end = after.find(')')?;
    let found = format!("{}]({}", &before[start..], &after[..=end]);
    Some((
        found,
        "texts cannot contain links; put addresses in `sources` or in the course's `url`".to_owned(),
    ))
}

/// Words between two marks, the first before a word and the second after one.
fn between(text: &str, mark: &str) -> Option<String> {
    let is_mark_char = |c: char| mark.contains(c);
    let word = |c: char| c.is_alphanumeric() || is_mark_char(c);
    text.match_indices(mark).find_map(|(i, _)| {
        let inside = &text[i + mark.len()..];
        let opens = !text[..i].ends_with(word)
            && inside.starts_with(|c: char| {
                !c.is_whitespace() && !is_mark_char(c) && !matches!(c, '.' | ',' | ')')
            });
        if !opens {
            return None;
        }
        inside.match_indices(mark).find_map(|(j, _)| {
            let closes = !inside[..j].ends_with(|c: char| c.is_whitespace() || is_mark_char(c))
                && !inside[j + mark.len()..].starts_with(word);
            let end = i + 2 * mark.len() + j;
            (closes && j > 0 && !inside[..j].contains('\n')).then(|| text[i..end].to_owned())
        })
    })
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
}
