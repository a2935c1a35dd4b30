/** Texts that are kept for this browser tab, in `sessionStorage`. A browser or a sandbox may forbid that; then nothing is kept. */

/**
 * The text under a key. It is empty where there is none.
 *
 * @param {string} key
 */
export function load(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * Keeps a text under a key. Without a text it forgets the key.
 *
 * @param {string} key
 * @param {string} [text]
 */
export function store(key, text) {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // The quiz works without.
  }
}
