//! Invitations through a mail server as operators run it (Exim): it takes every mail, and sends back a report of what the
//! next server refuses.

use std::{
    fs,
    io::{self, Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    os::unix::fs::{MetadataExt as _, PermissionsExt as _},
    path::Path,
    process::{Command, Stdio},
    thread,
};

use heard::retention::look;
use tempfile::TempDir;

use crate::{
    commands::program,
    invitations::{ED, add, list_of, write},
    post_office::{PostOffice, collect, head},
    sending::ONE_PAGE,
    stories,
    world::World,
};

const EXIM: &str = "/usr/sbin/exim4";
const USER: &str = "Debian-exim";

/// An Exim that passes mail on to the post office, and puts what comes back to Heard into a file. It is started for each
/// caller, and so needs no rights of its own.
struct Relay {
    address: SocketAddr,
    folder: TempDir,
}

impl Relay {
    fn before(office: &PostOffice) -> Self {
        let folder = TempDir::new().unwrap();
        // Exim has a user of its own, who has to come in here.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        for name in ["spool", "log", "in"] {
            fs::create_dir(folder.path().join(name)).unwrap();
            fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o777)).unwrap();
        }
        let file = folder.path().join("exim.conf");
        fs::write(&file, settings(folder.path(), office.port())).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for caller in listener.incoming().map_while(Result::ok) {
                let file = file.clone();
                // A caller who hangs up is no fault of ours.
                thread::spawn(move || serve(caller, &file).unwrap_or_default());
            }
        });
        Self { address, folder }
    }

    /// What came back to Heard, once there is something.
    async fn returned(&self, world: &World) -> String {
        let file = self.folder.path().join("in/heard");
        let whole = || fs::read_to_string(&file).is_ok_and(|mail| mail.trim_end().ends_with("--"));
        world.until(async || whole()).await;
        fs::read_to_string(file).unwrap()
    }
}

/// Lets a caller talk to an Exim of its own.
fn serve(mut caller: TcpStream, settings: &Path) -> io::Result<()> {
    // As the user that it is made for, it takes settings of anybody's.
    let is_root = fs::metadata("/proc/self")?.uid() == 0;
    let mut exim = Command::new(if is_root { "setpriv" } else { "sudo" });
    exim.args(if is_root { &["--reuid", USER, "--regid", USER, "--clear-groups"][..] } else { &["-n", "-u", USER] });
    exim.args([EXIM, "-bs", "-C"]).arg(settings);
    exim.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut said = caller.try_clone()?;
    let mut running = exim.spawn().expect("Exim is there: tests/run installs it");
    let (mut ears, mut mouth) = (running.stdin.take().unwrap(), running.stdout.take().unwrap());
    let hearing = thread::spawn(move || pass_on(&mut said, &mut ears));
    let spoke = pass_on(&mut mouth, &mut caller).and_then(|()| caller.shutdown(Shutdown::Both));
    running.wait()?;
    spoke.and(hearing.join().unwrap())
}

/// What is said, as soon as it is: `io::copy` between a pipe and a socket may keep it back.
fn pass_on(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    let mut said = [0; 4_096];
    loop {
        let length = from.read(&mut said)?;
        if length == 0 {
            return Ok(());
        }
        to.write_all(&said[..length])?;
    }
}

fn settings(folder: &Path, next: u16) -> String {
    let folder = folder.display();
    format!(
        "primary_hostname = mx.heard.example\n\
         spool_directory = {folder}/spool\nlog_file_path = {folder}/log/%slog\n\
         keep_environment =\ndeliver_drop_privilege\ntls_advertise_hosts =\nhost_lookup =\nsmtp_accept_max_per_host = 50\nacl_smtp_rcpt = all\n\
         begin acl\nall:\n  accept\n\
         begin routers\n\
         ours:\n  driver = accept\n  domains = heard.example\n  transport = box\n\
         others:\n  driver = manualroute\n  route_list = * 127.0.0.1 byname\n  self = send\n  transport = onward\n\
         begin transports\n\
         box:\n  driver = appendfile\n  file = {folder}/in/heard\n\
         onward:\n  driver = smtp\n  port = {next}\n  allow_localhost\n  hosts_try_fastopen =\n\
         begin retry\n* * F,1h,1m\n"
    )
}

/// Hands a mail to the program, as the mail server does, and gives what it says.
fn hand_over(world: &World, mail: &str) -> String {
    let folder = TempDir::new().unwrap();
    let (secret, file) = (folder.path().join("secret"), folder.path().join("mail"));
    fs::write(&secret, World::secret()).unwrap();
    fs::write(&file, mail).unwrap();
    let output = Command::new(program())
        .args(["mail", "returned"])
        .env("HEARD_DATABASE", world.database())
        .env("HEARD_SECRET_FILE", secret)
        .stdin(fs::File::open(file).unwrap())
        .output()
        .expect("the program is there: cargo build");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

stories! {
    async fn a_report_from_afar_takes_an_address_out(world: World) {
        let world = world.riverside().await;
        world.publish(ONE_PAGE).await;
        let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
        add(&ed, &list, "gone.ann@example.org\nbo@example.org").await.is(200);
        write(&ed, &list, "invitation", "Grüße, 您好", "22 November 2026").await.leads();
        look(&world.app()).await;
        let office = PostOffice::refusing(0);
        let relay = Relay::before(&office);
        let _worker = collect(&world, relay.address);
        let letter = office.letter(&world, 1).await;
        assert_eq!(head(&letter, "To"), "bo@example.org");
        ed.get(&list).await.says("0 addresses");
        let report = relay.returned(&world).await;
        assert!(report.contains("550 5.1.1"), "{report}");
        assert!(hand_over(&world, "Subject: I am on holiday\n\nUntil Monday.\n").contains("no mail of ours"));
        assert!(hand_over(&world, &report.replace("gone.ann", "bo")).contains("no mail of ours"), "made up");
        assert!(hand_over(&world, &report).contains("not written to again"));
        ed.get(&format!("{list}/gone")).await.is(200).says("gone.ann@example.org").hides("bo@example.org");
    }
}
