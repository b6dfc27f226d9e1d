/** A group of controls that is one tab stop: arrow keys move inside it. */

/** How far a key moves. @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** @param {Event} event */
const controlsOf = ({ currentTarget }) =>
  Array.from(/** @type {HTMLElement} */ (currentTarget).querySelectorAll(":is(button, select)")).filter(
    (control) => control instanceof HTMLElement,
  );

/** The control that has the keyboard is the one that Tab comes back to. @param {FocusEvent} event */
export function onToolbarFocus(event) {
  for (const control of controlsOf(event)) control.tabIndex = control === event.target ? 0 : -1;
}

/** @param {KeyboardEvent} event */
export function onToolbarKey(event) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const controls = controlsOf(event);
  const now = controls.findIndex((control) => control === event.target);
  controls[Math.min(Math.max(now + step, 0), controls.length - 1)]?.focus();
}
