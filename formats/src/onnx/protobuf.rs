//! Protocol Buffers, written: the few kinds of fields that ONNX's messages have.
//!
//! Source: <https://protobuf.dev/programming-guides/encoding/>.

/// A message while it is written: fields, each with its number, in any order.
#[derive(Debug, Default)]
pub(super) struct Message(Vec<u8>);

/// How a field's bytes end.
#[derive(Clone, Copy)]
enum Wire {
    Varint = 0,
    LengthDelimited = 2,
    Fixed32 = 5,
}

impl Message {
    /// Its bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// An integer or an enum.
    pub(super) fn int(mut self, field: u32, number: u64) -> Self {
        self.tag(field, Wire::Varint);
        self.varint(number);
        self
    }

    /// A float.
    pub(super) fn float(mut self, field: u32, number: f32) -> Self {
        self.tag(field, Wire::Fixed32);
        self.0.extend(number.to_le_bytes());
        self
    }

    /// Bytes or a text.
    pub(super) fn bytes(mut self, field: u32, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        self.tag(field, Wire::LengthDelimited);
        self.varint(bytes.len() as u64);
        self.0.extend(bytes);
        self
    }

    /// A message inside.
    pub(super) fn message(self, field: u32, message: Message) -> Self {
        self.bytes(field, message.0)
    }

    /// A repeated field of messages.
    pub(super) fn messages(self, field: u32, messages: impl IntoIterator<Item = Message>) -> Self {
        messages.into_iter().fold(self, |message, item| message.message(field, item))
    }

    fn tag(&mut self, field: u32, wire: Wire) {
        self.varint(u64::from(field << 3) | wire as u64);
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn varint(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_the_bytes_of_the_specification() {
        // The two examples of its first section, and a float of 1.
        assert_eq!(Message::default().int(1, 150).into_bytes(), [0x08, 0x96, 0x01]);
        let text = Message::default().bytes(2, "testing").into_bytes();
        assert_eq!(text, [0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
        assert_eq!(Message::default().float(2, 1.0).into_bytes(), [0x15, 0, 0, 0x80, 0x3f]);
        let inner = Message::default().message(3, Message::default().int(1, 150)).into_bytes();
        assert_eq!(inner, [0x1a, 0x03, 0x08, 0x96, 0x01]);
        assert_eq!(Message::default().int(16, 1).into_bytes(), [0x80, 0x01, 0x01], "a tag of two bytes");
    }
}
