// Defines <which-cause> by the loader, without a browser.
import { load } from "./load.js";
import { FakeElement, openPage } from "./page.js";

openPage();
globalThis.HTMLElement = class extends FakeElement {
  attachShadow() {
    this.shadowRoot = new FakeElement();
    return this.shadowRoot;
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
};
document.createElement = (name) => Object.assign(new HTMLElement(), { localName: name });
// Node 20 has none.
globalThis.navigator ??= {};
globalThis.fetch = () => Promise.reject(new Error("no network"));
globalThis.customElements = {
  get: () => undefined,
  define: (name, element) => Object.assign(globalThis.customElements, { tagName: name, element }),
};

await load("loader/which-cause.js");

/** The name that the loader defines, and the class. */
export const { tagName, element: WhichCause } = globalThis.customElements;

/** All elements below another one. */
export const descendants = (element) =>
  element.children.flatMap((child) => [child, ...(child.children ? descendants(child) : [])]);
