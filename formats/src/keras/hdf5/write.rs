//! Writing: a tree of groups and data sets, the deepest first.

use super::datatype::{Datatype, write_shape};
use super::header::{self, kind};
use super::{NOWHERE, SIGNATURE, attribute, group};
use crate::errors;
use glassnet::Error;

/// A group that is written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Group {
    /// A text by the name of the attribute.
    pub(crate) attributes: Vec<(&'static str, String)>,
    /// Groups in it.
    pub(crate) groups: Vec<(String, Group)>,
    /// Data sets in it.
    pub(crate) data: Vec<(String, Data)>,
}

/// A data set that is written.
#[derive(Debug, Clone)]
pub(crate) enum Data {
    /// Numbers of single precision, row by row, in a shape.
    Singles(Vec<usize>, Vec<f32>),
    /// One integer.
    Integer(i64),
}

impl Group {
    /// The group of a name, made where there is none.
    pub(crate) fn group(&mut self, name: &str) -> &mut Group {
        let found = self.groups.iter().position(|(own, _)| own == name);
        let at = found.unwrap_or_else(|| {
            self.groups.push((name.to_string(), Group::default()));
            self.groups.len() - 1
        });
        &mut self.groups[at].1
    }

    /// A file of which this is the root.
    pub(crate) fn file(&self) -> Result<Vec<u8>, Error> {
        let mut out = SIGNATURE.to_vec();
        out.extend([0, 0, 0, 0, 0, 8, 8, 0]);
        out.extend(group::LEAF_K.to_le_bytes());
        out.extend(group::NODE_K.to_le_bytes());
        out.extend([0; 4]);
        let end_at = out.len() + 16;
        for address in [0, NOWHERE, 0, NOWHERE, 0] {
            out.extend(address.to_le_bytes());
        }
        let root_at = out.len();
        out.extend([0; 32]);
        let root = self.write(&mut out)?;
        let end = out.len() as u64;
        out[end_at..end_at + 8].copy_from_slice(&end.to_le_bytes());
        out[root_at..root_at + 8].copy_from_slice(&root.to_le_bytes());
        Ok(out)
    }

    /// Writes the group with all that is in it, and returns the address of its header.
    fn write(&self, out: &mut Vec<u8>) -> Result<u64, Error> {
        let mut entries = Vec::with_capacity(self.groups.len() + self.data.len());
        for (name, group) in &self.groups {
            insert(&mut entries, name, group.write(out)?);
        }
        for (name, data) in &self.data {
            insert(&mut entries, name, data.write(out));
        }
        if entries.len() > group::MAX_WRITTEN {
            let expected = format!("at most {} tensors in a group", group::MAX_WRITTEN);
            return Err(errors::shape("HDF5 file", expected, entries.len()));
        }
        let mut messages = vec![group::write(&entries, out)];
        messages.extend(self.attributes.iter().map(|(name, text)| (kind::ATTRIBUTE, attribute::write(name, text))));
        Ok(header::write(&messages, out))
    }
}

/// Puts an entry where its name belongs in order: a reader finds it by halving.
fn insert(entries: &mut Vec<(String, u64)>, name: &str, address: u64) {
    let place = entries.partition_point(|(other, _)| other.as_str() < name);
    entries.insert(place, (name.to_string(), address));
}

impl Data {
    fn write(&self, out: &mut Vec<u8>) -> u64 {
        let address = out.len() as u64;
        let (datatype, shape): (_, &[usize]) = match self {
            Data::Singles(shape, numbers) => {
                out.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
                (Datatype::Float(4), shape)
            }
            Data::Integer(integer) => {
                out.extend(integer.to_le_bytes());
                (Datatype::Integer { size: 8, is_signed: true }, &[])
            }
        };
        let size = out.len() as u64 - address;
        out.resize(out.len().next_multiple_of(8), 0);
        let (mut type_message, mut space) = (Vec::new(), Vec::new());
        datatype.write(&mut type_message);
        write_shape(shape, &mut space);
        // In one piece; where nothing is stored there is no place.
        let mut layout = vec![3, 1];
        layout.extend((if size == 0 { NOWHERE } else { address }).to_le_bytes());
        layout.extend(size.to_le_bytes());
        // Space that is made late, filled where a value is set, and none is.
        let fill = vec![2, 2, 2, 1, 0, 0, 0, 0];
        header::write(
            &[(kind::DATASPACE, space), (kind::DATATYPE, type_message), (kind::FILL, fill), (kind::LAYOUT, layout)],
            out,
        )
    }
}
