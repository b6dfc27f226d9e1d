//! Reading: what is asked for, and nothing else. Nothing is allocated by a size that the file claims before as many
//! bytes
//! are there.

use super::attribute::{self, Attribute};
use super::bytes::{Bytes, ends_early};
use super::datatype::{Datatype, read_shape};
use super::header::{self, Message, kind};
use super::{NOWHERE, SIGNATURE, group};
use crate::errors;
use glassnet::Error;

/// An HDF5 file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hdf5<'a> {
    bytes: &'a [u8],
    root: u64,
}

/// A group or data set.
#[derive(Debug, Clone)]
pub(crate) struct Object<'a> {
    file: Hdf5<'a>,
    path: String,
    messages: Vec<Message<'a>>,
}

impl<'a> Hdf5<'a> {
    /// Opens a file.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let mut start = Bytes(bytes);
        if start.take(8).ok() != Some(&SIGNATURE) {
            return Err(errors::invalid("file", "an HDF5 file", "other bytes"));
        }
        let version = start.u8()?;
        if version > 1 {
            let received = "a newer one, as h5py's libver=\"latest\" writes";
            return Err(errors::invalid("HDF5 file", "the format that Keras writes", received));
        }
        start.take(4)?;
        if start.take(2)? != [8, 8] {
            return Err(errors::invalid("HDF5 file", "addresses and lengths of 8 bytes", "others"));
        }
        start.take(if version == 1 { 13 } else { 9 })?;
        if start.u64()? != 0 {
            return Err(errors::invalid("HDF5 file", "addresses from the start of the file", "a base address"));
        }
        start.take(24)?;
        start.u64()?;
        Ok(Hdf5 { bytes, root: start.u64()? })
    }

    /// The bytes from an address on.
    pub(super) fn at(&self, address: u64) -> Result<Bytes<'a>, Error> {
        let address = usize::try_from(address).map_err(|_| ends_early())?;
        self.bytes.get(address..).map(Bytes).ok_or_else(ends_early)
    }

    /// The group that holds all others.
    pub(crate) fn root(&self) -> Result<Object<'a>, Error> {
        self.object(self.root, String::new())
    }

    fn object(&self, address: u64, path: String) -> Result<Object<'a>, Error> {
        Ok(Object { file: *self, path, messages: header::messages(self, address)? })
    }
}

impl<'a> Object<'a> {
    /// Where it stands in the file.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    fn message(&self, wanted: u16) -> Option<Bytes<'a>> {
        self.messages.iter().find(|(kind, _)| *kind == wanted).map(|(_, content)| *content)
    }

    /// The names of what a group has; of a data set none.
    pub(crate) fn names(&self) -> Result<Vec<String>, Error> {
        Ok(self.entries()?.into_iter().map(|(name, _)| name).collect())
    }

    fn entries(&self) -> Result<Vec<group::Entry>, Error> {
        self.message(kind::SYMBOL_TABLE).map_or(Ok(Vec::new()), |message| group::entries(&self.file, message))
    }

    /// What a path leads to from here, if it is there.
    pub(crate) fn find(&self, path: &str) -> Result<Option<Object<'a>>, Error> {
        let mut object = self.clone();
        for part in path.split('/') {
            let Some((name, address)) = object.entries()?.into_iter().find(|(name, _)| name == part) else {
                return Ok(None);
            };
            let path = if object.path.is_empty() { name } else { format!("{}/{name}", object.path) };
            let Some(address) = address else {
                return Err(errors::invalid(path, "data in the file itself", "a link"));
            };
            object = self.file.object(address, path)?;
        }
        Ok(Some(object))
    }

    /// What a path leads to from here.
    pub(crate) fn get(&self, path: &str) -> Result<Object<'a>, Error> {
        let full = || if self.path.is_empty() { path.to_string() } else { format!("{}/{path}", self.path) };
        self.find(path)?.ok_or_else(|| errors::shape("HDF5 file", full(), "none"))
    }

    /// The attribute of a name, if it is there.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<Attribute>, Error> {
        for (_, message) in self.messages.iter().filter(|(kind, _)| *kind == kind::ATTRIBUTE) {
            if let found @ Some(_) = attribute::read(&self.file, *message, name)? {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The shape of a data set; a group has none.
    pub(crate) fn shape(&self) -> Result<Vec<usize>, Error> {
        let message = self.message(kind::DATASPACE);
        read_shape(message.ok_or_else(|| errors::invalid(&self.path, "data", "a group"))?)
    }

    /// The numbers of a data set, row by row.
    pub(crate) fn numbers(&self) -> Result<Vec<f64>, Error> {
        self.read(number)
    }

    /// The floats of a data set in single precision, row by row.
    pub(crate) fn singles(&self) -> Result<Vec<f32>, Error> {
        // Without a way through doubles, in which a NaN would lose its bits.
        self.read(|datatype, item| match item.try_into() {
            Ok(bytes) if datatype == Datatype::Float(4) => f32::from_le_bytes(bytes),
            _ => number(datatype, item) as f32,
        })
    }

    fn read<T>(&self, one: fn(Datatype, &[u8]) -> T) -> Result<Vec<T>, Error> {
        let shape = self.shape()?;
        let invalid = |expected: &str, received: &str| Err(errors::invalid(&self.path, expected, received));
        let Some(datatype) = self.message(kind::DATATYPE) else { return invalid("data", "none") };
        let datatype = Datatype::read(datatype).map_err(|_| errors::invalid(&self.path, "numbers", "other data"))?;
        if matches!(datatype, Datatype::Text(_) | Datatype::HeapText) {
            return invalid("numbers", "texts");
        }
        if self.message(kind::FILTERS).is_some() {
            return invalid("data without filters, as Keras writes it", "filtered data");
        }
        if self.message(kind::EXTERNAL).is_some() {
            return invalid("data in the file itself", "data in another file");
        }
        let size = shape.iter().try_fold(datatype.size(), |size, count| size.checked_mul(*count));
        let size = size.ok_or_else(ends_early)?;
        let data = if size == 0 { &[] } else { self.layout()?.get(..size).ok_or_else(ends_early)? };
        Ok(data.chunks_exact(datatype.size()).map(|item| one(datatype, item)).collect())
    }

    /// The bytes that a data set is stored in.
    fn layout(&self) -> Result<&'a [u8], Error> {
        let invalid =
            |received: &str| Err(errors::invalid(&self.path, "data in one piece, as Keras writes it", received));
        let Some(mut layout) = self.message(kind::LAYOUT) else { return invalid("none") };
        match (layout.u8()?, layout.u8()?) {
            (3 | 4, 0) => {
                let size = usize::from(layout.u16()?);
                layout.take(size)
            }
            (3 | 4, 1) => {
                let (address, size) = (layout.u64()?, layout.size()?);
                if address == NOWHERE {
                    return invalid("none");
                }
                self.file.at(address)?.take(size)
            }
            _ => invalid("data in chunks"),
        }
    }
}

/// A number of its bytes.
fn number(datatype: Datatype, item: &[u8]) -> f64 {
    let mut bytes = [0; 8];
    bytes[..item.len().min(8)].copy_from_slice(&item[..item.len().min(8)]);
    let unsigned = u64::from_le_bytes(bytes);
    match datatype {
        Datatype::Float(2) => half(unsigned as u16),
        Datatype::Float(4) => f64::from(f32::from_bits(unsigned as u32)),
        Datatype::Float(_) => f64::from_bits(unsigned),
        Datatype::Integer { size, is_signed: true } => {
            let unused = 64 - 8 * size as u32;
            ((unsigned << unused) as i64 >> unused) as f64
        }
        _ => unsigned as f64,
    }
}

/// A float of half precision.
fn half(bits: u16) -> f64 {
    let (sign, exponent, mantissa) = (bits >> 15, (bits >> 10) & 0x1f, f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => mantissa / 16_777_216.0,
        0x1f if mantissa == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1.0 + mantissa / 1024.0) * f64::from(2.0_f32.powi(i32::from(exponent) - 15)),
    };
    if sign == 1 { -magnitude } else { magnitude }
}
