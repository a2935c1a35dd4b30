//! The zip of the plugin.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::site::{Site, php_program, zip};
use crate::harness::server::repository;

#[test]
fn every_php_file_is_valid_and_does_nothing_without_wordpress() {
    let site = Site::with_plugin();
    let mut folders = vec![site.file("wp-content/plugins/which-cause")];
    let mut checked = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "php") {
                let done = php_program().arg("-l").arg(&path).output().expect("PHP");
                assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
                // Without WordPress it does nothing.
                let done = php_program().arg(&path).output().expect("PHP");
                assert_eq!((done.status.success(), done.stdout), (true, vec![]), "{}", path.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 7, "only {checked} files");
}

#[test]
fn the_same_build_packs_to_the_same_zip() {
    let again = Path::new(env!("CARGO_TARGET_TMPDIR")).join("again.zip");
    let mut node = Command::new("node");
    let done =
        node.arg("tools/wordpress/pack.mjs").arg(&again).current_dir(repository()).output().expect("Node");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let same = fs::read(zip()).expect("the zip") == fs::read(again).expect("the zip");
    assert!(same, "the same files gave another zip: run `make wordpress` after each change");
}

#[test]
fn the_readme_has_what_the_plugin_directory_asks_for() {
    let folder = repository().join("integrations/wordpress");
    let readme = fs::read_to_string(folder.join("which-cause/readme.txt")).expect("the readme");
    let (header, _) = readme.split_once("\n== Description ==").expect("a description");
    let (fields, short) = header.split_once("\n\n").expect("a short description");
    for name in
        ["Contributors", "Tags", "Requires at least", "Tested up to", "Requires PHP", "Stable tag", "License"]
    {
        assert!(fields.contains(&format!("\n{name}: ")), "{name}");
    }
    let short = short.trim();
    assert!(short.chars().count() <= 150 && !short.contains('\n'), "the directory cuts it: {short}");
    let tags = fields.split_once("\nTags: ").expect("tags").1.lines().next().expect("a line");
    assert!(tags.split(", ").count() <= 5, "the directory takes five tags: {tags}");
    for section in
        ["Installation", "Frequently Asked Questions", "Screenshots", "Changelog", "Upgrade Notice"]
    {
        assert!(readme.contains(&format!("\n== {section} ==\n")), "{section}");
    }
    let (_, screenshots) = readme.split_once("== Screenshots ==\n\n").expect("screenshots");
    let described = screenshots.lines().take_while(|line| !line.is_empty()).count();
    let pictures = fs::read_dir(folder.join("directory-assets")).expect("the pictures");
    let pictures = pictures
        .filter(|it| it.as_ref().is_ok_and(|it| it.file_name().to_string_lossy().starts_with("screenshot-")));
    assert_eq!(described, pictures.count(), "each screenshot has a line");
}
