/** docs/blogs.md has the lines that the author page writes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PLACES, SNIPPETS, posterOf } from "../../www/author/places.js";
import { reserveRule } from "../../www/author/reserve.js";

const VALUES = { inputs: "1,-1", target: "0.4", kernels: "2,1;1,1|1,-1;-1,-2|-1;2" };
/** Heights are of the scene and the network: the document says so in their place. */
const RULE = reserveRule(VALUES).replace(/height: \d+px/g, "height: …px");
const DOCUMENT = readFileSync("docs/blogs.md", "utf8");

/** @typedef {import("../../www/author/places.js").PlaceName} PlaceName */

/** @param {PlaceName} place @param {import("../../www/author/places.js").SnippetName} name */
function written(place, name) {
  const texts = { id: "net", title: "A small network", sentence: "See every number move.", caption: "" };
  const poster = "isHosted" in PLACES[place] ? "https://your.blog/poster.png" : posterOf(place);
  const embed = { values: VALUES, base: "https://your.site/", texts: { ...texts, poster } };
  const text = SNIPPETS[name]({ ...embed, lang: "en", height: 640, size: { width: 1200, height: 650 } }, "");
  const rule = new RegExp(
    reserveRule(VALUES)
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\n/g, "\\n *"),
  );
  return text.replace(rule, "/* the style sheet */").trim();
}

test("the document has the style sheet that keeps an embed's place", () => {
  assert.ok(DOCUMENT.includes(`\`\`\`css\n${RULE}\n\`\`\``), RULE);
});

const NAMES = /** @type {PlaceName[]} */ (Object.keys(PLACES));

// A page of HTML and a Ghost blog have what Tistory has.
for (const place of NAMES.filter((name) => name !== "html" && name !== "ghost")) {
  test(`the document has what the author page writes for ${place}`, () => {
    for (const [name, file] of /** @type {import("../../www/author/places.js").Place} */ (PLACES[place]).steps) {
      // An address and the style sheet stand there once.
      if (["link", "css"].includes(name)) continue;
      assert.ok(DOCUMENT.includes(written(place, name)), `${name}\n${written(place, name)}`);
      if (file && !file.includes("…")) assert.ok(DOCUMENT.includes(`\`${file}\``), file);
    }
  });
}
