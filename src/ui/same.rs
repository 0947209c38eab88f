//! A shared value that is compared by where it stands, for props and contexts that never change inside.

use std::{ops::Deref, rc::Rc};

/// Equal only to its own clones.
#[derive(Debug)]
pub(crate) struct Same<T>(pub Rc<T>);

impl<T> Same<T> {
    /// Shares a value.
    pub(crate) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
