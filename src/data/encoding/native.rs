//! The decoders of a library, where there is no browser.

use super::Decoder;
use encoding_rs::Encoding;

/// The decoders of the Encoding Standard by encoding_rs.
#[derive(Debug, Clone, Copy, Default)]
pub struct EncodingRs;

impl Decoder for EncodingRs {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some(text.into_owned())
    }
}
