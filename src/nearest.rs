//! The nearest known word to one that is not known.

/// A word without what people write in different ways: capitals, `_`, `-` and spaces.
fn plain(word: &str) -> Vec<u8> {
    let letters = word.bytes().filter(|letter| !matches!(letter, b'_' | b'-' | b' '));
    // A word so long is near to none.
    letters.map(|letter| letter.to_ascii_lowercase()).take(40).collect()
}

/// Whether two words differ in capitals, `_`, `-` and spaces alone.
#[cfg(feature = "full")]
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}

/// The known word that was meant, if one is near enough: by letters that were mistyped, else, but for the page's build,
/// by one that contains the other.
pub(crate) fn nearest<'a>(known: &[&'a str], received: &str) -> Option<&'a str> {
    let letters = plain(received);
    // Half a short word says nothing: "f1" is not "r2".
    let most = letters.len().div_ceil(2).min(3);
    let mut best = None;
    for word in known {
        let away = distance(&plain(word), &letters);
        if away <= most && best.is_none_or(|(least, _)| away < least) {
            best = Some((away, *word));
        }
    }
    #[cfg(feature = "full")]
    let best = best.or_else(|| containing(known, &letters, true));
    best.map(|(_, word)| word)
}

/// The known name that differs from a received one in the fewest letters, at most `most`; case costs nothing.
pub(crate) fn nearest_by_letters<'a>(known: &'a [String], received: &str, most: usize) -> Option<&'a str> {
    let letters = |word: &str| -> Vec<char> { word.to_lowercase().chars().take(40).collect() };
    let away = |name: &String| distance(&letters(name), &letters(received));
    let nearest = known.iter().map(|name| (away(name), name)).min_by_key(|(away, _)| *away);
    nearest.filter(|(away, _)| *away <= most).map(|(_, name)| name.as_str())
}

/// The known word that a longer one is made of: `hinge` of `squared_hinge`.
#[cfg(feature = "full")]
pub(crate) fn contained<'a>(known: &[&'a str], received: &str) -> Option<&'a str> {
    containing(known, &plain(received), false).map(|(_, word)| word)
}

/// The known word that stands in the received one or, `either_way`, in which that one stands, and how many letters the
/// two do not share.
#[cfg(feature = "full")]
fn containing<'a>(known: &[&'a str], received: &[u8], either_way: bool) -> Option<(usize, &'a str)> {
    let mut best = None;
    for word in known {
        let letters = plain(word);
        let away = letters.len().abs_diff(received.len());
        let stands = is_within(&letters, received, 3) || either_way && is_within(received, &letters, 2);
        if stands && best.is_none_or(|(least, _)| away < least) {
            best = Some((away, *word));
        }
    }
    best
}

/// Whether a word of at least `least` letters stands in another: in one piece, or in several if it is most of it.
#[cfg(feature = "full")]
fn is_within(word: &[u8], other: &[u8], least: usize) -> bool {
    if word.len() < least || word.len() > other.len() {
        return false;
    }
    if other.windows(word.len()).any(|piece| piece == word) {
        return true;
    }
    let mut rest = other.iter();
    2 * word.len() > other.len() && word.iter().all(|letter| rest.any(|next| next == letter))
}

/// How many letters must be put in, taken out or changed to come from one word to the other (Levenshtein).
fn distance<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
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
        let from_relu = |word: &str| distance(&plain("relu"), &plain(word));
        assert_eq!(["relu", "rleu", "rel", "reluu", "", "Re_LU"].map(from_relu), [0, 2, 1, 1, 4, 0]);
    }

    #[test]
    fn the_nearest_word_is_found_by_its_letters_or_by_a_part_of_it() {
        let known = ["sgd", "sigmoid", "he_normal", "huber", "hinge", "learningRate", "weightDecay"];
        let pairs = [
            ("gd", Some("sgd")),
            ("sigmoied", Some("sigmoid")),
            ("HeNormal", Some("he_normal")),
            ("he", Some("he_normal")),
            ("huber_loss", Some("huber")),
            ("categorical-hinge", Some("hinge")),
            ("learning_rate", Some("learningRate")),
            ("decay", Some("weightDecay")),
            ("f1", None),
            ("", None),
            ("strange words", None),
            ("x", None),
        ];
        for (received, expected) in pairs {
            assert_eq!(nearest(&known, received), expected, "{received}");
        }
    }
}
