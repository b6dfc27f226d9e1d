/** What the element says where not even the words of its scene could be fetched; as short as can be, both languages. */
export const GUEST_WORDS = {
  ko: (/** @type {string} */ address) =>
    `그림을 불러오지 못했어요. ${address} 서버가 Access-Control-Allow-Origin 헤더를 보내는지 확인해 보세요.`,
  en: (/** @type {string} */ address) =>
    `The picture could not be loaded. Does the server of ${address} send the header Access-Control-Allow-Origin?`,
};
