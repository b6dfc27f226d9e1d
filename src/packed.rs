//! Numbers as text without losing a bit: their bytes, least first, in base64; and the header of what is saved.
//!
//! JSON knows neither NaN nor -0, and would need four times the room.

use crate::error::counted;
use crate::reader::{Readable, Reader};
use crate::{Error, ErrorKind, Value};
use base64ct::{Base64, Encoding};

/// A number of fixed size.
pub(crate) trait Packed: Copy {
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
pub(crate) fn pack<T: Packed>(numbers: &[T]) -> Value {
    let mut bytes = Vec::with_capacity(numbers.len() * T::SIZE);
    numbers.iter().for_each(|number| number.write(&mut bytes));
    Value::String(Base64::encode_string(&bytes))
}

/// Numbers from text.
pub(crate) fn unpack<T: Packed>(reader: &Reader) -> Vec<T> {
    let Value::String(text) = reader.value() else {
        reader.reject(Error::new(
            ErrorKind::InvalidConfig,
            reader.path(),
            "numbers in base64".to_string(),
            reader.value().describe(),
        ));
        return Vec::new();
    };
    let Some(bytes) = Base64::decode_vec(text).ok().filter(|bytes| bytes.len().is_multiple_of(T::SIZE)) else {
        reader.reject(Error::new(
            ErrorKind::InvalidConfig,
            reader.path(),
            format!("numbers of {} bytes in base64", T::SIZE),
            format!("{} that cannot be", counted(text.len(), "letter")),
        ));
        return Vec::new();
    };
    bytes.chunks_exact(T::SIZE).map(T::read).collect()
}

/// So many numbers.
pub(crate) fn exactly<T: Packed + Default, const COUNT: usize>(reader: &Reader) -> [T; COUNT] {
    let numbers: Vec<T> = unpack(reader);
    let received = counted(numbers.len(), "number");
    numbers.try_into().unwrap_or_else(|_| {
        reader.reject(Error::shape(&reader.path(), counted(COUNT, "number"), received));
        [T::default(); COUNT]
    })
}

/// An integer that a counter of the engine can hold.
pub(crate) fn count(reader: &Reader) -> usize {
    let number = u64::read(reader);
    if number > u64::from(u32::MAX) {
        reader.reject(Error::out_of_range(&reader.path(), format!("at most {}", u32::MAX), number));
    }
    number as usize
}

/// The first fields of what is saved: what it is, and the version of its format.
pub(crate) fn header(kind: &str) -> [(&'static str, Value); 2] {
    [("glassnet", Value::string(kind)), ("version", Value::Number(1.0))]
}

/// Rejects what has another header than [`header`] writes.
pub(crate) fn check_header(saved: &Reader, kind: &str) {
    let field = saved.field("glassnet");
    if *field.value() != Value::string(kind) {
        saved.reject(Error::shape(&field.path(), format!("the text \"{kind}\""), field.value().describe()));
    }
    match saved.get::<u64>("version") {
        1 => {}
        other => {
            saved.reject(Error::out_of_range(&saved.field("version").path(), "1, as this engine knows no other", other))
        }
    }
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
    fn what_is_no_base64_or_no_integers_is_rejected() {
        for text in ["A", "AAA", "A===", "====", "AAAA", "AA=A", "AAA*", "ÄÄ"] {
            assert_eq!(read::<f32>(text).unwrap_err().code(), "invalid_config", "{text}");
        }
        assert!(reader::read(&Value::Number(1.0), unpack::<f32>).is_err());
    }
}
