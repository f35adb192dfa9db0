//! What was deleted cannot be read any more: not on a page, and not in the files either.

use std::{fs, path::Path};

use crate::{stories, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const WORDS: &str = "a bassoon under the stairs";

/// The names of the database's files that hold the words. A cluster's files are its own business.
pub fn files_with(world: &World, words: &str) -> Vec<String> {
    let Some(database) = world.database().strip_prefix("sqlite:") else { return Vec::new() };
    let folder = Path::new(database).parent().unwrap();
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let holds = |path: &Path| fs::read(path).unwrap().windows(words.len()).any(|bytes| bytes == words.as_bytes());
    files.filter(|path| holds(path)).map(|path| path.display().to_string()).collect()
}

stories! {
    async fn withdrawn_words_are_in_no_file(world: World) {
        let mut world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        for (section, fields) in [
            ("family", vec![("who", "never"), ("children_count", "one")]),
            ("child_1", vec![]),
            ("music", vec![]),
            ("welcome", vec![]),
            ("barriers", vec![("barriers", "other")]),
            ("your_words", vec![("barriers_other", WORDS)]),
            ("about_children", vec![]),
            ("about_you", vec![]),
            ("place", vec![]),
        ] {
            nadia.post(&format!("{SURVEY}/{section}"), &fields).await.leads();
        }
        let receipt = nadia.send(SURVEY).await.leads();
        assert!(world.everything().await.contains(WORDS));
        assert!(!world.database().starts_with("sqlite:") || !files_with(&world, WORDS).is_empty(), "the test can see them");
        nadia.post(&format!("{receipt}/withdraw"), &[]).await.is(200);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(files_with(&world, WORDS), Vec::<String>::new());
        assert!(!world.everything().await.contains(WORDS));
        world.restart().await;
        assert_eq!(files_with(&world, WORDS), Vec::<String>::new());
    }

    async fn the_last_words_are_gone_when_the_server_has_stopped(world: World) {
        let mut world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        nadia.post(&format!("{SURVEY}/your_words"), &[("one_change", WORDS)]).await.leads();
        nadia.post(&format!("{SURVEY}/stop"), &[]).await.is(200);
        world.restart().await;
        assert_eq!(files_with(&world, WORDS), Vec::<String>::new());
    }
}
