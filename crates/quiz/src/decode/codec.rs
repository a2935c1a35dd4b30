//! A checked quiz as a few bytes, and back: how it comes to the widget, which then needs neither a reader of JSON nor a
//! check. Knows nothing of who carries the bytes.
//!
//! It is no format for anyone to write or to keep: whoever reads the bytes is of the same build as whoever wrote them, and
//! a stamp says so. Parts follow each other in the order of their declaration; a number is LEB128, a text its length and
//! its bytes, a list its length and its items.
//!
//! postcard with serde's derived code does the same in 4,600 bytes (brotli) of WebAssembly more: each of some 150 fields
//! has a way out of its own, on which everything read so far is dropped. Here nothing is given up half-way: what is not
//! there is stood in for, and at the end it counts as a whole.

use std::sync::Arc;

/// A part of a quiz that has a compact form.
pub(crate) trait Compact: Sized {
    /// Writes it.
    fn pack(&self, to: &mut Vec<u8>);

    /// Reads it. Where it is not there, what is given stands in for it, and the bytes count as broken.
    fn unpack(from: &mut Bytes<'_>) -> Self;
}

/// What is left to be read.
pub(crate) struct Bytes<'b> {
    rest: &'b [u8],
    broken: bool,
}

impl<'b> Bytes<'b> {
    /// Starts at the first of some bytes.
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, broken: false }
    }

    /// Whether every byte has been read and no part was missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.broken && self.rest.is_empty()
    }

    /// The next so many bytes; none where there are fewer.
    fn take(&mut self, count: usize) -> &'b [u8] {
        if let Some((taken, rest)) = self.rest.split_at_checked(count) {
            self.rest = rest;
            return taken;
        }
        self.broken = true;
        &[]
    }

    /// The next number.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let [byte] = *self.take(1) else { return 0 };
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.broken = true;
        0
    }

    /// How many items follow, each of which has a byte at least.
    fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count <= self.rest.len() {
            return count;
        }
        self.broken = true;
        0
    }

    /// The next text.
    #[inline(never)]
    fn text(&mut self) -> &'b str {
        let length = self.count();
        let bytes = self.take(length);
        std::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.broken = true;
            ""
        })
    }

    /// The next of some closed set, by its place in it.
    pub(crate) fn among<T: Copy>(&mut self, all: &[T]) -> T {
        let place = self.number() as usize;
        self.broken |= place >= all.len();
        all[place.min(all.len() - 1)]
    }
}

/// Writes a number.
pub(crate) fn pack_number(mut number: u32, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

/// Writes a text.
fn pack_text(text: &str, to: &mut Vec<u8>) {
    pack_count(text.len(), to);
    to.extend_from_slice(text.as_bytes());
}

/// A quiz file is far too short for more than 2^32 of anything.
fn pack_count(count: usize, to: &mut Vec<u8>) {
    pack_number(u32::try_from(count).unwrap_or(u32::MAX), to);
}

impl Compact for u32 {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_number(*self, to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number()
    }
}

impl Compact for usize {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_count(*self, to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as Self
    }
}

impl Compact for bool {
    fn pack(&self, to: &mut Vec<u8>) {
        to.push((*self).into());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.among(&[false, true])
    }
}

/// Gives the kinds of owned text a compact form.
macro_rules! texts {
    ($($text:ty)*) => {$(
        impl Compact for $text {
            fn pack(&self, to: &mut Vec<u8>) {
                pack_text(self, to);
            }

            #[inline(never)]
            fn unpack(from: &mut Bytes<'_>) -> Self {
                from.text().into()
            }
        }
    )*};
}

texts! { Box<str> String Arc<str> }

impl<T: Compact> Compact for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.is_some().pack(to);
        if let Some(it) = self {
            it.pack(to);
        }
    }

    #[inline(never)]
    fn unpack(from: &mut Bytes<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_count(self.len(), to);
        for it in self {
            it.pack(to);
        }
    }

    #[inline(never)]
    fn unpack(from: &mut Bytes<'_>) -> Self {
        (0..from.count()).map(|_| T::unpack(from)).collect()
    }
}

impl<A: Compact, B: Compact> Compact for (A, B) {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// Gives structs a compact form: their fields, in this order.
macro_rules! compact {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::decode::codec::Compact for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                $($crate::decode::codec::Compact::pack(&self.$field, to);)*
            }

            fn unpack(from: &mut $crate::decode::codec::Bytes<'_>) -> Self {
                Self { $($field: $crate::decode::codec::Compact::unpack(from),)* }
            }
        }
    )*};
}
pub(crate) use compact;

/// Gives structs of one part a compact form: that of the part.
macro_rules! compact_as_inside {
    ($($name:ident)*) => {$(
        impl $crate::decode::codec::Compact for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                $crate::decode::codec::Compact::pack(&self.0, to);
            }

            fn unpack(from: &mut $crate::decode::codec::Bytes<'_>) -> Self {
                Self($crate::decode::codec::Compact::unpack(from))
            }
        }
    )*};
}
pub(crate) use compact_as_inside;
