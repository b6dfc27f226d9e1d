// Builds a post with the author page's snippets in several engines, and reads it in Chromium as a reader does. Each has
// a project of its own in target/blogs; an engine that cannot be had is named and left out. Pictures of the posts, as
// docs/blogs/ has them, go to target/blogs/shots.
// usage: node tests/blogs/run.js <Chromium> [engine...]   (after the site was built)

import { chromium } from "@playwright/test";
import { readBlog } from "./blog.js";
import { astro } from "./engines/astro.js";
import { docusaurus } from "./engines/docusaurus.js";
import { hugo } from "./engines/hugo.js";
import { jekyll } from "./engines/jekyll.js";
import { mkdocs } from "./engines/mkdocs.js";
import { vitepress } from "./engines/vitepress.js";
import { Missing } from "./project.js";
import { serve } from "./serve.js";

const ENGINES = { hugo, jekyll, mkdocs, vitepress, docusaurus, astro };

const [executablePath, ...wanted] = process.argv.slice(2);
const site = await serve(() => "dist/site");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const [name, engine] of Object.entries(ENGINES)) {
    if (wanted.length && !wanted.includes(name)) continue;
    let folder = "";
    const blog = await serve(() => folder);
    try {
      const built = engine.build(site.address, blog.address);
      folder = built.folder;
      const seen = await readBlog(browser, blog.address, built, engine, `target/blogs/shots/${name}`);
      for (const { theme, system, shifts, width, height, drawn } of seen) {
        const moved = shifts.length ? `; moved within the scene: ${JSON.stringify(shifts)}` : "";
        const size = [width, height, drawn].map(Math.round);
        console.log(`  ${theme} blog, ${system} system: ${size[0]} x ${size[1]} px, ${size[2]} drawn${moved}`);
      }
      console.log(`${engine.name} ${engine.version()}: ok`);
    } catch (failure) {
      if (!(failure instanceof Missing)) throw new Error(engine.name, { cause: failure });
      console.log(`${engine.name}: left out, ${failure.message}`);
    } finally {
      blog.close();
    }
  }
} finally {
  await browser.close();
  site.close();
}
