/** What the element says where not even the words of its scene could be fetched; as short as can be, both languages. */
export const LOADER_WORDS = {
  ko: "그림을 불러오지 못했어요.",
  en: "The picture could not be loaded.",
};
