/** Hugo, with a theme of two files whose switch is a parameter of its configuration. */
import { OTHER, markdownPost, snippetsOf } from "../post.js";
import { clean, run, write } from "../project.js";
import { STYLE, SWITCH, theme } from "./plain-theme.js";

/** @param {string} head */
const baseOf = (head) => `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ .Title }}</title>
    ${STYLE}
    ${head}
  </head>
  <body>
    ${SWITCH}
    <nav>{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
    <main>{{ block "main" . }}{{ end }}</main>
  </body>
</html>
`;

const CONFIG = (/** @type {string} */ address) => `baseURL = "${address}"
languageCode = "ko"
title = "Blog"
disableKinds = ["taxonomy", "term"]
`;

/** @type {import("../blog.js").Engine} */
export const hugo = {
  name: "Hugo",
  theme,
  version: () => /v\d[\d.]+/.exec(run("hugo", ["version"], "."))?.[0] ?? "",
  build(site, address) {
    const text = snippetsOf(site, "hugo");
    const page = (/** @type {string} */ title, /** @type {string} */ body) =>
      `---\ntitle: "${title}"\ndate: 2024-01-02\n---\n\n${body}`;
    const folder = write(
      "hugo",
      {
        "hugo.toml": CONFIG(address) + text("hugoConfig"),
        "layouts/_default/baseof.html": baseOf(text("head")),
        "layouts/_default/single.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n`,
        "layouts/_default/list.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}\n`,
        "layouts/shortcodes/glass-net.html": text("hugoFile"),
        "content/posts/post.md": page("Post", markdownPost(text("hugoUse"), { after: "\n<!--more-->" })),
        "content/posts/other.md": page(OTHER, `[Post](/posts/post/)\n`),
      },
      "static/poster.png",
    );
    clean(folder, "public");
    run("hugo", ["--quiet"], folder);
    return { folder: `${folder}/public`, post: "posts/post/", other: "posts/other/", feed: "posts/index.xml" };
  },
};
