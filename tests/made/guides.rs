//! A made-up catalogue as large as a district's or a city's: the real titles of items, benefits and bundles as forms, and guides
//! without a form whose titles are made of some 430 things that offices really decide about, the acts that go with them, and
//! cases. Each guide stands at an office: a department, a street or a community, as real lists repeat a title for each.
//!
//! The same number of guides gives the same catalogue.

use std::collections::BTreeMap;

use yuntian::{
    model::Localized,
    search::{Entry, EntryKind},
};

const FORMS: &str = include_str!("forms.txt");
const SUBJECTS: &str = include_str!("subjects.txt");
const HANYANG: &str = include_str!("../../forms/regions/hanyang.json");

/// How many guides a district's list has.
pub const DISTRICT: usize = 9110;
/// How many a city's has.
pub const CITY: usize = 100_000;

const DISTRICTS: [&str; 13] = [
    "汉阳区",
    "江岸区",
    "江汉区",
    "硚口区",
    "武昌区",
    "青山区",
    "洪山区",
    "东西湖区",
    "汉南区",
    "蔡甸区",
    "江夏区",
    "黄陂区",
    "新洲区",
];
const ACTS: &str = "许可 审批 备案 核准 登记 认定 申请 办理 审核转报 资格确认 信息采集 给付 核发 审查 验收 公示 奖励 补助发放 年检 抽样检验 初审 告知 鉴定 评定 签发 检定 \
    划拨 减免 报备 核定 转移接续 预约 咨询答复 档案查阅 证明开具 监督检查 征收 返还 仲裁 调解";
const LATER: &str = "变更 延续 注销 补办 撤销 年度审验 换发 信息查询 停业与恢复 法定代表人变更 续期 复核 异议处理 中止 终止 恢复 合并 分立 转让 抵押 解除 迁移 增项 降级 补正 更名 \
    增补 移交 清算 退回";
const CASES: &str = "首次申请 新办 延期 遗失补办 损毁换证 到期换证 自然人 法人 个体工商户 委托代办 告知承诺 跨省通办 省内通办 外商投资 港澳台居民 未成年人 分支机构 名称变更 地址变更 负责人变更 \
    经营范围变更 权限内 省级权限委托实施 自贸区 一般程序 简易程序 网上申请 集中办理 非公有制企业 事业单位 社会组织 农村居民 城镇居民 灵活就业人员 低收入家庭 在校学生 退休人员 因公 因私 紧急情况 乡镇 \
    占地五百平方米以下 三层以下 连锁门店 含冷藏 不含冷库 散装 预包装 进口 出口 临时性 季节性 夜间 高速公路沿线 长江岸线 历史街区 山区 涉密 非涉密 第一类 第二类 甲级 乙级 丙级 试生产 \
    技术改造 扩建 迁建 联合体 外地企业 应届毕业生 复员军人 单亲 孕产妇 失独家庭 多胎 境外学历 集体产权 共有人 监护人代办 遗嘱继承 法院判决 银行按揭 公积金";
/// What an item may be narrowed down to.
const KINDS: &str = "家具 橡胶 陶瓷 纺织 服装 皮革 造纸 木材 塑料 玻璃 水泥 钢铁 铸造 有色金属 电镀 电线电缆 灯具 电池 仪表 钟表 眼镜 玩具 乐器 文具 珠宝 工艺品 花卉 苗木 茶叶 蔬菜 水果 坚果 粮油 面粉 豆制品 \
    糕点 糖果 饮料 白酒 啤酒 葡萄酒 乳粉 奶酪 肉制品 腌腊 水产品 罐头 调味料 酱油 食醋 食盐 淀粉 蜂蜜 速冻 方便食品 婴幼儿 中药材 饮片 疫苗 血液制品 生物制品 试剂 口腔 眼科 骨科 康复 体检 美容 理发 足浴 桑拿 温泉 \
    游泳 滑雪 攀岩 潜水 射击 马术 棋牌 台球 保龄球 网球 羽毛球 舞蹈 武术 书法 摄影 动漫 游戏 直播 影院 剧院 博物馆 图书馆 画廊 古玩 拍卖 典当 担保 小额贷款 保险代理 证券 期货 信托 融资租赁 会计 审计 评估 税务师 \
    翻译 设计 监理 测绘 勘察 钻探 爆破 拆除 吊装 脚手架 幕墙 门窗 防水 保温 管道 锅炉 暖通 空调 制冷 电梯 消防 安防 弱电 通信 基站 光缆 卫星 雷达 气象 地震 水文 环保 绿化 园艺 保洁 家政 月嫂 护工 养老 托幼 早教 \
    驾校 船舶 飞艇 无人机 摩托车 电动自行车 三轮车 拖车 二手车 报废车 轮胎 汽油 柴油 天然气 液化气 煤炭 焦炭 风电 光伏 充电桩 储能 农机 化肥 种子 种畜 禽苗 蚕种 鱼苗 渔船 网箱 码头 仓储 冷链 快递 搬家 物流园 保税 \
    跨境电商 展览 会议 广告牌 霓虹灯 报亭 书店 打印 刻章 开锁 废品 垃圾 污泥 危废 油烟 噪声 粉尘 辐射 地下水 温室 湿地 古树 野猪 蛇类 鹦鹉 藏獒";
/// Offices whose work goes on in streets and communities.
const NEAR: [&str; 6] = ["人社", "民政", "卫健", "医保", "残联", "退役军人"];
/// Characters of which names of places are made.
const PLACES: &str = "东西南北中新老大小上下前后金银铜铁石土水火山河江湖海桥路街巷里村庄园林竹松柏梅兰桂荷莲柳杨桃李杏枣榆槐枫花草叶春夏秋冬阳月星云雨雪风雷天地日光明和平安康福禄寿喜祥瑞吉利丰华胜利红旗解放建设民主自由友谊团结幸福长青翠碧绿蓝紫白黑黄龙凤鹤鹰马牛羊虎塘湾港口洲岛墩岭坡台楼阁亭寺庙塔城门关堡营寨屯田井泉池渡";

/// Numbers that look like chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    fn of(&mut self, list: &'static str) -> &'static str {
        let words: Vec<&str> = list.split_whitespace().collect();
        words[self.roll(words.len())]
    }
}

fn words(text: &str) -> Vec<String> {
    text.split('、').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What can be filled in: 69 items, 21 benefits, 109 bundles.
pub fn forms() -> Vec<Entry> {
    let rows = FORMS.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        let [id, department, title, en, synonyms, materials] = cells[..] else { panic!("forms.txt: {row}") };
        Entry {
            id: id.to_owned(),
            kind: match id.get(..1) {
                Some("S") => EntryKind::Item,
                Some("B") => EntryKind::Bundle,
                _ => EntryKind::Benefit,
            },
            title: Localized { zh: title.to_owned(), en: (!en.is_empty()).then(|| en.to_owned()) },
            department: Localized { zh: department.to_owned(), en: None },
            department_key: String::new(),
            synonyms: words(synonyms),
            tags: Vec::new(),
            materials: words(materials),
            life_events: Vec::new(),
            lists: Vec::new(),
            venues: Vec::new(),
            minutes: 6,
            has_form: true,
        }
    })
    .collect()
}

/// An item of the list: its department and title, and where it is decided.
struct Item {
    department: String,
    title: String,
    level: Level,
}

#[derive(Clone, Copy, PartialEq)]
enum Level {
    Department,
    Street,
    Community,
}

/// Some 1,100 items: what is decided about, with the acts that go with it.
fn items() -> Vec<Item> {
    let mut dice = Dice(7);
    let mut items = Vec::new();
    for line in SUBJECTS.lines() {
        let (department, subjects) = line.split_once('|').unwrap_or_default();
        for subject in subjects.split(' ') {
            let act = dice.of(ACTS);
            let mut titles = vec![format!("{subject}{act}")];
            for _ in 0..dice.roll(4) {
                // Some for a trade or thing, some for what comes later.
                titles.push(match dice.roll(4) {
                    0 => format!("{}{subject}{act}{}", dice.of(KINDS), dice.of(LATER)),
                    1 => format!("{subject}（{}）{act}", dice.of(KINDS)),
                    2 => format!("{}{subject}{}", dice.of(KINDS), dice.of(ACTS)),
                    _ => format!("{subject}{act}{}", dice.of(LATER)),
                });
            }
            titles.dedup();
            for title in titles {
                let level = match (NEAR.contains(&department), dice.roll(100)) {
                    (true, 0..14) => Level::Community,
                    (true, 14..38) => Level::Street,
                    _ => Level::Department,
                };
                items.push(Item { department: department.to_owned(), title, level });
            }
        }
    }
    items
}

/// A district's offices: its streets and communities.
fn offices(district: usize, dice: &mut Dice) -> (Vec<String>, Vec<String>) {
    let names = HANYANG.split("\"name\": \"").skip(2).filter_map(|rest| rest.split('"').next());
    let (streets, communities): (Vec<&str>, Vec<&str>) = names.partition(|name| !name.ends_with("居委会"));
    if district == 0 {
        let own = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        return (own(streets), own(communities));
    }
    let chars: Vec<char> = PLACES.chars().collect();
    let mut named = |n: usize, ending: &str| -> Vec<String> {
        (0..n)
            .map(|_| {
                let len = 2 + dice.roll(2);
                let name: String = (0..len).map(|_| chars[dice.roll(chars.len())]).collect();
                format!("{name}{ending}")
            })
            .collect()
    };
    (named(streets.len(), "街道"), named(communities.len(), "社区居委会"))
}

/// So many guides without a form, in order of use: what communities do first.
pub fn guides(n: usize) -> Vec<Entry> {
    let mut dice = Dice(11);
    let items = items();
    // As a portal exports them: district by district, department by department.
    let mut listed: Vec<(String, String, Level)> = Vec::new();
    for round in 0.. {
        let district = round % DISTRICTS.len();
        let name = DISTRICTS[district];
        let (streets, communities) = offices(district, &mut dice);
        for item in &items {
            let office = format!("{name}{}局", item.department);
            let mut titles = vec![item.title.clone()];
            // A quarter of the items of other districts are called otherwise than in the first.
            if district > 0 && dice.roll(4) == 0 {
                titles = vec![format!("{}（{}）", item.title, dice.of(CASES))];
            }
            match item.level {
                Level::Community => {
                    listed.extend(communities.iter().map(|at| (titles[0].clone(), at.clone(), item.level)))
                }
                Level::Street => {
                    listed.extend(streets.iter().map(|at| (titles[0].clone(), at.clone(), item.level)))
                }
                Level::Department => {
                    for _ in 0..dice.roll(4) {
                        let (a, b) = (dice.of(CASES), dice.of(CASES));
                        titles.push(match dice.roll(5) {
                            0 => format!("{}（{a}、{b}）", item.title),
                            1 => format!("{a}{}", item.title),
                            _ => format!("{}（{a}）", item.title),
                        });
                    }
                    listed.extend(titles.into_iter().map(|title| (title, office.clone(), item.level)));
                }
            }
        }
        if listed.len() >= n {
            break;
        }
    }
    // Each title has its place by use; what communities do stands before the rest.
    let mut places: BTreeMap<String, (bool, usize)> = BTreeMap::new();
    for (title, _, level) in &listed {
        let place = (*level != Level::Community, dice.roll(1 << 30));
        places.entry(title.clone()).or_insert(place);
    }
    let mut guides: Vec<((bool, usize), Entry)> = Vec::new();
    for (idx, (title, office, _)) in listed.into_iter().take(n).enumerate() {
        let place = places[&title];
        let entry = Entry {
            id: format!("G{:05}", idx + 1),
            kind: EntryKind::Item,
            title: Localized { zh: title, en: None },
            department: Localized { zh: office, en: None },
            department_key: String::new(),
            synonyms: Vec::new(),
            tags: Vec::new(),
            materials: Vec::new(),
            life_events: Vec::new(),
            lists: Vec::new(),
            venues: Vec::new(),
            minutes: 0,
            has_form: false,
        };
        guides.push((place, entry));
    }
    guides.sort_by_key(|(place, _)| *place);
    guides.into_iter().map(|(_, entry)| entry).collect()
}
