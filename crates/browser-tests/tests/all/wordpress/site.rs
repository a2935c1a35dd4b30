//! A WordPress of one test's own: PHP's own web server, a database in a file, and nothing from before.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The plugin, as it is put into a site.
pub(crate) const PLUGIN: &str = "which-cause/which-cause.php";

/// A running WordPress. It goes with the test; its folder stays, to be looked at.
pub(crate) struct Site {
    /// Its address, without a slash at the end.
    pub(crate) url: String,
    host: String,
    folder: PathBuf,
    server: Child,
}

impl Drop for Site {
    fn drop(&mut self) {
        // Its workers are processes of the same group.
        let group = format!("-{}", self.server.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.server.wait();
    }
}

/// The zip that `make wordpress` packs.
pub(crate) fn zip() -> PathBuf {
    let zip = root().join("target/wordpress/which-cause.zip");
    assert!(zip.is_file(), "{} is missing: run `make wordpress` first", zip.display());
    zip
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// What `tools/wordpress/setup.sh` has got.
fn wordpress() -> PathBuf {
    let folder = std::env::var_os("WORDPRESS")
        .expect("WORDPRESS says where a WordPress is; `make test-wordpress` sets it");
    PathBuf::from(folder)
}

impl Site {
    /// A new site with an administrator and an author, both with their name for a password, without the plugin.
    pub(crate) fn new() -> Self {
        static SITES: AtomicU32 = AtomicU32::new(0);
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join("wordpress")
            .join(SITES.fetch_add(1, Ordering::Relaxed).to_string());
        let _ = fs::remove_dir_all(&folder);
        lay_out(&folder);
        let (server, host) = serve(&folder);
        let site = Self { url: format!("http://{host}"), host, folder, server };
        site.run(Command::new("php").arg(scripts().join("install.php")));
        site
    }

    /// A new site with the plugin, put in and switched on as WordPress itself does it.
    pub(crate) fn with_plugin() -> Self {
        let site = Self::new();
        let zip = zip();
        site.php(&format!(
            "require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
            $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
            if ( true !== $upgrader->install( '{}' ) ) die( print_r( $upgrader->skin, true ) );
            if ( null !== activate_plugin( '{PLUGIN}' ) ) die( 'it cannot be switched on' );
            echo 'ok';",
            zip.display()
        ));
        assert_eq!(site.php(&format!("echo is_plugin_active( '{PLUGIN}' ) ? 'on' : 'off';")), "on");
        site
    }

    /// Runs PHP in the site, as its administrator in a terminal, and gives what it writes.
    pub(crate) fn php(&self, code: &str) -> String {
        let code = format!(
            "require getenv( 'WORDPRESS_CORE' ) . '/wp-load.php';
            require_once ABSPATH . 'wp-admin/includes/admin.php';
            wp_set_current_user( 1 );
            {code}"
        );
        self.run(Command::new("php").args(["-r", &code]))
    }

    fn run(&self, command: &mut Command) -> String {
        let done = command
            .env("WORDPRESS_SITE", &self.folder)
            .env("WORDPRESS_CORE", wordpress().join("core"))
            .env("WORDPRESS_HOST", &self.host)
            .output()
            .expect("PHP is there: tools/setup.sh wordpress");
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
        said
    }

    /// A file of the site.
    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Writes a file of the site.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.file(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Publishes a page as the administrator, and gives its address.
    pub(crate) fn publishes(&self, slug: &str, content: &str) -> String {
        self.write("content", content);
        self.php(&format!(
            "kses_remove_filters();
            $id = wp_insert_post( wp_slash( array(
                'post_type' => 'page', 'post_status' => 'publish', 'post_title' => '{slug}', 'post_name' => '{slug}',
                'post_content' => file_get_contents( getenv( 'WORDPRESS_SITE' ) . '/content' ),
            ) ), true );
            if ( is_wp_error( $id ) ) die( $id->get_error_message() );
            echo get_permalink( $id );"
        ))
    }

    /// Makes sure that PHP has found nothing to complain of in the plugin.
    pub(crate) fn has_no_complaint(&self) {
        let log = fs::read_to_string(self.file("wp-content/debug.log")).unwrap_or_default();
        let ours: Vec<&str> = log
            .lines()
            .filter(|line| {
                ["plugins/which-cause", "which_cause", "WhichCause", "Fatal"]
                    .iter()
                    .any(|it| line.contains(it))
            })
            .collect();
        assert!(ours.is_empty(), "{}", ours.join("\n"));
    }
}

fn scripts() -> PathBuf {
    root().join("tests/wordpress/site")
}

/// WordPress's files as links, a wp-content of its own, the database's drop-in.
fn lay_out(folder: &Path) {
    let (core, sqlite) = (wordpress().join("core"), wordpress().join("sqlite"));
    for it in [
        "wp-content/database",
        "wp-content/plugins",
        "wp-content/themes",
        "wp-content/uploads",
        "wp-content/mu-plugins",
    ] {
        fs::create_dir_all(folder.join(it)).expect("a folder");
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

/// Starts PHP's server on a free port. Where another program takes the port first, it ends, and another is started.
fn serve(folder: &Path) -> (Child, String) {
    for _ in 0..5 {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let host = free.local_addr().expect("an address").to_string();
        drop(free);
        let mut server = Command::new("php")
            .args(["-d", "opcache.enable_cli=1", "-S", &host, "-t"])
            .arg(folder)
            .arg(scripts().join("router.php"))
            .env("WORDPRESS_SITE", folder)
            .env("WORDPRESS_CORE", wordpress().join("core"))
            // A site that asks itself whether one of its pages is there needs a second worker to answer.
            .env("PHP_CLI_SERVER_WORKERS", "3")
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("PHP is there: tools/setup.sh wordpress");
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) && server.try_wait().expect("a process").is_none() {
            if std::net::TcpStream::connect(&host).is_ok() {
                return (server, host);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = server.kill();
        let _ = server.wait();
    }
    panic!("PHP's server found no port");
}
