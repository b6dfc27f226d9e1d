/**
 * What the reader looks at in an experiment: a row of the table, or feature values of no row, which go through the
 * network; and a unit that is pointed at.
 *
 * Events: "row" (another row or other values), "unit" (another unit is pointed at, or none).
 */

/** A unit of an active layer, from 0; layer -1 is the inputs. @typedef {{ layer: number, unit: number }} Unit */

/** @param {Unit | undefined} a @param {Unit | undefined} b */
const isSame = (a, b) => a?.layer === b?.layer && a?.unit === b?.unit;

export class Selection extends EventTarget {
  /** The table row that is looked at. */
  row = 0;
  /** Feature values in the table's units that go through the network instead of a row. @type {number[] | undefined} */
  values = undefined;
  /** The unit that is pointed at. @type {Unit | undefined} */
  unit = undefined;

  /** Looks at a row of the table. @param {number} row */
  pick(row) {
    this.row = row;
    this.values = undefined;
    this.selected();
  }

  /** Sends feature values through the network; undefined for the row again. @param {number[] | undefined} values */
  send(values) {
    this.values = values;
    this.selected();
  }

  /** Points at a unit, or at none. @param {Unit | undefined} unit */
  point(unit) {
    if (isSame(unit, this.unit)) return;
    this.unit = unit;
    this.dispatchEvent(new Event("unit"));
  }

  /** Another experiment has rows and units of its own. @param {number} row */
  startAt(row) {
    [this.row, this.values, this.unit] = [row, undefined, undefined];
  }

  /** What goes through the network is another row, or other values. */
  selected() {
    this.dispatchEvent(new Event("row"));
  }
}
