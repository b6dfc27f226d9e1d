// Puts source maps beside the package's bundles. They lead to the package's own modules, and bring the text of others.

import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Where a file of the project is in the package. @param {string} path */
const packed = (path) => relative(join(root, "www"), path).replaceAll("\\", "/");

/** @param {string} path */
const withoutFolders = (path) => relative(root, path).replaceAll("\\", "/");

/**
 * @param {string} maps The folder of the maps, whose paths are those of the files that they are of in dist/site.
 * @param {string} out The package, which has these files in cdn.
 */
export function packMaps(maps, out) {
  for (const name of readdirSync(maps, { recursive: true }).map(String)) {
    const file = join(out, "cdn", name.replace(/\.map$/, ""));
    if (!name.endsWith(".map") || !existsSync(file)) continue;
    const map = JSON.parse(readFileSync(join(maps, name), "utf8"));
    const from = dirname(join(root, "dist/site", name));
    map.sources.forEach((/** @type {string} */ source, /** @type {number} */ at) => {
      const path = resolve(from, source);
      const own = join(out, packed(path));
      const isOwn = path.startsWith(join(root, "www")) && existsSync(own);
      map.sources[at] = isOwn ? relative(dirname(file), own).replaceAll("\\", "/") : withoutFolders(path);
      if (isOwn) map.sourcesContent[at] = null;
    });
    writeFileSync(`${file}.map`, JSON.stringify(map));
    appendFileSync(file, `\n//# sourceMappingURL=${basename(file)}.map\n`);
  }
}
