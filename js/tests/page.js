// A page in miniature, for tests of the scripts that run in a quiz's shadow root.

/** An element with attributes, children and a shadow root, as far as the app uses them. */
export class FakeElement extends EventTarget {
  attributes = {};
  children = [];
  style = {};
  hidden = false;
  isConnected = true;
  textContent = "";
  innerText = "";
  adoptedStyleSheets = [];
  ownerDocument = globalThis.document;

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  hasAttribute(name) {
    return name in this.attributes;
  }
  append(...children) {
    for (const child of children) {
      if (typeof child === "string") this.textContent += child;
      else this.children.push(Object.assign(child, { parent: this }));
    }
  }
  appendChild(child) {
    this.append(child);
    return child;
  }
  remove() {
    this.parent.children.splice(this.parent.children.indexOf(this), 1);
  }
  contains(node) {
    return node === this || this.children.includes(node);
  }
  closest() {
    return null;
  }
  focus() {
    this.hasFocus = true;
  }
  getRootNode() {
    return {};
  }
  querySelectorAll(selector) {
    const [name, state] = selector.split(":");
    return this.children.filter(({ className, hasFocus }) => "." + className === name && (!state || hasFocus));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

/** Sets the globals of a browser. */
export function openPage() {
  class CSSStyleSheet {
    replaceSync() {}
  }
  const document = new EventTarget();
  Object.assign(document, {
    baseURI: "https://example.org/",
    documentElement: { lang: "en" },
    defaultView: { CSSStyleSheet, performance },
    createElement: () => new FakeElement(),
    createTreeWalker: () => ({ nextNode: () => null }),
  });
  Object.assign(globalThis, {
    window: globalThis,
    CSSStyleSheet,
    document,
    location: new URL("https://example.org/"),
    NodeFilter: { SHOW_TEXT: 4 },
    getSelection: () => null,
    getComputedStyle: () => ({ colorScheme: "light" }),
    addEventListener() {},
    removeEventListener() {},
    IntersectionObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
}

/** A <which-cause> element with the facade in its shadow root. */
export function createQuizElement(attributes = {}) {
  const element = new FakeElement();
  const facade = new FakeElement();
  const button = new FakeElement();
  element.attributes = attributes;
  element.shadowRoot = new FakeElement();
  element.shadowRoot.append(Object.assign(facade, { className: "frame" }));
  element.shadowRoot.append(Object.assign(button, { className: "primary" }));
  return { element, root: element.shadowRoot, facade, button };
}
