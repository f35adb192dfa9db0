//! The pure domain of Heard: what a survey is, what an answer means, which section comes next, what a figure is worth
//! and whether it may be shown. Everything here is a function of its arguments.
//!
//! Deliberately absent: clocks, randomness, SQL, HTML, network, files, threads. Time and randomness are passed in.

pub mod age;
pub mod answer;
pub mod apart;
pub mod area;
pub mod audience;
pub mod colour;
pub mod comparable;
pub mod condition;
pub mod date;
pub mod disclosure;
pub mod equality;
mod faults;
pub mod interchange;
mod json;
mod labels;
pub mod lint;
pub mod minding;
pub mod minutes;
pub mod paper;
pub mod participation;
pub mod picture;
pub mod piping;
pub mod plan;
pub mod poll;
pub mod question;
pub mod quoting;
mod reach;
pub mod response;
pub mod results;
pub mod route;
pub mod spoken;
pub mod survey;
pub mod text;
pub mod ticked;
pub mod translating;
mod typed;
pub mod typed_in;
pub mod update;
mod visible;
pub mod walk;
pub mod wave;
pub mod whole;
pub mod wording;
