export const bar = {
  label: "학습 조작",
  epoch: "에포크",
  batch: "배치",
  rate: "학습률",
  optimizer: "옵티마이저",
  toSchedule: (/** @type {string} */ name) =>
    `학습률이 일정(${name})에 따라 바뀌어요. ‘모델과 코드’에서 바꿀 수 있어요.`,
  /** Under the icons; the whole name is their tooltip. */
  short: { batch: "배치", epoch: "에포크", end: "끝까지", reset: "초기화", reseed: "새로 뽑기" },
  /** Under the pictures; the whole name is their tooltip. */
  presets: {
    "tutorial-2": "튜토리얼 2",
    "tutorial-1": "튜토리얼 1",
    "trap-unscaled": "함정",
    relu: "ReLU",
    softmax: "군집",
    xor: "XOR",
    spiral: "나선",
  },
  changed: "직접 바꿈",
};
