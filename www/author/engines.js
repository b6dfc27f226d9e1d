/**
 * What single engines take: their files, the lines of their configuration, and their own ways to write HTML. Pure.
 *
 * @import { Embed } from "./snippets.js"
 */
import { reserveRule } from "./reserve.js";
import { attributesOf, element, fallback, iframe, moduleScript, scriptOf } from "./snippets.js";

/** The rule alone, for a style sheet. @param {Embed} embed */
export const styleSheet = ({ values }) => `${reserveRule(values)}\n`;

/** @param {string} text @param {string} indent */
const indented = (text, indent) => text.replace(/\n/g, `\n${indent}`);

/** A text of JavaScript over several lines. @param {string} text */
const template = (text) => `\`${text.replace(/[\\`$]/g, "\\$&")}\``;

/** Texts of the shortcode and the include that are no attributes of the element. */
const CAPTION = "caption";

/** @param {Embed} embed @returns {[string, string][]} */
const parametersOf = (embed) => [
  ...attributesOf(embed),
  ...(embed.texts.caption ? [/** @type {[string, string]} */ ([CAPTION, embed.texts.caption])] : []),
];

/** The file of a Hugo shortcode: every parameter but the caption is an attribute. */
export const hugoFile =
  () => `<figure style="margin: 0; width: 100%"><glass-net{{ range $name, $value := .Params }}{{ if ne $name "caption" }}
  {{- printf " %s=\\"%s\\"" $name (htmlEscape (string $value)) | safeHTMLAttr }}{{ end }}{{ end }}>{{ .Inner }}</glass-net>
{{- with .Get "caption" }}<figcaption>{{ . }}</figcaption>{{ end }}</figure>
`;

/**
 * A parameter of Hugo or Liquid; a flag has an empty text.
 * @param {(value: string) => string} quoted
 * @returns {(pair: [string, string]) => string}
 */
const parameter =
  (quoted) =>
  ([name, value]) =>
    ` ${name}=${quoted(value)}`;

/** @param {string} value */
const hugoText = (value) =>
  /["\\]/.test(value) && !value.includes("`") ? `\`${value}\`` : `"${value.replace(/"/g, '\\"')}"`;

/** @param {Embed} embed */
export const hugoUse = (embed) =>
  `{{< glass-net${parametersOf(embed).map(parameter(hugoText)).join("")} >}}${fallback(embed)}{{< /glass-net >}}`;

/** Lets Markdown hold HTML, where no shortcode is wanted. */
export const hugoConfig = () => `[markup.goldmark.renderer]
  unsafe = true
`;

/** The file of a Jekyll include: `inside` and the caption are no attributes. */
export const jekyllFile =
  () => `<figure style="margin: 0; width: 100%"><glass-net{% for attribute in include %}{% unless attribute[0] == "inside" or attribute[0] == "caption" %} {{ attribute[0] }}="{{ attribute[1] | escape }}"{% endunless %}{% endfor %}>{{ include.inside }}</glass-net>
{%- if include.caption %}<figcaption>{{ include.caption | escape }}</figcaption>{% endif %}</figure>
`;

/** @param {string} value */
const liquidText = (value) =>
  value.includes('"') && !value.includes("'") ? `'${value}'` : `"${value.replace(/"/g, '\\"')}"`;

/** @param {Embed} embed */
export const jekyllUse = (embed) =>
  `{% capture inside %}${fallback(embed)}{% endcapture %}
{% include glass-net.html inside=inside${parametersOf(embed).map(parameter(liquidText)).join("")} %}`;

/** @param {Embed} embed */
export const mkdocsConfig = (embed) => `extra_javascript:
  - path: ${scriptOf(embed)}
    type: module
extra_css:
  - glass-net.css
`;

/** Its Markdown leaves only HTML that it knows alone: a block around the element. @param {Embed} embed */
export const mkdocsUse = (embed) => (embed.texts.caption ? element(embed) : `<div>\n${element(embed)}\n</div>`);

/** @param {Embed} embed */
export const vitepressConfig = (embed) => `export default {
  head: [
    ["script", { type: "module", src: ${JSON.stringify(scriptOf(embed))} }],
    ["style", {}, ${indented(template(reserveRule(embed.values)), "      ")}],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "glass-net" } } },
};
`;

/** @param {Embed} embed */
export const docusaurusConfig = (embed) => `export default {
  scripts: [{ type: "module", src: ${JSON.stringify(scriptOf(embed))} }],
};
`;

export const astroConfig = () => `import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

export default defineConfig({ integrations: [mdx()] });
`;

/** @param {Embed} embed */
export const astroHead = (embed) =>
  `${moduleScript(embed).replace("<script", "<script is:inline")}\n<style is:inline>\n${reserveRule(embed.values)}\n</style>`;

/** @param {Embed} embed */
export const mdx = (embed) => element(embed, "jsx");

/** @param {Embed} embed */
export const jsxFrame = (embed) => iframe(embed, "jsx");

/** @param {Embed} embed */
export const react = (embed) => `export const Net = () => (
  ${indented(element(embed, "jsx"), "  ")}
);
`;

export const vueConfig = () => `import vue from "@vitejs/plugin-vue";

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "glass-net" } } })],
};
`;

/** @param {Embed} embed */
export const vue = (embed) => `<template>
  ${indented(element(embed), "  ")}
</template>
`;
