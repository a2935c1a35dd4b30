//! A reader of the site, and the HTML that they get.

use serde_json::{Value, json};

use super::site::Site;
use super::site_user::sees_no_error;
use crate::harness::engine::Engine;
use crate::harness::reader::{InputDevice, Reader};

pub(crate) const START: &str = "Start the safety check";

/// The markup of a block with these attributes.
pub(crate) fn block(says: &Value) -> String {
    // Escaped as WordPress does it.
    let says =
        says.to_string().replace("--", "\\u002d\\u002d").replace('<', "\\u003c").replace('>', "\\u003e");
    format!("<!-- wp:which-cause/quiz {says} /-->")
}

/// Publishes the page of the course.
pub(crate) fn course(site: &Site) -> String {
    site.publishes("course", "<p>Welcome to the course.</p>")
}

/// A reader of a page of the site, without cookies.
pub(crate) async fn reader_of(page: &str) -> Reader {
    let reader = Reader::new(Engine::Chromium, InputDevice::Mouse).await;
    reader.page.client.goto(page).await.expect("the page opens");
    reader
}

/// Takes the quiz on a page, and follows the link to the course.
pub(crate) async fn takes_the_quiz_and_goes_to_the_course(page: &str, start: &str) {
    let reader = reader_of(page).await;
    reader.presses(start).await;
    reader.answers_like("T2-posture-textbook", async || ()).await;
    reader.page.find("heading", "Your answers lean toward: Head forward, shoulders rounded").await;
    reader.follows("See what's in the course").await;
    reader.page.shows("Welcome to the course.").await;
    sees_no_error(&reader).await;
}

/// The HTML of each content in a post, for the administrator or for a reader.
pub(crate) fn rendered(site: &Site, contents: &[String], who: &str) -> Vec<String> {
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
pub(crate) fn attribute(html: &str, name: &str) -> Option<String> {
    let element = html.split_once("<which-cause")?.1.split_once('>')?.0;
    Some(element.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.to_owned())
}

/// A site with settings that differ from the shortcodes in these tests.
pub(crate) fn site() -> Site {
    let site = Site::with_plugin();
    site.php(
        "update_option( 'which_cause', array( 'course' => 'https://example.org/site/', 'region' => 'AU' ) );",
    );
    site
}
