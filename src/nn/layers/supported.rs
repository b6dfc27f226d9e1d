//! Which layers a build has.

use crate::Error;

/// A layer other than Dense holds it: without the feature `keras` there is none, so the compiler leaves their code out of
/// the page's engine.
#[cfg(feature = "keras")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Supported;

#[cfg(not(feature = "keras"))]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Supported {}

impl Supported {
    /// # Errors
    /// Rejects a class that this build leaves out.
    #[cfg(feature = "keras")]
    pub(super) fn check(_class: &str) -> Result<Self, Error> {
        Ok(Supported)
    }

    #[cfg(not(feature = "keras"))]
    pub(super) fn check(class: &str) -> Result<Self, Error> {
        Err(Error::out_of_range("type", "Dense in this build", class.to_string()))
    }
}
