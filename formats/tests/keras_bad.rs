//! Files of Keras that are damaged, lie or hold what Glassnet has not: an error, soon and in little memory.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use glassnet::nn::Sequential;
use glassnet_formats::{ExportOptions, File, Format, export, import, keras};
use serde_json::json;
use std::path::Path;
use support::cases::Case;

fn file(bytes: &[u8]) -> [File; 1] {
    [File { name: "model.keras".to_string(), bytes: bytes.to_vec() }]
}

fn message(bytes: &[u8]) -> String {
    import(&file(bytes)).unwrap_err().to_string()
}

fn small(format: Format) -> (Case, Vec<u8>) {
    let layers = json!([{ "units": 2, "activation": "tanh" }, { "units": 1 }]);
    let case = Case::new("small", json!({ "layers": layers, "optimizer": "adam" }));
    let files = export(&case.saved(), format, &ExportOptions::default()).unwrap();
    let bytes = files.into_iter().next().unwrap().bytes;
    (case, bytes)
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keras").join(name)).unwrap()
}

/// Puts other bytes in the place of some that are there once or more.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> = (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty() && from.len() == to.len());
    places.into_iter().for_each(|at| bytes[at..at + to.len()].copy_from_slice(to));
    bytes
}

#[test]
fn a_file_that_is_cut_off_is_rejected_wherever_it_ends() {
    let (_, archive) = small(Format::Keras);
    let whole = fixture("keras2_momentum/model.h5");
    for bytes in [archive, whole] {
        for end in (0..bytes.len() - 1).step_by(97) {
            assert!(import(&file(&bytes[..end])).is_err(), "{end} of {} bytes", bytes.len());
        }
    }
}

#[test]
fn a_byte_that_is_another_gives_a_model_or_an_error() {
    let whole = fixture("keras2_momentum/model.h5");
    for at in (0..whole.len()).step_by(13) {
        for to in [0, 1, 0x7f, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = to;
            let _ = import(&file(&bytes));
        }
    }
}

#[test]
fn what_is_neither_a_zip_nor_hdf5_is_rejected() {
    for bytes in [&b""[..], b"PK", b"layers", &[0; 4096]] {
        assert!(message(bytes).ends_with("expected a .keras or .h5 file, received other bytes"));
    }
    assert!(import(&[]).unwrap_err().to_string().ends_with("received none"));
}

/// 1 GB of zeros is 1 MB in deflate.
#[test]
fn a_zip_bomb_is_stopped_at_the_limit() {
    let zeros = miniz_oxide::deflate::compress_to_vec(&vec![0; 8 << 20], 9);
    let header = |signature: &[u8], middle: &[u8]| {
        let mut header = signature.to_vec();
        header.extend(middle);
        header.extend([0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        header.extend((zeros.len() as u32).to_le_bytes());
        header.extend(100_u32.to_le_bytes());
        header.extend([11, 0, 0, 0]);
        header
    };
    let mut bomb = header(b"PK\x03\x04", &[20, 0]);
    bomb.extend(b"config.json");
    bomb.extend(&zeros);
    let directory = bomb.len() as u32;
    bomb.extend(header(b"PK\x01\x02", &[20, 0, 20, 0]));
    bomb.extend([0; 14]);
    bomb.extend(b"config.json");
    let size = bomb.len() as u32 - directory;
    bomb.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bomb.extend(size.to_le_bytes());
    bomb.extend(directory.to_le_bytes());
    bomb.extend([0; 2]);
    assert_eq!(message(&bomb), "config.json: expected at most 4194304 bytes, received more");
}

#[test]
fn weights_that_are_no_numbers_are_named() {
    let (case, bytes) = small(Format::KerasWeights);
    let weight = case.model.weights()[0].to_le_bytes();
    let file = &file(&replaced(&bytes, &weight, &f32::NAN.to_le_bytes()))[0];
    let error = keras::read_weights(&case.saved(), file).unwrap_err();
    assert_eq!(error.to_string(), "layers/dense/vars/0[0]: expected a finite number, received NaN");
}

#[test]
fn weights_of_another_shape_are_named() {
    let (_, bytes) = small(Format::KerasWeights);
    let other = Case::new("other", json!({ "layers": [{ "units": 3 }, { "units": 1 }], "optimizer": "adam" }));
    let error = keras::read_weights(&other.saved(), &file(&bytes)[0]).unwrap_err();
    assert_eq!(error.to_string(), "layers/dense/vars/0: expected [3, 3], received [3, 2]");
    let other = Case::new("longer", json!({ "layers": [{ "units": 2 }, { "units": 1 }, { "units": 1 }] }));
    let error = keras::read_weights(&other.saved(), &file(&bytes)[0]).unwrap_err();
    assert_eq!(error.to_string(), "HDF5 file: expected layers/dense_2/vars/0, received none");
}

#[test]
fn a_state_that_is_no_numbers_is_named_and_that_of_another_optimizer_leaves_the_weights_alone() {
    let (case, bytes) = small(Format::KerasWeights);
    let slot = case.model.optimizer_state().slots[0].to_le_bytes();
    let nan = &file(&replaced(&bytes, &slot, &f32::NAN.to_le_bytes()))[0];
    let error = keras::read_weights(&case.saved(), nan).unwrap_err();
    assert_eq!(error.to_string(), "optimizer/vars/2[0]: expected a finite number, received NaN");
    let layers = json!([{ "units": 2, "activation": "tanh" }, { "units": 1 }]);
    let other = Case::new("other", json!({ "layers": layers, "optimizer": { "name": "sgd", "momentum": 0.9 } }));
    let saved = keras::read_weights(&other.saved(), &file(&bytes)[0]).unwrap();
    let (read, _) = Sequential::load(&saved).unwrap();
    assert_eq!(read.weights(), case.model.weights());
    assert_eq!(read.optimizer_state(), other.model.optimizer_state());
}

/// Messages of the data sets: a layout in one piece becomes one in chunks, a size is larger than the file.
#[test]
fn data_that_is_stored_in_another_way_is_rejected() {
    let (case, bytes) = small(Format::KerasWeights);
    let message = |bytes: &[u8]| keras::read_weights(&case.saved(), &file(bytes)[0]).unwrap_err().to_string();
    let shape_of_kernel = |rows: u64| {
        let mut shape = vec![1, 2, 0, 0, 0, 0, 0, 0];
        shape.extend(rows.to_le_bytes());
        shape.extend(2_u64.to_le_bytes());
        shape
    };
    let lying = replaced(&bytes, &shape_of_kernel(3), &shape_of_kernel(1 << 60));
    assert!(message(&lying).starts_with("layers/dense/vars/0: expected [3, 2], received [1152921504606846976, 2]"));
    let found = replaced(&bytes, &[8, 0, 24, 0, 0, 0, 0, 0, 3, 1], &[8, 0, 24, 0, 0, 0, 0, 0, 3, 2]);
    let expected = "layers/dense/vars/0: expected data in one piece, as Keras writes it, received data in chunks";
    assert_eq!(message(&found), expected);
    // The message of the fill value becomes one of filters.
    let filtered = replaced(&bytes, &[5, 0, 8, 0, 0, 0, 0, 0, 2, 2, 2, 1], &[11, 0, 8, 0, 0, 0, 0, 0, 2, 2, 2, 1]);
    let expected = "layers/dense/vars/0: expected data without filters, as Keras writes it, received filtered data";
    assert_eq!(message(&filtered), expected);
}

/// The entry of a name in a group says that it is a link by a path.
#[test]
fn a_link_is_not_followed() {
    let (case, bytes) = small(Format::KerasWeights);
    let leaf = bytes.windows(4).position(|four| four == b"SNOD").unwrap();
    let mut linked = bytes.clone();
    linked[leaf + 8 + 16] = 2;
    let error = keras::read_weights(&case.saved(), &file(&linked)[0]).unwrap_err();
    assert_eq!(error.to_string(), "layers/dense/vars/0: expected data in the file itself, received a link");
}

#[test]
fn what_glassnet_has_not_is_rejected_by_the_layer() {
    let (dropped, momentum) = (fixture("keras2_dropped/model.h5"), fixture("keras2_momentum/model.h5"));
    let classes = "Activation, BatchNormalization, Dense, Dropout, Flatten, LayerNormalization, LeakyReLU, \
                   Normalization, ReLU, Softmax";
    assert_eq!(
        message(&replaced(&dropped, b"\"Dropout\"", b"\"Masking\"")),
        format!(
            "layer dropout (Masking): expected one of {classes}, received Masking, which Keras has and Glassnet does \
             not"
        )
    );
    assert!(message(&replaced(&dropped, b"\"relu\"", b"\"reul\"")).starts_with("layer dense"));
    assert!(message(&replaced(&momentum, b"float32", b"float16")).starts_with("layer "));
    let message = message(&replaced(&momentum, b"squared_hinge", b"squared_hunge"));
    assert!(message.starts_with("loss.name: expected squared_hinge or one of"), "{message}");
}
