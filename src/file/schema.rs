//! The JSON Schema of the plan file, for editors and other validators.

/// The schema: draft 2020-12. It says of a file what can be said without looking things up in it.
pub const SCHEMA: &str = include_str!("plan.schema.json");

#[cfg(test)]
mod tests {
    use super::super::decode::keys_asked;
    use super::super::keys::Key;
    use super::super::parsed::Parsed;
    use super::super::tree::Node;
    use super::*;
    use crate::diagnostic::Source;
    use crate::plan::{DueKey, RowIx};
    use serde_json::Value;
    use std::ops::Range;

    /// A file in which every table of the format stands once.
    const EVERY_TABLE: &str = "
        plan = {}
        rules = {}
        task = [{
            due = { within = { after = {} } }, submitted = [{}], extended = [{}], ended = {}, progress = [{}]
        }]
        directive = [{ due = { every = {} } }]
        events = { e = {} }
        agencies = { a = {} }
        groups = { g = {} }
    ";

    fn schema() -> Value {
        serde_json::from_str(SCHEMA).unwrap()
    }

    fn sorted<'t>(names: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        names
    }

    /// Where each table stands, by the name that the schema has for it.
    fn tables(parsed: &Parsed) -> Vec<(&'static str, Range<usize>)> {
        let top = |key| parsed.root.get(key).unwrap();
        let first = |node: &Node| node.list().unwrap()[0].span.clone();
        let row = parsed.row(RowIx::new(0)).unwrap();
        let of_row = |key| row.table().unwrap().get(key).unwrap();
        let in_due = |due: &Node, key| due.table().unwrap().get(key).unwrap().span.clone();
        let within = of_row(Key::Due).table().unwrap().get(Key::Within).unwrap();
        let directive = &top(Key::Directive).list().unwrap()[0];
        let directed = directive.table().unwrap().get(Key::Due).unwrap();
        let body = |key| top(key).table().unwrap().nth(0).unwrap().node.span.clone();
        vec![
            ("", 0..0),
            ("plan", top(Key::Plan).span.clone()),
            ("rules", top(Key::Rules).span.clone()),
            ("task", row.span.clone()),
            ("due", of_row(Key::Due).span.clone()),
            ("within", within.span.clone()),
            ("after", in_due(within, Key::After)),
            ("ended", of_row(Key::Ended).span.clone()),
            ("progress", first(of_row(Key::Progress))),
            ("due", directed.span.clone()),
            ("every", in_due(directed, Key::Every)),
            ("event", body(Key::Events)),
            ("entry", first(of_row(Key::Submitted))),
            ("extension", first(of_row(Key::Extended))),
            ("directive", first(top(Key::Directive))),
            ("agency", body(Key::Agencies)),
            ("group", body(Key::Groups)),
        ]
    }

    #[test]
    fn it_knows_the_keys_that_the_reader_knows() {
        let (schema, parsed) = (schema(), Parsed::new(Source::new("plan.toml", EVERY_TABLE.into())));
        let (asked, tables) = (keys_asked(&parsed), tables(&parsed));
        assert_eq!(asked.len(), tables.len(), "each table is read once");
        for (name, span) in tables {
            let described = if name.is_empty() { &schema } else { &schema["$defs"][name] };
            let (_, keys) = asked.iter().find(|(at, _)| *at == span).unwrap();
            let known = described["properties"].as_object().unwrap().keys();
            assert_eq!(sorted(known.map(String::as_str)), sorted(keys.iter().map(|key| key.name())), "{name}");
            assert_eq!(described["additionalProperties"], false, "{name}");
        }
    }

    #[test]
    fn it_takes_each_kind_of_deadline() {
        let schema = schema();
        let kinds = schema["$defs"]["due"]["oneOf"].as_array().unwrap().iter();
        let kinds: Vec<&str> = kinds.map(|kind| kind["required"][0].as_str().unwrap()).collect();
        assert_eq!(kinds, DueKey::ALL.iter().map(|key| key.name()).collect::<Vec<_>>());
    }
}
