/** The place that the element keeps: its height, the author's fallback, then the scene over it. */
export const STYLE = `
:host{display:block;container-type:inline-size;min-width:min(100%,320px)}
:host([hidden]){display:none}
@media (min-width:600px){:host([sticky]){position:sticky;top:0;z-index:1}}
.place{display:grid;grid-template-columns:minmax(0,1fr);min-height:var(--height-0)}
@container (min-width:520px){.place{min-height:var(--height-1)}}
@container (min-width:600px){.place{min-height:var(--height-2)}}
@container (min-width:688px){.place{min-height:var(--height-3)}}
@container (min-width:960px){.place{min-height:var(--height-4)}}
slot{display:block}
.place:not(.failed)>*{grid-area:1/1}
.filled:not(.ready,.failed)>:not(slot){visibility:hidden}
.ready>slot{display:none}
.place.free{min-height:0}
.failed{align-content:start}
`;
