/** Marks that tell groups of points apart without colour, as SVG paths about their middle. */

/** @typedef {"circle" | "square" | "triangle" | "diamond" | "cross" | "star"} Shape */

/** @type {readonly Shape[]} */
export const SHAPES = ["circle", "square", "triangle", "diamond", "cross", "star"];

/** A five-pointed star. @param {number} r */
function star(r) {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const [angle, far] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 ? r * 0.55 : r * 1.35];
    return `${(far * Math.cos(angle)).toFixed(2)} ${(far * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join("L")}Z`;
}

/** @param {Shape} shape @param {number} r Half of its size. @returns {string} */
export function markPath(shape, r) {
  if (shape === "circle") return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  if (shape === "square") return `M${-0.9 * r} ${-0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}Z`;
  if (shape === "triangle") return `M0 ${-1.15 * r}L${1.1 * r} ${0.85 * r}H${-1.1 * r}Z`;
  if (shape === "diamond") return `M0 ${-1.25 * r}L${1.25 * r} 0L0 ${1.25 * r}L${-1.25 * r} 0Z`;
  if (shape === "star") return star(r);
  const [a, b] = [0.4 * r, 1.1 * r];
  return `M${-a} ${-b}h${2 * a}v${b - a}h${b - a}v${2 * a}h${a - b}v${b - a}h${-2 * a}v${a - b}h${a - b}v${-2 * a}h${b - a}Z`;
}
