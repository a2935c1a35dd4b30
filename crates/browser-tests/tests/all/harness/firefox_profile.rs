//! A profile for each start of Firefox. It is copied from a profile that Firefox has used once: with a new one, its start takes twice the
//! time, mostly to compile its own scripts and to fill its own databases.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::harness::driver::Browser;
use crate::harness::engine::firefox;

/// Copies the used profile to a folder. The first test in Firefox makes the used profile, and others wait for it.
pub(crate) async fn copy_to(profile: &Path) {
    let used = path();
    let lock = File::create(used.with_added_extension("lock")).expect("a lock");
    lock.lock().expect("a lock");
    if !used.exists() {
        let new = used.with_added_extension("new");
        // A run that was stopped may have left one.
        let _ = fs::remove_dir_all(&new);
        fs::create_dir(&new).expect("a new profile");
        Browser::uses_firefox_once(&new).await;
        fs::rename(&new, &used).expect("the used profile");
    }
    drop(lock);
    copy(&used, profile).expect("a copy of the profile");
}

/// Where the used profile is. Each build of Firefox has its own.
fn path() -> PathBuf {
    let built = firefox().metadata().and_then(|it| it.modified()).expect("the program's time");
    let seconds = built.duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs();
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("firefox-profile-{seconds}"))
}

/// Copies a folder, without the link that says which process uses the profile.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, to) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy(&entry.path(), &to)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
