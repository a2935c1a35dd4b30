// Quizzes of any size, made of the shipped one: questions of four choices and "none of these", and causes with all their
// texts. `node bench/grown.mjs FOLDER` writes those down that growth is measured with.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How many questions and causes they have. The check allows 1,000 and 50. */
export const sizes = [5, 50].flatMap((causes) => [10, 100, 1000].map((questions) => ({ questions, causes })));
export const nameOf = ({ questions, causes }) => `${questions}x${causes}.json`;

const shipped = readFileSync(new URL("../quizzes/upper-back-knots.json", import.meta.url), "utf8");

/** What has no picture needs no drawings. */
const plain = (part) => {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part !== "object" || !part) return part;
  const { picture, ...rest } = part;
  const keys = Object.keys(rest);
  // A thing to try is a text where it has no picture.
  if (picture && keys.length === 1 && keys[0] === "text") return rest.text;
  return Object.fromEntries(keys.map((key) => [key, plain(rest[key])]));
};

/** The text of a quiz file of this size. Every cause can get points, and every other question is one of all that fit. */
export function grown({ questions, causes }) {
  const { $schema, drawings, ...file } = plain(JSON.parse(shipped));
  const [like] = file.causes.filter(({ doctor_first }) => !doctor_first);
  const cause = (i) => `c${i % causes}`;
  const choice = (i) => ({
    id: `p${i % 4}`,
    text: `It comes after I have done number ${i} for a while`,
    points: { [cause(i)]: 2, [cause(i + Math.floor(causes / 2))]: 1 },
  });
  const question = (i) => ({
    id: `q${i}`,
    kind: i % 2 ? "all" : "one",
    text: `Of the things in group ${i + 1}, which fits you?`,
    choices: [
      ...[0, 1, 2, 3].map((j) => choice(4 * i + j)),
      { id: "none", text: "None of these", ...(i % 2 ? { exclusive: true } : {}) },
    ],
  });
  const list = (length, make) => Array.from({ length }, (_, i) => make(i));
  return JSON.stringify({
    ...file,
    screens: [],
    flags: [],
    causes: list(causes, (i) => ({ ...like, id: cause(i), label: `${like.label}, ${i + 1}`, short_label: `Cause ${i + 1}` })),
    questions: list(questions, question),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    const text = grown(size);
    writeFileSync(join(folder, nameOf(size)), text);
    console.log(`${nameOf(size)}: ${Buffer.byteLength(text)} bytes`);
  }
}
