//! Whoever is signed out while they write loses nothing of it.

use crate::{stories, world::World};

stories! {
    async fn what_was_written_comes_back_after_signing_in_again(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in("ed@riverside.example").await;
        let about = "/staff/riverside/surveys/music_and_you/about";
        let opened = ed.post("/staff/riverside/surveys/music_and_you/draft", &[]).await.leads();
        assert!(opened.contains("music_and_you"), "{opened}");
        let form = ed.get(about).await.is(200);
        let from = form.field("from");
        world.tamper("delete from session").await;
        let said = "Two lines\nand a \"quote\" & <b>signs</b>";
        let page = ed.post(about, &[("from", &from), ("title", "Music and all of you"), ("welcome", said)]).await.is(401);
        let page = page.says("You are signed out").says("Send it again").says("value=\"Music and all of you\"").hides("<b>");
        assert!(page.html.contains("name=\"welcome\" value=\"Two lines\nand a &quot;quote&quot; &amp; &lt;b&gt;signs&lt;/b&gt;\""), "{}", page.html);
        assert!(page.html.contains(&format!("action=\"{about}\"")), "{}", page.html);
        // Nothing of the service is on it, and nothing was saved.
        page.hides("Riverside");
        // A stranger gets back what they sent, and no more; a form without a field has nothing to keep.
        world.visitor().post("/staff/riverside/look", &[("name", "X")]).await.is(401).says("value=\"X\"").hides("Riverside");
        world.visitor().post("/staff/riverside/surveys/music_and_you/draft", &[]).await.is(401).says("Please sign in");
    }
}
