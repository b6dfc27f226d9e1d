//! Bytes become the text that was written, in whatever encoding a table was saved.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::Value;
use glassnet::data::{CsvOptions, Decoded, EncodingRs, Table, decode};
use serde_json::Value as Json;

fn cases() -> Vec<Json> {
    serde_json::from_str(include_str!("fixtures/data/encodings.json")).unwrap()
}

fn bytes(case: &Json) -> Vec<u8> {
    let digits = case["bytes"].as_str().unwrap();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

fn decoded(bytes: &[u8]) -> Decoded {
    decode(&EncodingRs, bytes, None).unwrap()
}

#[test]
fn every_recorded_file_becomes_the_text_that_was_encoded_without_a_doubt() {
    assert!(cases().len() > 150);
    let wrong: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let Decoded { text, encoding, alternatives } = decoded(&bytes(case));
            let is_right = text == case["text"] && encoding == case["encoding"] && alternatives.is_empty();
            let first = text.chars().take(20).collect::<String>();
            (!is_right).then(|| format!("{}: {encoding} {first:?} or {alternatives:?}", case["name"]))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn an_encoding_that_is_told_is_taken_by_its_label_or_python_s_name() {
    let of = |bytes: &[u8], label: &str| decode(&EncodingRs, bytes, Some(label)).map(|decoded| decoded.text);
    for label in ["euc-kr", "cp949", "UHC", "ks_c_5601-1987"] {
        assert_eq!(of(&[0xb0, 0xaa], label).unwrap(), "값", "{label}");
    }
    for label in ["latin-1", "cp1252", "windows-1252", "ISO-8859-1"] {
        assert_eq!(of(&[0xe9], label).unwrap(), "é", "{label}");
    }
    assert_eq!(of(&[0xfe, 0xff, 0, 0x61], "utf-16").unwrap(), "a");
    assert_eq!(of(&[0xcf, 0xf0], "windows-1251").unwrap(), "Пр");
    let rejected = of(&[0xff, 0xff], "utf-8").unwrap_err().to_string();
    assert!(rejected.starts_with("encoding: expected the label of an encoding that the bytes are in"), "{rejected}");
    assert!(of(b"a", "utf-99").unwrap_err().to_string().ends_with("received \"utf-99\""));
}

#[test]
fn where_no_encoding_is_likely_the_others_are_named() {
    // Russian and Polish: of the encodings that are told apart none gives a likely text.
    for bytes in [
        &b"\xc3\xee\xf0\xee\xe4,\xd6\xe5\xed\xe0\n\xcc\xee\xf1\xea\xe2\xe0,1\n"[..],
        &b"Miasto,Cena z\xb3\n\xa3\xf3d\xbc,1\nGda\xf1sk,2\n"[..],
    ] {
        let Decoded { encoding, alternatives, .. } = decoded(bytes);
        assert!(
            alternatives.iter().any(|other| other.option == "encoding" && other.reason == "undecided"),
            "{encoding}"
        );
        assert!(alternatives.iter().all(|other| other.value != Value::String(encoding.clone())));
        let strict = CsvOptions { strict: true, ..CsvOptions::default() };
        let rejected = Table::read(bytes, strict).unwrap_err().to_string();
        assert!(rejected.starts_with("encoding: expected to be given"), "{rejected}");
        assert!(!Table::read(bytes, CsvOptions::default()).unwrap().reading().unwrap().alternatives.is_empty());
    }
}

#[test]
fn bytes_that_are_no_text_are_rejected() {
    for bytes in [&[0x50, 0x4b, 0, 1][..], &[0xff, 0xfe, 0, 0], &[0, 0, 0, 0], &[0x81, 0xff, 0xff]] {
        let rejected = decode(&EncodingRs, bytes, None).unwrap_err().to_string();
        assert_eq!(
            rejected,
            "bytes: expected text in UTF-8, UTF-16 or a Western, Korean or Japanese encoding, received bytes of no such text"
        );
    }
    assert_eq!(decoded(b"").text, "");
}

#[test]
fn a_long_file_is_decoded_to_its_end_and_by_its_beginning() {
    // "서울,1" in EUC-KR.
    let decoded = decoded(&b"\xbc\xad\xbf\xef,1\n".repeat(60_000));
    assert_eq!((decoded.encoding.as_str(), decoded.text.lines().count()), ("euc-kr", 60_000));
}
