//! What the enum of reply codes implements, and what the library has by hand for its own.

use super::{Call, Code, ROOT, fill};
use crate::catalogue::Kind;

pub(super) fn traits(call: &Call, code: &mut Vec<Code>) {
    let library = matches!(call.kind, Kind::Library);
    let name = call.name.as_str();
    code.push(Code::Text(fill(TRAITS, &[("NAME", name), ("SERDE", if library { "crate" } else { ROOT })])));
    if !library {
        code.push(Code::Text(fill(OWN_TRAITS, &[("NAME", name)])));
    }
}

pub(super) fn own_methods() -> String {
    fill(OWN_METHODS, &[])
}

// The errors are named by their types: beside a variant `Error`, `Self::Error` is ambiguous.
const TRAITS: &str = r"
    /// The number and the name: `250 OK`.
    #[automatically_derived]
    impl ::core::fmt::Display for @NAME@ {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            @ROOT@::__private::display(self.as_str(), self.name(), f)
        }
    }

    #[automatically_derived]
    impl ::core::convert::TryFrom<u16> for @NAME@ {
        type Error = @ROOT@::UnknownCode;

        /// # Errors
        ///
        /// A number that the catalogue does not have; the error tells its class.
        #[inline]
        fn try_from(number: u16) -> ::core::result::Result<Self, @ROOT@::UnknownCode> {
            Self::from_u16(number).ok_or(@ROOT@::__private::unknown(number))
        }
    }

    #[automatically_derived]
    impl ::core::convert::TryFrom<@ROOT@::WireCode> for @NAME@ {
        type Error = @ROOT@::UnknownCode;

        /// # Errors
        ///
        /// A code that the catalogue does not have; the error tells its class.
        #[inline]
        fn try_from(code: @ROOT@::WireCode) -> ::core::result::Result<Self, @ROOT@::UnknownCode> {
            <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
        }
    }

    #[automatically_derived]
    impl ::core::str::FromStr for @NAME@ {
        type Err = @ROOT@::ParseCodeError;

        /// Reads exactly three digits.
        #[inline]
        fn from_str(text: &str) -> ::core::result::Result<Self, @ROOT@::ParseCodeError> {
            let code = @ROOT@::WireCode::from_bytes(text.as_bytes())?;
            <Self as ::core::convert::TryFrom<u16>>::try_from(code.as_u16())
                .map_err(@ROOT@::ParseCodeError::Unknown)
        }
    }

    #[automatically_derived]
    impl ::core::convert::From<@NAME@> for u16 {
        #[inline]
        fn from(code: @NAME@) -> Self {
            code as u16
        }
    }

    #[automatically_derived]
    impl ::core::cmp::PartialEq<u16> for @NAME@ {
        #[inline]
        fn eq(&self, number: &u16) -> bool {
            *self as u16 == *number
        }
    }

    #[automatically_derived]
    impl ::core::cmp::PartialEq<@NAME@> for u16 {
        #[inline]
        fn eq(&self, code: &@NAME@) -> bool {
            *self == *code as u16
        }
    }

    @SERDE@::__serde! { @NAME@ }
";

const OWN_METHODS: &str = r"
    /// What a client does with this code in answer to this command, by its first digit where only this
    /// catalogue knows it.
    #[inline]
    pub const fn action(self, command: @ROOT@::Command) -> @ROOT@::Action {
        @ROOT@::__private::wire_code(self as u16).action(command)
    }
";

const OWN_TRAITS: &str = r"
    #[automatically_derived]
    impl ::core::convert::From<@NAME@> for @ROOT@::WireCode {
        #[inline]
        fn from(code: @NAME@) -> Self {
            @ROOT@::__private::wire_code(code as u16)
        }
    }

    #[automatically_derived]
    impl ::core::convert::From<@NAME@> for @ROOT@::ReplyCodes {
        #[inline]
        fn from(code: @NAME@) -> Self {
            Self::new(@ROOT@::__private::wire_code(code as u16), ::core::option::Option::None)
        }
    }

    #[automatically_derived]
    impl ::core::cmp::PartialEq<@NAME@> for @ROOT@::WireCode {
        #[inline]
        fn eq(&self, code: &@NAME@) -> bool {
            self.as_u16() == *code as u16
        }
    }

    #[automatically_derived]
    impl ::core::cmp::PartialEq<@ROOT@::WireCode> for @NAME@ {
        #[inline]
        fn eq(&self, code: &@ROOT@::WireCode) -> bool {
            *self as u16 == code.as_u16()
        }
    }
";
