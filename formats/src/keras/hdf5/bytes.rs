//! Checked reading of little-endian numbers.

use crate::errors;
use glassnet::Error;

/// Bytes from some place on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

/// The file ends before what it says that it holds.
#[cold]
pub(super) fn ends_early() -> Error {
    errors::invalid("HDF5 file", "what it says that it holds", "an end before it")
}

impl<'a> Bytes<'a> {
    /// The next so many bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(ends_early)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], Error> {
        let mut own = [0; COUNT];
        own.copy_from_slice(self.take(COUNT)?);
        Ok(own)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Error> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn u16(&mut self) -> Result<u16, Error> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Error> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(super) fn u64(&mut self) -> Result<u64, Error> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A count or size; one past all memory is the largest, of which there are never enough bytes.
    pub(super) fn size(&mut self) -> Result<usize, Error> {
        Ok(usize::try_from(self.u64()?).unwrap_or(usize::MAX))
    }
}

/// A text that ends before its first 0.
pub(super) fn text(bytes: &[u8]) -> Result<String, Error> {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    String::from_utf8(bytes[..end].to_vec())
        .map_err(|_| errors::invalid("HDF5 file", "names and texts in UTF-8", "other bytes"))
}
