/** What the element says where not even the words of its scene could be fetched; as short as can be, both languages. `why` is a host where its headers may be at fault, else what the browser says. */
export const GUEST_WORDS = {
  ko: (/** @type {unknown} */ why, /** @type {boolean} */ cors) =>
    `그림을 불러오지 못했어요. ${why}${cors ? " 서버가 Access-Control-Allow-Origin 헤더를 보내는지 확인해 주세요." : ""}`,
  en: (/** @type {unknown} */ why, /** @type {boolean} */ cors) =>
    `The picture could not be loaded. ${cors ? `Does ${why} send Access-Control-Allow-Origin?` : why}`,
};
