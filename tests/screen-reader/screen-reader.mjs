// Takes the quiz with a screen reader and compares its announcements: `make test-screen-reader`, or
// node --test-reporter=spec tests/screen-reader/screen-reader.mjs [BUILD] [BROWSER…].
//
// Orca and the browsers are real. Orca writes its announcements into a file. The test presses keys and compares every announcement,
// so an additional one fails too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { browsers } from "./desktop.mjs";
import { Listener } from "./listener.mjs";
import { accepted, write } from "./transcript.mjs";

const [build = "dist", ...wanted] = process.argv.slice(2);
const chosen = wanted.length ? wanted : Object.keys(browsers);

const first = [
  "First, is any of this happening with your pain? heading level 2.",
  "Safety check 1 of 3. Most upper back pain isn't serious. We ask so that anyone who needs fast help gets it. Tick all that fit.",
];
const error = ["Error: Tick all that fit, or tick “None of these” to go on. heading level 3."];

const transcripts = {};
/** Whether a test failed. Its section of the transcript is not whole then. */
let isIncomplete = false;

/**
 * On a busy machine, and in focus mode, Orca leaves out that a text is a heading, with its level. The browser tests check roles and
 * levels, so nothing here depends on them.
 */
const withoutLevel = (text) => text.replaceAll(/([.?!])? heading level \d\./g, (_, end) => end ?? ".");

/** Compares announcements, except the levels of headings. */
const hears = (actual, expected) => assert.deepEqual(actual.map(withoutLevel), expected.map(withoutLevel));

for (const browser of chosen) {
  describe(`in ${browser}`, () => {
    let reader;
    before(async () => (reader = await Listener.open(browser, build)));
    after(async () => {
      if (!reader) return;
      transcripts[browser] = reader.transcript;
      await reader.close();
    });

    /** A test with a section in the transcript. */
    const announces = (what, run) =>
      test(what, async () => {
        reader.transcript.push({ heading: what });
        await run().catch((error) => {
          isIncomplete = true;
          throw error;
        });
      });

    announces("the first screen: question, progress and hint", async () => {
      await reader.opens("");
      hears(await reader.presses("Start the safety check"), first);
    });

    announces("choices: their number, and whether each is ticked", async () => {
      assert.deepEqual(await reader.tabs(), [
        "List with 11 items.",
        "Pain, tightness or pressure in my chest check box not checked.",
      ]);
      assert.deepEqual(await reader.pressesKeys("Space", ["space"]), ["checked"]);
      assert.deepEqual(await reader.pressesKeys("Space", ["space"]), ["not checked"]);
    });

    announces("Next without an answer: the error message, then the choices", async () => {
      hears(withoutLeaving(await reader.presses("Next")), error);
      assert.deepEqual(await reader.tabs(), [
        "List with 11 items.",
        "Pain, tightness or pressure in my chest check box not checked.",
      ]);
      hears(withoutLeaving(await reader.presses("Next")), error);
    });

    announces("an emergency card", async () => {
      await reader.ticks("Pain, tightness or pressure in my chest");
      hears(await reader.presses("Next"), [
        "Call 112 or go to the nearest emergency department now heading level 2.",
        "You ticked something that can need help fast. It may turn out to be nothing bad, but please don't wait to find out, and don't " +
          "drive yourself. Call 112. Somewhere else? Call the emergency number of the country you're in. You ticked: Pain, tightness or " +
          "pressure in my chest. We've stopped the quiz here so you can get help.",
      ]);
      const text = await reader.readsOnTo("I ticked that by mistake");
      assert.match(
        text[0],
        /^(now|emergency department now|department now)\.$/,
        "the second line of the heading is next",
      );
      assert.match(
        text.join(" "),
        /You ticked something that can need help fast\. .* Call 112 link\. Somewhere else\? .* You ticked: /,
      );
    });

    announces("a tick that is taken back: its screen again", async () => {
      hears(await reader.presses("I ticked that by mistake"), first);
    });

    announces("Back from the first screen: the Start button", async () => {
      hears(await reader.presses("Back"), ["Start the safety check push button."]);
      hears(await reader.presses("Start the safety check"), first);
    });

    announces("an urgent card", async () => {
      await reader.opens("?case=T2-posture-textbook&at=check");
      hears(await reader.presses("Start the safety check"), [
        "Next, do any of these fit you? heading level 2.",
        "Safety check 2 of 3. These are things a person should check, not a quiz. Tick all that fit.",
      ]);
      await reader.ticks("Fever, chills, night sweats, or losing weight without trying");
      const [heading, card, ...more] = await reader.presses("Next");
      hears([heading], ["Please speak to a doctor today heading level 2."]);
      assert.match(card, /You ticked: Fever, chills, night sweats, or losing weight without trying\. .*\.$/);
      assert.deepEqual(more, []);
    });

    announces("a question: picture, choices and positions", async () => {
      await reader.opens("?case=T2-posture-textbook&at=where");
      hears(await reader.presses("Start the safety check"), [
        "Where do your knots bother you most? heading level 2.",
        "Question 1 of 11. Pick the one that fits best.",
      ]);
      const text = await reader.readsOnTo("On both sides, about the same");
      assert.deepEqual(text.slice(-5), [
        "Pick the one that fits best.",
        "An upper back seen from behind, with the places that can be picked. image.",
        "On both sides, about the same.",
        "selected radio button",
        "1 of 4.",
      ]);
    });

    announces("Enter on a choice: the next question; Back: the one before", async () => {
      await reader.tabs();
      hears(await reader.pressesKeys("Enter", ["Return"], 1300), [
        "When does it tend to build up? heading level 2.",
        "Question 2 of 11. Pick the one that fits best.",
      ]);
      hears(await reader.presses("Back"), [
        "Where do your knots bother you most? heading level 2.",
        "Question 1 of 11. Pick the one that fits best.",
      ]);
    });

    announces("a result: bars, and a message after each copy", async () => {
      await reader.opens("?case=T2-posture-textbook&at=history");
      await reader.presses("Start the safety check");
      hears(await reader.presses("See my results"), [
        "Your answers lean toward: Head forward, shoulders rounded heading level 2.",
      ]);
      const text = await reader.readsOnTo("A longer bar means");
      const bars = text.slice(text.indexOf("List with 5 items.") + 1, text.indexOf("leaving list."));
      assert.deepEqual(bars.slice(0, 2), ["Posture.", "Many of your answers fit."]);
      assert.equal(bars.filter((line) => / of your answers fit/.test(line)).length, 5);
      const copied = ["Copied. You can paste it into a message or a note."];
      hears(await reader.presses("Copy as text"), copied);
      assert.deepEqual(await reader.pressesKeys("Enter", ["Return"], 1300), copied);
      assert.deepEqual(await reader.pressesKeys("Enter", ["Return"], 1300), copied);
    });

    announces("a result with a visit card", async () => {
      await reader.opens("?case=T1-thyroid-textbook&at=history");
      await reader.presses("Start the safety check");
      const [heading, card, ...more] = await reader.presses("See my results");
      hears([heading], ["Worth booking a visit heading level 2."]);
      assert.match(card, /Take this list with you: .* Book sooner if it gets worse, or if something new starts\.$/);
      assert.deepEqual(more, []);
      const text = await reader.readsOnTo("Your answers lean");
      assert.equal(text[0], card.slice(0, text[0].length), "the card is read again by line");
    });

    announces("collapsed causes", async () => {
      await reader.opens("?case=M1-desk-mixed&at=history");
      await reader.presses("Start the safety check");
      hears(await reader.presses("See my results"), ["Your answers point to more than one thing heading level 2."]);
      const text = await reader.readsOnTo("Head forward, shoulders rounded Some of your answers fit");
      assert.match(text.at(-1), /collapsed/);
      assert.match((await reader.pressesKeys("Enter", ["Return"])).join(" "), /expanded/);
      assert.match((await reader.pressesKeys("Enter", ["Return"])).join(" "), /collapsed/);
    });

    announces("a change of language: the same screen, with whole words", async () => {
      await reader.opens("?case=T2-posture-textbook&at=now");
      await reader.presses("Start the safety check");
      hears(await reader.pressesKeys("F8, which changes the language to German", ["F8"], 1300), [
        "Zuerst: Tritt zusammen mit Ihren Schmerzen etwas davon auf? heading level 2.",
        "Sicherheitscheck 1 von 3. Schmerzen im oberen Rücken sind meistens nichts Ernstes. Wir fragen, damit alle, die schnell " +
          "Hilfe brauchen, sie auch bekommen. Kreuzen Sie alles an, was zutrifft.",
      ]);
      const text = await reader.readsOnTo("Weiter");
      assert.deepEqual(brokenWords(text, "upper-back-knots.de.json"), []);
    });

    announces("a slow start: the loading message, then the quiz", async () => {
      await reader.opens("", 3000);
      hears(await reader.presses("Start the safety check", 4000), ["Starting…", ...first]);
    });

    announces("a failed start: the message", async () => {
      await reader.opens("", "missing");
      hears(await reader.presses("Start the safety check"), ["The quiz could not start. Please try again."]);
    });

    test("an empty live region is not announced", async () => {
      await reader.opens("");
      await reader.desktop.presses(["shift+h"]);
      const lines = [
        ...reader.transcript.flatMap(({ announcements = [] }) => announcements),
        ...(await reader.readsOnTo("Start the safety check")),
      ];
      assert.deepEqual(
        lines.filter((line) => /status ?bar/.test(line)),
        [],
      );
    });
  });
}

/** The words of some lines that the quiz file does not have: parts of words that were broken at the end of a line. */
function brokenWords(lines, file) {
  const words = (text) => text.match(/\p{L}+/gu) ?? [];
  const whole = new Set(words(readFileSync(new URL(`../../quizzes/${file}`, import.meta.url), "utf8")));
  const roles = new Set(words("heading level list with items check box not checked push button leaving"));
  return lines.flatMap(words).filter((word) => !whole.has(word) && !roles.has(word.toLowerCase()));
}

/** The announcements without "leaving …": Chromium announces that an error message is outside the list. */
const withoutLeaving = (announcements) => announcements.filter((line) => !line.startsWith("leaving "));

test(`the announcements are those of ${accepted}`, (context) => {
  if (isIncomplete) return context.skip("a test failed, so the transcript is not whole");
  if (chosen.length < Object.keys(browsers).length) return context.skip("the transcript needs all browsers");
  const { page, expected } = write(transcripts);
  if (expected === undefined)
    return context.skip("the transcript is of other versions; `make accept-transcript` accepts the new one");
  assert.equal(withoutLevel(page), withoutLevel(expected), "if the change is intended, run `make accept-transcript`");
});
