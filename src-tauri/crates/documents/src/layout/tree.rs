//! What each thing on the pages is, for those who listen to a document instead of looking at it.

/// The tag tree; node 0 is the document.
#[derive(Clone, PartialEq, Debug)]
pub struct Tree(Vec<Node>);

/// One branch.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    pub role: Role,
    pub parent: usize,
    pub kids: Vec<usize>,
    /// A language other than the document's, where the script shows it.
    pub tongue: Option<&'static str>,
}

/// What a node is.
#[derive(Clone, PartialEq)]
pub enum Role {
    Document,
    Section,
    /// From 1, the title, downwards, and never skipping a level.
    Heading(u8),
    Paragraph,
    List(Numbering),
    ListItem,
    ListLabel,
    ListBody,
    Table,
    TableHead,
    TableBody,
    Row,
    HeadCell(Scope),
    Cell,
    /// A drawing, with the words said in its place.
    Figure(String),
}

/// How a list is numbered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numbering {
    Decimal,
    Disc,
}

/// Whether a head cell speaks for what stands below it or beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    Column,
    Row,
}

impl Tree {
    pub(super) fn new() -> Self {
        let (kids, tongue) = (Vec::new(), None);
        Self(vec![Node {
            role: Role::Document,
            parent: 0,
            kids,
            tongue,
        }])
    }

    /// Grows a branch and answers with its number.
    pub(super) fn grow(&mut self, parent: usize, role: Role) -> usize {
        let branch = self.0.len();
        self.0.push(Node {
            role,
            parent,
            kids: Vec::new(),
            tongue: None,
        });
        self.0[parent].kids.push(branch);
        branch
    }

    pub(super) fn speak(&mut self, node: usize, tongue: Option<&'static str>) {
        self.0[node].tongue = tongue;
    }

    /// Every node, parents before their children.
    pub fn nodes(&self) -> &[Node] {
        &self.0
    }
}

impl std::fmt::Debug for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Document => "Document",
            Self::Section => "Section",
            Self::Heading(_) => "Heading",
            Self::Paragraph => "Paragraph",
            Self::List(_) => "List",
            Self::ListItem => "ListItem",
            Self::ListLabel => "ListLabel",
            Self::ListBody => "ListBody",
            Self::Table => "Table",
            Self::TableHead => "TableHead",
            Self::TableBody => "TableBody",
            Self::Row => "Row",
            Self::HeadCell(_) => "HeadCell",
            Self::Cell => "Cell",
            Self::Figure(_) => "Figure",
        })
    }
}
