//! A WordPress for one test: PHP's own web server, and a database in a file.

mod templates;

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::harness::server::repository;
use templates::{copy, templates};

/// The plugin's main file, which is its name in WordPress.
pub(crate) const PLUGIN: &str = "which-cause/which-cause.php";

/// A running WordPress. It ends with the test. Its folder stays, so that one can look at it.
pub(crate) struct Site {
    /// Its address, without a slash at the end.
    pub(crate) url: String,
    /// The host and the port.
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
    let zip = repository().join("target/wordpress/which-cause.zip");
    assert!(zip.is_file(), "{} is missing: run `make wordpress` first", zip.display());
    zip
}

/// The program of the PHP to test on: the machine's own, unless PHP names another. It keeps compiled scripts in files, because it is started
/// anew for each test, and to compile WordPress takes most of its time.
pub(crate) fn php_program() -> Command {
    let mut command = Command::new(std::env::var_os("PHP").unwrap_or_else(|| "php".into()));
    // A file that was replaced counts at once, and not after two seconds.
    for option in ["opcache.enable_cli=1", "opcache.revalidate_freq=0"] {
        command.args(["-d", option]);
    }
    command.arg("-d").arg(format!("opcache.file_cache={}", compiled_scripts().display()));
    command
}

/// The folder of PHP's compiled scripts. PHP does not start without it.
fn compiled_scripts() -> PathBuf {
    let folder = repository().join("target/wordpress/compiled-scripts");
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The folder that `tools/wordpress/setup.sh` has filled.
fn wordpress() -> PathBuf {
    let folder = std::env::var_os("WORDPRESS")
        .expect("WORDPRESS says where a WordPress is; `make test-wordpress` sets it");
    PathBuf::from(folder)
}

impl Site {
    /// A new site without the plugin. It has an administrator and an author, each with their name as the password.
    pub(crate) fn new() -> Self {
        Self::copy_of("without-plugin")
    }

    /// A new site with the plugin, installed and activated as WordPress itself does it.
    pub(crate) fn with_plugin() -> Self {
        Self::copy_of("with-plugin")
    }

    /// A new site with the plugin, in the folder `/blog/` of its host.
    pub(crate) fn in_a_subdirectory() -> Self {
        let mut site = Self::with_plugin();
        // wp-config.php and router.php look for this link. By it, the server finds the files of the site.
        symlink(".", site.file("blog")).expect("a link");
        site.url += "/blog";
        site
    }

    /// Turns the site into a network with a second site at `/second/`. The plugin is no longer activated.
    pub(crate) fn becomes_a_network(&self) {
        self.php(&format!(
            "define( 'WP_INSTALLING_NETWORK', true );
            require_once ABSPATH . 'wp-admin/includes/upgrade.php';
            foreach ( array( 'home', 'siteurl' ) as $name ) {{
                $wpdb->update( $wpdb->options, array( 'option_value' => WP_HOME ), array( 'option_name' => $name ) );
            }}
            deactivate_plugins( '{PLUGIN}' );
            foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) {{ $wpdb->$table = $name; }}
            install_network();
            $made = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@example.org', 'A network', '/', false );
            if ( is_wp_error( $made ) && 'no_wildcard_dns' !== $made->get_error_code() ) exit( $made->get_error_message() );
            touch( getenv( 'WORDPRESS_SITE' ) . '/network' );"
        ));
        symlink(".", self.file("second")).expect("a link");
        let sites = self.php(
            // Up to WordPress 6.5, this filter removes the colon before the port.
            "remove_filter( 'wp_normalize_site_data', 'wp_normalize_site_data' );
            $second = wp_insert_site( array(
                'domain' => DOMAIN_CURRENT_SITE, 'path' => '/second/', 'network_id' => 1, 'user_id' => 1, 'title' => 'Second',
            ) );
            if ( is_wp_error( $second ) ) exit( $second->get_error_message() );
            echo count( get_sites() );",
        );
        assert_eq!(sites, "2");
    }

    fn copy_of(template: &str) -> Self {
        let folder = sites().join(folder_name());
        copy(&templates().join(template), &folder);
        let (server, host) = serve(&folder);
        Self { url: format!("http://{host}"), host, folder, server }
    }

    /// Runs PHP in the site as the administrator, and returns its output.
    pub(crate) fn php(&self, code: &str) -> String {
        php(&self.folder, &self.host, code)
    }

    /// The status and the response of a request to the plugin's REST API, as the user with this name; nobody is logged in if it is
    /// empty. The route can have a query.
    pub(crate) fn requests(&self, user: &str, method: &str, route: &str, body: &Value) -> (u64, Value) {
        self.write("request.json", &body.to_string());
        let answer = self.php(&format!(
            "$user = get_user_by( 'login', '{user}' );
            wp_set_current_user( $user ? $user->ID : 0 );
            list( $route, $query ) = explode( '?', '{route}', 2 ) + array( '', '' );
            parse_str( $query, $parameters );
            $request = new WP_REST_Request( '{method}', '/which-cause/v1/' . $route );
            $request->set_query_params( $parameters );
            $request->set_header( 'Content-Type', 'application/json' );
            $request->set_body( file_get_contents( getenv( 'WORDPRESS_SITE' ) . '/request.json' ) );
            $response = rest_do_request( $request );
            echo wp_json_encode( array( $response->get_status(), $response->get_data() ) );"
        ));
        let answer: Value = serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
        (answer[0].as_u64().expect("a status"), answer[1].clone())
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

    /// Publishes a page as the administrator, and returns its address.
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

    /// Makes sure that PHP's log has no message about the plugin.
    pub(crate) fn has_a_clean_log(&self) {
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

/// A folder for each site of each test. Tests run in processes of their own, so a test's name tells them apart.
fn folder_name() -> String {
    static SITES: AtomicU32 = AtomicU32::new(0);
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    format!("{test}-{}", SITES.fetch_add(1, Ordering::Relaxed))
}

fn scripts() -> PathBuf {
    repository().join("crates/browser-tests/tests/all/wordpress/site")
}

/// The folder of all sites.
fn sites() -> PathBuf {
    repository().join("target/wordpress/sites")
}

/// Runs PHP in a site as the administrator, and returns its output.
fn php(folder: &Path, host: &str, code: &str) -> String {
    let code = format!(
        "require getenv( 'WORDPRESS_CORE' ) . '/wp-load.php';
        require_once ABSPATH . 'wp-admin/includes/admin.php';
        wp_set_current_user( 1 );
        {code}"
    );
    run_php(folder, host, php_program().args(["-r", &code]))
}

fn run_php(folder: &Path, host: &str, command: &mut Command) -> String {
    let done = command
        .env("WORDPRESS_SITE", folder)
        .env("WORDPRESS_CORE", wordpress().join("core"))
        .env("WORDPRESS_HOST", host)
        .output()
        .expect("PHP is there: tools/setup.sh wordpress");
    let output = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{output}{}", String::from_utf8_lossy(&done.stderr));
    output
}

/// Starts PHP's server on a free port. If another program takes the port first, it tries another port.
fn serve(folder: &Path) -> (Child, String) {
    for _ in 0..5 {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let host = free.local_addr().expect("an address").to_string();
        drop(free);
        let mut server = php_program()
            .args(["-S", &host, "-t"])
            .arg(folder)
            .arg(scripts().join("router.php"))
            .env("WORDPRESS_SITE", folder)
            .env("WORDPRESS_CORE", wordpress().join("core"))
            // A site that requests one of its own pages needs a second worker to respond.
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
