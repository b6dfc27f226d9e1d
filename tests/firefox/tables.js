/**
 * Files and what they hold, as the playground reads them.
 *
 * @typedef {{ file: string, bytes: Buffer, columns: Record<string, (number | string | null)[]> }} TableCase A missing cell is null.
 */

/** 광고비, 매출 of a Korean spreadsheet saved as CP949. */
const KOREAN = Buffer.concat([Buffer.from([0xb1, 0xa4, 0xb0, 0xed, 0xba, 0xf1, 0x2c, 0xb8, 0xc5, 0xc3, 0xe2]), Buffer.from("\r\n10,5\r\n20,7\r\n30,9\r\n40,11\r\n")]);

const rows = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i + 1);

/** @type {TableCase[]} */
export const TABLES = [
  {
    file: "quotes.csv",
    bytes: Buffer.from(`\ufeff"TV, hours",Sales\n${rows(6).map((n) => `"${n * 1.5}",${n * 2}`).join("\n")}\n`),
    columns: { "TV, hours": [1.5, 3, 4.5, 6, 7.5, 9], Sales: [2, 4, 6, 8, 10, 12] },
  },
  {
    file: "cp949.csv",
    bytes: KOREAN,
    columns: { 광고비: [10, 20, 30, 40], 매출: [5, 7, 9, 11] },
  },
  {
    file: "large-and-small.csv",
    bytes: Buffer.from(`x,y\n${rows(5).map((n) => `${n}e-30,${n}e30`).join("\n")}\n`),
    columns: { x: [1e-30, 2e-30, 3e-30, 4e-30, 5e-30], y: [1e30, 2e30, 3e30, 4e30, 5e30] },
  },
];
