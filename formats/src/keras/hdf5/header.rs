//! Object headers of version 1: the messages of a group or data set.

use super::bytes::{Bytes, ends_early};
use super::read::Hdf5;
use crate::errors;
use glassnet::Error;

/// Kinds of messages.
pub(super) mod kind {
    pub(in super::super) const DATASPACE: u16 = 0x01;
    pub(in super::super) const DATATYPE: u16 = 0x03;
    pub(in super::super) const FILL: u16 = 0x05;
    pub(in super::super) const EXTERNAL: u16 = 0x07;
    pub(in super::super) const LAYOUT: u16 = 0x08;
    pub(in super::super) const FILTERS: u16 = 0x0b;
    pub(in super::super) const ATTRIBUTE: u16 = 0x0c;
    pub(in super::super) const CONTINUATION: u16 = 0x10;
    pub(in super::super) const SYMBOL_TABLE: u16 = 0x11;
}

/// The most blocks of a header and the most messages: Keras's attributes take a few.
const MAX_BLOCKS: usize = 64;
const MAX_MESSAGES: usize = 4096;

/// A message: its kind and content.
pub(super) type Message<'a> = (u16, Bytes<'a>);

/// All messages of the header at an address.
pub(super) fn messages<'a>(file: &Hdf5<'a>, address: u64) -> Result<Vec<Message<'a>>, Error> {
    let mut start = file.at(address)?;
    if start.0.starts_with(b"OHDR") {
        let received = "another version of them, as h5py's libver=\"latest\" writes";
        return Err(errors::invalid("HDF5 file", "object headers of version 1, as Keras writes", received));
    }
    if start.u8()? != 1 {
        return Err(errors::invalid("HDF5 file", "an object header", "other bytes"));
    }
    start.take(7)?;
    let size = start.u32()? as usize;
    start.take(4)?;
    let mut blocks = vec![Bytes(start.take(size)?)];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(mut block) = blocks.get(at).copied() {
        at += 1;
        // A rest that is too short for a message is a gap.
        while block.0.len() >= 8 && found.len() < MAX_MESSAGES {
            let (kind, size, flags) = (block.u16()?, block.u16()?, block.u8()?);
            block.take(3)?;
            let mut content = Bytes(block.take(usize::from(size))?);
            if flags & 2 != 0 && kind != 0 {
                return Err(errors::invalid("HDF5 file", "messages in their header", "a shared message"));
            }
            if kind != kind::CONTINUATION {
                found.push((kind, content));
            } else if blocks.len() < MAX_BLOCKS {
                let (address, size) = (content.u64()?, content.size()?);
                blocks.push(Bytes(file.at(address)?.0.get(..size).ok_or_else(ends_early)?));
            }
        }
    }
    Ok(found)
}

/// Writes a header of some messages, and returns its address.
pub(super) fn write(messages: &[(u16, Vec<u8>)], out: &mut Vec<u8>) -> u64 {
    let address = out.len() as u64;
    let padded = |content: &[u8]| content.len().next_multiple_of(8);
    let size: usize = messages.iter().map(|(_, content)| 8 + padded(content)).sum();
    out.extend([1, 0]);
    out.extend((messages.len() as u16).to_le_bytes());
    out.extend(1_u32.to_le_bytes());
    out.extend((size as u32).to_le_bytes());
    out.extend([0; 4]);
    for (kind, content) in messages {
        out.extend(kind.to_le_bytes());
        out.extend((padded(content) as u16).to_le_bytes());
        out.extend([0; 4]);
        out.extend(content);
        out.resize(out.len().next_multiple_of(8), 0);
    }
    address
}
