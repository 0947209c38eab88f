//! The words for browsers that neither print nor download, as those within other apps.

use super::fixed::words;
use crate::model::Locale;

words! {
    summary: "打印或下载没有反应？", "Printing or downloading does nothing?";
    missing: "这个浏览器不能直接打印或下载。", "This browser can not print or download by itself.";
    menu: "在微信、支付宝等软件里打开的，请点右上角菜单，选“在浏览器打开”，再回到这一页。先把填的内容存成文件，或者在浏览器里重新填。", "Within another app (WeChat, Alipay), open the page in a browser from the menu above and come back here. Save what you entered as a file first, or enter it again there.";
    keep: "或者把材料变成图片，长按图片保存，到打印店或窗口打印。", "Or turn the papers into pictures, press one long to keep it, and have it printed.";
    staff: "也可以把屏幕上的材料给窗口工作人员看。", "Or show the papers on the screen at the window.";
    make: "变成图片", "Make pictures";
    making: "正在变成图片……", "Making pictures…";
    failed: "没能变成图片，请再试一次。", "The pictures could not be made. Please try again.";
    done: "长按图片，选“保存图片”。", "Press a picture long and choose to save it.";
}
