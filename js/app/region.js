/**
 * The region where a reader is, for emergency numbers: by the time zone of the device. If that names no place, by the element's
 * `region`, else by the language around the element. Nobody is asked and nothing is sent.
 */
import { language, read, warn } from "./attributes.js";
import { zones } from "./time-zones.js";

/**
 * A region as ISO 3166 has it. Many owners write UK, also in `lang`, and WebKit leaves that as it is.
 *
 * @param {string | undefined} region
 */
const canonical = (region) => region?.toUpperCase().replace("UK", "GB");

/**
 * The region in a language tag. It is undefined for a tag without a region.
 *
 * @param {string} [tag]
 */
function regionOfLanguage(tag = "") {
  try {
    return canonical(new Intl.Locale(tag).region);
  } catch {
    return undefined;
  }
}

/** The regions of time zones, each looked up once. @type {Map<string, string | undefined>} */
const found = new Map();

/** Firefox and the Tor Browser give this time zone when they hide the real one: https://github.com/arkenfox/user.js/issues/1857 */
const HIDDEN = "Atlantic/Reykjavik";

/** Zones that are in no region: `Etc/UTC`, and those without an area, such as `UTC` and `CET`. */
const NO_PLACE = /^(Etc\/|[^/]*$)/;

/**
 * The device's time zone. The first lookup takes up to 60 milliseconds on a slow phone, so warm-up.js makes it while the page is idle.
 * `Temporal` has a time zone at once, but in Chromium 156 not always that of the device.
 */
export const deviceTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? HIDDEN;

/** The device's time zone, if it is that of a place. */
function zoneOfPlace() {
  const timeZone = deviceTimeZone();
  return timeZone === HIDDEN || NO_PLACE.test(timeZone) ? undefined : timeZone;
}

/**
 * The region of a time zone, out of those that a quiz knows.
 *
 * @param {string} timeZone
 * @param {string[]} known
 */
function regionOfZone(timeZone, known) {
  const key = timeZone + known;
  if (!found.has(key)) found.set(key, regionByTable(timeZone, known) ?? regionByEngine(timeZone, known));
  return found.get(key);
}

/** @type {Record<string, string>} */
const zonesByArea = zones;

/**
 * The region of a time zone by our own table.
 *
 * @param {string} timeZone
 * @param {string[]} known
 */
function regionByTable(timeZone, known) {
  const [area, place, more] = timeZone.split("/");
  const entries = (zonesByArea[area] ?? "").split(" ").map((entry) => entry.split(","));
  const region = entries.find((entry) => entry.includes(more ? place + "/" : place, 1))?.[0];
  return region && known.includes(region) ? region : undefined;
}

/** All regions of the table, each with a comma after it. */
const regionsOfTable = Object.values(zones).join();

/**
 * The time zones of a region, as the browser lists them. Older versions of Firefox have no such list.
 *
 * @param {string} region
 */
function zonesByEngine(region) {
  const locale = new Intl.Locale("und-" + region);
  return locale.getTimeZones?.() ?? locale.timeZones;
}

/**
 * The region of a time zone by the browser, for zones and regions that the table does not have. A region that the table has in another
 * part of the world is left out, since each question takes up to a millisecond.
 *
 * @param {string} timeZone
 * @param {string[]} known
 */
function regionByEngine(timeZone, known) {
  const near = zonesByArea[timeZone.split("/")[0]] ?? "";
  return known.find((region) => {
    if (regionsOfTable.includes(region + ",") && !near.includes(region + ",")) return false;
    return zonesByEngine(region)?.includes(timeZone);
  });
}

/**
 * Whether all time zones of a region are known, so that a reader with another one is not in it.
 *
 * @param {string} region
 */
const hasAllZones = (region) => regionsOfTable.includes(region + ",") || !!zonesByEngine(region);

/**
 * The region that the language around an element named last. When a translator changes a page's language, its readers stay where they
 * are.
 *
 * @type {WeakMap<Element, string | undefined>}
 */
const lastNamed = new WeakMap();

/**
 * The values of `region` that the console has named, by element.
 *
 * @type {WeakMap<Element, string>}
 */
const warned = new WeakMap();

/**
 * The reader's region and the one that the element's owner names, out of the regions that a quiz knows. If both are undefined, the quiz
 * takes its number for everywhere.
 *
 * @param {Element} element
 * @param {string[]} known
 */
export function regions(element, known) {
  /** @param {string | undefined} region */
  const knows = (region) => (region && known.includes(region) ? region : undefined);
  const written = read(element, "region");
  const wanted = canonical(written);
  const tag = regionOfLanguage(language(element)) ?? lastNamed.get(element);
  lastNamed.set(element, tag);
  const owner = knows(wanted);
  const named = owner ?? knows(tag);
  const timeZone = zoneOfPlace();
  const device = timeZone && regionOfZone(timeZone, known);
  // The device is in a country that the quiz does not know. It is not the one that the page names.
  const isElsewhere = timeZone && !device && named && hasAllZones(named);
  const reader = isElsewhere ? undefined : device || named;
  if (!owner && warned.get(element) !== (written ?? "")) {
    warned.set(element, written ?? "");
    const instead = `readers whose time zone does not say where they are get the number for ${knows(tag) ?? "everywhere"}`;
    if (written) warn(`the quiz has no emergency number for region="${written}": ${instead}`);
    else if (!tag) warn(`no \`region\`, and none in \`lang\`: ${instead}`);
  }
  return { reader, owner };
}

/**
 * The name of a region in a language. It is the region's code if the browser has no name.
 *
 * @param {string} region
 * @param {string} language
 */
export function regionName(region, language) {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(region) ?? region;
  } catch {
    return region;
  }
}
