//! HDF5 as Keras writes it: superblock of version 0, groups as symbol tables, contiguous data without filters.
//!
//! Written by hand: a library that reads and writes all of HDF5 is 163 KB of the 200 KB (brotli) that the module may
//! have.
//! Source: <https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html>.

mod attribute;
mod bytes;
mod datatype;
mod group;
mod header;
mod read;
mod write;

pub(crate) use attribute::Attribute;
pub(crate) use read::{Hdf5, Object};
pub(crate) use write::{Data, Group};

/// The first bytes of every HDF5 file.
pub(crate) const SIGNATURE: [u8; 8] = *b"\x89HDF\r\n\x1a\n";

/// The address of what is not there.
const NOWHERE: u64 = u64::MAX;
