/**
 * How the text of a page and its embeds work together: marked paragraphs, links that bring the picture into sight, live
 * numbers, scrolling that drives. Fetched where a page has any of them.
 */
import "./live-value.js";

export { lead } from "./follow.js";
export { mark } from "./marks.js";
export { bringIntoSight } from "./sight.js";
