// Reads and writes the sections of a WebAssembly module: https://webassembly.github.io/spec/core/binary/modules.html

/** The ids of sections. */
const CUSTOM = 0;
const IMPORT = 2;
const EXPORT = 7;
const CODE = 10;

/** The kind of an import or export that is a function. */
const FUNCTION = 0;

/** The bytes before the first section: the magic number and the version. */
const PREAMBLE = 8;

/** Reads the parts of a module, from some bytes on. */
class Reader {
  position = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    if (this.position >= this.bytes.length) throw new Error("the module is cut off");
    return this.bytes[this.position++];
  }

  /** A number in LEB128: seven bits in each byte, the lowest first, and a bit that says whether another byte follows. */
  number() {
    let number = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = this.byte();
      number += (byte & 0x7f) * 2 ** shift;
    }
    return number;
  }

  /** Bytes after their length. */
  content() {
    const size = this.number();
    const end = this.position + size;
    if (end > this.bytes.length) throw new Error("the module is cut off");
    const content = this.bytes.subarray(this.position, end);
    this.position = end;
    return content;
  }

  name() {
    return new TextDecoder().decode(this.content());
  }
}

/**
 * A number in LEB128.
 *
 * @param {number} number
 * @returns {number[]}
 */
const encodedNumber = (number) =>
  number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...encodedNumber(Math.floor(number / 0x80))];

/**
 * Bytes after their length.
 *
 * @param {Uint8Array} content
 */
const encodedContent = (content) => Buffer.concat([Buffer.from(encodedNumber(content.length)), content]);

/** @param {string} name */
const encodedName = (name) => encodedContent(Buffer.from(name));

/**
 * The sections of a module.
 *
 * @param {Uint8Array} module
 */
function sectionsOf(module) {
  const reader = new Reader(module.subarray(PREAMBLE));
  const sections = [];
  while (reader.position < reader.bytes.length) sections.push({ id: reader.byte(), content: reader.content() });
  return sections;
}

/**
 * A module with these sections.
 *
 * @param {Uint8Array} module The module that the sections are of.
 * @param {{ id: number, content: Uint8Array }[]} sections
 */
const withSections = (module, sections) =>
  Buffer.concat([
    module.subarray(0, PREAMBLE),
    ...sections.flatMap(({ id, content }) => [Buffer.from([id]), encodedContent(content)]),
  ]);

/**
 * A module without its custom sections. They have the names of functions and notes for tools, and no effect on the module's work.
 *
 * @param {Uint8Array} module
 */
export const withoutCustomSections = (module) =>
  withSections(
    module,
    sectionsOf(module).filter(({ id }) => id !== CUSTOM),
  );

/**
 * The content of a module's code section.
 *
 * @param {Uint8Array} module
 */
export function codeOf(module) {
  const code = sectionsOf(module).find(({ id }) => id === CODE);
  if (!code) throw new Error("the module has no code");
  return Buffer.from(code.content);
}

/**
 * A module with other names for its imports and exports. Every import must have a new name; other exports keep their names.
 *
 * @param {Uint8Array} module
 * @param {Record<string, string | false>} names The new names, by the old ones.
 */
export function renamed(module, names) {
  const sections = sectionsOf(module).map(({ id, content }) => {
    if (id === IMPORT) return { id, content: renamedImports(content, names) };
    if (id === EXPORT) return { id, content: renamedExports(content, names) };
    return { id, content };
  });
  return withSections(module, sections);
}

/**
 * @param {Uint8Array} content
 * @param {Record<string, string | false>} names
 */
function renamedImports(content, names) {
  const reader = new Reader(content);
  const count = reader.number();
  const parts = [Buffer.from(encodedNumber(count))];
  for (let i = 0; i < count; i += 1) {
    const [module, name, kind, type] = [reader.name(), reader.name(), reader.byte(), reader.number()];
    if (kind !== FUNCTION) throw new Error(`the module imports ${name}, which is not a function`);
    const short = names[name];
    if (!short) throw new Error(`the module imports ${name}, which its glue does not have`);
    parts.push(encodedName(module), encodedName(short), Buffer.from([kind, ...encodedNumber(type)]));
  }
  return Buffer.concat(parts);
}

/**
 * @param {Uint8Array} content
 * @param {Record<string, string | false>} names
 */
function renamedExports(content, names) {
  const reader = new Reader(content);
  const count = reader.number();
  const parts = [Buffer.from(encodedNumber(count))];
  for (let i = 0; i < count; i += 1) {
    const [name, kind, index] = [reader.name(), reader.byte(), reader.number()];
    parts.push(encodedName(names[name] || name), Buffer.from([kind, ...encodedNumber(index)]));
  }
  return Buffer.concat(parts);
}
