//! Losses as expressions of PyTorch: its own where it has one of the same formula, else the formula.

use super::python::number;
use glassnet::nn::Loss;

/// The lines of `loss_function(predictions, targets)`; `None` of a loss that is not written here.
pub(super) fn lines(loss: Loss) -> Option<String> {
    if let Some(lines) = crossentropy(loss) {
        return Some(lines);
    }
    Some(match loss {
        Loss::CategoricalHinge => {
            "    right, wrong = (targets * predictions).sum(dim=1), ((1.0 - targets) * predictions).amax(dim=1)\n"
                .to_string()
                + &line("torch.relu(wrong - right + 1.0).mean()")
        }
        Loss::CosineSimilarity => {
            line("-nn.functional.cosine_similarity(predictions, targets, dim=1, eps=1e-7).mean()")
        }
        Loss::Huber(huber) => {
            line(&format!("nn.functional.huber_loss(predictions, targets, delta={})", number(huber.delta)))
        }
        Loss::KlDivergence => {
            "    logarithms, targets = torch.log(predictions.clamp(1e-7, 1.0)), targets.clamp(1e-7, 1.0)\n".to_string()
                + &line("nn.functional.kl_div(logarithms, targets, reduction=\"batchmean\")")
        }
        Loss::LogCosh => {
            "    errors = predictions - targets\n".to_string()
                + &line("(errors + nn.functional.softplus(-2.0 * errors) - 0.6931472).mean()")
        }
        Loss::MeanAbsoluteError => line("nn.functional.l1_loss(predictions, targets)"),
        Loss::MeanAbsolutePercentageError => {
            line("100.0 * ((predictions - targets).abs() / targets.abs().clamp_min(1e-7)).mean()")
        }
        Loss::MeanSquaredError => line("nn.functional.mse_loss(predictions, targets)"),
        Loss::MeanSquaredLogarithmicError => {
            let logarithm = |of: &str| format!("torch.log1p({of}.clamp_min(1e-7))");
            line(&format!("nn.functional.mse_loss({}, {})", logarithm("predictions"), logarithm("targets")))
        }
        Loss::Poisson => line("(predictions - targets * torch.log(predictions + 1e-7)).mean()"),
        _ => return None,
    })
}

/// The lines of a crossentropy; `None` of other losses.
fn crossentropy(loss: Loss) -> Option<String> {
    Some(match loss {
        Loss::BinaryCrossentropy(with) => {
            let suffix = if with.from_logits { "_with_logits" } else { "" };
            let own = format!("nn.functional.binary_cross_entropy{suffix}(predictions, targets)");
            smoothing(with.label_smoothing, "2.0") + &line(&own)
        }
        Loss::CategoricalCrossentropy(with) if with.from_logits => {
            let settings = format!("label_smoothing={}", number(with.label_smoothing));
            line(&format!("nn.functional.cross_entropy(predictions, targets, {settings})"))
        }
        Loss::CategoricalCrossentropy(with) => {
            smoothing(with.label_smoothing, "targets.shape[1]")
                + &line(&format!("-(targets * {LOG_PROBABILITIES}).sum(dim=1).mean()"))
        }
        Loss::SparseCategoricalCrossentropy(with) if with.from_logits => {
            line("nn.functional.cross_entropy(predictions, targets)")
        }
        Loss::SparseCategoricalCrossentropy(_) => {
            line(&format!("nn.functional.nll_loss({LOG_PROBABILITIES}, targets)"))
        }
        _ => return None,
    })
}

fn line(expression: &str) -> String {
    format!("    return {expression}\n")
}

/// A line that draws targets to the same share of each class.
fn smoothing(smoothing: f32, classes: &str) -> String {
    if smoothing == 0.0 {
        return String::new();
    }
    let share = number(smoothing);
    format!("    targets = targets * (1.0 - {share}) + {share} / {classes}\n")
}

/// Keras divides probabilities by their sum and clips them.
const LOG_PROBABILITIES: &str =
    "torch.log((predictions / predictions.sum(dim=1, keepdim=True)).clamp(1e-7, 1.0 - 1e-7))";

/// Rows of targets for the example, and what they are.
pub(super) fn targets(loss: Loss, outputs: usize) -> [String; 2] {
    match loss {
        Loss::SparseCategoricalCrossentropy(_) => {
            [format!("torch.randint(0, {outputs}, (64,))"), "[rows], classes from 0 as torch.long".to_string()]
        }
        _ => [format!("torch.rand(64, {outputs})"), format!("[rows, {outputs}]")],
    }
}
