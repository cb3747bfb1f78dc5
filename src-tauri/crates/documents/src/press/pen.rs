//! Items drawn with the operations of a page.

use super::Unpressed;
use super::cases::{Case, Cases};
use crate::faces::FaceId;
use crate::layout::{Frame, Glyph, Item, Line, Placed, Run, SHEET};
use printpdf::{
    Codepoint, Color, Greyscale, Line as Path, LinePoint, Op, PaintMode, PdfFontHandle, Point, Pt,
    Rect, Rgb, TextItem, TextMatrix,
};

/// Ink is dark blue, as of a pen, so that an eye tells it from print.
const INK: Color = Color::Rgb(Rgb {
    r: 0.04,
    g: 0.08,
    b: 0.35,
    icc_profile: None,
});

/// How far above the baseline a line goes through small letters, in ems.
const THROUGH: f32 = 0.26;

/// One page as it is drawn, and what a reader's pen is set to: that lasts to the end of the page and is said once.
#[derive(Default)]
pub(super) struct Sheet {
    pub ops: Vec<Op>,
    fill: Option<f32>,
    face: Option<(FaceId, f32)>,
}

impl Sheet {
    fn fill_with(&mut self, grey: f32) {
        if self.fill.replace(grey) != Some(grey) {
            self.ops.push(Op::SetFillColor { col: shade(grey) });
        }
    }

    fn write_in(&mut self, face: FaceId, size: f32, case: &Case) {
        if self.face.replace((face, size)) != Some((face, size)) {
            let font = PdfFontHandle::External(case.font.clone());
            let size = Pt(size);
            self.ops.push(Op::SetFont { font, size });
        }
    }
}

/// Draws one item whole.
pub(super) fn draw(sheet: &mut Sheet, placed: &Placed, cases: &Cases) -> Result<(), Unpressed> {
    match &placed.item {
        Item::Text { x, baseline, line } => {
            line.runs
                .iter()
                .try_for_each(|run| write(sheet, (*x, *baseline), line, run, cases))?;
            strike(&mut sheet.ops, (*x, *baseline), line);
        }
        Item::Rule {
            from,
            to,
            weight,
            grey,
        } => {
            let col = shade(*grey);
            sheet.ops.push(Op::SetOutlineColor { col });
            stroke(&mut sheet.ops, &[*from, *to], *weight);
        }
        Item::Shade { grey } => {
            sheet.fill_with(*grey);
            fill(&mut sheet.ops, placed.frame);
        }
        Item::Ink { strokes, weight } => {
            sheet.ops.push(Op::SetOutlineColor { col: INK });
            strokes
                .iter()
                .for_each(|points| stroke(&mut sheet.ops, points, *weight));
        }
    }
    Ok(())
}

/// Draws the line through words that no longer stand.
pub(super) fn strike(ops: &mut Vec<Op>, (x, baseline): (f32, f32), line: &Line) {
    if line.struck {
        let y = baseline - THROUGH * line.size;
        ops.push(Op::SetOutlineColor { col: shade(0.0) });
        stroke(ops, &[(x + line.left, y), (x + line.right, y)], 0.7);
    }
}

/// Writes one run of a line that starts at a point.
pub(super) fn write(
    sheet: &mut Sheet,
    (x, baseline): (f32, f32),
    line: &Line,
    run: &Run,
    cases: &Cases,
) -> Result<(), Unpressed> {
    let case = cases.case(run.face)?;
    sheet.ops.push(Op::StartTextSection);
    sheet.fill_with(0.0);
    sheet.write_in(run.face, line.size, case);
    let mut pen = Pen {
        case,
        size: line.size,
        x: x + run.x,
        baseline,
        ops: &mut sheet.ops,
    };
    for level in run.glyphs.chunk_by(|a, b| a.dy == b.dy) {
        pen.level(level)?;
    }
    sheet.ops.push(Op::EndTextSection);
    Ok(())
}

struct Pen<'a> {
    case: &'a Case,
    size: f32,
    x: f32,
    baseline: f32,
    ops: &'a mut Vec<Op>,
}

impl Pen<'_> {
    /// Writes glyphs that stand at one height. A reader moves on by the width in the typeface,
    /// a whole number of thousandths; what the shaper wanted beyond that is added up and given
    /// back as soon as it would show.
    fn level(&mut self, glyphs: &[Glyph]) -> Result<(), Unpressed> {
        let Some(first) = glyphs.first() else {
            return Ok(());
        };
        let start = Pt(self.x + first.dx * self.size);
        let up = Pt(SHEET.1 - self.baseline + first.dy * self.size);
        let mut codes = Vec::new();
        // Where the reader's pen is, less where the shaper's is, in thousandths of an em.
        let mut ahead = 0.0;
        for (n, glyph) in glyphs.iter().enumerate() {
            let (gid, width, reading) = self.case.glyph(glyph)?;
            let next = glyphs.get(n + 1).map_or(glyph.dx, |next| next.dx);
            ahead += width - glyph.advance * 1000.0 - (next - glyph.dx) * 1000.0;
            let offset = if ahead.abs() >= 1.0 {
                std::mem::take(&mut ahead)
            } else {
                0.0
            };
            codes.push(Codepoint {
                gid,
                offset,
                cid: Some(reading.to_owned()),
            });
            self.x += glyph.advance * self.size;
        }
        let items = vec![TextItem::GlyphIds(codes)];
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Translate(start, up),
        });
        self.ops.push(Op::ShowText { items });
        Ok(())
    }
}

fn stroke(ops: &mut Vec<Op>, points: &[(f32, f32)], weight: f32) {
    let point = |&(x, y): &(f32, f32)| LinePoint {
        p: at(x, y),
        bezier: false,
    };
    ops.push(Op::SetOutlineThickness { pt: Pt(weight) });
    let line = Path {
        points: points.iter().map(point).collect(),
        is_closed: false,
    };
    ops.push(Op::DrawLine { line });
}

fn fill(ops: &mut Vec<Op>, frame: Frame) {
    let corner = at(frame.left, frame.bottom);
    let (width, height) = (Pt(frame.right - frame.left), Pt(frame.bottom - frame.top));
    let mode = Some(PaintMode::Fill);
    let rectangle = Rect {
        x: corner.x,
        y: corner.y,
        width,
        height,
        mode,
        winding_order: None,
    };
    ops.push(Op::DrawRectangle { rectangle });
}

fn at(x: f32, y: f32) -> Point {
    Point {
        x: Pt(x),
        y: Pt(SHEET.1 - y),
    }
}

fn shade(grey: f32) -> Color {
    Color::Greyscale(Greyscale {
        percent: grey,
        icc_profile: None,
    })
}
