//! The error type: everything a caller can get wrong, with what, expected and received.

use crate::concatenate::{Part, concatenate};
use std::fmt;

/// A validation error: nothing was changed, and the message says what was expected and what was received.
// Behind one pointer, a `Result` is as small as can be: three texts would be copied at each return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Mismatch>);

/// What kind of mistake an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A list or matrix has the wrong length.
    Shape,
    /// A number is NaN or infinite.
    NotFinite,
    /// Something that should be a number is none.
    NotANumber,
    /// A number lies outside what is allowed.
    OutOfRange,
    /// A name that is not known; those that are known were expected.
    UnknownName,
    /// A name that Keras has and Glassnet does not.
    NotSupported,
    /// A handle whose model was freed.
    Freed,
    /// A configuration has a missing or unknown field, or one of the wrong type.
    InvalidConfig,
}

/// A kind of error with the three parts of its message.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mismatch {
    kind: ErrorKind,
    what: String,
    expected: String,
    received: String,
}

impl Error {
    /// An error of a value by its name or path, with what was expected and what was received.
    #[cold]
    #[inline(never)]
    pub fn new(kind: ErrorKind, what: String, expected: String, received: String) -> Self {
        Error(Box::new(Mismatch { kind, what, expected, received }))
    }

    /// The kind of mistake.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// A short stable name of the kind of error, for programs.
    pub fn code(&self) -> &'static str {
        match self.0.kind {
            ErrorKind::Shape => "shape",
            ErrorKind::NotFinite => "not_finite",
            ErrorKind::NotANumber => "not_a_number",
            ErrorKind::OutOfRange => "out_of_range",
            ErrorKind::UnknownName => "unknown_name",
            ErrorKind::NotSupported => "not_supported",
            ErrorKind::InvalidConfig => "invalid_config",
            ErrorKind::Freed => "freed",
        }
    }

    /// The name or path of the value that was rejected.
    pub fn what(&self) -> &str {
        &self.0.what
    }

    /// What was expected.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// What was received.
    pub fn received(&self) -> &str {
        &self.0.received
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
        self.0.what = name.into();
        self
    }

    /// What, expected and received in one line.
    pub(crate) fn message(&self) -> String {
        let Mismatch { kind, what, expected, received } = &*self.0;
        let is_kerass = *kind == ErrorKind::NotSupported;
        let note = if is_kerass { ", which Keras has and Glassnet does not" } else { "" };
        concatenate![what, ": expected ", expected, ", received ", received, note]
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn shape(what: &str, expected: impl Part, received: impl Part) -> Self {
        with_parts(ErrorKind::Shape, [&what, &expected, &received])
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn out_of_range(what: &str, expected: impl Part, received: impl Part) -> Self {
        with_parts(ErrorKind::OutOfRange, [&what, &expected, &received])
    }
}

/// An error of a kind; the two above have a copy for each kind of words.
#[cold]
#[inline(never)]
fn with_parts(kind: ErrorKind, parts: [&dyn Part; 3]) -> Error {
    let [what, expected, received] = parts.map(|part| concatenate![part]);
    Error::new(kind, what, expected, received)
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
        Some(idx) => Err(Error::new(
            ErrorKind::NotFinite,
            if values.len() == 1 { what.to_string() } else { concatenate![what, "[", idx, "]"] },
            "a finite number".to_string(),
            crate::number::short(f64::from(values[idx])),
        )),
    }
}
