//! Dense networks: layers, activations, losses and optimizers, and the model that chains them.

mod scalar;
mod random;
mod activation;
mod initializer;
mod loss;
mod optimizer;
mod dense;
mod config;
mod sequential;

pub use activation::Activation;
pub use config::{LayerConfig, MAX_PARAMETERS, MAX_UNITS, ModelConfig};
pub use dense::Dense;
pub use initializer::Initializer;
pub use loss::Loss;
pub use optimizer::Optimizer;
pub use random::Random;
pub use scalar::Scalar;
pub use sequential::Sequential;
