//! The figures behind the made-up families. **All are made up**, around published figures of real surveys: a city's
//! 2025 inclusion survey (103 families), a hub's youth survey (8,000 pupils), a county's (180 young people), and the
//! 2021 Census. Where a figure stands near a real one, its comment names that one.
//!
//! Probabilities are 0 to 1. Shares are in proportion to each other, and their sums mean nothing.

use heard_core::{
    question::{Kind, Question},
    survey::Section,
};

/// Option keys, each with a probability or a share.
pub(super) type Chances = &'static [(&'static str, f64)];

/// How many of the families who answer take part: the others are asked on purpose.
pub(super) const TAKE_PART: f64 = 0.55;
/// How many responses come before the reminder.
pub(super) const BEFORE_THE_REMINDER: f64 = 0.64;
/// Families with a child who has additional needs (28.4 % in the city's survey).
pub(super) const ADDITIONAL_NEEDS: f64 = 0.284;
/// Children with additional needs: with an education, health and care plan, and with support but no plan.
pub(super) const SEND: Chances = &[("ehc_plan", 0.28), ("sen_support", 0.72)];
/// Families who want a say (56 % in the county's survey).
pub(super) const WANT_A_SAY: f64 = 0.56;
/// Children who take part and want more of it.
pub(super) const LIKE_MORE: f64 = 0.74;
/// Children who do not take part and want to try.
pub(super) const LIKE_TO_TRY: f64 = 0.61;
/// How far each answer of a family follows its general leaning, and how far it goes its own way, in points.
pub(super) const LEANING: f64 = 0.7;
pub(super) const OWN_WAY: f64 = 0.75;
/// Texts that say a second thing as well.
pub(super) const TWO_CHANGES: f64 = 0.25;

/// How often a question is left empty.
pub(super) fn skips(section: &Section, question: &Question) -> f64 {
    match &question.kind {
        Kind::LongText(_) => 0.59,
        Kind::ShortText(_) => 0.15,
        Kind::Postcode => 0.16,
        _ if section.monitoring => 0.08,
        _ => 0.03,
    }
}

/// How often "I'd rather not say" is chosen where it is offered.
pub(super) fn rather_not_say(section: &Section) -> f64 {
    if section.monitoring { 0.04 } else { 0.01 }
}

/// Families in deprived neighbourhoods are poorer: 43 % of the poorest tenth, 7 % of the richest, a quarter of all.
pub(super) fn low_income(decile: u8) -> f64 {
    0.47 - 0.04 * f64::from(decile)
}

/// Families who do not know whether a child gets free school meals.
pub(super) const MEALS_NOT_SURE: f64 = 0.03;

/// Where families live, as shares of the neighbourhoods of a decile: those who take part live in richer ones.
pub(super) fn lives_here(takes_part: bool, decile: u8) -> f64 {
    if takes_part { 4.0 + f64::from(decile) } else { 14.0 - f64::from(decile) }
}

/// Importance of music, 1 to 10 (the hub's pupils: mean over 7, 35 % at 9 or 10). Here the mean is 7.6.
pub(super) const IMPORTANCE: Chances = &[
    ("point_1", 1.0),
    ("point_2", 1.0),
    ("point_3", 2.0),
    ("point_4", 3.0),
    ("point_5", 8.0),
    ("point_6", 9.0),
    ("point_7", 17.0),
    ("point_8", 24.0),
    ("point_9", 17.0),
    ("point_10", 18.0),
];

/// Whether inclusion matters (87 % find the city's inclusion values important: "quite a lot" and "very much" here).
pub(super) const INCLUSION_MATTERS: Chances = &[
    ("not_at_all", 2.0),
    ("a_little", 3.0),
    ("some", 6.0),
    ("quite_a_lot", 32.0),
    ("very_much", 55.0),
    ("not_sure", 2.0),
];

/// One statement to agree with: the points that families aim at, 1 to 5, and how many do not know.
pub(super) struct Statement {
    pub(super) taking_part: f64,
    pub(super) not_taking_part: f64,
    pub(super) not_sure: f64,
}

/// The statements by question key. Families who do not take part feel less welcome, and know less.
pub(super) fn statement(question: &str) -> Option<Statement> {
    let (taking_part, not_taking_part, not_sure) = match question {
        "feel_welcome" => (4.1, 3.1, 0.05),
        "people_like_us" => (3.7, 2.5, 0.05),
        "know_what_is_on" => (3.6, 2.3, 0.02),
        "know_about_help" => (3.0, 1.9, 0.04),
        "worth_the_money" => (3.8, 2.9, 0.09),
        _ => return None,
    };
    Some(Statement { taking_part, not_taking_part, not_sure })
}

/// What gets in the way of families who take part (cost, times and transport lead in the city's survey).
pub(super) const BARRIERS_TAKING_PART: Chances = &[
    ("cost", 0.30),
    ("times", 0.28),
    ("transport", 0.19),
    ("did_not_know", 0.08),
    ("no_instrument", 0.06),
    ("waiting_list", 0.09),
    ("needs", 0.02),
    ("not_confident", 0.08),
    ("not_like_us", 0.04),
    ("not_interested", 0.03),
    ("caring", 0.04),
    ("other", 0.05),
];

/// What gets in the way of families who do not.
pub(super) const BARRIERS_NOT_TAKING_PART: Chances = &[
    ("cost", 0.38),
    ("times", 0.31),
    ("transport", 0.29),
    ("did_not_know", 0.30),
    ("no_instrument", 0.20),
    ("waiting_list", 0.09),
    ("needs", 0.03),
    ("not_confident", 0.16),
    ("not_like_us", 0.17),
    ("not_interested", 0.14),
    ("caring", 0.06),
    ("other", 0.05),
];

/// Cost is named as well by so many more of the poor, and unsuitable music by so many of those with additional needs.
pub(super) const COST_IF_POOR: f64 = 0.25;
pub(super) const NEEDS_IF_SEND: f64 = 0.30;

/// What helps against each barrier.
pub(super) const HELP: &[(&str, &str)] = &[
    ("cost", "lower_cost"),
    ("times", "other_times"),
    ("transport", "nearer"),
    ("transport", "lift"),
    ("did_not_know", "tell_us"),
    ("no_instrument", "borrow"),
    ("waiting_list", "online"),
    ("needs", "support"),
    ("not_confident", "try_first"),
    ("not_like_us", "like_us"),
    ("not_interested", "their_music"),
    ("caring", "online"),
];

/// How often a family that names a barrier chooses a help against it, and how many the survey lets it choose.
pub(super) const WANTS_THIS_HELP: f64 = 0.8;
pub(super) const MOST_HELP: usize = 3;

/// What families choose who name no barrier.
pub(super) const HELP_WITHOUT_BARRIER: Chances =
    &[("nothing", 45.0), ("their_music", 20.0), ("lower_cost", 15.0), ("try_first", 10.0), ("tell_us", 10.0)];

/// Why a family does not take part now.
pub(super) const NOT_NOW: Chances = &[("used_to", 30.0), ("never", 62.0), ("not_sure", 8.0)];

pub(super) const CHILDREN: Chances = &[("one", 38.0), ("two", 43.0), ("three", 14.0), ("four_or_more", 5.0)];

/// Age bands, youngest first; children of 8 to 14 are most of those whom services teach.
pub(super) const AGES: [(&str, f64); 5] =
    [("under_5", 8.0), ("age_5_to_7", 22.0), ("age_8_to_11", 33.0), ("age_12_to_14", 22.0), ("age_15_to_18", 15.0)];

/// Where children of an age band learn.
pub(super) fn phases(age: &str) -> Chances {
    match age {
        "under_5" => &[("nursery", 62.0), ("primary", 24.0), ("other", 14.0)],
        "age_5_to_7" => &[("primary", 96.0), ("special", 2.0), ("home", 2.0)],
        "age_8_to_11" => &[("primary", 88.0), ("secondary", 8.0), ("special", 2.0), ("home", 2.0)],
        "age_12_to_14" => &[("secondary", 94.0), ("special", 3.0), ("home", 3.0)],
        _ => &[("secondary", 52.0), ("sixth_form", 42.0), ("special", 3.0), ("home", 1.0), ("other", 2.0)],
    }
}

/// Children with additional needs who go to a special school.
pub(super) const SPECIAL_SCHOOL_IF_SEND: f64 = 0.09;

/// Music in school, of children in families who take part and in those who do not.
pub(super) const SCHOOL_TAKING_PART: Chances =
    &[("class_music", 0.72), ("own_lessons", 0.34), ("group", 0.24), ("club", 0.12)];
pub(super) const SCHOOL_NOT_TAKING_PART: Chances =
    &[("class_music", 0.66), ("own_lessons", 0.03), ("group", 0.06), ("club", 0.07)];
/// Parents who do not know what music their child does in school.
pub(super) const SCHOOL_NOT_SURE: f64 = 0.06;

/// Lessons and groups with the service out of school: the first child of a family who takes part, and the others.
pub(super) const WITH_US_FIRST: f64 = 0.64;
pub(super) const WITH_US_OTHERS: f64 = 0.32;
/// Other music out of school.
pub(super) const ELSEWHERE: Chances =
    &[("other_teacher", 0.13), ("local_group", 0.10), ("faith", 0.09), ("online", 0.15), ("at_home", 0.42)];

/// Ethnic groups of parents, near those of a county north of London in the 2021 Census.
pub(super) const ETHNIC_GROUPS: Chances = &[
    ("white_british", 72.0),
    ("white_irish", 1.3),
    ("white_gypsy_traveller", 0.2),
    ("white_roma", 0.2),
    ("white_other", 7.5),
    ("mixed_white_black_caribbean", 1.1),
    ("mixed_white_black_african", 0.6),
    ("mixed_white_asian", 1.2),
    ("mixed_other", 1.0),
    ("asian_indian", 3.6),
    ("asian_pakistani", 1.5),
    ("asian_bangladeshi", 0.8),
    ("asian_chinese", 1.0),
    ("asian_other", 1.7),
    ("black_caribbean", 1.1),
    ("black_african", 2.6),
    ("black_other", 0.5),
    ("other_arab", 0.5),
    ("other_any", 1.6),
];

/// The other items of equality monitoring, each by question key.
pub(super) fn monitoring(question: &str) -> Option<Chances> {
    Some(match question {
        "ethnic_group" => ETHNIC_GROUPS,
        "disability" => &[("yes", 18.0), ("no", 82.0)],
        // Four in five who answer surveys for families are mothers.
        "sex" => &[("female", 80.0), ("male", 20.0)],
        "religion" => &[
            ("none", 41.0),
            ("christian", 45.0),
            ("buddhist", 0.6),
            ("hindu", 3.2),
            ("jewish", 1.9),
            ("muslim", 6.3),
            ("sikh", 1.0),
            ("other", 1.0),
        ],
        "looked_after" => &[("now", 1.5), ("before", 3.0), ("no", 95.5)],
        "young_carer" => &[("yes", 4.0), ("no", 96.0)],
        "english_additional" => &[("mostly", 7.0), ("sometimes", 10.0), ("no", 83.0)],
        _ => return None,
    })
}
