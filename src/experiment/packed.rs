//! Numbers as text without losing a bit: their bytes, least first, in base64.
//!
//! JSON knows neither NaN nor -0, and would need four times the room.

use crate::error::counted;
use crate::reader::Reader;
use crate::{Error, Value};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A number of fixed size.
pub(super) trait Packed: Copy {
    /// How many bytes it has.
    const SIZE: usize;

    /// Puts its bytes behind others.
    fn write(self, bytes: &mut Vec<u8>);

    /// The number of so many bytes.
    fn read(bytes: &[u8]) -> Self;
}

macro_rules! packed {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            const SIZE: usize = size_of::<$number>();

            fn write(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn read(bytes: &[u8]) -> Self {
                let mut own = [0; size_of::<$number>()];
                own.copy_from_slice(bytes);
                <$number>::from_le_bytes(own)
            }
        }
    )*};
}

packed!(f32, f64, u32);

/// Numbers as text.
pub(super) fn pack<T: Packed>(numbers: &[T]) -> Value {
    let mut bytes = Vec::with_capacity(numbers.len() * T::SIZE);
    numbers.iter().for_each(|number| number.write(&mut bytes));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let word = three.iter().chain([0, 0].iter()).take(3).fold(0, |word, byte| word << 8 | usize::from(*byte));
        for place in 0..4 {
            let letter = ALPHABET[word >> (18 - 6 * place) & 63];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    Value::String(text)
}

/// Numbers from text.
pub(super) fn unpack<T: Packed>(reader: &Reader) -> Vec<T> {
    let Value::String(text) = reader.value() else {
        reader.reject(Error::InvalidConfig {
            what: reader.path(),
            expected: "numbers in base64".to_string(),
            received: reader.value().describe(),
        });
        return Vec::new();
    };
    let Some(bytes) = decoded(text.as_bytes()).filter(|bytes| bytes.len().is_multiple_of(T::SIZE)) else {
        reader.reject(Error::InvalidConfig {
            what: reader.path(),
            expected: format!("numbers of {} bytes in base64", T::SIZE),
            received: format!("{} that cannot be", counted(text.len(), "letter")),
        });
        return Vec::new();
    };
    bytes.chunks_exact(T::SIZE).map(T::read).collect()
}

fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let end = text.iter().rposition(|letter| *letter != b'=').map_or(0, |last| last + 1);
    if text.len() - end > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for four in text[..end].chunks(4) {
        let mut word = 0;
        for letter in four {
            word = word << 6 | place(*letter)?;
        }
        word <<= 6 * (4 - four.len());
        let all = [word >> 16, word >> 8, word].map(|byte| byte as u8);
        bytes.extend_from_slice(&all[..four.len() - 1]);
    }
    Some(bytes)
}

/// Where a letter stands in the alphabet.
fn place(letter: u8) -> Option<u32> {
    let place = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader;

    fn read<T: Packed>(text: &str) -> Result<Vec<T>, Error> {
        reader::read(&Value::string(text), unpack)
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, with the bytes of "foobar" as numbers.
        let word = u32::from_le_bytes(*b"foob");
        assert_eq!(pack(&[word]), Value::string("Zm9vYg=="));
        assert_eq!(read::<u32>("Zm9vYg=="), Ok(vec![word]));
        assert_eq!(pack::<f32>(&[]), Value::string(""));
    }

    #[test]
    fn every_bit_comes_back() {
        let numbers = [0.0, -0.0, f32::NAN, f32::INFINITY, f32::MIN_POSITIVE / 2.0, 0.1, -3e38];
        for count in 0..numbers.len() {
            let Value::String(text) = pack(&numbers[..count]) else { panic!("a text") };
            let bits = |numbers: &[f32]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&read(&text).unwrap()), bits(&numbers[..count]));
        }
        let wide = [1.0 / 3.0, f64::MIN_POSITIVE];
        let Value::String(text) = pack(&wide) else { panic!("a text") };
        assert_eq!(read::<f64>(&text), Ok(wide.to_vec()));
    }

    #[test]
    fn what_is_no_base64_or_no_whole_numbers_is_rejected() {
        for text in ["A", "AAA", "A===", "====", "AAAA", "AA=A", "AAA*", "ÄÄ"] {
            assert_eq!(read::<f32>(text).unwrap_err().code(), "invalid_config", "{text}");
        }
        assert!(reader::read(&Value::Number(1.0), unpack::<f32>).is_err());
    }
}
