/**
 * The words that the page says, taken from its own locales: a test that finds a button by its name asks here, so that a
 * better word changes one file. A literal is left in a test only where the wording is what it checks, or where a reader
 * or the text of a post says it.
 */
import { words as enAuthor } from "../../www/src/locales/en/author.js";
import { words as enCode } from "../../www/src/locales/en/code.js";
import { words as enDemo } from "../../www/src/locales/en/demo.js";
import { words as enPlayground } from "../../www/src/locales/en/playground.js";
import { opened as enOpened } from "../../www/src/locales/en/opened.js";
import { words as enWorked } from "../../www/src/locales/en/worked.js";
import { words as author } from "../../www/src/locales/ko/author.js";
import { words as code } from "../../www/src/locales/ko/code.js";
import { words as demo } from "../../www/src/locales/ko/demo.js";
import { words as playground } from "../../www/src/locales/ko/playground.js";
import { opened } from "../../www/src/locales/ko/opened.js";
import { words as worked } from "../../www/src/locales/ko/worked.js";

/** The Korean words of every part of the site. */
export const ko = { ...playground, author, code, demo, worked: { ...worked, ...opened } };

/** The English ones. */
export const en = {
  ...enPlayground,
  author: enAuthor,
  code: enCode,
  demo: enDemo,
  worked: { ...enWorked, ...enOpened },
};

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A text that holds these parts in their order. @param {...string} parts */
export const inOrder = (...parts) => new RegExp(parts.map(escaped).join(".*"));
