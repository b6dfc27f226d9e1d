//! The decimal and the thousands sign of a text: those in which the most columns are numbers.

use super::options::{CsvOptions, Separator};
use super::profile::{Profile, WRITINGS};
use super::reading::Alternative;
use crate::Value;

/// The order in which writings are preferred where columns fit several: behind commas a comma is a thousands sign,
/// behind semicolons it is a decimal one.
const BEHIND_COMMAS: [usize; 9] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BEHIND_SEMICOLONS: [usize; 9] = [0, 4, 5, 6, 7, 1, 2, 3, 8];

/// The place of the best writing, and what else the text may mean.
pub(super) fn find(profiles: &[Profile], separator: Separator, options: &CsvOptions) -> (usize, Vec<Alternative>) {
    // Hardly any money has three decimals.
    let money = |profile: &Profile| profile.groups[1] && profile.unit.is_some_and(|unit| !matches!(unit, "%" | "‰"));
    let decimal_comma = separator == Separator::Char(';') && !profiles.iter().any(money);
    let order = if decimal_comma { BEHIND_SEMICOLONS } else { BEHIND_COMMAS };
    let allowed: Vec<usize> = order.into_iter().filter(|idx| is_allowed(*idx, profiles, separator, options)).collect();
    // A sign that was given and that no number has is taken as it is.
    let Some(best) = allowed.iter().rev().copied().max_by_key(|idx| fitting(*idx, profiles)) else {
        return (order[0], Vec::new());
    };
    let rivals = allowed.iter().filter(|rival| {
        let as_good = fitting(**rival, profiles) == fitting(best, profiles);
        as_good && differ(profiles, best, **rival)
    });
    let alternatives = rivals.filter_map(|rival| alternative(profiles, best, *rival, options)).fold(Vec::new(), once);
    (best, alternatives)
}

fn fitting(writing: usize, profiles: &[Profile]) -> usize {
    profiles.iter().filter(|profile| profile.fits[writing]).count()
}

/// Whether a writing agrees with what was given; a thousands sign that was not given must be there.
fn is_allowed(writing: usize, profiles: &[Profile], separator: Separator, options: &CsvOptions) -> bool {
    let signs = WRITINGS[writing];
    let decimal = options.decimal.is_none_or(|decimal| decimal == signs.decimal);
    let thousands = match options.thousands {
        Some(given) => given == signs.thousands,
        None => signs.thousands.is_none() || profiles.iter().any(|profile| profile.groups[writing]),
    };
    // Behind commas, points between three digits are decimal ones as long as no cell has a comma.
    let points = separator == Separator::Char(',') && signs.thousands == Some('.') && options.decimal.is_none();
    let unlikely = match signs.thousands {
        Some(' ') => separator == Separator::Whitespace,
        Some('.') => points && !profiles.iter().any(|profile| profile.comma),
        _ => false,
    };
    decimal && thousands && !unlikely
}

/// Whether two writings read some column to other numbers: digits are grouped in one and not in the other.
fn differ(profiles: &[Profile], best: usize, rival: usize) -> bool {
    let both = |profile: &&Profile| profile.fits[best] && profile.fits[rival];
    profiles.iter().filter(both).any(|profile| profile.groups[best] != profile.groups[rival])
}

fn alternative(profiles: &[Profile], best: usize, rival: usize, options: &CsvOptions) -> Option<Alternative> {
    let (best_signs, signs) = (WRITINGS[best], WRITINGS[rival]);
    let (option, value) = match signs.decimal == best_signs.decimal {
        false if options.decimal.is_none() => ("decimal", signs.decimal.to_string()),
        _ => ("thousands", signs.thousands.map(String::from).unwrap_or_default()),
    };
    let doubtful = profiles.iter().filter(|profile| profile.groups[best] != profile.groups[rival]);
    let example = doubtful.filter_map(|profile| profile.doubtful).next()?;
    let (value, example) = (Value::String(value), Some(example.to_string()));
    Some(Alternative { option, value, reason: "decimal_or_thousands", example })
}

/// Names no option twice.
fn once(mut found: Vec<Alternative>, next: Alternative) -> Vec<Alternative> {
    if !found.iter().any(|known| known.option == next.option && known.value == next.value) {
        found.push(next);
    }
    found
}
