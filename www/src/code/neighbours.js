/** The code scenes of a page that share their variables with one, in the order of the page. */

/** @param {Element} embed @returns {string} */
const programOf = (embed) => /** @type {any} */ (embed).inner?.source ?? "";

/**
 * @param {Element} embed @param {string | undefined} session
 */
export function neighbours(embed, session) {
  const tree = /** @type {ParentNode} */ (embed.getRootNode());
  const all = [...tree.querySelectorAll('glass-net[scene="code"]')];
  const own = session ? all.filter((one) => one.getAttribute("session") === session) : [embed];
  const at = own.indexOf(embed);
  return {
    before: at < 0 ? [] : own.slice(0, at),
    after: at < 0 ? [] : own.slice(at + 1),
    /** The texts of all cells, this one's as the reader has it. @param {string} source */
    programs: (source) => (at < 0 ? [source] : own.map((one) => (one === embed ? source : programOf(one)))),
  };
}
