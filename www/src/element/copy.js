/** Texts for the clipboard. */

/**
 * Puts a text on the clipboard; where the page may not, as the browser did before there was a clipboard to ask.
 * @param {string} text @param {ParentNode} near Where a field may stand for a moment. @returns {Promise<boolean>}
 */
export async function copyText(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.style.cssText = "position:fixed;opacity:0;inset:0 auto auto 0";
    near.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}
