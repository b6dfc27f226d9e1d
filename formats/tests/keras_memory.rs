//! The memory that a file takes which is larger than it looks, in a process of its own.
#![cfg(target_os = "linux")]

use glassnet_formats::{File, import};
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params};
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter};
use std::io::Write;
use std::path::Path;

/// The most memory that this process had at once, in MB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() / 1024
}

/// 1 GB of zeros: a deflated MB, a thousand times.
fn zeros() -> Vec<u8> {
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(9, -15, 0));
    let mut megabyte = vec![0; 1 << 16];
    let (_, _, length) = compress(&mut compressor, &vec![0; 1 << 20], &mut megabyte, TDEFLFlush::Full);
    let mut all = megabyte[..length].repeat(1024);
    // A last block, of nothing.
    all.extend([1, 0, 0, 0xff, 0xff]);
    all
}

/// The configuration in a file of real Keras.
fn config() -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keras/keras3_adam/model.keras");
    let bytes = std::fs::read(file).unwrap();
    let archive = ZipArchive::from_slice(&bytes).unwrap();
    let mut entries = archive.entries().map(|entry| entry.unwrap());
    let entry = entries.find(|entry| entry.file_path().as_ref() == b"config.json").unwrap();
    archive.get_entry(entry.wayfinder()).unwrap().data().to_vec()
}

#[test]
fn weights_that_unpack_to_a_gigabyte_take_no_more_memory_than_is_stated() {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    let config = config();
    let sum = |bytes: &[u8]| rawzip::crc32(bytes);
    let entries = [
        ("config.json", CompressionMethod::STORE, sum(&config), config),
        ("model.weights.h5", CompressionMethod::DEFLATE, 0, zeros()),
    ];
    for (name, method, sum, content) in entries {
        let (mut entry, _) = archive.new_file(name).compression_method(method).start().unwrap();
        entry.write_all(&content).unwrap();
        entry.finish(DataDescriptorOutput::new(sum, 1 << 30)).unwrap();
    }
    let bomb = [File { name: "model.keras".to_string(), bytes: archive.finish().unwrap() }];
    let before = peak();
    let error = import(&bomb).unwrap_err();
    assert_eq!(error.to_string(), "model.weights.h5: expected at most 100663296 bytes, received more");
    let taken = peak() - before;
    assert!(taken <= 128, "{taken} MB");
}
