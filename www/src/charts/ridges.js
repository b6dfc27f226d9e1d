/**
 * Distributions one behind the other, the latest in front: how weights or outputs spread out over the epochs.
 *
 * @import { Histogram } from "../experiment/types.js"
 */
import { html, nothing, svg } from "lit";
import { format } from "../format.js";

const WIDTH = 280;
const HEIGHT = 132;
const RIDGE = 34;

/** @typedef {{ label: string, histogram: Histogram }} Ridge From the first to the latest. */

/** @param {readonly Ridge[]} ridges @param {string} heading */
export function ridges(ridges, heading) {
  if (!ridges.length) return nothing;
  const from = Math.min(...ridges.map(({ histogram }) => histogram.from));
  const to = Math.max(...ridges.map(({ histogram }) => histogram.to));
  const reach = to - from || 1;
  const x = (/** @type {number} */ value) => ((value - from) / reach) * WIDTH;
  const base = (/** @type {number} */ i) => RIDGE + ((HEIGHT - RIDGE) * (i + 1)) / ridges.length;
  return html`<figure class="ridges">
    <h4>${heading}</h4>
    <svg
      viewBox="0 0 ${WIDTH} ${HEIGHT + 2}"
      width="100%"
      role="img"
      aria-label=${`${heading}: ${ridges[0]?.label} … ${ridges.at(-1)?.label}, ${format(from)} … ${format(to)}`}
    >
      ${ridges.map(({ histogram }, i) => ridge(histogram, x, base(i), i === ridges.length - 1))}
    </svg>
    <figcaption>
      <span translate="no">${format(from)}</span><span>${ridges[0]?.label} → ${ridges.at(-1)?.label}</span
      ><span translate="no">${format(to)}</span>
    </figcaption>
  </figure>`;
}

/** @param {Histogram} histogram @param {(value: number) => number} x @param {number} base @param {boolean} latest */
function ridge({ from, to, counts }, x, base, latest) {
  const most = Math.max(...counts, 1);
  const wide = (to - from) / counts.length;
  const points = counts.map(
    (count, i) => `${x(from + (i + 0.5) * wide).toFixed(1)} ${(base - (count / most) * RIDGE).toFixed(1)}`,
  );
  const path = `M${x(from).toFixed(1)} ${base.toFixed(1)}L${points.join("L")}L${x(to).toFixed(1)} ${base.toFixed(1)}Z`;
  return svg`<path d=${path} fill="var(--gn-surface)" fill-opacity="0.8" stroke=${
    latest ? "var(--gn-text)" : "var(--gn-mark)"
  } stroke-width=${latest ? 1.5 : 0.75}></path>`;
}
