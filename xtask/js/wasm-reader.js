// Reads the binary format of WebAssembly: https://webassembly.github.io/spec/core/binary/modules.html

/** Sections by their numbers. */
export const SECTIONS = { custom: 0, imports: 2, code: 10, data: 11 };

/** A place in a module. */
export class WasmReader {
  /** @param {Buffer} bytes @param {number} at */
  constructor(bytes, at) {
    this.buffer = bytes;
    this.at = at;
  }

  byte() {
    return this.buffer[this.at++];
  }

  /** LEB128, without a sign. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** What follows its length; a view. */
  bytes() {
    const length = this.number();
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  /** @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/** How many bytes stand before the first section. */
const HEADER = 8;

/** Each section's number and a reader of its contents. @param {Buffer} module */
export function* sectionsOf(module) {
  for (let at = HEADER; at < module.length;) {
    const reader = new WasmReader(module, at);
    const section = reader.byte();
    at = reader.number() + reader.at;
    yield { section, reader };
  }
}

/** The segments of data: their address, if they have one, and their bytes, a view. @param {Buffer} module */
export function dataOf(module) {
  for (const { section, reader } of sectionsOf(module)) {
    if (section !== SECTIONS.data) continue;
    return reader.list(() => {
      const isPassive = reader.number() === 1;
      // i32.const, the address, end.
      if (!isPassive) reader.byte();
      const address = isPassive ? -1 : reader.number();
      if (!isPassive) reader.byte();
      return { address, bytes: reader.bytes() };
    });
  }
  return [];
}
