//! How likely a text is, by its letters beyond ASCII.

use super::letters::{HANGUL, KANJI};
use super::western;

/// Texts whose scores lie closer are about as likely.
pub(super) const MARGIN: f64 = 1.0;

/// The mean score of the letters beyond ASCII: 3 for a common one, below 0 for those that texts in that language hardly
/// have. `None` where a letter is in no text at all.
pub(super) fn score(label: &str, bytes: &[u8], text: &str) -> Option<f64> {
    let count = text.chars().filter(|letter| !letter.is_ascii()).count().max(1) as f64;
    let sum = match label {
        "euc-kr" => {
            // Syllables beyond the standard's: words hardly ever have them.
            let rare = pairs(bytes, |_| false).filter(|(lead, trail)| *lead < 0xa1 || *trail < 0xa1).count();
            each(text, korean)? - 5.5 * rare as f64
        }
        "shift_jis" => {
            let halves = |byte: u8| (0xa1..=0xdf).contains(&byte);
            let rare = pairs(bytes, halves).filter(|(lead, _)| *lead >= 0x98).count();
            each(text, japanese)? - 1.3 * rare as f64
        }
        "euc-jp" => {
            let rare = pairs(bytes, |_| false).filter(|(lead, _)| *lead >= 0xd0).count();
            each(text, japanese)? - 1.3 * rare as f64
        }
        _ => western::sum(text)?,
    };
    Some(sum / count)
}

/// The sum over the letters beyond ASCII.
fn each(text: &str, score: fn(char) -> Option<f64>) -> Option<f64> {
    text.chars().filter(|letter| !letter.is_ascii()).map(score).sum()
}

fn korean(letter: char) -> Option<f64> {
    Some(match letter {
        '가'..='힣' => {
            if HANGUL.contains(letter) {
                3.0
            } else {
                1.5
            }
        }
        '㎡' | '㎥' | '℃' | '°' | '·' | '…' | '×' | '±' | '“' | '”' | '‘' | '’' | '％' | '～' | '→' => {
            1.5
        }
        'ㄱ'..='ㆎ' => 0.5,
        _ => other(letter)?,
    })
}

fn japanese(letter: char) -> Option<f64> {
    Some(match letter {
        '\u{3041}'..='\u{3096}' => 3.0,
        '\u{30a1}'..='\u{30ff}' => 2.5,
        '一'..='鿿' => {
            if KANJI.contains(letter) {
                3.0
            } else {
                0.3
            }
        }
        '、' | '。' | '「' | '」' | '（' | '）' | '％' | '℃' | '〜' | '～' | '￥' | '　' => 1.5,
        '０'..='ｚ' => 1.0,
        // Half as wide; today hardly anybody writes them.
        '\u{ff61}'..='\u{ff9f}' => -1.2,
        _ => other(letter)?,
    })
}

/// Letters that a table in the language hardly has.
fn other(letter: char) -> Option<f64> {
    match letter {
        '\u{80}'..='\u{9f}' | '\u{fffd}' => None,
        '\u{e000}'..='\u{f8ff}' => Some(-4.0),
        _ => Some(-1.0),
    }
}

/// The pairs of bytes that are a letter each; `single` tells bytes that are a letter alone.
fn pairs(bytes: &[u8], single: fn(u8) -> bool) -> impl Iterator<Item = (u8, u8)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(lead) = bytes.get(at) {
            if *lead < 0x80 || single(*lead) {
                at += 1;
                continue;
            }
            let trail = *bytes.get(at + 1)?;
            at += 2;
            return Some((*lead, trail));
        }
        None
    })
}

/// The first word with a letter beyond ASCII, to show what came out.
pub(super) fn first_word(text: &str) -> String {
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '|' | '"');
    let word = text.split(ends).find(|word| !word.is_ascii()).unwrap_or_default();
    word.chars().take(30).collect()
}
