//! The zip of a `.keras` file. The library gives entries as they lie there; limits are ours.

use crate::errors;
use glassnet::Error;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter};
use std::fmt::Display;
use std::io::Write;

/// The first bytes of a zip.
pub(crate) const SIGNATURE: [u8; 4] = *b"PK\x03\x04";

/// The most entries that are looked through.
const MAX_ENTRIES: usize = 1000;

#[cold]
fn damaged(reason: impl Display) -> Error {
    errors::invalid(".keras file", "a zip that is whole", reason)
}

/// The content of an entry of at most so many bytes, however it is compressed.
pub(super) fn read(archive: &[u8], name: &str, most: usize) -> Result<Option<Vec<u8>>, Error> {
    let archive = ZipArchive::from_slice(archive).map_err(damaged)?;
    for entry in archive.entries().take(MAX_ENTRIES) {
        let entry = entry.map_err(damaged)?;
        if entry.file_path().as_ref() != name.as_bytes() {
            continue;
        }
        let stored = archive.get_entry(entry.wayfinder()).map_err(damaged)?.data();
        let too_large = || errors::shape(name, format_args!("at most {most} bytes"), "more");
        let content =
            match entry.compression_method() {
                CompressionMethod::STORE if stored.len() > most => return Err(too_large()),
                CompressionMethod::STORE => stored.to_vec(),
                CompressionMethod::DEFLATE => miniz_oxide::inflate::decompress_to_vec_with_limit(stored, most)
                    .map_err(|error| match error.status {
                        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => too_large(),
                        _ => damaged("a compressed entry that is not"),
                    })?,
                _ => return Err(damaged("an entry in another compression than deflate")),
            };
        if crc32(&content) != entry.crc32() {
            return Err(damaged(format_args!("{name} with another checksum")));
        }
        return Ok(Some(content));
    }
    Ok(None)
}

/// A zip of some files, without compression as Keras writes it.
pub(super) fn write(files: &[(&str, &[u8])]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, content) in files {
        let entry = archive.new_file(*name).compression_method(CompressionMethod::STORE);
        let (mut entry, _) = entry.start().map_err(damaged)?;
        entry.write_all(content).map_err(damaged)?;
        entry.finish(DataDescriptorOutput::new(crc32(content), content.len() as u64)).map_err(damaged)?;
    }
    archive.finish().map_err(damaged)
}

/// The remainder that four bits leave of CRC-32's polynomial, reflected.
const REMAINDERS: [u32; 16] = {
    let mut remainders = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut remainder = index as u32;
        let mut bit = 0;
        while bit < 4 {
            remainder = (remainder >> 1) ^ (0xEDB8_8320 * (remainder & 1));
            bit += 1;
        }
        remainders[index] = remainder;
        index += 1;
    }
    remainders
};

/// The checksum of a zip's entry, CRC-32. The library's is faster by tables of 16 KB, which no compression makes
/// smaller: a twelfth of the module that a page loads.
fn crc32(bytes: &[u8]) -> u32 {
    let four = |state: u32| (state >> 4) ^ REMAINDERS[(state & 15) as usize];
    !bytes.iter().fold(!0, |state, byte| four(four(state ^ u32::from(*byte))))
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn the_checksum_is_that_of_the_library() {
        let bytes: Vec<u8> = (0..1000_u32).map(|index| (index * index / 7) as u8).collect();
        for length in [0, 1, 2, 15, 16, 17, 1000] {
            assert_eq!(crc32(&bytes[..length]), rawzip::crc32(&bytes[..length]), "of {length} bytes");
        }
    }
}
