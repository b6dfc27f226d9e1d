/** VitePress with its own theme, whose switch it is, and a feed that its build hook writes. */
import { OTHER, markdownPost, snippetsOf } from "../post.js";
import { clean, npmInstall, run, write } from "../project.js";

const PACKAGES = { vitepress: "1.6.4", feed: "5.1.0" };

/** The lines of the author page, with the feed beside them. @param {string} address */
const CONFIG = (address) => `import { writeFileSync } from "node:fs";
import { Feed } from "feed";
import { createContentLoader } from "vitepress";
import embeds from "./embeds.js";

export default {
  ...embeds,
  lang: "ko",
  title: "Blog",
  themeConfig: { nav: [{ text: "Post", link: "/post" }, { text: "${OTHER}", link: "/other" }] },
  async buildEnd({ outDir }) {
    const feed = new Feed({ title: "Blog", id: "${address}", link: "${address}", copyright: "" });
    const posts = await createContentLoader("post.md", { render: true }).load();
    for (const { url, html } of posts) feed.addItem({ title: "Post", link: "${address}" + url, content: html, date: new Date("2024-01-02") });
    writeFileSync(outDir + "/feed.xml", feed.rss2());
  },
};
`;

/** @type {import("../blog.js").Engine} */
export const vitepress = {
  name: "VitePress",
  theme: { toggle: ".VPNavBarAppearance .VPSwitchAppearance", dark: "html.dark" },
  swaps: true,
  version: () => PACKAGES.vitepress,
  build(site, address) {
    const text = snippetsOf(site, "vitepress");
    const folder = write(
      "vitepress",
      {
        ".vitepress/config.js": CONFIG(address),
        ".vitepress/embeds.js": text("vitepressConfig"),
        "index.md": "# Blog\n\n[Post](./post)\n",
        "post.md": `# Post\n\n${markdownPost(text("vitepressUse"))}`,
        "other.md": `# ${OTHER}\n\n[Post](./post)\n`,
      },
      "poster.png",
    );
    npmInstall(folder, PACKAGES);
    clean(folder, ".vitepress/dist");
    run("node", ["node_modules/vitepress/bin/vitepress.js", "build"], folder);
    return { folder: `${folder}/.vitepress/dist`, post: "post.html", other: "other.html", feed: "feed.xml" };
  },
};
