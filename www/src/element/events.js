/**
 * What a scene tells the page: the event reaches it through the shadow, and its detail is plain.
 * @param {HTMLElement} scene
 * @param {"ready" | "change" | "step" | "phase" | "epoch" | "end" | "error"} what
 * @param {unknown} detail
 */
export const dispatch = (scene, what, detail) =>
  scene.dispatchEvent(new CustomEvent(`glass-net-${what}`, { bubbles: true, composed: true, detail }));

/** Tells of a failure. @param {HTMLElement} scene @param {any} failure */
export const dispatchError = (scene, failure) =>
  dispatch(scene, "error", { code: failure?.code ?? "unknown", message: String(failure?.message ?? failure) });
