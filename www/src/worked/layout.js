/**
 * Where everything of the network picture stands, in CSS pixels. It depends on the layer sizes and the width alone,
 * so nothing jumps while the steps go on. Column 0 is the input layer, column `layer + 1` any other.
 */

/** @typedef {{ x: number, y: number }} Point */
/**
 * @typedef {Point & { layer: number, unit: number, shown: boolean }} NodePlace A unit that is not shown stands where
 *   the dots are.
 */
/** @typedef {number[]} Curve Four points of a cubic Bézier: x0, y0, ... x3, y3. */

/**
 * @typedef {object} LinkPlace
 * @property {number} layer
 * @property {number} unit
 * @property {number} input
 * @property {boolean} shown
 * @property {Curve} curve From the source's edge to the unit's.
 * @property {string} path The curve for SVG.
 * @property {string} ghost The same curve moved aside, for the old weight.
 * @property {Point} label Where its weight is written.
 * @property {number} meetAt Where on the curve (0..1) a value on its way is multiplied.
 * @property {Point} meet
 * @property {boolean} labelled Whether there is room for its label beside all others.
 */

/** @typedef {Point & { layer: number, anchor: "middle" | "start" }} LayerPlace */

/**
 * @typedef {object} Layout
 * @property {"horizontal" | "vertical"} orientation
 * @property {number} width
 * @property {number} height
 * @property {number} radius
 * @property {number} above Room over the inputs for their names, where layers run downwards.
 * @property {number[]} gaps Between the units of each column.
 * @property {number} room How long something on a link may be before it would cover the units at its ends.
 * @property {NodePlace[][]} nodes By column, every unit.
 * @property {LinkPlace[][]} links By layer; the link from `input` to `unit` at `unit * inputs + input`.
 * @property {Point[]} dots Where units are left out.
 * @property {LayerPlace[]} layers
 * @property {(Point & { unit: number, size: number, shown: boolean })[]} targets Beside the outputs.
 */

const HORIZONTAL_FROM = 520;
const ROOMY_FROM = 640;
const PLACES = 6;
/** How far the first and the last unit of a column are apart. */
const TALL = 400;
const GUTTER = 56;
const TARGET = 40;
/** How long a link must be at least so that a calculation stands on it and covers no unit. */
const LINK = 100;
/** Labels no farther across than this leave room for a calculation between them and the unit. */
const NEAR = 0.38;
/** Beside a unit, where layers run downwards. */
const NAME = 20;

/** @param {number} low @param {number} value @param {number} high */
const between = (low, value, high) => Math.min(Math.max(value, low), high);

/**
 * Which of `count` places along an axis each of `size` units takes; all that are left out share one.
 *
 * @param {number} size
 * @param {number} places
 */
function seats(size, places) {
  if (size <= places) return { count: size, dots: -1, of: (/** @type {number} */ unit) => unit };
  const dots = places - 2;
  return {
    count: places,
    dots,
    of: (/** @type {number} */ unit) => (unit === size - 1 ? places - 1 : Math.min(unit, dots)),
  };
}

/** @param {Curve} c @param {number} t @returns {Point} */
export function pointOn(c, t) {
  const s = 1 - t;
  const a = s * s * s;
  const b = 3 * s * s * t;
  const d = 3 * s * t * t;
  const e = t * t * t;
  return { x: a * c[0] + b * c[2] + d * c[4] + e * c[6], y: a * c[1] + b * c[3] + d * c[5] + e * c[7] };
}

/** @param {number} value */
const px = (value) => Math.round(value * 10) / 10;

/** @param {Curve} c @param {number} [dx] @param {number} [dy] */
function pathOf(c, dx = 0, dy = 0) {
  const p = c.map((value, i) => px(value + (i % 2 ? dy : dx)));
  return `M${p[0]} ${p[1]}C${p[2]} ${p[3]} ${p[4]} ${p[5]} ${p[6]} ${p[7]}`;
}

/**
 * Where a link's curve has gone `share` of the way across.
 *
 * @param {number} share
 */
function alongFor(share) {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 24; i += 1) {
    const t = (low + high) / 2;
    if (t * t * (3 - 2 * t) < share) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/**
 * More labels than this between two columns are a wall of numbers: then the links of the present step alone have
 * theirs.
 */
const MOST_LABELS = 16;

/**
 * Where the labels of the links between two columns stand. There is one share of the way across at which all of them
 * are in one line at equal distances, none on another link: nearer to the units, ordered by unit, or nearer to the
 * sources, ordered by source.
 *
 * @param {Frame} frame
 * @param {Column} from
 * @param {Column} to
 */
function labelling({ orientation, labelWidth }, from, to) {
  const [n, m] = [from.count, to.count];
  if (orientation === "horizontal") {
    const share = (n * from.gap) / (to.gap + n * from.gap);
    const fits = n === 1 || (1 - share) * from.gap >= labelWidth;
    const t = alongFor(fits ? share : 0.5);
    return { fits, labelAt: () => t, meetAt: t };
  }
  const share = Math.min(from.gap / (from.gap + m * to.gap), NEAR);
  const fits =
    (n === 1 || (1 - share) * from.gap - (m - 1) * share * to.gap >= labelWidth) &&
    (m === 1 || share * to.gap >= labelWidth);
  const rows = fits ? [share, share] : [0.12, 0.5];
  const [even, odd] = rows.map(alongFor);
  return { fits, labelAt: (/** @type {number} */ input) => (input % 2 ? odd : even), meetAt: alongFor(0.88) };
}

/**
 * @typedef {object} Frame What the two orientations do not share.
 * @property {"horizontal" | "vertical"} orientation
 * @property {number} radius
 * @property {number} step Between columns (or rows).
 * @property {(count: number) => number} gapOf Between the units of a column that shows so many.
 * @property {number} places How many units a column can show.
 * @property {Point} start The middle of the first column.
 * @property {number} width
 * @property {number} height
 * @property {number} labelWidth The room one label needs among its neighbours.
 */

/**
 * @param {number} columns @param {number} most @param {number} width @param {number} places @param {number} tall
 * @returns {Frame}
 */
function horizontalFrame(columns, most, width, places, tall) {
  const close = (most > PLACES && places > PLACES) || tall < TALL;
  const radius = width >= ROOMY_FROM && !close ? 26 : 22;
  const left = radius + 18;
  const right = radius + (width >= ROOMY_FROM ? 40 : 32) + TARGET + 8;
  const shown = Math.min(most, places);
  const gap = between(2 * radius + (close ? 22 : 34), tall / Math.max(shown - 1, 1), 140);
  const top = radius + 24;
  const column = Math.max(shown - 1, 0.6) * gap;
  const height = top + column + radius + 58;
  return {
    orientation: "horizontal",
    radius,
    places,
    width,
    height,
    gapOf: () => gap,
    step: (width - left - right) / Math.max(columns - 1, 1),
    start: { x: left, y: top + column / 2 },
    labelWidth: 18,
  };
}

/** @param {number} columns @param {number} width @param {number} above @returns {Frame} */
function verticalFrame(columns, width, above) {
  const radius = 22;
  const space = width - GUTTER - 8;
  const places = Math.max(3, Math.floor(space / (2 * radius + NAME)));
  const gapOf = (/** @type {number} */ count) => Math.min((space - 2 * radius - NAME) / Math.max(count - 1, 1), 176);
  const step = 2 * radius + 88;
  const top = 12 + above;
  const height = top + 2 * radius + (columns - 1) * step + 36 + TARGET + 12;
  return {
    orientation: "vertical",
    radius,
    places,
    width,
    height,
    step,
    gapOf,
    start: { x: GUTTER + (space + NAME) / 2, y: top + radius },
    labelWidth: 54,
  };
}

/**
 * @param {number[]} sizes
 * @param {number} width
 * @param {"horizontal" | "vertical" | undefined} orientation
 * @param {number} places
 * @param {number} above
 * @param {number} tall
 */
function frameFor(sizes, width, orientation, places, above, tall) {
  const most = Math.max(...sizes, 1);
  const flat = horizontalFrame(sizes.length, most, width, places, tall);
  const fits = width >= HORIZONTAL_FROM && flat.step >= 2 * flat.radius + LINK;
  if (orientation === "horizontal" || (!orientation && fits)) return flat;
  return verticalFrame(sizes.length, width, above);
}

/**
 * @typedef {{ nodes: NodePlace[], dots: Point | undefined, count: number, gap: number }} Column `count` of its places
 *   are taken.
 */

/**
 * @param {Frame} frame
 * @param {number} column
 * @param {number} size
 * @returns {Column}
 */
function columnOf(frame, column, size) {
  const { count, dots, of } = seats(size, frame.places);
  const gap = frame.gapOf(count);
  /** @param {number} seat @returns {Point} */
  const place = (seat) => {
    const across = (seat - (count - 1) / 2) * gap;
    return frame.orientation === "horizontal"
      ? { x: frame.start.x + column * frame.step, y: frame.start.y + across }
      : { x: frame.start.x + across, y: frame.start.y + column * frame.step };
  };
  const nodes = Array.from({ length: size }, (_, unit) => ({
    ...place(of(unit)),
    layer: column - 1,
    unit,
    shown: of(unit) !== dots,
  }));
  return { nodes, dots: dots < 0 ? undefined : place(dots), count, gap };
}

/** @param {Frame} frame @param {Point} from @param {Point} to @returns {Curve} */
function curveBetween({ orientation, radius }, from, to) {
  if (orientation === "horizontal") {
    const a = from.x + radius;
    const b = to.x - radius;
    const middle = (a + b) / 2;
    return [a, from.y, middle, from.y, middle, to.y, b, to.y];
  }
  const a = from.y + radius;
  const b = to.y - radius;
  const middle = (a + b) / 2;
  return [from.x, a, from.x, middle, to.x, middle, to.x, b];
}

/**
 * @param {Frame} frame
 * @param {Column} from
 * @param {Column} to
 */
function linksBetween(frame, from, to) {
  const { fits, labelAt, meetAt } = labelling(frame, from, to);
  const labelled = fits && from.count * to.count <= MOST_LABELS;
  const [dx, dy] = frame.orientation === "horizontal" ? [0, -6] : [-6, 0];
  return to.nodes.flatMap((target) =>
    from.nodes.map((source) => {
      const curve = curveBetween(frame, source, target);
      return {
        layer: target.layer,
        unit: target.unit,
        input: source.unit,
        shown: source.shown && target.shown,
        curve,
        path: pathOf(curve),
        ghost: pathOf(curve, dx, dy),
        label: pointOn(curve, labelAt(source.unit)),
        labelled,
        meetAt,
        meet: pointOn(curve, meetAt),
      };
    }),
  );
}

/** @param {Frame} frame @param {number} columns @returns {LayerPlace[]} */
function layerLabels(frame, columns) {
  return Array.from({ length: columns }, (_, column) =>
    frame.orientation === "horizontal"
      ? { layer: column - 1, anchor: "middle", x: frame.start.x + column * frame.step, y: frame.height - 10 }
      : { layer: column - 1, anchor: "start", x: 0, y: frame.start.y + column * frame.step },
  );
}

/**
 * @param {object} given
 * @param {number[]} given.sizes Units of each layer, the input layer first.
 * @param {number} given.width
 * @param {"horizontal" | "vertical"} [given.orientation] Forced; else by the width.
 * @param {number} [given.places] How many units a column shows side by side at most.
 * @param {number} [given.above] Room over the inputs, where their names stand over them.
 * @param {number} [given.tall] How far the first and the last unit of the longest column are apart, where layers run
 *   to the right; less than usual draws smaller units.
 * @returns {Layout}
 */
export function layout({ sizes, width, orientation, places = PLACES, above = 0, tall = TALL }) {
  const frame = frameFor(sizes, width, orientation, places, above, tall);
  const columns = sizes.map((size, column) => columnOf(frame, column, size));
  const nodes = columns.map((column) => column.nodes);
  const flat = frame.orientation === "horizontal";
  const outputs = nodes[nodes.length - 1];
  const away = frame.radius + (flat && width < ROOMY_FROM ? 32 : flat ? 40 : 36) + TARGET / 2;
  return {
    orientation: frame.orientation,
    width,
    height: Math.ceil(frame.height),
    radius: frame.radius,
    above,
    gaps: columns.map(({ gap }) => gap),
    room: flat ? frame.step - 2 * frame.radius - 8 : width - 8,
    nodes,
    links: columns.slice(1).map((column, layer) => linksBetween(frame, columns[layer], column)),
    dots: columns.flatMap(({ dots }) => dots ?? []),
    layers: layerLabels(frame, sizes.length),
    targets: outputs.map(({ x, y, unit, shown }) => ({
      unit,
      shown,
      size: TARGET,
      x: flat ? x + away : x,
      y: flat ? y : y + away,
    })),
  };
}
