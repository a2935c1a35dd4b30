//! The installed sites that tests copy.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{PLUGIN, php, php_program, run_php, scripts, sites, wordpress, zip};

/// The folder with the sites that tests copy, because an installation takes seconds. The first test of a run installs them, and other tests
/// wait for it.
pub(super) fn templates() -> PathBuf {
    let folder = sites().join("templates");
    fs::create_dir_all(&folder).expect("a folder");
    let lock = File::create(folder.join("lock")).expect("a file");
    lock.lock().expect("a lock");
    let run = std::env::var("NEXTEST_RUN_ID").unwrap_or_else(|_| std::process::id().to_string());
    let installed_by = folder.join("run");
    if fs::read_to_string(&installed_by).ok().as_ref() != Some(&run) {
        // The host of a copy is set when it is served.
        let host = "localhost";
        let site = folder.join("without-plugin");
        let _ = fs::remove_dir_all(&site);
        lay_out(&site);
        run_php(&site, host, php_program().arg(scripts().join("install.php")));

        let site_with_plugin = folder.join("with-plugin");
        copy(&site, &site_with_plugin);
        let install = format!(
            "require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
            $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
            if ( true !== $upgrader->install( '{}' ) ) die( print_r( $upgrader->skin, true ) );
            if ( null !== activate_plugin( '{PLUGIN}' ) ) die( 'it cannot be switched on' );
            echo 'ok';",
            zip().display()
        );
        assert_eq!(php(&site_with_plugin, host, &install), "ok");
        let is_active = format!("echo is_plugin_active( '{PLUGIN}' ) ? 'on' : 'off';");
        assert_eq!(php(&site_with_plugin, host, &is_active), "on");
        fs::write(installed_by, run).expect("a file");
    }
    folder
}

/// Copies a site, with its links as links, in place of an older copy.
pub(super) fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    let copied = Command::new("cp").arg("-a").args([from, to]).status().expect("cp is there");
    assert!(copied.success(), "{} cannot be copied to {}", from.display(), to.display());
}

/// Links WordPress's files, and adds a wp-content folder and the database's drop-in.
fn lay_out(folder: &Path) {
    let (core, sqlite) = (wordpress().join("core"), wordpress().join("sqlite"));
    for name in [
        "wp-content/database",
        "wp-content/plugins",
        "wp-content/themes",
        "wp-content/uploads",
        "wp-content/mu-plugins",
    ] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    for entry in fs::read_dir(&core).expect("tools/setup.sh wordpress has been run") {
        let entry = entry.expect("a readable folder");
        let name = entry.file_name();
        if name != "wp-content" && name != "wp-config.php" {
            symlink(entry.path(), folder.join(&name)).expect("a link");
        }
    }
    for entry in fs::read_dir(core.join("wp-content/themes")).expect("themes") {
        let entry = entry.expect("a readable folder");
        symlink(entry.path(), folder.join("wp-content/themes").join(entry.file_name())).expect("a link");
    }
    fs::copy(scripts().join("wp-config.php"), folder.join("wp-config.php")).expect("a configuration");
    fs::copy(scripts().join("offline.php"), folder.join("wp-content/mu-plugins/offline.php"))
        .expect("a plugin");
    let dropin = fs::read_to_string(sqlite.join("db.copy")).expect("the drop-in");
    let dropin =
        dropin.replace("{SQLITE_IMPLEMENTATION_FOLDER_PATH}", sqlite.to_str().expect("a path in UTF-8"));
    fs::write(folder.join("wp-content/db.php"), dropin).expect("a drop-in");
}
