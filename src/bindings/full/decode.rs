//! Bytes as text by the decoders of the browser or of Node.

use crate::bindings::record::{js, with};
use crate::data::{self, Decoded, Decoder};
use crate::{Error, ErrorKind, Value};
use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &Object) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &Uint8Array) -> Result<String, JsValue>;
}

/// The host's own decoders.
pub(in crate::bindings) struct HostDecoder;

impl Decoder for HostDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let options: Object = with(Object::new(), &[("fatal", JsValue::TRUE)]).unchecked_into();
        TextDecoder::new(label, &options).ok()?.decode(&Uint8Array::from(bytes)).ok()
    }
}

/// Text, or the bytes that it comes as.
pub(in crate::bindings) enum Source {
    Text(String),
    Bytes(Vec<u8>),
}

impl Source {
    /// From a string, a `Uint8Array` or an `ArrayBuffer`.
    pub(in crate::bindings) fn read(what: &str, value: &JsValue) -> Result<Self, Error> {
        if let Some(text) = value.as_string() {
            return Ok(Source::Text(text));
        }
        if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
            return Ok(Source::Bytes(bytes.to_vec()));
        }
        if let Some(buffer) = value.dyn_ref::<ArrayBuffer>() {
            return Ok(Source::Bytes(Uint8Array::new(buffer).to_vec()));
        }
        Err(Error::new(
            ErrorKind::InvalidConfig,
            what.to_string(),
            "a text, a Uint8Array or an ArrayBuffer".to_string(),
            crate::bindings::convert::value(value).describe(),
        ))
    }
}

/// The text of bytes, in the encoding of the label or in the one that is found, with the others that are about as likely.
#[wasm_bindgen(js_name = decodeBytes, unchecked_return_type = "DecodedText")]
pub fn decode_bytes(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: JsValue,
    encoding: Option<String>,
) -> Result<JsValue, JsValue> {
    let decoded = match Source::read("bytes", &bytes) {
        Ok(Source::Bytes(bytes)) => data::decode(&HostDecoder, bytes, encoding.as_deref()),
        Ok(Source::Text(text)) => {
            Ok(Decoded { text, encoding: encoding.unwrap_or("utf-8".to_string()), alternatives: Vec::new() })
        }
        Err(error) => Err(error),
    };
    let Decoded { text, encoding, alternatives } = decoded.map_err(crate::bindings::convert::js_error)?;
    let alternatives = Value::array(&alternatives, data::Alternative::to_value);
    let fields = [("text", Value::String(text)), ("encoding", Value::String(encoding)), ("alternatives", alternatives)];
    Ok(js(&Value::object(fields)))
}
