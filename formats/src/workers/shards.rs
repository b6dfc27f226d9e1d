//! Rows as CSV files of at most so many rows, each with a header.

use crate::{File, errors};
use glassnet::Error;

/// `data/train-00000.csv` and those after it.
pub(super) fn shards(name: &str, header: &[&str], lines: &str, rows_per_file: usize) -> Result<Vec<File>, Error> {
    if rows_per_file == 0 {
        return Err(errors::shape("rowsPerFile", "1 or more", 0));
    }
    let header: Vec<String> = header.iter().copied().map(cell).collect();
    let header = header.join(",") + "\n";
    let mut files = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let end = rest.match_indices('\n').nth(rows_per_file - 1).map_or(rest.len(), |(at, _)| at + 1);
        let (rows, after) = rest.split_at(end);
        let name = format!("data/{name}-{:05}.csv", files.len());
        files.push(File { name, bytes: [header.as_bytes(), rows.as_bytes()].concat() });
        rest = after;
    }
    Ok(files)
}

/// A cell, in quotes where it needs them.
fn cell(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r']) || text.trim() != text {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_string(),
    }
}
