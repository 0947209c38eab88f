//! The words of "What am I entitled to?" and of the check of one benefit.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::fixed::words;
use crate::model::Locale;

words! {
    benefit_title: "测一测：可能符合吗？", "Check: may you qualify?";
    benefit_lead: "回答几个问题就知道。这里的结果不是审批决定。", "Answer a few questions. The result is no decision.";
    benefit_question: "第 {} 个问题", "Question {}";
    benefit_yes: "可能符合，待部门核验", "You may qualify; the office will verify";
    benefit_yes_text: "按您填写的情况，可能符合条件。是否能享受，由主管部门核验后决定。", "By what you entered the conditions may be met. The office verifies and decides.";
    benefit_no: "按您填写的情况，不符合", "By what you entered, you do not qualify";
    benefit_no_because: "因为", "Because";
    benefit_no_text: "如果觉得不对，请核对填写的内容，或到窗口咨询。", "If this seems wrong, check your answers or ask at the window.";
    benefit_unknown: "还不能判断", "It cannot be told yet";
    benefit_unknown_text: "还缺下面的信息，补上才能判断。", "This is still needed to tell:";
    benefit_confirm: "填写一页确认书", "Fill in the one-page confirmation";
    benefit_again: "重新测一次", "Start again";
    benefit_notice: "填写的内容只用来判断，加密存在这台设备上，不上传。", "Your answers serve this check only, are kept encrypted on this device and not uploaded.";
    benefit_later: "这个先不答", "I cannot answer this";
    entitled_whom: "为谁看？", "For whom?";
    entitled_person: "为我和家人", "For me and my family";
    entitled_firm: "为我的企业", "For my firm";
    entitled_skip: "不清楚，跳过", "I do not know, skip";
    entitled_none: "一个也没有的，直接点“下一步”。", "Where there is none, just continue.";
    entitled_all: "看全部答案", "See all my answers";
    entitled_done: "没有要问的了。结果在这里，答案可以随时改。", "There is nothing left to ask. The results are here; you can change any answer.";
    entitled_no: "不符合，因为…", "Not met, because …";
    entitled_since: "按{}起的标准", "By the standards in force since {}";
    entitled_notice: "填写的内容只用来判断，不保存、不上传。", "Your answers serve this check only and are neither kept nor uploaded.";
}
