//! Problems as SARIF 2.1.0, which code hosts show and keep. Places count from 1, columns in characters.

use super::Hosted;
use crate::diagnostic::{Code, Explanation, Place, Problem, Severity};
use crate::text::{Lang, visible};
use serde_json::{Value, json};

/// One result.
pub struct Result(Value);

impl Result {
    /// One problem of one file.
    pub fn new(found: &Problem, lang: Lang, hosted: Hosted<'_>) -> Self {
        let location = |place: &Place| {
            let (start, end) = (place.start(), place.end());
            json!({ "physicalLocation": {
                "artifactLocation": { "uri": hosted.uri(&place.source) },
                "region": {
                    "startLine": start.line,
                    "startColumn": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                },
            } })
        };
        let mut message = found.message.in_lang(lang).to_owned();
        if let Some(help) = &found.help {
            message = format!("{message}. {}", help.in_lang(lang));
        }
        let related: Vec<Value> = found.also.iter().map(location).collect();
        let mut result = json!({
            "ruleId": found.code.name(),
            "ruleIndex": Code::ALL.iter().position(|code| *code == found.code),
            "level": found.severity().name(),
            "message": { "text": visible(&message) },
            "locations": [location(&found.at)],
        });
        if !related.is_empty() {
            result["relatedLocations"] = Value::Array(related);
        }
        Self(result)
    }
}

/// The whole log: one run, with every rule and its help, and how many more problems there are than are told.
pub fn log(results: Vec<Result>, more: usize, lang: Lang) -> Value {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code, lang)).collect();
    let results: Vec<Value> = results.into_iter().map(|result| result.0).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "papi-plan",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
            "properties": { "more": more },
        }],
    })
}

fn rule(code: Code, lang: Lang) -> Value {
    let Explanation { what, why, .. } = code.explanation(lang);
    let level = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    json!({
        "id": code.name(),
        "shortDescription": { "text": what },
        "help": { "text": format!("{what} {why}") },
        "defaultConfiguration": { "level": level },
    })
}
