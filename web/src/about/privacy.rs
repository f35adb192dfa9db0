//! The privacy notice: first for children, in the reader's language, then the whole of it for parents and others.
//!
//! Every sentence says what the program does now. What an operator or a music service decides, it names as theirs.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::{COOKIES, PRIVACY, contact, frame, page};
use crate::{page::House, words::words};

/// With a service's own words, its house, where it is read there.
pub(super) fn show(write_to: Option<&str>, secure: bool, own: Option<(&House, &Markup)>, lang: &Lang) -> Markup {
    let words = words(lang);
    let first = html! {
        ul class="lead" {
            @for sentence in [
                &words.told_no_name, &words.told_leave_out, &words.told_stop, &words.told_together, &words.told_postcode,
                &words.told_code, &words.told_plan,
            ] {
                li { (sentence) }
            }
        }
        h2 { (words.told_care) }
        p { (words.told_no_details) }
        p { (words.told_worried) }
        h2 { (words.told_ask) }
        (contact(write_to, words))
    };
    let rest = html! { @if let Some((_, own)) = own { (own) } (notice(secure)) };
    match own {
        None => page(&frame(&words.told_title, PRIVACY, lang), &words.told_title, first, rest, lang),
        Some((house, _)) => {
            let here = house.privacy();
            page(&frame(&words.told_title, &here, lang).house(house), &words.told_title, first, rest, lang)
        }
    }
}

fn notice(secure: bool) -> Markup {
    html! {
        h2 { "For parents and everyone else" }
        (how_private())
        (what_is_kept())
        (what_is_shown())
        (how_long())
        (who())
        (cookies(secure))
        (rights())
    }
}

fn how_private() -> Markup {
    html! {
        h3 { "How private is a survey?" }
        p {
            "Most surveys here are " strong { "open" } ": anyone can answer, and nobody signs in. Nothing that we store says "
            "who answered. Whoever writes names into an answer tells us who they are, so please do not."
        }
        p {
            "Where a service " strong { "invites" } " people by mail, each gets a link that counts once. When answers come by it, "
            "we note that the link was used, so that it counts once and nobody is reminded needlessly; not which answers "
            "they were. Within minutes such notes are written again in random order, so that nothing in our tables says it "
            "either. Until then, and while only one or two people have answered, somebody who reads the database itself "
            "could guess. Nobody at the service sees who has answered."
        }
    }
}

fn what_is_kept() -> Markup {
    html! {
        h3 { "What we keep of your answers" }
        ul {
            li {
                "What you chose and wrote, as you sent it, with the day (not the time), the language, whom and what age your "
                "answers show you to be, and whether they came on paper."
            }
            li {
                "Of your " strong { "postcode" } ", only the district and how deprived the neighbourhood is, in ten steps. We "
                "look it up in memory when you save the page, and store the postcode itself nowhere."
            }
            li {
                "Answers to " strong { "equality questions" } " (such as ethnic group, disability or religion) stand in a "
                "table of their own. The programs that compute a service’s indicators never see them, nor the place. If you tick “Count me, but do not connect this”, each "
                "of them becomes a row of its own that no key joins to your other answers, and within minutes such rows are "
                "written again in random order together with those of others. Until then, and while only one or two people "
                "have chosen it, somebody who reads the database itself could still guess."
            }
            (addresses())
            (councils())
            li {
                "Of your " strong { "receipt" } ", only what is computed from its code. We cannot find the code again for you. Of "
                "answers that you take out this alone is kept, until the survey closes, so that they never come back."
            }
            li {
                strong { "How long it took you" } ", if you answer page by page on a device of your own: when you send, we add one to how many "
                "people took, say, 4 to 5 minutes. The number stands in a table of its own, stays when you take your answers out, and says nothing about who."
            }
            li {
                "No name, and no " strong { "IP address" } ". To stop guessing, we count in memory how often one "
                "address comes; it is not stored or logged, and forgotten within minutes."
            }
        }
    }
}

fn what_is_shown() -> Markup {
    html! {
        h3 { "What is shown" }
        p {
            "Figures about groups only: nothing that rests on fewer than 10 people, counts rounded to 5. No page shows the "
            "answers of one person, or words that somebody wrote."
        }
        p {
            "Once a survey has closed, an owner of the service can take its answers away in one file, a line for each person, to compute with "
            "them: without days, postcodes or words of your own. What fewer than 10 people are or said is left out of it. Who took it and what for is on record."
        }
    }
}

/// What young people leave on a youth music council.
fn councils() -> Markup {
    html! {
        li {
            "On a " strong { "youth music council" } ": a nickname, if they want one, their role, and how they voted in a show "
            "of hands, which their council sees; it stays as long as the council does. No name, address or birthday. In a " strong { "secret ballot" } " people vote by "
            "a code on a slip of paper that they drew. A vote is written among all others in random order when it comes, "
            "and nothing in our tables joins it to a code or a person. For about a minute traces that the database keeps for "
            "itself could still help somebody who reads its files and has the slip."
        }
    }
}

/// Addresses that somebody left, and those that a service gave us.
fn addresses() -> Markup {
    html! {
        li {
            "An " strong { "e-mail address or telephone number" } " only if you give it to us for a prize draw or to be told "
            "what happened. It is sealed with the server’s key, has no time and no link to any answers, and is kept until "
            "30 days after the survey closes (draws), or until you stop the mails."
        }
        li {
            "The " strong { "address of somebody who is invited" } ", which the service gave us: sealed with the server’s key, "
            "shown to nobody, and deleted when the survey closes. Of an address that wants no more invitations, or that a "
            "mail server does not have, only what is computed from it: the first for good, so that it is kept to; the "
            "second for a year."
        }
    }
}

fn how_long() -> Markup {
    html! {
        h3 { "How long" }
        ul {
            li {
                strong { "Answers that you have not sent" } ": 14 days after you began, then they are deleted; on a shared tablet within "
                "the hour. All that we keep is a count of how many people stopped in which part of the survey. Sooner, and without "
                "a count, if you press “Delete what I have typed”; and at once when you send them. Six words that you ask "
                "for lead back to them; of the words, we keep only what is computed from them."
            }
            li {
                "The " strong { "one-page form" } " works without a connection: your browser then keeps a copy of the page, and what "
                "you send waits on your device until it has arrived. Both are gone from the device afterwards, and the page says "
                "so; the way to your receipt is there until you open it, or say that you have noted it. A copy that is not used goes after 14 days."
            }
            li {
                strong { "Sheets of paper" } " are typed in by the music service. What was typed is deleted when it has been "
                "counted, at the latest 30 days after the survey closes. Then the service has to destroy the paper, on which your "
                "postcode still stands, if you wrote it. An answer given on paper has no receipt: once it is typed in and "
                "counted, nobody can find it to take it out."
            }
            li {
                strong { "Answers that you have sent" } ": you can take them out with your receipt until the survey closes. Then "
                "they and what was computed from them are deleted, and figures follow when at least five more families have "
                "answered. On the day that the survey’s first page names under “How we treat your answers”, all answers to it are "
                "deleted by themselves, those to equality questions often before the others. Figures about groups that were made "
                "of them stay."
            }
            li { strong { "Backups" } " are made by whoever runs the server, who decides how long they are kept." }
        }
    }
}

fn who() -> Markup {
    html! {
        h3 { "Who is responsible" }
        p {
            "The music service that asks: it decides what is asked, on what lawful basis, and what is done with it; the first "
            "page of each survey says so, and whom you can ask. Whoever runs this server works for the service. Ask the service for its own privacy notice and for its data "
            "protection officer."
        }
        h3 { "People who work here" }
        p {
            "Of staff who sign in, we keep the e-mail address, what their service calls them, what they may do, and a record of "
            "what they changed. Of a passkey that they add, we keep its public key, what they call it, and when it was added and "
            "last used. Fingerprints and faces never leave their device."
        }
    }
}

fn cookies(secure: bool) -> Markup {
    html! {
        h3 { "Cookies" }
        p {
            "Only those that the pages need. None follows you, none comes from anyone else, and scripts cannot read them."
        }
        dl class="answers" {
            @for cookie in COOKIES {
                div {
                    dt { code { @if secure { "__Secure-" } (cookie.name) } }
                    dd { (cookie.what_for) " It stays " (cookie.stays()) "." }
                }
            }
        }
    }
}

fn rights() -> Markup {
    html! {
        h3 { "Your rights" }
        p {
            "You may ask what is kept about you, and have it corrected or deleted. We do not know which answers are yours, so "
            "the way to them is your receipt: open its address and take them out; then answer again, if you like. Without it, we "
            "cannot tell them from those of others."
        }
        p {
            "Nothing here decides anything about you or your child. If you think that we do wrong, you can complain to the "
            a href="https://ico.org.uk/make-a-complaint/" { "Information Commissioner’s Office" } "."
        }
    }
}
