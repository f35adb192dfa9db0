//! What people do with Heard, over HTTP, on both databases.
//!
//! Nadia's child does not take part; Paul's does. Olive owns the Riverside service, Ed edits, Ana analyses; Rita works
//! for another service. Mina is 8 and Jay 14; Ola reads Easy Read. Chandra chairs the youth council.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod device;
mod linking;
mod post_office;
mod visitor;
mod waves;
mod world;

mod about;
mod access;
mod answering;
mod apart;
mod bad_input;
mod ballots;
mod commands;
mod council;
mod door;
mod draw;
mod files;
mod forgetting;
mod ideas;
mod invitations;
mod inviting;
mod kept;
mod kinds;
mod languages;
mod letters;
mod look;
mod operating;
mod operator;
mod paces;
mod paper;
mod passkeys;
mod passkeys_refused;
mod planning;
mod plugins_apart;
mod plugins_author;
mod plugins_fair;
mod plugins_large;
mod plugins_life;
mod plugins_swap;
mod polls;
mod progress;
mod provenance;
mod quotes;
mod records;
mod relay;
mod results;
mod results_groups;
mod returning;
mod scoring;
mod sending;
mod sessions;
mod setting_up;
mod staff;
mod statements;
mod tablet;
mod tell_me;
mod twice;
mod typed_apart;
mod typing_in;
mod updates;
mod voices;
mod whole;
mod wordings;
mod writing;
mod young;
