/**
 * Numbers as people read them: few digits, a real minus sign, no digits that mean nothing.
 *
 * The engine counts in f32, so "exact" means: the shortest decimal that is the same f32.
 */

/** How many digits after the point are shown unless the reader asks for more. */
export const DIGITS = 3;

/** Below this, digits that count are kept instead of digits after the point. */
const SMALL = 0.01;
/** Below 10⁻⁴ and from LARGE on, a power of ten says more than zeros. */
const SMALLEST_EXPONENT = -4;
const LARGE = 1e6;

const MINUS = "\u2212";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A number taken apart for text or MathML: sign "" or "−", digits "1.31", and a power of ten where it has one.
 * @typedef {{ sign: string, digits: string, exponent?: number }} NumberParts
 */

/** @param {number} exponent */
export const superscript = (exponent) =>
  String(exponent)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => SUPERSCRIPTS[+digit]);

/**
 * The fewest digits that still tell this f32 from its neighbours, in JS notation.
 * @param {number} size not negative, finite
 */
function shortest(size) {
  for (let digits = 1; digits < 9; digits++) {
    const text = size.toPrecision(digits);
    if (Math.fround(+text) === Math.fround(size)) return +text;
  }
  return +size.toPrecision(9);
}

/** @param {number} size @param {number} [digits] @returns {[string, number]} mantissa and power of ten */
function scientific(size, digits) {
  const [mantissa, exponent] = size.toExponential(digits).split("e");
  return [mantissa, +exponent];
}

/** @param {number} size @returns {Omit<NumberParts, "sign">} */
function inFull(size) {
  const [mantissa, exponent] = scientific(size);
  if (size && (exponent < SMALLEST_EXPONENT || size >= LARGE * 10)) return { digits: mantissa, exponent };
  const decimals = Math.max(0, mantissa.replace(/\D/g, "").length - 1 - exponent);
  return { digits: size.toFixed(decimals) };
}

/** @param {number} size @param {number} digits @param {boolean} pad @returns {Omit<NumberParts, "sign">} */
function rounded(size, digits, pad) {
  const small = size < Math.max(SMALL, 10 ** (1 - digits));
  const kept = Math.max(digits, DIGITS) - 1;
  if (!pad && size < LARGE) {
    const short = shortest(size);
    const [mantissa, exponent] = scientific(short);
    const length = mantissa.replace(/\D/g, "").length - 1;
    if (length - exponent <= digits || (small && length <= kept)) return inFull(short);
  }
  if (size === 0 || (!small && size < LARGE)) return { digits: size.toFixed(digits) };
  let [mantissa, exponent] = scientific(size, kept);
  // Rounding may have carried 0.00009999 up to 1.00e-4, so the rounded exponent decides.
  if (size < LARGE && exponent >= SMALLEST_EXPONENT) return { digits: size.toFixed(kept - exponent) };
  if (!pad && shortest(size) === +scientific(size, kept).join("e")) mantissa = String(+mantissa);
  return { digits: mantissa, exponent };
}

/**
 * @param {number} value
 * @param {(size: number) => Omit<NumberParts, "sign">} write
 * @returns {NumberParts}
 */
function withSign(value, write) {
  if (Number.isNaN(value)) return { sign: "", digits: "NaN" };
  const sign = value < 0 ? MINUS : "";
  const size = Math.abs(value);
  return size === Infinity ? { sign, digits: "∞" } : { sign, ...write(size) };
}

/** @param {NumberParts} parts */
const join = ({ sign, digits, exponent }) =>
  sign + digits + (exponent === undefined ? "" : ` × 10${superscript(exponent)}`);

/**
 * `format` taken apart.
 * @param {number} value
 * @param {number} [digits]
 */
export const numberParts = (value, digits = DIGITS) => withSign(value, (size) => rounded(size, digits, false));

/**
 * For reading: "0.731", "−0.257", "0.00131", "1.31 × 10⁻⁵". Exact values stay short: "2", "−1", "0.4".
 * @param {number} value
 * @param {number} [digits] digits after the point
 */
export const format = (value, digits = DIGITS) => join(numberParts(value, digits));

/**
 * For a value that changes before the reader's eyes: as `format`, but "0.400" and "2.000", so that nothing jitters.
 * @param {number} value
 * @param {number} [digits]
 */
export const fixed = (value, digits = DIGITS) => join(withSign(value, (size) => rounded(size, digits, true)));

/**
 * For a change: "+0.07", "−0.07", "0".
 * @param {number} value
 * @param {number} [digits]
 */
export const signed = (value, digits = DIGITS) => (value > 0 ? "+" : "") + format(value, digits);

/**
 * How many digits it takes to see a change; the given number where there is none.
 * @param {number} before
 * @param {number} after
 * @param {number} [digits]
 */
export function digitsToDistinguish(before, after, digits = DIGITS) {
  const change = Math.abs(after - before);
  if (change === 0 || !Number.isFinite(change)) return digits;
  let enough = digits;
  // Half a last digit: less than that, and rounding would decide whether a change is seen and how large it looks.
  while (enough < 8 && change < 10 ** -enough / 2) enough++;
  return enough;
}

/**
 * The f32 as JavaScript and addresses write it: "-0.7310586", "1e-9". `parse` gives back the same f32.
 * @param {number} value
 */
export const plain = (value) => String(Math.sign(value) * shortest(Math.abs(value)));

/**
 * The f32 in full: "0.7310586". `parse` gives back the same f32.
 * @param {number} value
 */
export const full = (value) => join(withSign(value, (size) => inFull(shortest(size))));

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * What a person typed: "−1", " 0,5 ", "1e-3", "１２", "1.31 × 10⁻⁵". Undefined where it is not one finite number, or
 * could be two: "1,000" is a thousand to some and one to others.
 * @param {string} text
 * @returns {number | undefined}
 */
export function parse(text) {
  const plain = text
    .replace(/\s*[×x*]\s*10(\^|(?=[⁻⁰¹²³⁴-⁹]))/i, "e")
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain)) return undefined;
  const point = plain.includes(".") ? plain : plain.replace(",", ".");
  const value = NUMBER.test(point) ? Number(point) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
