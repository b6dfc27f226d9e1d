/** Jekyll with its feed, and a theme of one layout. */
import { OTHER, markdownPost, snippetsOf } from "../post.js";
import { clean, run, write } from "../project.js";
import { STYLE, SWITCH, theme } from "./plain-theme.js";

const CONFIG = (/** @type {string} */ address) => `title: Blog
url: "${address.replace(/\/$/, "")}"
permalink: /:title/
timezone: UTC
plugins: [jekyll-feed]
`;

const LAYOUT = `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ page.title }}</title>
    ${STYLE}
    {% include head.html %}
  </head>
  <body>
    ${SWITCH}
    <nav>{% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a> {% endfor %}</nav>
    <main><h1>{{ page.title }}</h1>{{ content }}</main>
  </body>
</html>
`;

/** @type {import("../blog.js").Engine} */
export const jekyll = {
  name: "Jekyll",
  theme,
  version: () => /[\d.]+/.exec(run("jekyll", ["--version"], "."))?.[0] ?? "",
  build(site, address) {
    const text = snippetsOf(site, "jekyll");
    const page = (/** @type {string} */ title, /** @type {string} */ body) =>
      `---\nlayout: default\ntitle: ${title}\n---\n\n${body}`;
    const folder = write(
      "jekyll",
      {
        "_config.yml": CONFIG(address),
        "_layouts/default.html": LAYOUT,
        "_includes/head.html": text("head"),
        "_includes/glass-net.html": text("jekyllFile"),
        "_posts/2024-01-02-post.md": page("Post", markdownPost(text("jekyllUse"))),
        "_posts/2024-01-02-other.md": page(OTHER, "[Post](/post/)\n"),
      },
      "poster.png",
    );
    clean(folder, "_site");
    run("jekyll", ["build", "--quiet"], folder);
    return { folder: `${folder}/_site`, post: "post/", other: "other/", feed: "feed.xml" };
  },
};
