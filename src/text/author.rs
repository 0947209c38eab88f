//! The words of the author's page.
//!
//! **Invariant:** they lie with that page, not in what a resident loads.

use super::fixed::words;
use crate::model::Locale;

words! {
    title: "表单作者工作台", "For form authors";
    lead: "放入表单文件或文件夹，马上看到错误、题目和纸面。文件只在这台设备上读取，不会上传。", "Drop a form file or a folder and see its faults, its questions and its paper at once. The files are read on this device and not uploaded.";

    // Bringing files.
    drop_title: "放入文件", "Bring files";
    drop_text: "把 form.json、整个事项文件夹（连同 answers）或整个 forms 文件夹拖到这里，也可以用下面的按钮选择。", "Drag form.json, the folder of an item with its answers, or the whole forms folder here, or choose them with the buttons.";
    drop_again: "在自己的编辑器里修改并保存，再拖进来或点“重新读取”，这里就更新。", "Change and save in your own editor, then drop again or press “Read again”; this page follows.";
    choose_files: "选择文件", "Choose files";
    choose_folder: "选择文件夹", "Choose a folder";
    read_again: "重新读取", "Read again";
    reading: "正在读取，请稍候……", "Reading, please wait…";
    checking: "正在检查，请稍候……", "Checking, please wait…";
    changed: "有文件读不出来（可能已被修改或移走），请重新放入。", "A file could not be read; it may have been changed or moved. Please bring the files again.";
    too_many: "一次最多 {} 个 JSON 文件，多出来的没有读。请只放入 forms 文件夹或一个事项的文件夹。", "At most {} JSON files at once; the rest was not read. Please bring the forms folder or the folder of one item.";
    too_much: "一次最多 {} MB，多出来的没有读。", "At most {} MB at once; the rest was not read.";
    no_json: "这里面没有 JSON 文件。", "There is no JSON file in it.";
    failed: "没能检查。", "The check did not work.";
    read_files: "读了 {} 个文件", "{} files read";
    unused: "没有用到的文件（不属于任何表单）", "Not used, since they belong to no form";

    // Faults.
    faults_title: "错误和警告", "Faults";
    faults_none: "没有发现问题。", "No fault was found.";
    n_errors: "错误 {} 处", "errors: {}";
    n_warnings: "警告 {} 处", "warnings: {}";
    line: "第 {} 行", "line {}";
    whole_file: "整个文件", "the whole file";
    error: "错误", "error";
    warning: "警告", "warning";
    hint: "怎么改：", "What to do: ";
    more_faults: "另有 {} 处没有列出，请先改上面的。", "{} more are not listed; please mend these first.";
    book_hint: "点编号看说明和例子（英文）。“错误”必须改，“警告”请看一看。", "Each code leads to its page in the book, with examples. An error must be mended; a warning asks you to look.";
    book: "表单写法（英文手册）", "The book: how to write forms";

    // The form.
    forms_title: "选择要看的表单", "Choose a form to look at";
    form_broken: "这张表单还有错误，改好以后才能看题目和纸面。", "This form still has errors. Its questions and its paper are shown once they are mended.";
    form_version: "第 {} 版", "version {}";

    fields_title: "题目", "Questions";
    fields_lead: "和居民看到的一样，可以试填；不会保存。", "As a resident sees them. Try them out; nothing is kept.";
    fields_pages: "页", "Pages";
    fields_check: "核对", "Check";
    fields_none: "这张表单没有题目。", "This form asks nothing.";
    fields_next: "下一页", "Next page";

    paper_title: "纸面", "Paper";
    paper_which: "看哪一种", "Which paper";
    paper_blank: "空白表", "Blank form";
    paper_sample: "填好的样表", "Filled sample";
    paper_no_sample: "旁边没有 answers/full.json，所以没有样表。", "There is no answers/full.json beside it, so there is no filled sample.";
    scan_title: "和官方原表比对", "Compare with the official form";
    scan_text: "选一张官方原表的扫描图（PNG、JPG 等），垫在纸面下面比对格子。图片只在本机使用。", "Choose a picture of the official form; it is laid beneath the paper to compare the grid. It stays on this device.";
    scan_choose: "选择扫描图", "Choose a scan";
    scan_opacity: "扫描图的浓淡", "Strength of the scan";
    scan_page: "垫在哪一页", "Beneath which page";
    scan_remove: "拿掉扫描图", "Remove the scan";
    scan_bad: "这个文件打不开。请选 PNG、JPG、WebP 或 SVG 图片，不超过 {} MB；PDF 请先转成图片。", "This file cannot be shown. Please choose a PNG, JPG, WebP or SVG picture of at most {} MB; turn a PDF into a picture first.";
    scan_alt: "官方原表的扫描图", "Scan of the official form";

    runs_title: "示例", "Examples";
    runs_lead: "answers 文件夹里的每个示例都跑一遍。", "Each example in the answers folder is run.";
    runs_none: "旁边没有 answers 文件夹，没有示例可跑。", "There is no answers folder beside it, so there is nothing to run.";
    run_passes: "通过", "passes";
    run_refused: "被退回，原因和列出的 {} 处完全一样", "refused for exactly the {} listed issues";
    run_differs: "和文件名所说的不同", "not as its name says";
    run_order: "问题的顺序和列出的不同，或者没有一处是错误。", "The issues stand in another order than listed, or none of them is an error.";
    run_missing: "列出了但没有出现", "Listed, and not found";
    run_extra: "出现了但没有列出", "Found, and not listed";
    run_unreadable: "读不了", "cannot be read";
}
