// A desktop with a screen reader, apart from the user's own desktop: a virtual display, a session bus, a home folder, a window
// manager, Orca and a browser. Orca writes its announcements into a file (orca-customizations.py). xdotool presses keys like a
// keyboard.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const customizations = fileURLToPath(new URL("orca-customizations.py", import.meta.url));
const busLaunchers = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"];

/** How to start each browser, with a profile that shows no welcome page. */
export const browsers = {
  firefox: {
    program: () => program("FIREFOX", "firefox-esr", "firefox"),
    start(profile, url) {
      const preferences = {
        // Accessibility is always on.
        "accessibility.force_disabled": -1,
        "app.update.enabled": false,
        "browser.aboutwelcome.enabled": false,
        // Orca would say that a new tab has loaded in the background.
        "browser.newtab.preload": false,
        "browser.preonboarding.enabled": false,
        "browser.shell.checkDefaultBrowser": false,
        "browser.startup.homepage_override.mstone": "ignore",
        "browser.translations.automaticallyPopup": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "termsofuse.bypassNotification": true,
        "trailhead.firstrun.didSeeAboutWelcome": true,
      };
      const lines = Object.entries(preferences).map(
        ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
      );
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

/** The program that an environment variable names, or else the first that is installed. */
function program(variable, ...names) {
  if (process.env[variable]) return process.env[variable];
  const folders = process.env.PATH.split(delimiter);
  const found = names.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  if (!found) throw new Error(`none of ${names.join(", ")} is installed; run \`tools/setup.sh screen-reader\``);
  return found;
}

/** The version that a program prints. */
export const version = (name) => spawnSync(name, ["--version"], { encoding: "utf8" }).stdout.trim();

export class Desktop {
  #folder = mkdtempSync(join(tmpdir(), "which-cause-desktop-"));
  #programs = [];
  #environment;
  /** The number of lines that were read from Orca's file. */
  #read = 0;

  /** Starts the desktop, with a page in the browser. */
  static async open(browser, url) {
    // Orca ends another Orca of the same user.
    if (spawnSync("pgrep", ["-u", String(process.getuid()), "-x", "orca"]).status === 0) {
      throw new Error("Orca is already running; it runs once for each user, and this test starts its own");
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
    // The display and the bus print their addresses on file descriptor 3.
    const display = await this.#start("Xvfb", [
      "-displayfd",
      "3",
      "-screen",
      "0",
      "1000x900x24",
      "-nolisten",
      "tcp",
    ]).firstOutput();
    this.#environment.DISPLAY = `:${display}`;
    const bus = this.#start("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=3"]);
    this.#environment.DBUS_SESSION_BUS_ADDRESS = await bus.firstOutput();
    const launcher = busLaunchers.find((path) => existsSync(path));
    if (!launcher) throw new Error(`none of ${busLaunchers.join(", ")} is installed; install at-spi2-core`);
    this.#start(launcher, ["--launch-immediately", "--a11y=1", "--screen-reader=1"]);
    this.#start("openbox", []);
    // ORCA_DEBUG=FILE writes a log that explains a missing announcement.
    const log = process.env.ORCA_DEBUG ? ["--debug-file", process.env.ORCA_DEBUG] : [];
    this.#start("orca", ["--user-prefs", this.#path("orca"), ...log]);
    await this.waitForAnnouncement(/Screen reader on/);
    this.#start(browser.program(), browser.start(this.#path("profile"), url));
  }

  #path = (name) => join(this.#folder, name);

  /** Starts a program in its own process group. Its output goes into a file. */
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
    const output = new Promise((resolve) => child.stdio[3].once("data", (data) => resolve(String(data).trim())));
    return { firstOutput: () => Promise.race([output, failed]) };
  }

  /** The new lines of Orca's file: announcements, and commands to be silent. */
  #newLines() {
    const lines = readFileSync(this.#path("speech"), "utf8").split("\n").slice(0, -1);
    return lines.slice(this.#read).map((line) => JSON.parse(line));
  }

  /** Waits for an announcement, and skips everything that was announced until then. */
  async waitForAnnouncement(pattern, seconds = 40) {
    for (const end = Date.now() + seconds * 1000; ; await wait(30)) {
      const lines = this.#newLines();
      if (lines.some((line) => pattern.test(line.say ?? ""))) return void (this.#read += lines.length);
      if (Date.now() > end)
        throw new Error(`no announcement matches ${pattern}: ${JSON.stringify(lines)}; see ${this.#folder}`);
    }
  }

  /**
   * Presses keys, one after the other. Returns the announcements until Orca has been silent for `silence` milliseconds.
   * Announcements that a later command silences are marked as cut off.
   */
  async presses(keys, silence = 400) {
    this.#read += this.#newLines().length;
    this.#press(keys);
    const lines = await this.waitForSilence(silence);
    const stop = lines.findLastIndex((line) => line.stop);
    const announcements = lines.map(({ say }, i) => say?.trim() && (i < stop ? `(cut off) ${say.trim()}` : say.trim()));
    return announcements.filter(Boolean);
  }

  /**
   * Presses a key until an announcement begins with a text, at most so many times. Returns all announcements until Orca is
   * silent, and whether one begins with the text. A late announcement of one press may come after the next press, so a short
   * silence is enough between them.
   */
  async pressesUntil(key, beginning, most) {
    this.#read += this.#newLines().length;
    const announcements = () => this.#newLines().flatMap(({ say }) => say?.trim() || []);
    const isFound = () => announcements().some((line) => line.startsWith(beginning));
    for (let times = 0; times < most && !isFound(); times++) {
      const before = announcements().length;
      this.#press([key]);
      for (const end = Date.now() + 1000; announcements().length === before && Date.now() < end;) await wait(10);
      await this.waitForSilence(100);
    }
    await this.waitForSilence(250);
    return { announcements: announcements(), isFound: isFound() };
  }

  #press(keys) {
    const pressed = spawnSync("xdotool", ["key", "--clearmodifiers", ...keys], {
      env: this.#environment,
      encoding: "utf8",
    });
    if (pressed.status !== 0) throw new Error(`xdotool: ${pressed.error ?? pressed.stderr}`);
  }

  /** Waits until Orca has been silent for some milliseconds. Returns the lines until then. */
  async waitForSilence(silence) {
    let lines = [];
    for (let last = Date.now(); Date.now() - last < silence; await wait(30)) {
      const now = this.#newLines();
      if (now.length > lines.length) [lines, last] = [now, Date.now()];
    }
    return lines;
  }

  /** Ends every program and removes the files. */
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
