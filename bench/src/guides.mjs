// A made-up portal export for `yuntian guides import`: node src/guides.mjs 9110 FILE.csv [FIRST]. The same numbers give the same bytes; every
// item is a sample, none is real. A file of more than 50 MB is refused, so 100,000 come in two: the second begins with FIRST. Materials lie in their cell as JSON, as portals have them.

import fs from 'node:fs';

const [n, file, first] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 0)];
if (!Number.isInteger(n) || n < 1 || !file) throw new Error('guides: node src/guides.mjs NUMBER FILE.csv');

const OFFICES = ['民政局', '人力资源和社会保障局', '医疗保障局', '卫生健康局', '公安分局', '住房保障和房屋管理局', '市场监督管理局', '司法局', '税务局', '残疾人联合会'];
const SUBJECTS = ['社会救助', '养老服务', '就业补贴', '医疗费用', '生育登记', '户口', '公租房', '食品经营', '法律援助', '残疾人证', '个体工商户', '护理补贴', '创业担保贷款', '居住证', '临时救助'];
const ACTS = ['申领', '变更', '注销', '补办', '查询', '年度核验', '延期', '转移', '备案', '认定'];
const TYPES = ['公共服务', '行政给付', '行政确认', '行政许可', '其他行政权力'];
const PAPERS = ['居民身份证', '户口簿', '申请表', '银行卡', '近期照片', '收入证明', '居住证明', '营业执照', '委托书'];

const HEAD = ['事项名称', '实施主体', '基本编码', '实施编码', '事项类型', '行使层级', '服务对象', '办件类型', '法定办结时限', '承诺办结时限',
  '受理条件', '申请材料', '办理流程', '是否收费', '办理形式', '到现场次数', '通办范围', '办理地点', '地址', '办理时间', '咨询电话', '更新日期'];
const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const pick = (list, at) => list[at % list.length];

function row(k) {
  const office = `示例${pick(['一', '二', '三', '四', '五', '六', '七'], Math.floor(k / 1500))}区${pick(OFFICES, k)}`;
  const materials = Array.from({ length: 2 + (k % 3) }, (_, at) => ({
    materialTitle: pick(PAPERS, k + at * 2), isMust: at < 2 ? '1' : '0', copiesNum: String(1 + (at % 2)), sourceChannel: at ? '申请人自备' : '政府部门核发',
  }));
  return [
    `示例${pick(SUBJECTS, Math.floor(k / 10))}${pick(ACTS, k)}（第${k + 1}号）`, office, `42201${String(k % 10_000_000).padStart(7, '0')}`, `SL-${k + 1}`, pick(TYPES, k),
    '县级、社区', k % 4 ? '个人' : '法人', k % 5 ? '承诺件' : '即办件', String(5 + (k % 26)), k % 5 ? String(1 + (k % 10)) : '0',
    '本人提出申请；符合规定的条件', JSON.stringify(materials), '申请；受理；审核；办结', '否', k % 2 ? '窗口办理、网上办理' : '窗口办理', String(k % 3), k % 2 ? '全市通办' : '全区通办',
    `${office}窗口`, `示例路${1 + (k % 300)}号`, '工作日 9:00-17:00', '', '2026-11-01',
  ].map(quoted).join(',');
}

const out = fs.createWriteStream(file);
out.write(`${HEAD.join(',')}\n`);
for (let k = first; k < first + n; k += 1) if (!out.write(`${row(k)}\n`)) await new Promise((done) => { out.once('drain', done); });
out.end();
