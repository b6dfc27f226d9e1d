//! From a text and what was said of it to columns, with all that was left out found in the text.

use super::clean::line_of;
use super::header;
use super::notes::{self, merged_integers, note};
use super::options::{CsvFormat, CsvOptions, Separator};
use super::profile::{Profile, WRITINGS};
use super::reading::{Alternative, Note, Reading};
use super::records::{Records, within_limits};
use super::words::{Booleans, add};
use super::{clean, separator, signs};
use crate::data::column::Column;
use crate::data::names;
use crate::{Error, ErrorKind, Value};

/// Columns by name, and how they were read.
pub(in crate::data) fn read(text: &str, options: &CsvOptions) -> Result<(Vec<(String, Column)>, Reading), Error> {
    options.check()?;
    let mut found = Found::default();
    found.begin(text, options);
    let records = found.format.records(text)?;
    found.examine_cells(&records, options);
    let first = usize::from(found.format.header);
    if records.count() <= first {
        let received = if records.count() == 0 { "an empty text" } else { "only a header" };
        return Err(Error::shape("CSV", "a header and at least 1 row", received));
    }
    within_limits(records.count() - first, records.columns())?;
    let names = names_of(&records, found.format.header);
    let columns: Vec<(String, Column)> = names
        .into_iter()
        .enumerate()
        .map(|(idx, name)| {
            let column = found.format.column(&name, records.column(idx, first));
            (name, column)
        })
        .collect();
    found.notes.extend(notes::of_columns(&columns, &records, first, &found.format));
    let reading = found.reading(records.blank());
    strictly(options, &reading.alternatives)?;
    Ok((columns, reading))
}

/// What was given and found so far.
#[derive(Default)]
struct Found {
    format: CsvFormat,
    comments: usize,
    alternatives: Vec<Alternative>,
    notes: Vec<Note>,
}

impl Found {
    /// What the lines say: which to skip, where comments begin, what separates cells.
    fn begin(&mut self, text: &str, options: &CsvOptions) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let format = &mut self.format;
        format.encoding.clone_from(&options.encoding);
        format.skip_blank_rows = options.skip_blank_rows.unwrap_or(true);
        let declared = declared_separator(text).filter(|_| options.skip_rows.is_none());
        format.skip_rows = options.skip_rows.unwrap_or(usize::from(declared.is_some()));
        if let Some(declared) = declared {
            self.notes.push(note("sep_line", [("separator", Value::string(declared))]));
        }
        let body = clean::clean(text, format.skip_rows, None, Separator::Char(','));
        format.find_comments(&body, options);
        let comments = |comment| body.lines().filter(|line| line.trim_start().starts_with(comment)).count();
        self.comments = format.comment.map_or(0, comments);
        let body = clean::clean(text, format.skip_rows, format.comment, Separator::Char(','));
        let declared = declared.map(Separator::Char);
        format.separator = match options.separator.or(declared) {
            Some(separator) => separator,
            None => {
                let (separator, rivals) = separator::find(&body);
                self.alternatives.extend(rivals);
                separator
            }
        };
    }

    /// What the cells say: signs, words, units, the header.
    fn examine_cells(&mut self, records: &Records, options: &CsvOptions) {
        let format = &mut self.format;
        // The cells below the first, which may be a name, decide whether a column is numeric.
        let below = usize::from(records.count() > 1);
        let profile = |column: usize| Profile::of(records.column(column, below), options);
        let profiles: Vec<Profile> = (0..records.columns()).map(profile).collect();
        let (writing, doubts) = signs::find(&profiles, format.separator, options);
        let signs = WRITINGS[writing];
        format.decimal = options.decimal.unwrap_or(signs.decimal);
        format.thousands = options.thousands.unwrap_or(signs.thousands.filter(|sign| *sign != format.decimal));
        let (is_header, doubt) = match options.header {
            Some(header) => (header, None),
            None if records.count() == 0 => (true, None),
            None => header::find(records, &profiles, format.signs(), writing),
        };
        format.header = is_header;
        self.alternatives.extend(doubts.into_iter().chain(doubt));
        let names = names_of(records, is_header);
        let numeric: Vec<bool> = profiles.iter().map(|profile| profile.fits[writing]).collect();
        self.words(records, &names, &profiles, &numeric, options);
        self.text_columns(records, &names, &numeric, options);
    }

    /// Words for missing, units, words for true and false.
    fn words(
        &mut self,
        records: &Records,
        names: &[String],
        profiles: &[Profile],
        numeric: &[bool],
        options: &CsvOptions,
    ) {
        let format = &mut self.format;
        let numbers = || names.iter().zip(profiles).zip(numeric).filter(|(_, numeric)| **numeric).map(|(pair, _)| pair);
        let mut words = Vec::new();
        numbers().flat_map(|(_, profile)| &profile.missing).for_each(|word| add(&mut words, word));
        format.na_values = options.na_values.clone().unwrap_or(words);
        let unit = |(name, profile): (&String, &Profile)| Some((name.clone(), profile.unit?.to_string()));
        format.units = options.units.clone().unwrap_or_else(|| numbers().filter_map(unit).collect());
        let mut truths = Booleans::default();
        for column in (0..numeric.len()).filter(|column| !numeric[*column]) {
            let cells = records.column(column, usize::from(format.header)).map(str::trim);
            if let Some(found) = Booleans::find(cells.filter(|cell| !format.is_missing(cell))) {
                truths.join(found);
            }
        }
        format.true_values = options.true_values.clone().unwrap_or(truths.true_words);
        format.false_values = options.false_values.clone().unwrap_or(truths.false_words);
    }

    /// Columns of integers that no double holds apart stay text.
    fn text_columns(&mut self, records: &Records, names: &[String], numeric: &[bool], options: &CsvOptions) {
        if let Some(given) = &options.text_columns {
            self.format.text_columns.clone_from(given);
            return;
        }
        let (signs, first) = (self.format.signs(), usize::from(self.format.header));
        for column in (0..numeric.len()).filter(|column| numeric[*column]) {
            if let Some(example) = merged_integers(records.column(column, first), signs) {
                let facts = [("column", Value::string(&names[column])), ("value", Value::string(example))];
                self.notes.push(note("long_integers", facts));
                self.format.text_columns.push(names[column].clone());
            }
        }
    }

    fn reading(self, blank_rows: usize) -> Reading {
        let Found { format, comments, alternatives, notes } = self;
        Reading { skipped_rows: format.skip_rows + comments, format, blank_rows, alternatives, notes }
    }
}

impl CsvFormat {
    /// Where comments begin, if the first lines are some.
    fn find_comments(&mut self, body: &str, options: &CsvOptions) {
        if let Some(comment) = options.comment {
            self.comment = comment;
            return;
        }
        let beginning = comments_at_start(body);
        if beginning == 0 || options.skip_rows.is_some() {
            return;
        }
        // Where the sign is also within lines it begins no comment there.
        match body.lines().all(|line| line.trim_start().starts_with('#') || !line.contains('#')) {
            true => self.comment = Some('#'),
            false => self.skip_rows += lines_to(body, beginning),
        }
    }
}

/// The names in the first record as pandas reads them, or `x1`, `x2`, ...
fn names_of(records: &Records, header: bool) -> Vec<String> {
    match header && records.count() > 0 {
        true => names::as_pandas(records.record(0).map(str::to_string).collect()),
        false => (1..=records.columns()).map(|column| format!("x{column}")).collect(),
    }
}

/// The separator that a spreadsheet's first line tells: `sep=;`.
fn declared_separator(text: &str) -> Option<char> {
    let (line, _) = line_of(text);
    let first_line = text.get(..line)?;
    let separator = first_line.strip_prefix("sep=").or_else(|| first_line.strip_prefix("SEP="))?;
    let mut letters = separator.chars();
    letters.next().filter(|letter| letters.next().is_none() && letter.is_ascii() && *letter != '"')
}

/// How many bytes of lines at the beginning begin with `#`, blank ones among them; 0 where the last of them could name
/// the columns of the rows below.
fn comments_at_start(text: &str) -> usize {
    let (mut at, mut end, mut last) = (0, 0, "");
    while at < text.len() {
        let (line, line_end) = line_of(&text[at..]);
        let words = text[at..at + line].trim();
        at += line + line_end;
        if words.starts_with('#') {
            (end, last) = (at, words);
        } else if !words.is_empty() {
            return if names_columns(last, words) { 0 } else { end };
        }
    }
    // Nothing but comments is no table either way.
    0
}

/// Whether a line such as `#id,x,y` has as many cells as the one below.
fn names_columns(line: &str, below: &str) -> bool {
    let separators = [',', ';', '\t', '|'];
    let counts = |line: &str| separators.map(|separator| line.matches(separator).count());
    let is_name = line.chars().nth(1).is_some_and(|letter| !letter.is_whitespace());
    let is_row = below.split(separators).any(super::number::looks_like_number);
    (is_name || !line.is_empty() && is_row) && counts(line) == counts(below) && counts(line) != [0; 4]
}

/// How many lines end within the first `bytes`.
fn lines_to(text: &str, bytes: usize) -> usize {
    let (mut at, mut lines) = (0, 0);
    while at < bytes {
        let (line, end) = line_of(&text[at..]);
        at += line + end.max(1);
        lines += 1;
    }
    lines
}

/// Rejects what is in doubt, if that was asked for.
pub(in crate::data) fn strictly(options: &CsvOptions, alternatives: &[Alternative]) -> Result<(), Error> {
    let Some(doubt) = alternatives.first().filter(|_| options.strict) else {
        return Ok(());
    };
    let example = doubt.example.as_ref().map_or(String::new(), |example| format!(" at \"{example}\""));
    Err(Error::new(
        ErrorKind::InvalidConfig,
        doubt.option.to_string(),
        "to be given, as the text can be read in two ways".to_string(),
        format!("nothing, and it could be {}{example}", doubt.value.describe()),
    ))
}
