/**
 * A small histogram as SVG: counts in equal bins, with the range below.
 *
 * @import { Histogram } from "../experiment/types.js"
 */
import { html, svg } from "lit";
import { format } from "../format.js";

const WIDTH = 160;

/**
 * @param {Histogram} histogram @param {string} label For a screen reader; the range is added.
 * @param {{ height?: number, color?: string }} [look] `color` is a token of the theme.
 */
export function histogram({ from, to, counts }, label, { height = 40, color = "mark" } = {}) {
  const most = Math.max(...counts, 1);
  const wide = WIDTH / Math.max(counts.length, 1);
  return html`<figure class="histogram">
    <svg
      viewBox="0 0 ${WIDTH} ${height}"
      preserveAspectRatio="none"
      width="100%"
      height=${height}
      role="img"
      aria-label=${`${label}: ${format(from)} … ${format(to)}`}
    >
      ${counts.map(
        (
          count,
          i,
        ) => svg`<rect x=${i * wide + 0.5} width=${Math.max(wide - 1, 0.5)} y=${height - (count / most) * height}
        height=${(count / most) * height} fill=${`var(--gn-${color})`}></rect>`,
      )}
      <path d="M0 ${height}H${WIDTH}" stroke="var(--gn-hairline)"></path>
    </svg>
    <figcaption><span translate="no">${format(from)}</span><span translate="no">${format(to)}</span></figcaption>
  </figure>`;
}
