//! The words of signatures and attachments.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::fixed::words;
use crate::model::Locale;

words! {
    sign_how: "用手指、手写笔或鼠标在框里写。不方便写的，打印后在纸上签字。", "Write in the box with a finger, a pen or the mouse. If that is not easy, sign on paper once it is printed.";
    sign_optional: "也可以空着。", " You may also leave it empty.";
    sign_pad: "签名框，已写 {} 笔", "Box to sign in, strokes: {}";
    sign_undo: "撤销一笔", "Undo the last stroke";
    sign_clear: "清除重写", "Clear";
    sign_on_paper: "不在这里写，打印后在纸上签字", "Not here: I will sign on paper";
    sign_undone: "已撤销一笔", "Last stroke undone";
    sign_cleared: "已清除", "Cleared";
    sign_full: "笔画太多，写不下了。请清除后重写，或者在纸上签字。", "Too many strokes. Please clear it and sign again, or sign on paper.";
    attach_choose: "选择文件或拍照", "Choose a file or take a photo";
    attach_other: "换一个", "Choose another";
    attach_remove: "移除", "Remove";
    attach_types: "可以用：{}。也可以把文件拖到这里。", "You can use: {}. You can also drop the file here.";
    attach_photo: "照片（JPEG）", "photos (JPEG)";
    attach_most: "，最大 ", ", at most ";
    attach_privacy: "照片会自动转正、缩小，拍摄地点等信息会去掉；文件名不会写进材料。", " A photo is turned upright and made smaller, and where it was taken is removed; the file's name is not kept.";
    attach_pdf: "PDF 原样附上。", " A PDF stays as it is.";
    attach_busy: "正在处理文件……", "Preparing the file…";
    attach_done: "文件已附上", "The file is attached";
    attach_removed: "文件已移除", "The file was removed";
    attach_alt: "{}的预览", "Preview: {}";
    attach_bad_type: "这个文件不能用，请换成上面说明的种类。", "This file can not be used. Please choose one of the kinds named here.";
    attach_too_large: "文件太大，最大 {}。请换一个小一些的。", "The file is too large: {} at most. Please choose a smaller one.";
    attach_unreadable: "这个文件读不出来，请换一个。", "This file can not be read. Please choose another.";
    attach_lost: "这份文件已经不在这台设备上了，请重新选择。", "This file is no longer on this device. Please choose it again.";
    attach_not_kept: "文件没能存在这台设备上：关闭或刷新网页以后，要重新选择。", "The file could not be kept on this device: choose it again after closing or reloading the page.";
}
