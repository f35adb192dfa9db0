//! What pages say to respondents, in every language that we have it in: a Fluent file each, in `web/words/`.
//!
//! The list below is the contract between those files and the program: each name in it stands in each file, with the
//! same arguments, and a name that no page uses any more is a warning of the compiler. Digits are those of British
//! letters and keyboards in every language; what somebody types may have others.
//!
//! What is read most has a second form, in short sentences of one idea each: `start_easy` beside `start`. Readers of Easy
//! Read and children under 13 get it where there is one (`bundle.rs`), and the ordinary words elsewhere.

mod bundle;
mod days;
mod lists;
mod numbers;
#[cfg(test)]
mod tests;

use std::{fmt, sync::LazyLock};

use fluent_bundle::FluentArgs;
use heard_core::{text::Lang, wording::Reader};

pub use bundle::joined;
use bundle::{Bundle, bundle, say};

/// The files, English first.
const FILES: [(&str, &str); 10] = [
    ("en", include_str!("../words/en.ftl")),
    ("cy", include_str!("../words/cy.ftl")),
    ("pl", include_str!("../words/pl.ftl")),
    ("uk", include_str!("../words/uk.ftl")),
    ("ro", include_str!("../words/ro.ftl")),
    ("pt", include_str!("../words/pt.ftl")),
    ("ur", include_str!("../words/ur.ftl")),
    ("ar", include_str!("../words/ar.ftl")),
    ("bn", include_str!("../words/bn.ftl")),
    ("so", include_str!("../words/so.ftl")),
];

/// `texts` become fields and `sentences`, which have arguments, methods.
macro_rules! words {
    (
        texts { $($text:ident;)* }
        sentences { $($sentence:ident($($argument:ident: $kind:ty),+);)* }
    ) => {
        /// What the pages say, in one language.
        pub struct Words {
            /// The language.
            pub lang: Lang,
            bundle: Bundle,
            easy: bool,
            $(pub $text: String,)*
        }

        impl Words {
            fn read(tag: &str, file: &str, easy: bool) -> Self {
                let (lang, bundle) = bundle(tag, file);
                Self { $($text: say(&bundle, easy, stringify!($text), None),)* lang, bundle, easy }
            }

            $(pub fn $sentence(&self, $($argument: $kind),+) -> String {
                let mut arguments = FluentArgs::new();
                $(arguments.set(stringify!($argument), $argument);)+
                say(&self.bundle, self.easy, stringify!($sentence), Some(&arguments))
            })*
        }

        /// Every name with its arguments.
        #[cfg(test)]
        const NAMES: &[(&str, &[&str])] = &[
            $((stringify!($text), &[]),)*
            $((stringify!($sentence), &[$(stringify!($argument)),+]),)*
        ];
    };
}

words! {
    texts {
        // The file: whether a native speaker has confirmed it (`yes` or `no`), what its pages say until then, what the
        // language calls itself, the name of the links to other languages, and what follows a link to an English page.
        confirmed; draft_note; language_name; languages; in_english;
        // The frame of every page. `error` stands before the title of a page with problems, and before each problem.
        skip; error; made_with; our_plan; council_decisions; for_staff;
        // Around the questions. `must` follows one that cannot be left out; `why` stands before its reason.
        problem; why; must; rather_not; not_understood; yes; no; tick_all; not_answered; change;
        // In a question of parts: "other: say what", a date, a ranking, a grid.
        say_what; day_box; month_box; year_box; pick_in_order; first_place; pick; one_for_each;
        // What has to be changed, with the question after it.
        choose_an_answer; write_a_number; write_an_answer; write_your_postcode; write_a_date; put_in_order; all_rows;
        tick_to_agree; not_offered; one_only; goes_alone; answered_and_not; other_unsaid; other_not_chosen; in_figures;
        whole_number; full_postcode; unknown_postcode; write_the_day; write_the_month; write_the_year; day_in_figures;
        month_in_figures; year_in_figures; no_such_day;
        // How to read a page: what `ways` names is Easy Read and reading aloud, each turned on and off.
        ways; easy_read; easy_read_off; read_aloud; read_aloud_off; listen; stop_listening; no_voice; no_voice_for_part;
        cannot_read_aloud;
        // The welcome page: promises, what is declared, and the ways in.
        never_who; may_leave_out; groups_only; treated; asked_by_task; asked_by_interest; asked_by_consent;
        about_you_by_law; about_you_by_consent; start; begun_already; go_on;
        // A page of questions, and the other pace.
        back; save; delete_typed; failed; failed_advice; one_at_a_time; several_on_page;
        // Whether to delete a draft or take answers out, and the page after deleting.
        delete_sure; take_out_sure; cannot_be_undone; keep_answers;
        deleted; deleted_all; thank_for_time; begin_again;
        // The page that shows all answers before they are sent.
        check_answers; not_sent_yet; send; outside_england; only_the_place;
        // The receipt, and the page after taking the answers out.
        thank_you; heard; receipt; take_out; too_late_to_take_out; what_next; we_count; see_the_plan;
        taken_out; taken_out_how; back_to_surveys;
        // "Count me, but do not connect this", and what it means.
        apart; apart_means;
        // What one may do after sending, each on a page of its own.
        if_you_like; page_of_its_own; tell_me_short;
        // The page of a prize draw, and those that follow it. `wait_here` stands on a form that comes back.
        enter_draw; draw_for_all; draw_rules; email_or_telephone; write_contact; in_the_draw; draw_over; draw_over_advice;
        ask_a_grown_up; wait_here;
        // "Tell me what happened": the form, the page after it, and those behind the links of its mails.
        tell_me; tell_me_kept; your_email; write_email; look_at_mail; look_at_mail_advice; no_mail_advice; write_to_me;
        we_will_write; stop_writing; stop_about; delete_address; address_deleted; address_deleted_advice; link_is_over;
        link_is_over_advice;
        // The mail that asks to confirm it, around its two links.
        mail_hello; mail_open; mail_not_you; mail_stop;
        // Invitations: whoever came by one, or has none; the mail; having no more.
        invited; only_invited; only_invited_advice; invitation_used; invitation_used_advice; invite_reminds; invite_link;
        no_invitations; stop_invitations; invitations_stopped;
        // What the answers to a survey count towards: the page, and the link to it.
        counts; counts_how; counts_others; counts_nowhere; counts_apart; see_counts;
        // Going on later: the button with what it does, the page of the six words, the page where they are typed, and
        // what the device is told that had the answers before.
        stop_here; stop_here_hint; your_words; words_advice; words_where; words_here; leave_here; left_here;
        go_on_with_words; words_hint; no_such_words; moved; moved_advice;
        // Back to a receipt: `receipt_where` stands before an address.
        receipt_where; receipt_hint; receipt_unread; show_receipt; no_receipt; no_receipt_advice;
        // A shared tablet: what is said on pages of questions, before sending, after it, and when nobody touches it.
        shared_tablet; shared_kept; note_receipt; hand_on; next_person; still_there; still_there_advice; still_here;
        // The list of services, and the front page of one.
        tell_us; choose_a_service; no_service; have_your_say; what_works; open_now; none_open; what_we_do; plan_for_all;
        plan_says; you_said; results_for_all;
        // Whom a survey is for, in the sentence `for_whom`. `people_join` stands between two, with its space.
        people_join; all_parents; parents_with_us; parents_not_with_us; young_people; council_members; staff; partners;
        everybody;
        // The whole survey at once: the ways to it, and parts of sentences that say to whom a question applies.
        other_ways; all_on_one_page; on_paper; pass_over; age_under_9; age_9_to_12; age_13_to_18; age_adult; list_comma;
        list_or;
        // Without a connection: on the form, and on the page that shows what waits on the device.
        works_offline; works_offline_how; forget_page; page_forgotten; device_has_news; look_at_it; on_device;
        none_waiting; waiting; waiting_how; try_now; still_waiting; delete_here; sent_later; sent_later_how;
        open_receipt; to_change; to_change_how; look_at_answers; closed_before; closed_before_how; keeps_copy;
        about_copy; noted; sent_before; sent_before_how; sent_before_here; send_too;
        // What was answered where the other answers do not lead, and the button that leaves it out.
        not_for_you; leave_out;
        // On paper.
        tick_one; rank_by_number; sheet_number; no_name_on_paper; not_taken_out; numbers_for_us; hand_in_here; answer_online; scan_or_visit; print_it;
        normal_print; large_print;
        // Errors: the title, and what to do. `refused_advice` stands for exact reasons, which are there in English only.
        not_found; not_found_advice; refused; refused_advice; too_large; too_large_advice; closed; closed_advice;
        no_draft; no_draft_advice; too_often; too_often_advice; too_slow; too_slow_advice; not_now; not_now_advice;
        our_fault; our_fault_advice; wrong_way; wrong_way_advice;
        // What we say about ourselves: the links at every page's foot, what goes before a text in English, and an address.
        accessibility; privacy; rest_in_english; write_to_us; ask_the_service;
        // The statement on accessibility.
        everyone_can_use; not_tested_yet; tell_what_keeps_you_out; say_what_happened;
        // The privacy notice, as it is told to children.
        told_title; told_no_name; told_leave_out; told_stop; told_together; told_postcode; told_code; told_plan;
        told_care; told_no_details; told_worried; told_ask;
    }
    sentences {
        // A day, and a month standing alone. The year comes as text, so that it is not parted into thousands.
        date(day: i8, month: i8, year: &str);
        month(month: i8, year: &str);
        // Hints under a question.
        such_as(example: &str);
        tick_up_to(at_most: usize);
        number_from(min: &str, max: &str);
        next_place(place: usize);
        // At the box of a postcode that was given before.
        place_kept(rather_not: &str);
        // What has to be changed, with the question after it.
        too_many(at_most: usize);
        out_of_range(min: &str, max: &str);
        too_long(were: usize, at_most: usize);
        date_from(earliest: &str);
        date_until(latest: &str);
        date_between(earliest: &str, latest: &str);
        ranked_twice(place: usize);
        rank_gap(place: usize);
        two_numbers(thousands: &str, fraction: &str);
        // The welcome page, and the card that leads to it.
        takes_minutes(minutes: u32);
        deleted_on(date: &str);
        about_you_deleted_on(date: &str);
        ask_us(contact: &str);
        open_until(date: &str);
        for_whom(people: &str);
        // Where on the way one is; `part_or_fewer` where answers still to come can make it shorter.
        part(at: usize, of: usize);
        part_or_fewer(at: usize, of: usize);
        question_of(at: usize, of: usize);
        question_or_fewer(at: usize, of: usize);
        // Going on later by six words.
        words_until(date: &str);
        six_words(were: usize);
        unknown_word(word: &str);
        // What is kept, and until when.
        kept_until(date: &str);
        closes_on(date: &str);
        may_begin_again(date: &str);
        saved_on(date: &str);
        receipt_way_out(date: &str);
        // To whom a question applies: `only_if` holds one of the others, `if_all` and `if_any` several.
        only_if(rule: &str);
        if_all(rules: &str);
        if_any(rules: &str);
        if_not(rule: &str);
        if_answered(answers: &str, question: &str);
        if_not_answered(answers: &str, question: &str);
        if_dated(question: &str);
        if_date_from(question: &str, date: &str);
        if_date_until(question: &str, date: &str);
        if_date_between(question: &str, earliest: &str, latest: &str);
        if_people(people: &str);
        if_ages(ages: &str);
        // What a question is called there: by its words, or on paper by its number; `question_row` by a part of it.
        question_called(text: &str);
        question_numbered(number: usize);
        question_row(question: &str, row: &str);
        quoted(text: &str);
        // On paper.
        hand_in_by(date: &str);
        destroyed_on(date: &str);
        qr_code(address: &str);
        // The prize draw, and the mails of "Tell me what happened".
        draw_kept(date: &str);
        draw_next(date: &str);
        tell_me_about(service: &str);
        mail_subject(service: &str);
        mail_asked(service: &str);
        invite_subject(service: &str, title: &str);
        invite_stop(service: &str);
        no_invitations_about(service: &str);
        results_after(date: &str);
    }
}

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| all(false));
static ALL_EASY: LazyLock<Vec<Words>> = LazyLock::new(|| all(true));

fn all(easy: bool) -> Vec<Words> {
    FILES.iter().map(|(tag, file)| Words::read(tag, file, easy)).collect()
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// The words in `lang`, or in English where we have none.
pub fn words(lang: &Lang) -> &'static Words {
    among(&ALL, lang)
}

/// The same as this reader reads them.
pub fn words_for(lang: &Lang, reader: Reader) -> &'static Words {
    among(if reader.reads_easy_words() { &ALL_EASY } else { &ALL }, lang)
}

fn among(all: &'static [Words], lang: &Lang) -> &'static Words {
    all.iter().find(|words| words.lang.is_kin_of(lang)).unwrap_or(&all[0])
}

/// The languages that we have words in, English first.
pub fn spoken() -> &'static [Lang] {
    static SPOKEN: LazyLock<Vec<Lang>> = LazyLock::new(|| ALL.iter().map(|words| words.lang.clone()).collect());
    &SPOKEN
}

impl Words {
    /// The words of a link that leads to a page which is in English only.
    pub fn to_english(&self, link: &str) -> String {
        if *self.lang == *Lang::english() { link.to_owned() } else { format!("{link} {}", self.in_english) }
    }

    /// Whether a native speaker has still to confirm the file.
    pub fn is_draft(&self) -> bool {
        self.confirmed != "yes"
    }
}
