/** The place that the element keeps: its height, the author's fallback, then the scene over it. */
export const STYLE = `
:host{display:block;container-type:inline-size;min-width:min(100%,320px)}
:host([hidden]){display:none}
.place{display:grid;grid-template-columns:minmax(0,1fr);align-content:start;min-height:var(--narrow)}
@container (min-width:520px){.place{min-height:var(--small)}}
@container (min-width:600px){.place{min-height:var(--middle)}}
@container (min-width:940px){.place{min-height:var(--wide)}}
slot{display:block}
.place:not(.failed)>*{grid-area:1/1}
.filled:not(.ready,.failed)>.scene{visibility:hidden}
.ready>slot{display:none}
`;
