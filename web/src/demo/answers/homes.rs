//! Where the made-up families live: the English postcodes of `postcodes.csv` that are still in use.

use serde::Deserialize;

use heard_core::area;

const POSTCODES: &str = include_str!("../postcodes.csv");

/// The code of England among the countries.
const ENGLAND: &str = "E92000001";

/// The number of neighbourhoods that the English Indices of Deprivation 2025 rank.
const NEIGHBOURHOODS: u32 = 33_755;

/// A postcode, and how deprived the neighbourhood around it is.
pub(super) struct Home {
    pub(super) postcode: String,
    /// 1 is the most deprived tenth of England, 10 the least.
    pub(super) decile: u8,
}

/// The columns of the directory that matter here.
#[derive(Deserialize)]
struct Row {
    #[serde(rename = "pcds")]
    postcode: String,
    #[serde(rename = "doterm")]
    ended: Option<String>,
    #[cfg(test)]
    #[serde(rename = "lad26cd")]
    district: String,
    #[serde(rename = "ctry26cd")]
    country: String,
    #[serde(rename = "imd25ind")]
    rank: Option<u32>,
}

/// Every home that a family can live in.
pub(super) fn lived_in() -> Vec<Home> {
    rows()
        .filter(|row| row.ended.is_none() && row.country == ENGLAND)
        .filter_map(|row| Some(Home { decile: area::decile(row.rank?, NEIGHBOURHOODS)?, postcode: row.postcode }))
        .collect()
}

fn rows() -> impl Iterator<Item = Row> {
    let rows = csv::Reader::from_reader(POSTCODES.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("the bundled sample is read by a test in every build"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_homes_in_every_kind_of_neighbourhood() {
        let homes = lived_in();
        assert!(homes.len() > 350);
        let deciles: BTreeSet<_> = homes.iter().map(|home| home.decile).collect();
        assert_eq!(deciles, (1..=10).collect());
    }

    #[test]
    fn every_english_district_has_a_name() {
        let districts = include_str!("../districts.csv").lines().skip(1);
        let named: BTreeSet<_> = districts.filter_map(|line| Some(line.split_once(',')?.0.to_owned())).collect();
        let lived_in: BTreeSet<_> = rows().filter(|row| row.country == ENGLAND).map(|row| row.district).collect();
        assert_eq!(lived_in, named);
        assert_eq!(named.len(), 10);
    }

    #[test]
    fn the_sample_has_what_an_import_has_to_tell_apart() {
        assert!(rows().any(|row| row.postcode == "RV1 9ZZ" && row.ended.is_some()), "a postcode that ended");
        for country in ["W92000004", "S92000003", "N92000002"] {
            // Each country ranks its own neighbourhoods: such a rank says nothing of a decile of England.
            assert!(rows().any(|row| row.country == country && row.rank.is_some()), "{country}");
        }
        for islands in ["L93000001", "M83000003"] {
            assert!(rows().any(|row| row.country == islands && row.rank.is_none()), "{islands}");
        }
    }
}
