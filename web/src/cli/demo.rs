//! `heard demo`.

use std::{fs, net::SocketAddr, path::PathBuf};

use clap::Args;

use super::{
    Allowance, Database, Failure, open,
    serve::{LogFormat, log},
};
use crate::{
    clock::Clock,
    demo, limits,
    pepper::Pepper,
    server::{self, Config},
    staff,
};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder that the demonstration keeps its database and secret in; delete it to begin anew
    #[arg(long, default_value = "data/demo")]
    data: PathBuf,
    #[command(flatten)]
    plugins: Allowance,
}

pub(super) async fn run(options: Options) -> Result<(), Failure> {
    log(LogFormat::Text);
    let failed = |e: std::io::Error| Failure::Command(format!("{}: {e}", options.data.display()));
    fs::create_dir_all(&options.data).map_err(failed)?;
    let pepper = Pepper::from_file(&options.data.join("heard.secret")).map_err(failed)?;
    let db = open(&Database { url: format!("sqlite:{}", options.data.join("heard.db").display()) }).await?;
    let compiling = super::compiling(Some(&options.data.join("plugins")), &pepper);
    let running = server::start(Config {
        db,
        pepper,
        clock: Clock::System,
        listen: options.listen,
        base_url: at_home(options.listen),
        contact: Some("hello@riverside.example".to_owned()),
        mail: None,
        metrics_token: Some("demo".to_owned()),
        limits: limits::Settings::default(),
        patience: server::PATIENCE,
        plugins: options.plugins.limits(),
        compiling,
    })
    .await?;
    demo::seed(&running.app).await?;
    running.app.wake_scoring();
    announce(&running).await?;
    running.until_asked().await;
    Ok(())
}

/// One's own machine by its name: browsers have passkeys there, and none at addresses that are numbers.
fn at_home(listen: SocketAddr) -> Option<String> {
    (listen.ip().is_loopback() && listen.port() != 0).then(|| format!("http://localhost:{}", listen.port()))
}

async fn announce(running: &server::Running) -> Result<(), Failure> {
    let base = &running.app.base_url;
    let (service, survey) = (demo::SERVICE, demo::SURVEY);
    println!("Heard is serving a demonstration. Service, people and responses are made up.\n");
    println!("  for families   {base}/{service}/s/{survey}");
    println!("  on one page    {base}/{service}/s/{survey}/all");
    println!("  by invitation  {}", demo::invite(&running.app).await?);
    println!("  on paper       {base}/{service}/s/{survey}/paper");
    println!("  for the young  {base}/{service}/s/{}", demo::YOUNG_SURVEY);
    println!("  the council    {} (its chair, once)", demo::chair_address(&running.app).await?);
    println!("  they decided   {base}/{service}/decisions");
    println!("  the plan       {base}/{service}/plan");
    println!("  all services   {base}/\n");
    println!("Sign-in links (each works once, for 20 minutes; start the demonstration again for new ones):\n");
    for (email, _, role) in demo::STAFF {
        let link = staff::sign_in_link(&running.app, email).await?;
        println!("  {:<8} {link}", role.code());
    }
    println!("  {:<8} {}", "operator", staff::sign_in_link(&running.app, demo::OPERATOR).await?);
    println!("\nStop with Ctrl+C.");
    Ok(())
}
