// A reader who hears the page: what they do by the keys of their screen reader, and what they hear then. All of it is written down.
import assert from "node:assert/strict";

import { Desktop } from "./desktop.mjs";
import { serve } from "./site.mjs";

/** How long a screen reader may be silent in between, in milliseconds: what stands under a heading is announced some time after it. */
const WHILE_A_SCREEN_COMES = 1300;

/** The most words that the transcript shows of either end of a text. */
const MOST_WORDS = 16;

export class Listener {
  /** What was done and what was heard, in order: each a heading, or something done with the lines that were heard. */
  transcript = [];

  static async open(browser, build) {
    const listener = new Listener();
    listener.site = await serve(build);
    try {
      listener.desktop = await Desktop.open(browser, listener.site.url);
      await listener.desktop.hears(/^Finished loading/);
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

  /** Goes to a page, and to the Start button on it. `query` and `answer` are the site's. */
  async comesTo(query, answer) {
    await this.site.goTo(query, answer);
    await this.desktop.hears(/^Finished loading/);
    await this.desktop.isSilent(1000);
    await this.findsButton("Start the safety check");
  }

  /** Does what is written down as `what` by pressing keys, and gives what is heard. */
  async does(what, keys, silence) {
    const heard = await this.desktop.presses(keys, silence);
    this.transcript.push({ what, heard });
    return heard;
  }

  /** Presses a key again and again until something is heard that begins so; none of it is written down. */
  async #finds(key, beginning, most = 20) {
    const passed = [];
    for (let times = 0; times < most; times++) {
      const heard = await this.desktop.presses([key], 250);
      if (heard.some((line) => line.startsWith(beginning))) return heard;
      passed.push(...heard);
    }
    assert.fail(`${key} never came to “${beginning}”; it came by ${passed.join(" | ")}`);
  }

  findsButton = (name) => this.#finds("b", name);

  /** Presses a button that is found by name. */
  async presses(name, silence = WHILE_A_SCREEN_COMES) {
    await this.findsButton(name);
    return this.does(`Pressed “${name}”`, ["Return"], silence);
  }

  /** Ticks a box that is found by name. */
  async ticks(name) {
    await this.#finds("x", name);
    return this.does(`Ticked “${name}”`, ["space"]);
  }

  /** Goes to the next control, or to the next line. */
  tabs = () => this.does("Tab", ["Tab"]);
  readsOn = () => this.does("Down", ["Down"]);

  /** Reads on by line until a line begins so; gives all that was heard. */
  async readsOnTo(beginning, most = 80) {
    const all = [];
    for (let lines = 0; lines < most; lines++) {
      const heard = await this.desktop.presses(["Down"], 250);
      all.push(...heard);
      if (heard.some((line) => line.startsWith(beginning))) {
        this.transcript.push({ what: `Down, down to “${beginning}”`, heard: [this.#asOneText(all)] });
        return all;
      }
    }
    assert.fail(`Down never came to “${beginning}”; it came by ${all.join(" | ")}`);
  }

  /** Lines as one text, without the heading's own at their start: where a line ends depends on the fonts of the machine. */
  #asOneText(lines) {
    const heading = this.transcript.findLast(({ heard }) => heard?.[0]?.includes(" heading level "))?.heard[0] ?? "";
    const behind = lines.findIndex((line) => !heading.includes(line.replace(/\.$/, "")));
    const words = lines.slice(behind).join(" ").split(" ");
    const most = 2 * MOST_WORDS + 1;
    return (words.length > most ? [...words.slice(0, MOST_WORDS), "…", ...words.slice(-MOST_WORDS)] : words).join(" ");
  }
}
