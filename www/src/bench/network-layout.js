/**
 * Where the network of the bench stands in its box: a column for each layer, its units with room for a picture each,
 * and room for its controls. Pure.
 *
 * What shrinks first: gaps, then the pictures of the units, then the controls become one button; then a wide layer
 * shows its first and last units, with their number between.
 */

/**
 * The inputs, a dense layer, or a bar: any other layer, each of whose units stands for the one before it.
 * @typedef {{ kind: "input" | "dense" | "bar", units: number }} Column
 */

/**
 * @typedef {object} Box
 * @property {number} width
 * @property {number} height
 * @property {number} target How high a control is at least.
 * @property {boolean} hasSurfaces Whether a unit's picture is its surface: then it is a square, else it is wider.
 */

/** A unit and the middle of its picture. @typedef {{ unit: number, y: number }} Slot */

/**
 * @typedef {object} PlacedColumn
 * @property {Column["kind"]} kind
 * @property {number} units
 * @property {number} x The middle.
 * @property {number} width Of a unit's picture.
 * @property {number} height Of a unit's picture.
 * @property {Slot[]} slots The units that are shown.
 * @property {{ y: number, count: number } | undefined} more How many are not, and where that is said.
 * @property {{ left: number, width: number }} tools The room for its controls, above and below.
 */

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {boolean} isCompact Whether the controls of a layer are one button.
 * @property {number} top Above it stand names and controls.
 * @property {number} bottom Below it stand controls.
 * @property {PlacedColumn[]} columns
 */

/** Sides of a unit's picture; `few` of one in a layer whose units are not all shown. */
const SIDE = { most: 40, few: 24, least: 15 };

/** From one unit to the next at most. */
const FAR = { input: 76, unit: 60 };

/** Between two pictures of a column at least. */
const GAP = 1;

/** Where units are left out, their number takes so much. */
const MORE = 20;

/** How far a bar stands from the column before it, where a dense layer stands 1 from it. */
const NEAR = 0.6;

/** Between the pictures of two columns at least: the links are there. */
const LINKS = 14;

/** Controls of a layer side by side, and of those that became one button. */
const TOOLS = { full: (/** @type {number} */ target) => 2 * target + 56, least: 36, most: 148, button: 96 };

/** A line of names. */
export const LINE = 17;

/** From the pictures to the controls. */
const APART = 4;

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** A bar goes with the dense layer before it, or with the inputs. @param {readonly Column[]} columns */
function groupsOf(columns) {
  /** @type {number[]} */
  const groups = [];
  for (const { kind } of columns) groups.push(kind === "bar" ? groups[groups.length - 1] : groups.length);
  return groups;
}

/** @param {number} units @param {number} tall @param {number} far */
const pitchOf = (units, tall, far) => Math.min(tall / units, far);

/** @param {number} pitch */
const sideOf = (pitch) =>
  Math.max(Math.min(pitch - Math.max(pitch < 22 ? 0 : pitch * 0.1, GAP), SIDE.most), SIDE.least);

/** How small a picture becomes before a gap does no longer. @param {number} units @param {number} tall */
const isWhole = (units, tall) => units * (SIDE.least + GAP) <= tall;

/**
 * The units of a column that are shown, from the top.
 * @param {number} units @param {number} pitch @param {number} from @param {number} to
 * @returns {{ slots: Slot[], more: PlacedColumn["more"] }}
 */
function slotsOf(units, pitch, from, to) {
  const middle = (from + to) / 2;
  if (isWhole(units, to - from))
    return {
      slots: Array.from({ length: units }, (_, unit) => ({ unit, y: middle + (unit - (units - 1) / 2) * pitch })),
      more: undefined,
    };
  const shown = Math.max(Math.floor((to - from - MORE) / pitch), 2);
  const first = Math.ceil(shown / 2);
  const high = shown * pitch + MORE;
  const start = middle - high / 2;
  const slots = Array.from({ length: shown }, (_, i) => ({
    unit: i < first ? i : units - shown + i,
    y: start + (i + 0.5) * pitch + (i < first ? 0 : MORE),
  }));
  return { slots, more: { y: start + first * pitch + MORE / 2, count: units - shown } };
}

/**
 * The heights: by group what a unit takes, and how high its picture is.
 * @param {readonly Column[]} columns @param {number} tall
 */
function heightsOf(columns, tall) {
  const groups = groupsOf(columns);
  const last = groups[groups.length - 1];
  const hidden = columns.filter(({ units }, i) => groups[i] > 0 && groups[i] !== last && isWhole(units, tall));
  const most = Math.max(...hidden.map(({ units }) => units), 1);
  return columns.map(({ units }, i) => {
    if (!isWhole(units, tall)) return { pitch: SIDE.few + 3, side: SIDE.few };
    const isHidden = groups[i] > 0 && groups[i] !== last;
    const pitch = pitchOf(isHidden ? most : units, tall, groups[i] === 0 ? FAR.input : FAR.unit);
    return { pitch, side: sideOf(pitch) };
  });
}

/**
 * The middle of each column, and how near its neighbours that have controls are.
 * @param {readonly Column[]} columns @param {number} width @param {number} first How wide an input is. @param {number}
 *   last How wide the controls of the last column are. @param {number} near How far a bar stands.
 */
function acrossOf(columns, width, first, last, near) {
  const steps = columns.map(({ kind }, i) => (i === 0 ? 0 : kind === "bar" ? near : 1));
  const across = columns.map((_, i) => sum(steps.slice(0, i + 1)));
  const step = (width - first / 2 - last / 2 - 2) / Math.max(across[columns.length - 1], 1);
  const x = across.map((far) => 1 + first / 2 + far * step);
  return {
    x,
    nearest: Math.min(...x.slice(1).map((each, i) => each - x[i])),
    /** To the nearest column with controls: the inputs have none. */
    between: x.map((each, i) =>
      Math.min(...x.flatMap((other, j) => (j > 0 && Math.abs(i - j) === 1 ? Math.abs(other - each) : Infinity))),
    ),
  };
}

/**
 * How wide the pictures of a column are, and how high.
 * @param {Box} box @param {number} column @param {number} side @param {number} first @param {number} room
 */
function pictureOf({ hasSurfaces }, column, side, first, room) {
  if (column === 0 && !hasSurfaces) return { width: Math.min(first, room), height: Math.min(side, 36) };
  const width = Math.max(Math.min(hasSurfaces ? side : side * 1.8, room), SIDE.least);
  return { width, height: hasSurfaces ? width : side };
}

/** @param {readonly Column[]} columns @param {Box} box @param {boolean} isCompact @returns {Layout} */
function layOut(columns, box, isCompact) {
  const { height, target, hasSurfaces } = box;
  const hasBars = columns.some(({ kind }) => kind === "bar");
  const top = isCompact ? (hasBars ? LINE : 0) + 2 : LINE + target + APART;
  const bottom = height - target - APART;
  const heights = heightsOf(columns, bottom - top);
  const width = Math.max(box.width, columns.length * (TOOLS.least + APART));
  const pitch = width / columns.length;
  const first = Math.min(hasSurfaces ? Math.max(heights[0].side, 48) : Math.max(pitch * 0.58, 48), 92, pitch - LINKS);
  const last = Math.min(isCompact ? TOOLS.button : TOOLS.most, pitch - APART);
  const { x, nearest, between } = acrossOf(columns, width, first, last, isCompact ? 1 : NEAR);
  const placed = columns.map(({ kind, units }, i) => {
    const { pitch: far, side } = heights[i];
    const tools = Math.min(between[i] - APART, 2 * (width - x[i]), isCompact ? TOOLS.button : TOOLS.most);
    return {
      kind,
      units,
      x: x[i],
      ...pictureOf(box, i, side, first, nearest - LINKS),
      ...slotsOf(units, far, top, bottom),
      tools: { left: x[i] - tools / 2, width: tools },
    };
  });
  return { width, height, isCompact, top, bottom, columns: placed };
}

/** The smallest picture of a unit. @param {Layout} layout */
const smallest = ({ columns }) => Math.min(...columns.map(({ height }) => height));

/** @param {readonly Column[]} columns @param {Box} box @returns {Layout} */
export function layoutOf(columns, box) {
  const full = layOut(columns, box, false);
  const compact = layOut(columns, box, true);
  const needed = { input: 0, bar: TOOLS.least, dense: TOOLS.full(box.target) };
  if (full.columns.some(({ kind, tools }) => tools.width < needed[kind])) return compact;
  if (smallest(full) >= 18 && !full.columns.some(({ more }) => more)) return full;
  const shown = (/** @type {Layout} */ layout) => sum(layout.columns.map(({ slots }) => slots.length));
  return smallest(compact) >= smallest(full) + 1 || shown(compact) > shown(full) + 3 ? compact : full;
}

/**
 * The links between a column and the next: where they begin and end, and whether they are curves.
 * @param {Layout} layout @param {number} gap
 */
export function linksOf({ columns }, gap) {
  const [before, after] = [columns[gap], columns[gap + 1]];
  return {
    from: before.x + before.width / 2 + 2,
    to: after.x - after.width / 2 - 2,
    isCurved: before.slots.length * after.slots.length <= MOST_CURVED,
  };
}

/**
 * More links between two columns are straight: curves take the browser twice as long, and so many do not look calmer.
 */
const MOST_CURVED = 64;
