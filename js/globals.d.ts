// Types of the things that the build puts in, and of browser features that TypeScript does not know.

/** The folder of the app's files, beside the loader: `which-cause-0123456789/`. Only the loader and the frame have it. */
declare const FOLDER: string;

/** The name of the compiled-in quiz, without an ending. */
declare const QUIZ: string;

/** The language tags of the compiled-in quiz's translations. */
declare const TRANSLATIONS: string[];

/** The text of a style sheet, minified. */
declare module "*.css" {
  const css: string;
  export default css;
}

/** The text of all style sheets of the widget, minified. */
declare module "*/style/widget" {
  const css: string;
  export default css;
}

/** The glue that wasm-bindgen writes for the widget's module, `src/`. */
declare module "which-cause-glue" {
  /** Starts the compiled module. */
  export function initSync(source: { module: WebAssembly.Module }): unknown;

  /** Renders a quiz into an empty element. Throws an `Error` for a quiz of another version; a `RuntimeError` is a panic. */
  export function mount(parent: HTMLElement, host: object): Handle;

  /** Does the work that the first `mount` would wait for. */
  export function prepare(): void;

  /** A mounted quiz. */
  export interface Handle {
    /** Moves the focus to where the reader is, or to the start with nothing picked. */
    returnToReader(restart: boolean): void;
    /** Reads the element's attributes again. */
    changed(): void;
    /** Removes the quiz with its listeners. */
    unmount(): void;
  }
}

interface Navigator {
  /** https://developer.mozilla.org/docs/Web/API/Navigator/connection, in Chromium alone. */
  readonly connection?: { readonly saveData: boolean };
}

declare namespace Intl {
  interface Locale {
    /** https://tc39.es/proposal-intl-locale-info/ */
    getTimeZones?(): string[];
    /** What came before `getTimeZones`. */
    readonly timeZones?: string[];
  }
}

interface Window {
  /** Constructors of another document: a style sheet belongs to the document that it is made in. */
  CSSStyleSheet: typeof CSSStyleSheet;
}
