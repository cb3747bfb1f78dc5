//! A line cut at its white space, each piece with the role that it has been given so far.

use super::understood::{Candidate, CaptureFault, Part, Role, Understood};
use crate::words::Words;

/// One piece of the line: its text, its place in bytes and in UTF-16 code units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'l> {
    pub text: &'l str,
    byte: usize,
    from: usize,
    to: usize,
}

struct Mark {
    role: Role,
    candidates: Vec<Candidate>,
    fault: Option<CaptureFault>,
    /// Belongs to the piece before it: a name of several words.
    joined: bool,
}

/// The line under reading; every piece is words until it is found to be something else.
pub(super) struct Sheet<'l> {
    line: &'l str,
    pub tokens: Vec<Token<'l>>,
    marks: Vec<Mark>,
}

impl<'l> Sheet<'l> {
    pub fn new(line: &'l str) -> Self {
        let tokens = tokens(line);
        let marks = tokens.iter().map(|_| Mark::words()).collect();
        let mut sheet = Self {
            line,
            tokens,
            marks,
        };
        if sheet.sign().is_some() {
            sheet.mark(0, Role::Sign);
        }
        sheet
    }

    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The sign that begins the line and says what sort of line it is.
    pub fn sign(&self) -> Option<char> {
        let first = self.tokens.first()?.text.chars().next()?;
        is_sign(first).then_some(first)
    }

    pub fn text(&self, index: usize) -> Option<&'l str> {
        self.tokens.get(index).map(|token| token.text)
    }

    /// The pieces behind one, which may go on with a name.
    pub fn behind(&self, index: usize) -> impl Iterator<Item = &'l str> {
        self.tokens.iter().skip(index + 1).map(|token| token.text)
    }

    pub fn role(&self, index: usize) -> Option<Role> {
        self.marks.get(index).map(|mark| mark.role)
    }

    pub fn mark(&mut self, index: usize, role: Role) {
        self.means(index, role, Vec::new());
    }

    /// Changes what a piece does and keeps what it means.
    pub fn role_only(&mut self, index: usize, role: Role) {
        if let Some(mark) = self.marks.get_mut(index) {
            mark.role = role;
        }
    }

    pub fn means(&mut self, index: usize, role: Role, candidates: Vec<Candidate>) {
        if let Some(mark) = self.marks.get_mut(index) {
            mark.role = role;
            mark.candidates = candidates;
        }
    }

    /// Takes the pieces after the first of a name of several words into it.
    pub fn join(&mut self, first: usize, count: usize) {
        let Some(role) = self.role(first) else { return };
        for mark in self
            .marks
            .iter_mut()
            .skip(first + 1)
            .take(count.saturating_sub(1))
        {
            mark.role = role;
            mark.joined = true;
        }
    }

    pub fn fault(&mut self, index: usize, fault: CaptureFault) {
        if let Some(mark) = self.marks.get_mut(index) {
            mark.fault = Some(fault);
        }
    }

    /// The first fault of the line, which keeps it from being recorded whatever else it says.
    pub fn unfinished(&self) -> Option<Understood> {
        self.marks.iter().find_map(|mark| {
            mark.fault.map(|fault| Understood::Unfinished {
                want: fault.want(),
                candidates: mark.candidates.clone(),
            })
        })
    }

    /// The pieces of some roles with the white space that was typed between them.
    pub fn words(&self, of: impl Fn(Role) -> bool) -> Words {
        let mut words = String::new();
        let mut end = 0;
        for (token, mark) in self.tokens.iter().zip(&self.marks) {
            if of(mark.role) {
                if !words.is_empty() {
                    words.push_str(&self.line[end..token.byte]);
                }
                words.push_str(token.text);
            }
            end = token.byte + token.text.len();
        }
        Words::new(words)
    }

    /// The parts for the window, in line order.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for (token, mark) in self.tokens.iter().zip(&self.marks) {
            let runs_on = matches!(
                mark.role,
                Role::Words | Role::Due | Role::BareDue | Role::Rationale
            ) && mark.fault.is_none();
            match parts.last_mut() {
                Some(last) if last.role == mark.role && (mark.joined || runs_on) => {
                    last.to = token.to;
                }
                _ => parts.push(Part {
                    from: token.from,
                    to: token.to,
                    role: mark.role,
                    candidates: mark.candidates.clone(),
                    fault: mark.fault,
                }),
            }
        }
        parts
    }
}

impl Mark {
    fn words() -> Self {
        Self {
            role: Role::Words,
            candidates: Vec::new(),
            fault: None,
            joined: false,
        }
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, '>' | '=' | '!')
}

/// Cuts at white space; the sign that begins a line is a piece of its own even when a word touches it.
fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut start: Option<(usize, usize)> = None;
    let mut units = 0;
    for (byte, c) in line.char_indices().chain([(line.len(), ' ')]) {
        if c.is_whitespace() {
            if let Some((at, from)) = start.take() {
                push(&mut tokens, &line[at..byte], at, from, units);
            }
        } else if start.is_none() {
            start = Some((byte, units));
        }
        units += c.len_utf16();
    }
    tokens
}

fn push<'l>(tokens: &mut Vec<Token<'l>>, text: &'l str, byte: usize, from: usize, to: usize) {
    let whole = Token {
        text,
        byte,
        from,
        to,
    };
    if tokens.is_empty() && text.starts_with(is_sign) && text.len() > 1 {
        let (sign, rest) = text.split_at(1);
        tokens.push(Token {
            text: sign,
            to: from + 1,
            ..whole
        });
        tokens.push(Token {
            text: rest,
            byte: byte + 1,
            from: from + 1,
            to,
        });
    } else {
        tokens.push(whole);
    }
}
