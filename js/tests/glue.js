// Stands in for the glue of the widget's module: it keeps the calls.

/** The hosts of the mounted quizzes, and the calls of their handles. */
export const calls = [];
export const hosts = [];

/** Called by `mount`, where a test may throw an error, and by `unmount`, where it may act as a listener of the page. */
export const behavior = { mount() {}, unmount() {} };

/** The bytes of a module with nothing in it. */
export const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** The modules that were started. */
export const started = [];

export const initSync = ({ module }) => started.push(module);

export function prepare() {}

export function mount(parent, host) {
  hosts.push(host);
  behavior.mount();
  const call = (name) => (argument) => {
    calls.push(argument === undefined ? name : `${name} ${argument}`);
    if (name === "unmount") behavior.unmount();
  };
  return Object.fromEntries(["returnToReader", "changed", "unmount"].map((name) => [name, call(name)]));
}
