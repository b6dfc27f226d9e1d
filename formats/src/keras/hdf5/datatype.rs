//! Datatypes and dataspaces: what numbers are stored as, and in which shape.

use super::bytes::Bytes;
use crate::errors;
use glassnet::Error;

/// What is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Datatype {
    /// IEEE floats of so many bytes: 2, 4 or 8.
    Float(usize),
    /// Integers of so many bytes: 1, 2, 4 or 8.
    Integer { size: usize, is_signed: bool },
    /// Texts of so many bytes, filled up with 0.
    Text(usize),
    /// Texts of any length, which lie in a global heap.
    HeapText,
}

/// The bit layouts of IEEE floats: offset, precision, exponent, mantissa, bias.
const FLOATS: [(usize, [u8; 12]); 3] = [
    (2, [0, 0, 16, 0, 10, 5, 0, 10, 15, 0, 0, 0]),
    (4, [0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]),
    (8, [0, 0, 64, 0, 52, 11, 0, 52, 255, 3, 0, 0]),
];

impl Datatype {
    /// Reads a datatype message.
    pub(super) fn read(mut message: Bytes) -> Result<Self, Error> {
        let class = message.u8()? & 0x0f;
        let flags = message.take(3)?;
        let size = message.u32()? as usize;
        let is_little = flags[0] & 1 == 0;
        match class {
            0 if is_little && [1, 2, 4, 8].contains(&size) => {
                let whole = [0, 0, (8 * size) as u8, 0];
                if message.take(4)? == whole {
                    return Ok(Datatype::Integer { size, is_signed: flags[0] & 8 != 0 });
                }
            }
            1 if is_little && flags[0] & 0x40 == 0 => {
                let layout = message.take(12)?;
                if FLOATS.iter().any(|(bytes, float)| *bytes == size && float == layout) {
                    return Ok(Datatype::Float(size));
                }
            }
            3 => return Ok(Datatype::Text(size)),
            9 if flags[0] & 0x0f == 1 && size == 16 => return Ok(Datatype::HeapText),
            _ => {}
        }
        Err(errors::invalid("HDF5 file", "little-endian floats and integers, and texts", "another type of data"))
    }

    /// Writes a datatype message.
    pub(super) fn write(self, out: &mut Vec<u8>) {
        let (class, flags, size) = match self {
            Datatype::Float(size) => (1, [0x20, (8 * size - 1) as u8, 0], size),
            Datatype::Integer { size, is_signed } => (0, [if is_signed { 8 } else { 0 }, 0, 0], size),
            // UTF-8, filled up with 0.
            Datatype::Text(size) => (3, [0x11, 0, 0], size),
            // UTF-8; never written.
            Datatype::HeapText => (9, [0x01, 1, 0], 16),
        };
        out.push(0x10 | class);
        out.extend(flags);
        out.extend((size as u32).to_le_bytes());
        match self {
            Datatype::Float(size) => {
                let layout = FLOATS.iter().find(|(bytes, _)| *bytes == size);
                out.extend(layout.iter().flat_map(|(_, layout)| layout));
            }
            Datatype::Integer { size, .. } => out.extend([0, 0, (8 * size) as u8, 0]),
            Datatype::Text(_) | Datatype::HeapText => {}
        }
    }

    /// How many bytes an item has.
    pub(super) fn size(self) -> usize {
        match self {
            Datatype::Float(size) | Datatype::Integer { size, .. } | Datatype::Text(size) => size,
            Datatype::HeapText => 16,
        }
    }
}

/// The most dimensions that are read.
const MAX_RANK: u8 = 8;

/// Reads a dataspace message: the shape, empty of a single item.
pub(super) fn read_shape(mut message: Bytes) -> Result<Vec<usize>, Error> {
    let version = message.u8()?;
    let rank = message.u8()?;
    let _flags = message.u8()?;
    // Of version 1 reserved bytes; of version 2 the kind, 2 of which holds nothing.
    let kind = message.u8()?;
    match version {
        1 => {
            message.take(4)?;
        }
        2 if kind < 2 => {}
        _ => return Err(errors::invalid("HDF5 file", "data of a shape", "a dataspace of another kind")),
    }
    if rank > MAX_RANK {
        return Err(errors::invalid("HDF5 file", format_args!("at most {MAX_RANK} dimensions"), rank));
    }
    (0..rank).map(|_| message.size()).collect()
}

/// Writes a dataspace message.
pub(super) fn write_shape(shape: &[usize], out: &mut Vec<u8>) {
    out.extend([1, shape.len() as u8, 0, 0, 0, 0, 0, 0]);
    out.extend(shape.iter().flat_map(|size| (*size as u64).to_le_bytes()));
}
