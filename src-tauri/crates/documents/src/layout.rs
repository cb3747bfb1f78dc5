//! What is said, set on pages: every glyph in its place, and the tree that says what each is.
//!
//! Points throughout, counted from the top left corner of the page. The press turns this into a
//! file; nothing here knows what kind of file.

mod bands;
mod check;
mod clean;
mod columns;
mod leaves;
mod lines;
mod margins;
mod paginate;
mod sheet;
mod table;
mod tongue;
mod tree;
mod words;

pub use check::{Fault, check};
pub(crate) use clean::shown;
pub use lines::{Glyph, Line, Run};
pub use sheet::SHEET;
pub use tree::{Node, Numbering, Role, Scope, Tree};

use crate::content::{Document, Leaf, Section};
use crate::faces::{FaceFault, Faces};
use leaves::Setter;
use sheet::Measures;
use words::Words;

/// Why a document cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unset {
    /// No box is ever printed in place of a letter of somebody's name.
    #[error("no typeface has the character U+{:04X}", u32::from(*.0))]
    Missing(char),
    #[error("the shaper refused a word")]
    Unshaped,
    #[error(transparent)]
    Face(#[from] FaceFault),
}

/// Where in a document something stands, in numbers, so that an error names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The title, the marking and the other words of every page.
    Margin,
    /// The nth leaf of the cover, counted from one.
    Cover(usize),
    /// The nth leaf of a section, both counted from one; leaf 0 is the section's name.
    Section(usize, usize),
}

/// A document set on pages.
pub struct Pages {
    pub title: String,
    pub author: String,
    pub language: String,
    pub pages: Vec<Page>,
    pub tree: Tree,
    /// The sections' names, in order, with the page each starts on and how far down.
    pub outline: Vec<(String, usize, f32)>,
}

/// One page.
#[derive(Default)]
pub struct Page {
    pub items: Vec<Placed>,
}

/// Something on a page, and the frame that it has to stay in.
#[derive(Clone)]
pub struct Placed {
    pub owner: Owner,
    pub frame: Frame,
    pub item: Item,
}

/// What an item belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// A node of the tag tree.
    Node(usize),
    Header,
    Footer,
    /// A table's head, said again on a later page.
    Repeat,
    /// Lines and shades, which say nothing.
    Ornament,
}

/// A rectangle on the page.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Frame {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// Something that the press can draw.
#[derive(Clone)]
pub enum Item {
    Text {
        x: f32,
        baseline: f32,
        line: Line,
    },
    /// A straight line; grey from 0 (black) to 1 (white).
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        weight: f32,
        grey: f32,
    },
    /// The whole frame, shaded.
    Shade {
        grey: f32,
    },
    /// Pen strokes, already on the page.
    Ink {
        strokes: Vec<Vec<(f32, f32)>>,
        weight: f32,
    },
}

/// The setting of several documents, which say most of the same words: each is shaped once.
pub struct Compositor<'f>(Words<'f>);

impl<'f> Compositor<'f> {
    /// One who has set nothing yet.
    pub fn new(faces: &'f Faces) -> Self {
        Self(Words::new(faces))
    }

    /// Sets a document on A4 pages; what was set before changes nothing about it.
    ///
    /// # Errors
    /// The place of what could not be set, and why.
    pub fn set(&mut self, document: &Document) -> Result<Pages, (Place, Unset)> {
        set_with(&mut self.0, document)
    }
}

/// Sets one document on A4 pages.
///
/// # Errors
/// The place of what could not be set, and why.
pub fn set(document: &Document, faces: &Faces) -> Result<Pages, (Place, Unset)> {
    Compositor::new(faces).set(document)
}

fn set_with(words: &mut Words<'_>, document: &Document) -> Result<Pages, (Place, Unset)> {
    let measures = Measures::of(document.form);
    let margins = margins::Margins::set(document, words, &measures);
    let margins = margins.map_err(|why| (Place::Margin, why))?;
    let first = columns::first(margins.body(), &measures);
    let mut setter = Setter::new(words, first, measures);
    setter
        .title(&document.title)
        .map_err(|why| (Place::Margin, why))?;
    leaves_of(&mut setter, &document.cover, Place::Cover)?;
    for (n, section) in document.sections.iter().enumerate() {
        let place = |leaf| Place::Section(n + 1, leaf);
        setter.section(section).map_err(|why| (place(0), why))?;
        leaves_of(&mut setter, section, place)?;
    }
    let (tree, bands, heads) = setter.done();
    let dealt = paginate::paginate(bands, &heads, first);
    let (mut pages, outline) = columns::side_by_side(dealt, margins.body(), &measures);
    margins
        .print(&mut pages, words)
        .map_err(|why| (Place::Margin, why))?;
    let (title, author) = (document.title.clone(), document.author.clone());
    Ok(Pages {
        title,
        author,
        language: document.language.clone(),
        pages,
        tree,
        outline,
    })
}

fn leaves_of(
    setter: &mut Setter<'_, '_>,
    section: &Section,
    place: impl Fn(usize) -> Place,
) -> Result<(), (Place, Unset)> {
    let mut set = |(n, leaf): (usize, &Leaf)| setter.leaf(leaf).map_err(|why| (place(n + 1), why));
    section.leaves.iter().enumerate().try_for_each(&mut set)
}
