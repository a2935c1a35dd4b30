//! The check of addresses, by the REST interface and in the classic editor.

use std::fs;

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::SiteUser;
use super::visitor::site;
use crate::harness::server::repository;

/// The status and the response of the check by the REST interface.
fn check(site: &Site, user: &str, request: &Value) -> (u64, Value) {
    site.requests(user, "POST", "check", request)
}

#[test]
fn an_address_that_does_not_exist_is_reported_to_editors_and_to_nobody_else() {
    let site = site();
    let course = site.publishes("my-course", "<p>The course.</p>");
    site.php("wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'draft', 'post_title' => 'not-yet', 'post_name' => 'not-yet' ) );");
    let quiz = fs::read_to_string(repository().join("quizzes/dense-bread.json")).expect("a quiz");
    site.write("my-quiz.json", &quiz);
    site.write("no-quiz.json", "<!doctype html>");
    let wrong =
        |attributes: Value| check(&site, "admin", &json!({"attributes": attributes})).1["attributes"].clone();

    for right in [
        json!({"course": "/my-course/"}),
        json!({"course": course}),
        json!({"course": "/my-course/?from=quiz#start"}),
        json!({"quiz": "/my-quiz.json"}),
        json!({"course": "/", "quiz": format!("{}/my-quiz.json", site.url)}),
        json!({"unknown": "not a list"}),
        json!({}),
    ] {
        assert_eq!(wrong(right.clone()), json!({}), "{right}");
    }
    for (attributes, name, text) in [
        (json!({"course": "/my-coarse/"}), "course", "leads nowhere"),
        (json!({"course": "/not-yet/"}), "course", "leads nowhere"),
        (json!({"course": format!("{}/gone/", site.url)}), "course", "leads nowhere"),
        (json!({"course": "https://nowhere.invalid/"}), "course", "Nothing answers"),
        (json!({"course": "my-course"}), "course", "is not the address"),
        (json!({"quiz": "/gone.json"}), "quiz", "leads nowhere"),
        (json!({"quiz": "/no-quiz.json"}), "quiz", "is not a quiz file"),
        (json!({"region": "U1"}), "region", "is not a region"),
        (json!({"unknown": ["one", ["two"]]}), "unknown", "belong to no attribute: one"),
    ] {
        let found = wrong(attributes.clone());
        assert!(found[name].as_str().is_some_and(|it| it.contains(text)), "{attributes}: {found}");
    }
    let (_, found) = check(
        &site,
        "admin",
        &json!({"shortcodes": "Text. [which-cause course=”/my-coarse/”] [which-cause course=”/my-course/”]"}),
    );
    assert_eq!(found["shortcodes"].as_array().map(Vec::len), Some(1), "{found}");

    // It makes no request for a user who cannot edit, and none inside the server's own network.
    assert_eq!(check(&site, "", &json!({"attributes": {"course": "/gone/"}})).0, 401);
    let inside = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    inside.set_nonblocking(true).expect("a listener");
    let address = format!("http://{}/", inside.local_addr().expect("an address"));
    let found = wrong(json!({"course": address, "quiz": address}));
    assert!(found["course"].as_str().is_some_and(|it| it.contains("Nothing answers")), "{found}");
    assert!(inside.accept().is_err(), "it was asked");
    site.has_a_clean_log();
}

/// PHP that records the requests of the site in `$requests` and responds in place of other servers: `moved.example` redirects.
const OTHER_SERVERS: &str = "$requests = array();
    add_filter( 'pre_http_request', function ( $response, $options, $url ) use ( &$requests ) {
        $requests[] = $url;
        $moved = array(
            'https://moved.example/' => '/new/',
            'https://moved.example/inside' => 'http://169.254.169.254/latest/',
            'https://moved.example/circle' => 'https://moved.example/circle',
        )[ $url ] ?? '';
        return array(
            'headers' => array( 'location' => $moved ), 'body' => '', 'cookies' => array(),
            'response' => array( 'code' => '' === $moved ? 200 : 302 ),
        );
    }, 10, 3 );";

#[test]
fn no_request_goes_to_a_link_local_address() {
    let site = site();
    let moved = "https://moved.example/";
    let [new, inside, circle] = ["new/", "inside", "circle"].map(|path| format!("{moved}{path}"));
    for (address, requests, reported) in [
        ("http://169.254.169.254/latest/", vec![], true),
        ("http://169.254.169.254./latest/", vec![], true),
        // The same address as one number.
        ("http://2852039166/latest/", vec![], true),
        (&inside, vec![&*inside], true),
        (moved, vec![moved, &new], false),
        (&circle, vec![&circle; 4], true),
    ] {
        for kind in ["course", "quiz"] {
            let found = site.php(&format!(
                "{OTHER_SERVERS}
                $problems = WhichCause\\missing_addresses( array( '{kind}' => '{address}' ) );
                $message = $problems['{kind}'] ?? '';
                echo wp_json_encode( array( $requests, strpos( $message, 'Nothing answers' ) === 0 ) );"
            ));
            let found: Value =
                serde_json::from_str(&found).unwrap_or_else(|error| panic!("{error}: {found}"));
            assert_eq!(found, json!([requests, reported]), "{kind} {address}");
        }
    }
    site.has_a_clean_log();
}

#[test]
fn a_user_has_the_site_request_few_addresses_a_minute() {
    let site = site();
    let requests = site.php(&format!(
        "// The limit is for a minute of the clock, which must not end during the test.
        if ( time() % 60 > 40 ) sleep( 60 - time() % 60 );
        {OTHER_SERVERS}
        $check = function ( $times ) use ( &$requests ) {{
            $requests = array();
            for ( $i = 0; $i < $times; $i++ ) {{
                $last = WhichCause\\handle_check( array( 'attributes' => array( 'course' => \"https://a.example/$i\", 'region' => 'U1' ), 'shortcodes' => '' ) );
            }}
            // An invalid value is reported also without a request.
            return count( $requests ) . ' ' . implode( ' ', array_keys( (array) $last['attributes'] ) );
        }};
        $admin = $check( 70 );
        wp_set_current_user( get_user_by( 'login', 'author' )->ID );
        $author = $check( 10 );
        // The next minute.
        $saved = get_transient( 'which_cause_requests' );
        set_transient( 'which_cause_requests', array( key( $saved ) - 1 => current( $saved ) ), 60 );
        wp_set_current_user( 1 );
        echo \"$admin, $author, \", $check( 70 );"
    ));
    assert_eq!(requests, "60 region, 10 region, 60 region");
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_classic_editor_names_what_is_wrong_with_a_saved_shortcode() {
    let site = site();
    site.write(
        "wp-content/mu-plugins/classic.php",
        "<?php add_filter( 'use_block_editor_for_post', '__return_false' );",
    );
    site.publishes("article", "[which-cause course=”/my-coarse/”] [which-cause course=”my course”]");
    let id = site.php("echo get_page_by_path( 'article' )->ID;");
    let admin = SiteUser::logs_in(&site, "admin").await;
    admin.opens(&format!("/wp-admin/post.php?post={id}&action=edit")).await;
    admin.presses("#publish").await;
    admin.finds(".which-cause-notice").await;
    admin.reader.page.shows("/my-coarse/ leads nowhere").await;
    admin.reader.page.shows("“my course” is not the address of a course page").await;
    site.has_a_clean_log();
}
