//! What the rules of `catalog::lint` and `catalog::diff` find: a name and a published id each.
//!
//! **Invariant:** an id is published and never reused. F022 to F029 belong to [`Code`](super::Code).

use super::Severity;

macro_rules! lints {
    ($($(#[$doc:meta])* $name:ident $id:literal $severity:ident,)*) => {
        /// A rule that found something. Its page in the book has its id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lint {
            $($(#[$doc])* $name,)*
        }

        impl Lint {
            /// All of them, in the order of their ids.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The published id, `F030`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// How grave it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }
        }
    };
}

lints! {
    /// A check, a condition of a benefit or of a row that can never hold.
    Contradiction "F030" Error,
    /// A question that no answers ever show.
    NeverShown "F031" Error,
    /// A `show` that always holds.
    AlwaysShown "F032" Warning,
    /// A check that can never fail.
    DeadCheck "F033" Warning,
    /// A `require` that never holds while its question is shown.
    RequiredNever "F034" Error,
    /// A comparison with a code that the list lacks.
    UnknownChoice "F035" Error,
    /// A rule that puts together what does not go together.
    TypeMismatch "F036" Error,
    /// A division by a constant zero.
    DivisionByZero "F037" Error,
    /// A rule that stands twice.
    DuplicateRule "F038" Warning,
    /// A computed question without `readOnly`.
    NotReadOnly "F039" Warning,
    /// A `readOnly` question that nothing computes.
    NeverComputed "F040" Warning,
    /// A check or `require` on a question that no page asks.
    CheckWithoutPlace "F041" Warning,
    /// A `show` that waits for a later page.
    ShownTooLate "F042" Warning,
    /// A `require` on a question that is required anyway.
    NeedlessRequire "F043" Warning,
    /// A page or section that asks nothing.
    EmptyPage "F044" Warning,
    /// A page that never opens.
    UnreachablePage "F045" Warning,
    /// A page that asks too much at once.
    LongPage "F046" Warning,
    /// Two questions side by side with one label.
    DuplicateLabel "F047" Warning,
    /// A hint that says what the label says.
    HintRepeatsLabel "F048" Warning,
    /// An answer that is neither printed nor read.
    NeverPrinted "F049" Warning,
    /// A cell for an answer that nobody gives.
    PrintedNeverAsked "F050" Warning,
    /// A question that does not say why it is asked.
    NoPurpose "F051" Warning,
    /// A sensitive question without its consent.
    NoConsent "F052" Error,
    /// A consent that no question needs.
    UnusedConsent "F053" Warning,
    /// A bank card that is not marked as sensitive.
    BankNotSensitive "F054" Warning,
    /// A browser's own data offered for somebody else, or for what is sensitive.
    AutocompleteOfOther "F055" Warning,
    /// No token of the HTML standard.
    BadAutocomplete "F056" Warning,
    /// Fewer boxes than the longest answer has characters.
    BoxesTooFew "F057" Warning,
    /// A cell for a whole group.
    GroupPrinted "F058" Error,
    /// A parameter of the form that no rule reads.
    UnusedParameter "F059" Warning,
    /// Rows of a parameter that both hold on one day.
    ParameterOverlap "F060" Warning,
    /// Limits that nothing can keep.
    ImpossibleLimits "F061" Error,
    /// A guide that leaves out what everybody asks.
    ThinGuide "F062" Warning,
    /// Checked on a day to come.
    FutureDate "F063" Warning,
    /// A version that does not hold yet.
    NotValidYet "F064" Warning,
    /// An id that is not its folder's name.
    OtherFolder "F065" Error,
    /// A role or owner that is no group of answers.
    BadRole "F066" Error,
    /// An example that is missing.
    MissingExample "F067" Warning,
    /// Two choices that read the same.
    SameChoiceLabel "F068" Warning,
    /// A list with one choice.
    SingleChoice "F069" Warning,
    /// Choices that show their bare codes.
    BareChoice "F070" Warning,
    /// A form that the catalogue does not list.
    NotListed "F071" Warning,
    /// Words that are empty.
    EmptyWords "F072" Error,
    /// English that is Chinese.
    Untranslated "F073" Warning,
    /// A step of `migrate` that leads nowhere.
    BadMigration "F074" Error,
    /// `diff`: two different forms.
    OtherForm "F075" Error,
    /// `diff`: a change without a later version.
    NoVersionBump "F076" Error,
    /// `diff`: a path that is gone, without a step.
    PathRemoved "F077" Error,
    /// `diff`: a choice that is gone, without a step.
    ChoiceRemoved "F078" Error,
    /// `diff`: a question of another kind.
    KindChanged "F079" Warning,
    /// A rule that no example tries both ways.
    Untried "F080" Warning,
    /// A boundary case of a benefit that comes to something else.
    CaseDiffers "F081" Error,
    /// A condition of a benefit that its cases do not try both ways, or a benefit that they never leave open.
    CaseUntried "F082" Warning,
    /// A former id that is another's.
    FormerId "F083" Error,
    /// An applicant who may be a child, without a guardian and without a check of the age.
    ChildAlone "F084" Warning,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_by_one() {
        for (idx, lint) in Lint::ALL.iter().enumerate() {
            assert_eq!(lint.id(), format!("F{:03}", 30 + idx));
        }
    }
}
