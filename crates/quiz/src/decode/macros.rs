//! Macros that declare a part of a file once: its type, how it is read, and its JSON Schema.

/// Declares objects of a file: a struct each, read from a JSON object with the same keys. The documentation of the struct and
/// of its fields becomes the description in the schema. With `#![codec]` the structs are parts of a checked quiz as well, and
/// get a codec.
macro_rules! json_object {
    (#![codec] $(
        $(#[doc = $doc:literal])*
        $vis:vis struct $name:ident, $expected:literal {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)*
        }
    )*) => {
        $crate::decode::macros::json_object! { $(
            $(#[doc = $doc])*
            $vis struct $name, $expected { $($(#[doc = $field_doc])* $field: $type,)* }
        )* }

        $crate::decode::codec::codec! { $($name { $($field),* })* }
    };
    ($(
        $(#[doc = $doc:literal])*
        $vis:vis struct $name:ident, $expected:literal {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone)]
        #[allow(dead_code, reason = "some keys are only checked, and no code uses their value")]
        $vis struct $name {
            $($(#[doc = $field_doc])* $vis $field: $type,)*
        }

        impl $crate::decode::from_json::FromJson for $name {
            const EXPECTED: &'static str = concat!("an object: ", $expected);

            /// The result of reading an empty object.
            fn fallback() -> Self {
                Self::from_json(
                    $crate::decode::json::Value::Object(Vec::new()),
                    &$crate::decode::json_path::PathRef::Root,
                    &mut $crate::decode::diagnostics::Diagnostics::default(),
                )
            }

            fn schema(
                definitions: &mut $crate::decode::schema::Definitions,
            ) -> $crate::decode::schema::Schema {
                definitions.object(stringify!($name), concat!($($doc),*), |definitions| vec![
                    $($crate::decode::schema::KeySchema::new(
                        stringify!($field),
                        concat!($($field_doc),*),
                        <$type as $crate::decode::from_json::FromJson>::schema(definitions),
                        !<$type as $crate::decode::from_json::FromJson>::OPTIONAL,
                    )),*
                ])
            }

            #[inline(never)]
            fn from_json(
                value: $crate::decode::json::Value,
                path: &$crate::decode::json_path::PathRef<'_>,
                diagnostics: &mut $crate::decode::diagnostics::Diagnostics,
            ) -> Self {
                let object = match value {
                    $crate::decode::json::Value::Object(object) => object,
                    other => return diagnostics.wrong_type(path, &other),
                };
                let mut fields = $crate::decode::from_json::ObjectFields::open(
                    object, &[$(stringify!($field)),*], path, diagnostics,
                );
                Self { $($field: fields.take(stringify!($field)),)* }
            }
        }
    )*};
}
pub(crate) use json_object;

/// Declares closed sets of words: an enum each, read from a JSON string.
macro_rules! keywords {
    ($(
        $(#[doc = $doc:literal])*
        pub enum $name:ident, $expected:literal {
            $($(#[doc = $word_doc:literal])* $variant:ident = $word:literal,)*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[doc = $word_doc])* $variant,)*
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in a file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::decode::codec::Codec for $name {
            fn encode(&self, bytes: &mut Vec<u8>) {
                $crate::decode::codec::encode_number(*self as u32, bytes);
            }

            fn decode(decoder: &mut $crate::decode::codec::Decoder<'_>) -> Self {
                decoder.one_of(Self::ALL)
            }
        }

        impl $crate::decode::from_json::FromJson for $name {
            const EXPECTED: &'static str = $expected;

            fn fallback() -> Self {
                Self::ALL[0]
            }

            fn schema(_: &mut $crate::decode::schema::Definitions) -> $crate::decode::schema::Schema {
                serde_json::json!({"oneOf": [
                    $({"const": $word, "description": concat!($($word_doc),*).trim()}),*
                ]})
            }

            fn from_json(
                value: $crate::decode::json::Value,
                path: &$crate::decode::json_path::PathRef<'_>,
                diagnostics: &mut $crate::decode::diagnostics::Diagnostics,
            ) -> Self {
                match value {
                    $($crate::decode::json::Value::String(word) if word == $word => Self::$variant,)*
                    $crate::decode::json::Value::String(found) => {
                        diagnostics.report(
                            path,
                            $crate::decode::problem::ProblemKind::UnknownKeyword { known: &[$($word),*], found },
                        );
                        Self::fallback()
                    }
                    other => diagnostics.wrong_type(path, &other),
                }
            }
        }
    )*};
}
pub(crate) use keywords;
