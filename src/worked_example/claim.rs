//! Claims: values that a text prints, checked at the precision in which they are printed.

use crate::concatenate::concatenate;
use crate::number;
use crate::reader::{Readable, Reader};
use crate::{Error, ErrorKind, Value};
use serde::Serialize;

/// The most digits after the point that a claim may have.
const MAX_DECIMALS: usize = 12;

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Quantity {
    /// The output of a unit.
    Output,
    /// The weighted sum of a unit with its bias, its pre-activation.
    Sum,
    /// A weight after the update.
    Weight,
    /// A bias after the update.
    Bias,
    /// `dL/dw` of a weight; without an input `dL/db` of a bias.
    Gradient,
    /// The loss; with a unit the part of one output: its squared error, divided by the count of outputs.
    Loss,
}

impl Quantity {
    const ALL: [Quantity; 6] =
        [Quantity::Output, Quantity::Sum, Quantity::Weight, Quantity::Bias, Quantity::Gradient, Quantity::Loss];

    /// In the order of the variants.
    const NAMES: [&'static str; 6] = ["output", "sum", "weight", "bias", "gradient", "loss"];

    /// Its name in a configuration.
    pub fn name(self) -> &'static str {
        Quantity::NAMES[self as usize]
    }
}

/// A value as a text prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// What is claimed.
    pub of: Quantity,
    /// The layer, from 0; none for the loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<usize>,
    /// The unit in its layer, from 0; none for the whole loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<usize>,
    /// Of a weight and its gradient: the unit of the layer before, or the feature, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<usize>,
    /// The iteration, counted from 1: a forward pass, its loss, its gradients and its update. Weights and biases are those
    /// after the update, so that those of 0 are the start weights.
    pub iteration: usize,
    /// The value as text, such as `0.73`: its decimals tell how exact it is.
    pub text: String,
}

impl Claim {
    /// A claim of the output of one unit in the first iteration.
    pub fn of_unit(layer: usize, unit: usize, text: &str) -> Self {
        Claim { of: Quantity::Output, layer: Some(layer), unit: Some(unit), ..Claim::of_loss(text) }
    }

    /// A claim of the loss of the first iteration.
    pub fn of_loss(text: &str) -> Self {
        Claim { of: Quantity::Loss, layer: None, unit: None, input: None, iteration: 1, text: text.to_string() }
    }

    /// The claim as JavaScript writes it.
    pub(crate) fn to_value(&self) -> Value {
        Value::object(self.fields())
    }

    fn fields(&self) -> Vec<(&'static str, Value)> {
        let idx = |idx: Option<usize>| idx.map_or(Value::Null, |idx| Value::Number(idx as f64));
        vec![
            ("of", Value::string(self.of.name())),
            ("layer", idx(self.layer)),
            ("unit", idx(self.unit)),
            ("input", idx(self.input)),
            ("iteration", idx(Some(self.iteration))),
            ("text", Value::string(&self.text)),
        ]
    }

    /// The name of its value as authors write it, counted from 1: `1.2` for an output, `weight:2.1.1@3`.
    pub(super) fn value_name(&self) -> String {
        let name = name_of(self.of, [self.layer, self.input, self.unit]);
        if self.iteration == 1 { name } else { concatenate![name, "@", self.iteration] }
    }

    /// Holds the claim against a value: it holds if the value rounds to what is printed.
    ///
    /// # Errors
    /// Rejects a text that is no decimal number with at most 12 decimals.
    pub fn check(&self, value: f64) -> Result<ClaimCheck, Error> {
        let printed = Printed::parse(&self.text)?;
        let half = 0.5 * 1.0 / number::power_of_ten(printed.decimals) as f64;
        Ok(ClaimCheck {
            claim: self.clone(),
            value,
            rounded: number::fixed(value, printed.decimals),
            // A value just on the half may be rounded either way.
            holds: (value - printed.value).abs() <= half * (1.0 + 1e-6),
        })
    }
}

/// The name of a value from its layer, input and unit.
pub(super) fn name_of(of: Quantity, place: [Option<usize>; 3]) -> String {
    // An output needs no word.
    let (kind, mut separator) = if of == Quantity::Output { ("", "") } else { (of.name(), ":") };
    let mut name = kind.to_string();
    for idx in place.into_iter().flatten() {
        name += &concatenate![separator, idx + 1];
        separator = ".";
    }
    name
}

/// What is claimed may be left out: an output where there is a unit, else the loss.
impl Readable for Claim {
    fn read(claim: &Reader) -> Self {
        claim.fields(&["of", "layer", "unit", "input", "iteration", "text"]);
        let (layer, unit): (Option<usize>, Option<usize>) = (claim.get("layer"), claim.get("unit"));
        let of = claim.field("of");
        let default = if layer.or(unit).is_some() { Quantity::Output } else { Quantity::Loss };
        let name = of.text_or(default.name());
        let known = Quantity::NAMES.iter().position(|known| *known == name);
        if known.is_none() {
            of.reject_here(Error::out_of_range("", Quantity::NAMES.join(", "), name));
        }
        Claim {
            of: known.map_or(default, |at| Quantity::ALL[at]),
            layer,
            unit,
            input: claim.get("input"),
            iteration: claim.get_or("iteration", 1),
            text: claim.get("text"),
        }
    }
}

/// A claim beside what the engine computed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimCheck {
    /// The value that the text prints.
    #[serde(flatten)]
    pub claim: Claim,
    /// The value in double precision, from the numbers as they were written.
    pub value: f64,
    /// The engine's value with as many decimals as the text has.
    pub rounded: String,
    /// Whether the two are the same at the printed precision.
    pub holds: bool,
}

impl ClaimCheck {
    /// The check as JavaScript reads it.
    #[cfg(all(target_arch = "wasm32", feature = "bindings", feature = "worked"))]
    pub(crate) fn to_value(&self) -> Value {
        let mut fields = self.claim.fields();
        fields.push(("value", Value::Number(self.value)));
        fields.push(("rounded", Value::string(&self.rounded)));
        fields.push(("holds", Value::Bool(self.holds)));
        Value::object(fields)
    }
}

/// A printed number and how exact it is.
struct Printed {
    value: f64,
    decimals: usize,
}

impl Printed {
    fn parse(text: &str) -> Result<Self, Error> {
        let error = Error::new(
            ErrorKind::NotANumber,
            "claim".to_string(),
            concatenate!["a decimal number with at most ", MAX_DECIMALS, " decimals, such as 0.73"],
            text.to_string(),
        );
        let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let length = whole.len() + fraction.len();
        if !all_digits(whole) || !all_digits(fraction) || fraction.len() > MAX_DECIMALS || !(1..=18).contains(&length) {
            return Err(error);
        }
        // Read by hand: std's parser of floats would be a tenth of the whole engine in the browser.
        let as_number = |part: &str| part.bytes().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
        let value = as_number(whole) + as_number(fraction) / number::power_of_ten(fraction.len()) as f64;
        let negative = text.starts_with(['-', '−']);
        Ok(Printed { value: if negative { -value } else { value }, decimals: fraction.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, value: f64) -> bool {
        Claim::of_loss(text).check(value).unwrap().holds
    }

    #[test]
    fn a_claim_holds_at_the_precision_in_which_it_is_printed() {
        assert!(holds("0.73", 0.731_058_6));
        assert!(holds("0.436", 0.436_198_56));
        assert!(holds("0.5", 0.5));
        assert!(holds("−1.5", -1.46));
        assert!(!holds("0.74", 0.731_058_6));
        assert!(!holds("0.731", 0.73));
        assert!(!holds("0.436", f64::NAN));
    }

    #[test]
    fn a_failing_claim_says_what_the_value_rounds_to() {
        let check = Claim::of_unit(0, 0, "0.74").check(0.731_058_6).unwrap();
        assert_eq!((check.holds, check.rounded.as_str()), (false, "0.73"));
    }

    #[test]
    fn a_claim_that_is_no_decimal_number_is_rejected() {
        for text in ["", ".", "-", "abc", "1e3", "0.1.2", "NaN", "--1", "0.1234567890123"] {
            assert_eq!(Claim::of_loss(text).check(0.0).unwrap_err().code(), "not_a_number", "{text}");
        }
    }
}
