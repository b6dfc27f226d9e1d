//! The line that reads the file, with the options that pandas needs.

use super::description::{CodeOf, CsvFile};
use super::python::{Call, list, text};
use crate::data::{CsvFormat, Separator};

/// `df = pd.read_csv(...)`, and what pandas does not do by itself: rows of empty cells, units.
pub(super) fn read(code: &CodeOf, file: &CsvFile) -> String {
    let mut lines = format!("df = {}\n", call(code, file).text_at(0));
    if file.has_blank_rows {
        lines += "df = df.dropna(how=\"all\")\n";
    }
    let is_used = |name: &String| name == code.target || code.features.contains(name);
    for (name, unit) in file.format.units.iter().filter(|(name, _)| is_used(name)) {
        lines += &without_unit(file.format, name, unit);
    }
    lines
}

fn call(code: &CodeOf, file: &CsvFile) -> Call {
    let format = file.format;
    let sign = |sign: char| text(&sign.to_string());
    let words = |words: &[String]| (!words.is_empty()).then(|| list(words.iter().map(|word| text(word))));
    let separator = match format.separator {
        Separator::Char(',') => None,
        Separator::Char(separator) => Some(sign(separator)),
        Separator::Whitespace => Some(text("\\s+")),
    };
    let names = (!format.header).then(|| list(code.columns.iter().map(|name| text(name))));
    let is_text = format.text_columns.iter().any(|name| name == code.target);
    Call::new("pd.read_csv")
        .plain(text(file.name))
        .some("sep", separator)
        .unless("decimal", format.decimal, '.', sign)
        .some("thousands", format.thousands.map(sign))
        .some("header", names.as_ref().map(|_| "None".to_string()))
        .some("names", names)
        .some("encoding", format.encoding.as_deref().and_then(encoding))
        .some("comment", format.comment.map(sign))
        .unless("skiprows", format.skip_rows, 0, |rows| rows.to_string())
        .some("na_values", words(&format.na_values))
        .some("true_values", words(&unknown_to_pandas(&format.true_values, "true")))
        .some("false_values", words(&unknown_to_pandas(&format.false_values, "false")))
        .some("dtype", is_text.then(|| format!("{{{}: str}}", text(code.target))))
}

/// Words for a truth beside `True`, `TRUE` and `true`, which pandas knows.
fn unknown_to_pandas(words: &[String], known: &str) -> Vec<String> {
    let title = [&known[..1].to_ascii_uppercase(), &known[1..]].concat();
    let knows = |word: &str| word == known || word == title || word == known.to_ascii_uppercase();
    words.iter().filter(|word| !knows(word)).cloned().collect()
}

/// Python's name of an encoding; UTF-8 is its default.
fn encoding(label: &str) -> Option<String> {
    let name = match label {
        "utf-8" => return None,
        "euc-kr" => "cp949",
        "windows-1252" => "cp1252",
        "shift_jis" => "cp932",
        "utf-16le" | "utf-16be" => "utf-16",
        other => other,
    };
    Some(text(name))
}

/// A column of text such as `₩12,000` as numbers.
fn without_unit(format: &CsvFormat, name: &str, unit: &str) -> String {
    let column = format!("df[{}]", text(name));
    let mut number = format!("{column}.str.replace({}, \"\").str.strip()", text(unit));
    let mut replace = |from: char, to: &str| {
        number += &format!(".str.replace({}, {})", text(&from.to_string()), text(to));
    };
    if let Some(thousands) = format.thousands {
        replace(thousands, "");
    }
    if format.decimal == ',' {
        replace(',', ".");
    }
    format!("{column} = pd.to_numeric({number})\n")
}
