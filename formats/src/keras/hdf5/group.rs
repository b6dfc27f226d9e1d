//! Groups: names in a local heap, entries in the leaves of a tree.

use super::bytes::{Bytes, text};
use super::read::Hdf5;
use super::{NOWHERE, header};
use crate::errors;
use glassnet::Error;

/// The most things of a group: Keras has a few for each layer.
const MAX_ENTRIES: usize = 2000;

/// Half of the most entries of a leaf, and of the most leaves of a node, in files that are written: room for 512
/// entries,
/// more than the optimizer of a model of the most layers has.
pub(super) const LEAF_K: u16 = 8;
pub(super) const NODE_K: u16 = 16;

const LEAF: usize = 2 * LEAF_K as usize;
const NODE: usize = 2 * NODE_K as usize;

/// A thing of a group: its name, and where its header is; `None` for a link of another kind.
pub(super) type Entry = (String, Option<u64>);

/// The things of a group by its symbol table message.
pub(super) fn entries(file: &Hdf5, mut message: Bytes) -> Result<Vec<Entry>, Error> {
    let (tree, heap) = (message.u64()?, message.u64()?);
    let names = heap_of(file, heap)?;
    let mut found = Vec::new();
    let mut nodes = vec![(tree, None)];
    while let Some((address, level)) = nodes.pop() {
        let mut node = file.at(address)?;
        if level == Some(0) {
            read_leaf(&mut node, names, &mut found)?;
        } else {
            read_node(&mut node, level, &mut nodes)?;
        }
        if found.len() + nodes.len() > MAX_ENTRIES {
            return Err(errors::invalid("HDF5 file", format_args!("at most {MAX_ENTRIES} names in a group"), "more"));
        }
    }
    Ok(found)
}

/// The names of a local heap.
fn heap_of<'a>(file: &Hdf5<'a>, address: u64) -> Result<&'a [u8], Error> {
    let mut heap = file.at(address)?;
    if heap.take(4)? != b"HEAP" {
        return Err(errors::invalid("HDF5 file", "a heap of names", "other bytes"));
    }
    heap.take(4)?;
    let size = heap.size()?;
    heap.u64()?;
    file.at(heap.u64()?)?.take(size)
}

/// Puts the children of a node, each with the level that it may have, on the list.
fn read_node(node: &mut Bytes, level: Option<u8>, nodes: &mut Vec<(u64, Option<u8>)>) -> Result<(), Error> {
    let damaged = || errors::invalid("HDF5 file", "a tree of names", "other bytes");
    if node.take(4)? != b"TREE" || node.u8()? != 0 {
        return Err(damaged());
    }
    let own = node.u8()?;
    // A child is one level lower than its parent, so that no tree leads back into itself.
    if level.is_some_and(|level| level != own + 1) || own > 8 {
        return Err(damaged());
    }
    let count = node.u16()?;
    node.take(16)?;
    for _ in 0..count {
        node.u64()?;
        nodes.push((node.u64()?, Some(own)));
    }
    Ok(())
}

fn read_leaf(leaf: &mut Bytes, names: &[u8], found: &mut Vec<Entry>) -> Result<(), Error> {
    if leaf.take(4)? != b"SNOD" {
        return Err(errors::invalid("HDF5 file", "a leaf of names", "other bytes"));
    }
    leaf.take(2)?;
    for _ in 0..leaf.u16()? {
        let (name, address, kind) = (leaf.size()?, leaf.u64()?, leaf.u32()?);
        leaf.take(20)?;
        let name = text(names.get(name..).ok_or_else(super::bytes::ends_early)?)?;
        found.push((name, (kind != 2 && address != NOWHERE).then_some(address)));
    }
    Ok(())
}

/// Writes the things of a group, by their names in order, and returns its symbol table message.
pub(super) fn write(entries: &[(String, u64)], out: &mut Vec<u8>) -> (u16, Vec<u8>) {
    let mut names = vec![0; 8];
    let mut offsets = Vec::with_capacity(entries.len());
    for (name, _) in entries {
        offsets.push(names.len() as u64);
        names.extend(name.as_bytes());
        names.resize((names.len() + 1).next_multiple_of(8), 0);
    }
    let heap = out.len() as u64;
    out.extend(b"HEAP\0\0\0\0");
    // The list of free blocks, which has none, begins at 1.
    for number in [names.len() as u64, 1, heap + 32] {
        out.extend(number.to_le_bytes());
    }
    out.extend(&names);
    let leaves: Vec<(u64, u64)> = entries
        .chunks(LEAF)
        .zip(offsets.chunks(LEAF))
        .map(|(entries, offsets)| (write_leaf(entries, offsets, out), offsets.last().copied().unwrap_or_default()))
        .collect();
    let tree = out.len() as u64;
    out.extend(b"TREE\0\0");
    out.extend((leaves.len() as u16).to_le_bytes());
    out.extend([0xff; 16]);
    out.extend(0_u64.to_le_bytes());
    for (leaf, last_name) in &leaves {
        out.extend(leaf.to_le_bytes());
        out.extend(last_name.to_le_bytes());
    }
    out.resize(out.len() + 16 * (NODE - leaves.len()), 0);
    let message = [tree, heap].iter().flat_map(|address| address.to_le_bytes()).collect();
    (header::kind::SYMBOL_TABLE, message)
}

fn write_leaf(entries: &[(String, u64)], offsets: &[u64], out: &mut Vec<u8>) -> u64 {
    let address = out.len() as u64;
    out.extend(b"SNOD\x01\0");
    out.extend((entries.len() as u16).to_le_bytes());
    for ((_, header), name) in entries.iter().zip(offsets) {
        out.extend(name.to_le_bytes());
        out.extend(header.to_le_bytes());
        out.extend([0; 24]);
    }
    out.resize(out.len() + 40 * (LEAF - entries.len()), 0);
    address
}

/// How many things a group may have in a file that is written.
pub(super) const MAX_WRITTEN: usize = LEAF * NODE;
