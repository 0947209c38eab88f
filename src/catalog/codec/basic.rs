//! Numbers, texts, lists, and the macros that spell structs and enums.

use super::{Code, MAX_DEPTH, Reader};
use crate::model::{Date, Decimal, FormId, PageId, Path, Purpose, Role, SortedMap};

/// Spells a struct as its fields in order.
macro_rules! spell_struct {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Code for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)*
            }

            fn get(from: &mut Reader<'_>) -> Option<Self> {
                Some(Self { $($field: Code::get(from)?),* })
            }
        }
    )*};
}

/// The same for a struct of many fields that has a default: each is read in place, which costs the page a third of the code.
macro_rules! spell_large {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Code for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)*
            }

            fn get(from: &mut Reader<'_>) -> Option<Self> {
                let mut read = Self::default();
                $(fill(&mut read.$field, from)?;)*
                Some(read)
            }
        }
    )*};
}

/// Reads in place. Never inlined: one copy a type, not one a field.
#[inline(never)]
pub(super) fn fill<T: Code>(place: &mut T, from: &mut Reader<'_>) -> Option<()> {
    *place = T::get(from)?;
    Some(())
}

/// Spells an enum as a number for the variant, and the variant's fields in order.
macro_rules! spell_enum {
    ($($name:ident { $($tag:literal $variant:ident $(($($part:ident),*))? $({$($field:ident),*})?),* $(,)? })*) => {$(
        impl Code for $name {
            fn put(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($($part),*))? $({$($field),*})? => {
                        out.push($tag);
                        $($($part.put(out);)*)?
                        $($($field.put(out);)*)?
                    })*
                }
            }

            fn get(from: &mut Reader<'_>) -> Option<Self> {
                Some(match from.byte()? {
                    $($tag => Self::$variant $(($({ stringify!($part); Code::get(from)? }),*))?
                        $({$($field: Code::get(from)?),*})?,)*
                    _ => return None,
                })
            }
        }
    )*};
}

pub(super) use {spell_enum, spell_large, spell_struct};

/// LEB128, at most 32 bits.
impl Code for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        let mut value = 0_u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = from.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Self::try_from(value).ok();
            }
        }
        None
    }
}

impl Code for usize {
    fn put(&self, out: &mut Vec<u8>) {
        u32::try_from(*self).unwrap_or(u32::MAX).put(out);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        Self::try_from(u32::get(from)?).ok()
    }
}

impl Code for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        from.byte()
    }
}

impl Code for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Code for f32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        let value = Self::from_le_bytes(from.bytes(4)?.try_into().ok()?);
        value.is_finite().then_some(value)
    }
}

impl Code for String {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend(self.as_bytes());
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        text(from).map(str::to_owned)
    }
}

fn text<'a>(from: &mut Reader<'a>) -> Option<&'a str> {
    let n = usize::get(from)?;
    std::str::from_utf8(from.bytes(n)?).ok()
}

impl<T: Code> Code for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        if bool::get(from)? { T::get(from).map(Some) } else { Some(None) }
    }
}

impl<T: Code> Code for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for item in self {
            item.put(out);
        }
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        let n = usize::get(from)?;
        // Nothing takes less than a byte, so a length past the rest is a fault and no reason to reserve.
        if n > from.rest.len() {
            return None;
        }
        let mut items = Self::new();
        for _ in 0..n {
            items.push(T::get(from)?);
        }
        Some(items)
    }
}

impl<T: Code> Code for SortedMap<String, T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for (key, value) in self {
            key.put(out);
            value.put(out);
        }
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        let mut map = Self::new();
        for _ in 0..usize::get(from)? {
            let key = String::get(from)?;
            map.insert(key, T::get(from)?);
        }
        Some(map)
    }
}

/// The one thing that nests: expressions. Their depth is bounded.
impl<T: Code> Code for Box<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (**self).put(out);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        if from.depth >= MAX_DEPTH {
            return None;
        }
        from.depth += 1;
        let value = T::get(from)?;
        from.depth -= 1;
        Some(Self::new(value))
    }
}

impl Code for Date {
    fn put(&self, out: &mut Vec<u8>) {
        u32::from(self.year()).put(out);
        self.month().put(out);
        self.day().put(out);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        Self::new(u16::try_from(u32::get(from)?).ok()?, from.byte()?, from.byte()?)
    }
}

impl Code for Decimal {
    fn put(&self, out: &mut Vec<u8>) {
        self.scale().put(out);
        out.extend(self.mantissa().to_le_bytes());
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        let scale = u32::get(from)?;
        let mantissa = i128::from_le_bytes(from.bytes(16)?.try_into().ok()?);
        Self::try_from_i128_with_scale(mantissa, scale).ok()
    }
}

macro_rules! spell_name {
    ($($name:ident),*) => {$(
        impl Code for $name {
            fn put(&self, out: &mut Vec<u8>) {
                self.as_str().len().put(out);
                out.extend(self.as_str().as_bytes());
            }

            fn get(from: &mut Reader<'_>) -> Option<Self> {
                text(from).map(Self::new)
            }
        }
    )*};
}

spell_name!(FormId, PageId, Path, Purpose);

impl Code for Role {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        String::get(from).map(Self)
    }
}
