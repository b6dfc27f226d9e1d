//! Range of a setting: which numbers it may be.

use crate::Error;
use crate::error::all_finite;
use crate::number::short;

/// The numbers that a setting may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Range {
    /// Any finite number.
    Finite,
    /// 0 or more.
    NotNegative,
    /// 0 to 1.
    Share,
    /// 0 or more and below 1.
    BelowOne,
    /// Above 0.
    Positive,
    /// 0 or less.
    #[cfg(feature = "full")]
    NotPositive,
    /// Above 0 and at most 1.
    #[cfg(feature = "full")]
    PositiveShare,
    /// 1 or more.
    #[cfg(feature = "full")]
    OneOrMore,
    /// An integer between two others, and that in words.
    #[cfg(feature = "full")]
    Integer { least: u32, most: u32, words: &'static str },
    /// The axes of a matrix.
    #[cfg(feature = "full")]
    Axis,
    /// Whatever the arithmetic makes of it; `true` and `false` too.
    Any,
}

#[cfg(feature = "full")]
impl Range {
    /// How many there are.
    pub(crate) const COUNT: Range = Range::Integer { least: 1, most: u32::MAX, words: "an integer from 1" };
    /// The place of one, from 0.
    pub(crate) const INDEX: Range = Range::Integer { least: 0, most: u32::MAX, words: "an integer from 0" };
}

impl Range {
    fn contains(self, number: f64) -> bool {
        match self {
            Range::Finite => number.is_finite(),
            Range::NotNegative => number >= 0.0 && number.is_finite(),
            Range::Share => (0.0..=1.0).contains(&number),
            Range::BelowOne => (0.0..1.0).contains(&number),
            Range::Positive => number > 0.0 && number.is_finite(),
            #[cfg(feature = "full")]
            Range::NotPositive => number <= 0.0 && number.is_finite(),
            #[cfg(feature = "full")]
            Range::PositiveShare => number > 0.0 && number <= 1.0,
            #[cfg(feature = "full")]
            Range::OneOrMore => number >= 1.0 && number.is_finite(),
            #[cfg(feature = "full")]
            Range::Integer { least, most, .. } => {
                number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&number)
            }
            #[cfg(feature = "full")]
            Range::Axis => true,
            Range::Any => true,
        }
    }

    /// The range in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Range::Finite => "a finite number",
            Range::NotNegative => "0 or more",
            Range::Share => "0 to 1",
            Range::BelowOne => "0 or more and below 1",
            Range::Positive => "a number above 0",
            #[cfg(feature = "full")]
            Range::NotPositive => "0 or less",
            #[cfg(feature = "full")]
            Range::PositiveShare => "above 0 and at most 1",
            #[cfg(feature = "full")]
            Range::OneOrMore => "1 or more",
            #[cfg(feature = "full")]
            Range::Integer { words, .. } => words,
            #[cfg(feature = "full")]
            Range::Axis => "0, 1 or [0, 1]",
            Range::Any => "any",
        }
    }

    /// Checks a number of double precision.
    pub(crate) fn check(self, name: &str, number: f64) -> Result<(), Error> {
        if self.contains(number) { Ok(()) } else { Err(Error::out_of_range(name, self.words(), short(number))) }
    }

    pub(super) fn check_single(self, name: &str, number: f32) -> Result<(), Error> {
        if self != Range::Any {
            all_finite(name, &[number])?;
        }
        self.check(name, f64::from(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_at_the_end_of_its_range_is_within_it_or_not() {
        let within = |range: Range| [0.0, 1.0, -1e-9, f64::INFINITY, f64::NAN].map(|number| range.contains(number));
        assert_eq!(within(Range::Finite), [true, true, true, false, false]);
        assert_eq!(within(Range::NotNegative), [true, true, false, false, false]);
        assert_eq!(within(Range::Share), [true, true, false, false, false]);
        assert_eq!(within(Range::BelowOne), [true, false, false, false, false]);
        assert_eq!(within(Range::Positive), [false, true, false, false, false]);
    }

    #[cfg(feature = "full")]
    #[test]
    fn so_it_is_in_the_ranges_of_the_full_build() {
        let within =
            |range: Range| [0.0, 1.0, -1e-9, 1.5, f64::INFINITY, f64::NAN].map(|number| range.contains(number));
        assert_eq!(within(Range::NotPositive), [true, false, true, false, false, false]);
        assert_eq!(within(Range::PositiveShare), [false, true, false, false, false, false]);
        assert_eq!(within(Range::OneOrMore), [false, true, false, true, false, false]);
    }

    #[cfg(feature = "full")]
    #[test]
    fn an_integer_is_within_its_range_at_either_end() {
        let range = Range::Integer { least: 2, most: 10, words: "an integer from 2 to 10" };
        let within = [1.0, 2.0, 2.5, 10.0, 11.0, f64::NAN].map(|number| range.contains(number));
        assert_eq!(within, [false, true, false, true, false, false]);
    }
}
