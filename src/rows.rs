//! Rows of numbers from outside: nested lists, or one flat list in row-major order.

use crate::concatenate::concatenate;
use crate::error::counted;
use crate::reader::{Readable, Reader};
use crate::{Error, Value};

/// Rows of numbers in row-major order.
pub(crate) struct NumberRows<T> {
    /// All numbers, row after row.
    pub(crate) numbers: Vec<T>,
    /// Numbers in each row of a nested list; `None` of a flat one, whose width its reader knows.
    pub(crate) width: Option<usize>,
}

impl<T> NumberRows<T> {
    /// Rows that came as a flat list.
    pub(crate) fn flat(numbers: Vec<T>) -> Self {
        NumberRows { numbers, width: None }
    }
}

#[cfg(any(test, all(feature = "bindings", feature = "keras", target_arch = "wasm32")))]
impl<T> NumberRows<T> {
    /// The numbers of rows that must have a width; a flat list is taken as it is.
    ///
    /// # Errors
    /// Rejects a nested list of another width.
    pub(crate) fn with_width(self, what: &str, expected: usize) -> Result<Vec<T>, Error> {
        match self.width {
            Some(width) if width != expected => {
                let expected = counted(expected, "number");
                Err(Error::shape(what, concatenate!["rows of ", expected], concatenate!["rows of ", width]))
            }
            _ => Ok(self.numbers),
        }
    }
}

#[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
impl<T> NumberRows<T> {
    /// How many rows a nested list has.
    pub(crate) fn count(&self) -> Option<usize> {
        self.width.map(|width| self.numbers.len() / width.max(1))
    }
}

/// A list of numbers, or a list of lists of equally many.
impl<T: Readable> Readable for NumberRows<T> {
    fn read(reader: &Reader) -> Self {
        if !matches!(reader.value(), Value::Array(items) if matches!(items.first(), Some(Value::Array(_)))) {
            return NumberRows::flat(Vec::read(reader));
        }
        let mut rows = NumberRows { numbers: Vec::new(), width: None };
        for item in reader.items() {
            let row = Vec::read(&item);
            let width = *rows.width.get_or_insert(row.len());
            if row.len() != width {
                let expected = counted(width, "number");
                item.reject(Error::shape(&item.path(), concatenate![expected, " as in the first row"], row.len()));
            }
            rows.numbers.extend(row);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::read_at;

    fn list(items: &[Value]) -> Value {
        Value::Array(items.to_vec())
    }

    fn read(value: &Value) -> Result<NumberRows<f32>, Error> {
        read_at("inputs", value, Readable::read)
    }

    #[test]
    fn nested_lists_are_rows_of_their_width_and_a_flat_list_has_none() {
        let rows = read(&list(&[Value::numbers(&[1.0, 2.0]), Value::numbers(&[3.0, 4.0])])).unwrap();
        assert_eq!((rows.numbers, rows.width), (vec![1.0, 2.0, 3.0, 4.0], Some(2)));
        let rows = read(&Value::numbers(&[1.0, 2.0, 3.0])).unwrap();
        assert_eq!((rows.numbers, rows.width), (vec![1.0, 2.0, 3.0], None));
    }

    #[test]
    fn a_row_of_another_width_is_rejected_by_its_path() {
        let message = |items: &[Value]| read(&list(items)).err().unwrap().to_string();
        let row = || Value::numbers(&[1.0, 2.0]);
        assert_eq!(
            message(&[row(), Value::numbers(&[3.0])]),
            "inputs[1]: expected 2 numbers as in the first row, received 1"
        );
        assert_eq!(message(&[row(), Value::Number(3.0)]), "inputs[1]: expected a list, received 3");
        assert_eq!(message(&[Value::Number(3.0), row()]), "inputs[1]: expected a number, received a list of 2");
        assert_eq!(message(&[list(&[row()])]), "inputs[0][0]: expected a number, received a list of 2");
    }

    #[test]
    fn the_width_of_nested_lists_must_be_that_of_their_reader() {
        let rows = || read(&list(&[Value::numbers(&[1.0, 2.0, 3.0])])).unwrap();
        assert_eq!(rows().with_width("inputs", 3), Ok(vec![1.0, 2.0, 3.0]));
        let error = rows().with_width("inputs", 2).unwrap_err();
        assert_eq!(error.to_string(), "inputs: expected rows of 2 numbers, received rows of 3");
        assert_eq!(NumberRows::flat(vec![1.0, 2.0, 3.0, 4.0]).with_width("inputs", 2).unwrap().len(), 4);
    }
}
