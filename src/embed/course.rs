//! The address of the course page.

use web_sys::{Url, window};

/// The address that the result links to: the element's, else the quiz file's. It may be relative to the page.
/// The page's own `utm_*` parameters go along, so that the author sees where their visitors come from; nothing of
/// the reader's answers does. `None` where there is no address, or one that is not of the web.
pub(super) fn address(named: Option<&str>, quizs_own: Option<&str>) -> Option<String> {
    let page = window()?.location();
    // A page without an address of its own, like a frame's `srcdoc`, still has one that links resolve against.
    let base = window()?.document()?.base_uri().ok().flatten().or_else(|| page.href().ok())?;
    let url = named.and_then(|it| of_the_web(it, &base)).or_else(|| of_the_web(quizs_own?, &base))?;
    url.set_search(&with_campaign(&url.search(), &page.search().unwrap_or_default()));
    Some(url.href())
}

fn of_the_web(address: &str, base: &str) -> Option<Url> {
    let url = Url::new_with_base(address.trim(), base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then_some(url)
}

/// A link's query with the `utm_*` parameters of the page's behind it, those that it does not have already. Its
/// own part stays to the letter: it may be signed.
fn with_campaign(link: &str, page: &str) -> String {
    fn parameters(query: &str) -> impl Iterator<Item = (&str, &str)> {
        let parts = query.trim_start_matches('?').split('&');
        parts.map(|part| (part.split('=').next().unwrap_or(part), part))
    }
    let mut query = link.to_owned();
    for (name, part) in parameters(page) {
        if name.starts_with("utm_") && !parameters(link).any(|(known, _)| known == name) {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(part);
        }
    }
    query
}

#[cfg(test)]
mod tests {
    use super::with_campaign;

    #[test]
    fn the_pages_campaign_goes_behind_the_links_own_query() {
        let page = "?utm_source=mail&q=knots&utm_medium=a%20b";
        assert_eq!(with_campaign("", page), "?utm_source=mail&utm_medium=a%20b");
        assert_eq!(
            with_campaign("?sig=a%20b&flag", page),
            "?sig=a%20b&flag&utm_source=mail&utm_medium=a%20b"
        );
        assert_eq!(with_campaign("?utm_source=article", page), "?utm_source=article&utm_medium=a%20b");
        assert_eq!(with_campaign("?a=1", ""), "?a=1");
        assert_eq!(with_campaign("", "?autm_source=x"), "");
    }
}
