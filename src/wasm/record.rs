//! Records as plain objects, written by us: a general serializer is several times its size.

use super::convert::Fresh;
use js_sys::{Array, Object};
use serde::ser::{self, Impossible, Serialize};
use std::fmt;
use wasm_bindgen::prelude::*;

/// A record as a plain object: structures become objects, sequences arrays, missing values `undefined`.
pub(super) fn object(record: &impl Serialize) -> Result<JsValue, JsValue> {
    record.serialize(Writer).map_err(|refusal| JsValue::from_str(&refusal.0))
}

/// Why a record cannot be written: it holds what no record of ours does.
#[derive(Debug)]
struct Refusal(String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl ser::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Refusal(message.to_string())
    }
}

type Written = Result<JsValue, Refusal>;
type Never = Impossible<JsValue, Refusal>;

fn refuse<T>(what: &str) -> Result<T, Refusal> {
    Err(Refusal(format!("a record with {what}")))
}

struct Writer;

/// Whole numbers and floats alike become JavaScript's numbers.
macro_rules! numbers {
    ($($name:ident: $number:ty),*) => {
        $(fn $name(self, number: $number) -> Written {
            Ok(JsValue::from_f64(number as f64))
        })*
    };
}

impl ser::Serializer for Writer {
    type Ok = JsValue;
    type Error = Refusal;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Never;

    numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32, serialize_f64: f64
    );

    fn serialize_bool(self, truth: bool) -> Written {
        Ok(JsValue::from_bool(truth))
    }

    fn serialize_char(self, character: char) -> Written {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        Ok(JsValue::from_str(text))
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        refuse("bytes")
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Ok(JsValue::UNDEFINED)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &str, _: u32, _: &str, _: &T) -> Written {
        refuse("a variant without a tag")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Refusal> {
        Ok(Items(Array::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, Refusal> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &str, _: usize) -> Result<Never, Refusal> {
        refuse("a tuple")
    }

    fn serialize_tuple_variant(self, _: &str, _: u32, _: &str, _: usize) -> Result<Never, Refusal> {
        refuse("a variant without a tag")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Refusal> {
        Ok(Fields { object: Object::new().unchecked_into(), name: JsValue::UNDEFINED })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Refusal> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(self, _: &str, _: u32, _: &str, _: usize) -> Result<Never, Refusal> {
        refuse("a variant without a tag")
    }
}

struct Items(Array);

impl ser::SerializeSeq for Items {
    type Ok = JsValue;
    type Error = Refusal;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Refusal> {
        self.0.push(&item.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

impl ser::SerializeTuple for Items {
    type Ok = JsValue;
    type Error = Refusal;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Refusal> {
        ser::SerializeSeq::serialize_element(self, item)
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

struct Fields {
    object: Fresh,
    /// That of the field whose value comes next.
    name: JsValue,
}

impl ser::SerializeStruct for Fields {
    type Ok = JsValue;
    type Error = Refusal;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refusal> {
        self.object.set(&JsValue::from_str(name), value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.object.into())
    }
}

/// What `flatten` writes.
impl ser::SerializeMap for Fields {
    type Ok = JsValue;
    type Error = Refusal;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Refusal> {
        self.name = name.serialize(Writer)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.object.set(&self.name, value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.object.into())
    }
}
