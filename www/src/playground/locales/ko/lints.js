/** What the engine noticed, by its code: a heading and what to do, with the facts that came with it. */
export const lints = {
  title: "엔진이 알아차린 점",
  none: "눈에 띄는 문제가 없어요.",
  severity: { info: "참고", warning: "주의", error: "문제" },
  byCode: /** @type {Record<string, (facts: Record<string, any>) => { what: string, advice: string }>} */ ({}),
};
