// Finds links within a site that lead nowhere.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/**
 * Checks every local link and picture of every page in a folder: the file and the place in it must exist. `except` is a folder within it
 * whose files are not pages of the site.
 */
export function checkLinks(folder, except = "") {
  const pages = readdirSync(folder, { recursive: true }).filter(
    (path) =>
      path.endsWith(".html") && !/^(print|toc|404)\.html$/.test(path) && !(except && path.startsWith(`${except}/`)),
  );
  const ids = new Map();
  const idsOf = (page) => {
    if (!ids.has(page)) {
      const html = readFileSync(join(folder, page), "utf8");
      ids.set(page, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
    }
    return ids.get(page);
  };
  let links = 0;
  const broken = [];
  for (const page of pages) {
    const html = readFileSync(join(folder, page), "utf8").replaceAll(/<!--.*?-->|<code.*?<\/code>/gs, "");
    for (const [, address] of html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)) {
      if (/^([a-z]+:|\/\/|\{)/.test(address) || !address) continue;
      links += 1;
      const [path, id] = decodeURI(address.replaceAll("&amp;", "&")).split("#");
      let target = path ? normalize(join(dirname(page), path.split("?")[0])) : page;
      if (existsSync(join(folder, target)) && statSync(join(folder, target)).isDirectory())
        target = join(target, "index.html");
      if (!existsSync(join(folder, target))) broken.push(`${page}: ${address} does not exist`);
      else if (id && target.endsWith(".html") && !idsOf(target).has(id))
        broken.push(`${page}: ${address}: no such place`);
    }
  }
  return { files: pages.length, links, broken };
}
