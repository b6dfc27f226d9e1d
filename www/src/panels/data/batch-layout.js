/**
 * Where the cells of the epoch's grid lie: every row of an epoch as a cell, batch after batch; where they are too many,
 * batches as cells, or several batches a cell. Pure.
 */

/** Sizes of a cell with its gap, in pixels. */
const SIZES = [18, 16, 14, 12, 10, 8, 6, 5];
/** Cells of batches are never smaller. */
const LEAST = 8;
/** No more cells are drawn: they are drawn anew in every frame. */
const MOST = 5000;

/**
 * @typedef {object} Layout
 * @property {"row" | "batch" | "batches"} cell What one cell is.
 * @property {number} per How many of it: 1, or the batches of a cell.
 * @property {number} count Cells.
 * @property {number} size Of a cell with its gap.
 * @property {number} group Cells that belong together: those of a batch.
 * @property {number} height
 * @property {(cell: number) => { x: number, y: number }} place
 */

/**
 * Cells in groups: short groups stand side by side, a long one takes lines of its own.
 * @param {number} count @param {number} group @param {number} width @param {number} size
 */
function grouped(count, group, width, size) {
  const gap = group > 1 ? Math.max(Math.round(size / 2), 3) : 0;
  const columns = Math.max(Math.floor(width / size), 1);
  const groups = Math.ceil(count / group);
  const lines = Math.ceil(group / columns);
  const across = lines > 1 ? 1 : Math.max(Math.floor((width + gap) / (group * size + gap)), 1);
  const lineHeight = lines * size + gap;
  const height = Math.ceil(groups / across) * lineHeight - gap;
  const place = (/** @type {number} */ cell) => {
    const [at, inside] = [Math.floor(cell / group), cell % group];
    return {
      x: (at % across) * (group * size + gap) + (inside % columns) * size,
      y: Math.floor(at / across) * lineHeight + Math.floor(inside / columns) * size,
    };
  };
  return { height, place };
}

/**
 * @param {number} rows Of an epoch.
 * @param {number} batchSize
 * @param {number} width
 * @param {number} most The greatest height.
 * @returns {Layout}
 */
export function batchLayout(rows, batchSize, width, most) {
  const batches = Math.ceil(rows / batchSize);
  const room = Math.min(Math.max(Math.floor(width / LEAST) * Math.floor(most / LEAST), 1), MOST);
  for (const size of SIZES) {
    const { height, place } = grouped(rows, Math.min(batchSize, rows), width, size);
    if (height <= most && rows <= MOST)
      return { cell: "row", per: 1, count: rows, size, group: Math.min(batchSize, rows), height, place };
  }
  const per = Math.ceil(batches / room);
  const count = Math.ceil(batches / per);
  const size = SIZES.find((one) => grouped(count, 1, width, one).height <= most) ?? LEAST;
  return { cell: per === 1 ? "batch" : "batches", per, count, size, group: 1, ...grouped(count, 1, width, size) };
}

/**
 * The cells of a batch, from and to (not included).
 * @param {Layout} layout
 * @param {number} batch
 * @returns {[number, number]}
 */
export function cellsOf({ cell, per, group, count }, batch) {
  if (cell !== "row") return [Math.floor(batch / per), Math.floor(batch / per) + 1];
  return [batch * group, Math.min((batch + 1) * group, count)];
}

/** The cell at a point, if there is one. @param {Layout} layout @param {number} x @param {number} y */
export function cellAt({ count, size, place }, x, y) {
  // Cells stand in reading order by lines, groups side by side: few enough to look at each.
  for (let cell = 0; cell < count; cell++) {
    const at = place(cell);
    if (x >= at.x && x < at.x + size && y >= at.y && y < at.y + size) return cell;
  }
  return undefined;
}
