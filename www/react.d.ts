/**
 * `<glass-net>` in JSX, for React 19: `import "glassnet/react"` registers the element, as `glassnet/element` does, and
 * tells TypeScript of its attributes and events.
 */
import type { ClassAttributes, HTMLAttributes } from "react";
import type { GlassNet, GlassNetAttributes, GlassNetEventMap, GlassNetState } from "./element.js";

export * from "./element.js";

/** What `<glass-net>` takes in JSX: attributes by their properties' names, and a handler `onglass-net-step` for each event. */
export type GlassNetProps = Omit<HTMLAttributes<GlassNet>, keyof GlassNetAttributes> &
  ClassAttributes<GlassNet> &
  Partial<GlassNetAttributes> & { state?: GlassNetState } & {
    [Name in keyof GlassNetEventMap as `on${Name}`]?: (event: GlassNetEventMap[Name]) => void;
  };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "glass-net": GlassNetProps;
    }
  }
}
