//! A made-up family, and what it answers.

use super::{chance::Chance, figures, homes::Home, words};

/// One family. What several of its answers depend on is drawn once, so that they fit together.
pub(super) struct Family<'h> {
    takes_part: bool,
    home: &'h Home,
    low_income: bool,
    send: Option<&'static str>,
    count: &'static str,
    /// The oldest first, three at most, as the survey asks.
    children: Vec<Child>,
    /// How far it leans towards agreeing, in standard deviations.
    leaning: f64,
    barriers: Vec<&'static str>,
}

struct Child {
    age: &'static str,
    phase: &'static str,
    school_music: Vec<&'static str>,
    other_music: Vec<&'static str>,
}

impl<'h> Family<'h> {
    pub(super) fn draw(homes: &'h [Home], chance: &mut Chance) -> Self {
        let takes_part = chance.happens(figures::TAKE_PART);
        let home = chance.weighted(homes, |home| figures::lives_here(takes_part, home.decile));
        let low_income = chance.happens(figures::low_income(home.decile));
        let send = chance.happens(figures::ADDITIONAL_NEEDS).then(|| chance.pick(figures::SEND));
        let count = chance.pick(figures::CHILDREN);
        Self {
            takes_part,
            home,
            low_income,
            send,
            count,
            children: children(count, takes_part, send.is_some(), chance),
            leaning: chance.bell(),
            barriers: barriers(takes_part, low_income, send.is_some(), chance),
        }
    }

    /// The values that it puts into the field of a question; none where it has nothing to say.
    pub(super) fn answer(&self, question: &str, chance: &mut Chance) -> Vec<String> {
        if let Some(asked) = question.strip_prefix("child_").and_then(|rest| rest.split_once('_')) {
            return owned(self.about_child(asked));
        }
        if let Some(statement) = figures::statement(question) {
            return owned(vec![self.agrees(&statement, chance)]);
        }
        if let Some(shares) = figures::monitoring(question) {
            return owned(vec![chance.pick(shares)]);
        }
        match question {
            "one_change" => vec![self.one_change(chance)],
            "postcode" => vec![self.home.postcode.clone()],
            _ => owned(self.about_family(question, chance)),
        }
    }

    fn about_family(&self, question: &str, chance: &mut Chance) -> Vec<&'static str> {
        let yes_or_no = |yes| if yes { "yes" } else { "no" };
        vec![match question {
            "who" if self.takes_part => "with_us",
            "who" => chance.pick(figures::NOT_NOW),
            "children_count" if self.is_grown_up() => "none",
            "children_count" => self.count,
            "music_importance" => chance.pick(figures::IMPORTANCE),
            "inclusion_matters" => chance.pick(figures::INCLUSION_MATTERS),
            "barriers" => return self.barriers.clone(),
            "barriers_other" => chance.one_of(words::OTHER_BARRIERS),
            "what_would_help" => return self.help(chance),
            "like_more" => yes_or_no(chance.happens(figures::LIKE_MORE)),
            "like_to_try" => yes_or_no(chance.happens(figures::LIKE_TO_TRY)),
            "want_a_say" => yes_or_no(chance.happens(figures::WANT_A_SAY)),
            "send" => self.send.unwrap_or("none"),
            "free_school_meals" if chance.happens(figures::MEALS_NOT_SURE) => "not_sure",
            "free_school_meals" => yes_or_no(self.low_income),
            _ => return Vec::new(),
        }]
    }

    /// Whether the only child has left school and home since, so that there is none to ask about.
    fn is_grown_up(&self) -> bool {
        !self.takes_part && self.count == "one" && self.children.iter().any(|child| child.phase == "sixth_form")
    }

    fn about_child(&self, (number, asked): (&str, &str)) -> Vec<&'static str> {
        // A family that skipped how many children it has is still asked about the first.
        let child = number.parse::<usize>().ok().and_then(|n| self.children.get(n.checked_sub(1)?));
        match (child, asked) {
            (Some(child), "age") => vec![child.age],
            (Some(child), "phase") => vec![child.phase],
            (Some(child), "school_music") => child.school_music.clone(),
            (Some(child), "other_music") => child.other_music.clone(),
            _ => Vec::new(),
        }
    }

    fn agrees(&self, statement: &figures::Statement, chance: &mut Chance) -> &'static str {
        if chance.happens(statement.not_sure) {
            return "not_sure";
        }
        let aim = if self.takes_part { statement.taking_part } else { statement.not_taking_part };
        match aim + figures::LEANING * self.leaning + figures::OWN_WAY * chance.bell() {
            point if point < 1.5 => "strongly_disagree",
            point if point < 2.5 => "disagree",
            point if point < 3.5 => "neither",
            point if point < 4.5 => "agree",
            _ => "strongly_agree",
        }
    }

    fn help(&self, chance: &mut Chance) -> Vec<&'static str> {
        let mut help = Vec::new();
        for (barrier, helps) in figures::HELP {
            if self.barriers.contains(barrier) && !help.contains(helps) && chance.happens(figures::WANTS_THIS_HELP) {
                help.push(*helps);
            }
        }
        help.truncate(figures::MOST_HELP);
        if help.is_empty() {
            help.push(chance.pick(figures::HELP_WITHOUT_BARRIER));
        }
        help
    }

    fn one_change(&self, chance: &mut Chance) -> String {
        let about: Vec<_> = words::CHANGES
            .iter()
            .filter(|(barrier, _)| self.barriers.contains(barrier))
            .map(|(_, said)| *said)
            .collect();
        let mut say = || {
            let said: &[&str] = if about.is_empty() { words::CHANGES_WITHOUT_BARRIER } else { chance.one_of(&about) };
            chance.one_of(said)
        };
        let (first, second) = (say(), say());
        if first != second && chance.happens(figures::TWO_CHANGES) {
            format!("{first} {second}")
        } else {
            first.to_owned()
        }
    }
}

fn owned(values: Vec<&str>) -> Vec<String> {
    values.into_iter().map(str::to_owned).collect()
}

fn children(count: &str, takes_part: bool, send: bool, chance: &mut Chance) -> Vec<Child> {
    let how_many = match count {
        "one" => 1,
        "two" => 2,
        _ => 3,
    };
    let bands: Vec<_> = figures::AGES.iter().enumerate().collect();
    let mut ages: Vec<_> = (0..how_many).map(|_| *chance.weighted(&bands, |(_, (_, share))| *share)).collect();
    ages.sort_by_key(|(band, _)| std::cmp::Reverse(*band));
    // One child of a family with additional needs has them, and it may be any.
    let with_needs = send.then(|| usize::from(chance.below(how_many)));
    ages.into_iter()
        .enumerate()
        .map(|(n, (_, (age, _)))| child(age, n == 0, takes_part, with_needs == Some(n), chance))
        .collect()
}

fn child(age: &'static str, first: bool, takes_part: bool, needs: bool, chance: &mut Chance) -> Child {
    let special = needs && age != "under_5" && chance.happens(figures::SPECIAL_SCHOOL_IF_SEND);
    let phase = if special { "special" } else { chance.pick(figures::phases(age)) };
    let in_school = if takes_part { figures::SCHOOL_TAKING_PART } else { figures::SCHOOL_NOT_TAKING_PART };
    let mut school_music = chance.each(in_school);
    if phase == "nursery" {
        school_music.retain(|music| *music == "class_music");
    }
    let mut other_music = Vec::new();
    let with_us = if first { figures::WITH_US_FIRST } else { figures::WITH_US_OTHERS };
    if takes_part && chance.happens(with_us) {
        other_music.push("with_us");
    } else if takes_part && first && phase != "nursery" && !school_music.contains(&"own_lessons") {
        // A family takes part because at least one child does, in school or out of it.
        school_music.push("own_lessons");
    }
    other_music.extend(chance.each(figures::ELSEWHERE));
    if other_music.is_empty() {
        other_music.push("none");
    }
    if school_music.is_empty() {
        school_music.push("none");
    }
    if !takes_part && chance.happens(figures::SCHOOL_NOT_SURE) {
        school_music = vec!["not_sure"];
    }
    Child { age, phase, school_music, other_music }
}

fn barriers(takes_part: bool, low_income: bool, send: bool, chance: &mut Chance) -> Vec<&'static str> {
    let usual = if takes_part { figures::BARRIERS_TAKING_PART } else { figures::BARRIERS_NOT_TAKING_PART };
    let mut named: Vec<_> = usual
        .iter()
        .filter(|(barrier, probability)| {
            let more = match *barrier {
                "cost" if low_income => figures::COST_IF_POOR,
                "needs" if send => figures::NEEDS_IF_SEND,
                _ => 0.0,
            };
            chance.happens(probability + more)
        })
        .map(|(barrier, _)| *barrier)
        .collect();
    if named.is_empty() {
        named.push("none");
    }
    named
}
