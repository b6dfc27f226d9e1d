/**
 * The design tokens. A page that embeds the element may set any colour as `--glass-net-<name>`; everything else of the
 * page ends at the scene, which begins with the initial value of every property. Blue and orange belong to the sign of
 * a value alone; the phases have colours of their own.
 */
import { css, unsafeCSS } from "lit";

/**
 * Every colour in the light and in the dark theme, and where the system forces its own: CanvasText where nothing is
 * said.
 */
export const COLORS = /** @type {const} */ ({
  text: ["#17202e", "#e8edf5"],
  muted: ["#5b6676", "#9fabbd"],
  hairline: ["#d9dfe8", "#333d4c"],
  mark: ["#7c889a", "#76849a"],
  surface: ["#ffffff", "#12161d", "Canvas"],
  raised: ["#f5f7fa", "#1c232e", "Canvas"],
  accent: ["#1f5fbf", "#8ab8ff", "LinkText"],
  focus: ["#0b57d0", "#a8c7fa", "Highlight"],
  forward: ["#475569", "#a9b8cc"],
  loss: ["#be123c", "#ff7d95"],
  backward: ["#6d28d9", "#b79bff"],
  update: ["#15803d", "#5fce8b"],
  warning: ["#a3340b", "#ffab7a"],
  positive: ["#1d5fd1", "#7eb0ff"],
  negative: ["#bf5206", "#ff9d4d"],
  "positive-dim": ["#7592c8", "#4a6ea8", "GrayText"],
  "negative-dim": ["#bf7f48", "#96643a", "GrayText"],
  "fill-none": ["#ffffff", "#12161d", "Canvas"],
  "fill-weak": ["#f3f5f9", "#1b2431", "Canvas"],
  "fill-strong": ["#7485a0", "#66768f", "Canvas"],
  "fill-negative": ["#dd8230", "#a85b1c", "Canvas"],
  "on-fill": ["#0d1422", "#ffffff"],
});

/** @param {(color: readonly string[], name: string) => string} value */
const tokens = (value) =>
  unsafeCSS(
    Object.entries(COLORS)
      .map(([name, color]) => `--gn-${name}:${value(color, name)};`)
      .join(""),
  );

/** A page may bring its own. @param {0 | 1} theme */
const colors = (theme) => tokens((color, name) => `var(--glass-net-${name},${color[theme]})`);

export const theme = css`
  :host {
    all: initial;
    /* What a page does to a whole passage holds for what stands in it. */
    visibility: inherit;
    direction: ltr;
    unicode-bidi: isolate;
    color-scheme: light;
    ${colors(0)}
    --gn-shadow: 0 1px 2px rgb(15 23 42 / 0.12), 0 4px 12px rgb(15 23 42 / 0.1);
    --gn-font:
      Pretendard, "Pretendard Variable", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", -apple-system,
      BlinkMacSystemFont, "Segoe UI", Roboto, "Malgun Gothic", sans-serif;
    --gn-text-12: 12px;
    --gn-text-14: 14px;
    --gn-text-16: 16px;
    --gn-text-20: 20px;
    --gn-text-28: 28px;
    --gn-space-1: 4px;
    --gn-space-2: 8px;
    --gn-space-3: 12px;
    --gn-space-4: 16px;
    --gn-space-6: 24px;
    --gn-space-8: 32px;
    --gn-target: 44px;
    --gn-radius: 8px;
    display: block;
    background: transparent;
    color: var(--gn-text);
    font: 400 16px/1.6 var(--gn-font);
    font-variant-numeric: tabular-nums;
  }
  :host([dark]) {
    color-scheme: dark;
    ${colors(1)}
    --gn-shadow: 0 1px 2px rgb(0 0 0 / 0.5), 0 4px 16px rgb(0 0 0 / 0.4);
  }
  /* The author's theme is not the page's. */
  :host([apart]) {
    padding: var(--gn-space-3);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
  }
  @media (forced-colors: active) {
    :host,
    :host([dark]) {
      ${tokens(([, , forced = "CanvasText"]) => forced)}
      --gn-shadow: none;
    }
  }
`;
