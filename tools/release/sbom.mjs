// Software bills of materials in CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
// The same input gives the same bytes: without a serial number, and with the day of the release as the time.

/** @typedef {import("./crates.mjs").Crate} Crate */

/**
 * The bill of materials of something that contains these crates.
 *
 * @param {{ name: string, version: string, description: string, date: string }} root
 * @param {Crate[]} crates
 */
export function sbom({ name, version, description, date }, crates) {
  const components = crates.map(component);
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: `${date}T00:00:00Z`,
      component: {
        type: "application",
        "bom-ref": name,
        name,
        version,
        description,
        licenses: [{ expression: "MIT OR Apache-2.0" }],
      },
    },
    components,
    dependencies: [{ ref: name, dependsOn: components.map((part) => part["bom-ref"]) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** @param {Crate} crate */
function component({ name, version, license, checksum }) {
  const purl = checksum && `pkg:cargo/${name}@${encodeURIComponent(version)}`;
  return {
    type: "library",
    "bom-ref": purl ?? `${name}@${version}`,
    name,
    version,
    licenses: [{ expression: license }],
    ...(purl ? { hashes: [{ alg: "SHA-256", content: checksum }], purl } : {}),
  };
}
