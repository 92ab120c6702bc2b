//! What is found by a name, told by the ids of bodies.

use crate::plan::{BodyIx, NameError, Plan};
use crate::testing::{ids, read};

/// A plan with these agencies and groups, by an issuer.
fn plan(issuer: &str, agencies: &str, groups: &str) -> Plan {
    let lead = agencies.split_once(" = ").unwrap().0.trim();
    read(&format!(
        "version = 1
plan = {{ number = '1/KH', title = 'K', issuer = '{issuer}', issued = 2020-01-01 }}
task = [{{ id = '1', title = 'T', lead = ['{lead}'] }}]
[agencies]
{agencies}
[groups]
{groups}
"
    ))
}

/// What a name finds: ids after `=`, ids after `?` where it may mean several, ids after `~` where some are called nearly so.
fn found(plan: &Plan, name: &str) -> String {
    let told = |sign: &str, bodies: &[BodyIx]| format!("{sign} {}", ids(plan, bodies)).trim().to_owned();
    match plan.find_body(name) {
        Ok(body) => told("=", &[body]),
        Err(NameError::Several(bodies)) => told("?", &bodies),
        Err(NameError::Unknown(near)) => told("~", &near),
    }
}

fn holds(plan: &Plan, cases: &[(&str, &str)]) {
    let wrong = cases.iter().map(|(name, expected)| (*name, *expected, found(plan, name)));
    let wrong: Vec<_> = wrong.filter(|(_, expected, found)| expected != found).collect();
    assert!(wrong.is_empty(), "name, expected, found: {wrong:#?}");
}

const OF_ONE_PROVINCE: &str = "
xa-van-lang = { name = 'UBND xã Văn Lang', name_en = 'People of Van Lang' }
xa-van-lang-2 = { name = 'UBND xã Văn Lăng' }
xa-ly = { name = 'UBND xã Phú Lý' }
so-noi-vu = { name = 'Sở Nội vụ', short = 'SNV', aliases = ['Nội vụ'], name_en = 'Department of Home Affairs' }
so-duyen-hai = { name = 'Sở Duyên hải', name_en = 'Nội vụ too' }
tt-du = { name = 'UBND thị trấn Đu' }
";

#[test]
fn tones_tell_names_apart_and_may_be_left_out() {
    let plan = plan("UBND tỉnh A", OF_ONE_PROVINCE, "");
    let cases = [
        ("UBND xã Văn Lang", "= xa-van-lang"),
        ("Văn Lăng", "= xa-van-lang-2"),
        ("Lăng", "= xa-van-lang-2"),
        ("xã Va\u{306}n La\u{306}ng", "= xa-van-lang-2"),
        ("xa Văn Lăng", "= xa-van-lang-2"),
        ("van lang", "? xa-van-lang xa-van-lang-2"),
        ("UBND xa van lang", "? xa-van-lang xa-van-lang-2"),
        ("Phú Lí", "= xa-ly"),
        ("phu ly", "= xa-ly"),
    ];
    holds(&plan, &cases);
}

#[test]
fn an_id_is_first_unless_it_may_as_well_be_a_name_without_its_tones() {
    let plan = plan("UBND tỉnh A", OF_ONE_PROVINCE, "");
    let cases = [
        ("xa-van-lang", "= xa-van-lang"),
        ("XA-VAN-LANG", "= xa-van-lang"),
        ("xa van lang", "? xa-van-lang xa-van-lang-2"),
        ("so noi vu", "= so-noi-vu"),
    ];
    holds(&plan, &cases);
}

#[test]
fn whole_names_come_before_parts_and_english_last() {
    let plan = plan("UBND tỉnh A", OF_ONE_PROVINCE, "");
    let cases = [
        ("nội vụ", "= so-noi-vu"),
        ("snv", "= so-noi-vu"),
        ("sở n", "= so-noi-vu"),
        ("ội vụ", "~ so-noi-vu"),
        ("sở", "? so-noi-vu so-duyen-hai"),
        ("department of home affairs", "= so-noi-vu"),
        ("van lang people", "~ xa-van-lang xa-van-lang-2"),
        ("people", "= xa-van-lang"),
        // "Du" cuts "Duyên hải" short, and is the whole of Đu without its stroke.
        ("du", "? so-duyen-hai tt-du"),
        ("Đu", "= tt-du"),
        ("TT Du", "= tt-du"),
        ("", "~"),
        ("!", "~"),
    ];
    holds(&plan, &cases);
}

#[test]
fn what_is_nearly_so_is_offered_and_nothing_far() {
    let groups = "xa-huyen-b = { name = 'Các xã huyện Bình Gia', members = ['x', 'y', 'q'] }
cap-xa = { name = 'UBND cấp xã', members = ['x', 'y'] }";
    let agencies = "
x = { name = 'UBND xã Bình Gia' }
y = { name = 'UBND xã Bình Gian' }
h = { name = 'UBND thị xã Bình La' }
q = { name = 'UBND xã Quỳnh Lưu' }
so-tu-phap = { name = 'Sở Tư pháp', short = 'STP' }
";
    let plan = plan("UBND tỉnh A", agencies, groups);
    let cases = [
        ("Sở Tư phápp", "~ so-tu-phap"),
        ("SPT", "~ so-tu-phap"),
        ("so-tu-phao", "~ so-tu-phap"),
        // One body is never a group, and the kind stands behind the name.
        ("huyện Bình Gia", "~ x y h"),
        ("Ủy ban nhân dân huyện Bình Lam", "~ h"),
        ("Các xã huyện Bình", "= xa-huyen-b"),
        ("xã Quỳnh Lựu, Nghệ An", "~ q"),
        ("UBND cấp xãa", "~ cap-xa"),
        ("xa-huyen-bb", "~ xa-huyen-b"),
        // Far from all.
        ("2.1", "~"),
        ("xã Tam Đảo", "~"),
        ("Bộ Ngoại giao", "~"),
    ];
    holds(&plan, &cases);
}

#[test]
fn the_unit_above_is_told_by_groups_by_the_name_itself_or_by_the_issuer() {
    let agencies = "
a = { name = 'UBND xã Tân Long' }
b = { name = 'UBND phường Tân Long' }
c = { name = 'UBND xã Kỳ Lâm (huyện Kỳ Anh)' }
d = { name = 'UBND xã Kỳ Lâm, thị xã Kỳ Anh' }
e = { name = 'UBND xã Hạ Long - Vân Đồn', aliases = ['xã Hạ Long huyện Đầm Hà'] }
f = { name = 'UBND thành phố Phan Rang - Tháp Chàm' }
g = { name = 'UBND xã Lộc Hà' }
h = { name = 'UBND xã Lộc Hà 2' }
";
    let groups = "ab = { name = 'Các xã, phường huyện Đồng Hỷ', aliases = ['Khối Đông'], members = ['aa', 'h'] }
aa = { name = 'Cụm thi đua Bắc Sơn', members = ['a'] }
bb = { name = 'Các phường Nam Sơn', members = ['b'] }
gg = { name = 'Các xã thành phố Vinh', members = ['g'] }";
    let plan = plan("UBND tỉnh Nam Sơn", agencies, groups);
    let cases = [
        ("Tân Long", "? a b"),
        ("Tân Long, Đồng Hỷ", "= a"),
        ("Tân Long - H. Đồng Hỷ", "= a"),
        ("Tân Long - Bắc Sơn", "= a"),
        ("xã Tân Long (huyện Bắc Sơn, Đồng Hỷ)", "= a"),
        ("tan long dong hi", "= a"),
        ("Tân Long, Đông", "= a"),
        // It is the issuer's province only where no group is of that name.
        ("Tân Long, Nam Sơn", "= b"),
        ("Lộc Hà 2, tỉnh Nam Sơn", "= h"),
        ("xã Lộc Hà, TP Vinh, tỉnh Nam Sơn", "= g"),
        ("xã Lộc Hà, huyện Vinh", "~ g"),
        ("xã Kỳ Lâm", "? c d"),
        ("xã Kỳ Lâm, Kỳ Anh", "? c d"),
        ("Kỳ Lâm - huyện Kỳ Anh", "= c"),
        ("x. kỳ lâm tx. kỳ anh", "= d"),
        ("xã Hạ Long", "= e"),
        ("Hạ Long, H. Vân Đồn", "= e"),
        ("Hạ Long, H. Đầm Hà", "= e"),
        ("TP Phan Rang-Tháp Chàm", "= f"),
        ("TP. Phan Rang", "= f"),
    ];
    holds(&plan, &cases);
}

#[test]
fn a_look_up_changes_nothing_of_a_plan() {
    let [asked, other] = [(); 2].map(|()| plan("UBND tỉnh A", OF_ONE_PROVINCE, ""));
    assert!(asked.find_body("van lang").is_err());
    assert_eq!(asked, other);
}
