//! Settings that are one of a few words, such as the curve of AUC.

use crate::reader::same;

/// One of a few words.
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// Keras's word for each.
    const ALL: &'static [(&'static str, Self)];
}

/// A [`Choice`] of whatever type.
pub(super) trait NamedChoice {
    /// The word of the present one; none where it has none.
    fn name(&self) -> &'static str;
    /// All words.
    fn names(&self) -> Vec<&'static str>;
    /// Chooses by the word; `false`, and nothing is changed, where it is none.
    fn choose(&mut self, name: &str) -> bool;
}

impl<T: Choice> NamedChoice for T {
    fn name(&self) -> &'static str {
        T::ALL.iter().find(|(_, choice)| choice == self).map_or("", |(name, _)| name)
    }

    fn names(&self) -> Vec<&'static str> {
        T::ALL.iter().map(|(name, _)| *name).collect()
    }

    fn choose(&mut self, name: &str) -> bool {
        let chosen = T::ALL.iter().find(|(known, _)| same(known, name));
        *self = chosen.map_or(*self, |(_, choice)| *choice);
        chosen.is_some()
    }
}
