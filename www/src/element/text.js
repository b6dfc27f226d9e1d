/**
 * How the text of a page and its embeds work together: marked paragraphs, links that bring the picture into sight, live
 * numbers. Fetched where a page has any of them.
 */
import "./live-value.js";

export { mark } from "./marks.js";
export { bringIntoSight } from "./sight.js";
