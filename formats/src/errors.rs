//! Errors of files and of what they hold.

use glassnet::Error;
use std::fmt::Display;

/// Something is missing, or there is more of it than can be.
#[cold]
pub(crate) fn shape(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::Shape { what: what.to_string(), expected: expected.to_string(), received: received.to_string() }
}

/// A file that is damaged, or of another kind than it should be.
#[cold]
pub(crate) fn invalid(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::InvalidConfig { what: what.to_string(), expected: expected.to_string(), received: received.to_string() }
}

/// A name that is none of those that are known.
#[cold]
pub(crate) fn unknown(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    let received = received.to_string().chars().take(60).collect();
    Error::UnknownName { what: what.to_string(), expected: expected.to_string(), received }
}

/// A number that the format has no place for.
#[cold]
pub(crate) fn out_of_range(what: impl Display, expected: impl Display, received: impl Display) -> Error {
    Error::OutOfRange { what: what.to_string(), expected: expected.to_string(), received: received.to_string() }
}

/// The same error of a setting of a layer.
#[cold]
pub(crate) fn of_layer(mut error: Error, layer: usize, name: &str) -> Error {
    match &mut error {
        Error::OutOfRange { what, .. } | Error::UnknownName { what, .. } | Error::InvalidConfig { what, .. } => {
            *what = format!("layers[{layer}].{what} of {name}");
        }
        _ => {}
    }
    error
}
