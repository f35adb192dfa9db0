//! What the mails to staff say.

use super::{Newcomer, Role};
use crate::{clock::DAY, mail::CODE};

/// How long an invitation that cannot be delivered is tried, in milliseconds.
pub(super) const INVITATION_KEEPS: i64 = 3 * DAY;

/// The address that a code opens.
pub(super) fn link(base_url: &str, code: &str) -> String {
    format!("{base_url}/staff/enter/{code}")
}

/// Subject and body of a mail with a sign-in link.
pub(super) fn sign_in(base_url: &str) -> (&'static str, String) {
    let link = link(base_url, CODE);
    let body = format!(
        "Hello,\n\n\
         open this link to sign in to Heard:\n\n\
         {link}\n\n\
         It works once, for 20 minutes. We never ask for a password.\n\n\
         Did you not ask for it? Then do nothing: nobody gets in without this mail.\n"
    );
    ("Your link to sign in to Heard", body)
}

/// Subject and body of the mail that tells someone of their new passkey.
pub(super) fn passkey_added(base_url: &str, name: &str) -> (&'static str, String) {
    let body = format!(
        "Hello,\n\n\
         a passkey was added, which signs in to Heard as you: {name}.\n\n\
         Was it you? Then there is nothing to do.\n\n\
         If not, somebody else is signed in as you. Sign them out and remove the passkey here:\n\n\
         {base_url}/staff/sessions\n\n\
         Then tell an owner of your service.\n"
    );
    ("A passkey was added to sign in to Heard", body)
}

/// Subject and body of the mail that tells someone of their role.
pub(super) fn invitation(newcomer: &Newcomer<'_>, service_name: &str, base_url: &str) -> (String, String) {
    let Newcomer { email, name, role, .. } = newcomer;
    let may = match role {
        Role::Owner => "an owner: you can do everything, and say who has which role",
        Role::Editor => {
            "an editor: you can write surveys, the plan and updates, run waves, and read what people answered and wrote"
        }
        Role::Moderator => "a moderator: you decide on ideas of young people that were held for an adult",
        Role::Facilitator => {
            "a council facilitator: you help the youth music councils, and decide on ideas that were held for an adult"
        }
        Role::Analyst => "an analyst: you can read the plan and all figures",
    };
    let body = format!(
        "Hello {name},\n\n\
         {service_name} asks families and young people what would help them to make music. You are now {may}.\n\n\
         Sign in here whenever you like, with the address {email}:\n\n\
         {base_url}/staff/sign-in\n\n\
         We then send you a link; there is no password.\n"
    );
    (format!("You can now work with {service_name} on Heard"), body)
}
