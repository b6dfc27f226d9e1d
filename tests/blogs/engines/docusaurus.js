/** Docusaurus with its classic theme, whose switch it is, and the feed of its blog. */
import { OTHER, markdownPost, snippetsOf } from "../post.js";
import { clean, npmInstall, run, write } from "../project.js";

const PACKAGES = {
  "@docusaurus/core": "3.10.2",
  "@docusaurus/preset-classic": "3.10.2",
  react: "19.2.0",
  "react-dom": "19.2.0",
};

/** The lines of the author page are spread into it. @param {string} address */
const CONFIG = (address) => `import embeds from "./embeds.js";

export default {
  ...embeds,
  title: "Blog",
  url: "${address.replace(/\/$/, "")}",
  baseUrl: "/",
  i18n: { defaultLocale: "ko", locales: ["ko"] },
  presets: [
    [
      "classic",
      {
        docs: false,
        pages: false,
        blog: { routeBasePath: "/", onInlineAuthors: "ignore", onUntruncatedBlogPosts: "ignore" },
        theme: { customCss: "./src/css/custom.css" },
      },
    ],
  ],
  themeConfig: { navbar: { title: "Blog", items: [{ to: "/other", label: "${OTHER}" }] } },
};
`;

/** @type {import("../blog.js").Engine} */
export const docusaurus = {
  name: "Docusaurus",
  theme: { toggle: ".navbar [class*=colorModeToggle] button", dark: `html[data-theme="dark"]` },
  swaps: true,
  version: () => PACKAGES["@docusaurus/core"],
  build(site, address) {
    const text = snippetsOf(site, "docusaurus");
    const page = (/** @type {string} */ title, /** @type {string} */ body) =>
      `---\ntitle: ${title}\nslug: ${title.split(" ", 1)[0].toLowerCase()}\ndate: 2024-01-02\n---\n\n${body}`;
    const folder = write(
      "docusaurus",
      {
        "docusaurus.config.js": CONFIG(address),
        "embeds.js": text("docusaurusConfig"),
        "src/css/custom.css": text("css"),
        "blog/post.mdx": page("Post", markdownPost(text("mdx"))),
        "blog/other.mdx": page(OTHER, "[Post](/post)\n").replace("slug: another", "slug: other"),
      },
      "static/poster.png",
    );
    npmInstall(folder, PACKAGES, {});
    clean(folder, "build");
    run("node", ["node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"], folder);
    return { folder: `${folder}/build`, post: "post", other: "other", feed: "rss.xml" };
  },
};
