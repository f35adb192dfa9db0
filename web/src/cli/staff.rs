//! `heard staff invite|operator`.

use clap::{Args, Subcommand};

use super::{Database, Failure, Secret, open};
use crate::{
    clock::Clock,
    mail, services,
    staff::{self, Newcomer, Role},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Give someone a role in a service, and tell them by mail
    Invite(Invite),
    /// Let someone look after the whole: add services, and invite their first owners
    Operator(Operator),
}

#[derive(Debug, Args)]
pub(super) struct Operator {
    /// Their address at work
    email: String,
    /// No more, from now on
    #[arg(long)]
    remove: bool,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Args)]
pub(super) struct Invite {
    /// Their address at work
    email: String,
    /// Key of the service
    #[arg(long)]
    service: String,
    /// analyst, editor or owner
    #[arg(long)]
    role: Role,
    /// What colleagues call them; the part of the address before the @, where it is not given
    #[arg(long)]
    name: Option<String>,
    /// Print a sign-in link instead of sending mail; it works once, for 20 minutes
    #[arg(long)]
    print_link: bool,
    /// The address that people see, such as `https://heard.example.org`
    #[arg(long, env = "HEARD_BASE_URL", value_parser = super::base_url)]
    base_url: String,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    secret: Secret,
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Invite(invite) => self::invite(invite).await,
        Command::Operator(operator) => self::operator(operator).await,
    }
}

async fn operator(Operator { email, remove, database }: Operator) -> Result<(), Failure> {
    let Some(email) = mail::address(&email) else {
        return Err(Failure::Input(vec![format!("{email}: not an e-mail address")]));
    };
    let db = open(&database).await?;
    let mut tx = db.write().await?;
    let now = Clock::System.now();
    let said = match remove {
        false if staff::make_operator(&mut tx, &email, now).await? => {
            "They look after the whole from now on, and sign in at /staff/sign-in as all staff do."
        }
        false => "They did before.",
        true if staff::unmake_operator(&mut tx, &email, now).await? => "They do no more. Their roles in services stay.",
        true => "They did not.",
    };
    tx.commit().await?;
    db.close().await;
    println!("{said}");
    Ok(())
}

async fn invite(invite: Invite) -> Result<(), Failure> {
    let Some(email) = mail::address(&invite.email) else {
        return Err(Failure::Input(vec![format!("{}: not an e-mail address", invite.email)]));
    };
    let before_at = email.split('@').next().unwrap_or(&email);
    let name = invite.name.as_deref().unwrap_or(before_at).trim();
    if name.is_empty() || name.contains(char::is_control) {
        return Err(Failure::Input(vec!["a name is one line".to_owned()]));
    }
    let newcomer = Newcomer { email: &email, name, service: &invite.service, role: invite.role };
    let db = open(&invite.database).await?;
    let mut tx = db.write().await?;
    services::must_exist(&mut tx, &invite.service).await?;
    let service_name = services::house(&mut tx, &invite.service).await?.name;
    let now = Clock::System.now();
    let joined = newcomer.join(&mut tx).await?;
    if joined.is_new {
        let detail = format!("{name}, {}", invite.role.code());
        staff::audit(&mut tx, &invite.service, None, now, "colleague invited", &detail).await?;
    }
    let base_url = &invite.base_url;
    let pepper = invite.secret.read()?;
    let said = if invite.print_link {
        staff::audit(&mut tx, &invite.service, None, now, "sign-in link printed", &email).await?;
        staff::new_link(&mut tx, &pepper, base_url, &joined.staff, now).await?
    } else if joined.is_new {
        newcomer.tell(&mut tx, &pepper, base_url, &service_name, now).await?;
        "The mail is queued; a running server with a mail server sends it.".to_owned()
    } else {
        "They have a role there already, which stays as it is. Nothing was sent.".to_owned()
    };
    tx.commit().await?;
    db.close().await;
    println!("{said}");
    Ok(())
}
