//! The route for quiz files: who may upload, replace and delete one, and what is stored.

use std::fs;

use serde_json::{Value, json};

use super::site::{PLUGIN, Site};
use crate::harness::server::repository;

const FOLDER: &str = "wp-content/uploads/which-cause";

/// The status and the response of a request to the route.
fn request(site: &Site, user: &str, method: &str, path: &str, body: &Value) -> (u64, Value) {
    site.requests(user, method, &format!("quiz-files{path}"), body)
}

fn dense_bread() -> String {
    fs::read_to_string(repository().join("quizzes/dense-bread.json")).expect("a quiz")
}

/// Adds users with these roles, named after their role.
fn add_users(site: &Site) {
    site.php(
        "foreach ( array( 'subscriber', 'contributor', 'second' => 'author', 'editor' ) as $name => $role ) {
            $name = is_int( $name ) ? $role : $name;
            ( new WP_User( wp_create_user( $name, $name, \"$name@example.org\" ) ) )->set_role( $role );
        }",
    );
}

#[test]
fn only_users_who_may_upload_pictures_upload_a_quiz_file_and_only_its_owner_or_an_editor_changes_it() {
    let site = Site::with_plugin();
    add_users(&site);
    let quiz = json!({"name": "bread.json", "content": dense_bread()});
    for (user, list, upload) in [("", 401, 401), ("subscriber", 403, 403), ("contributor", 200, 403)] {
        assert_eq!(request(&site, user, "GET", "", &json!({})).0, list, "“{user}” lists");
        assert_eq!(request(&site, user, "POST", "", &quiz).0, upload, "“{user}” uploads");
    }
    assert!(!site.file(FOLDER).exists(), "nothing is written before");

    let (status, file) = request(&site, "author", "POST", "", &quiz);
    assert_eq!(status, 200, "{file}");
    let expected = json!({"name": "bread.json", "address": "/wp-content/uploads/which-cause/bread.json",
        "title": "Why is my loaf so dense?", "drawings": "", "isQuiz": true, "canChange": true});
    assert_eq!(file, expected);
    for user in ["", "subscriber", "contributor", "second"] {
        let denied = if user.is_empty() { 401 } else { 403 };
        assert_eq!(request(&site, user, "PUT", "/bread.json", &quiz).0, denied, "“{user}” replaces");
        assert_eq!(request(&site, user, "DELETE", "/bread.json", &json!({})).0, denied, "“{user}” deletes");
    }
    assert_eq!(request(&site, "second", "GET", "", &json!({})).1[0]["canChange"], json!(false));

    let changed = dense_bread().replace("Why is my loaf so dense?", "Another title");
    for user in ["author", "editor", "admin"] {
        let (status, file) = request(&site, user, "PUT", "/bread.json", &json!({"content": changed}));
        assert_eq!(
            (status, &file["title"], &file["name"]),
            (200, &json!("Another title"), &json!("bread.json"))
        );
    }
    assert_eq!(request(&site, "author", "DELETE", "/bread.json", &json!({})), (200, json!([])));
    assert!(!site.file(FOLDER).join("bread.json").exists());
    // Another file with the name has another owner.
    assert_eq!(request(&site, "second", "POST", "", &quiz).0, 200);
    assert_eq!(request(&site, "author", "DELETE", "/bread.json", &json!({})).0, 403);
    site.has_a_clean_log();
}

#[test]
fn an_uploaded_quiz_file_is_json_that_no_server_can_run() {
    let site = Site::with_plugin();
    let hostile = "<?php echo 'run'; ?><script>run()</script>";
    let quiz = dense_bread().replace("Why is my loaf so dense?", hostile);
    for (name, stored) in [
        ("../../Évil.php.JSON", "evil-php.json"),
        ("evil-php.json", "evil-php-1.json"),
        (".htaccess", "htaccess.json"),
        ("خبز.json", "quiz.json"),
        ("a b.drawings.json", "a-b.drawings.json"),
    ] {
        let (status, file) = request(&site, "author", "POST", "", &json!({"name": name, "content": quiz}));
        assert_eq!((status, &file["name"]), (200, &json!(stored)), "{name}: {file}");
        let text = fs::read_to_string(site.file(FOLDER).join(stored)).expect("a file");
        assert!(!text.contains(['<', '>']), "{name}: {text}");
        let same = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        assert_eq!(same(&text), same(&quiz), "{name}");
    }

    let with = |content: &str| json!({"name": "no.json", "content": content});
    let large = format!("{{\"_\":\"{}\"}}", "a".repeat(1 << 20));
    // It is larger when it is written anew.
    let grows =
        dense_bread().replace("\"format\"", &format!("\"_\": \"{}\", \"format\"", "<".repeat(200_000)));
    for (content, status, message) in [
        (large.as_str(), 413, "at most 1 MiB"),
        (&grows, 413, "at most 1 MiB"),
        ("<?php echo 1;", 400, "not JSON"),
        ("", 400, "not JSON"),
        ("{\"format\": 1,}", 400, "not JSON"),
        ("[1]", 400, "neither a quiz"),
        ("{\"causes\": []}", 400, "neither a quiz"),
    ] {
        let (got, error) = request(&site, "admin", "POST", "", &with(content));
        assert_eq!(got, status, "{error}");
        assert!(error["message"].as_str().is_some_and(|it| it.contains(message)), "{error}");
    }
    assert!(!site.file(FOLDER).join("no.json").exists());

    // A name leads nowhere else.
    site.write("wp-content/uploads/other.json", "{}");
    for name in ["/../other.json", "/..%2Fother.json", "/other.json"] {
        let status = request(&site, "admin", "DELETE", name, &json!({})).0;
        assert!([403, 404].contains(&status), "{name}: {status}");
    }
    assert!(site.file("wp-content/uploads/other.json").exists());
    site.has_a_clean_log();
}

#[test]
fn a_name_beside_the_one_in_the_path_leads_to_no_other_file() {
    let site = Site::with_plugin();
    add_users(&site);
    let other = site.file("wp-content/uploads/other.json");
    let changed = dense_bread().replace("Why is my loaf so dense?", "Another title");
    for method in ["PUT", "DELETE"] {
        for in_query in [true, false] {
            let how = format!("{method}, in the query: {in_query}");
            let quiz = json!({"name": "bread.json", "content": dense_bread()});
            assert_eq!(request(&site, "author", "POST", "", &quiz).0, 200, "{how}");
            site.write("wp-content/uploads/other.json", "{}");
            let (path, body) = if in_query {
                ("/bread.json?name=../other.json", json!({"content": changed}))
            } else {
                ("/bread.json", json!({"content": changed, "name": "../other.json"}))
            };
            let (status, response) = request(&site, "editor", method, path, &body);
            assert!(fs::read_to_string(&other).is_ok_and(|it| it == "{}"), "{how}: {response}");
            // The file of the path is replaced or deleted.
            assert_eq!(status, 200, "{how}: {response}");
            let bread = fs::read_to_string(site.file(FOLDER).join("bread.json")).unwrap_or_default();
            assert_eq!(bread.contains("Another title"), method == "PUT", "{how}");
            assert_eq!(bread.is_empty(), method == "DELETE", "{how}");
            request(&site, "editor", "DELETE", "/bread.json", &json!({}));
        }
    }
    // The second check does not depend on the route.
    assert_eq!(
        request(&site, "author", "POST", "", &json!({"name": "b.json", "content": dense_bread()})).0,
        200
    );
    for (name, may) in [("b.json", "true"), ("../other.json", "false"), ("../which-cause/b.json", "false")] {
        assert_eq!(site.php(&format!("var_export( WhichCause\\can_change( '{name}' ) );")), may, "{name}");
    }
    site.has_a_clean_log();
}

#[test]
fn a_deleted_quiz_takes_no_other_quiz_with_it() {
    let site = Site::with_plugin();
    add_users(&site);
    let quiz = json!({"name": "bread.json", "content": dense_bread()});
    assert_eq!(request(&site, "author", "POST", "", &quiz).0, 200);
    // This file names another user's quiz as its drawings.
    let hostile = dense_bread().replace("\"format\": 1,", "\"format\": 1, \"drawings\": \"bread.json\",");
    let hostile = json!({"name": "hostile.json", "content": hostile});
    assert_eq!(request(&site, "second", "POST", "", &hostile).1["name"], json!("hostile.json"));
    assert_eq!(request(&site, "editor", "DELETE", "/hostile.json", &json!({})).0, 200);
    assert!(site.file(FOLDER).join("bread.json").exists());
    site.has_a_clean_log();
}

#[test]
fn drawings_go_with_the_last_quiz_that_has_them() {
    let site = Site::with_plugin();
    let drawings = json!({"name": "bread.drawings.json", "content": "{\"format\": 1, \"drawings\": {}}"});
    assert_eq!(request(&site, "author", "POST", "", &drawings).0, 200);
    let with_drawings =
        dense_bread().replace("\"format\": 1,", "\"format\": 1, \"drawings\": \"bread.drawings.json\",");
    for name in ["one.json", "two.json"] {
        let quiz = json!({"name": name, "content": with_drawings});
        assert_eq!(request(&site, "author", "POST", "", &quiz).1["drawings"], json!("bread.drawings.json"));
    }
    let kept = || site.file(FOLDER).join("bread.drawings.json").exists();
    request(&site, "author", "DELETE", "/one.json", &json!({}));
    assert!(kept());
    request(&site, "author", "PUT", "/two.json", &json!({"content": dense_bread()}));
    assert!(!kept());
    site.has_a_clean_log();
}

#[test]
fn a_deleted_plugin_leaves_no_quiz_file() {
    let site = Site::with_plugin();
    let quiz = json!({"name": "bread.json", "content": dense_bread()});
    assert_eq!(request(&site, "admin", "POST", "", &quiz).0, 200);
    site.php(&format!(
        "deactivate_plugins( '{PLUGIN}' );
        if ( true !== delete_plugins( array( '{PLUGIN}' ) ) ) exit( 1 );"
    ));
    assert!(!site.file(FOLDER).exists());
    assert_eq!(site.php("var_export( get_option( 'which_cause_quiz_owners' ) );"), "false");
    site.has_a_clean_log();
}
