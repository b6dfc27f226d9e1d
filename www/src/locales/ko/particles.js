/**
 * Korean particles after anything that stands in a sentence: Hangul, digits, names like h₁ and ŷ, powers of ten.
 *
 * Which of a pair (을/를, 은/는, 이/가, 과/와, 으로/로, 이에요/예요) is right depends on the last sound of the word as it
 * is read aloud: 1 is 일, x is 엑스, ŷ is 와이 햇, 10⁻⁵ ends in 제곱.
 */

const DIGITS = "영일이삼사오육칠팔구";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** How letters and signs are read, where they end in a consonant; all others end in a vowel. */
const ENDINGS = { l: "엘", m: "엠", n: "엔", r: "알", ŷ: "햇" };

/** The unit that an integer with this many zeros at its end is read with: 10 is 십, 20000 is 이만. */
const zeros = (/** @type {number} */ count) => (count < 4 ? " 십백천"[count] : count < 8 ? "만" : "억");

/**
 * The last syllable of the number at the end of a word.
 * @param {string} number
 */
function numberEnding(number) {
  const trailing = /^\d*[1-9](0+)$/.exec(number);
  return trailing ? zeros(trailing[1].length) : DIGITS[Number(number.slice(-1))];
}

/**
 * The last syllable of a word as it is read aloud.
 * @param {string} word
 */
function lastSyllable(word) {
  const plain = word.replace(/[₀-₉]/g, (digit) => String(SUBSCRIPTS.indexOf(digit))).replace(/[\s)\]"'’”,.]+$/, "");
  if (/[⁰¹²³⁴-⁹]$/.test(plain)) return "곱";
  const number = /\d[\d.]*$/.exec(plain);
  if (number) return numberEnding(number[0]);
  if (plain.endsWith("NaN")) return "난";
  const last = plain.normalize("NFC").slice(-1).toLowerCase();
  return ENDINGS[/** @type {keyof typeof ENDINGS} */ (last)]?.slice(-1) ?? last;
}

/**
 * The word with the right one of two particles: `josa("h₁", "을/를")` is "h₁을".
 * @param {string} word
 * @param {string} pair the form after a consonant, a slash, the form after a vowel
 */
export function josa(word, pair) {
  const [closed, open] = pair.split("/");
  const code = lastSyllable(word).charCodeAt(0) - 0xac00;
  const final = code >= 0 && code < 11172 ? code % 28 : 0;
  // After ㄹ, 으로 loses its 으 as after a vowel: 1로, not 1으로.
  const isOpen = final === 0 || (final === 8 && closed === "으로");
  return word + (isOpen ? open : closed);
}
