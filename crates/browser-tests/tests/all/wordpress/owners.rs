//! What owners and authors really write: shortcodes with curly quotes, addresses that lead nowhere, sites in other languages.

use serde_json::{Value, json};

use super::claims::{block, reader_of};
use super::desk::Writer;
use super::site::Site;

/// The HTML of each content as a post would show it, to the administrator or to a reader.
fn rendered(site: &Site, contents: &[String], who: &str) -> Vec<String> {
    site.write("contents.json", &json!(contents).to_string());
    let user = i32::from(who == "admin");
    let html = site.php(&format!(
        "wp_set_current_user( {user} );
        $contents = json_decode( file_get_contents( getenv( 'WORDPRESS_SITE' ) . '/contents.json' ) );
        echo wp_json_encode( array_map( function ( $it ) {{ return apply_filters( 'the_content', $it ); }}, $contents ) );"
    ));
    serde_json::from_str(&html).unwrap_or_else(|error| panic!("{error}: {html}"))
}

/// An attribute of the element in some HTML.
fn attribute(html: &str, name: &str) -> Option<String> {
    let element = html.split_once("<which-cause")?.1.split_once('>')?.0;
    Some(element.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.to_owned())
}

/// A site with settings of its own, none of which is what the shortcodes in these tests say.
fn site() -> Site {
    let site = Site::with_plugin();
    site.php(
        "update_option( 'which_cause', array( 'course' => 'https://example.org/site/', 'region' => 'AU' ) );",
    );
    site
}

#[test]
fn a_shortcode_with_quotes_of_any_kind_is_read_as_it_was_meant() {
    let site = site();
    let pairs = [
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
        ("&amp;#8221;", "&amp;#8221;"),
        ("&amp;quot;", "&amp;quot;"),
        ("&amp;rdquo;", "&amp;rdquo;"),
        // A pair that does not fit, and one half of a pair.
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
    for more in [
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
        contents.push(more.to_owned());
    }
    for (content, html) in contents.iter().zip(rendered(&site, &contents, "admin")) {
        let says = ["course", "region", "theme"].map(|name| attribute(&html, name).unwrap_or_default());
        assert_eq!(says, ["/my-course/", "US", "dark"], "{content}: {html}");
        assert!(html.contains(" remember"), "{content}: {html}");
        assert!(!html.contains("which-cause-note"), "{content}: {html}");
    }
    site.has_no_complaint();
}

#[test]
fn words_with_spaces_and_quotes_in_a_shortcode_stay_whole() {
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
    site.has_no_complaint();
}

#[test]
fn a_value_that_cannot_be_used_becomes_the_sites_with_a_note_for_those_who_can_edit() {
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
    site.has_no_complaint();
}

#[test]
fn a_quiz_whose_address_is_none_is_never_another_quiz() {
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
    site.has_no_complaint();
}

#[test]
fn the_link_to_the_course_of_an_own_quiz_has_words() {
    let site = site();
    let own = block(&json!({"quiz": "/my-quiz.json", "course": "/my-course/"}));
    let html = rendered(&site, &[own], "nobody").remove(0);
    assert!(html.contains("<a href=\"/my-course/\">Go to the course</a>"), "{html}");
    site.has_no_complaint();
}

#[test]
fn uk_counts_as_gb_in_block_shortcode_and_settings() {
    let site = site();
    let contents = [block(&json!({"region": "UK"})), "[which-cause region=”uk”]".to_owned()];
    for html in rendered(&site, &contents, "nobody") {
        assert_eq!(attribute(&html, "region").as_deref(), Some("GB"), "{html}");
    }
    site.php("do_action( 'admin_init' ); update_option( 'which_cause', array( 'region' => 'uk' ) );");
    assert_eq!(site.php("echo get_option( 'which_cause' )['region'];"), "GB");
    site.has_no_complaint();
}

#[test]
fn a_site_in_spanish_german_or_arabic_has_the_words_before_the_start_in_its_language() {
    let site = site();
    for (locale, tag) in [("es_MX", "es"), ("de_DE_formal", "de"), ("ar", "ar"), ("fr_FR", "en")] {
        let file = if tag == "en" { String::new() } else { format!(".{tag}") };
        let path = super::site::root().join(format!("quizzes/upper-back-knots{file}.json"));
        let quiz: Value =
            serde_json::from_str(&std::fs::read_to_string(path).expect("a quiz")).expect("JSON");
        let says =
            |html: &str, text: &Value| html.contains(&text.as_str().expect("a text").replace('\'', "&#039;"));
        let show = format!(
            "add_filter( 'locale', function () {{ return '{locale}'; }} );
            echo apply_filters( 'the_content', '[which-cause]' );"
        );
        let html = site.php(&show);
        let intro = &quiz["intro"];
        for text in [&quiz["title"], &intro["lead"], &intro["points"][0], &intro["audience"], &intro["start"]]
        {
            assert!(says(&html, text), "{locale}: {text}: {html}");
        }
        // That no clinician has read the translation is said before the start as well.
        assert!(quiz["notice"].is_null() || says(&html, &quiz["notice"]), "{locale}: {html}");
        assert_eq!(html.contains("<h2 lang=\"en\" dir=\"ltr\">"), tag == "en", "{locale}: {html}");
    }
    // One quiz in another language than its page.
    let html = rendered(&site, &["[which-cause lang=”ar_EG”]".to_owned()], "nobody").remove(0);
    assert!(html.contains("<h2 lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert_eq!(attribute(&html, "lang").as_deref(), Some("ar-EG"));
    site.has_no_complaint();
}

/// What the check of the REST interface says, and its status.
fn check(site: &Site, user: i32, request: &Value) -> (u64, Value) {
    site.write("request.json", &request.to_string());
    let answer = site.php(&format!(
        "wp_set_current_user( {user} );
        $request = new WP_REST_Request( 'POST', '/which-cause/v1/check' );
        $request->set_header( 'Content-Type', 'application/json' );
        $request->set_body( file_get_contents( getenv( 'WORDPRESS_SITE' ) . '/request.json' ) );
        $response = rest_do_request( $request );
        echo wp_json_encode( array( $response->get_status(), $response->get_data() ) );"
    ));
    let answer: Value = serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
    (answer[0].as_u64().expect("a status"), answer[1].clone())
}

#[test]
fn an_address_that_leads_nowhere_is_found_for_those_who_write_and_for_nobody_else() {
    let site = site();
    let course = site.publishes("my-course", "<p>The course.</p>");
    site.php("wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'draft', 'post_title' => 'not-yet', 'post_name' => 'not-yet' ) );");
    let quiz = std::fs::read_to_string(super::site::root().join("quizzes/dense-bread.json")).expect("a quiz");
    site.write("my-quiz.json", &quiz);
    site.write("no-quiz.json", "<!doctype html>");
    let wrong =
        |attributes: Value| check(&site, 1, &json!({"attributes": attributes})).1["attributes"].clone();

    for right in [
        json!({"course": "/my-course/"}),
        json!({"course": course}),
        json!({"course": "/my-course/?from=quiz#start"}),
        json!({"quiz": "/my-quiz.json"}),
        json!({"course": "/", "quiz": format!("{}/my-quiz.json", site.url)}),
        json!({}),
    ] {
        assert_eq!(wrong(right.clone()), json!({}), "{right}");
    }
    for (attributes, name, text) in [
        (json!({"course": "/my-coarse/"}), "course", "leads nowhere"),
        (json!({"course": "/not-yet/"}), "course", "leads nowhere"),
        (json!({"course": format!("{}/gone/", site.url)}), "course", "leads nowhere"),
        (json!({"course": "https://nowhere.invalid/"}), "course", "Nothing answers"),
        (json!({"course": "my-course"}), "course", "is no address"),
        (json!({"quiz": "/gone.json"}), "quiz", "leads nowhere"),
        (json!({"quiz": "/no-quiz.json"}), "quiz", "is no quiz file"),
        (json!({"region": "U1"}), "region", "is no region"),
    ] {
        let found = wrong(attributes.clone());
        assert!(found[name].as_str().is_some_and(|it| it.contains(text)), "{attributes}: {found}");
    }
    let (_, found) = check(
        &site,
        1,
        &json!({"shortcodes": "Text. [which-cause course=”/my-coarse/”] [which-cause course=”/my-course/”]"}),
    );
    assert_eq!(found["shortcodes"].as_array().map(Vec::len), Some(1), "{found}");

    // It asks nothing for anybody who cannot write, and nothing inside the server's own network.
    assert_eq!(check(&site, 0, &json!({"attributes": {"course": "/gone/"}})).0, 401);
    let inside = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    inside.set_nonblocking(true).expect("a listener");
    let address = format!("http://{}/", inside.local_addr().expect("an address"));
    let found = wrong(json!({"course": address, "quiz": address}));
    assert!(found["course"].as_str().is_some_and(|it| it.contains("Nothing answers")), "{found}");
    assert!(inside.accept().is_err(), "it was asked");
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_editor_names_an_address_that_leads_nowhere_and_takes_a_path_of_the_site() {
    let site = Site::with_plugin();
    site.publishes("my-course", "<p>The course.</p>");
    let admin = Writer::logs_in(&site, "admin").await;
    admin.opens("/wp-admin/post-new.php").await;
    admin.inserts_the_block("Which Cause", "which-cause-quiz").await;
    admin.fills_in("Course page", "/my-coarse/").await;
    let nowhere = "return document.body.innerText.includes('/my-coarse/ leads nowhere')
        && document.querySelector('iframe[name=editor-canvas]').contentDocument.body.innerText.includes('/my-coarse/ leads nowhere')";
    admin.waits_for(nowhere).await;
    // It asks the server for the page that is missing, and the browser's console has nothing of that.
    admin.fills_in("Course page", "/my-course/").await;
    admin.waits_for("return !document.body.innerText.includes('leads nowhere')").await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let says = admin.canvas().await;
    assert!(says.contains("Course page: /my-course/") && !says.contains("leads nowhere"), "{says}");
    let valid = "return document.querySelectorAll('.components-base-control input:invalid').length";
    assert_eq!(admin.reader.page.run(valid, vec![]).await, json!(0));

    // A block with a shortcode in it has the same.
    let insert = "wp.data.dispatch('core/block-editor').insertBlocks(
        wp.blocks.createBlock('core/shortcode', { text: '[which-cause course=”/gone/”]' }))";
    admin.reader.page.run(insert, vec![]).await;
    admin.waits_for(
        "return document.querySelector('iframe[name=editor-canvas]').contentDocument.body.innerText.includes('/gone/ leads nowhere')",
    )
    .await;
    admin.sees_no_error().await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_classic_editor_names_what_is_wrong_with_a_shortcode_that_was_saved() {
    let site = site();
    site.write(
        "wp-content/mu-plugins/classic.php",
        "<?php add_filter( 'use_block_editor_for_post', '__return_false' );",
    );
    site.publishes("article", "[which-cause course=”/my-coarse/”] [which-cause course=”my course”]");
    let id = site.php("echo get_page_by_path( 'article' )->ID;");
    let admin = Writer::logs_in(&site, "admin").await;
    admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
    admin.presses("#publish").await;
    admin.finds(".which-cause-notice").await;
    admin.reader.page.says("/my-coarse/ leads nowhere").await;
    admin.reader.page.says("“my course” is no address of a course page").await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_into_the_settings_stays_with_its_error_at_its_field() {
    let site = site();
    let course = site.publishes("my-course", "<p>The course.</p>");
    let owner = Writer::logs_in(&site, "admin").await;
    let fields = "return ['course', 'region'].map((name) => {
        const it = document.getElementById('which-cause-' + name);
        const said = it.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.textContent);
        return [it.value, it.getAttribute('aria-invalid'), said.length, said[0]];
    })";
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    owner.fills_in("Course page", "my course").await;
    owner.fills_in("Region", "England").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-course").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert_eq!(json!([shows[0][0], shows[0][1], shows[0][2]]), json!(["my course", "true", 2]));
    assert_eq!(json!([shows[1][0], shows[1][1], shows[1][2]]), json!(["England", "true", 2]));
    assert!(shows[0][3].as_str().is_some_and(|it| it.contains("“my course” is no address")), "{shows}");
    assert!(shows[1][3].as_str().is_some_and(|it| it.contains("“England” is no region")), "{shows}");
    // What holds is what held before.
    assert_eq!(site.php("echo implode( ' ', get_option( 'which_cause' ) );"), "https://example.org/site/ AU");

    // Opened anew, the form has what holds.
    owner.opens("/wp-admin/options-general.php?page=which-cause").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert_eq!(json!([shows[0][0], shows[1][0]]), json!(["https://example.org/site/", "AU"]));

    // A path of the site is taken, and UK.
    owner.fills_in("Course page", "/my-course/").await;
    owner.fills_in("Region", "uk").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    assert_eq!(site.php("echo implode( ' ', get_option( 'which_cause' ) );"), "/my-course/ GB");

    // One that leads nowhere is saved, with a warning.
    owner.fills_in("Course page", &course.replace("my-course", "my-coarse")).await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-course.notice-warning").await;
    let shows = owner.reader.page.run(fields, vec![]).await;
    assert!(shows[0][3].as_str().is_some_and(|it| it.contains("leads nowhere")), "{shows}");
    assert!(site.php("echo get_option( 'which_cause' )['course'];").ends_with("/my-coarse/"));
    owner.sees_no_error().await;
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn dark_in_the_editor_looks_as_on_the_page() {
    let site = Site::with_plugin();
    site.write(
        "wp-content/mu-plugins/dark.php",
        "<?php add_filter( 'wp_theme_json_data_theme', function ( $theme ) {
            if ( ! get_option( 'dark_theme' ) ) return $theme;
            return $theme->update_with( array( 'version' => 3, 'styles' => array( 'color' => array(
                'background' => '#111111', 'text' => '#eeeeee' ) ) ) );
        } );",
    );
    for dark_page in [false, true] {
        site.php(&format!("update_option( 'dark_theme', {} );", i32::from(dark_page)));
        for theme in ["auto", "light", "dark"] {
            let slug = format!("look-{theme}-{dark_page}");
            let page = site.publishes(&slug, &block(&json!({"theme": theme})));
            let admin = Writer::logs_in(&site, "admin").await;
            let id = site.php(&format!("echo get_page_by_path( '{slug}' )->ID;"));
            admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
            admin.canvas().await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            let look = "const canvas = document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document;
                const style = (name) => getComputedStyle(canvas.querySelector('.which-cause-' + name));
                return [style('start').backgroundColor, style('start').color, style('card').borderTopColor, style('sample').backgroundColor]";
            let edited = admin.reader.page.run(look, vec![]).await;
            drop(admin);
            let reader = reader_of(&page).await;
            reader.presses(super::claims::START).await;
            reader.page.the("group", "First, is any of this happening with your pain?").await;
            let look = "const root = document.querySelector('which-cause').shadowRoot;
                const style = (part) => getComputedStyle(root.querySelector(part));
const grounds = [...root.querySelectorAll('[part~=base]')].map((it) => getComputedStyle(it).backgroundColor);
                const ground = grounds.find((it) => !/, 0\\)$/.test(it));
                return [style('.primary').backgroundColor, style('.primary').color, ground]";
            let shown = reader.page.run(look, vec![]).await;
            assert_eq!(
                json!([edited[0], edited[1], edited[3]]),
                shown,
                "{theme} on a {} page",
                if dark_page { "dark" } else { "light" }
            );
        }
    }
    site.has_no_complaint();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_of_full_width_keeps_a_readable_line() {
    let site = Site::with_plugin();
    for align in ["full", "wide"] {
        let page =
            site.publishes(&format!("width-{align}"), &block(&json!({"align": align, "region": "GB"})));
        let reader = crate::harness::reader::Reader::at(
            crate::harness::engine::Engine::Chromium,
            super::desk::DESK,
            crate::harness::reader::Hand::Mouse,
        )
        .await;
        reader.page.client.goto(&page).await.expect("the page opens");
        reader.page.the("button", super::claims::START).await;
        let measure = "const it = document.querySelector('which-cause').getBoundingClientRect();
            return [it.width, Math.abs(it.left + it.right - document.documentElement.clientWidth)]";
        for screen in ["before the start", "after it"] {
            let sizes = reader.page.run(measure, vec![]).await;
            let width = sizes[0].as_f64().expect("a number");
            assert!((600.0..=720.0).contains(&width), "{align}, {screen}: {width} px wide");
            assert!(sizes[1].as_f64() < Some(4.0), "{align}, {screen}: in the middle");
            if screen == "before the start" {
                reader.presses(super::claims::START).await;
                reader.page.the("group", "First, is any of this happening with your pain?").await;
            }
        }
    }
    site.has_no_complaint();
}

#[test]
fn a_deleted_plugin_leaves_nothing_of_a_form_with_an_error() {
    let site = Site::with_plugin();
    site.php("set_transient( 'which_cause_typed', array( 1 => array( 'course' => 'x' ) ), 60 );");
    site.php(
        "deactivate_plugins( 'which-cause/which-cause.php' );
        if ( true !== delete_plugins( array( 'which-cause/which-cause.php' ) ) ) exit( 1 );",
    );
    let left = "global $wpdb; echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%which_cause%'\" );";
    assert_eq!(site.php(left), "0");
}
