//! Sentences about the outside: a worker or a store that failed. What a person can do comes first; the code is for staff.

use crate::{model::Locale, worker::WorkerError};

/// Why a paper was not made.
#[must_use]
pub fn worker(error: &WorkerError, locale: Locale) -> String {
    let (zh, en) = match error {
        WorkerError::Unavailable => (
            "制作程序没能启动。请用较新的浏览器打开本页，或请工作人员帮忙。",
            "The program that makes papers did not start. Please use a recent browser, or ask a member of staff.",
        ),
        WorkerError::Broken => ("制作中断了，请再试一次。", "Making the papers broke off. Please try again."),
        WorkerError::Late => {
            ("等了太久，请检查网络后再试一次。", "It took too long. Please check the network and try again.")
        }
        WorkerError::Missing { .. } => (
            "有文件没有取到，请检查网络后再试一次。",
            "A file did not come. Please check the network and try again.",
        ),
        WorkerError::Refused(notes) => {
            let sentences: Vec<&str> = notes
                .iter()
                .map(|note| note.sentence.as_str())
                .filter(|sentence| !sentence.is_empty())
                .collect();
            if !sentences.is_empty() {
                return sentences.join(" ");
            }
            (
                "填写的内容还不能做成这份材料，请回去核对。",
                "The answers do not make this paper yet. Please go back and check them.",
            )
        }
        WorkerError::Failed { .. } => {
            ("程序出错了，请告诉工作人员。", "The program made a mistake. Please tell a member of staff.")
        }
        WorkerError::Ended => ("已经清除并退出。", "Everything was cleared."),
    };
    match locale {
        Locale::Zh => zh.to_owned(),
        Locale::En => en.to_owned(),
    }
}
