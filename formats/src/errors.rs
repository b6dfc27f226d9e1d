//! Errors of files and of what they hold.

use glassnet::{Error, ErrorKind};
use std::fmt::Display;

/// Something is missing, or there is more of it than can be.
#[cold]
pub(crate) fn shape(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::new(ErrorKind::Shape, what.to_string(), expected.to_string(), received.to_string())
}

/// A number that the format has no place for.
#[cold]
pub(crate) fn out_of_range(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::new(ErrorKind::OutOfRange, what.to_string(), expected.to_string(), received.to_string())
}

/// The same error of a setting of a layer.
#[cold]
pub(crate) fn of_layer(error: &Error, class: &str, name: &str) -> Error {
    named(error, format_args!("layer {name} ({class}): {}", error.what()))
}

/// A file that is damaged, or of another kind than it should be.
#[cold]
pub(crate) fn invalid(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::new(ErrorKind::InvalidConfig, what.to_string(), expected.to_string(), received.to_string())
}

/// A name that is none of those that are known.
#[cold]
pub(crate) fn unknown(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    let received = received.to_string().chars().take(60).collect();
    Error::new(ErrorKind::UnknownName, what.to_string(), expected.to_string(), received)
}

/// What another tool has and Glassnet has not.
#[cold]
pub(crate) fn unsupported(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::new(ErrorKind::NotSupported, what.to_string(), expected.to_string(), received.to_string())
}

/// A weight that is NaN or infinite.
#[cold]
pub(crate) fn not_finite(what: impl Display, received: f32) -> Error {
    let received = if received.is_nan() { "NaN" } else { "infinity" };
    let expected = "a finite number".to_string();
    Error::new(ErrorKind::NotFinite, what.to_string(), expected, received.to_string())
}

/// The same error of a thing by another name.
#[cold]
pub(crate) fn named(error: &Error, what: impl Display) -> Error {
    Error::new(error.kind(), what.to_string(), error.expected().to_string(), error.received().to_string())
}
