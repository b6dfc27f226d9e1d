//! Keras's names, and the nearest known one for a name that is not.

use crate::Error;
use crate::nearest::nearest;
use crate::reader::Reader;

/// Something that Keras knows by a name.
pub(crate) trait Named: Copy + 'static {
    /// What it is, for an error.
    const WHAT: &'static str;
    /// Other names: the alias, then the name.
    const ALIASES: &'static [(&'static str, &'static str)];
    /// Whether a name and what was typed are the same to Keras.
    const IS_SAME: fn(name: &str, typed: &str) -> bool;
    /// All that there are, with their defaults.
    const KNOWN: &'static [Self];

    /// Keras's name.
    fn name(&self) -> &'static str;
}

/// What is known by a name, the name of its class or an alias, with its defaults.
pub(crate) fn find<T: Named>(name: &str) -> Result<T, Error> {
    let mut known = Vec::with_capacity(T::KNOWN.len());
    for thing in T::KNOWN {
        known.push(thing.name());
    }
    place(T::WHAT, &known, T::ALIASES, T::IS_SAME, name).map(|place| T::KNOWN[place])
}

fn place(
    what: &str,
    known: &[&str],
    aliases: &[(&str, &str)],
    is_same: fn(&str, &str) -> bool,
    name: &str,
) -> Result<usize, Error> {
    let full = aliases.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, full)| full);
    let found = known.iter().position(|known| is_same(known, full));
    found.ok_or_else(|| {
        let mut near = known.to_vec();
        near.extend(aliases.iter().map(|(alias, _)| alias));
        unknown_among(what, what, known, &near, name)
    })
}

/// Whether Keras takes what was typed for a name in small letters, or for that of its class: `MeanSquaredError` for
/// `mean_squared_error`.
pub(crate) fn is_name_or_class(name: &str, typed: &str) -> bool {
    name == typed || is_class(name, typed)
}

fn is_class(name: &str, class: &str) -> bool {
    let mut begins = true;
    let mut letters = class.bytes();
    for letter in name.bytes() {
        if letter == b'_' {
            begins = true;
            continue;
        }
        let expected = if begins { letter.to_ascii_uppercase() } else { letter };
        begins = false;
        if letters.next() != Some(expected) {
            return false;
        }
    }
    letters.next().is_none()
}

/// Rejects a text that is none of the known ones.
#[cold]
pub(crate) fn reject_unknown(text: &Reader, known: &[&str]) {
    text.reject(unknown(&text.path(), known, text.text()));
}

/// Rejects a name of Keras's, of this kind, that is none of the known ones.
#[cold]
pub(crate) fn reject_unknown_of(text: &Reader, kind: &str, known: &[&str]) {
    text.reject(unknown_among(&text.path(), kind, known, known, text.text()));
}

/// An error of a name that says which known one is nearest.
pub(crate) fn unknown(what: &str, known: &[&str], received: &str) -> Error {
    unknown_among(what, "", known, known, received)
}

/// An error of a name, with the nearest of some and a list of others.
fn unknown_among(what: &str, kind: &str, listed: &[&str], near: &[&str], received: &str) -> Error {
    let (what, list) = (what.to_string(), listed.join(", "));
    let expected = |near: Option<&str>| match near {
        Some(name) => format!("{name} or one of {list}"),
        None => format!("one of {list}"),
    };
    #[cfg(feature = "full")]
    if crate::keras_names::has(kind, received) {
        let expected = expected(crate::keras_names::instead(near, received));
        return Error::NotSupported { what, expected, received: received.to_string() };
    }
    #[cfg(feature = "full")]
    let meant = crate::keras_names::meant(near, received);
    #[cfg(not(feature = "full"))]
    let (meant, _) = (None, kind);
    let expected = expected(meant.or_else(|| nearest(near, received)));
    Error::UnknownName { what, expected, received: received.chars().take(60).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_its_name_without_dashes_and_with_capitals() {
        let classes = ["HeNormal", "henormal", "heNormal", "HeNormals", "HeNorma", "He_Normal", ""];
        let are = classes.map(|class| is_class("he_normal", class));
        assert_eq!(are, [true, false, false, false, false, false, false]);
        assert!(is_class("r2_score", "R2Score") && is_class("mean_squared_error", "MeanSquaredError"));
    }

    #[test]
    fn a_word_near_to_none_gets_the_list_alone() {
        assert_eq!(unknown("loss", &["mae", "mse"], "something else").expected(), "one of mae, mse");
    }
}
