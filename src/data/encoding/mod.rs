//! Bytes as text: the encoding that was given, or the one under which the bytes are the likeliest text.
//!
//! The decoders are the browser's or a library's; what is ours is the choice among what they give, so that the same
//! bytes are the same text everywhere.

mod letters;
mod western;
mod likely;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(not(target_arch = "wasm32"))]
pub use native::EncodingRs;

use crate::data::csv::Alternative;
use crate::sorted::sorted;
use crate::{Error, ErrorKind, Value};
use std::borrow::Cow;

/// What turns bytes into text.
pub trait Decoder {
    /// The text of bytes in the encoding of that label, as the Encoding Standard has them; `None` for a label that is not
    /// known and for bytes that are not in it.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

/// Text, and how it was found in bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The label of the encoding.
    pub encoding: String,
    /// Other encodings that are about as likely.
    pub alternatives: Vec<Alternative>,
}

/// How many bytes are examined to find the encoding.
const SAMPLE: usize = 100_000;

/// The encodings that can be detected. EUC-KR is that of the Encoding Standard, which is Windows' CP949.
const KNOWN: [&str; 4] = ["windows-1252", "euc-kr", "shift_jis", "euc-jp"];

/// What may be chosen where none of these makes likely text.
const OTHERS: [&str; 4] = ["windows-1250", "windows-1251", "gb18030", "big5"];

/// Decodes bytes, in the encoding of the label or in the likeliest.
///
/// A byte order mark decides, then zeros (UTF-16 without a mark), then whether the bytes are UTF-8; else it is Western,
/// Korean or Japanese, whichever text has the likelier letters. Where two are about as likely, or none is likely, the
/// others are named.
///
/// # Errors
/// Rejects a label that is not known, bytes that are not in its encoding, and bytes that are no text.
pub fn decode<'a>(
    decoder: &impl Decoder,
    bytes: impl Into<Cow<'a, [u8]>>,
    label: Option<&str>,
) -> Result<Decoded, Error> {
    let bytes = bytes.into();
    if let Some(label) = label {
        let encoding = canonical(label, &bytes);
        let text = text_in(decoder, &encoding, bytes).ok_or_else(|| not_in(label))?;
        return Ok(decoded(text, &encoding, Vec::new()));
    }
    let (mark, is_control) = (marked(&bytes), |letter: char| letter.is_control() && !letter.is_whitespace());
    if let Some(encoding) = mark.or_else(|| wide(&bytes)) {
        let is_text = |text: &String| !text.contains('\0') && (mark.is_some() || !text.contains(is_control));
        let text = text_in(decoder, encoding, bytes).filter(is_text);
        return text.map(|text| decoded(text, encoding, Vec::new())).ok_or_else(no_text);
    }
    if bytes.contains(&0) {
        return Err(no_text());
    }
    match String::from_utf8(bytes.into_owned()) {
        Ok(text) => Ok(decoded(text, "utf-8", Vec::new())),
        Err(other) => likeliest(decoder, other.as_bytes()),
    }
}

/// The text of bytes in an encoding. UTF-8 stays where it lies. Windows-1252 is read here: Node up to 22 takes Latin-1
/// for it, and loses `€` and `“`.
fn text_in<'a>(decoder: &impl Decoder, label: &str, bytes: impl Into<Cow<'a, [u8]>>) -> Option<String> {
    let bytes = bytes.into();
    match label {
        "utf-8" => String::from_utf8(bytes.into_owned()).ok(),
        "windows-1252" => Some(western::decode(&bytes)),
        _ => decoder.decode(label, &bytes),
    }
}

fn decoded(mut text: String, encoding: &str, alternatives: Vec<Alternative>) -> Decoded {
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Decoded { text, encoding: encoding.to_string(), alternatives }
}

/// The encoding that a byte order mark tells.
fn marked(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some("utf-8"),
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        _ => None,
    }
}

/// UTF-16 by its zeros: separators, digits and line breaks have one each, on one side.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    if !bytes.len().is_multiple_of(2) || high_first + low_first == 0 {
        return None;
    }
    // A letter such as Ā has its zero on the other side.
    match (high_first, low_first) {
        (few, many) if few * 10 <= many => Some("utf-16le"),
        (many, few) if few * 10 <= many => Some("utf-16be"),
        _ => None,
    }
}

/// Among the known encodings the one with the likeliest text.
fn likeliest(decoder: &impl Decoder, bytes: &[u8]) -> Result<Decoded, Error> {
    let sample = sample(bytes);
    let score = |label: &'static str| Some((label, likely::score(label, sample, &text_in(decoder, label, sample)?)?));
    let scores: Vec<(&str, f64)> = KNOWN.into_iter().filter_map(score).collect();
    let scores = sorted(&scores, |(_, a), (_, b)| b.total_cmp(a));
    let whole = |(label, score): &(&'static str, f64)| Some((*label, *score, text_in(decoder, label, bytes)?));
    let (best, likelihood, text) = scores.iter().find_map(whole).ok_or_else(no_text)?;
    let is_near = |(label, score): &&(&str, f64)| *label != best && likelihood - score < likely::MARGIN;
    let mut rivals: Vec<&str> = scores.iter().filter(is_near).map(|(label, _)| *label).collect();
    if likelihood < 0.0 {
        let others = OTHERS.into_iter().filter(|label| text_in(decoder, label, sample).is_some());
        rivals = scores.iter().map(|(label, _)| *label).filter(|label| *label != best).chain(others).collect();
    }
    let example = likely::first_word(&text);
    let alternative = |label: &str| Alternative {
        option: "encoding",
        value: Value::string(label),
        reason: "undecided",
        example: Some(example.clone()),
    };
    let alternatives = rivals.into_iter().map(alternative).collect();
    Ok(decoded(text, best, alternatives))
}

/// The first bytes, up to the end of a line: no letter is cut.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = &bytes[..bytes.len().min(SAMPLE)];
    match first.iter().rposition(|byte| *byte == b'\n') {
        Some(end) if first.len() < bytes.len() => &first[..end],
        _ => first,
    }
}

/// The label of the Encoding Standard for what Python calls it.
fn canonical(label: &str, bytes: &[u8]) -> String {
    let name = label.trim().to_ascii_lowercase().replace('_', "-");
    let known = match name.as_str() {
        "utf8" | "utf-8-sig" => "utf-8",
        "utf-16" | "utf16" if bytes.starts_with(&[0xfe, 0xff]) => "utf-16be",
        "utf-16" | "utf16" | "utf-16-le" => "utf-16le",
        "utf-16-be" => "utf-16be",
        "cp949" | "ms949" | "uhc" | "euckr" | "ks-c-5601" => "euc-kr",
        "cp1252" | "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => "windows-1252",
        "cp932" | "ms932" | "sjis" | "shift-jis" | "shiftjis" => "shift_jis",
        "eucjp" => "euc-jp",
        _ => return label.trim().to_ascii_lowercase(),
    };
    known.to_string()
}

fn not_in(label: &str) -> Error {
    Error::new(
        ErrorKind::InvalidConfig,
        "encoding".to_string(),
        "the label of an encoding that the bytes are in, such as utf-8, euc-kr or windows-1252".to_string(),
        format!("\"{}\"", label.chars().take(60).collect::<String>()),
    )
}

fn no_text() -> Error {
    Error::new(
        ErrorKind::InvalidConfig,
        "bytes".to_string(),
        "text in UTF-8, UTF-16 or a Western, Korean or Japanese encoding".to_string(),
        "bytes of no such text".to_string(),
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn bytes_in_utf_8_become_text_where_they_lie() {
        for label in [None, Some("utf-8")] {
            let bytes = "가,1\n".as_bytes().to_vec();
            let place = bytes.as_ptr();
            let text = decode(&EncodingRs, bytes, label).unwrap().text;
            assert_eq!((text.as_str(), text.as_ptr()), ("가,1\n", place));
        }
        let marked = decode(&EncodingRs, b"\xef\xbb\xbfx\n", None).unwrap();
        assert_eq!((marked.text.as_str(), marked.encoding.as_str()), ("x\n", "utf-8"));
    }
}
