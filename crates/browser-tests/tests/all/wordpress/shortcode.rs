//! Shortcodes as owners and authors really write them: with curly quotes, line breaks and wrong addresses.

use serde_json::json;

use super::site::Site;
use super::site_user::SiteUser;
use super::visitor::{
    START, attribute, course, reader_of, rendered, site, takes_the_quiz_and_goes_to_the_course,
};

#[tokio::test(flavor = "multi_thread")]
async fn an_authors_shortcode_is_kept_and_a_reader_takes_the_quiz() {
    let site = Site::with_plugin();
    let course = course(&site);
    let author = SiteUser::logs_in(&site, "author").await;
    let content = format!(
        "Before it.\n\n[which-cause course=\"{course}\" heading=\"And yours?\" region=\"GB\" remember]\n\nIn <strong>my</strong> words.\n\nAnd more.\n\n[/which-cause]\n\nAfter it."
    );
    let (page, kept) = author.publishes("shortcode", &content).await;
    assert_eq!(kept, content);
    let reader = reader_of(&page).await;
    reader.page.find("heading", "And yours?").await;
    let children_html = "return document.querySelector('which-cause').innerHTML.replace(/>\\s+</g, '><')";
    assert_eq!(
        reader.page.run(children_html, vec![]).await,
        json!(format!(
            "<h2>And yours?</h2><p>In <strong>my</strong> words.</p><p>And more.</p><p data-fallback=\"\">\
            <a href=\"{course}\">Knots In Your Back Gone!</a></p>"
        ))
    );
    let neighbor_texts = "const parent = document.querySelector('which-cause').parentElement; return [parent.previousElementSibling.textContent, parent.nextElementSibling.textContent]";
    assert_eq!(reader.page.run(neighbor_texts, vec![]).await, json!(["Before it.", "After it."]));
    drop(reader);
    takes_the_quiz_and_goes_to_the_course(&page, START).await;
    site.has_a_clean_log();
}

#[test]
fn line_breaks_around_the_text_of_a_shortcode_are_not_text() {
    let site = Site::with_plugin();
    let shows = |content: &str| {
        site.write("content", content);
        site.php("echo apply_filters( 'the_content', file_get_contents( getenv( 'WORDPRESS_SITE' ) . '/content' ) );")
    };
    let html = shows("[which-cause heading=\"H\"]\nMine.\n[/which-cause]");
    assert!(html.contains("<h2>H</h2><p>Mine.</p></which-cause>"), "{html}");
    for empty in
        ["[which-cause]\n[/which-cause]", "[which-cause]\n\n[/which-cause]", "[which-cause][/which-cause]"]
    {
        let html = shows(empty);
        assert!(html.contains("This quiz is for adults"), "{empty}: {html}");
    }
    site.has_a_clean_log();
}

#[test]
fn a_shortcode_with_quotes_of_any_kind_is_read_as_meant() {
    let site = site();
    let pairs = [
        // Characters, and no quotes at all.
        ("\"", "\""),
        ("'", "'"),
        ("”", "”"),
        ("“", "”"),
        ("„", "“"),
        ("″", "″"),
        ("«", "»"),
        ("« ", " »"),
        ("‘", "’"),
        ("‚", "‘"),
        ("′", "′"),
        ("‹", "›"),
        ("＂", "＂"),
        ("`", "`"),
        ("´", "´"),
        ("``", "''"),
        ("", ""),
        // Character references.
        ("&#8221;", "&#8221;"),
        ("&#8220;", "&#8221;"),
        ("&#x201d;", "&#x201D;"),
        ("&ldquo;", "&rdquo;"),
        ("&rdquo;", "&rdquo;"),
        ("&quot;", "&quot;"),
        ("&#34;", "&#34;"),
        ("&#034;", "&#034;"),
        ("&#039;", "&#039;"),
        ("&#8243;", "&#8243;"),
        ("&Prime;", "&Prime;"),
        ("&bdquo;", "&ldquo;"),
        ("&laquo;&nbsp;", "&nbsp;&raquo;"),
        ("&lsquo;", "&rsquo;"),
        // Character references, escaped twice.
        ("&amp;#8221;", "&amp;#8221;"),
        ("&amp;quot;", "&amp;quot;"),
        ("&amp;rdquo;", "&amp;rdquo;"),
        // Pairs that do not match, and pairs with one side missing.
        ("\"", "”"),
        ("“", "\""),
        ("”", ""),
        ("", "”"),
        ("'", "’"),
        ("&quot;", "”"),
    ];
    let mut contents = Vec::new();
    for (open, close) in pairs {
        let quoted = |text: &str| format!("{open}{text}{close}");
        contents.push(format!(
            "[which-cause course={} region={} theme={} remember]",
            quoted("/my-course/"),
            quoted("US"),
            quoted("dark")
        ));
    }
    for content in [
        "[which-cause “course”=”/my-course/” ‘region’ = ”US” “theme”=dark remember]",
        "[which-cause course = ”/my-course/” region= ”US” theme =”dark” “remember”]",
        "[which-cause\u{a0}course=”/my-course/”\u{a0}region=”US”\u{a0}theme=”dark”\u{a0}remember]",
        "[which-cause\u{200b} course=\u{200b}”/my-course/” region=\u{feff}”US” theme=”dark” remember=”true”]",
        "[which-cause course=”/my-course/”region=”US”theme=”dark” remember]",
        "[which-cause COURSE=”/my-course/” Region=”us” theme=”Dark” REMEMBER]",
        "[which-cause remember theme=“dark” region=“US” course=“/my-course/”]",
        "[which-cause course=\"<a href=\"/my-course/\">/my-course/</a>\" region=\"US\" theme=\"dark\" remember]",
        "[which-cause course=”<strong>/my-course/</strong>” region=”US” theme=”dark” remember]",
        "[which-cause course=”/my-course/” region=” US ” theme=”dark” remember=”yes”]",
    ] {
        contents.push(content.to_owned());
    }
    for (content, html) in contents.iter().zip(rendered(&site, &contents, "admin")) {
        let values = ["course", "region", "theme"].map(|name| attribute(&html, name).unwrap_or_default());
        assert_eq!(values, ["/my-course/", "US", "dark"], "{content}: {html}");
        assert!(html.contains(" remember"), "{content}: {html}");
        assert!(!html.contains("which-cause-note"), "{content}: {html}");
    }
    site.has_a_clean_log();
}

#[test]
fn a_value_with_spaces_and_quotes_stays_whole() {
    let site = site();
    let heading = |shortcode: &str| {
        let html = rendered(&site, &[format!("[which-cause {shortcode} region=”US”]")], "admin").remove(0);
        assert_eq!(attribute(&html, "region").as_deref(), Some("US"), "{shortcode}: {html}");
        assert!(!html.contains("which-cause-note"), "{shortcode}: {html}");
        html.split_once("<h2>").expect("a heading").1.split_once("</h2>").expect("its end").0.to_owned()
    };
    for (shortcode, expected) in [
        ("heading=“Which one is yours?”", "Which one is yours?"),
        ("heading=&#8221;Which one is yours?&#8221;", "Which one is yours?"),
        ("heading=‘It’s here’", "It’s here"),
        ("heading=“What “is” it?”", "What “is” it?"),
        ("heading=\"What “is” it?\"", "What “is” it?"),
        ("heading=\"The readers’ choice\"", "The readers’ choice"),
        ("heading=’The readers’ choice’ start-label=”Go”", "The readers’ choice"),
        ("start_label=”Go on” heading=”A = b, c”", "A = b, c"),
        ("heading=\"Say &quot;hi&quot;\"", "Say &quot;hi&quot;"),
        ("heading=“Ünïcode – и кириллица”", "Ünïcode – и кириллица"),
    ] {
        assert_eq!(heading(shortcode), expected, "{shortcode}");
    }
    site.has_a_clean_log();
}

#[test]
fn an_invalid_value_falls_back_to_the_settings_and_editors_see_a_note() {
    let site = site();
    let contents: Vec<String> = [
        "[which-cause course=\"my-course\"]",
        "[which-cause course=”my course”]",
        "[which-cause course=\"ftp://example.org/\" region=\"U1\"]",
        "[which-cause course=\"javascript:alert(1)\" region=\"the US\"]",
        "[which-cause course=”/my-course/” /more” ]",
        "[which-cause course=\"//my-course/\"]",
        "[which-cause course=\"http://my course/\"]",
        "[which-cause course=”/my”course/”]",
        "[which-cause region=“U S”]",
        "[which-cause heading=“Which one region=U1]",
        "[which-cause theme=“blue”]",
        "[which-cause lang=“Spanish (Mexico)”]",
        "[which-cause coarse=“/my-course/”]",
    ]
    .map(str::to_owned)
    .into();
    for (content, html) in contents.iter().zip(rendered(&site, &contents, "admin")) {
        assert!(html.contains("which-cause-note"), "{content}: {html}");
        let course = attribute(&html, "course");
        assert!(
            matches!(course.as_deref(), Some("https://example.org/site/" | "/my-course/")),
            "{content}: {html}"
        );
        assert_eq!(attribute(&html, "region").as_deref(), Some("AU"), "{content}: {html}");
    }
    for (content, html) in contents.iter().zip(rendered(&site, &contents, "nobody")) {
        assert!(!html.contains("which-cause-note"), "{content}: readers see no note: {html}");
        assert_eq!(attribute(&html, "region").as_deref(), Some("AU"), "{content}: {html}");
    }
    site.has_a_clean_log();
}

#[test]
fn a_quiz_with_an_invalid_address_is_never_another_quiz() {
    let site = site();
    let contents: Vec<String> =
        ["my quiz.json", "quiz.json", "javascript:x", "data:application/json,{}", "http://"]
            .map(|quiz| format!("[which-cause quiz=”{quiz}” heading=”Mine?”]My words.[/which-cause]"))
            .into();
    for (content, html) in contents.iter().zip(rendered(&site, &contents, "admin")) {
        assert!(!html.contains("<which-cause"), "{content}: {html}");
        assert!(!html.contains("knots"), "{content}: {html}");
        for words in ["<h2>Mine?</h2>", "My words.", "https://example.org/site/", "which-cause-note"] {
            assert!(html.contains(words), "{content}: {words}: {html}");
        }
    }
    site.has_a_clean_log();
}
