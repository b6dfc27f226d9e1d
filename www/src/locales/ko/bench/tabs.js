export const tabs = {
  label: "더 보기",
  network: "신경망",
  data: "데이터",
  settings: "설정",
  table: "표와 열",
  code: "모델과 코드",
  evaluate: "평가와 예측",
  compare: "경사 하강법 비교",
  layers: "기록과 층",
  save: "저장과 공유",
};
