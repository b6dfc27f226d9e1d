import { josa } from "./particles.js";

const count = (/** @type {number} */ n) => n.toLocaleString("ko");
const quoted = (/** @type {readonly string[]} */ words) => words.map((word) => `“${word}”`).join(", ");

/** What a file was taken for, and how to change it. */
export const reading = {
  change: "바꾸기",
  retry: "다르게 읽어 보기",
  found: "알아서 찾기",
  rows: (/** @type {number} */ rows, /** @type {number} */ columns) => `${count(rows)}행 ${count(columns)}열`,
  encodings: /** @type {Record<string, string>} */ ({
    "utf-8": "UTF-8",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16 (BE)",
    "euc-kr": "EUC-KR (CP949, 한글)",
    "windows-1252": "Windows-1252 (서유럽)",
    "windows-1250": "Windows-1250 (중유럽)",
    "windows-1251": "Windows-1251 (키릴)",
    shift_jis: "Shift_JIS (일본어)",
    "euc-jp": "EUC-JP (일본어)",
    gb18030: "GB18030 (중국어)",
    big5: "Big5 (중국어)",
  }),
  separators: /** @type {Record<string, string>} */ ({
    ",": "쉼표",
    ";": "세미콜론",
    "\t": "탭",
    "|": "세로줄",
    whitespace: "공백",
  }),
  separated: (/** @type {string} */ name) => `${josa(name, "으로/로")} 구분`,
  decimals: /** @type {Record<string, string>} */ ({ ".": "소수점은 점", ",": "소수점은 쉼표" }),
  signs: /** @type {Record<string, string>} */ ({ ".": "점", ",": "쉼표", "'": "작은따옴표", " ": "빈칸" }),
  none: "없음",
  grouped: (/** @type {string} */ sign) => `천 단위는 ${sign}`,
  headers: { true: "첫 줄은 열 이름", false: "열 이름 없음" },
  commented: (/** @type {string} */ sign) => `${sign} 뒤는 주석`,
  skipped: (/** @type {number} */ n) => `${count(n)}줄 건너뜀`,
  blank: (/** @type {number} */ n) => `빈 줄 ${count(n)}개 제외`,
  missing: (/** @type {readonly string[]} */ words) => `${josa(quoted(words), "은/는")} 빈 값`,
  truths: (/** @type {string} */ yes, /** @type {string} */ no) => `“${yes}”는 1, “${no}”는 0`,
  labels: {
    encoding: "인코딩",
    separator: "구분 문자",
    decimal: "소수점",
    thousands: "천 단위 구분",
    header: "첫 줄",
    comment: "주석 기호",
    skipRows: "건너뛸 줄 수",
    naValues: "빈 값으로 볼 말",
    trueValues: "1로 볼 말",
    falseValues: "0으로 볼 말",
  },
  wordsHint: "여럿이면 쉼표로 나눠요. 빈 칸과 NA, NaN, null은 언제나 빈 값이에요.",
  /** Doubts, with the other way to read it. */
  doubts: /** @type {Record<string, (other: string, example: string) => string>} */ ({
    also_fits: (other) => `${josa(other, "으로/로")} 나눠도 표가 돼요.`,
    decimal_or_thousands: (other, example) => `“${example}”의 부호는 소수점일 수도, 천 단위 구분일 수도 있어요.`,
    maybe_names: () => "첫 줄이 열 이름일 수도 있어요.",
    maybe_values: () => "첫 줄이 열 이름이 아니라 값일 수도 있어요.",
    undecided: () => "어느 인코딩인지 확실하지 않아요. 글자가 바르게 보이는 것을 고르세요.",
  }),
  sample: (/** @type {string} */ name, /** @type {string} */ word) => (word ? `${word} · ${name}` : name),
  readAs: (/** @type {string} */ other) => `${josa(other, "으로/로")} 읽기`,
  notes: /** @type {Record<string, (facts: any) => string>} */ ({
    sep_line: ({ separator }) => `첫 줄의 sep=${separator}에 따라 나눴어요.`,
    missing_words: ({ words, cells, columns }) =>
      `${columns.join(", ")} 열에서 ${quoted(words)} ${count(cells)}칸을 빈 값으로 읽었어요.`,
    truth_columns: ({ columns }) => `${columns.join(", ")} 열의 참과 거짓을 1과 0으로 읽었어요.`,
    too_large: ({ column, row, value, cells }) =>
      `${column} 열의 ${count(row)}행 ${josa(value, "은/는")} 32비트 실수(약 3.4 × 10³⁸까지)로 나타내기에 너무 커요.${
        cells > 1 ? ` 모두 ${count(cells)}칸이에요.` : ""
      }`,
    becomes_zero: ({ column, row, value, cells }) =>
      `${column} 열의 ${count(row)}행 ${josa(value, "은/는")} 너무 작아서 32비트 실수에서는 0이 돼요.${
        cells > 1 ? ` 모두 ${count(cells)}칸이에요.` : ""
      }`,
    long_integers: ({ column, value }) =>
      `${column} 열의 수(${value} 등)는 너무 길어서 서로 다른 값이 같아져요. 그래서 글자로 두었어요.`,
    text_among_numbers: ({ column, row, value, cells }) =>
      `${column} 열은 거의 수인데 ${count(row)}행에 “${value}”${josa(value, "이/가").slice(value.length)} 있어서 글자로 읽었어요.${
        cells > 1 ? ` 이런 칸이 모두 ${count(cells)}개예요.` : ""
      }`,
  }),
};
