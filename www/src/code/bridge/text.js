/**
 * The texts that pass the door to Python: JSON in which a list of numbers is one text, `{"$": "1.5 nan inf"}`, and a
 * number that is not finite `{"#": "nan"}`. An interpreter
 * that runs in JavaScript splits such a text several times as fast as it parses a list, and JSON has no `NaN`.
 */

/** Python writes `nan` and `inf`. @param {string} word */
const number = (word) =>
  /[a-z]$/.test(word) ? Number(word.replace("inf", "Infinity").replace("nan", "NaN")) : Number(word);

/** @param {string} text @returns {Float64Array} */
const numbers = (text) => (text ? Float64Array.from(text.split(" "), number) : new Float64Array());

/** @param {string} text @returns {any} */
export const decode = (text) =>
  JSON.parse(text, (_, value) => {
    if (typeof value?.$ === "string") return numbers(value.$);
    return typeof value?.["#"] === "string" ? number(value["#"]) : value;
  });

/** JavaScript writes -0 as 0. @param {number} value */
const spell = (value) => (Object.is(value, -0) ? "-0" : String(value));

/** @param {unknown} value @returns {string} */
export const encode = (value) =>
  JSON.stringify(value, (_, field) => {
    if (ArrayBuffer.isView(field)) return { $: Array.from(/** @type {Float64Array} */ (field), spell).join(" ") };
    if (typeof field === "number" && !Number.isFinite(field)) return { "#": String(field) };
    return field;
  });
