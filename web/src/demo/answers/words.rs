//! What the made-up families write. Made up, like they are; real families said things like these elsewhere.

/// Answers to "What is one thing we could change?", by the barrier that they are about.
pub(super) const CHANGES: &[(&str, &[&str])] = &[
    (
        "cost",
        &[
            "Make it cheaper for families with more than one child.",
            "Let us pay each month and not a whole term at once.",
            "Free tries before we have to pay.",
            "It is just too much money for us right now.",
            "Be clear about who can get help to pay. I had to ask three times.",
        ],
    ),
    (
        "times",
        &[
            "Weekend lessons please, we both work until six.",
            "Do not put band practice on the same night as football.",
            "She misses the same maths lesson every week for violin. Move it round.",
            "Later start for groups. We cannot get there by four.",
        ],
    ),
    (
        "transport",
        &[
            "The bus stops at five so we can get there but not home.",
            "Run a group in our village hall. It is forty minutes to the nearest one.",
            "We have no car. Something we could walk to.",
            "Help with lifts, maybe share with other parents.",
        ],
    ),
    (
        "did_not_know",
        &[
            "Tell people you exist! I found out from this survey.",
            "Send a letter home from school, we do not see the website.",
            "A list of what is on near us with the price next to it.",
            "Letters in other languages. My mum looks after them and does not read English.",
        ],
    ),
    (
        "no_instrument",
        &["Lend instruments for the first year.", "We would need a keyboard to borrow, we cannot buy one to find out."],
    ),
    ("waiting_list", &["We have waited a year for drums.", "Tell us where we are on the list."]),
    (
        "needs",
        &[
            "A quiet room. The noise is too much for him.",
            "Teachers who know about autism. The last one gave up on her.",
            "Smaller groups, and let me stay with him at first.",
            "She uses a wheelchair and the hall has steps.",
            "Ask what my child needs before the first lesson, not after it goes wrong.",
        ],
    ),
    (
        "not_confident",
        &["Something for beginners who are already twelve.", "Do not make them play alone in front of everyone."],
    ),
    (
        "not_like_us",
        &[
            "It is all violins. My kids make beats and nobody counts that.",
            "It looks like a private school thing. Show some kids like mine.",
            "More music from where our families come from.",
            "He would come if there was a teacher who looked like him.",
        ],
    ),
    ("not_interested", &["Ask the kids what they want to play.", "More pop and rap, less theory."]),
    (
        "caring",
        &["Online would help, I cannot leave my mother alone.", "Let him join late. He gets his sister from school."],
    ),
];

/// Answers to the same question from families whom nothing keeps away.
pub(super) const CHANGES_WITHOUT_BARRIER: &[&str] = &[
    "Nothing, she loves her lessons.",
    "More concerts where the little ones can join in.",
    "A group for parents too!",
    "Let the older ones write their own songs.",
    "More news about how my child is getting on.",
    "Keep going. The Saturday choir is the best part of our week.",
];

/// Answers to "You said something else makes it hard. What is it?"
pub(super) const OTHER_BARRIERS: &[&str] = &[
    "School stopped the club",
    "We move house a lot",
    "Too much homework this year",
    "He was laughed at for playing the flute",
    "The form was too hard to fill in",
    "New baby",
    "She already does three other things",
    "Our flat is too small to practise",
];
