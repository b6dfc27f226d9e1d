//! The error type: everything a caller can get wrong, with what, expected and received.

use crate::concatenate::{Part, concatenate};
use std::fmt;

/// A validation error: nothing was changed, and the message says what was expected and what was received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A list or matrix has the wrong length.
    Shape {
        /// The name or path of the value.
        what: String,
        /// What was expected.
        expected: String,
        /// What was received.
        received: String,
    },
    /// A number is NaN or infinite.
    NotFinite {
        /// The name or path of the value.
        what: String,
        /// What was expected.
        expected: String,
        /// What was received.
        received: String,
    },
    /// Something that should be a number is none.
    NotANumber {
        /// The name or path of the value.
        what: String,
        /// What was expected.
        expected: String,
        /// What was received.
        received: String,
    },
    /// A number lies outside what is allowed.
    OutOfRange {
        /// The name or path of the value.
        what: String,
        /// What was expected.
        expected: String,
        /// What was received.
        received: String,
    },
    /// A name that is not known.
    UnknownName {
        /// The name or path of the value.
        what: String,
        /// The names that are known.
        expected: String,
        /// What was received.
        received: String,
    },
    /// A name that Keras has and Glassnet does not.
    NotSupported {
        /// The name or path of the value.
        what: String,
        /// The names that are known.
        expected: String,
        /// What was received.
        received: String,
    },
    /// A handle whose model was freed.
    Freed {
        /// The handle.
        what: String,
        /// What was expected.
        expected: String,
        /// What was received.
        received: String,
    },
    /// A configuration has a missing or unknown field, or one of the wrong type.
    InvalidConfig {
        /// The path of the field.
        what: String,
        /// What was expected.
        expected: String,
        /// What was received.
        received: String,
    },
}

/// The three parts of an error's message.
struct Parts<'a> {
    what: &'a str,
    expected: &'a str,
    received: &'a str,
}

impl Error {
    /// A short stable name of the kind of error, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Shape { .. } => "shape",
            Error::NotFinite { .. } => "not_finite",
            Error::NotANumber { .. } => "not_a_number",
            Error::OutOfRange { .. } => "out_of_range",
            Error::UnknownName { .. } => "unknown_name",
            Error::NotSupported { .. } => "not_supported",
            Error::InvalidConfig { .. } => "invalid_config",
            Error::Freed { .. } => "freed",
        }
    }

    /// The name or path of the value that was rejected.
    pub fn what(&self) -> &str {
        self.parts().what
    }

    /// What was expected.
    pub fn expected(&self) -> &str {
        self.parts().expected
    }

    /// What was received.
    pub fn received(&self) -> &str {
        self.parts().received
    }

    /// The same error of something that stands inside another: `layers[1].units` under `model`.
    pub(crate) fn under(self, path: &str) -> Self {
        let what = match self.what() {
            // What a reader calls the whole that it reads.
            "config" => path.to_string(),
            inner => concatenate![path, ".", inner],
        };
        self.named(what)
    }

    /// The same error at a path, with the place in what stands there: `data.text: line 5 of the CSV`.
    pub(crate) fn at(self, path: &str) -> Self {
        let what = concatenate![path, ": ", self.what()];
        self.named(what)
    }

    /// The same error of a thing by another name.
    pub(crate) fn named(mut self, name: impl Into<String>) -> Self {
        match &mut self {
            Error::Shape { what, .. }
            | Error::NotFinite { what, .. }
            | Error::NotANumber { what, .. }
            | Error::OutOfRange { what, .. }
            | Error::UnknownName { what, .. }
            | Error::NotSupported { what, .. }
            | Error::InvalidConfig { what, .. }
            | Error::Freed { what, .. } => *what = name.into(),
        }
        self
    }

    /// What, expected and received in one line.
    pub(crate) fn message(&self) -> String {
        let Parts { what, expected, received } = self.parts();
        let is_kerass = matches!(self, Error::NotSupported { .. });
        let note = if is_kerass { ", which Keras has and Glassnet does not" } else { "" };
        concatenate![what, ": expected ", expected, ", received ", received, note]
    }

    fn parts(&self) -> Parts<'_> {
        match self {
            Error::Shape { what, expected, received }
            | Error::NotFinite { what, expected, received }
            | Error::NotANumber { what, expected, received }
            | Error::OutOfRange { what, expected, received }
            | Error::UnknownName { what, expected, received }
            | Error::NotSupported { what, expected, received }
            | Error::InvalidConfig { what, expected, received }
            | Error::Freed { what, expected, received } => Parts { what, expected, received },
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn shape(what: impl Part, expected: impl Part, received: impl Part) -> Self {
        with_parts(true, [&what, &expected, &received])
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn out_of_range(what: impl Part, expected: impl Part, received: impl Part) -> Self {
        with_parts(false, [&what, &expected, &received])
    }
}

/// An error of a shape, or of a number out of its range; the two above have a copy for each kind of words.
#[cold]
#[inline(never)]
fn with_parts(of_shape: bool, parts: [&dyn Part; 3]) -> Error {
    let [what, expected, received] = parts.map(|part| concatenate![part]);
    match of_shape {
        true => Error::Shape { what, expected, received },
        false => Error::OutOfRange { what, expected, received },
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {}

/// A count with its noun: `1 row`, `2 rows`.
pub(crate) fn counted(count: usize, one: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    concatenate![count, " ", one, plural]
}

/// Rejects `values` if one of them is NaN or infinite; `what` names them.
pub(crate) fn all_finite(what: &str, values: &[f32]) -> Result<(), Error> {
    let first =
        if glassnet_kernels::are_finite(values) { None } else { values.iter().position(|value| !value.is_finite()) };
    match first {
        None => Ok(()),
        Some(idx) => Err(Error::NotFinite {
            what: if values.len() == 1 { what.to_string() } else { concatenate![what, "[", idx, "]"] },
            expected: "a finite number".to_string(),
            received: crate::number::short(f64::from(values[idx])),
        }),
    }
}
