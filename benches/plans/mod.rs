//! Plans of any size in the shape of plan.toml: always the same for the same number of rows.
//!
//! A section of 41 rows is a heading with a deadline, a row for every district and commune, and 13 items of departments,
//! each with two parts. A quarter of the items are submitted, some with an extension; some communes have submitted.

use std::fmt::Write;

const SECTION: usize = 41;
const DEPARTMENTS: usize = 22;
const DISTRICTS: usize = 9;
const COMMUNES: usize = 178;

const WORK: [&str; 5] = [
    "Tăng cường sự tham gia của người dân ở cấp cơ sở",
    "Công khai, minh bạch trong việc ra quyết định",
    "Trách nhiệm giải trình với người dân",
    "Kiểm soát tham nhũng trong khu vực công",
    "Cải cách thủ tục hành chính công",
];

/// The plan file.
pub fn plan(rows: usize) -> String {
    let mut out = String::new();
    write(&mut out, rows).expect("a string takes all that is written");
    out
}

fn write(out: &mut String, rows: usize) -> std::fmt::Result {
    out.push_str("version = 1\n\n[plan]\nnumber = \"15/KH-UBND\"\ntitle = \"Nâng cao chỉ số PAPI\"\n");
    out.push_str("issuer = \"UBND tỉnh Thái Nguyên\"\nissued = 2020-08-25\ncoordinator = \"so-0\"\n");
    for row in 0..rows {
        // What makes no full section goes to the last: a heading alone would be no plan.
        let before = (row / SECTION).min((rows / SECTION).max(1) - 1);
        let (section, place) = (before + 1, row - before * SECTION);
        match place {
            0 => heading(out, section)?,
            1 => everywhere(out, section)?,
            _ if (place - 2) % 3 == 0 => item(out, section, place / 3 + 2)?,
            _ => part(out, section, (place - 2) / 3 + 2, (place - 2) % 3)?,
        }
    }
    bodies(out)
}

fn heading(out: &mut String, section: usize) -> std::fmt::Result {
    let (month, day) = (9 + section % 4, 1 + section % 28);
    writeln!(out, "\n[[task]]\nid = \"{section}\"\ntitle = \"Phần {section}: {}\"", WORK[section % WORK.len()])?;
    writeln!(out, "due = {{ before = 2020-{month:02}-{day:02}, text = \"trước ngày {day}/{month}/2020\" }}")
}

fn everywhere(out: &mut String, section: usize) -> std::fmt::Result {
    writeln!(out, "\n[[task]]\nid = \"{section}.1\"\ntitle = \"Tổng kết và báo cáo UBND tỉnh kết quả thực hiện\"")?;
    writeln!(out, "lead = [\"cap-huyen\", \"cap-xa\"]\nsupport = [\"so-0\"]\nsubmitted = [")?;
    for commune in (section % 7..COMMUNES).step_by(7) {
        let day = 1 + commune % 28;
        writeln!(out, "  {{ by = \"xa-{commune}\", on = 2020-09-{day:02}, ref = \"{commune}/BC-UBND\" }},")?;
    }
    writeln!(out, "]")
}

fn item(out: &mut String, section: usize, number: usize) -> std::fmt::Result {
    let lead = (section + number) % DEPARTMENTS;
    let title = WORK[number % WORK.len()];
    writeln!(out, "\n[[task]]\nid = \"{section}.{number}\"\ntitle = \"{title}\"\nlead = [\"so-{lead}\"]")?;
    writeln!(out, "support = [\"cap-huyen\", \"cap-xa\"]\nresult = \"Báo cáo\"")?;
    if number.is_multiple_of(4) {
        let day = 1 + (section + number) % 28;
        writeln!(
            out,
            "submitted = [\n  {{ by = \"so-{lead}\", on = 2020-10-{day:02}, ref = \"{number}/BC-SNV\" }},\n]"
        )?;
    }
    if number.is_multiple_of(6) {
        writeln!(out, "extended = [\n  {{ to = 2020-12-31, granted = 2020-09-15, ref = \"45/UBND-NC\" }},\n]")?;
    }
    Ok(())
}

fn part(out: &mut String, section: usize, number: usize, part: usize) -> std::fmt::Result {
    let title = WORK[(number + part) % WORK.len()];
    writeln!(out, "\n[[task]]\nid = \"{section}.{number}.{part}\"\ntitle = \"{title}, nội dung {part}\"")
}

fn bodies(out: &mut String) -> std::fmt::Result {
    writeln!(out, "\n[agencies]")?;
    for (kind, name, count) in
        [("so", "Sở", DEPARTMENTS), ("huyen", "UBND huyện", DISTRICTS), ("xa", "UBND xã", COMMUNES)]
    {
        for number in 0..count {
            writeln!(out, "{kind}-{number} = {{ name = \"{name} số {number}\" }}")?;
        }
    }
    writeln!(out, "\n[groups]")?;
    for (id, name, kind, count) in [("cap-huyen", "huyện", "huyen", DISTRICTS), ("cap-xa", "xã", "xa", COMMUNES)] {
        let members: Vec<String> = (0..count).map(|number| format!("\"{kind}-{number}\"")).collect();
        writeln!(out, "{id} = {{ name = \"UBND cấp {name}\", members = [{}] }}", members.join(", "))?;
    }
    Ok(())
}
