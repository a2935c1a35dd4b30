/**
 * The region where a reader is, for emergency numbers: by the time zone of the device, else by the element's `region`, else by the
 * language around the element. Nobody is asked and nothing is sent.
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

/** UTC and the like, which are in no region. */
const UTC_ZONES = /^(Etc\/|UTC$|GMT$)/;

/**
 * The device's time zone. The first lookup takes up to 60 milliseconds on a slow phone, so warm-up.js makes it while the page is idle.
 * `Temporal` has a time zone at once, but in Chromium 156 not always that of the device.
 */
export const deviceTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? HIDDEN;

/**
 * The region of the device's time zone, out of those that a quiz knows.
 *
 * @param {string[]} known
 */
function regionOfDevice(known) {
  const timeZone = deviceTimeZone();
  if (timeZone === HIDDEN || UTC_ZONES.test(timeZone)) return;
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

/**
 * The region of a time zone by the browser, for zones and regions that the table does not have. A region that the table has in another
 * part of the world is left out, since each question takes up to a millisecond. Older versions of Firefox have no such list.
 *
 * @param {string} timeZone
 * @param {string[]} known
 */
function regionByEngine(timeZone, known) {
  const near = zonesByArea[timeZone.split("/")[0]] ?? "";
  const all = Object.values(zones).join();
  return known.find((region) => {
    if (all.includes(region + ",") && !near.includes(region + ",")) return false;
    const locale = new Intl.Locale("und-" + region);
    return (locale.getTimeZones?.() ?? locale.timeZones)?.includes(timeZone);
  });
}

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
  const reader = regionOfDevice(known) ?? owner ?? knows(tag);
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
