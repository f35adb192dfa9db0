//! A page, taken apart.

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink as _};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A page's elements in the order of its text, and what the parser had to put right.
pub(crate) struct Document {
    pub elements: Vec<Element>,
    pub errors: Vec<String>,
}

/// An element.
pub(crate) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    /// The place of its parent among the elements.
    pub parent: Option<usize>,
    /// All text in it, blanks as they are.
    pub text: String,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub fn is(&self, names: &[&str]) -> bool {
        names.contains(&&*self.name)
    }

    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (&**name, &**value))
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split_whitespace().any(|own| own == class))
    }

    /// Something in a form that people set.
    pub fn is_control(&self) -> bool {
        self.is(&["select", "textarea"]) || self.name == "input" && self.get("type") != Some("hidden")
    }

    /// What names it in a fault.
    pub fn shown(&self) -> String {
        let name = self.get("id").or(self.get("name")).or(self.get("href")).map(str::to_owned);
        let words: String = self.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect();
        format!("<{}> {}", self.name, name.unwrap_or(words))
    }
}

impl Document {
    pub fn read(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut page = Self {
            elements: Vec::new(),
            errors: dom.errors.borrow().iter().map(std::string::ToString::to_string).collect(),
        };
        page.take(&dom.document, None);
        page
    }

    fn take(&mut self, node: &Handle, parent: Option<usize>) {
        let mut inside = parent;
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let attributes = attributes.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
                inside = Some(self.elements.len());
                self.elements.push(Element { name: name.local.to_string(), attributes, parent, text: String::new() });
            }
            NodeData::Text { contents } => {
                let text = contents.borrow().to_string();
                let mut around = parent;
                while let Some(at) = around {
                    self.elements[at].text.push_str(&text);
                    around = self.elements[at].parent;
                }
            }
            _ => {}
        }
        for child in node.children.borrow().iter() {
            self.take(child, inside);
        }
    }

    /// The elements with these names.
    pub fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = (usize, &'a Element)> {
        self.elements.iter().enumerate().filter(|(_, element)| element.is(names))
    }

    /// What an element stands in, from the nearest outwards.
    pub fn around(&self, at: usize) -> impl Iterator<Item = (usize, &Element)> {
        let mut next = self.elements[at].parent;
        std::iter::from_fn(move || {
            let at = next?;
            next = self.elements[at].parent;
            Some((at, &self.elements[at]))
        })
    }

    /// The nearest element of a name that this stands in.
    pub fn within(&self, at: usize, name: &str) -> Option<usize> {
        self.around(at).find(|(_, element)| element.name == name).map(|(at, _)| at)
    }

    pub fn by_id(&self, id: &str) -> Option<(usize, &Element)> {
        self.elements.iter().enumerate().find(|(_, element)| element.get("id") == Some(id))
    }
}
