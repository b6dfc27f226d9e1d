// How the pages of the API look: in the site's colours, light and dark as the reader's system.

import { COLORS } from "../../../www/src/theme.js";

/** @param {0 | 1} theme */
const colors = (theme) =>
  ["text", "muted", "hairline", "surface", "raised", "accent", "focus"]
    .map((name) => `--${name}: ${COLORS[/** @type {keyof typeof COLORS} */ (name)][theme]};`)
    .join(" ");

/** From this width on the contents stand beside the text. */
export const BESIDE = 960;

export const STYLE = `:root { color-scheme: light dark; scroll-padding-top: 72px; ${colors(0)} }
@media (prefers-color-scheme: dark) { :root { ${colors(1)} } }
body {
  margin: 0;
  background: var(--surface);
  color: var(--text);
  font: 400 16px/1.6 Pretendard, "Noto Sans KR", "Apple SD Gothic Neo", -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code, pre { font: 14px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
header {
  position: sticky;
  top: 0;
  z-index: 1;
  display: flex;
  gap: 16px;
  align-items: center;
  min-height: 56px;
  padding-inline: 16px;
  border-bottom: 1px solid var(--hairline);
  background: var(--surface);
}
header a { display: flex; align-items: center; min-height: 44px; color: inherit; text-decoration: none; }
header a:first-child { font-weight: 600; }
.page { display: grid; gap: 0 32px; max-width: 1216px; margin-inline: auto; padding-inline: 16px; }
nav { border-bottom: 1px solid var(--hairline); font-size: 14px; }
nav summary { padding-block: 10px; cursor: pointer; }
nav summary:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
nav h2 { margin: 16px 0 4px; color: var(--muted); font-size: 12px; font-weight: 600; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding-block: 4px; text-decoration: none; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; padding-block: 24px 64px; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.3; }
main > h2 { margin: 64px 0 0; font-size: 28px; line-height: 1.3; }
.lead, .none { max-width: 40em; color: var(--muted); }
section { padding-top: 32px; }
section > h3 { margin: 0; font-size: 20px; line-height: 1.4; }
.note { margin: 0; color: var(--muted); font-size: 12px; }
.note code { font-size: inherit; }
p { max-width: 44em; margin: 8px 0; }
pre { margin: 8px 0; padding: 12px 16px; border-radius: 8px; background: var(--raised); white-space: pre-wrap; }
dl { margin: 16px 0 0; }
dt { padding-top: 12px; border-top: 1px solid var(--hairline); }
dt:not(:first-child) { margin-top: 12px; }
dt code { white-space: pre-wrap; }
dd { margin: 0; }
footer { margin-top: 64px; font-size: 14px; }
@media (min-width: ${BESIDE}px) {
  .page { grid-template-columns: 224px minmax(0, 1fr); }
  nav {
    position: sticky;
    top: 57px;
    box-sizing: border-box;
    max-height: calc(100vh - 57px);
    padding-block: 16px;
    overflow: auto;
    border-right: 1px solid var(--hairline);
    border-bottom: 0;
  }
  nav summary { display: none; }
}
@media (max-width: ${BESIDE - 1}px) { nav a { min-height: 44px; box-sizing: border-box; padding-block: 10px; } }
`;
