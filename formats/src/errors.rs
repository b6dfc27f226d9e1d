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
