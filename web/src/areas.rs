//! The postcode lookup: the ONS Postcode Directory as published, with deprivation deciles, and the names of districts.

use std::{collections::BTreeMap, io::Read};

use heard_core::area::{Place, Postcode, decile};

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    /// The units of an outward code: the only part of a postcode that reaches the database.
    UNITS = "select edition, units from postcode_units where outward = $1";
    FORGET_UNITS = "delete from postcode_units";
    ADD_UNITS = "insert into postcode_units (outward, edition, units) values ($1, $2, $3)";
    NAME_AREA = "insert into area (code, name) values ($1, $2) on conflict (code) do update set name = excluded.name";
    NAMES = "select code, name from area order by name";
}

/// What a postcode is reduced to; `None` when the directory does not hold it.
pub async fn find(tx: &mut Tx, postcode: &Postcode) -> Result<Option<Place>, Error> {
    let row: Option<(String, String)> = maybe!(tx, UNITS, postcode.outward())?;
    Ok(row.and_then(|(edition, units)| {
        let unit = units.split(';').find_map(|unit| unit.strip_prefix(postcode.inward()))?;
        let (area, decile) = unit.trim_start().split_once(' ')?;
        Some(Place { area: area.to_owned(), decile: decile.parse().ok(), edition })
    }))
}

/// The names of areas by code.
pub async fn names(tx: &mut Tx) -> Result<BTreeMap<String, String>, Error> {
    let rows: Vec<(String, String)> = all!(tx, NAMES)?;
    Ok(rows.into_iter().collect())
}

/// What an import took in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Postcodes in use, with a district in England or a country elsewhere.
    pub postcodes: usize,
    /// Postcodes that have ended: people still write them, so they are kept with the district that they were in.
    pub ended: usize,
    /// Rows that were passed over: no postcode or no district in them.
    pub skipped: usize,
}

/// Replaces the lookup by a file in the layout of the ONS Postcode Directory. `edition` is stored with every place
/// that it gives.
pub async fn import(tx: &mut Tx, file: impl Read, edition: &str) -> Result<Imported, Error> {
    let (outwards, imported) = read_directory(file)?;
    if imported.postcodes == 0 || edition.trim().is_empty() {
        return Err(Error::Refused("The file has no postcodes, or the edition no name. The lookup is as it was."));
    }
    execute!(tx, FORGET_UNITS)?;
    for (outward, units) in outwards {
        execute!(tx, ADD_UNITS, outward, edition, units.join(";"))?;
    }
    Ok(imported)
}

/// Takes the names of areas from a file of `code,name` rows with a header.
pub async fn import_names(tx: &mut Tx, file: impl Read) -> Result<usize, Error> {
    let mut rows = 0;
    for row in csv::Reader::from_reader(file).into_deserialize::<(String, String)>() {
        let (code, name) = row.map_err(|e| Error::fault("names of areas", e))?;
        execute!(tx, NAME_AREA, code, name)?;
        rows += 1;
    }
    Ok(rows)
}

/// The code that the directory gives to England.
const ENGLAND: &str = "E92000001";

type Outwards = BTreeMap<String, Vec<String>>;

fn read_directory(file: impl Read) -> Result<(Outwards, Imported), Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let columns = Columns::find(reader.headers().map_err(|e| Error::fault("postcode directory", e))?)?;
    let mut outwards = Outwards::new();
    let mut imported = Imported::default();
    for record in reader.into_records() {
        let record = record.map_err(|e| Error::fault("postcode directory", e))?;
        let Some((postcode, area, decile)) = columns.place(&record) else {
            imported.skipped += 1;
            continue;
        };
        let decile = decile.map_or("-".to_owned(), |decile| decile.to_string());
        let units = outwards.entry(postcode.outward().to_owned()).or_default();
        units.push(format!("{} {area} {decile}", postcode.inward()));
        if columns.has_ended(&record) { imported.ended += 1 } else { imported.postcodes += 1 }
    }
    Ok((outwards, imported))
}

/// Where the columns that we read stand. Their names change between editions of the directory.
struct Columns {
    postcode: usize,
    district: usize,
    country: usize,
    ended: usize,
    rank: usize,
    /// How many neighbourhoods the ranks of the column run to.
    ranks: u32,
}

impl Columns {
    fn find(headers: &csv::StringRecord) -> Result<Self, Error> {
        let names: Vec<String> =
            headers.iter().map(|h| h.trim_start_matches('\u{feff}').trim().to_ascii_lowercase()).collect();
        let position = |matches: &dyn Fn(&str) -> bool| names.iter().position(|name| matches(name));
        let column = |what: &str, matches: &dyn Fn(&str) -> bool| {
            position(matches).ok_or_else(|| Error::Fault(format!("the file has no column {what}")))
        };
        // The newest indices come first; an older edition has the 2019 ranks alone, under the bare name.
        let rank_2025 = position(&|name| name == "imd25ind");
        let rank = match rank_2025 {
            Some(column) => column,
            None => column("imd25ind, imd20ind, imd19ind or imd", &|n| matches!(n, "imd20ind" | "imd19ind" | "imd"))?,
        };
        Ok(Self {
            postcode: column("pcds", &|name| matches!(name, "pcds" | "pcd8" | "pcd7" | "pcd"))?,
            district: column("oslaua or lad..cd", &|n| matches!(n, "oslaua" | "laua") || is_dated(n, "lad", "cd"))?,
            country: column("ctry or ctry..cd", &|n| n == "ctry" || is_dated(n, "ctry", "cd"))?,
            ended: column("doterm", &|name| name == "doterm")?,
            rank,
            ranks: if rank_2025.is_some() { 33_755 } else { 32_844 },
        })
    }

    fn has_ended(&self, record: &csv::StringRecord) -> bool {
        record.get(self.ended).is_some_and(|day| !day.trim().is_empty())
    }

    fn place<'r>(&self, record: &'r csv::StringRecord) -> Option<(Postcode, &'r str, Option<u8>)> {
        let field = |column| record.get(column).map(str::trim).filter(|value| !value.is_empty());
        let postcode = Postcode::parse(field(self.postcode)?)?;
        let country = field(self.country)?;
        if country != ENGLAND {
            return Some((postcode, country, None));
        }
        let rank = field(self.rank).and_then(|rank| rank.parse().ok());
        Some((postcode, field(self.district)?, rank.and_then(|rank| decile(rank, self.ranks))))
    }
}

/// Whether a name is `start`, two digits of a year, `end`.
fn is_dated(name: &str, start: &str, end: &str) -> bool {
    let year = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    year.is_some_and(|year| year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_in_old_and_new_editions() {
        for (header, expect) in [
            ("pcds,doterm,oslaua,ctry,imd", Some(32_844)),
            ("pcd7,pcd8,pcds,dointr,doterm,lad25cd,ctry25cd,imd20ind,imd25ind", Some(33_755)),
            ("pcds,doterm,lad23cd,ctry23cd,imd19ind", Some(32_844)),
            ("pcds,doterm,ctry,imd", None),
        ] {
            let columns = Columns::find(&header.split(',').collect());
            assert_eq!(columns.ok().map(|columns| columns.ranks), expect, "{header}");
        }
    }

    #[test]
    fn rows_become_units_of_their_outward_code() {
        let file = "pcds,doterm,oslaua,ctry,imd\n\
            SG1 1AA,,E07000243,E92000001,1\n\
            SG1 1AB,199806,E07000243,E92000001,32844\n\
            CF10 1AA,,W06000015,W92000004,900\n\
            GY1 1AA,,,,\n";
        let (outwards, imported) = read_directory(file.as_bytes()).unwrap();
        assert_eq!(imported, Imported { postcodes: 2, ended: 1, skipped: 1 });
        assert_eq!(outwards["SG1"], ["1AA E07000243 1", "1AB E07000243 10"]);
        assert_eq!(outwards["CF10"], ["1AA W92000004 -"]);
    }
}
