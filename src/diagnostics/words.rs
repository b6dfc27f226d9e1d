//! The English sentences of a finding.

use super::finding::Finding;
use crate::error::counted;
use crate::number::{fixed, scientific};

impl Finding {
    /// What is so, in a sentence.
    pub fn message(&self) -> String {
        match self {
            Finding::IndexColumn { name, .. } => {
                format!("{name} only counts the rows, yet the model takes it for a feature.")
            }
            Finding::TargetsOutOfRange { activation, lowest, highest, smallest_target, largest_target, .. } => format!(
                "The output activation {activation} gives {}, but the targets go from {} to {}: the loss cannot reach \
                 0.",
                range(*lowest, *highest),
                say(*smallest_target),
                say(*largest_target),
            ),
            Finding::LinearLayers { first, last, is_regression, .. } => {
                let whole = if *is_regression { ", and the model is a linear regression" } else { "" };
                format!(
                    "No activation lies between layers[{first}] and layers[{last}]: together they can do what one \
                     layer can{whole}."
                )
            }
            Finding::RowsDropped { dropped, rows, columns } => format!(
                "{dropped} of {} {} left out, as a value of {} is missing there.",
                counted(*rows, "row"),
                if *dropped == 1 { "is" } else { "are" },
                columns.join(", ")
            ),
            Finding::ValuesFilled { filled, columns } => format!(
                "{} of {} {} missing; the mean of the training rows stands there.",
                counted(*filled, "value"),
                columns.join(", "),
                if *filled == 1 { "was" } else { "were" }
            ),
            Finding::UnscaledFeatures { .. } | Finding::LearningRateTooHigh { .. } => self.rate_message(),
            Finding::CrossentropyTargets { .. }
            | Finding::CrossentropyOutput { .. }
            | Finding::LogitsTwice { .. }
            | Finding::OneClass { .. } => self.crossentropy_message(),
            Finding::EmptyAccuracy { .. } => self.metric_message(),
            Finding::DeadRelus { .. }
            | Finding::SaturatedUnits { .. }
            | Finding::VanishingGradients { .. }
            | Finding::ExplodingGradients { .. } => self.layer_message(),
            _ => self.loss_message(),
        }
    }

    fn layer_message(&self) -> String {
        match self {
            Finding::DeadRelus { layer, dead, units } => {
                let are = if *dead == 1 { "is" } else { "are" };
                format!(
                    "{dead} of {} of layers[{layer}] {are} dead: relu gives 0 for every row.",
                    counted(*units, "unit")
                )
            }
            Finding::SaturatedUnits { layer, activation, saturated, units } => format!(
                "{saturated} of {} of layers[{layer}] {} saturated: {activation} is flat there, and hardly any \
                 gradient comes through.",
                counted(*units, "unit"),
                if *saturated == 1 { "is" } else { "are" }
            ),
            Finding::VanishingGradients { layer, factor, .. } => format!(
                "The gradient that reaches layers[{layer}] is {} times smaller than that of the last layer: by \
                 gradient descent it learns that much slower.",
                say(*factor)
            ),
            Finding::ExplodingGradients { layer, factor, .. } => format!(
                "The gradient that reaches layers[{layer}] is {} times larger than that of the last layer.",
                say(*factor)
            ),
            _ => String::new(),
        }
    }

    fn rate_message(&self) -> String {
        match self {
            Finding::UnscaledFeatures { name, size, learning_rate, stable_rate: Some(stable), .. }
                if learning_rate >= stable =>
            {
                format!(
                    "{name} goes up to {}: with such features gradient descent is stable below a learning rate of \
                     about {}, and {} is above it.",
                    say(*size),
                    say(*stable),
                    say(*learning_rate)
                )
            }
            Finding::UnscaledFeatures { name, size, ratio, .. } => format!(
                "{name} goes up to {}, and sizes differ by a factor of {}: no learning rate suits all weights, so \
                 gradient descent is slow.",
                say(*size),
                say(*ratio)
            ),
            Finding::LearningRateTooHigh { learning_rate, stable_rate } => format!(
                "Gradient descent is stable here below a learning rate of about {}, and {} is above it.",
                say(*stable_rate),
                say(*learning_rate)
            ),
            _ => String::new(),
        }
    }

    fn crossentropy_message(&self) -> String {
        match self {
            Finding::CrossentropyTargets { loss, smallest_target, largest_target, .. } => format!(
                "{loss} compares probabilities, but the targets go from {} to {}.",
                say(*smallest_target),
                say(*largest_target)
            ),
            Finding::CrossentropyOutput { loss, from_logits, activation, .. } => {
                let takes = if *from_logits { "logits, any numbers," } else { "probabilities" };
                format!("{loss} takes {takes} from the output, and the activation {activation} does not give them.")
            }
            Finding::LogitsTwice { loss, activation, .. } => format!(
                "{loss} is told to take logits, but {activation} already turned them into probabilities: Keras on \
                 TensorFlow passes it by, other backends apply it twice."
            ),
            Finding::OneClass { loss, .. } => format!(
                "{loss} compares the shares of classes, and that of a single unit is always 1: nothing can be learned."
            ),
            _ => String::new(),
        }
    }

    fn metric_message(&self) -> String {
        let Finding::EmptyAccuracy { metric, reason, share, .. } = self else { return String::new() };
        match *reason {
            "values" => format!(
                "{metric} counts an output, rounded to 0 or 1, as right where it equals the target, but {}% of the \
                 targets are neither: these never count.",
                say(100.0 * share)
            ),
            "one_output" => {
                format!("{metric} looks for the largest output of a row, and there is only one: it says nothing.")
            }
            "class_numbers" => format!(
                "{metric} looks for the largest target of a row, but each row has one class number: it says nothing."
            ),
            _ => format!(
                "{metric} only compares which output and which target of a row is the largest, but in {}% of the rows \
                 the targets are not one class.",
                say(100.0 * share)
            ),
        }
    }

    fn loss_message(&self) -> String {
        match self {
            Finding::LossNotFinite { epoch, key, value, loss, activation } => {
                let when = if *value == "nan" { "is not defined" } else { "is too large for a number" };
                format!(
                    "{key} was {value} in epoch {}: for some outputs of {activation} {loss} {when}. Training went on, \
                     as all weights stayed finite.",
                    epoch + 1
                )
            }
            Finding::Diverged { epoch, step, layer, optimizer, learning_rate, .. } => format!(
                "Training diverged in epoch {} at step {}: the numbers of layers[{layer}] grew past all bounds \
                 with {optimizer} and a learning rate of {}.",
                epoch + 1,
                step + 1,
                say(*learning_rate)
            ),
            Finding::RisingLoss { epoch, lowest_loss, loss, optimizer, learning_rate, .. } => format!(
                "The training loss rose from {} in epoch {} to {} with {optimizer} and a learning rate of {}.",
                say(*lowest_loss),
                epoch + 1,
                say(*loss),
                say(*learning_rate)
            ),
            Finding::StuckLoss { activation, lowest, highest, loss, best_loss, .. } => format!(
                "The loss is {}, and {} of it is out of reach: {activation} gives {}, and the targets lie outside.",
                say(*loss),
                say(*best_loss),
                range(*lowest, *highest)
            ),
            Finding::Overfitting { epoch, lowest_val_loss, val_loss, loss_then, loss } => format!(
                "Since epoch {} the validation loss rose from {} to {} while the training loss fell from {} to {}: the \
                 model learns the training rows by heart.",
                epoch + 1,
                say(*lowest_val_loss),
                say(*val_loss),
                say(*loss_then),
                say(*loss)
            ),
            _ => String::new(),
        }
    }

    /// What to try, in a sentence.
    pub fn advice(&self) -> String {
        match self {
            Finding::IndexColumn { name, .. } => format!("Drop {name}, and keep the table that drop returns."),
            Finding::UnscaledFeatures { scaled_stable_rate: Some(rate), .. } => format!(
                "Standardise the features, after which a learning rate up to about {} is stable, or try Adam.",
                say(*rate)
            ),
            Finding::LearningRateTooHigh { stable_rate, .. } => {
                format!("Try a learning rate of {} or less.", say(stable_rate / 2.0))
            }
            Finding::Diverged { stable_rate: Some(rate), .. } | Finding::RisingLoss { stable_rate: Some(rate), .. } => {
                format!(
                    "Try a learning rate below {}, where the start weights are stable, scaled features, or Adam.",
                    say(*rate)
                )
            }
            Finding::CrossentropyOutput { expected, .. } => {
                format!("Give the output layer the activation {expected}.")
            }
            Finding::EmptyAccuracy { reason, .. } => match *reason {
                "one_output" => "For two classes take binary_accuracy, for a regression mae or r2_score.".to_string(),
                "class_numbers" => "Take accuracy or sparse_categorical_accuracy.".to_string(),
                "values" => {
                    "For a regression watch mae or r2_score; for two classes give targets of 0 and 1.".to_string()
                }
                _ => "For a regression watch mae or r2_score; where several labels can be right, binary_accuracy."
                    .to_string(),
            },
            Finding::LossNotFinite { value, loss, .. } => match (*value, *loss) {
                ("nan", "poisson") => "Give the output layer softplus or exponential, which stay above 0.".to_string(),
                ("nan", _) => {
                    "Give the output layer an activation that the loss can take, such as softmax.".to_string()
                }
                _ => "Try a learning rate ten times lower, and scale features and targets.".to_string(),
            },
            _ => self.plain_advice().to_string(),
        }
    }

    /// What to try, where no fact belongs into the sentence.
    fn plain_advice(&self) -> &'static str {
        match self {
            Finding::UnscaledFeatures { .. } => "Standardise the features, or try Adam.",
            Finding::TargetsOutOfRange { .. } | Finding::StuckLoss { .. } => {
                "Leave the activation of the output layer out, or scale the targets into its range."
            }
            Finding::RowsDropped { .. } => {
                "Fill features with the mean of the training rows, or leave out the column in which most are missing."
            }
            Finding::ValuesFilled { .. } => {
                "Leave the rows out instead if they are few; a mean tells the network nothing of its row."
            }
            Finding::CrossentropyTargets { .. } => {
                "Give targets of 0 and 1, or take mean_squared_error for a regression."
            }
            Finding::LogitsTwice { .. } => "Leave out either from_logits or the activation of the output layer.",
            Finding::OneClass { .. } => {
                "Take sigmoid with binary_crossentropy for two classes, or one unit for each class."
            }
            Finding::LinearLayers { .. } => "Put an activation such as relu between them, or keep just one.",
            Finding::DeadRelus { .. } => "Scale the features, lower the learning rate, or try leaky_relu.",
            Finding::SaturatedUnits { .. } => "Scale the features, start with smaller weights, or try relu.",
            Finding::VanishingGradients { .. } => "Try relu with he_normal in the hidden layers, or fewer layers.",
            Finding::ExplodingGradients { .. } => "Start with smaller weights such as glorot_uniform, or set clipnorm.",
            Finding::Diverged { .. } | Finding::RisingLoss { .. } => {
                "Try a learning rate ten times lower, and scale features and targets."
            }
            Finding::Overfitting { .. } => "Stop earlier, take fewer units, add Dropout or L2, or get more rows.",
            _ => "",
        }
    }
}

/// What an activation can give.
fn range(lowest: Option<f64>, highest: Option<f64>) -> String {
    match (lowest, highest) {
        (Some(lowest), Some(highest)) => format!("numbers from {} to {}", say(lowest), say(highest)),
        (Some(lowest), None) => format!("nothing below {}", say(lowest)),
        (None, Some(highest)) => format!("nothing above {}", say(highest)),
        (None, None) => "any number".to_string(),
    }
}

/// A number with about three digits.
fn say(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-3..1e6).contains(&size) {
        return scientific(value, 1);
    }
    let decimals = [100.0, 10.0, 1.0, 0.1, 0.01].iter().position(|bound| size >= *bound).unwrap_or(5);
    let text = fixed(value, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_with_about_three_digits() {
        let said = [0.0, 296.4, 27.0, 1.0, 0.12345, 0.0123456, 0.001, 0.0000187, 1.5e20, -2.5].map(say);
        assert_eq!(said, ["0", "296", "27", "1", "0.123", "0.0123", "0.001", "1.9e-05", "1.5e+20", "-2.5"]);
    }
}
