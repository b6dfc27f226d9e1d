//! Keras's names, and the nearest known one for a name that is not.

use crate::Error;
use crate::reader::Reader;

/// Something that Keras knows by a name.
pub(crate) trait Named: Copy + 'static {
    /// What it is, for a refusal.
    const WHAT: &'static str;
    /// Other names: the alias, then the name.
    const ALIASES: &'static [(&'static str, &'static str)];
    /// All that there are, with their defaults.
    const KNOWN: &'static [Self];

    /// Keras's name.
    fn name(&self) -> &'static str;
}

/// What is known by a name or an alias, with its defaults.
pub(crate) fn find<T: Named>(name: &str) -> Result<T, Error> {
    let known: Vec<&str> = T::KNOWN.iter().map(Named::name).collect();
    place(T::WHAT, &known, T::ALIASES, name).map(|place| T::KNOWN[place])
}

fn place(what: &str, known: &[&str], aliases: &[(&str, &str)], name: &str) -> Result<usize, Error> {
    let full = aliases.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, full)| full);
    known.iter().position(|known| *known == full).ok_or_else(|| unknown(what, known, name))
}

/// Refuses a text that is none of the known ones.
#[cold]
pub(crate) fn refuse_unknown(text: &Reader, known: &[&str]) {
    text.refuse(unknown(&text.path(), known, text.text()));
}

/// A refusal of a name that says which known one is nearest.
pub(crate) fn unknown(what: &str, known: &[&str], received: &str) -> Error {
    let nearest = known.iter().min_by_key(|name| distance(name, received));
    let near = nearest.filter(|name| distance(name, received) <= 3);
    let list = known.join(", ");
    Error::UnknownName {
        what: what.to_string(),
        expected: match near {
            Some(name) => format!("{name} or one of {list}"),
            None => format!("one of {list}"),
        },
        received: received.chars().take(60).collect(),
    }
}

/// How many letters must be put in, taken out or changed to come from one word to the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    // A word so long is near to none.
    let b: Vec<char> = b.chars().take(40).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_of_two_words_counts_their_differences() {
        assert_eq!(["relu", "rleu", "rel", "reluu", ""].map(|word| distance("relu", word)), [0, 2, 1, 1, 4]);
    }

    #[test]
    fn a_word_near_to_none_gets_the_list_alone() {
        assert_eq!(unknown("loss", &["mae", "mse"], "something else").expected(), "one of mae, mse");
    }
}
