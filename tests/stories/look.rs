//! How a service shows itself: its name, its words and its colours, which people can read or which are refused.

use image::{ImageFormat, Rgba, RgbaImage};

use crate::{sending::ONE_PAGE, stories, visitor::Visitor, world::World};

const OLIVE: &str = "olive@riverside.example";
const ED: &str = "ed@riverside.example";
const LOOK: &str = "/staff/riverside/look";
const LOGO: &str = "/staff/riverside/look/logo";
const SURVEY: &str = "/riverside/s/music_and_your_family";

/// A whole form, after the page was opened.
fn typed<'a>(from: &'a str, others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("from", from),
        ("name", "Riverside Music"),
        ("welcome", "Come as you are.\r\n\r\nWe listen."),
        ("contact", "ask@riverside.example"),
        ("privacy", "Riverside Council is the data controller."),
        ("buttons", "#5b1f8a"),
        ("buttons_dark", ""),
        ("accent", ""),
        ("accent_dark", ""),
    ];
    let other = |name: &str| others.iter().find(|(field, _)| *field == name).copied();
    usual.iter().map(|field| other(field.0).unwrap_or(*field)).collect()
}

async fn opened(owner: &Visitor) -> String {
    owner.get(LOOK).await.is(200).field("from")
}

/// The address of a page's styles.
fn styles(html: &str) -> String {
    html.split_once("rel=\"stylesheet\" href=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
}

/// A file with a picture of one colour.
fn picture(width: u32, format: ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    let image = image::DynamicImage::from(RgbaImage::from_pixel(width, 96, Rgba([90, 20, 140, 255])));
    image.to_rgb8().write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// The address of a page's logo.
fn logo(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("<img class=\"logo\" src=\"")?;
    rest.split_once('"').map(|(address, _)| address.to_owned())
}

stories! {
    async fn an_owner_gives_the_service_its_words_and_colours(world: World) {
        let world = world.riverside().await;
        let (olive, nadia) = (world.signed_in(OLIVE).await, world.visitor());
        let plain = nadia.get("/riverside").await.is(200);
        assert!(styles(&plain.html).starts_with("/assets/heard.css?"));
        nadia.get("/riverside/privacy").await.is(200).says("How private is a survey?").hides("Riverside Council");
        let from = opened(&olive).await;
        assert_eq!(olive.post(LOOK, &typed(&from, &[])).await.leads(), LOOK);
        let front = nadia.get("/riverside").await.is(200).says("Riverside Music").says("<p>We listen.</p>");
        let sheet = styles(&front.html);
        assert!(sheet.starts_with("/assets/look/5b1f8a-"), "{sheet}");
        assert_eq!(front.html.matches("stylesheet").count(), 1, "colours cost no request");
        let css = nadia.get(&sheet).await.is(200).says("--main: #5B1F8A;").hides("#0a5163");
        assert_eq!(css.headers["content-type"], "text/css; charset=utf-8");
        assert!(css.headers["cache-control"].to_str().unwrap().contains("immutable"));
        let privacy = nadia.get("/riverside/privacy").await.is(200).says("data controller").says("ask@riverside.example");
        assert_eq!(styles(&privacy.says("How private is a survey?").html), sheet);
        world.pass(1_001);
        for page in [SURVEY, "/riverside/plan", "/riverside/tell-me", "/riverside/plan/answers/music_and_your_family"] {
            let page = nadia.get(page).await.is(200).says(r#"href="/riverside/privacy""#);
            assert_eq!(styles(&page.html), sheet);
        }
        let told = world.column("select detail from audit where action = 'look changed'").await;
        assert_eq!(told, ["name, welcome, contact, privacy, colours"]);
        // What was left out goes on following what was chosen.
        let page = olive.get(LOOK).await;
        assert_eq!(["buttons", "buttons_dark", "accent", "accent_dark"].map(|field| page.field(field)), ["#5b1f8a", "", "", ""]);
        // The same again changes nothing, and is no line.
        let from = opened(&olive).await;
        olive.post(LOOK, &typed(&from, &[])).await.leads();
        assert_eq!(world.column("select detail from audit where action = 'look changed'").await.len(), 1);
    }

    async fn a_colour_that_is_hard_to_read_is_refused_with_one_that_is_not(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        let from = opened(&olive).await;
        let failing = [("buttons", "#0a8fb0"), ("accent", "red"), ("name", "Kept as typed")];
        let page = olive.post(LOOK, &typed(&from, &failing)).await.is(422);
        let page = page.says("of at least 7 to 1").says("Write a colour as #").says("Kept as typed").says("#0a8fb0");
        let instead = page.html.split_once("that does: ").unwrap().1[..7].to_owned();
        assert_eq!(world.column("select colours from look where colours is not null").await, [""; 0]);
        olive.post(LOOK, &typed(&from, &[("buttons", &instead)])).await.leads();
        olive.get(LOOK).await.is(200).says(&instead);
        // Whoever writes addresses by hand gets no other colours either.
        for bad in ["ffffff-92d6e4-e8623f-ff9473", "0a5163", "0A5163-92d6e4-e8623f-ff9473", "..%2fheard.css"] {
            olive.get(&format!("/assets/look/{bad}")).await.is(404);
        }
    }

    async fn words_are_shown_as_they_were_typed_and_have_their_limits(world: World) {
        let world = world.riverside().await;
        let (olive, nadia) = (world.signed_in(OLIVE).await, world.visitor());
        let from = opened(&olive).await;
        let long = "a".repeat(2_001);
        let page = olive.post(LOOK, &typed(&from, &[("name", " "), ("welcome", &long)])).await.is(422);
        page.says("Say what people call you.").says("Make it shorter").says(&long);
        olive.post(LOOK, &[("from", &from), ("colour", "#000000")]).await.is(400);
        let hostile = "<script>alert(1)</script>";
        let fields = [("name", hostile), ("welcome", hostile), ("contact", hostile), ("privacy", hostile)];
        olive.post(LOOK, &typed(&from, &fields)).await.leads();
        for page in ["/riverside", "/riverside/privacy"] {
            nadia.get(page).await.is(200).hides("<script>alert").says("&lt;script&gt;alert(1)");
        }
        olive.get(LOOK).await.is(200).hides("<script>alert");
        nadia.get("/nowhere/privacy").await.is(404);
    }

    async fn two_owners_at_once_are_told_and_others_cannot_change_it(world: World) {
        let world = world.riverside().await;
        let (olive, other) = (world.signed_in(OLIVE).await, world.signed_in(OLIVE).await);
        let from = opened(&olive).await;
        other.post(LOOK, &typed(&from, &[("welcome", "The other was first.")])).await.leads();
        let page = olive.post(LOOK, &typed(&from, &[("welcome", "Mine.")])).await.is(409);
        let page = page.says("It changed meanwhile").says("Mine.");
        olive.post(LOOK, &typed(&page.field("from"), &[("welcome", "Mine.")])).await.leads();
        world.visitor().get("/riverside").await.says("Mine.").hides("The other");
        let ed = world.signed_in(ED).await;
        ed.get(LOOK).await.is(403);
        ed.post(LOOK, &typed(&from, &[])).await.is(403);
        // Another service keeps its own.
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.visitor().get("/hillside").await.is(200).hides("Mine.").hides("/assets/look/");
        olive.get("/staff/hillside/look").await.is(404);
    }

    async fn a_logo_is_written_anew_and_stands_on_every_page(world: World) {
        let world = world.riverside().await;
        let (olive, nadia) = (world.signed_in(OLIVE).await, world.visitor());
        olive.get(LOOK).await.is(200).says(LOGO);
        let mut file = picture(960, ImageFormat::Png);
        file.extend_from_slice(b"<script>alert(1)</script>");
        assert_eq!(olive.upload(LOGO, &[("file", "logo.png", &file)]).await.leads(), LOGO);
        let address = logo(&olive.get(LOGO).await.is(200).html).unwrap();
        assert!(address.starts_with("/riverside/logo/") && address.ends_with("-400x40"), "{address}");
        world.pass(1_001);
        let one_page = world.publish(ONE_PAGE).await;
        let key = nadia.get(&one_page).await.field("@response");
        let fields = [("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")];
        let receipt = nadia.post(&one_page, &fields).await.leads();
        for page in ["/riverside", "/riverside/privacy", SURVEY, "/riverside/plan", "/riverside/tell-me", &receipt] {
            assert_eq!(logo(&nadia.get(page).await.is(200).html).as_ref(), Some(&address), "{page}");
        }
        let served = nadia.get(&address).await.is(200).hides("<script");
        assert!(["image/png", "image/jpeg"].contains(&served.headers["content-type"].to_str().unwrap()));
        assert!(served.headers["cache-control"].to_str().unwrap().contains("immutable"));
        assert_eq!(served.headers["x-content-type-options"], "nosniff");
        // Another takes its place, and the old address is none any more.
        olive.upload(LOGO, &[("file", "logo.jpg", &picture(400, ImageFormat::Jpeg))]).await.leads();
        assert_ne!(logo(&nadia.get("/riverside").await.html).unwrap(), address);
        nadia.get(&address).await.is(404);
        olive.upload(LOGO, &[("do", "", b"remove")]).await.leads();
        assert_eq!(logo(&nadia.get("/riverside").await.html), None);
        let told = world.column("select detail from audit where action = 'look changed'").await;
        assert_eq!(told, ["logo", "logo", "logo"]);
    }

    async fn what_is_no_logo_is_refused_with_advice(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        let png = picture(96, ImageFormat::Png);
        let mut claims = png.clone();
        claims[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        for (file, why) in [
            (&b""[..], "Choose a file first"),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no picture that we can read"),
            (&png[..png.len() / 2], "no picture that we can read"),
            (&vec![b'x'; 3 << 20], "2 MB at most"),
            (&claims, "picture"),
        ] {
            olive.upload(LOGO, &[("file", "logo.png", file)]).await.is(422).says(why);
        }
        olive.upload(LOGO, &[("other", "logo.png", &png)]).await.is(400);
        assert_eq!(world.rows("logo").await, 0);
        for bad in ["../look", "0000000000000000-1x1", "%3Cscript%3E"] {
            world.visitor().get(&format!("/riverside/logo/{bad}")).await.is(404);
        }
        world.signed_in(ED).await.upload(LOGO, &[("file", "logo.png", &png)]).await.is(403);
    }
}
