//! Names in the catalogue: what each thing is called in Keras, and the nearest known name for one that is not.

use super::setting::{self, ExplicitSetting, Setting};
use crate::concatenate::{Listed, concatenate};
use crate::nearest::nearest;
use crate::reader::{Reader, same};
use crate::{Error, ErrorKind};

/// What a thing of the catalogue is called, and its formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Keras's name, or that of its function: `leaky_relu`.
    pub(crate) name: &'static str,
    /// Keras's class, where it is not the name without underscores and with capitals: `SGD`.
    irregular_class: &'static str,
    /// Other names for the same in Keras 3.
    pub(crate) aliases: &'static [&'static str],
    /// Names for the same in Keras 2, TensorFlow.js and common speech, which Keras 3 does not take.
    pub(crate) other_aliases: &'static [&'static str],
    /// What it computes, in one line; for the documentation, so no build for the browser has it.
    #[cfg_attr(any(target_arch = "wasm32", not(feature = "full")), allow(dead_code))]
    pub(crate) formula: &'static str,
    /// Whether it is among the most used, which are offered first.
    #[cfg_attr(any(target_arch = "wasm32", not(feature = "full")), allow(dead_code))]
    pub(crate) is_common: bool,
    /// Whether the page does not offer it, but programs and saved models have it.
    #[cfg_attr(any(target_arch = "wasm32", not(feature = "full")), allow(dead_code))]
    pub(crate) is_api_only: bool,
}

impl Entry {
    pub(crate) const fn new(name: &'static str, formula: &'static str) -> Self {
        let formula = if cfg!(target_arch = "wasm32") { "" } else { formula };
        Entry {
            name,
            irregular_class: "",
            aliases: &[],
            other_aliases: &[],
            formula,
            is_common: false,
            is_api_only: false,
        }
    }

    /// The entry as one of the most used.
    pub(crate) const fn common(self) -> Self {
        Entry { is_common: true, ..self }
    }

    /// The entry as one that the page does not offer.
    #[cfg(feature = "full")]
    pub(crate) const fn api_only(self) -> Self {
        Entry { is_api_only: true, ..self }
    }

    /// The entry with other names for the same in Keras 3.
    pub(crate) const fn aliases(self, aliases: &'static [&'static str]) -> Self {
        Entry { aliases, ..self }
    }

    /// The entry with names for the same that Keras 3 does not take.
    pub(crate) const fn other_aliases(self, other_aliases: &'static [&'static str]) -> Self {
        Entry { other_aliases, ..self }
    }

    /// The entry with a class that is written in its own way.
    pub(crate) const fn class_name(self, class: &'static str) -> Self {
        Entry { irregular_class: class, ..self }
    }

    /// Whether a text is one of its names, whatever the case and with underscores or without: Keras's
    /// `mean_squared_error`, `MeanSquaredError` and `MSE`, and TensorFlow.js's `meanSquaredError`.
    pub(crate) fn is_named(&self, text: &str) -> bool {
        same(self.name, text) || self.aliases.iter().chain(self.other_aliases).any(|alias| same(alias, text))
    }

    /// Whether Keras 3 takes a text, letter by letter, for one of its names.
    pub(crate) fn is_named_in_keras(&self, text: &str) -> bool {
        self.name == text || self.class() == text || self.aliases.contains(&text)
    }

    /// Keras's class: `MeanSquaredError`.
    pub(crate) fn class(&self) -> String {
        if !self.irregular_class.is_empty() {
            return self.irregular_class.to_string();
        }
        let mut begins = true;
        let mut class = String::with_capacity(self.name.len());
        for letter in self.name.chars() {
            if letter != '_' {
                class.push(if begins { letter.to_ascii_uppercase() } else { letter });
            }
            begins = letter == '_';
        }
        class
    }
}

/// A kind of things that Keras knows by their names.
pub(crate) trait Named: Copy + 'static {
    /// The kind, for an error: `activation`.
    const KIND: &'static str;
    /// Every one, with its defaults.
    const KNOWN: &'static [Self];

    /// Its names and formula.
    fn entry(&self) -> Entry;

    /// Its settings, with the values that they have; none where there is nothing to set.
    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    /// The same thing in the form that holds its settings.
    fn with_settings(self) -> Self {
        self
    }

    /// Checks that the settings are within their ranges.
    fn check_settings(mut self) -> Result<(), Error> {
        setting::check(&self.settings())
    }

    /// The settings to be written down: those that differ from the defaults, and those that Keras has to be given.
    fn explicit_settings(self) -> Vec<ExplicitSetting> {
        let name = self.entry().name;
        let default = Self::KNOWN.iter().find(|known| known.entry().name == name).copied().unwrap_or(self);
        setting::explicit(&self.with_settings().settings(), &default.with_settings().settings())
    }
}

/// The thing of a name, with its defaults: see [`Entry::is_named`].
pub(crate) fn find<T: Named>(name: &str) -> Result<T, Error> {
    let mut entries = Vec::with_capacity(T::KNOWN.len());
    for thing in T::KNOWN {
        entries.push(thing.entry());
    }
    position(T::KIND, &entries, name).map(|position| T::KNOWN[position])
}

fn position(kind: &str, entries: &[Entry], name: &str) -> Result<usize, Error> {
    let found = entries.iter().position(|entry| entry.is_named(name));
    found.ok_or_else(|| {
        let known: Vec<&str> = entries.iter().map(|entry| entry.name).collect();
        let mut near = known.clone();
        near.extend(entries.iter().flat_map(|entry| entry.aliases));
        unknown_among(kind, kind, &known, &near, name)
    })
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
    let (what, list) = (what.to_string(), concatenate![Listed(listed)]);
    let expected = |near: Option<&str>| match near {
        Some(name) => concatenate![name, " or one of ", list],
        None => concatenate!["one of ", list],
    };
    #[cfg(feature = "full")]
    if crate::keras_names::has(kind, received) {
        let expected = expected(crate::keras_names::instead(near, received));
        return Error::new(ErrorKind::NotSupported, what, expected, received.to_string());
    }
    #[cfg(feature = "full")]
    let meant = crate::keras_names::meant(near, received);
    #[cfg(not(feature = "full"))]
    let (meant, _) = (None, kind);
    let expected = expected(meant.or_else(|| nearest(near, received)));
    Error::new(ErrorKind::UnknownName, what, expected, received.chars().take(60).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_underscores_tell_no_names_apart() {
        let entry = Entry::new("he_normal", "").aliases(&["he"]);
        let names = ["HeNormal", "henormal", "heNormal", "HE_NORMAL", "HE", "HeNormals", "HeNorma", "he normal", ""];
        let are = names.map(|name| entry.is_named(name));
        assert_eq!(are, [true, true, true, true, true, false, false, false, false]);
    }

    #[test]
    fn a_word_near_to_none_gets_the_list_alone() {
        assert_eq!(unknown("loss", &["mae", "mse"], "something else").expected(), "one of mae, mse");
    }
}
