// Takes the pictures for WordPress's plugin directory, in integrations/wordpress/directory-assets/: the icon and the banner, and screenshots
// of a real WordPress with the packed plugin. `make wordpress-pictures`.
//
// The site is a copy of the one that the tests of the plugin have installed: WORDPRESS names the folder of WordPress itself.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

import { openChromium } from "../browser.mjs";
import { quiz as quizName } from "../build/translations.mjs";
import { Reader } from "../gallery/reader.mjs";

const target = "integrations/wordpress/directory-assets";
const icon = readFileSync(join(target, "icon.svg"), "utf8");
const template = "target/wordpress/sites/templates/with-plugin";
const scripts = "crates/browser-tests/tests/all/wordpress/site";
const folder = resolve("target/wordpress/sites/directory-assets");
const read = (name) => JSON.parse(readFileSync(`quizzes/${name}.json`, "utf8"));

if (!process.env.WORDPRESS) throw new Error("WORDPRESS says where a WordPress is; `make wordpress-pictures` sets it");
rmSync(folder, { recursive: true, force: true });
cpSync(template, folder, { recursive: true, verbatimSymlinks: true });
const host = `127.0.0.1:${await freePort()}`;
const env = {
  ...process.env,
  WORDPRESS_SITE: folder,
  WORDPRESS_CORE: join(process.env.WORDPRESS, "core"),
  WORDPRESS_HOST: host,
  PHP_CLI_SERVER_WORKERS: "3",
};
const server = spawn("php", ["-S", host, "-t", folder, join(scripts, "router.php")], {
  env,
  stdio: "ignore",
  detached: true,
});
const browser = await openChromium();
try {
  await takeIcon();
  await takeBanner();
  const id = writePages();
  await takeReaderScreens();
  await takeOwnerScreens(id);
} finally {
  await browser.close();
  process.kill(-server.pid);
}

/** A port that no program uses now. */
function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Runs PHP in the site, and returns its output. */
function php(code) {
  const load = "require getenv( 'WORDPRESS_CORE' ) . '/wp-load.php'; wp_set_current_user( 1 );";
  return execFileSync("php", ["-r", load + code], { env, encoding: "utf8" });
}

/** Makes a picture of a size from HTML. */
async function picture(name, width, height, html, deviceScaleFactor = 1) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor });
  await page.setContent(html);
  await page.screenshot({ path: join(target, name) });
  await page.close();
}

async function takeIcon() {
  for (const size of [128, 256]) {
    await picture(`icon-${size}x${size}.png`, size, size, `<style>body { margin: 0 }</style>${icon}`);
  }
}

async function takeBanner() {
  const html = `<style>
      body { display: flex; align-items: center; gap: 48px; margin: 0; padding: 0 64px; height: 250px; background: #0b6e63; color: #fbf9f5; font-family: "DejaVu Sans", sans-serif }
      svg { inline-size: 170px }
      h1 { margin: 0 0 12px; font-size: 42px }
      p { margin: 0; font-size: 20px; line-height: 1.5 }
    </style>${icon}<div><h1>Which Cause</h1><p>A quiz for an article that lists<br>possible causes: “which one is mine?”</p></div>`;
  for (const scale of [1, 2]) await picture(`banner-${772 * scale}x${250 * scale}.png`, 772, 250, html, scale);
}

/** Writes the article with the quiz, the page of its course, the settings and some counts. Returns the article's id. */
function writePages() {
  return php(`
    $post = array( 'post_type' => 'page', 'post_status' => 'publish' );
    wp_insert_post( $post + array( 'post_title' => 'The course', 'post_name' => 'course', 'post_content' => 'Welcome.' ) );
    $id = wp_insert_post( $post + array( 'post_title' => 'Knots in your upper back', 'post_name' => 'knots', 'post_content' =>
      '<!-- wp:paragraph --><p>Five things often go with knots in the upper back.</p><!-- /wp:paragraph --><!-- wp:which-cause/quiz /-->' ) );
    update_option( 'which_cause', array( 'course' => '/course/', 'region' => 'GB', 'counts' => true ) );
    foreach ( array( 3, 9, 20 ) as $age ) $wpdb->insert( $wpdb->prefix . 'which_cause_counts', array(
      'day' => wp_date( 'Y-m-d', time() - $age * DAY_IN_SECONDS ), 'post_id' => $id, 'starts' => 40, 'finishes' => 29, 'course_visits' => 6 ) );
    echo $id;`).trim();
}

/** What readers see: the words before the start, a question and a result. */
async function takeReaderScreens() {
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 }, reducedMotion: "reduce" });
  const take = async (number) => {
    await page.locator("which-cause").evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: join(target, `screenshot-${number}.png`) });
  };
  await page.goto(`http://${host}/knots/`);
  const reader = new Reader(page, read(quizName), read(`${quizName}.test-cases`).test_cases);
  await page.getByRole("button", { name: reader.quiz.intro.start }).waitFor();
  await take(1);
  await reader.goToStep("where", "T2-posture-textbook");
  await take(2);
  await page.goto(`http://${host}/knots/`);
  await reader.finish("T2-posture-textbook");
  await take(3);
  await page.close();
}

/** What owners see: the block in the editor, and the settings. */
async function takeOwnerScreens(id) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://${host}/wp-login.php`);
  await page.getByLabel("Username or Email Address").fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("admin");
  await page.getByRole("button", { name: "Log In" }).click();
  await page.locator("#wpadminbar").waitFor();
  await page.goto(`http://${host}/wp-admin/post.php?post=${id}&action=edit`);
  await page
    .frameLocator("iframe[name=editor-canvas]")
    .locator("[data-type='which-cause/quiz']")
    .click({ position: { x: 5, y: 5 } });
  await page.getByRole("button", { name: "Settings", exact: true }).waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(target, "screenshot-4.png") });
  await page.goto(`http://${host}/wp-admin/options-general.php?page=which-cause`);
  await page.screenshot({ path: join(target, "screenshot-5.png"), fullPage: true });
  await page.close();
}
