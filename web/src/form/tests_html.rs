//! Just enough reading of HTML to look for rules in what maud writes: it always closes tags and quotes attributes.

/// An opening tag.
pub struct Tag {
    pub name: String,
    /// Names with values; a bare attribute has an empty one.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }
}

/// The opening tags, in their order.
pub fn tags(html: &str) -> Vec<Tag> {
    html.split('<').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())).map(tag).collect()
}

fn tag(rest: &str) -> Tag {
    let (name, mut rest) = rest.split_at(rest.find([' ', '>']).expect("every tag ends"));
    let mut attributes = Vec::new();
    while let Some(attribute) = rest.strip_prefix(' ') {
        let end = attribute.find(['=', ' ', '>']).expect("every tag ends");
        let (known, after) = attribute.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("every value is closed"),
            None => ("", after),
        };
        attributes.push((known.to_owned(), value.to_owned()));
        rest = after;
    }
    Tag { name: name.to_owned(), attributes }
}
