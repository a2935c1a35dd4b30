//! Declares the parts of a quiz file, each once: what it is, how it is read, and its schema.

/// Declares parts of the quiz file: a struct each, and how it is read from an object with the same keys. Those behind
/// `#![compact]` are parts of a checked quiz as well, and have a compact form.
macro_rules! shapes {
    (#![compact] $(
        $(#[doc = $doc:literal])*
        $vis:vis struct $name:ident, $wanted:literal {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)*
        }
    )*) => {
        $crate::decode::macros::shapes! { $(
            $(#[doc = $doc])*
            $vis struct $name, $wanted { $($(#[doc = $field_doc])* $field: $type,)* }
        )* }

        $crate::decode::codec::compact! { $($name { $($field),* })* }
    };
    ($(
        $(#[doc = $doc:literal])*
        $vis:vis struct $name:ident, $wanted:literal {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone)]
        #[allow(dead_code, reason = "some keys are only checked: no code uses their value")]
        $vis struct $name {
            $($(#[doc = $field_doc])* $vis $field: $type,)*
        }

        impl $crate::decode::from_json::Shape for $name {
            const WANTED: &'static str = concat!("an object: ", $wanted);

            fn schema(parts: &mut $crate::decode::schema::Parts) -> $crate::decode::schema::Schema {
                parts.object(stringify!($name), concat!($($doc),*), |parts| vec![
                    $($crate::decode::schema::Property::new(
                        stringify!($field),
                        concat!($($field_doc),*),
                        <$type as $crate::decode::from_json::Shape>::schema(parts),
                        !<$type as $crate::decode::from_json::Shape>::OPTIONAL,
                    )),*
                ])
            }

            /// What is read from an empty object, the problems of that unheard.
            fn stand_in() -> Self {
                Self::read(
                    $crate::decode::json::Value::Map(Vec::new()),
                    &$crate::decode::json_path::Place::File,
                    &mut $crate::decode::from_json::Reading::default(),
                )
            }

            #[inline(never)]
            fn read(
                value: $crate::decode::json::Value,
                at: &$crate::decode::json_path::Place<'_>,
                reading: &mut $crate::decode::from_json::Reading,
            ) -> Self {
                if !matches!(value, $crate::decode::json::Value::Map(_)) {
                    return reading.wrong_shape(at, &value);
                }
                let mut keys = $crate::decode::from_json::Keys::open(
                    value, &[$(stringify!($field)),*], at, reading,
                );
                Self { $($field: keys.take(stringify!($field)),)* }
            }
        }
    )*};
}
pub(crate) use shapes;

/// Declares a closed set of words, and how one is read.
macro_rules! words {
    ($(
        $(#[doc = $doc:literal])*
        pub enum $name:ident, $wanted:literal {
            $($(#[doc = $word_doc:literal])* $variant:ident = $word:literal,)*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[doc = $word_doc])* $variant,)*
        }

        impl $name {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word as it stands in a quiz file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::decode::codec::Compact for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                $crate::decode::codec::pack_number(*self as u32, to);
            }

            fn unpack(from: &mut $crate::decode::codec::Bytes<'_>) -> Self {
                from.among(Self::ALL)
            }
        }

        impl $crate::decode::from_json::Shape for $name {
            const WANTED: &'static str = $wanted;

            fn schema(_: &mut $crate::decode::schema::Parts) -> $crate::decode::schema::Schema {
                serde_json::json!({"oneOf": [
                    $({"const": $word, "description": concat!($($word_doc),*).trim()}),*
                ]})
            }

            fn stand_in() -> Self {
                Self::ALL[0]
            }

            fn read(
                value: $crate::decode::json::Value,
                at: &$crate::decode::json_path::Place<'_>,
                reading: &mut $crate::decode::from_json::Reading,
            ) -> Self {
                match value {
                    $($crate::decode::json::Value::Text(word) if word == $word => Self::$variant,)*
                    $crate::decode::json::Value::Text(found) => {
                        reading.report(
                            at,
                            $crate::decode::problem::ProblemKind::NotAmong { known: &[$($word),*], found },
                        );
                        Self::stand_in()
                    }
                    other => reading.wrong_shape(at, &other),
                }
            }
        }
    )*};
}
pub(crate) use words;
