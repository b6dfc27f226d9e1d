//! Attributes: texts of a group or data set.

use super::bytes::{Bytes, ends_early, text};
use super::datatype::{Datatype, read_shape, write_shape};
use super::read::Hdf5;
use crate::errors;
use glassnet::Error;

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Attribute {
    /// One text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// Anything else.
    Other,
}

/// The most texts of a list, and the most objects of a heap that are looked through for one: what a file claims costs
/// no
/// time.
const MAX_TEXTS: usize = 1024;
const MAX_OBJECTS: usize = 4096;

/// The name of an attribute, and its value where that is asked for by the name.
pub(super) fn read(file: &Hdf5, mut message: Bytes, name: &str) -> Result<Option<Attribute>, Error> {
    let version = message.u8()?;
    let shared = message.u8()?;
    let sizes = [message.u16()?, message.u16()?, message.u16()?].map(usize::from);
    match version {
        1 => {}
        2 | 3 if shared == 0 => {
            // The character set of the name.
            message.take(usize::from(version - 2))?;
        }
        _ => return Err(errors::invalid("HDF5 file", "attributes of version 1 to 3", "another version")),
    }
    let padded = |size: usize| if version == 1 { size.next_multiple_of(8) } else { size };
    let [own_name, datatype, shape] =
        [message.take(padded(sizes[0]))?, message.take(padded(sizes[1]))?, message.take(padded(sizes[2]))?];
    if text(own_name)? != name {
        return Ok(None);
    }
    let Ok(datatype) = Datatype::read(Bytes(datatype)) else { return Ok(Some(Attribute::Other)) };
    let shape = read_shape(Bytes(shape))?;
    values(file, datatype, &shape, message.0).map(Some)
}

fn values(file: &Hdf5, datatype: Datatype, shape: &[usize], data: &[u8]) -> Result<Attribute, Error> {
    if !matches!(datatype, Datatype::Text(1..) | Datatype::HeapText) {
        return Ok(Attribute::Other);
    }
    let count = shape.iter().try_fold(1_usize, |count, size| count.checked_mul(*size)).ok_or_else(ends_early)?;
    if count > MAX_TEXTS {
        return Err(errors::shape("HDF5 file", format_args!("at most {MAX_TEXTS} texts in an attribute"), count));
    }
    let data = data.get(..count.checked_mul(datatype.size()).ok_or_else(ends_early)?).ok_or_else(ends_early)?;
    let one = |item: &[u8]| if datatype == Datatype::HeapText { heap_text(file, Bytes(item)) } else { text(item) };
    let mut texts = data.chunks_exact(datatype.size()).map(one).collect::<Result<Vec<_>, _>>()?;
    Ok(match (shape, texts.pop()) {
        ([], Some(text)) => Attribute::Text(text),
        (_, last) => {
            texts.extend(last);
            Attribute::Texts(texts)
        }
    })
}

/// A text of a global heap.
fn heap_text(file: &Hdf5, mut place: Bytes) -> Result<String, Error> {
    let (length, address, number) = (place.u32()? as usize, place.u64()?, place.u32()?);
    let mut heap = file.at(address)?;
    let damaged = || errors::invalid("HDF5 file", "a heap of texts", "other bytes");
    if heap.take(4)? != b"GCOL" {
        return Err(damaged());
    }
    heap.take(4)?;
    let size = heap.size()?;
    let mut objects = Bytes(heap.0.get(..size.saturating_sub(16)).ok_or_else(ends_early)?);
    for _ in 0..MAX_OBJECTS {
        let own = u32::from(objects.u16()?);
        objects.take(6)?;
        let size = objects.size()?;
        if own == 0 {
            break;
        }
        let content = objects.take(size)?;
        if own == number {
            return text(content.get(..length).ok_or_else(ends_early)?);
        }
        objects.take((size.next_multiple_of(8) - size).min(objects.0.len()))?;
    }
    Err(damaged())
}

/// Writes an attribute of one text, filled up with 0.
pub(super) fn write(name: &str, value: &str) -> Vec<u8> {
    let (mut datatype, mut shape) = (Vec::new(), Vec::new());
    Datatype::Text(value.len().max(1)).write(&mut datatype);
    write_shape(&[], &mut shape);
    let name: Vec<u8> = name.bytes().chain([0]).collect();
    let mut message = vec![1, 0];
    for size in [name.len(), datatype.len(), shape.len()] {
        message.extend((size as u16).to_le_bytes());
    }
    for part in [&name, &datatype, &shape] {
        message.extend(part);
        message.resize(message.len().next_multiple_of(8), 0);
    }
    message.extend(value.as_bytes());
    message
}
