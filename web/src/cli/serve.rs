//! `heard serve`.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use tracing_subscriber::EnvFilter;

use super::{Allowance, Database, Failure, Secret, open};
use crate::{
    clock::Clock,
    limits,
    mail::{self, Outgoing},
    server::{self, Config},
};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    secret: Secret,
    /// Address to listen on
    #[arg(long, env = "HEARD_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address that people see, such as `https://heard.example.org`
    #[arg(long, env = "HEARD_BASE_URL", value_parser = super::base_url)]
    base_url: String,
    /// An e-mail address that people can write to when something keeps them out, or with questions about privacy
    #[arg(long, env = "HEARD_CONTACT", value_parser = contact)]
    contact: Option<String>,
    /// Address of the proxy before us, or several with commas: what it says of where requests come from is believed
    #[arg(long, env = "HEARD_TRUSTED_PROXY", value_name = "ADDRESS", value_delimiter = ',')]
    trust_proxy: Vec<IpAddr>,
    /// Mail server, such as `smtps://user:password@mail.example.org` or `smtp://localhost:25`; without one, mails wait
    #[arg(long, env = "HEARD_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// From whom mails are
    #[arg(long, env = "HEARD_MAIL_FROM", default_value = "Heard <heard@localhost>")]
    mail_from: String,
    /// A token that /metrics asks for (Authorization: Bearer …); without one, there are no metrics
    #[arg(long, env = "HEARD_METRICS_TOKEN", hide_env_values = true)]
    metrics_token: Option<String>,
    /// A folder of our own for compiled plugins; without it they are compiled at every start
    #[arg(long, env = "HEARD_PLUGIN_CACHE", value_name = "FOLDER")]
    plugin_cache: Option<PathBuf>,
    #[command(flatten)]
    plugins: Allowance,
    /// How logs are written
    #[arg(long, env = "HEARD_LOG_FORMAT", value_enum, default_value_t = LogFormat::Json)]
    log_format: LogFormat,
}

/// Reads an e-mail address.
fn contact(typed: &str) -> Result<String, &'static str> {
    mail::address(typed).ok_or("that is not an e-mail address")
}

/// How logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// A JSON object a line
    Json,
    /// For people
    Text,
}

pub(super) async fn run(options: Options) -> Result<(), Failure> {
    log(options.log_format);
    if options.base_url.starts_with("https:") && options.trust_proxy.is_empty() {
        tracing::warn!("no proxy is trusted (HEARD_TRUSTED_PROXY): all who come through one count as one address");
    }
    let mail = match &options.smtp_url {
        Some(url) => Some(Outgoing::new(url, &options.mail_from)?),
        None => None,
    };
    let pepper = options.secret.read()?;
    let compiling = super::compiling(options.plugin_cache.as_deref(), &pepper);
    let running = server::start(Config {
        db: open(&options.database).await?,
        pepper,
        clock: Clock::System,
        listen: options.listen,
        base_url: Some(options.base_url),
        contact: options.contact,
        mail,
        metrics_token: options.metrics_token,
        limits: limits::Settings { trusted_proxies: options.trust_proxy, lifted: false },
        patience: server::PATIENCE,
        plugins: options.plugins.limits(),
        compiling,
    })
    .await?;
    tracing::info!(address = %running.address, "serving");
    running.until_asked().await;
    Ok(())
}

/// Sets logging up: `HEARD_LOG` filters, such as `info` or `heard=debug`.
pub(super) fn log(format: LogFormat) {
    let filter = EnvFilter::try_from_env("HEARD_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A log that cannot be written, because its disc is full, must not take requests down with it.
    let logs = logs.log_internal_errors(false);
    match format {
        LogFormat::Json => logs.json().init(),
        LogFormat::Text => logs.init(),
    }
}
