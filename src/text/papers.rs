//! The words of "check answers" and of the papers.
//!
//! **Invariant:** they lie with the second file of the program, not in what is loaded first.

use super::fixed::words;
use crate::model::Locale;

words! {
    check_lead: "请看一遍。要改的点“修改”。", "Please read through. Press “Change” to correct something.";
    check_open_title: "还有 {} 处没有填", "{} still open";
    check_open_text: "可以点下面的名称现在补上，也可以先打印，再用笔写。", "Add them now, or print and write them in by hand.";
    check_wrong_title: "有 {} 处要改", "{} to correct";
    check_warn_title: "有 {} 处请再核对", "{} to check again";
    check_done: "都填好了", "Everything is filled in";
    check_done_text: "可以做成正式的申请材料。", "The papers can be made now.";
    make_papers: "生成材料", "Make the papers";
    make_draft: "先打印未填完的表", "Print it as a draft";
    consent_given: "已同意", "Agreed";
    consent_open: "打印后在纸上签字", "To be signed on paper";
    papers_title: "您的材料", "Your papers";
    papers_complete: "材料做好了", "The papers are ready";
    papers_complete_text: "打印或下载后，签字，带上材料去窗口。", "Print or download, sign, and take them to the window.";
    papers_draft: "这是还没填完的表", "This form is not complete";
    papers_draft_text: "空着的地方请用笔填写。缺什么，第一页上列出来了。", "Please fill in the open places by hand. The first page lists what is missing.";
    papers_blank: "空白表", "Blank form";
    papers_sample: "填好的样表", "Filled sample";
    papers_sample_text: "样表里的人和号码都是编的，只用来看怎么填。", "The person and the numbers in the sample are made up.";
    papers_blank_text: "可以打印出来用笔填。", "Print it and fill it in by hand.";
    papers_pages: "共 {} 页", "{} pages";
    papers_reference: "编号", "Reference";
    papers_lost: "这些附件没有附上或读不出来，请另行提交：", "These files are not here or can not be read; hand them in apart: ";
    papers_next: "接下来", "What to do next";
    papers_next_sign: "在要签字的地方签字或按指印。", "Sign where it says so, or give a fingerprint.";
    papers_next_bring: "把打印的材料和证件带到窗口。", "Take the papers and your documents to the window.";
    papers_next_wipe: "在公用设备上，走之前点“清除并退出”。", "On a shared device press “Clear and leave” before you go.";
    download_pdf: "下载 PDF", "Download PDF";
    download_data: "下载数据文件", "Download the data file";
    download_data_hint: "给工作人员读取用，里面有您填写的全部内容。", "For staff to read in. It holds everything you entered.";
    edit_answers: "回去修改", "Go back and change";
}
