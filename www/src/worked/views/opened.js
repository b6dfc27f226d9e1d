/**
 * What a reader opens: the fields, the table, the card of a unit or link, the keys. It is fetched when the first of
 * them is asked for.
 */
export { help } from "./help.js";
export { inspector } from "./inspector.js";
export { settings } from "./settings.js";
export { table } from "./table.js";
