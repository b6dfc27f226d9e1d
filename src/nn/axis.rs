//! Axes of a kernel `[inputs, units]`, by Keras's numbers.

use crate::Value;

/// Axes along which a norm sums the squares of a kernel `[inputs, units]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// 0: each unit has a norm.
    Inputs,
    /// 1: each input has one.
    Units,
    /// `[0, 1]`: the whole kernel has one.
    Both,
}

impl Axis {
    /// As Keras writes it.
    pub(super) fn text(self) -> &'static str {
        match self {
            Axis::Inputs => "0",
            Axis::Units => "1",
            Axis::Both => "[0, 1]",
        }
    }

    /// The axis that a value names, if it is 0, 1, or a list of them.
    pub(super) fn of(value: &Value) -> Option<Self> {
        let Value::Array(axes) = value else {
            return match value {
                Value::Number(0.0) => Some(Axis::Inputs),
                Value::Number(1.0) => Some(Axis::Units),
                _ => None,
            };
        };
        match axes.as_slice() {
            [one] => Axis::of(one),
            [Value::Number(0.0), Value::Number(1.0)] | [Value::Number(1.0), Value::Number(0.0)] => Some(Axis::Both),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_0_1_or_a_list_of_them() {
        let list = |axes: &[f64]| Value::numbers(axes);
        assert_eq!(Axis::of(&Value::Number(1.0)), Some(Axis::Units));
        assert_eq!(Axis::of(&list(&[0.0])), Some(Axis::Inputs));
        assert_eq!(Axis::of(&list(&[1.0, 0.0])), Some(Axis::Both));
        for other in [Value::Number(2.0), Value::string("0"), list(&[]), list(&[0.0, 0.0]), list(&[0.0, 1.0, 2.0])] {
            assert_eq!(Axis::of(&other), None, "{other:?}");
        }
    }
}
