//! Forms: pages as text for a terminal, as Markdown or for a browser, answers as JSON and CSV, problems for
//! people and for programs. One file a form; a form never asks the plan anything.

pub mod csv;
pub mod docx;
pub mod github;
mod hosted;
pub mod html;
pub mod human;
pub mod ics;
pub mod json;
pub mod letter;
pub mod markdown;
mod office;
pub mod sarif;
pub mod short;
pub mod table;
mod width;
mod words;
pub mod xlsx;

pub use hosted::Hosted;

/// How much a terminal shows, and whether in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Columns of text.
    pub width: usize,
    /// Whether colours and bold type may be used.
    pub colour: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Filter, Snapshot};
    use crate::report::{Answer, Beside, ListAnswer, OverdueAnswer, OverdueQuestion};
    use crate::testing::{day, plan};
    use crate::text::Lang;

    /// An answer as JSON, CSV, text and Markdown.
    fn forms(answer: &impl Answer) -> [String; 4] {
        let mut forms: [Vec<u8>; 4] = Default::default();
        let [as_json, as_csv, as_text, as_markdown] = &mut forms;
        json::write(as_json, answer).unwrap();
        csv::write(as_csv, answer.records()).unwrap();
        table::write(as_text, &answer.page(Lang::En), Screen { width: 100, colour: false }).unwrap();
        markdown::write(as_markdown, &answer.page(Lang::En)).unwrap();
        forms.map(|form| String::from_utf8(form).unwrap())
    }

    #[test]
    fn answers_of_two_plans_stand_in_one_list_when_the_plans_are_gone() {
        let (lists, overdue): (Vec<ListAnswer>, Vec<OverdueAnswer>) = ["2020-03-01", "2020-03-05"]
            .map(|due| {
                let plan = plan(&[&format!("id = '1', lead = ['abc'], due = {{ by = {due} }}")]);
                let snapshot = Snapshot::new(&plan, day("03-10"));
                let list = ListAnswer::new(&snapshot, &Filter::default(), &[], Beside::default());
                (list, OverdueAnswer::new(&snapshot, &OverdueQuestion::default()))
            })
            .into_iter()
            .unzip();
        let forms: Vec<[String; 4]> = lists.iter().map(forms).chain(overdue.iter().map(forms)).collect();
        for (forms, (days, due)) in forms.iter().zip([(9, "2020-03-01"), (5, "2020-03-05")].repeat(2)) {
            let [as_json, as_csv, as_text, as_markdown] = forms;
            assert_eq!(as_json.matches(&format!("\"days_late\": {days}")).count(), 3, "{as_json}");
            assert_eq!(as_csv.matches(&format!("overdue,{due},{days},")).count(), 3, "{as_csv}");
            for page in [as_text, as_markdown] {
                assert!(page.contains(due) && page.contains(&format!("Overdue {days} days")), "{page}");
            }
        }
    }
}
