// A desktop with a screen reader that runs beside nobody's own: a display, a session bus and a home folder of its own, and on it a
// window manager, Orca and a browser. Orca writes down what it says (orca-customizations.py). Keys are pressed by xdotool, as a
// keyboard does.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const customizations = fileURLToPath(new URL("orca-customizations.py", import.meta.url));
const busLaunchers = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"];

/** How to start each browser, and what it needs in its profile so that no page of its own comes first. */
export const browsers = {
  firefox: {
    program: () => program("FIREFOX", "firefox-esr", "firefox"),
    start(profile, url) {
      const preferences = {
        // On, whatever has been found about the desktop.
        "accessibility.force_disabled": -1,
        "app.update.enabled": false,
        "browser.aboutwelcome.enabled": false,
        "browser.preonboarding.enabled": false,
        "browser.shell.checkDefaultBrowser": false,
        "browser.startup.homepage_override.mstone": "ignore",
        "browser.translations.automaticallyPopup": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "termsofuse.bypassNotification": true,
        "trailhead.firstrun.didSeeAboutWelcome": true,
      };
      const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
      writeFileSync(join(profile, "user.js"), lines.join(""));
      return ["--no-remote", "--profile", profile, "--width", "1000", "--height", "900", url];
    },
  },
  chromium: {
    program: () => program("CHROME", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    start: (profile, url) => [
      "--no-sandbox",
      "--force-renderer-accessibility",
      "--no-first-run",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-features=Translate",
      `--user-data-dir=${profile}`,
      "--window-size=1000,900",
      "--window-position=0,0",
      url,
    ],
  },
};

/** The first of these programs that is there, or the one that a variable of the environment names. */
function program(variable, ...names) {
  if (process.env[variable]) return process.env[variable];
  const folders = process.env.PATH.split(delimiter);
  const found = names.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  if (!found) throw new Error(`none of ${names.join(", ")} is there; \`tools/setup.sh screen-reader\` installs what is missing`);
  return found;
}

/** What a program says of its version. */
export const version = (name) => spawnSync(name, ["--version"], { encoding: "utf8" }).stdout.trim();

export class Desktop {
  #folder = mkdtempSync(join(tmpdir(), "which-cause-desktop-"));
  #programs = [];
  #environment;
  #said = 0;

  /** Starts all of it, with a page in the browser. */
  static async open(browser, url) {
    // Orca ends another Orca of the same user.
    if (spawnSync("pgrep", ["-u", String(process.getuid()), "-x", "orca"]).status === 0) {
      throw new Error("Orca runs already: it can run once for each user, and this test needs one of its own");
    }
    const desktop = new Desktop();
    try {
      await desktop.#open(browsers[browser], url);
    } catch (error) {
      await desktop.close();
      throw error;
    }
    return desktop;
  }

  async #open(browser, url) {
    for (const name of ["home", "run", "orca", "profile"]) mkdirSync(this.#path(name), { mode: 0o700 });
    writeFileSync(this.#path("speech"), "");
    copyFileSync(customizations, this.#path("orca/orca-customizations.py"));
    const { DISPLAY, WAYLAND_DISPLAY, DBUS_SESSION_BUS_ADDRESS, AT_SPI_BUS_ADDRESS, ...inherited } = process.env;
    this.#environment = {
      ...inherited,
      HOME: this.#path("home"),
      XDG_RUNTIME_DIR: this.#path("run"),
      TZ: "UTC",
      LANG: "C.UTF-8",
      LC_ALL: "C.UTF-8",
      GNOME_ACCESSIBILITY: "1",
      ACCESSIBILITY_ENABLED: "1",
      NO_AT_BRIDGE: "0",
      GSETTINGS_BACKEND: "memory",
      MOZ_ENABLE_WAYLAND: "0",
      ORCA_SPEECH: this.#path("speech"),
    };
    // Each of the first two says where it can be reached on its third channel.
    const display = await this.#start("Xvfb", ["-displayfd", "3", "-screen", "0", "1000x900x24", "-nolisten", "tcp"]).tells();
    this.#environment.DISPLAY = `:${display}`;
    const bus = this.#start("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=3"]);
    this.#environment.DBUS_SESSION_BUS_ADDRESS = await bus.tells();
    const launcher = busLaunchers.find((it) => existsSync(it));
    if (!launcher) throw new Error(`none of ${busLaunchers.join(", ")} is there; it comes with at-spi2-core`);
    this.#start(launcher, ["--launch-immediately", "--a11y=1", "--screen-reader=1"]);
    this.#start("openbox", []);
    // For a look at why something is not said: ORCA_DEBUG=FILE.
    const log = process.env.ORCA_DEBUG ? ["--debug-file", process.env.ORCA_DEBUG] : [];
    this.#start("orca", ["--user-prefs", this.#path("orca"), ...log]);
    await this.hears(/Screen reader on/);
    this.#start(browser.program(), browser.start(this.#path("profile"), url));
  }

  #path = (name) => join(this.#folder, name);

  /** Starts a program, in a group of processes of its own, with what it prints in a file. */
  #start(name, options) {
    const log = openSync(this.#path(`log-${this.#programs.length}`), "w");
    const child = spawn(name, options, { env: this.#environment, detached: true, stdio: ["ignore", log, log, "pipe"] });
    closeSync(log);
    const failed = new Promise((_, reject) => {
      child.on("error", reject);
      child.on("exit", (code) => reject(new Error(`${name} ended with ${code}; see ${this.#folder}`)));
    });
    failed.catch(() => {});
    this.#programs.push(child);
    const told = new Promise((resolve) => child.stdio[3].once("data", (data) => resolve(String(data).trim())));
    return { tells: () => Promise.race([told, failed]) };
  }

  /** What Orca has written since `#said`: things said, and commands to be silent. */
  #lines() {
    const lines = readFileSync(this.#path("speech"), "utf8").split("\n").slice(0, -1);
    return lines.slice(this.#said).map((line) => JSON.parse(line));
  }

  /** Waits until Orca says something, and passes over all that it has said so far. */
  async hears(what, seconds = 40) {
    for (const end = Date.now() + seconds * 1000; ; await wait(30)) {
      const lines = this.#lines();
      if (lines.some((line) => what.test(line.say ?? ""))) return void (this.#said += lines.length);
      if (Date.now() > end) throw new Error(`nothing like ${what} in ${JSON.stringify(lines)}; see ${this.#folder}`);
    }
  }

  /**
   * Presses keys, one after the other, and gives what Orca says then, until it has been silent for `silence` milliseconds. What is
   * cut off by a command to be silent is marked as such, but for what the keys themselves cut off.
   */
  async presses(keys, silence = 400) {
    this.#said += this.#lines().length;
    const pressed = spawnSync("xdotool", ["key", "--clearmodifiers", ...keys], { env: this.#environment, encoding: "utf8" });
    if (pressed.status !== 0) throw new Error(`xdotool: ${pressed.error ?? pressed.stderr}`);
    const lines = await this.isSilent(silence);
    const stop = lines.findLastIndex((line) => line.stop);
    const said = lines.map(({ say }, at) => say?.trim() && (at < stop ? `(cut off) ${say.trim()}` : say.trim()));
    return said.filter(Boolean);
  }

  /** Waits until Orca has been silent for some milliseconds, and gives what it has written meanwhile. */
  async isSilent(silence) {
    let lines = [];
    for (let last = Date.now(); Date.now() - last < silence; await wait(30)) {
      const now = this.#lines();
      if (now.length > lines.length) [lines, last] = [now, Date.now()];
    }
    return lines;
  }

  /** Ends all of it. */
  async close() {
    const ended = this.#programs.reverse().map((child) => {
      if (child.exitCode !== null || child.signalCode) return;
      const end = new Promise((resolve) => child.once("exit", resolve));
      process.kill(-child.pid, "SIGKILL");
      return end;
    });
    await Promise.all(ended);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
