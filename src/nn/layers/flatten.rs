//! Flatten: one row of numbers from a sample of any shape.

use super::Place;
use super::supported::InFull;
use crate::Error;
use crate::reader::{Readable, Reader};

/// Flatten, as a caller asks for it. Samples are rows of features already, so it changes nothing.
///
/// Source: <https://keras.io/api/layers/reshaping_layers/flatten/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlattenConfig {
    /// Its name. Defaults to Keras's: `flatten`, `flatten_1`.
    pub name: Option<String>,
}

/// Flatten of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Flatten {
    /// Its settings.
    pub config: FlattenConfig,
    pub(super) units: usize,
    _supported: InFull,
}

impl FlattenConfig {
    pub(super) fn build(&self, place: Place) -> Result<Flatten, Error> {
        let _supported = InFull::check("Flatten")?;
        Ok(Flatten { config: self.clone(), units: place.inputs, _supported })
    }
}

/// Reads `{ type: "Flatten" }`.
impl Readable for FlattenConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "name"]);
        FlattenConfig { name: layer.get("name") }
    }
}
