/** Whether this browser computes several numbers at once in WebAssembly, which the full engine was compiled for. */

/** The smallest module that needs it: a function that fills 16 lanes with 0. */
export const MODULE = Uint8Array.of(
  0,
  0x61,
  0x73,
  0x6d,
  1,
  0,
  0,
  0, // magic number and version
  1,
  5,
  1,
  0x60,
  0,
  1,
  0x7b, // a type: () -> v128
  3,
  2,
  1,
  0, // a function of it
  10,
  8,
  1,
  6,
  0,
  0x41,
  0,
  0xfd,
  15,
  0x0b, // i32.const 0, i8x16.splat, end
);

/** Chrome since 91, Firefox since 89, Safari since 16.4. */
export const hasSimd = () => WebAssembly.validate(MODULE);
