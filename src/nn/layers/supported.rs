//! Which layers a build has. A layer holds the proof that its build has it: where there is none, the compiler leaves its
//! code out. Dense is in all builds, Dropout in those with the feature `keras`, the others in the full one.

#[cfg(not(feature = "keras"))]
pub(super) use absent::Supported as InCore;
#[cfg(not(feature = "full"))]
pub(super) use absent::Supported as InFull;
#[cfg(feature = "keras")]
pub(super) use present::Supported as InCore;
#[cfg(feature = "full")]
pub(super) use present::Supported as InFull;

/// The classes of layers that a model may have.
#[cfg(not(feature = "full"))]
pub(super) const IN_BUILD: &str =
    if cfg!(feature = "keras") { "Dense or Dropout in this build" } else { "Dense in this build" };

#[cfg(feature = "keras")]
mod present {
    use crate::Error;

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub(in crate::nn::layers) struct Supported;

    impl Supported {
        pub(in crate::nn::layers) fn check(_class: &str) -> Result<Self, Error> {
            Ok(Supported)
        }
    }
}

#[cfg(not(feature = "full"))]
mod absent {
    use crate::Error;

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub(in crate::nn::layers) enum Supported {}

    impl Supported {
        /// # Errors
        /// Rejects a class that this build leaves out.
        pub(in crate::nn::layers) fn check(class: &str) -> Result<Self, Error> {
            Err(Error::out_of_range("type", super::IN_BUILD, class.to_string()))
        }
    }
}
