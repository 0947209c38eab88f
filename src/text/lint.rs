//! What a form's author is told of each finding of `lint` and `diff`; `{}` is what it is about.
//!
//! **Invariant:** every finding has a sentence and a hint in both languages.

use crate::{diag::Lint, model::Locale};

/// Message and hint.
pub(super) fn found(lint: Lint, about: &str, locale: Locale) -> (String, String) {
    let [zh, zh_hint, en, en_hint] = words(lint);
    let (message, hint) = match locale {
        Locale::Zh => (zh, zh_hint),
        Locale::En => (en, en_hint),
    };
    (message.replace("{}", about), hint.replace("{}", about))
}

/// Chinese message and hint, English message and hint.
fn words(lint: Lint) -> [&'static str; 4] {
    match lint {
        Lint::Contradiction => [
            "“{}”永远不成立。",
            "怎样回答都通不过；请检查是否写反了，或几个条件互相排斥。",
            "“{}” can never hold",
            "no answers satisfy it; look for a condition written the wrong way round, or two that exclude each other",
        ],
        Lint::NeverShown => [
            "“{}”永远不会显示。",
            "它的 show 与所在组的 show 不能同时成立；请修改条件或删去问题。",
            "“{}” is never shown",
            "its `show` and those of its groups never hold together; mend the condition or remove the question",
        ],
        Lint::AlwaysShown => [
            "“{}”的 show 总是成立。",
            "删去这条规则效果相同。",
            "the `show` of “{}” always holds",
            "without the rule the form does the same",
        ],
        Lint::DeadCheck => [
            "“{}”永远不会失败。",
            "这条检查什么也查不出；请检查条件是否写反，或删去。",
            "“{}” can never fail",
            "the check finds nothing; look for a condition written the wrong way round, or remove it",
        ],
        Lint::RequiredNever => [
            "“{}”的 require 在它显示时永远不成立。",
            "show 与 require 互相排斥；通常两条规则用同一个条件。",
            "the `require` of “{}” never holds while it is shown",
            "`show` and `require` exclude each other; most often both have the same condition",
        ],
        Lint::UnknownChoice => [
            "选项中没有 {}。",
            "请核对选项的 const；比较的是代码，不是文字。",
            "the list has no {}",
            "check the `const` of the choices; codes are compared, not words",
        ],
        Lint::TypeMismatch => [
            "类型不合：{}",
            "数字不加引号；日期写成 date(\"2026-01-01\")；是否题直接写名称。",
            "types do not fit: {}",
            "numbers have no quotes, a day is date(\"2026-01-01\"), a yes/no question stands for itself",
        ],
        Lint::DivisionByZero => ["除以零：{}", "请改正除数。", "division by zero: {}", "mend the divisor"],
        Lint::DuplicateRule => {
            ["“{}”上有两条相同的规则。", "请删去一条。", "“{}” has the same rule twice", "remove one of them"]
        }
        Lint::NotReadOnly => [
            "“{}”由规则计算，但没有写 readOnly。",
            "请在问题上加 \"readOnly\": true；计算出来的值不能填写。",
            "“{}” is computed but not `readOnly`",
            "add \"readOnly\": true to the question; what is computed can not be typed",
        ],
        Lint::NeverComputed => [
            "“{}”是 readOnly，却没有规则计算它。",
            "请加一条 value 规则，或去掉 readOnly。",
            "“{}” is `readOnly` but no rule computes it",
            "add a `value` rule, or take `readOnly` away",
        ],
        Lint::CheckWithoutPlace => [
            "“{}”不在任何一页上，这条规则的提示没有地方显示。",
            "请把规则写在一个会询问的问题上，或把它放进一页。",
            "“{}” is on no page, so what the rule says has no place",
            "put the rule on a question that is asked, or this one on a page",
        ],
        Lint::ShownTooLate => [
            "“{}”要等后面一页的回答才会显示。",
            "填表人已经翻过这一页；请把它移到后面，或把条件问题移到前面。",
            "“{}” is shown only by an answer of a later page",
            "by then the page has been left; ask it later, or the other one earlier",
        ],
        Lint::NeedlessRequire => [
            "“{}”已在 required 中，require 规则多余。",
            "请删去其中一处。",
            "“{}” is in `required`, so the `require` rule does nothing",
            "remove one of the two",
        ],
        Lint::EmptyPage => [
            "“{}”没有询问任何问题。",
            "请放入问题，或删去。",
            "“{}” asks nothing",
            "give it questions, or remove it",
        ],
        Lint::UnreachablePage => [
            "“{}”这一页永远不会打开。",
            "页上全是计算出来的值；请加入一个要填写的问题，或把它们移到别的页。",
            "the page “{}” never opens",
            "all on it is computed; add a question to answer, or move them to another page",
        ],
        Lint::LongPage => [
            "一页上的问题太多：{}",
            "每页只问一组问题；请分成几页。",
            "too many questions on one page: {}",
            "a page asks one group of questions; split it",
        ],
        Lint::DuplicateLabel => [
            "同一处有两个问题都叫“{}”。",
            "请改名，或给两节各写一个标题。",
            "two questions side by side are both called “{}”",
            "rename one, or give each section a title",
        ],
        Lint::HintRepeatsLabel => [
            "提示与名称相同：“{}”。",
            "提示应当说明怎样填写；没有要说的就删去。",
            "the hint says what the label says: “{}”",
            "a hint tells how to answer; leave it out where there is nothing to tell",
        ],
        Lint::NeverPrinted => [
            "“{}”问了却没有用：表上不印，规则也不读。",
            "不需要的信息不要收集；请放进表格，或删去问题。",
            "“{}” is asked for nothing: no paper prints it and no rule reads it",
            "collect only what is needed; put it on a paper, or remove the question",
        ],
        Lint::PrintedNeverAsked => [
            "表上印“{}”，但没有一页询问，也没有规则计算。",
            "这一格会一直空着；请询问它，或改成留空。",
            "“{}” is printed, but no page asks it and no rule computes it",
            "the cell stays empty; ask it, or make the cell `blank`",
        ],
        Lint::NoPurpose => [
            "“{}”没有说明收集的目的。",
            "请补上 x-purpose，例如 \"identity\"、\"contact\"。",
            "“{}” does not say why it is asked",
            "add `x-purpose`, such as \"identity\" or \"contact\"",
        ],
        Lint::NoConsent => [
            "“{}”是敏感信息，但 consents 中没有它的目的。",
            "敏感信息要单独同意（个人信息保护法第二十九条）；请在 consents 中写上同一目的的文字。",
            "“{}” is sensitive, but `consents` lacks its purpose",
            "what is sensitive needs a consent of its own; add one with the same purpose",
        ],
        Lint::UnusedConsent => [
            "没有问题用到“{}”这项同意。",
            "请核对 purpose，或删去。",
            "no question needs the consent “{}”",
            "check its `purpose`, or remove it",
        ],
        Lint::BankNotSensitive => [
            "“{}”是银行卡号，应当标为敏感。",
            "请加上 \"x-sensitivity\": \"sensitive\"。",
            "“{}” is a bank card number and should be marked as sensitive",
            "add \"x-sensitivity\": \"sensitive\"",
        ],
        Lint::AutocompleteOfOther => [
            "“{}”不应由浏览器自动填写。",
            "那是别人的信息，或是敏感信息；请写 \"x-autocomplete\": \"off\" 或删去。",
            "the browser should not fill in “{}”",
            "it is somebody else's, or sensitive; write \"x-autocomplete\": \"off\", or leave it out",
        ],
        Lint::BadAutocomplete => [
            "x-autocomplete 没有“{}”这个值。",
            "请用 HTML 标准中的值，例如 name、tel、email、bday、off。",
            "`x-autocomplete` has no value “{}”",
            "use one of the HTML standard: name, tel, email, bday, off …",
        ],
        Lint::BoxesTooFew => [
            "格子太少：{}",
            "请增加 n，或用 maxLength 限制答案。",
            "too few boxes: {}",
            "raise `n`, or limit the answer with `maxLength`",
        ],
        Lint::GroupPrinted => [
            "“{}”是一组问题，不能印在一格里。",
            "请写其中一个问题，例如 applicant.name。",
            "“{}” is a group and can not stand in a cell",
            "name one of its questions, such as applicant.name",
        ],
        Lint::UnusedParameter => [
            "没有规则读取参数“{}”。",
            "请在规则中写 param.{}，或删去。",
            "no rule reads the parameter “{}”",
            "read it as param.{}, or remove it",
        ],
        Lint::ParameterOverlap => [
            "参数“{}”有两行在同一天有效。",
            "请改 validFrom、validTo；后一行开始的前一天是前一行的最后一天。",
            "two rows of the parameter “{}” hold on one day",
            "mend `validFrom` and `validTo`; a row ends on the day before the next begins",
        ],
        Lint::ImpossibleLimits => [
            "没有答案能满足：{}",
            "下限大于上限；请对调或改正。",
            "no answer can keep to this: {}",
            "the lower limit is above the upper one",
        ],
        Lint::ThinGuide => [
            "办事指南缺少“{}”。",
            "填表人先要知道带什么、要多久；请补上。",
            "the guide has no “{}”",
            "people first want to know what to bring and how long it takes",
        ],
        Lint::FutureDate => [
            "核对日期在今天之后：{}",
            "请写实际核对的那一天。",
            "checked on a day to come: {}",
            "write the day on which it was checked",
        ],
        Lint::NotValidYet => [
            "这一版从 {} 起才有效。",
            "在那以前请继续发布上一版。",
            "this version holds only from {}",
            "until then keep publishing the one before",
        ],
        Lint::OtherFolder => [
            "编号与文件夹不同：{}",
            "编号印在二维码里，不能改；请把文件夹改成同名。",
            "id and folder differ: {}",
            "the id is printed in QR codes and does not change; rename the folder",
        ],
        Lint::BadRole => [
            "“{}”不是一组问题，不能作为角色或所有人。",
            "x-role 写在引用 person、firm 的那一组上，x-owner 写那一组的名称。",
            "“{}” is no group of questions, so it can be no role and no owner",
            "`x-role` stands on a group such as a person or firm, and `x-owner` names that group",
        ],
        Lint::Untried => [
            "没有示例让这条规则的结果是 {}。",
            "请加一个示例：让条件成立的、让条件不成立的各要有一个。",
            "no example makes this rule {}",
            "add an example: one that keeps the condition and one that breaks it",
        ],
        Lint::CaseDiffers => [
            "这个边界例子的结果不一样：{}",
            "请核对条件、参数和例子；例子的日期是 today。",
            "this case comes to something else: {}",
            "check the conditions, the parameters and the case, which is worked out on its own `today`",
        ],
        Lint::CaseUntried => [
            "cases.json 里没有例子让它的结果是 {}。",
            "请加一个例子：每个条件都要有成立和不成立的，整体至少有一个还不能判断的。",
            "no case of cases.json makes this {}",
            "add one: each condition holds in some case and fails in another, and some case can not be told",
        ],
        Lint::FormerId => [
            "曾用编号“{}”还在用，或者有两处都写了。",
            "曾用编号只写在接替它的那一张表（或指南）里；原来的表要删去。",
            "the former id “{}” is still in use, or claimed twice",
            "name a former id in the one form or guide that took its place, and remove the old form",
        ],
        Lint::ChildAlone => [
            "“{}”可能是未满14周岁的孩子，表里却没有监护人，也没有拦住的年龄检查。",
            "孩子也能申请的，加一组监护人（x-role: guardian）和监护人的同意；不能申请的，加一条年龄检查（不要只是提醒），并说清楚下一步。",
            "“{}” may be a child under 14, yet there is no guardian and no check of the age that blocks",
            "where a child may apply, add a group with the role `guardian` and its consent; where not, a check of the age (no warning) that says what to do",
        ],
        Lint::MissingExample => [
            "缺少示例 {}。",
            "每张表要有 answers/minimal.json、answers/full.json 和至少一个 answers/refused-….json；免申即享事项还要有 cases.json。",
            "the example {} is missing",
            "each form has answers/minimal.json, answers/full.json and at least one answers/refused-….json, and a benefit cases.json",
        ],
        Lint::SameChoiceLabel => [
            "两个选项的文字相同：“{}”。",
            "填表人分不清；请改写其中一个。",
            "two choices read the same: “{}”",
            "nobody can tell them apart; reword one",
        ],
        Lint::SingleChoice => [
            "“{}”只有一个选项。",
            "没有选择就不用问；请补全选项，或改成是否题。",
            "“{}” has one choice only",
            "where there is no choice there is no question; add choices, or make it yes/no",
        ],
        Lint::BareChoice => [
            "“{}”的选项只有代码，没有文字。",
            "请把 enum 改成 oneOf，每项写 const 和 x-label。",
            "the choices of “{}” are bare codes",
            "write `oneOf` instead of `enum`, each with `const` and `x-label`",
        ],
        Lint::NotListed => [
            "catalog.json 的 order 里没有“{}”。",
            "请加进去；没有列出的表排在最后。",
            "`order` of catalog.json does not list “{}”",
            "add it; forms that are not listed come last",
        ],
        Lint::EmptyWords => [
            "文字是空的：{}",
            "请写上文字，或删去整项。",
            "the words are empty: {}",
            "write something, or remove the whole",
        ],
        Lint::Untranslated => [
            "英文里有汉字：“{}”。",
            "请译成英文，或删去 en。",
            "the English has Chinese in it: “{}”",
            "translate it, or remove `en`",
        ],
        Lint::BadMigration => [
            "migrate 的这一步用不上：{}",
            "from 要小于本表的 version；目标要是本表询问的问题，代码要在选项中。",
            "this step of `migrate` leads nowhere: {}",
            "`from` is below the form's `version`; the target is a question that is asked, the code one of its choices",
        ],
        Lint::OtherForm => [
            "不是同一张表：{}",
            "diff 比较同一编号的两个版本。",
            "not the same form: {}",
            "`diff` compares two versions of one id",
        ],
        Lint::NoVersionBump => [
            "内容改了，version 没有增加：{}",
            "请把新文件的 version 加 1；草稿和回执靠它区分版本。",
            "the form changed but `version` did not rise: {}",
            "raise `version` by one; drafts and receipts go by it",
        ],
        Lint::PathRemoved => [
            "“{}”没有了，migrate 里也没有它的去处。",
            "旧草稿里的回答会带不过来；请写一步 move、split 或 drop。",
            "“{}” is gone, and no step of `migrate` says where it went",
            "old drafts would not carry it over; write a step `move`, `split` or `drop`",
        ],
        Lint::ChoiceRemoved => [
            "选项 {} 没有了，migrate 里也没有说改成什么。",
            "请写一步 rename，例如 {\"from\": 1, \"rename\": \"tier\", \"values\": {\"旧\": \"新\"}}。",
            "the choice {} is gone, and no step of `migrate` says what it became",
            "write a step: {\"from\": 1, \"rename\": \"tier\", \"values\": {\"old\": \"new\"}}",
        ],
        Lint::KindChanged => [
            "“{}”换了类型。",
            "旧草稿里的回答会照样带来，但可能通不过检查。",
            "“{}” is of another kind",
            "old drafts carry the answer over as it was typed, and it may be refused",
        ],
    }
}
