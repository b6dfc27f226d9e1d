export const data = {
  title: "데이터 준비하기",
  term: "전처리 preprocess",
  lead: "표를 고르고, 무엇으로 무엇을 맞힐지 정한 다음, 학습할 행과 평가할 행으로 나눠요.",
};
