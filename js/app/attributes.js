/**
 * The element's attributes and the language around it. An invalid value counts as absent, and the console names it once for the
 * owner of the page.
 */
import { webUrl } from "./course.js";
import { canonicalTag } from "./language-tags.js";

/**
 * @typedef {object} Rule
 * @property {(value: string) => unknown} isValid
 * @property {string} expected What a valid value is, in words.
 */

/** The values of the attributes that have a fixed list of them. The first is the default. */
export const VALUES = {
  theme: ["auto", "light", "dark"],
  loading: ["lazy", "eager"],
  report: ["steps", "result"],
};

/**
 * @param {string[]} values
 * @returns {Rule}
 */
const oneOf = (values) => ({
  isValid: (value) => values.includes(value),
  expected: values.join(", ").replace(/, (\w+)$/, " or $1"),
});

/**
 * The rules for values. An attribute that is not here can have any value.
 *
 * @type {Record<string, Rule>}
 */
export const RULES = {
  translations: {
    isValid: (value) => value.split(/\s+/).every(canonicalTag),
    expected: "language tags with spaces between them, like es pt-BR",
  },
  course: { isValid: webUrl, expected: "an address of the web" },
  region: { isValid: (value) => /^[a-z]{2}$/i.test(value), expected: "two letters, like GB" },
  lang: { isValid: canonicalTag, expected: "a language tag, like en-GB" },
  theme: oneOf(VALUES.theme),
  loading: oneOf(VALUES.loading),
  report: oneOf(VALUES.report),
};

/**
 * The invalid values that the console has named, by element and attribute.
 *
 * @type {WeakMap<Element, Record<string, string>>}
 */
const warned = new WeakMap();

/**
 * The value of an attribute, without space around it. It is undefined if the value is empty or invalid.
 *
 * @param {Element} element
 * @param {string} name
 * @returns {string | undefined}
 */
export function read(element, name) {
  const value = element.getAttribute(name)?.trim();
  const rule = RULES[name];
  if (!value || !rule || rule.isValid(value)) return value || undefined;
  const before = warned.get(element) ?? {};
  if (before[name] !== value) warn(`${name}="${value}" counts as absent: it has to be ${rule.expected}`);
  warned.set(element, { ...before, [name]: value });
}

/**
 * Names every invalid value in the console.
 *
 * @param {Element} element
 */
export function checkAttributes(element) {
  for (const name in RULES) read(element, name);
}

/**
 * The language around an element, as a canonical tag: the nearest `lang`, also outside the shadow roots that the element is in.
 *
 * @param {Element} element
 */
export function language(element) {
  /** @type {any} A node is an element, a shadow root or the document. */
  let node = element;
  for (; node; node = node.parentNode ?? node.host) {
    const lang = node === element ? read(element, "lang") : node.lang;
    const tag = lang && canonicalTag(lang);
    if (tag) return tag;
  }
}

/**
 * Warns the owner of the page in the console.
 *
 * @param {string} message
 */
export const warn = (message) => console.warn(`<which-cause>: ${message}`);
