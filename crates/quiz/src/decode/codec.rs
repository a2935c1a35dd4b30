//! The codec of a checked quiz: parts become bytes, and bytes become parts.
//!
//! Only this program reads these bytes, and only the same build of it. Nobody writes or keeps them. Parts follow each other
//! in the order of their fields. A number is LEB128 (<https://en.wikipedia.org/wiki/LEB128#Unsigned_LEB128>), a text its
//! length and its bytes, a list its length and its items.
//!
//! postcard with serde's derived code costs 4,600 bytes (brotli) of WebAssembly more: each of some 150 fields gets an exit
//! of its own, which drops all that was read before. [`Decoder`] never gives up half-way. A missing part becomes a fallback,
//! and the decoder says at the end whether everything was there.

/// A part of a checked quiz that can be encoded and decoded.
pub(crate) trait Codec: Sized {
    /// Appends the part to `bytes`.
    fn encode(&self, bytes: &mut Vec<u8>);

    /// Reads the part. If it is not there, returns a fallback and marks the decoder as failed.
    fn decode(decoder: &mut Decoder<'_>) -> Self;
}

/// Reads parts from bytes.
pub(crate) struct Decoder<'b> {
    rest: &'b [u8],
    failed: bool,
}

impl<'b> Decoder<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, failed: false }
    }

    /// Whether every byte was read and no part was missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.failed && self.rest.is_empty()
    }

    /// The next `count` bytes; none if there are fewer.
    fn take(&mut self, count: usize) -> &'b [u8] {
        if let Some((taken, rest)) = self.rest.split_at_checked(count) {
            self.rest = rest;
            return taken;
        }
        self.failed = true;
        &[]
    }

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
        self.failed = true;
        0
    }

    /// A number of items. Each item has at least one byte, so a larger number is wrong.
    fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count <= self.rest.len() {
            return count;
        }
        self.failed = true;
        0
    }

    #[inline(never)]
    fn text(&mut self) -> &'b str {
        let length = self.count();
        let bytes = self.take(length);
        std::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.failed = true;
            ""
        })
    }

    /// One of these values, by its index.
    pub(crate) fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        let index = self.number() as usize;
        self.failed |= index >= values.len();
        values[index.min(values.len() - 1)]
    }
}

pub(crate) fn encode_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// A quiz file is too short for more than 2^32 of anything.
fn encode_count(count: usize, bytes: &mut Vec<u8>) {
    encode_number(u32::try_from(count).unwrap_or(u32::MAX), bytes);
}

fn encode_text(text: &str, bytes: &mut Vec<u8>) {
    encode_count(text.len(), bytes);
    bytes.extend_from_slice(text.as_bytes());
}

impl Codec for u32 {
    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_number(*self, bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        decoder.number()
    }
}

/// A negative number has five bytes.
impl Codec for i32 {
    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_number(self.cast_unsigned(), bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        decoder.number().cast_signed()
    }
}

impl Codec for usize {
    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_count(*self, bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        decoder.number() as Self
    }
}

impl Codec for bool {
    fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.push((*self).into());
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        decoder.one_of(&[false, true])
    }
}

macro_rules! text_codec {
    ($($text:ty)*) => {$(
        impl Codec for $text {
            fn encode(&self, bytes: &mut Vec<u8>) {
                encode_text(self, bytes);
            }

            #[inline(never)]
            fn decode(decoder: &mut Decoder<'_>) -> Self {
                decoder.text().into()
            }
        }
    )*};
}

text_codec! { Box<str> String }

impl<T: Codec> Codec for Option<T> {
    fn encode(&self, bytes: &mut Vec<u8>) {
        self.is_some().encode(bytes);
        if let Some(value) = self {
            value.encode(bytes);
        }
    }

    #[inline(never)]
    fn decode(decoder: &mut Decoder<'_>) -> Self {
        bool::decode(decoder).then(|| T::decode(decoder))
    }
}

impl<T: Codec> Codec for Vec<T> {
    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_count(self.len(), bytes);
        for item in self {
            item.encode(bytes);
        }
    }

    #[inline(never)]
    fn decode(decoder: &mut Decoder<'_>) -> Self {
        (0..decoder.count()).map(|_| T::decode(decoder)).collect()
    }
}

impl<A: Codec, B: Codec> Codec for (A, B) {
    fn encode(&self, bytes: &mut Vec<u8>) {
        self.0.encode(bytes);
        self.1.encode(bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        (A::decode(decoder), B::decode(decoder))
    }
}

/// Implements [`Codec`] for structs: the listed fields, in this order.
macro_rules! codec {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::decode::codec::Codec for $name {
            fn encode(&self, bytes: &mut Vec<u8>) {
                $($crate::decode::codec::Codec::encode(&self.$field, bytes);)*
            }

            fn decode(decoder: &mut $crate::decode::codec::Decoder<'_>) -> Self {
                Self { $($field: $crate::decode::codec::Codec::decode(decoder),)* }
            }
        }
    )*};
}
pub(crate) use codec;

/// Implements [`Codec`] for structs that wrap a single value.
macro_rules! codec_newtype {
    ($($name:ident)*) => {$(
        impl $crate::decode::codec::Codec for $name {
            fn encode(&self, bytes: &mut Vec<u8>) {
                $crate::decode::codec::Codec::encode(&self.0, bytes);
            }

            fn decode(decoder: &mut $crate::decode::codec::Decoder<'_>) -> Self {
                Self($crate::decode::codec::Codec::decode(decoder))
            }
        }
    )*};
}
pub(crate) use codec_newtype;
