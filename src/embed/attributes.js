/**
 * What the element's attributes say, and the language around it. A value that does not fit counts as absent, and the
 * page's owner is told so, once.
 */

/** An address of the web, or one without a scheme. */
const address = /^(https?:|[^:]*([/?#]|$))/i;

/** What an attribute's value has to look like; another counts as absent. */
export const fits = {
  quiz: address,
  translations: /^(\s*[a-z]{2,3}(-[a-z\d]{1,8})*(?=\s|$))+\s*$/i,
  course: address,
  region: /^[a-z]{2}$/i,
  lang: /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i,
  theme: /^(auto|light|dark)$/,
  loading: /^(lazy|eager)$/,
  report: /^(steps|result)$/,
};

/** The values that have been warned of, by element. */
const warned = new WeakMap();

/** An attribute's value; nothing where it is empty or does not fit. */
export function read(element, name) {
  const value = element.getAttribute(name);
  if (!value || !fits[name] || fits[name].test(value)) return value || undefined;
  const before = warned.get(element) ?? {};
  if (before[name] !== value) {
    warn(`${name}="${value}" counts as absent: it has to be like ${fits[name]}`);
  }
  warned.set(element, { ...before, [name]: value });
}

/** The language around an element, also from outside the shadow roots it is in. */
export function language(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) {
    const lang = at === element ? read(element, "lang") : at.lang;
    if (lang) return lang;
  }
}

/** Tells the page's owner, in the console, of something on an element that is not as it should be. */
export const warn = (message) => console.warn(`<which-cause>: ${message}`);
