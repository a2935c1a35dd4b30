//! The address of the course page.

use web_sys::{Url, window};

/// The address that the result links to: the element's, else the quiz file's. It may be relative to the page.
/// The page's own `utm_*` parameters go along, so that the author sees where their visitors come from; nothing of
/// the reader's answers does. `None` where there is no address, or one that is not of the web.
pub(super) fn address(named: Option<&str>, quizs_own: Option<&str>) -> Option<String> {
    let page = window()?.location().href().ok()?;
    // A page without an address of its own, like a frame's `srcdoc`, still has one that links resolve against.
    let base = window()?.document()?.base_uri().ok().flatten().unwrap_or_else(|| page.clone());
    let url = named.and_then(|it| of_the_web(it, &base)).or_else(|| of_the_web(quizs_own?, &base))?;
    if let Ok(page) = Url::new(&page) {
        for entry in page.search_params().entries().into_iter().flatten() {
            let entry = js_sys::Array::from(&entry);
            if let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string())
                && name.starts_with("utm_")
            {
                url.search_params().set(&name, &value);
            }
        }
    }
    Some(url.href())
}

fn of_the_web(address: &str, base: &str) -> Option<Url> {
    let url = Url::new_with_base(address, base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then_some(url)
}
