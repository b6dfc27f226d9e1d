//! The learning rate of a model, which callbacks change between epochs.

use super::setting::Range;
use super::{Schedule, Sequential};
use crate::Error;

impl Sequential {
    /// The learning rate of the next update.
    pub fn learning_rate(&self) -> f32 {
        self.optimizer.learning_rate.at(self.state.iterations)
    }

    /// Sets the learning rate, as Keras's `optimizer.learning_rate = rate`; a schedule gives way to it.
    /// [`Sequential::reset`] takes it back.
    ///
    /// # Errors
    /// Rejects what is no finite number of 0 or more; the former rate stays.
    pub fn set_learning_rate(&mut self, rate: f32) -> Result<(), Error> {
        Range::NotNegative.check("learningRate", f64::from(rate))?;
        let former = std::mem::replace(&mut self.optimizer.learning_rate, Schedule::Constant(rate));
        self.compiled_rate.get_or_insert(former);
        Ok(())
    }
}
