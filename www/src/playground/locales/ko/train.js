export const train = {
  title: "학습하기",
  term: "fit",
  lead: "순전파, 손실, 역전파, 업데이트를 배치마다 되풀이해요. 학습하는 동안 안을 들여다보세요.",
};
