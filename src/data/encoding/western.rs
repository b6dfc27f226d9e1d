//! How likely a text in Windows-1252 is: in Western languages an accented letter stands among plain ones.

/// The letters of the bytes from 0x80 to 0x9f; five of them are control characters.
const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Bytes in Windows-1252, of which each is a letter.
pub(super) fn decode(bytes: &[u8]) -> String {
    let own: Vec<char> = FROM_80.chars().collect();
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => own.get(usize::from(byte - 0x80)).copied().unwrap_or(char::from(*byte)),
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// The sum over all letters beyond ASCII; `None` for a control character, which no text has.
pub(super) fn sum(text: &str) -> Option<f64> {
    let letters: Vec<char> = text.chars().collect();
    let mut sum = 0.0;
    let mut at = 0;
    while at < letters.len() {
        let run = letters[at..].iter().take_while(|letter| !letter.is_ascii()).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + run).copied();
        let within = &letters[at..at + run];
        if within.iter().any(|letter| ('\u{80}'..='\u{9f}').contains(letter)) {
            return None;
        }
        sum += match within {
            [letter] => alone(*letter, before, after),
            [a, b] if a.is_lowercase() && b.is_lowercase() => 1.0,
            [a, b] => both(*a, *b, before, after),
            _ => -2.0 * run as f64,
        };
        at += run;
    }
    Some(sum)
}

/// A letter or sign among ASCII.
fn alone(letter: char, before: Option<char>, after: Option<char>) -> f64 {
    let is = |place: Option<char>, what: fn(char) -> bool| place.is_some_and(what);
    let letter_near = is(before, |c| c.is_ascii_alphabetic()) || is(after, |c| c.is_ascii_alphabetic());
    match letter {
        // Not "eÉ": a capital begins a word or stands among capitals.
        _ if letter.is_uppercase() && is(before, |c| c.is_ascii_lowercase()) => -2.0,
        '²' | '³' if is(before, |c| c == 'm') && !is(after, |c| c.is_ascii_alphanumeric()) => 2.5,
        'ª' | 'º' if is(before, |c| c.is_ascii_alphanumeric()) => 1.5,
        '²' | '³' | 'ª' | 'º' => -1.0,
        'µ' => {
            if is(after, |c| c.is_ascii_alphabetic()) {
                2.5
            } else {
                0.0
            }
        }
        '°' => 2.5,
        '€' | '£' | '¥' | '¢' | '½' | '¼' | '¾' => {
            if letter_near {
                -1.5
            } else {
                2.0
            }
        }
        '%' | '‰' | '±' | '×' | '÷' | '·' | '§' | '¿' | '¡' | '«' | '»' | '\u{a0}' | '–' | '—' | '‘' | '’' | '“'
        | '”' | '…' | '•' | '™' | '®' | '©' => 1.0,
        _ if letter.is_alphabetic() => {
            if letter_near {
                2.5
            } else {
                0.0
            }
        }
        _ => -1.0,
    }
}

/// Two in a row: a degree or a quote beside a letter may be.
fn both(a: char, b: char, before: Option<char>, after: Option<char>) -> f64 {
    let sign =
        |letter: char| matches!(letter, '“' | '”' | '‘' | '’' | '«' | '»' | '–' | '¿' | '¡' | '\u{a0}' | '°' | '€');
    let capitals = a.is_uppercase() && b.is_uppercase();
    match (sign(a), sign(b)) {
        (true, false) if b.is_alphabetic() => alone(b, None, after),
        (false, true) if a.is_alphabetic() => alone(a, before, None),
        (true, true) => 0.0,
        _ if capitals && before.is_some_and(|c| c.is_ascii_uppercase()) => 0.0,
        _ => -3.0,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_the_letter_that_the_encoding_standard_has() {
        let bytes: Vec<u8> = (0..=255).collect();
        let (standard, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        assert_eq!(decode(&bytes), standard);
    }
}
