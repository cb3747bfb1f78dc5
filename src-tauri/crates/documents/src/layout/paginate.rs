//! Bands dealt out to pages.

use super::bands::{Band, Bond};
use super::{Frame, Owner, Page, Placed};

pub(super) type Outline = Vec<(String, usize, f32)>;

/// Fills pages from the top, keeping together what holds together and repeating tables' heads.
pub(super) fn paginate(bands: Vec<Band>, heads: &[Band], body: Frame) -> (Vec<Page>, Outline) {
    let mut dealer = Dealer {
        heads,
        body,
        y: body.top,
        empty: true,
        seam: None,
        pages: vec![Page::default()],
        outline: Vec::new(),
    };
    let mut rest = &bands[..];
    while let Some(first) = rest.first() {
        if first.fresh {
            dealer.turn();
        }
        let taken = dealer.next_chain(rest);
        rest[..taken].iter().for_each(|band| dealer.place(band));
        rest = &rest[taken..];
    }
    (dealer.pages, dealer.outline)
}

struct Dealer<'a> {
    heads: &'a [Band],
    body: Frame,
    y: f32,
    /// Whether nothing but a repeated head stands on the page.
    empty: bool,
    seam: Option<Placed>,
    pages: Vec<Page>,
    outline: Outline,
}

impl Dealer<'_> {
    /// How many bands to place now, after turning the page if they need a new one. What is taller
    /// than a page is dealt with its firm bonds only, and what is taller even so, band by band.
    fn next_chain(&mut self, rest: &[Band]) -> usize {
        let fits_a_page = |n: &usize| height(&rest[..*n]) <= self.capacity(&rest[0]);
        let chains = [chain(rest, Bond::Loose), chain(rest, Bond::Firm)];
        let taken = chains.into_iter().find(fits_a_page).unwrap_or(1);
        let before = if self.empty { 0.0 } else { rest[0].before };
        if !self.empty && self.y + before + height(&rest[..taken]) > self.body.bottom {
            self.turn();
        }
        taken
    }

    fn capacity(&self, first: &Band) -> f32 {
        let head = first.head.map_or(0.0, |head| self.heads[head].height);
        self.body.bottom - self.body.top - head
    }

    /// Starts a new page, unless this one is still empty.
    fn turn(&mut self) {
        if self.empty {
            return;
        }
        if let Some(seam) = self.seam.take() {
            self.page().items.push(seam);
        }
        self.pages.push(Page::default());
        self.y = self.body.top;
        self.empty = true;
    }

    fn place(&mut self, band: &Band) {
        if !self.empty {
            self.y += band.before;
        } else if let Some(head) = band.head {
            let again = self.heads[head].clone();
            self.print(again.items.into_iter().map(|item| Placed {
                owner: said_again(item.owner),
                ..item
            }));
            self.y += again.height;
        }
        if let Some(name) = &band.name {
            self.outline
                .push((name.clone(), self.pages.len() - 1, self.y));
        }
        self.print(band.items.iter().cloned());
        self.y += band.height;
        self.empty = false;
        self.seam = band.seam.clone().map(|seam| seam.down(self.y));
    }

    fn print(&mut self, items: impl Iterator<Item = Placed>) {
        let y = self.y;
        self.page().items.extend(items.map(|item| item.down(y)));
    }

    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }
}

/// How many bands from the first hold together with at least this bond.
fn chain(bands: &[Band], bond: Bond) -> usize {
    let held = bands.iter().take_while(|band| band.bond >= bond).count();
    (held + 1).min(bands.len())
}

fn height(bands: &[Band]) -> f32 {
    let air: f32 = bands.iter().skip(1).map(|band| band.before).sum();
    air + bands.iter().map(|band| band.height).sum::<f32>()
}

fn said_again(owner: Owner) -> Owner {
    match owner {
        Owner::Node(_) => Owner::Repeat,
        other => other,
    }
}
