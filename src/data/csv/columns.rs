//! Cells as columns, by a format in which nothing is open.

use super::number::{Signs, without_unit};
use super::options::CsvFormat;
use super::words::MISSING;
use crate::data::column::{Column, MAX_INTEGER};
use crate::decimal::Parsed;

impl CsvFormat {
    /// How its numbers are written.
    pub(super) fn signs(&self) -> Signs {
        let (decimal, thousands) = (self.decimal, self.thousands);
        Signs { decimal, thousands, lenient: thousands != Some('.') }
    }

    /// Whether a cell without blanks around it is a word for a missing value.
    pub(super) fn is_missing(&self, cell: &str) -> bool {
        MISSING.contains(&cell) || self.na_values.iter().any(|word| word == cell)
    }

    /// The unit of a column.
    pub fn unit(&self, name: &str) -> Option<&str> {
        self.units.iter().find(|(column, _)| column == name).map(|(_, unit)| unit.as_str())
    }

    /// Reads cells: numbers if each is a number or missing, truths if each is a word for one, otherwise text.
    pub(super) fn column<'a>(&self, name: &str, cells: impl Iterator<Item = &'a str> + Clone) -> Column {
        let text = || cells.clone().map(|cell| (!self.is_missing(cell.trim())).then(|| cell.to_string()));
        if self.text_columns.iter().any(|column| column == name) {
            return Column::Text(text().collect());
        }
        let numbers = self.numbers(self.unit(name), cells.clone());
        numbers.or_else(|| self.truths(cells.clone())).unwrap_or_else(|| Column::Text(text().collect()))
    }

    fn numbers<'a>(&self, unit: Option<&str>, cells: impl Iterator<Item = &'a str>) -> Option<Column> {
        let mut values = Vec::with_capacity(cells.size_hint().0);
        let mut is_integer = true;
        for cell in cells {
            let number = self.number(cell.trim(), unit)?;
            is_integer &= number.is_integer && number.value.abs() <= MAX_INTEGER;
            values.push(number.value);
        }
        if is_integer {
            // There is no integer -0.
            values.iter_mut().for_each(|value| *value += 0.0);
        }
        Some(Column::Numbers { values, is_integer })
    }

    /// A cell without blanks around it as a number, NaN where it is missing.
    pub(super) fn number(&self, cell: &str, unit: Option<&str>) -> Option<Parsed> {
        if self.is_missing(cell) {
            return Some(Parsed { value: f64::NAN, is_integer: false });
        }
        match unit.and_then(|unit| without_unit(cell, unit)) {
            Some(number) => self.signs().parse(&number),
            None => self.signs().parse(cell),
        }
    }

    fn truths<'a>(&self, cells: impl Iterator<Item = &'a str>) -> Option<Column> {
        let mut words: [Option<&str>; 2] = [None, None];
        let mut values = Vec::new();
        for cell in cells.map(str::trim) {
            let is = |words: &[String]| words.iter().any(|word| word == cell);
            let truth = match cell {
                cell if self.is_missing(cell) => None,
                _ if is(&self.true_values) => Some(true),
                _ if is(&self.false_values) => Some(false),
                _ => return None,
            };
            if let Some(truth) = truth {
                words[usize::from(truth)].get_or_insert(cell);
            }
            values.push(truth.map_or(f64::NAN, |truth| f64::from(u8::from(truth))));
        }
        let [no, yes] = words;
        no.or(yes)?;
        let words = [(no, &self.false_values), (yes, &self.true_values)];
        let words =
            words.map(|(found, words)| found.map(str::to_string).or(words.first().cloned()).unwrap_or_default());
        Some(Column::Booleans { values, words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(format: &CsvFormat, cells: &[&str]) -> Column {
        format.column("x", cells.iter().copied())
    }

    fn read(cells: &[&str]) -> Column {
        read_as(&CsvFormat::default(), cells)
    }

    #[test]
    fn integers_stay_integers_until_one_is_missing_or_has_a_point() {
        assert_eq!(read(&["1", " 2 ", "-0"]), Column::integers([1, 2, 0]));
        assert_eq!(read(&["1", ""]), Column::numbers([1.0, f64::NAN]));
        assert_eq!(read(&["1", "2.0"]), Column::numbers([1.0, 2.0]));
        assert!(!read(&["9007199254740993"]).is_integer());
    }

    #[test]
    fn one_text_makes_the_column_text_and_missing_cells_stay_missing() {
        let cells = ["1.50", " x", "NA", " "];
        let expected = [Some("1.50"), Some(" x"), None, None].map(|cell| cell.map(str::to_string));
        assert_eq!(read(&cells), Column::Text(expected.to_vec()));
        assert_eq!(read(&cells).missing(), 2);
    }

    #[test]
    fn a_column_of_missing_values_is_one_of_numbers() {
        assert_eq!(read(&["NA", "null"]), Column::numbers([f64::NAN; 2]));
    }

    #[test]
    fn the_words_the_units_and_the_names_of_a_format_decide() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<String>>();
        let format = CsvFormat {
            na_values: words(&["?"]),
            true_values: words(&["on"]),
            false_values: words(&["off"]),
            units: vec![("x".to_string(), "%".to_string())],
            ..CsvFormat::default()
        };
        assert_eq!(read_as(&format, &["10%", "?", "5"]), Column::numbers([10.0, f64::NAN, 5.0]));
        let truths = Column::Booleans { values: vec![1.0, f64::NAN], words: ["off", "on"].map(str::to_string) };
        assert_eq!(read_as(&format, &["on", "?"]), truths);
        let as_text = CsvFormat { text_columns: words(&["x"]), ..CsvFormat::default() };
        assert_eq!(read_as(&as_text, &["1"]), Column::Text(vec![Some("1".to_string())]));
    }

    #[test]
    fn a_decimal_comma_lets_points_pass_unless_they_group_digits() {
        let format = |thousands| CsvFormat { decimal: ',', thousands, ..CsvFormat::default() };
        assert_eq!(read_as(&format(None), &["1,5", "2.5"]), Column::numbers([1.5, 2.5]));
        assert_eq!(read_as(&format(Some('.')), &["1,5", "2.500"]), Column::numbers([1.5, 2500.0]));
        assert_eq!(read_as(&format(Some('.')), &["1,5", "2.5"]).values(), None);
    }
}
