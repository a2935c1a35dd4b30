//! The counts of starts, results and visits to the course, which an owner can turn on.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::{SiteUser, sees_no_error};
use super::visitor::{START, course, reader_of, takes_the_quiz_and_goes_to_the_course};

const SETTINGS: &str = "/wp-admin/options-general.php?page=which-cause";
const TURN_ON: &str = "update_option( 'which_cause', array( 'region' => 'GB', 'counts' => true ) );";

/// The rows of the table: post, starts, results and visits to the course.
fn counts(site: &Site) -> Value {
    let rows = site.php(
        "global $wpdb; echo wp_json_encode( $wpdb->get_results(
            'SELECT post_id, starts, finishes, course_visits FROM wp_which_cause_counts ORDER BY post_id', ARRAY_N ) );",
    );
    let rows: Value = serde_json::from_str(&rows).unwrap_or_else(|error| panic!("{error}: {rows}"));
    let number = |it: &Value| it.as_str().expect("a text").parse::<u32>().expect("a number");
    let row = |row: &Value| row.as_array().expect("a row").iter().map(number).collect::<Vec<_>>();
    rows.as_array().expect("rows").iter().map(row).collect()
}

/// Waits for the counts, because a browser sends them in the background.
async fn counts_become(site: &Site, expected: Value) {
    let start = Instant::now();
    while counts(site) != expected {
        assert!(start.elapsed() < Duration::from_secs(10), "{}", counts(site));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn id(site: &Site, slug: &str) -> u32 {
    site.php(&format!("echo get_page_by_path( '{slug}' )->ID;")).parse().expect("a number")
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_setting_nothing_is_counted_and_there_is_no_route() {
    let site = Site::with_plugin();
    let reader = reader_of(&site.publishes("quiz", "[which-cause region=\"GB\"]")).await;
    reader.presses(START).await;
    let html = reader.page.client.source().await.expect("the page");
    assert!(!html.contains("data-count") && !html.contains("counts.js"), "{html}");
    assert!(html.contains("Nothing is saved or sent."), "{html}");
    assert_eq!(
        site.php("echo isset( rest_get_server()->get_routes()['/which-cause/v1/count'] ) ? 1 : 0;"),
        "0"
    );
    assert_eq!(
        site.php("global $wpdb; echo $wpdb->get_var( \"SHOW TABLES LIKE 'wp_which_cause_counts'\" );"),
        ""
    );
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_a_result_and_a_visit_to_the_course_are_counted_and_the_quiz_says_so() {
    let site = Site::with_plugin();
    site.php(TURN_ON);
    let course = course(&site);
    let page = site.publishes("quiz", &format!("[which-cause region=\"GB\" course=\"{course}\"]"));
    takes_the_quiz_and_goes_to_the_course(&page, START).await;
    let post = id(&site, "quiz");
    counts_become(&site, json!([[post, 1, 1, 1]])).await;

    // The page does not say that nothing is sent. The plugin sets no cookie and stores nothing.
    let reader = reader_of(&page).await;
    reader.page.does_not_show("Nothing is saved or sent").await;
    reader.page.shows("This site counts only how often the quiz is started and finished, and how often the link to the course is followed.").await;
    reader.presses(START).await;
    counts_become(&site, json!([[post, 2, 1, 1]])).await;
    let stored = "return document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage).filter((it) => it !== 'wpEmojiSettingsSupports')";
    assert_eq!(reader.page.run(stored, vec![]).await, json!(""));
    sees_no_error(&reader).await;
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_turns_counts_on_sees_them_and_deletes_them() {
    let site = Site::with_plugin();
    let page = site.publishes("quiz", "[which-cause]");
    let post = id(&site, "quiz");
    let owner = SiteUser::logs_in(&site, "admin").await;
    owner.opens(SETTINGS).await;
    owner.presses("#which-cause-counts").await;
    owner.presses("#submit").await;
    owner.finds("#setting-error-settings_updated").await;
    owner.reader.page.shows("Nothing has been counted in this time.").await;

    // Of these counts, the oldest is among all counts only.
    site.php(&format!(
        "global $wpdb; foreach ( array( 0 => 2, 29 => 3, 30 => 100 ) as $age => $starts ) $wpdb->insert( 'wp_which_cause_counts',
            array( 'day' => wp_date( 'Y-m-d', time() - $age * DAY_IN_SECONDS ), 'post_id' => {post}, 'starts' => $starts, 'finishes' => 1 ) );"
    ));
    let table = "return [...document.querySelectorAll('table.widefat tr')].map((row) => [...row.cells].map((cell) => cell.textContent))";
    let head = json!(["Page", "Starts", "Results", "Visits to the course"]);
    owner.opens(SETTINGS).await;
    assert_eq!(owner.reader.page.run(table, vec![]).await, json!([head, ["quiz", "5", "2", "0"]]));
    owner.presses("a[href*='counts=all']").await;
    owner.finds("a[href*='page=which-cause#']").await;
    assert_eq!(owner.reader.page.run(table, vec![]).await, json!([head, ["quiz", "105", "3", "0"]]));
    owner.presses("#delete").await;
    owner.reader.page.shows("Nothing has been counted in this time.").await;
    assert_eq!(counts(&site), json!([]));

    // The owner's own visit is not counted.
    owner.opens(&page).await;
    let html = owner.reader.page.client.source().await.expect("the page");
    assert!(html.contains("<which-cause") && !html.contains("data-count"), "{html}");
    owner.sees_no_error().await;
    site.has_a_clean_log();
}

#[test]
fn the_route_counts_only_known_events_of_published_pages_with_a_quiz() {
    let site = Site::with_plugin();
    site.php(TURN_ON);
    site.publishes("quiz", "[which-cause]");
    site.publishes("other", "Nothing.");
    let [quiz, other] = ["quiz", "other"].map(|slug| id(&site, slug));
    let token = |post: u32| site.php(&format!("echo WhichCause\\count_token( {post} );"));
    let rendered = site.php(
        "wp_set_current_user( 0 ); $GLOBALS['post'] = get_page_by_path( 'quiz' ); setup_postdata( $GLOBALS['post'] );
        echo apply_filters( 'the_content', $GLOBALS['post']->post_content );",
    );
    assert!(rendered.contains(&format!("data-post=\"{quiz}\" data-token=\"{}\"", token(quiz))), "{rendered}");
    let request = |body: &Value| {
        let body = body.to_string().replace('\'', "");
        site.php(&format!(
            "wp_set_current_user( 0 );
            $request = new WP_REST_Request( 'POST', '/which-cause/v1/count' );
            $request->set_body_params( json_decode( '{body}', true ) );
            echo rest_do_request( $request )->get_status();"
        ))
    };
    let right = json!({"event": "start", "post": quiz, "token": token(quiz)});
    assert_eq!(request(&right), "204");
    let changed = |name: &str, value: Value| {
        let mut body = right.clone();
        body[name] = value;
        body
    };
    for (wrong, status) in [
        (changed("event", json!("step")), "400"),
        (changed("event", json!("start = 99, starts")), "400"),
        (changed("post", json!("x")), "400"),
        (changed("post", json!(0)), "400"),
        (changed("post", json!(other)), "401"),
        (changed("token", json!("")), "401"),
        (changed("token", json!(token(other))), "401"),
        (json!({"event": "start", "post": quiz}), "400"),
        (json!({"event": "start", "post": 99999, "token": token(99999)}), "401"),
    ] {
        assert_eq!(request(&wrong), status, "{wrong}");
    }
    assert_eq!(counts(&site), json!([[quiz, 1, 0, 0]]));

    site.php(&format!("wp_update_post( array( 'ID' => {quiz}, 'post_status' => 'draft' ) );"));
    assert_eq!(request(&right), "401");
    site.php(&format!("wp_delete_post( {quiz}, true );"));
    assert_eq!(counts(&site), json!([]), "the counts of a deleted page are deleted");
    site.has_a_clean_log();
}

#[test]
fn counts_are_deleted_after_two_years() {
    let site = Site::with_plugin();
    site.php(TURN_ON);
    site.publishes("quiz", "[which-cause]");
    let post = id(&site, "quiz");
    site.php(
        "global $wpdb; foreach ( array( 700, 740 ) as $age ) $wpdb->insert( 'wp_which_cause_counts',
            array( 'day' => wp_date( 'Y-m-d', time() - $age * DAY_IN_SECONDS ), 'post_id' => 1, 'starts' => $age ) );",
    );
    site.php(&format!(
        "$request = new WP_REST_Request( 'POST', '/which-cause/v1/count' );
        $request->set_body_params( array( 'event' => 'finish', 'post' => {post}, 'token' => WhichCause\\count_token( {post} ) ) );
        rest_do_request( $request );"
    ));
    assert_eq!(counts(&site), json!([[1, 700, 0, 0], [post, 0, 1, 0]]));
    site.has_a_clean_log();
}

#[test]
fn a_quiz_beside_a_list_of_posts_is_not_counted() {
    let site = Site::with_plugin();
    site.php(TURN_ON);
    site.write(
        "wp-content/mu-plugins/footer.php",
        "<?php add_action( 'wp_footer', function () { echo do_shortcode( '[which-cause]' ); }, 25 );",
    );
    site.publishes("a-page", "<p>A page.</p>");
    let html = |path: &str| {
        site.php(&format!(
            "echo wp_remote_retrieve_body( wp_remote_get( '{}{path}', array( 'timeout' => 30 ) ) );",
            site.url
        ))
    };
    // On a page, it is the quiz of that page, also if WordPress has printed the scripts of the footer before.
    let page = html("/a-page/");
    assert!(page.contains("data-count"), "{page}");
    assert_eq!(page.matches("/which-cause/counts.js").count(), 1, "{page}");
    let list = html("/");
    assert!(list.contains("<which-cause") && !list.contains("data-count"), "{list}");
    site.has_a_clean_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_suggested_privacy_text_says_what_is_counted() {
    let site = Site::with_plugin();
    let owner = SiteUser::logs_in(&site, "admin").await;
    let text = async || {
        owner.opens("/wp-admin/options-privacy.php?tab=policyguide").await;
        let text = "return [...document.querySelectorAll('.privacy-settings-accordion-panel')]
            .map((it) => it.textContent).find((it) => it.includes('A quiz on this site'))";
        owner.waits_for(text).await.as_str().expect("a text").to_owned()
    };
    let off = text().await;
    assert!(off.contains("neither sent to us nor saved by us") && !off.contains("We count"), "{off}");
    site.php(TURN_ON);
    let on = text().await;
    assert!(on.contains("We count how often a quiz is started"), "{on}");
    site.has_a_clean_log();
}
