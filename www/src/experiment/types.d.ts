/** The engine as the playground uses it: the types that its full package comes with. */
export type * from "../../pkg-full/glassnet.js";
