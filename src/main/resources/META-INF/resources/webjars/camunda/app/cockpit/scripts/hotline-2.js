/*
 * What Cockpit and Admin cannot be configured to do: the few English words that stand fixed in their pages and in the
 * library that draws the tables, dates as people here write them, and the way to the pages of the tables.
 * Changed? Then give the file a new number and name it in both config.js: browsers keep scripts by Camunda's version.
 */

const WORDS = {
  Actions: 'Thao tác',
  Download: 'Tải về',
  Upload: 'Tải lên',
  'Select all': 'Chọn tất cả',
  'Unselect all': 'Bỏ chọn tất cả',
  'Loading diagram': 'Đang tải sơ đồ',
  'Message is null.': 'Thông báo trống.',
  'Invalid Date Value.': 'Ngày không hợp lệ.',
  'Suspended Job Definition': 'Loại tác vụ đang tạm ngừng',
  'Toggle this section': 'Mở hoặc thu phần này',
  'zoom in': 'Phóng to',
  'zoom out': 'Thu nhỏ',
  'reset zoom': 'Vừa khung nhìn',
  'Powered by bpmn.io': 'Nền tảng bpmn.io',
  null: 'trống'
};

const TABLES = {
  When: 'Nếu',
  Then: 'thì',
  And: 'và',
  Annotations: 'Chú thích',
  'Hit policy:': 'Cách chọn dòng:',
  Unique: 'Duy nhất',
  First: 'Dòng đầu tiên',
  Any: 'Dòng nào cũng được',
  Collect: 'Gộp các dòng',
  'Collect (Sum)': 'Gộp (tổng)',
  'Collect (Min)': 'Gộp (nhỏ nhất)',
  'Collect (Max)': 'Gộp (lớn nhất)',
  'Collect (Count)': 'Gộp (số dòng)',
  'Rule order': 'Theo thứ tự dòng',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
    'Các dòng không chồng lên nhau, chỉ một dòng khớp',
  'Rules may overlap. The first matching rule will be chosen': 'Các dòng có thể chồng lên nhau, chọn dòng khớp đầu tiên',
  'Rules may overlap. Their output have to match': 'Các dòng có thể chồng lên nhau nhưng phải cùng kết quả',
  'Collects the values of all matching rules': 'Gộp giá trị của mọi dòng khớp',
  'Input label': 'Nhãn đầu vào',
  'Input expression': 'Biểu thức đầu vào',
  'Input type': 'Kiểu đầu vào',
  'Input values': 'Giá trị đầu vào',
  'Output label': 'Nhãn đầu ra',
  'Output name': 'Tên đầu ra',
  'Output type': 'Kiểu đầu ra',
  'Output values': 'Giá trị đầu ra',
  string: 'chữ',
  boolean: 'đúng/sai',
  integer: 'số nguyên',
  long: 'số nguyên dài',
  double: 'số thực',
  number: 'số',
  date: 'ngày giờ'
};

const TYPES = {
  Boolean: 'Đúng/sai',
  Bytes: 'Nhị phân',
  Date: 'Ngày giờ',
  Double: 'Số thực',
  File: 'Tệp',
  Integer: 'Số nguyên',
  Json: 'JSON',
  Long: 'Số nguyên dài',
  Null: 'Trống',
  Object: 'Đối tượng',
  Short: 'Số nguyên ngắn',
  String: 'Chữ',
  Xml: 'XML'
};

/** Names the engine gives to kinds of jobs and incidents; slaBreach is ours. */
const KINDS = {
  'async-after': 'chạy nền sau bước',
  'async-before': 'chạy nền trước bước',
  'async-continuation': 'chạy nền',
  'message-start-event': 'thông điệp bắt đầu',
  'timer-intermediate-transition': 'hẹn giờ giữa chừng',
  'timer-start-event': 'hẹn giờ bắt đầu',
  'timer-transition': 'hẹn giờ trên bước',
  'timer-transition-subprocess': 'hẹn giờ trên bước',
  failedExternalTask: 'công việc bên ngoài thất bại',
  failedJob: 'tác vụ thất bại',
  slaBreach: 'quá hạn'
};

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d):\d\d$/;

const among = words => text => (Object.hasOwn(words, text) ? words[text] : null);

/** "Input label: Lĩnh vực": the fixed word before the colon, and somebody's text behind it. */
const beforeColon = text => {
  const [, word, rest] = /^([^:]+)(: .*)$/s.exec(text) || [];
  return word && TABLES[word] ? TABLES[word] + rest : null;
};

/** Fixed words stand in few places; anywhere else a text is somebody's and is left alone. */
const SPOKEN = [
  ['thead td, thead th, .loading-text, .tooltip-inner, .null-value, .dropdown-menu a, .btn', among(WORDS)],
  ['.dmn-decision-table-container :is(.clause, .annotation.header, .hit-policy, .input-variable, .output-variable)',
    among(TABLES)],
  ['[ng-switch-when="type"], select option', among(TYPES)],
  ['tbody td', among(KINDS)],
  ['tbody td, dd, .ctn-sidebar', text => (MOMENT.test(text) ? text.replace(MOMENT, '$3/$2/$1 $4') : null)],
  // Cockpit counts none with a fixed "No"; Admin sets what is meant before the word, as English does.
  ['.tile-footer .instances', text => text.replace(/^No (lượt .+)$/s, 'Không có $1')],
  ['.section-content header h3', text => text.replace(/^(.+) Phân quyền$/s, 'Phân quyền: $1')]
];

const TIPS = ['title', 'uib-tooltip'];

function say(node, translated) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const said = text.data.trim();
    const words = said && translated(said);
    if (words && words !== said) {
      text.data = text.data.replace(said, () => words);
    }
  }
}

function speakVietnamese() {
  SPOKEN.forEach(([places, translated]) => document.querySelectorAll(places).forEach(node => say(node, translated)));
  TIPS.forEach(tip => document.querySelectorAll(`[${tip}]`).forEach(node => {
    const said = node.getAttribute(tip).trim();
    const words = among(WORDS)(said) || among(TABLES)(said) || beforeColon(said);
    if (words) {
      node.setAttribute(tip, words);
    }
  }));
  document.querySelectorAll('select option[label]').forEach(option => {
    option.label = among(TYPES)(option.label) || option.label;
  });
}

/** The way to the pages of the tables, for those who may open them; asked once after each login. */
let askedForRules = false;

function showWayToRules() {
  const menu = document.querySelector('.cam-nav > ul');
  const loggedIn = menu && menu.querySelector('li.account');
  if (loggedIn && !askedForRules) {
    askedForRules = true;
    fetch('/rules/me', {headers: {Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest'}, credentials: 'same-origin',
      redirect: 'manual'}).then(response => response.text().then(() => response.ok)).then(ok => { // read to its end, or it stays open
      if (ok && !menu.querySelector('.hotline-rules')) {
        const link = document.createElement('a');
        link.href = '/rules';
        link.textContent = 'Bảng quyết định';
        const item = document.createElement('li');
        item.className = 'hotline-rules';
        item.append(link);
        menu.prepend(item);
      }
    }).catch(() => {});
  } else if (menu && !loggedIn && askedForRules) {
    askedForRules = false;
    menu.querySelectorAll('.hotline-rules').forEach(item => item.remove());
  }
}

let planned = false;

function planToSpeak() {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      speakVietnamese();
      showWayToRules();
    });
  }
}

new MutationObserver(planToSpeak).observe(document.documentElement, {
  childList: true,
  characterData: true,
  subtree: true
});
