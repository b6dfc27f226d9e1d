/** Astro with MDX, client-side navigation, a feed of whole posts, and a theme of one layout. */
import { OTHER, markdownPost, snippetsOf } from "../post.js";
import { clean, npmInstall, run, write } from "../project.js";
import { STYLE, SWITCH, theme } from "./plain-theme.js";

const PACKAGES = { astro: "5.18.2", "@astrojs/mdx": "4.3.14", "@astrojs/rss": "4.0.19" };

/** The layout swaps pages, and brings the theme back that the switch chose. @param {string} head */
const LAYOUT = (head) => `---
import { ClientRouter } from "astro:transitions";
const { frontmatter } = Astro.props;
---
<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{frontmatter.title}</title>
    ${STYLE.replace(/<(style|script)>/g, "<$1 is:inline>")}
    <script is:inline>
      document.addEventListener("astro:after-swap", () => {
        document.documentElement.dataset.theme = localStorage.getItem("theme") || "light";
      });
    </script>
    <ClientRouter />
    ${head}
  </head>
  <body>
    ${SWITCH.replace("<script>", "<script is:inline>")}
    <nav><a href="/other/">${OTHER}</a></nav>
    <main><h1>{frontmatter.title}</h1><slot /></main>
  </body>
</html>
`;

const FEED = `import { getContainerRenderer } from "@astrojs/mdx";
import rss from "@astrojs/rss";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import { Content } from "../post.mdx";

export async function GET({ site }) {
  const container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  const content = await container.renderToString(Content);
  return rss({ title: "Blog", description: "Blog", site, items: [{ title: "Post", link: "/post/", content }] });
}
`;

/** @type {import("../blog.js").Engine} */
export const astro = {
  name: "Astro",
  theme,
  swaps: true,
  version: () => PACKAGES.astro,
  build(site, address) {
    const text = snippetsOf(site, "astro");
    const page = (/** @type {string} */ title, /** @type {string} */ body) =>
      `---\nlayout: ../layouts/Post.astro\ntitle: ${title}\n---\n\n${body}`;
    const folder = write(
      "astro",
      {
        "astro.config.mjs": text("astroConfig").replace("[mdx()]", `[mdx()], site: "${address}"`),
        "src/layouts/Post.astro": LAYOUT(text("astroHead")),
        "src/post.mdx": markdownPost(text("mdx")),
        "src/pages/post.mdx": page("Post", markdownPost(text("mdx"))),
        "src/pages/other.mdx": page(OTHER, "[Post](/post/)\n"),
        "src/pages/feed.xml.js": FEED,
      },
      "public/poster.png",
    );
    npmInstall(folder, PACKAGES);
    clean(folder, "dist");
    run("node", ["node_modules/astro/astro.js", "build"], folder);
    return { folder: `${folder}/dist`, post: "post/", other: "other/", feed: "feed.xml" };
  },
};
