//! The official table of SQ031 built by hand, filled with invented answers: what layout and render are tested on.

use yuntian::model::Align;
use yuntian::packet::{
    Block, BlockCell, BlockContent, BlockRow, Checkbox, Document, FormTable, Open, Paper, TextBlock, TextRole,
};

/// A cell.
pub(crate) fn cell(span: u8, content: BlockContent) -> BlockCell {
    BlockCell { span, down: 1, is_heading: false, align: Align::Start, path: None, content }
}

/// A cell that names a row.
pub(crate) fn label(span: u8, text: &str) -> BlockCell {
    let content = BlockContent::Text(text.to_owned());
    BlockCell { is_heading: true, align: Align::Center, ..cell(span, content) }
}

/// A cell of text at the left.
pub(crate) fn text(span: u8, text: &str) -> BlockCell {
    cell(span, BlockContent::Text(text.to_owned()))
}

fn centered(span: u8, content: &str) -> BlockCell {
    BlockCell { align: Align::Center, ..text(span, content) }
}

fn ticks(span: u8, ticked: usize, labels: &[&str]) -> BlockCell {
    let marker = |n| if n == ticked { Checkbox::Ticked } else { Checkbox::Unticked };
    let ticks = labels.iter().enumerate().map(|(n, label)| (marker(n), (*label).to_owned())).collect();
    cell(span, BlockContent::Ticks(ticks))
}

fn opinion(ticks: &[&str], opinion: &str) -> BlockCell {
    cell(
        10,
        BlockContent::Opinion {
            text: opinion.to_owned(),
            ticks: ticks.iter().map(|tick| (*tick).to_owned()).collect(),
            lines: vec!["经办人：".to_owned(), "负责人：".to_owned()],
            seal: "（公章）".to_owned(),
            date: "      年    月    日".to_owned(),
        },
    )
}

/// A row.
pub(crate) fn row(height: f32, cells: Vec<BlockCell>) -> BlockRow {
    BlockRow { height, is_header: false, is_repeated: false, cells }
}

/// A paper of one document.
pub(crate) fn paper(title: &str, blocks: Vec<Block>) -> Paper {
    Paper {
        title: title.to_owned(),
        language: "zh-CN".to_owned(),
        documents: vec![Document {
            id: "application".to_owned(),
            title: title.to_owned(),
            blocks,
            is_one_sheet: false,
        }],
        digest: Some("0123456789ab".to_owned()),
        reference: Some("0123456789".to_owned()),
        footer: "示例清单，非官方".to_owned(),
    }
}

/// A block of text.
pub(crate) fn block(role: TextRole, size: f32, text: &str) -> Block {
    let is_title = role == TextRole::Title;
    let align = if is_title { Align::Center } else { Align::Start };
    Block::Text(TextBlock { role, text: text.to_owned(), size, is_bold: is_title, align })
}

/// A table of twelve columns.
pub(crate) fn table(rows: Vec<BlockRow>) -> Block {
    Block::Table(FormTable {
        summary: "汉阳区高龄津贴申请审批表".to_owned(), columns: 12, size: 10.5, rows
    })
}

/// The filled table. One answer is missing, one name has a character without a glyph.
pub(crate) fn application() -> Paper {
    let photo = BlockContent::Photo { text: "照片\n（一寸）".to_owned(), picture: None };
    let declaration = BlockContent::Sign {
        text: "本人承诺以上信息真实，户籍迁出、死亡等情况及时报告。".to_owned(),
        signer: "申请人（签字/指印）：".to_owned(),
        date: "      年    月    日".to_owned(),
        drawn: None,
    };
    let boxes = BlockContent::Boxes { n: 18, text: "420105194310250027".to_owned() };
    let rows = vec![
        row(
            9.0,
            vec![
                label(2, "姓名"),
                text(3, "欧阳秀\u{200B}\u{20000}"),
                label(1, "性别"),
                centered(1, "女"),
                label(1, "民族"),
                centered(2, "土家族"),
                BlockCell { down: 4, align: Align::Center, ..cell(2, photo) },
            ],
        ),
        row(
            9.0,
            vec![
                label(2, "出生日期"),
                text(3, "1943年10月25日"),
                label(1, "年龄"),
                centered(1, "83"),
                label(1, "婚姻"),
                centered(2, "丧偶"),
            ],
        ),
        row(9.0, vec![label(2, "公民身份号码"), cell(8, boxes)]),
        row(
            9.0,
            vec![
                label(2, "户籍地址"),
                text(
                    8,
                    "湖北省武汉市汉阳区琴断口街道七里庙社区玫瑰街88号翠微新苑小区3栋2单元501室（原江汉二桥街道）",
                ),
            ],
        ),
        row(
            9.0,
            vec![
                label(2, "现居住地址"),
                text(10, "湖北省武汉市汉阳区琴断口街道七里庙社区玫瑰街88号翠微新苑3栋2单元501室"),
            ],
        ),
        row(
            9.0,
            vec![
                label(2, "联系电话"),
                text(4, "13900000000"),
                label(2, "居住状况"),
                ticks(4, 1, &["独居", "与配偶", "与子女", "机构"]),
            ],
        ),
        row(9.0, vec![label(2, "申请档次"), ticks(10, 0, &["80–89周岁", "90–99周岁", "100周岁及以上"])]),
        row(
            9.0,
            vec![
                label(2, "开户银行"),
                text(4, "中国农业银行股份有限公司武汉汉阳七里庙支行"),
                label(2, "账号（本人）"),
                cell(4, BlockContent::Open(Open::Missing)),
            ],
        ),
        row(
            9.0,
            vec![
                label(2, "代办人"),
                text(2, "欧阳建国"),
                label(1, "关系"),
                centered(1, "子女"),
                label(2, "证件号码"),
                text(4, "420105197001010012"),
            ],
        ),
        row(26.0, vec![label(2, "申请人声明"), cell(10, declaration)]),
        row(32.0, vec![label(2, "社区（村）\n意见"), opinion(&[], "")]),
        row(32.0, vec![label(2, "街道审核\n意见"), opinion(&[], "")]),
        row(
            32.0,
            vec![
                label(2, "区民政局\n审批意见"),
                opinion(&["80档", "90档", "100档"], "自____年__月起，____元/月"),
            ],
        ),
    ];
    paper(
        "汉阳区高龄津贴申请审批表",
        vec![
            block(TextRole::Title, 20.0, "汉阳区高龄津贴申请审批表"),
            Block::Split {
                left: "填表日期：2026年11月23日".to_owned(),
                right: "编号：________".to_owned(),
                size: 10.5,
            },
            table(rows),
            block(TextRole::Note, 9.0, "注：1.一式二份。2.附身份证、户口簿、本人银行卡复印件各一份。"),
        ],
    )
}

/// Pages of everything else: headings, lists, lines to sign, a long table with header rows, text beyond a sheet.
pub(crate) fn assorted() -> Paper {
    let items = [
        (Checkbox::Unticked, "申请人身份证原件及复印件一份（必要）".to_owned()),
        (Checkbox::Ticked, "户口簿首页及本人页复印件一份；户口簿与身份证住址不一致的，还须带上公安机关出具的户籍证明，复印件须注明“与原件一致”并签字（如有请带）".to_owned()),
    ];
    let numbered = (1..=3).map(|n| (Checkbox::Number(n), "到社区窗口交材料，现场核对后盖章。".to_owned()));
    let mut rows = vec![BlockRow {
        is_header: true,
        is_repeated: false,
        ..row(9.0, vec![label(3, "序号"), label(9, "说明")])
    }];
    rows.extend((1..=40).map(|n| row(9.0, vec![text(3, &n.to_string()), text(9, "第一行说明文字")])));
    rows.push(row(9.0, vec![label(3, "长文"), text(9, &"很长的一段说明，写满不止一页。".repeat(260))]));
    paper(
        "杂项",
        vec![
            block(TextRole::Title, 20.0, "杂项"),
            block(TextRole::Heading, 13.0, "一、清单"),
            Block::List { items: items.to_vec(), size: 11.0 },
            Block::List { items: numbered.collect(), size: 11.0 },
            block(
                TextRole::Paragraph,
                11.0,
                "委托人因故不能亲自办理，现委托上述受托人代为办理“高龄津贴申领”事项，代为提交材料、如实说明情况、签收有关文书。",
            ),
            Block::Signature {
                lines: vec![
                    "申请人（签字或按指印）".to_owned(),
                    "日期".to_owned(),
                    "窗口工作人员（签字）".to_owned(),
                ],
            },
            Block::Space(5.0),
            block(TextRole::Heading, 13.0, "二、长表"),
            table(rows),
        ],
    )
}
