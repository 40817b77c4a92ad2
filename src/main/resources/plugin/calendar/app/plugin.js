/* Days off and make-up days: first what a change would move, then the change, and a way back. Texts are only ever text. */

const KINDS = {off: 'Ngày nghỉ', make_up: 'Làm bù', ordinary: 'Trở lại ngày thường'};
const MOST_SHOWN = 200;

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit',
  hourCycle: 'h23'
});

function when(instant) {
  const part = {};
  WHEN.formatToParts(new Date(instant)).forEach(({type, value}) => (part[type] = value));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

function date(day) {
  const weekday = new Intl.DateTimeFormat('vi-VN', {weekday: 'short', timeZone: 'UTC'}).format(new Date(`${day}T00:00:00Z`));
  return `${weekday} ${day.split('-').reverse().join('/')}`;
}

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  });
  children.flat().forEach(child => {
    if (child !== null && child !== undefined && child !== '') {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  });
  return node;
}

function table(caption, columns, rows) {
  return el('table', {class: 'table calendar-table'},
    el('caption', {}, caption),
    el('thead', {}, el('tr', {}, columns.map(column => el('th', {scope: 'col'}, column)))),
    el('tbody', {}, rows.map(cells => el('tr', {}, cells.map(cell => el('td', {}, cell))))));
}

class Page {

  constructor(node, api) {
    this.node = node;
    this.address = `${api.cockpitApi}/plugin/calendar/${api.engine}`;
    this.token = api.CSRFToken;
    this.days = [{day: '', kind: 'off', name: '', source: ''}];
    this.reason = '';
    this.foreseen = null;
    this.gone = false;
  }

  async ask(path, body) {
    const response = await fetch(this.address + path, {
      method: body ? 'POST' : 'GET',
      headers: {Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': this.token},
      credentials: 'same-origin',
      body: body ? JSON.stringify(body) : undefined
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw new Error(answer.message || 'Máy chủ chưa trả lời được. Hãy thử lại sau ít phút.');
    }
    return answer;
  }

  async load() {
    try {
      this.shown = await this.ask('/days');
      this.show();
    } catch (problem) {
      this.node.replaceChildren(el('p', {role: 'alert', class: 'calendar-alert'}, problem.message));
    }
  }

  /** Says what went wrong where everybody looks, and keeps what was typed. */
  async attempt(what) {
    this.message = null;
    try {
      await what();
    } catch (problem) {
      this.message = problem.message;
    }
    if (!this.gone) {
      this.show();
    }
  }

  show() {
    const {days, changes, mayChange} = this.shown;
    this.node.replaceChildren(el('div', {class: 'calendar-page'},
      el('h1', {}, 'Lịch làm việc'),
      el('p', {}, 'Ngày nghỉ và ngày làm bù từ hôm nay. Ngày không có trong bảng theo tuần làm việc bình thường.'),
      this.message ? el('p', {role: 'alert', class: 'calendar-alert'}, this.message) : null,
      mayChange ? this.form() : null,
      this.foreseen ? this.effect() : null,
      this.changes(changes, mayChange),
      table('Ngày đặc biệt sắp tới', ['Ngày', 'Loại', 'Tên', 'Căn cứ', 'Tình trạng'], days.map(day => [
        date(day.day), day.working ? 'Làm bù' : 'Nghỉ', day.name, day.source,
        {official: 'Chính thức', recalled: 'Ghi theo trí nhớ', computed: 'Tính ra', projected: 'Dự kiến',
          pending: 'Chờ luật, chưa áp dụng'}[day.status] || day.status
      ]))));
  }

  form() {
    const row = (change, place) => el('div', {class: 'calendar-row'},
      el('label', {}, 'Ngày', el('input', {type: 'date', required: true, value: change.day, class: 'form-control',
        oninput: event => (change.day = event.target.value)})),
      el('label', {}, 'Loại', el('select', {class: 'form-control', onchange: event => {
        change.kind = event.target.value;
        this.foreseen = null;
        this.show();
      }}, Object.entries(KINDS).map(([kind, name]) =>
        el('option', {value: kind, selected: kind === change.kind}, name)))),
      change.kind === 'ordinary' ? null : el('label', {}, 'Tên, người dân sẽ đọc', el('input', {type: 'text', maxlength: 300,
        value: change.name, class: 'form-control', oninput: event => (change.name = event.target.value)})),
      change.kind === 'ordinary' ? null : el('label', {}, 'Số, ngày văn bản', el('input', {type: 'text', maxlength: 300,
        value: change.source, class: 'form-control', oninput: event => (change.source = event.target.value)})),
      this.days.length > 1 ? el('button', {type: 'button', class: 'btn btn-default', onclick: () => {
        this.days.splice(place, 1);
        this.foreseen = null;
        this.show();
      }}, 'Bỏ ngày này') : null);
    return el('form', {onsubmit: event => {
      event.preventDefault();
      this.attempt(async () => {
        this.foreseen = null;
        this.foreseen = await this.ask('/preview', {days: this.days});
      });
    }},
    el('h2', {}, 'Thay đổi lịch'),
    this.days.map(row),
    el('p', {},
      el('button', {type: 'button', class: 'btn btn-default', onclick: () => {
        this.days.push({day: '', kind: 'make_up', name: '', source: ''});
        this.foreseen = null;
        this.show();
      }}, 'Thêm ngày'),
      ' ',
      el('button', {type: 'submit', class: 'btn btn-primary'}, 'Xem ảnh hưởng')));
  }

  /** What the change would move; only who has seen it can apply it. */
  effect() {
    const {open, moved, version, undoes} = this.foreseen;
    const agencies = new Map();
    moved.forEach(one => agencies.set(one.agency, (agencies.get(one.agency) || 0) + 1));
    const cases = new Set(moved.map(one => one.petitionCode)).size;
    return el('section', {class: 'calendar-effect', 'aria-live': 'polite'},
      el('h2', {}, undoes ? `Hoàn tác thay đổi số ${undoes}` : 'Ảnh hưởng'),
      el('p', {}, moved.length
        ? `${moved.length} trong ${open} thời hạn đang chạy sẽ đổi, của ${cases} phản ánh. Người dân có thư điện tử nhận một thư cho mỗi `
          + 'phản ánh đổi hạn trả lời; đầu mối và chuyên viên của các cơ quan dưới đây nhận một thư liệt kê các việc của mình.'
        : `Không thời hạn nào trong ${open} thời hạn đang chạy đổi; thời hạn mở sau này tính theo lịch mới.`),
      moved.length ? table('Theo cơ quan', ['Cơ quan', 'Số thời hạn đổi'],
        [...agencies].sort((a, b) => b[1] - a[1])) : null,
      moved.length ? table(moved.length > MOST_SHOWN ? `${MOST_SHOWN} thời hạn đầu tiên` : 'Từng thời hạn',
        ['Mã phản ánh', 'Việc', 'Cơ quan', 'Hạn hiện nay', 'Hạn mới', 'Chênh lệch'],
        moved.slice(0, MOST_SHOWN).map(one => [one.petitionCode, one.step, one.agency, when(one.from), when(one.to),
          `${one.later < 0 ? 'sớm' : 'muộn'} hơn ${Math.abs(one.later)} giờ`])) : null,
      el('form', {onsubmit: event => {
        event.preventDefault();
        this.attempt(() => this.apply(version, undoes));
      }},
      el('label', {}, 'Lý do, ghi vào từng hồ sơ', el('input', {type: 'text', required: true, maxlength: 300, class: 'form-control',
        value: this.reason, oninput: event => (this.reason = event.target.value)})),
      el('p', {},
        el('button', {type: 'submit', class: 'btn btn-primary'}, undoes ? 'Hoàn tác' : 'Áp dụng'),
        ' ',
        el('button', {type: 'button', class: 'btn btn-default', onclick: () => {
          this.foreseen = null;
          this.show();
        }}, 'Thôi'))));
  }

  async apply(version, undoes) {
    if (undoes) {
      await this.ask(`/change/${undoes}/undo`, {reason: this.reason});
    } else {
      await this.ask('/apply', {days: this.days, reason: this.reason, version});
      this.days = [{day: '', kind: 'off', name: '', source: ''}];
    }
    this.reason = '';
    this.foreseen = null;
    this.shown = await this.ask('/days');
    requestAnimationFrame(() => this.node.querySelector('h1').scrollIntoView());
    this.follow();
  }

  /** Until every open limit has been counted again. */
  follow() {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      if (this.gone) {
        return;
      }
      const before = JSON.stringify(this.shown.changes);
      this.shown = await this.ask('/days').catch(() => this.shown);
      if (JSON.stringify(this.shown.changes) !== before && !this.foreseen) {
        this.show();
      }
      if (this.shown.changes.some(({change}) => !change.finishedAt)) {
        this.follow();
      }
    }, 2000);
  }

  changes(changes, mayChange) {
    if (!changes.length) {
      return null;
    }
    return table('Các thay đổi đã áp dụng', ['Số', 'Lúc', 'Người', 'Ngày', 'Lý do', 'Kết quả', ''], changes.map(({change, who}) => [
      change.version, when(change.at), who,
      change.days.map(day => el('div', {}, `${date(day.day)}: ${day.after ? (day.after.working ? 'làm bù' : 'nghỉ') + ' – '
        + day.after.name : 'ngày thường'}`)),
      change.reason,
      [
        `${change.moved} thời hạn đã đổi`,
        change.finishedAt ? '' : el('div', {class: 'calendar-busy'}, 'đang tính lại, còn soát sau một phút'),
        change.undoes ? el('div', {}, `hoàn tác số ${change.undoes}`) : null,
        change.undoneBy ? el('div', {}, `đã hoàn tác bởi số ${change.undoneBy}`) : null
      ],
      mayChange && !change.undoneBy && !change.undoes
        ? el('button', {type: 'button', class: 'btn btn-default', onclick: () => this.attempt(async () => {
          this.foreseen = {...await this.ask(`/change/${change.version}/undo`), undoes: change.version};
        })}, 'Hoàn tác…')
        : ''
    ]));
  }

  leave() {
    this.gone = true;
    clearTimeout(this.timer);
  }
}

let page = null;

export default [
  {
    id: 'calendar-link',
    pluginPoint: 'cockpit.navigation',
    priority: -10,
    render(node) {
      const link = document.createElement('a');
      link.href = '#/calendar';
      link.textContent = 'Lịch làm việc';
      node.append(link);
    }
  },
  {
    id: 'calendar-page',
    pluginPoint: 'cockpit.route',
    priority: 10,
    properties: {path: '/calendar', label: 'Lịch làm việc'},
    render(node, {api}) {
      page = new Page(node, api);
      page.load();
    },
    unmount() {
      if (page) {
        page.leave();
      }
    }
  }
];
