export const results = {
  title: "평가하고 예측하기",
  term: "evaluate, predict",
  lead: "학습에 쓰지 않은 행으로 얼마나 잘 맞히는지 보고, 새 값을 넣어 예측해 보세요.",
};
