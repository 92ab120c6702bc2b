//! The JSON Schema of the plan file, for editors and other validators.

/// The schema: draft 2020-12. It says of a file what can be said without looking things up in it.
pub const SCHEMA: &str = include_str!("plan.schema.json");

#[cfg(test)]
mod tests {
    use super::super::decode::{DEADLINE_KINDS, known_keys};
    use super::*;
    use serde_json::Value;

    fn names(table: &Value) -> Vec<&str> {
        let mut names: Vec<&str> = table["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn it_knows_the_keys_that_the_reader_knows() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let tables = [("submitted", "entry"), ("extended", "extension")]
            .into_iter()
            .chain(["plan", "rules", "task", "due", "directive", "agency", "group"].map(|name| (name, name)));
        let tables = tables.map(|(table, name)| (table, &schema["$defs"][name])).chain([("", &schema)]);
        for (table, described) in tables {
            let mut known = known_keys(table).to_vec();
            known.sort_unstable();
            assert_eq!(names(described), known, "{table}");
            assert_eq!(described["additionalProperties"], false, "{table}");
        }
    }

    #[test]
    fn it_takes_each_kind_of_deadline() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let kinds: Vec<&str> = schema["$defs"]["due"]["oneOf"]
            .as_array()
            .unwrap()
            .iter()
            .map(|kind| kind["required"][0].as_str().unwrap())
            .collect();
        assert_eq!(kinds, DEADLINE_KINDS);
    }
}
