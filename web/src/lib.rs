//! The server of Heard: pages, storage, scoring and the command line.
//!
//! A folder a feature, with its `router()` first; the rooms that features share stand beside them.

pub mod about;
pub mod apart;
pub mod app;
pub mod areas;
pub mod cli;
pub mod clock;
pub mod db;
pub mod demo;
pub mod error;
pub mod intake;
pub mod limits;
pub mod mail;
pub mod metrics;
pub mod pepper;
pub mod retention;
pub mod scoring;
pub mod server;

mod answering;
mod aside;
mod builder;
mod columns;
mod contact;
mod cookie;
mod councils;
mod decisions;
mod draws;
mod files;
mod form;
mod health;
mod invitations;
mod language;
mod mixing;
mod operator;
mod page;
mod paper;
mod plans;
mod plugins;
mod polls;
mod progress;
mod results;
mod seal;
mod services;
mod sign_up;
mod slips;
mod staff;
mod surveys;
mod tallies;
mod tell_me;
mod typed;
mod uploads;
mod voices;
mod waves;
mod wishes;
mod words;
