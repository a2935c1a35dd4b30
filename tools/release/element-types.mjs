// The types of the element for TypeScript, and its description for JetBrains' editors. Both come from js/custom-elements.json.
import { readFileSync } from "node:fs";

/** @param {string} text @param {string} indent */
const comment = (text, indent) => `${indent}/** ${text} */\n`;

/** A name as a key of a type: in quotes if it has a hyphen. @param {string} name */
const key = (name) => (/^\w+$/.test(name) ? name : `"${name}"`);

/** The members of a kind. @param {any[]} members @param {string} kind */
const ofKind = (members, kind) => members.filter((member) => member.kind === kind);

/** The Custom Elements Manifest, with the path of the loader in the package. @param {string} folder */
export function manifest(folder) {
  const manifest = JSON.parse(readFileSync("js/custom-elements.json", "utf8"));
  for (const module of manifest.modules) {
    const path = folder + module.path;
    for (const { declaration } of module.exports) declaration.module = path;
    module.path = path;
  }
  return manifest;
}

/** The element's declaration in a manifest. @param {any} manifest */
const elementOf = ({ modules }) => modules[0].declarations[0];

/**
 * The declarations of the npm package: the element, its attributes and events, and the function that loads it.
 *
 * @param {any} manifest
 */
export function typeDeclarations(manifest) {
  const { name: element, tagName, description, attributes, members, events } = elementOf(manifest);
  /** @param {any[]} items @param {(item: any) => string} declaration @param {string} [indent] */
  const list = (items, declaration, indent = "  ") =>
    items.map((item) => `${comment(item.description, indent)}${indent}${declaration(item)};\n`).join("");
  const fields = ofKind(members, "field");
  const methods = ofKind(members, "method");
  return `// Made from custom-elements.json.

${comment(description, "")}export interface ${element} extends HTMLElement {
${list(fields, ({ name, type }) => `${name}: ${type.text}`)}
${list(methods, (method) => `${method.name}(): ${method.return.type.text}`)}}

/** The attributes of \`<${tagName}>\`, as templates write them. */
export interface ${element}Attributes {
${list(attributes, ({ name, type }) => `${key(name)}?: ${type.text}`)}}

/** The events of \`<${tagName}>\`, by their names. They bubble. */
export interface ${element}EventMap {
${list(events, ({ name, type }) => `${key(name)}: ${type.text}`)}}

/** Listeners of these events, as React 19 and Svelte 5 name them: \`on${events[0].name}\`. */
export type ${element}Listeners = {
  [Name in keyof ${element}EventMap as \`on\${Name}\`]?: (event: ${element}EventMap[Name]) => void;
};

/**
 * Defines \`<${tagName}>\`: imports the loader from the folder of your site that has the widget's files. Call it in the browser.
 *
 * @param folder The folder's address. It may be relative to the page. The default is \`/${tagName}/\`.
 * @returns Fulfilled when the element is defined. Rejected if the loader does not arrive.
 */
export function loadWhichCause(folder?: string | URL): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "${tagName}": ${element};
  }
  interface GlobalEventHandlersEventMap extends ${element}EventMap {}
}
`;
}

/**
 * The element in the format of JetBrains' editors: https://github.com/JetBrains/web-types
 *
 * @param {any} manifest
 * @param {string} version
 */
export function webTypes(manifest, version) {
  const element = elementOf(manifest);
  /** @param {any} item */
  const described = ({ name, description }) => ({ name, description });
  /** @param {any} item */
  const typed = (item) => ({ ...described(item), type: item.type.text });
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name: element.tagName,
    version,
    "js-types-syntax": "typescript",
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: [
          {
            name: element.tagName,
            description: element.description,
            attributes: element.attributes.map((/** @type {any} */ attribute) => ({
              ...described(attribute),
              ...(attribute.default ? { default: attribute.default } : {}),
              value: { type: attribute.type.text, required: attribute.type.text !== "boolean" },
            })),
            slots: element.slots.map(described),
            js: {
              properties: ofKind(element.members, "field").map(typed),
              events: element.events.map(typed),
            },
            css: {
              properties: element.cssProperties.map((/** @type {any} */ property) => ({
                ...described(property),
                default: property.default,
              })),
              parts: element.cssParts.map(described),
            },
          },
        ],
      },
    },
  };
}
