//! Which bytes of a text stand in quotes, before it is known what separates its cells.

/// What may stand between cells, the likeliest first.
pub(super) const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Walks over a text byte by byte.
///
/// A quote opens where a cell may begin, whatever separates them; behind one that closes, as the second of a pair.
pub(super) struct Quotes {
    quoted: bool,
    may_open: bool,
    /// Whether a space separates cells too.
    blanks: bool,
}

impl Quotes {
    /// At the beginning of a text; `blanks` if spaces separate its cells.
    pub(super) fn new(blanks: bool) -> Self {
        Quotes { quoted: false, may_open: true, blanks }
    }

    /// Goes over a byte; returns whether it stands outside quotes and is none that opens.
    pub(super) fn is_outside(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.quoted => (self.quoted, self.may_open) = (byte != b'"', byte == b'"'),
            b'"' if self.may_open => self.quoted = true,
            _ => {
                let is_break = matches!(byte, b'\r' | b'\n') || self.blanks && byte == b' ';
                self.may_open = is_break || SEPARATORS.contains(&byte);
                return true;
            }
        }
        false
    }
}
