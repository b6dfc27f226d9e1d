//! The format of safetensors: a header of JSON, then the numbers of all tensors.
//!
//! Source: <https://github.com/huggingface/safetensors#format>.

use serde_json::Value as Json;

/// A tensor by its name in the state of a module.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tensor {
    pub(super) name: String,
    pub(super) shape: Vec<usize>,
    pub(super) numbers: Numbers,
}

/// The numbers of a tensor, row by row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Numbers {
    Integers(Vec<i64>),
    Doubles(Vec<f64>),
    Floats(Vec<f32>),
}

impl Numbers {
    fn kind(&self) -> &'static str {
        match self {
            Numbers::Integers(_) => "I64",
            Numbers::Doubles(_) => "F64",
            Numbers::Floats(_) => "F32",
        }
    }

    fn is_of_four_bytes(&self) -> bool {
        matches!(self, Numbers::Floats(_))
    }

    fn push_to(&self, bytes: &mut Vec<u8>) {
        match self {
            Numbers::Integers(numbers) => numbers.iter().for_each(|number| bytes.extend(number.to_le_bytes())),
            Numbers::Doubles(numbers) => numbers.iter().for_each(|number| bytes.extend(number.to_le_bytes())),
            Numbers::Floats(numbers) => numbers.iter().for_each(|number| bytes.extend(number.to_le_bytes())),
        }
    }
}

/// The bytes of a file with these tensors.
pub(super) fn file(tensors: Vec<Tensor>) -> Vec<u8> {
    // Numbers of eight bytes first: all of them lie at multiples of their size.
    let (short, long): (Vec<_>, Vec<_>) = tensors.into_iter().partition(|tensor| tensor.numbers.is_of_four_bytes());
    let (mut entries, mut data) = (Vec::new(), Vec::new());
    for Tensor { name, shape, numbers } in long.iter().chain(&short) {
        let start = data.len();
        numbers.push_to(&mut data);
        let (name, kind, end) = (Json::from(name.as_str()), numbers.kind(), data.len());
        entries.push(format!(r#"{name}:{{"dtype":"{kind}","shape":{shape:?},"data_offsets":[{start},{end}]}}"#));
    }
    let mut header = format!("{{{}}}", entries.join(","));
    while header.len() % 8 != 0 {
        header.push(' ');
    }
    let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
    bytes.extend(header.bytes());
    bytes.extend(data);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_length_a_header_and_the_numbers() {
        let weight = Numbers::Floats(vec![1.0, 2.0]);
        let steps = Numbers::Integers(vec![3]);
        let bytes = file(vec![
            Tensor { name: "0.weight".to_string(), shape: vec![1, 2], numbers: weight },
            Tensor { name: "steps".to_string(), shape: vec![], numbers: steps },
        ]);
        let header = concat!(
            r#"{"steps":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"#,
            r#""0.weight":{"dtype":"F32","shape":[1, 2],"data_offsets":[8,16]}}"#
        );
        let length = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
        assert_eq!((length % 8, bytes.len()), (0, 8 + length + 16));
        assert_eq!(std::str::from_utf8(&bytes[8..8 + length]).unwrap().trim_end(), header);
        assert_eq!(bytes[8 + length..], [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]);
    }
}
