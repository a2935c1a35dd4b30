// A reader with a screen reader: presses keys, and records the announcements in a transcript.
import assert from "node:assert/strict";

import { Desktop } from "./desktop.mjs";
import { serve } from "./site.mjs";

/** The silence that ends the announcements of a new screen, in milliseconds: the live region follows the heading after a pause. */
const SCREEN_SILENCE = 1300;

/** The transcript shows this many words of the beginning and of the end of a long text. */
const SHOWN_WORDS = 16;

export class Listener {
  /** The transcript: headings, and actions with their announcements. */
  transcript = [];

  static async open(browser, build) {
    const listener = new Listener();
    listener.site = await serve(build);
    try {
      listener.desktop = await Desktop.open(browser, listener.site.url);
      await listener.desktop.waitForAnnouncement(/^Finished loading/);
    } catch (error) {
      listener.site.close();
      throw error;
    }
    return listener;
  }

  async close() {
    this.site.close();
    await this.desktop.close();
  }

  /** Goes to a page of the site, and to its Start button. For `query` and `response` see site.mjs. */
  async opens(query, response) {
    await this.site.goTo(query, response);
    await this.desktop.waitForAnnouncement(/^Finished loading/);
    await this.desktop.waitForSilence(1000);
    await this.findsButton("Start the safety check");
  }

  /** Presses keys and adds the action to the transcript. Returns the announcements. */
  async pressesKeys(action, keys, silence) {
    const announcements = await this.desktop.presses(keys, silence);
    this.transcript.push({ action, announcements });
    return announcements;
  }

  /** Presses a key until an announcement begins with a text. The transcript does not show it. */
  async #finds(key, beginning, most = 20) {
    const passed = [];
    for (let times = 0; times < most; times++) {
      const announcements = await this.desktop.presses([key], 250);
      if (announcements.some((line) => line.startsWith(beginning))) return announcements;
      passed.push(...announcements);
    }
    assert.fail(`the key ${key} never reached “${beginning}”, only ${passed.join(" | ")}`);
  }

  findsButton = (name) => this.#finds("b", name);

  /** Finds a button by its name and presses it. */
  async presses(name, silence = SCREEN_SILENCE) {
    await this.findsButton(name);
    return this.pressesKeys(`Pressed “${name}”`, ["Return"], silence);
  }

  /** Finds a checkbox by its name and ticks it. */
  async ticks(name) {
    await this.#finds("x", name);
    return this.pressesKeys(`Ticked “${name}”`, ["space"]);
  }

  /** Moves to the next control, or to the next line. */
  tabs = () => this.pressesKeys("Tab", ["Tab"]);
  readsOn = () => this.pressesKeys("Down", ["Down"]);

  /** Reads line by line until a line begins with a text. Returns all announcements. */
  async readsOnTo(beginning, most = 80) {
    const { announcements, isFound } = await this.desktop.pressesUntil("Down", beginning, most);
    assert(isFound, `reading on never reached “${beginning}”, only ${announcements.join(" | ")}`);
    this.transcript.push({ action: `Down, down to “${beginning}”`, announcements: [this.#joinLines(announcements)] });
    return announcements;
  }

  /** Joins lines, because their ends depend on the fonts of the machine. Leaves out the lines of the heading at the start. */
  #joinLines(lines) {
    const isHeading = ({ announcements }) => announcements?.[0]?.includes(" heading level ");
    const heading = this.transcript.findLast(isHeading)?.announcements[0] ?? "";
    const afterHeading = lines.findIndex((line) => !heading.includes(line.replace(/\.$/, "")));
    const words = lines.slice(afterHeading).join(" ").split(" ");
    const most = 2 * SHOWN_WORDS + 1;
    return (words.length > most ? [...words.slice(0, SHOWN_WORDS), "…", ...words.slice(-SHOWN_WORDS)] : words).join(
      " ",
    );
  }
}
