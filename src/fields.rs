//! Validation of the fields that an object of a configuration may have.

use crate::concatenate::{Listed, concatenate};
use crate::nearest::nearest;
use crate::reader::{Reader, same};
use crate::{Error, ErrorKind, Value};

impl Reader<'_> {
    /// Rejects fields of an object other than the known ones, and what is no object.
    pub(crate) fn fields(&self, known: &[&str]) {
        let Value::Object(fields) = self.value() else {
            return self.must_be_object();
        };
        let is_known = |name: &str| known.iter().any(|known| same(known, name));
        if let Some((name, _)) = fields.iter().find(|(name, _)| !is_known(name)) {
            self.reject_field(name, known, concatenate!["the fields ", Listed(known)], "field");
        }
        self.reject_repeated(fields);
    }

    /// Rejects settings of an object that has a `name` other than those of the thing with this name; a text has none.
    pub(crate) fn settings(&self, thing: &str, known: &[&str]) {
        let Value::Object(fields) = self.value() else { return };
        let is_known = |name: &str| same("name", name) || known.iter().any(|known| same(known, name));
        if let Some((name, _)) = fields.iter().find(|(name, _)| !is_known(name)) {
            let expected = match known {
                [] => concatenate!["no settings, as ", thing, " has none"],
                _ => concatenate!["the settings of ", thing, ": ", Listed(known)],
            };
            self.reject_field(name, known, expected, "setting");
        }
        self.reject_repeated(fields);
    }

    /// Rejects an unknown field, and names the nearest known one.
    #[cold]
    #[inline(never)]
    fn reject_field(&self, name: &str, known: &[&str], list: String, kind: &str) {
        let expected = match nearest(known, name) {
            Some(near) => concatenate![near, ", one of ", list],
            None => list,
        };
        self.reject(Error::new(ErrorKind::InvalidConfig, self.path(), expected, concatenate!["the ", kind, " ", name]));
    }

    /// Rejects a field that is given twice, in JavaScript's manner and in Keras's: one of the two would be dropped.
    fn reject_repeated(&self, fields: &[(String, Value)]) {
        // Small builds leave it out: there the first of the two counts.
        if cfg!(not(feature = "full")) {
            return;
        }
        for (idx, (name, _)) in fields.iter().enumerate() {
            if let Some((former, _)) = fields[..idx].iter().find(|(former, _)| same(former, name)) {
                let received = concatenate![former, " and ", name];
                self.reject(Error::new(ErrorKind::InvalidConfig, self.path(), concatenate!["one ", name], received));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::read;

    fn object(fields: &[(&'static str, Value)]) -> Value {
        Value::Object(fields.iter().map(|(name, value)| (name.to_string(), value.clone())).collect())
    }

    #[test]
    fn an_unknown_field_is_rejected_with_the_known_ones() {
        let config = object(&[("unit", Value::Number(2.0))]);
        assert_eq!(
            read(&config, |config| config.fields(&["units", "bias"])).unwrap_err().to_string(),
            "config: expected units, one of the fields units, bias, received the field unit"
        );
    }

    #[test]
    fn a_setting_of_another_thing_is_rejected_with_those_of_this_one() {
        let config = object(&[("name", Value::string("sgd")), ("beta", Value::Number(2.0))]);
        let error = |known: &[&str]| read(&config, |config| config.settings("sgd", known)).unwrap_err().to_string();
        assert_eq!(
            error(&["momentum", "nesterov"]),
            "config: expected the settings of sgd: momentum, nesterov, received the setting beta"
        );
        assert_eq!(
            error(&["beta1"]),
            "config: expected beta1, one of the settings of sgd: beta1, received the setting beta"
        );
        assert_eq!(error(&[]), "config: expected no settings, as sgd has none, received the setting beta");
    }

    #[test]
    fn a_field_that_is_given_in_two_manners_is_rejected() {
        let config = object(&[("batchSize", Value::Number(1.0)), ("batch_size", Value::Number(2.0))]);
        assert_eq!(
            read(&config, |config| config.fields(&["batchSize"])).unwrap_err().to_string(),
            "config: expected one batch_size, received batchSize and batch_size"
        );
    }
}
