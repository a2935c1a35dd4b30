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
