/**
 * Where a reader is, for emergency numbers: by the time zone of their device, else by the element's `region`, else by the region in the
 * language around the element. Nothing is asked of anyone and nothing is sent.
 */
import { language, read, warn } from "./attributes.js";
import { zones } from "./time-zones.js";

/** A region as ISO 3166 has it. Many write UK, also in `lang`; WebKit leaves that as it is. */
const canonical = (region) => region?.toUpperCase().replace("UK", "GB");

/** The region in a language tag, if it is one and has one. `_` may stand for `-`. */
function spoken(tag = "") {
  try {
    return canonical(new Intl.Locale(tag.trim().replaceAll("_", "-")).region);
  } catch {}
}

/** The regions of time zones that were looked up before. */
const found = new Map();

/** What Firefox and the Tor Browser say where they hide the time zone: https://github.com/arkenfox/user.js/issues/1857 */
const HIDDEN = "Atlantic/Reykjavik";

/** The region of the device's time zone, out of those that a quiz knows. UTC and the like are in none. */
function here(known) {
  const { timeZone = HIDDEN } = new Intl.DateTimeFormat().resolvedOptions();
  if (timeZone === HIDDEN) return;
  const key = timeZone + known;
  if (!found.has(key)) found.set(key, listed(timeZone, known) ?? byEngine(timeZone, known));
  return found.get(key);
}

/** The region of a time zone by our own table. */
function listed(timeZone, known) {
  const [area, place, more] = timeZone.split("/");
  const regions = (zones[area] ?? "").split(" ").map((it) => it.split(","));
  const region = regions.find((it) => it.includes(more ? place + "/" : place, 1))?.[0];
  return known.includes(region) ? region : undefined;
}

/**
 * The region of a time zone by the engine, for zones that are newer than the table and for regions that it does not have. Those that it has in
 * another part of the world are not asked about, since each takes up to a millisecond. Older versions of Firefox have no such list.
 */
function byEngine(timeZone, known) {
  const near = zones[timeZone.split("/")[0]] ?? "";
  const all = Object.values(zones).join();
  return known.find((region) => {
    if (all.includes(region + ",") && !near.includes(region + ",")) return false;
    const locale = new Intl.Locale("und-" + region);
    return (locale.getTimeZones?.() ?? locale.timeZones)?.includes(timeZone);
  });
}

/** The regions that the language around an element named last. A page that is translated stays where it was. */
const named = new WeakMap();

/** The values of `region` that have been warned of, by element. */
const warned = new WeakMap();

/**
 * Where the reader is and where the element's owner says that they are, out of the regions that a quiz knows.
 *
 * A quiz says its own number where neither is known.
 */
export function regions(element, known) {
  const knows = (region) => (known.includes(region) ? region : undefined);
  const written = read(element, "region");
  const wanted = canonical(written?.trim());
  const tag = spoken(language(element)) ?? named.get(element);
  named.set(element, tag);
  const owner = knows(wanted);
  const reader = here(known) ?? owner ?? knows(tag);
  if (!owner && warned.get(element) !== (written ?? "")) {
    warned.set(element, written ?? "");
    const instead = `readers whose time zone does not say where they are get the number for ${knows(tag) ?? "everywhere"}`;
    if (written) warn(`the quiz has no emergency number for region="${written}": ${instead}`);
    else if (!tag) warn(`no \`region\`, and none in \`lang\`: ${instead}`);
  }
  return { reader, owner };
}

/** The name of a region in a language; its code where the engine has no name. */
export function nameOf(region, language) {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(region);
  } catch {
    return region;
  }
}
