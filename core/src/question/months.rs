//! The months as people write them, in the languages that our pages are in.

/// Each month's names, with the forms that stand within a date where they differ, parted by spaces. A name of two
/// words is written with `_`.
const NAMES: [&str; 12] = [
    "january ionawr styczeń stycznia січень січня ianuarie janeiro janaayo جنوری يناير كانون_الثاني জানুয়ারি",
    "february chwefror luty lutego лютий лютого februarie fevereiro febraayo فروری فبراير شباط ফেব্রুয়ারি",
    "march mawrth marzec marca березень березня martie março maarso مارچ مارس آذار মার্চ",
    "april ebrill kwiecień kwietnia квітень квітня aprilie abril abriil اپریل أبريل ابريل نيسان এপ্রিল",
    "may mai maj maja травень травня maio maajo مئی مايو أيار মে",
    "june mehefin czerwiec czerwca червень червня iunie junho juun جون يونيو حزيران জুন",
    "july gorffennaf lipiec lipca липень липня iulie julho luulyo luuliyo جولائی يوليو تموز জুলাই",
    "august awst sierpień sierpnia серпень серпня agosto agoosto ogosto اگست أغسطس اغسطس آب আগস্ট",
    "september medi wrzesień września вересень вересня septembrie setembro sebtembar ستمبر سبتمبر أيلول সেপ্টেম্বর",
    "october hydref październik października жовтень жовтня octombrie outubro oktoobar اکتوبر أكتوبر تشرين_الأول অক্টোবর",
    "november tachwedd listopad listopada листопад листопада noiembrie novembro nofembar نومبر نوفمبر تشرين_الثاني নভেম্বর",
    "december rhagfyr grudzień grudnia грудень грудня decembrie dezembro diseembar دسمبر ديسمبر كانون_الأول ডিসেম্বর",
];

/// The shortest beginning of a name that is taken for it, in letters.
const SHORTEST: usize = 3;

/// The month, from 1, that somebody means by a name or by its beginning. `None` where it may be two months.
pub(super) fn month(written: &str) -> Option<i16> {
    let written = written.trim().trim_end_matches('.').to_lowercase().replace(' ', "_");
    let named = |fits: &dyn Fn(&str) -> bool| {
        let mut months = (1..).zip(NAMES).filter(|(_, names)| names.split(' ').any(fits)).map(|(month, _)| month);
        months.next().filter(|_| months.next().is_none())
    };
    let whole = named(&|name| name == written);
    let beginning =
        || (written.chars().count() >= SHORTEST).then(|| named(&|name| name.starts_with(&written))).flatten();
    whole.or_else(beginning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_they_are_written() {
        for (written, expect) in [
            ("March", Some(3)),
            ("mar", Some(3)),
            ("MAR.", Some(3)),
            ("Sept", Some(9)),
            ("Mawrth", Some(3)),
            ("stycznia", Some(1)),
            ("липня", Some(7)),
            ("تشرين الثاني", Some(11)),
            ("مارس", Some(3)),
            ("জানুয়ারি", Some(1)),
            ("mai", Some(5)),
            // The beginning of two months in one language or in two, of none, and too short to tell.
            ("maa", None),
            ("lis", Some(11)),
            ("ju", None),
            ("ma", None),
            ("Smarch", None),
            ("", None),
        ] {
            assert_eq!(month(written), expect, "{written}");
        }
    }

    #[test]
    fn no_name_stands_for_two_months() {
        for (number, names) in (1..).zip(NAMES) {
            for name in names.split(' ') {
                assert_eq!(month(&name.replace('_', " ")), Some(number), "{name}");
            }
        }
    }
}
