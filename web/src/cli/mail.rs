//! `heard mail returned`.

use std::io::{self, Read as _};

use clap::Subcommand;

use super::{Database, Failure, Secret, open};
use crate::{
    clock::Clock,
    mail::returned::{self, LARGEST, Returned},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read a mail from standard input that came to the address our mails are from, and write no more to an address
    /// that a mail server says it does not have
    Returned {
        #[command(flatten)]
        database: Database,
        #[command(flatten)]
        secret: Secret,
    },
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    let Command::Returned { database, secret } = command;
    let mut mail = Vec::new();
    let read = io::stdin().take(LARGEST).read_to_end(&mut mail);
    read.map_err(|e| Failure::Command(format!("the mail cannot be read: {e}")))?;
    let pepper = secret.read()?;
    let db = open(&database).await?;
    let taken = returned::take(&db, &pepper, &mail, &Clock::System.today().to_string()).await?;
    db.close().await;
    println!(
        "{}",
        match taken {
            Returned::NoSuchAddress => "An address is not written to again.",
            Returned::Nothing => "It says of no mail of ours that there is no such address.",
        }
    );
    Ok(())
}
