//! Optimizers of PyTorch with the formulas of Keras, if they are the same but for where `epsilon` stands.

use super::python::{number, truth};
use glassnet::nn::{Clip, Moments, Optimizer, Rule, Schedule};

/// The optimizer as an expression.
///
/// # Errors
/// Returns why there is none, in words.
pub(super) fn expression(optimizer: &Optimizer) -> Result<String, String> {
    let Schedule::Constant(rate) = optimizer.learning_rate else {
        return Err("the learning rate follows a schedule".to_string());
    };
    let (class, mut settings) = rule(optimizer.rule)?;
    settings.insert(0, format!("lr={}", number(rate)));
    if let (Rule::AdamW(_), decay) = (optimizer.rule, optimizer.weight_decay) {
        settings.push(format!("weight_decay={}", number(decay.unwrap_or(0.0))));
    }
    Ok(format!("torch.optim.{class}(parameters, {})", settings.join(", ")))
}

/// The class and its settings but for the learning rate.
fn rule(rule: Rule) -> Result<(&'static str, Vec<String>), String> {
    let adaptive = |moments: Moments| {
        let betas = format!("betas=({}, {})", number(moments.beta_1), number(moments.beta_2));
        vec![betas, format!("eps={}", number(moments.epsilon))]
    };
    Ok(match rule {
        Rule::Adadelta(with) => {
            ("Adadelta", vec![format!("rho={}", number(with.rho)), format!("eps={}", number(with.epsilon))])
        }
        // PyTorch adds epsilon outside of the root, which is the same where the sum begins far above it.
        Rule::Adagrad(with) if with.epsilon <= 1e-5 * with.initial_accumulator_value => {
            let initial = format!("initial_accumulator_value={}", number(with.initial_accumulator_value));
            ("Adagrad", vec![initial, format!("eps={}", number(with.epsilon))])
        }
        Rule::Adagrad(_) => return Err("PyTorch's Adagrad adds epsilon outside of the root".to_string()),
        Rule::Adam(with) => ("Adam", amsgrad(adaptive(with.moments), with.amsgrad)),
        Rule::AdamW(with) => ("AdamW", amsgrad(adaptive(with.adam.moments), with.adam.amsgrad)),
        Rule::Adamax(with) => ("Adamax", adaptive(with.moments)),
        Rule::Nadam(_) => return Err("PyTorch's NAdam is not the same in all of its versions".to_string()),
        Rule::RmsProp(_) => return Err("PyTorch's RMSprop adds epsilon outside of the root".to_string()),
        Rule::Sgd(with) => {
            let momentum = format!("momentum={}", number(with.momentum));
            let is_nesterov = with.nesterov && with.momentum > 0.0;
            (
                "SGD",
                if with.momentum == 0.0 {
                    Vec::new()
                } else {
                    vec![momentum, format!("nesterov={}", truth(is_nesterov))]
                },
            )
        }
        other => return Err(format!("PyTorch has no {}", other.name())),
    })
}

fn amsgrad(mut settings: Vec<String>, amsgrad: bool) -> Vec<String> {
    if amsgrad {
        settings.push("amsgrad=True".to_string());
    }
    settings
}

/// The lines between the gradients and the step: clipping, and Keras's weight decay.
pub(super) fn before_step(optimizer: &Optimizer) -> String {
    let mut lines = String::new();
    match optimizer.clip {
        None => {}
        Some(Clip::Norm(norm)) => {
            lines += "        for parameter in parameters:\n";
            lines += &format!("            nn.utils.clip_grad_norm_(parameter, {})\n", number(norm));
        }
        Some(Clip::GlobalNorm(norm)) => {
            lines += &format!("        nn.utils.clip_grad_norm_(parameters, {})\n", number(norm));
        }
        Some(Clip::Value(size)) => {
            lines += &format!("        nn.utils.clip_grad_value_(parameters, {})\n", number(size));
        }
    }
    match (optimizer.rule, optimizer.weight_decay, &optimizer.learning_rate) {
        (Rule::AdamW(_), ..) | (_, None, _) => {}
        (_, Some(decay), Schedule::Constant(rate)) => {
            // Of PyTorch's optimizers AdamW alone has it apart from the gradients.
            lines += "        with torch.no_grad():\n            for parameter in parameters:\n";
            lines += &format!("                parameter.mul_(1.0 - {} * {})\n", number(rate), number(decay));
        }
        (_, Some(_), _) => {}
    }
    lines
}
