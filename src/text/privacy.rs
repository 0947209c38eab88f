//! Words of the notice about personal data that no form needs before it is filled in.
//!
//! **Invariant:** they lie with the page of the notice, not in what is loaded first.

use super::fixed::words;
use crate::model::Locale;

words! {
    own: "“企业资料”和“我的资料”：您自己存的，加密存在这台设备的浏览器里，一直保留到您删除，或者点“清除并退出”；不上传。填表时您点了“填入”才会用。", "“Firm details” and “My details”: what you stored yourself is kept encrypted in this device's browser until you delete it or press “Clear and leave”, and is not uploaded. A form takes it over only when you press the button.";
}
