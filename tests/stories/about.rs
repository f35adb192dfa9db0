//! What we say about ourselves stands at the foot of every page, and is true.

use heard::about::COOKIES;

use crate::{stories, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";

stories! {
    async fn a_mother_reads_what_happens_with_what_she_tells_us(world: World) {
        let mut world = world.riverside().await;
        let amina = world.visitor();
        for page in ["/", "/riverside", "/riverside/plan", SURVEY, "/nothing", "/staff/sign-in"] {
            amina.get(page).await.says(r#"<a href="/accessibility">"#).says(r#"/privacy">Privacy</a>"#);
        }
        amina.get("/privacy").await.is(200).says("What happens with what you tell us").says("14 days")
            .says("Ask the music service that asks you").hides("mailto:");
        amina.get("/accessibility").await.is(200).says("No disabled person has tested");
        amina.get("/privacy?lang=ur").await.leads();
        amina.get("/privacy").await.is(200).says(r#"<html lang="ur" dir="rtl">"#).says("ہم آپ کا نام نہیں پوچھتے۔")
            .says(r#"<div lang="en" dir="ltr">"#);

        world.restart_with(|config| config.contact = Some("hello@riverside.example".to_owned())).await;
        for page in ["/accessibility", "/privacy"] {
            world.visitor().get(page).await.is(200).says(r#"<a href="mailto:hello@riverside.example">"#);
        }
    }

    /// The notice says how long a draft's cookie stays: as long as the draft.
    async fn cookies_stay_as_long_as_the_notice_says(world: World) {
        let world = world.riverside().await;
        let amina = world.visitor();
        let began = amina.post(&format!("{SURVEY}/start"), &[]).await;
        let tablet = world.visitor().post(&format!("{SURVEY}/tablet"), &[]).await;
        let mut pages = vec![began, tablet];
        for path in ["/?lang=pl", "/?easy_read=on", "/?read_aloud=on", "/staff/enter/abc", "/staff/riverside", &format!("{SURVEY}/invited/abc"), "/vote/slip/abc"] {
            pages.push(amina.get(path).await);
        }
        // What a page takes away stays no time.
        let cookies = pages
            .iter()
            .flat_map(|page| page.headers.get_all("set-cookie"))
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .filter(|cookie| !cookie.contains("Max-Age=0"))
            .collect::<Vec<_>>();
        for known in COOKIES.iter().filter(|known| !["session", "member"].contains(&known.name)) {
            let set = cookies.iter().find(|set| set.starts_with(&format!("{}=", known.name))).expect(known.name);
            let seconds = set.split_once("Max-Age=").map(|(_, rest)| rest.split(';').next().unwrap().parse().unwrap());
            assert_eq!(seconds, known.seconds, "{set}");
        }
    }
}
