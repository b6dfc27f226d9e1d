/** MkDocs with Material, its palette as the switch, instant navigation, and a feed. */
import { OTHER, markdownPost, snippetsOf } from "../post.js";
import { clean, pipInstall, run, write } from "../project.js";

const PACKAGES = { mkdocs: "1.6.1", "mkdocs-material": "9.8.2", "mkdocs-rss-plugin": "1.19.0" };

const CONFIG = (/** @type {string} */ address) => `site_name: Blog
site_url: ${address}
theme:
  name: material
  language: ko
  font: false
  features: [navigation.instant]
  palette:
    - scheme: default
      toggle: { icon: material/weather-night, name: Dark }
    - scheme: slate
      toggle: { icon: material/weather-sunny, name: Light }
plugins:
  - rss: { use_git: false, date_from_meta: { as_creation: date }, abstract_chars_count: -1 }
`;

/** @type {import("../blog.js").Engine} */
export const mkdocs = {
  name: "MkDocs Material",
  theme: { toggle: "label[for^=__palette]:not([hidden])", dark: `body[data-md-color-scheme="slate"]` },
  swaps: true,
  version: () => PACKAGES["mkdocs-material"],
  build(site, address) {
    const text = snippetsOf(site, "mkdocs");
    const page = (/** @type {string} */ title, /** @type {string} */ body) =>
      `---\ntitle: ${title}\ndate: 2024-01-02\n---\n\n${body}`;
    const folder = write(
      "mkdocs",
      {
        "mkdocs.yml": CONFIG(address) + text("mkdocsConfig"),
        "docs/glass-net.css": text("css"),
        "docs/index.md": page("Blog", "[Post](post.md)\n"),
        "docs/post.md": page("Post", markdownPost(text("mkdocsUse"))),
        "docs/other.md": page(OTHER, "[Post](post.md)\n"),
      },
      "docs/poster.png",
    );
    pipInstall(folder, PACKAGES);
    clean(folder, "site");
    run(`${folder}/venv/bin/mkdocs`, ["build", "--quiet"], folder);
    return { folder: `${folder}/site`, post: "post/", other: "other/", feed: "feed_rss_created.xml" };
  },
};
