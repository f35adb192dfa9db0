//! Just enough reading of HTML to look for rules in what maud writes: it always closes tags and quotes attributes.

use heard_core::answer::Typed;

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

/// The form that a browser would post, if nothing were changed.
pub fn posted(html: &str) -> Typed {
    let mut posted = Vec::new();
    let mut list: Option<String> = None;
    for tag in tags(html) {
        let field = tag.get("name").unwrap_or_default().to_owned();
        let value = unescaped(tag.get("value").unwrap_or_default());
        let is_on = tag.get("checked").is_some();
        match (&*tag.name, tag.get("type")) {
            ("input", Some("radio" | "checkbox")) if is_on => posted.push((field, value)),
            ("input", Some("text")) => posted.push((field, value)),
            ("textarea", _) => {
                let inside = html.split_once("<textarea").and_then(|(_, rest)| rest.split_once(">\n")).unwrap().1;
                posted.push((field, unescaped(inside.split_once("</textarea>").unwrap().0)));
            }
            ("select", _) => list = Some(field),
            // The first option of a list is chosen until another is.
            ("option", _) => {
                if let Some(field) = list.take() {
                    posted.push((field, value));
                } else if tag.get("selected").is_some() {
                    posted.last_mut().unwrap().1 = value;
                }
            }
            _ => {}
        }
    }
    posted.into_iter().collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
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
