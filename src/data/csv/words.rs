//! Words that stand for a missing value, for true and for false.

/// What pandas takes for a missing value.
pub(super) const MISSING: [&str; 19] = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
    "NULL", "NaN", "None", "n/a", "nan", "null",
];

/// What is missing, too, where it stands in a column of numbers.
pub(super) const MISSING_AMONG_NUMBERS: [&str; 20] = [
    "?", "-", "--", "—", "–", ".", "..", "*", "na", "NAN", "none", "nil", "N.A.", "n.a.", "NIL", "missing", "unknown",
    "Missing", "없음", "결측",
];

/// False and true in lower case, and whether a column must have both: one letter alone may mean anything.
const TRUTHS: [(&str, &str, bool); 15] = [
    ("false", "true", false),
    ("no", "yes", false),
    ("nein", "ja", false),
    ("non", "oui", false),
    ("no", "sí", true),
    ("no", "si", true),
    ("faux", "vrai", false),
    ("falsch", "wahr", false),
    ("아니오", "예", false),
    ("아니요", "예", false),
    ("아니요", "네", false),
    ("거짓", "참", false),
    ("いいえ", "はい", false),
    ("n", "y", true),
    ("f", "t", true),
];

/// The words for false and for true in a column of nothing else but missing values.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Booleans {
    pub(super) false_words: Vec<String>,
    pub(super) true_words: Vec<String>,
}

impl Booleans {
    /// Looks for them; `cells` are without missing values and blanks.
    pub(super) fn find<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<Self> {
        TRUTHS.iter().find_map(|pair| Self::of(*pair, cells.clone()))
    }

    fn of<'a>((falsehood, truth, both): (&str, &str, bool), cells: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut found = Booleans::default();
        for cell in cells {
            // No word of the list is longer.
            if cell.len() > 12 {
                return None;
            }
            let lower = cell.to_lowercase();
            let words = match lower.as_str() {
                lower if lower == falsehood => &mut found.false_words,
                lower if lower == truth => &mut found.true_words,
                _ => return None,
            };
            add(words, cell);
        }
        let (no, yes) = (!found.false_words.is_empty(), !found.true_words.is_empty());
        (if both { no && yes } else { no || yes }).then_some(found)
    }

    /// Takes another column's words up.
    pub(super) fn join(&mut self, other: Booleans) {
        other.false_words.iter().for_each(|word| add(&mut self.false_words, word));
        other.true_words.iter().for_each(|word| add(&mut self.true_words, word));
    }
}

/// Adds a word that is not among the others.
pub(super) fn add(words: &mut Vec<String>, word: &str) {
    if !words.iter().any(|known| known == word) {
        words.push(word.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(cells: &[&str]) -> Option<(String, String)> {
        Booleans::find(cells.iter().copied()).map(|found| (found.false_words.join(" "), found.true_words.join(" ")))
    }

    #[test]
    fn true_and_false_are_found_in_any_case_and_language() {
        let found = |no: &str, yes: &str| Some((no.to_string(), yes.to_string()));
        assert_eq!(words(&["True", "False", "TRUE"]), found("False", "True TRUE"));
        assert_eq!(words(&["no", "no"]), found("no", ""));
        assert_eq!(words(&["예", "아니오"]), found("아니오", "예"));
        assert_eq!(words(&["sí", "no"]), found("no", "sí"));
        assert_eq!(words(&["Y", "N"]), found("N", "Y"));
    }

    #[test]
    fn other_words_and_single_letters_alone_are_text() {
        assert_eq!(words(&["yes", "maybe"]), None);
        assert_eq!(words(&["N", "N"]), None);
        assert_eq!(words(&["yes", "false"]), None);
        assert_eq!(words(&[]), None);
    }
}
