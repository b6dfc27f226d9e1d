//! Names of columns: as pandas gives them, and the nearest one to a name that is not there.

use crate::nearest::nearest_by_letters;
use crate::{Error, ErrorKind};

/// A header's names as pandas reads them: an empty one is `Unnamed: i`, the second `x` is `x.1`.
pub(super) fn as_pandas(header: Vec<String>) -> Vec<String> {
    let mut names = header.clone();
    let empty = |idx: &usize| header[*idx].is_empty();
    for idx in (0..header.len()).filter(empty) {
        names[idx] = unnamed(idx);
    }
    // Columns with a name keep it; those without give way.
    let given = (0..header.len()).filter(|idx| !empty(idx));
    let order: Vec<usize> = given.chain((0..header.len()).filter(empty)).collect();
    let mut taken = Taken::default();
    for idx in order {
        names[idx] = taken.free(&names[idx], &names);
    }
    names
}

/// pandas' name of the column `idx` without a name.
pub(super) fn unnamed(idx: usize) -> String {
    format!("Unnamed: {idx}")
}

/// How often each name was used, in the order of the names.
#[derive(Default)]
struct Taken(Vec<(String, usize)>);

impl Taken {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(taken, _)| taken.as_str().cmp(name))
    }

    fn count(&self, name: &str) -> usize {
        self.place(name).map_or(0, |place| self.0[place].1)
    }

    fn set(&mut self, name: &str, count: usize) {
        match self.place(name) {
            Ok(place) => self.0[place].1 = count,
            Err(place) => self.0.insert(place, (name.to_string(), count)),
        }
    }

    /// `name`, or the first of `name.1`, `name.2`, ... that no column has.
    fn free(&mut self, name: &str, all: &[String]) -> String {
        let mut free = name.to_string();
        let mut count = self.count(name);
        while count > 0 {
            self.set(name, count + 1);
            free = format!("{name}.{count}");
            count = match all.contains(&free) {
                true => count + 1,
                false => self.count(&free),
            };
        }
        self.set(&free, 1);
        free
    }
}

/// An error of a name, with the nearest known one.
pub(super) fn unknown(what: &str, known: &[String], received: &str) -> Error {
    let near = nearest_by_letters(known, received, 3);
    let listed = known.len().min(20);
    let more = if known.len() > listed { ", ..." } else { "" };
    let list = format!("{}{more}", known[..listed].join(", "));
    Error::new(
        ErrorKind::UnknownName,
        what.to_string(),
        match near {
            Some(name) => format!("{name} or one of {list}"),
            None => format!("one of {list}"),
        },
        excerpt(received),
    )
}

/// As much of a text as fits a message.
pub(super) fn excerpt(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(header: &[&str]) -> Vec<String> {
        as_pandas(header.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn names_are_unique_and_never_empty() {
        assert_eq!(named(&["", "x", "x", ""]), ["Unnamed: 0", "x", "x.1", "Unnamed: 3"]);
        assert_eq!(named(&["x", "x", "x.1"]), ["x", "x.2", "x.1"]);
        assert_eq!(named(&["", "Unnamed: 0"]), ["Unnamed: 0.1", "Unnamed: 0"]);
    }

    #[test]
    fn an_unknown_name_gets_the_nearest_and_a_strange_one_the_list() {
        let known = ["TV", "Radio", "Sales"].map(String::from);
        assert_eq!(
            unknown("column", &known, "sales").to_string(),
            "column: expected Sales or one of TV, Radio, Sales, received sales"
        );
        assert_eq!(unknown("column", &known, "Newspaper").expected(), "one of TV, Radio, Sales");
        let many: Vec<String> = (0..30).map(|idx| format!("column number {idx}")).collect();
        assert!(unknown("column", &many, "?").expected().ends_with("column number 19, ..."));
    }
}
