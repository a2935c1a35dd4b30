/**
 * What the element's attributes say, and the language around it. A value that does not fit counts as absent, and the
 * page's owner is told so, once.
 */
import { ofTheWeb } from "./course.js";
import { canonicalTag } from "./language-tags.js";

/** Whether an attribute's value fits, and what it has to be like. One that does not fit counts as absent. */
export const fits = {
  translations: [(value) => value.split(/\s+/).every(canonicalTag), "language tags with spaces between them, like es pt-BR"],
  course: [ofTheWeb, "an address of the web"],
  region: [(value) => /^[a-z]{2}$/i.test(value), "two letters, like GB"],
  lang: [canonicalTag, "a language tag, like en-GB"],
  theme: [(value) => /^(auto|light|dark)$/.test(value), "auto, light or dark"],
  loading: [(value) => /^(lazy|eager)$/.test(value), "lazy or eager"],
  report: [(value) => /^(steps|result)$/.test(value), "steps or result"],
};

/** The values that have been warned of, by element. */
const warned = new WeakMap();

/** An attribute's value without space around it; nothing where it is empty or does not fit. */
export function read(element, name) {
  const value = element.getAttribute(name)?.trim();
  const [fit, like] = fits[name] ?? [];
  if (!value || !fit || fit(value)) return value || undefined;
  const before = warned.get(element) ?? {};
  if (before[name] !== value) warn(`${name}="${value}" counts as absent: it has to be ${like}`);
  warned.set(element, { ...before, [name]: value });
}

/** The language around an element, also from outside the shadow roots it is in, as a canonical tag. */
export function language(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) {
    const lang = at === element ? read(element, "lang") : at.lang;
    const tag = lang && canonicalTag(lang);
    if (tag) return tag;
  }
}

/** Tells the page's owner, in the console, of something on an element that is not as it should be. */
export const warn = (message) => console.warn(`<which-cause>: ${message}`);
