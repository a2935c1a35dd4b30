// Generates quizzes of any size from the five-cause quiz. Each question has four choices and "none of these", and each cause
// has all its texts. `node bench/generate-quizzes.mjs FOLDER` writes the quizzes of the growth benchmark.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The numbers of questions and causes. A quiz file may have 1,000 and 50 at most. */
export const sizes = [5, 50].flatMap((causes) => [10, 100, 1000].map((questions) => ({ questions, causes })));
export const fileName = ({ questions, causes }) => `${questions}x${causes}.json`;

const shipped = readFileSync(new URL("../quizzes/upper-back-knots.json", import.meta.url), "utf8");

/** Removes the pictures, so that the quiz needs no drawings file. */
const withoutPictures = (part) => {
  if (Array.isArray(part)) return part.map(withoutPictures);
  if (typeof part !== "object" || !part) return part;
  const { picture, ...rest } = part;
  const keys = Object.keys(rest);
  // A suggestion without a picture is a plain text.
  if (picture && keys.length === 1 && keys[0] === "text") return rest.text;
  return Object.fromEntries(keys.map((key) => [key, withoutPictures(rest[key])]));
};

/** The text of a quiz file of this size. Every cause can get points, and every second question is of kind `all`. */
export function generateQuiz({ questions, causes }) {
  const { $schema, drawings, ...file } = withoutPictures(JSON.parse(shipped));
  const [template] = file.causes.filter(({ doctor_first }) => !doctor_first);
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
    causes: list(causes, (i) => ({
      ...template,
      id: cause(i),
      label: `${template.label}, ${i + 1}`,
      short_label: `Cause ${i + 1}`,
    })),
    questions: list(questions, question),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    const text = generateQuiz(size);
    writeFileSync(join(folder, fileName(size)), text);
    console.log(`${fileName(size)}: ${Buffer.byteLength(text)} bytes`);
  }
}
