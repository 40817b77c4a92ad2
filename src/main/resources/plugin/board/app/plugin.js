/*
 * The board of limits in Cockpit. It reads and counts nothing itself: every number comes from the server with its
 * definition, and leads to the list it was counted from. Text is only ever text, never markup. Where something is chosen
 * stands in the address, so that a page can be kept, sent and gone back to.
 */

const ZONE = 'Asia/Ho_Chi_Minh';
const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});
const NUMBER = new Intl.NumberFormat('vi-VN');
const PAGES = {
  board: '/thoi-han',
  open: '/thoi-han/viec',
  results: '/thoi-han/ho-so',
  record: '/thoi-han/ho-so/chi-tiet',
  places: '/thoi-han/buoc',
  report: '/thoi-han/bao-cao',
  proof: '/thoi-han/kiem-chung'
};

// --- words and numbers

/** dd/MM/yyyy HH:mm; empty for nothing. */
function when(instant) {
  if (!instant) {
    return '';
  }
  const part = {};
  WHEN.formatToParts(new Date(instant)).forEach(({type, value}) => (part[type] = value));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

function day(date) {
  return date ? date.split('-').reverse().join('/') : '';
}

/** As people say it: two units at most. */
function span(seconds) {
  if (seconds === null || seconds === undefined) {
    return '–';
  }
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 10) {
    return `${number(days)} ngày`;
  }
  if (days > 0) {
    return hours % 24 ? `${days} ngày ${hours % 24} giờ` : `${days} ngày`;
  }
  if (hours > 0) {
    return minutes % 60 ? `${hours} giờ ${minutes % 60} phút` : `${hours} giờ`;
  }
  return `${minutes} phút`;
}

function number(value) {
  return NUMBER.format(value);
}

function percent(share) {
  return share === null || share === undefined ? '–' : `${(share * 100).toFixed(1).replace('.', ',')} %`;
}

// --- elements

function el(tag, style, ...children) {
  const node = document.createElement(tag);
  if (style) {
    node.className = style;
  }
  children.flat(3).forEach(child => {
    if (child !== null && child !== undefined && child !== '') {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  });
  return node;
}

function svg(tag, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  return node;
}

/** Where a page is and what is chosen on it; what is not chosen is left out. */
function address(page, chosen = {}) {
  const query = new URLSearchParams();
  Object.entries(chosen).forEach(([name, value]) => {
    if (value !== null && value !== undefined && value !== '' && value !== false) {
      query.set(name, value);
    }
  });
  const text = query.toString().replace(/\+/g, '%20');
  return `#${page}${text ? `?${text}` : ''}`;
}

function here() {
  const [path, query = ''] = window.location.hash.slice(1).split('?');
  return {path: path.replace(/\/$/, ''), chosen: Object.fromEntries(new URLSearchParams(query))};
}

function link(href, ...children) {
  const node = el('a', null, ...children);
  node.href = href;
  return node;
}

/** A number that leads to the list it was counted from; nothing leads to nothing. */
function counted(value, href, style) {
  return value ? link(href, el('span', style, number(value))) : el('span', 'board-none', '0');
}

function badge(text, style) {
  return el('span', `board-badge ${style || ''}`, text);
}

/** A bar of parts; its numbers stand in the columns beside it. */
function bar(parts, whole, title) {
  const width = 120;
  const picture = svg('svg', {viewBox: `0 0 ${width} 12`, width, height: 12, role: 'img', class: 'board-bar'});
  const name = svg('title', {});
  name.textContent = title;
  picture.append(name, svg('rect', {x: 0, y: 0, width, height: 12, class: 'board-bar-ground'}));
  let x = 0;
  parts.forEach(([value, style]) => {
    const long = whole ? (value / whole) * width : 0;
    if (long > 0) {
      picture.append(svg('rect', {x, y: 0, width: Math.max(long, 1), height: 12, class: style}));
    }
    x += long;
  });
  return picture;
}

/**
 * A table whose columns can be sorted.
 * columns: {name, key?, value(row) for sorting, cell(row), right?, style?}; sorted: {key, desc}, onSort(key, desc).
 */
function table(caption, columns, rows, {sorted, onSort, total} = {}) {
  let order = sorted || {};
  const body = el('tbody');
  const heads = columns.map(column => {
    const head = el('th', column.right ? 'board-right' : '');
    head.scope = 'col';
    if (column.key) {
      const button = el('button', 'board-sort', column.name, el('span', 'board-arrow'));
      button.type = 'button';
      button.addEventListener('click', () => {
        const desc = order.key === column.key ? !order.desc : Boolean(column.right);
        if (onSort) {
          onSort(column.key, desc);
        } else {
          order = {key: column.key, desc};
          fill();
        }
      });
      head.append(button);
    } else {
      head.append(column.name);
    }
    return head;
  });

  function fill() {
    const chosen = columns.find(column => order.key && column.key === order.key);
    const shown = [...rows];
    if (chosen && !onSort) {
      shown.sort((a, b) => {
        const [x, y] = [chosen.value(a), chosen.value(b)];
        if (x === null || x === undefined) {
          return 1;
        }
        if (y === null || y === undefined) {
          return -1;
        }
        const compared = typeof x === 'string' ? x.localeCompare(y, 'vi') : x - y;
        return order.desc ? -compared : compared;
      });
    }
    columns.forEach((column, i) => {
      const sortedBy = column.key && column.key === order.key;
      if (column.key) {
        heads[i].setAttribute('aria-sort', sortedBy ? (order.desc ? 'descending' : 'ascending') : 'none');
        heads[i].querySelector('.board-arrow').textContent = sortedBy ? (order.desc ? ' ▼' : ' ▲') : ' ↕';
      }
    });
    const line = (row, style) => el('tr', style, columns.map(column =>
      el('td', [column.right ? 'board-right' : '', column.style || ''].join(' ').trim(), column.cell(row))));
    body.replaceChildren(...shown.map(row => line(row)));
    if (total) {
      body.append(line(total, 'board-total'));
    }
    if (!shown.length) {
      const none = el('td', 'board-none', 'Không có.');
      none.colSpan = columns.length;
      body.append(el('tr', null, none));
    }
  }

  fill();
  return el('div', 'board-scroll',
    el('table', 'board-table', el('caption', 'board-hidden', caption), el('thead', null, el('tr', null, heads)), body));
}

function definitions(known, ...wanted) {
  const names = wanted.length ? wanted : Object.keys(known);
  return el('ul', 'board-definitions', names.filter(name => known[name]).map(name => {
    const [head, ...rest] = known[name].split(/(?<=[:=])/);
    return el('li', null, el('strong', null, head), rest.join(''));
  }));
}

function exports_(api, path, chosen, formats = ['csv', 'xlsx']) {
  return el('span', 'board-exports', 'Tải về: ', formats.map(format => {
    const node = link(url(api, path, {...chosen, page: '', size: '', sort: '', desc: '', format}), format.toUpperCase());
    node.setAttribute('download', '');
    return [node, ' '];
  }));
}

// --- asking the server

function url(api, path, chosen) {
  return `${api.cockpitApi}/plugin/board/${api.engine}/${path}${address('', chosen).slice(1)}`;
}

async function ask(api, path, chosen) {
  const response = await fetch(url(api, path, chosen), {
    headers: {Accept: 'application/json'},
    credentials: 'same-origin'
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.message || (response.status === 401 || response.status === 403
      ? 'Bạn không có quyền xem bảng điều hành thời hạn.'
      : 'Chưa tải được số liệu. Hãy thử lại sau ít phút.'));
  }
  return body;
}

// --- parts of pages

let reader = null;

/** Asked once a visit: what nobody but a manager may see is not offered to others. */
async function readerOf(api) {
  reader = reader || await ask(api, 'filters');
  return reader;
}

function header(title, page, at) {
  const places = [
    [PAGES.board, 'Bảng điều hành'],
    [PAGES.results, 'Hồ sơ đã kết thúc'],
    [PAGES.report, 'Báo cáo tháng'],
    ...(reader && reader.manager ? [[PAGES.proof, 'Kiểm chứng báo hạn']] : [])
  ];
  return el('header', 'board-header',
    el('h1', null, title),
    el('nav', null, places.map(([path, name]) => {
      const node = link(address(path), name);
      if (path === page) {
        node.setAttribute('aria-current', 'page');
      }
      return node;
    })),
    at ? el('p', 'board-at', `Số liệu lúc ${when(at)}`) : null);
}

let focused = null;

/** Inputs whose values are the address: changing one goes there, unless it is for later, when the button is pressed. */
function filterForm(page, chosen, inputs, verb = 'Xem') {
  const form = el('form', 'board-filters');
  const go = () => {
    const values = {...chosen, page: ''};
    new FormData(form).forEach((value, name) => (values[name] = String(value).trim()));
    focused = document.activeElement && document.activeElement.id;
    window.location.hash = address(page, values);
  };
  inputs.forEach(({name, label, type, options, value, later}) => {
    const id = `board-${name}`;
    const input = type === 'select' ? el('select', 'form-control') : el('input', 'form-control');
    input.id = id;
    input.name = name;
    if (type === 'select') {
      options.forEach(({key, name: words}) => {
        const option = el('option', null, words);
        option.value = key;
        input.append(option);
      });
    } else {
      input.type = type;
    }
    input.value = value || '';
    if (type !== 'search' && !later) {
      input.addEventListener('change', go);
    }
    const caption = el('label', null, label);
    caption.htmlFor = id;
    form.append(el('div', null, caption, input));
  });
  const clear = link(address(page), 'Bỏ lọc');
  clear.className = 'btn btn-default';
  const button = el('button', 'btn btn-primary', verb);
  button.type = 'submit';
  form.append(el('div', 'board-buttons', button, clear));
  form.addEventListener('submit', event => {
    event.preventDefault();
    go();
  });
  return form;
}

function select(name, label, options, value, all) {
  return {name, label, type: 'select', options: [{key: '', name: all}, ...options], value};
}

function pager(page, chosen, list) {
  const last = Math.max(0, Math.ceil(list.total / list.size) - 1);
  const step = (to, words) => {
    if (to < 0 || to > last || to === list.page) {
      return el('span', 'board-none', words);
    }
    return link(address(page, {...chosen, page: to || ''}), words);
  };
  return el('nav', 'board-pager',
    el('span', 'board-count', `${number(list.total)} dòng`),
    list.total > list.size
      ? [step(0, '« Đầu'), step(list.page - 1, '‹ Trước'),
        el('span', null, `Trang ${number(list.page + 1)} / ${number(last + 1)}`),
        step(list.page + 1, 'Sau ›'), step(last, 'Cuối »')]
      : null);
}

function codeCell(row) {
  return [
    link(address(PAGES.record, {ma: row.code}), el('span', 'board-code', row.code)),
    row.confidential ? badge('Mật', 'board-late') : null
  ];
}

/** The way to Cockpit's own page of the place that matters most in this line. */
function placeCell(places, agency) {
  if (!places || !places.length) {
    return el('span', 'board-none', '–');
  }
  const place = places.find(one => one.task && (one.agency || '1022') === agency)
    || places.find(one => one.task) || places[places.length - 1];
  return [
    link(`#/process-instance/${place.instance}/runtime`, place.task || place.process),
    el('div', 'board-note', place.task ? (place.holder ? `${place.holder} đang giữ` : 'chưa ai nhận') : '')
  ];
}

function tile(name, value, note, href, style) {
  const content = [el('span', 'board-tile-name', name), el('span', 'board-tile-value', value),
    el('span', 'board-tile-note', note)];
  const node = href ? link(href, content) : el('div', null, content);
  node.className = `board-tile ${style || ''}`;
  return node;
}

function section(title, side, ...children) {
  return el('section', 'board-section', el('div', 'board-section-head', el('h2', null, title), side), children);
}

// --- pages

async function boardPage(api, chosen) {
  const late = {agency: chosen.agency, step: chosen.step, level: chosen.level};
  const period = {from: chosen.from, to: chosen.to, agency: chosen.agency, field: chosen.field};
  const [{choices}, now, rates] = await Promise.all([
    ask(api, 'filters'), ask(api, 'late', late), ask(api, 'rates', period)]);
  const days = {from: rates.from, to: rates.to};
  const open = (which, more = {}) => address(PAGES.open, {which, ...late, ...more});
  const results = (lateness, more = {}) =>
    address(PAGES.results, {...days, agency: chosen.agency, field: chosen.field, lateness, ...more});
  const most = lines => Math.max(1, ...lines.map(line => line.late + line.soon));

  const lateTable = (title, lines, filter, word) => table(title, [
    {name: word, key: 'name', value: line => line.name, cell: line => line.name, style: 'board-name'},
    {name: 'Quá hạn', key: 'late', right: true, value: line => line.late,
      cell: line => counted(line.late, open('late', {[filter]: line.key}), 'board-late-number')},
    {name: 'Hồ sơ', key: 'cases', right: true, value: line => line.lateCases, cell: line => number(line.lateCases)},
    {name: 'Trong 24 giờ', key: 'soon', right: true, value: line => line.soon,
      cell: line => counted(line.soon, open('soon', {[filter]: line.key}))},
    {name: 'Tạm dừng', key: 'paused', right: true, value: line => line.paused,
      cell: line => counted(line.paused, open('paused', {[filter]: line.key}))},
    {name: '', cell: line => bar([[line.late, 'board-bar-late'], [line.soon, 'board-bar-soon']], most(lines),
      `${line.name}: ${line.late} quá hạn, ${line.soon} đến hạn trong 24 giờ`)}
  ], lines, {sorted: {key: 'late', desc: true}});

  const rateTable = (title, lines, filter, word) => table(title, [
    {name: word, key: 'name', value: line => line.name, cell: line => line.name, style: 'board-name'},
    {name: 'Tính', key: 'counted', right: true, value: line => line.counted, cell: line => number(line.counted)},
    {name: 'Đúng hạn', key: 'onTime', right: true, value: line => line.onTime,
      cell: line => counted(line.onTime, results('on-time', {[filter]: line.key}))},
    {name: 'Sau gia hạn', key: 'extended', right: true, value: line => line.extended,
      cell: line => counted(line.extended, results('extended', {[filter]: line.key}))},
    {name: 'Trả lời quá hạn', key: 'answeredLate', right: true, value: line => line.late,
      cell: line => counted(line.late, results('late', {[filter]: line.key}), 'board-late-number')},
    {name: 'Chưa trả lời', key: 'open', right: true, value: line => line.open,
      cell: line => counted(line.open, results('open', {[filter]: line.key}), 'board-late-number')},
    {name: 'Tỷ lệ đúng hạn', key: 'rate', right: true, value: line => line.rate,
      cell: line => [percent(line.rate), line.small ? badge('số nhỏ') : null]},
    {name: '', cell: line => bar([[line.onTime, 'board-bar-good'], [line.extended, 'board-bar-extended'],
      [line.late, 'board-bar-late'], [line.open, 'board-bar-open']], line.counted,
    `${line.name}: ${line.onTime} đúng hạn, ${line.extended} sau gia hạn, ${line.late} trả lời quá hạn, ${line.open} quá hạn chưa trả lời`)},
    {name: 'Trung vị', key: 'median', right: true, value: line => line.medianSeconds, cell: line => span(line.medianSeconds)},
    {name: '90 %', key: 'ninetieth', right: true, value: line => line.ninetiethSeconds,
      cell: line => span(line.ninetiethSeconds)}
  ], lines, {total: rates.total});

  return [
    header('Bảng điều hành thời hạn', PAGES.board, now.at),
    filterForm(PAGES.board, {}, [
      select('agency', 'Cơ quan', choices.agencies, chosen.agency, 'Tất cả cơ quan'),
      select('step', 'Bước', choices.steps, chosen.step, 'Mọi bước'),
      select('level', 'Cấp đã báo', [0, 1, 2, 3, 4, 5].map(level =>
        ({key: String(level), name: level ? `Cấp ${level}` : 'Chưa báo'})), chosen.level, 'Mọi cấp'),
      select('field', 'Lĩnh vực (tỷ lệ)', choices.fields, chosen.field, 'Mọi lĩnh vực'),
      {name: 'from', label: 'Kỳ từ ngày', type: 'date', value: rates.from},
      {name: 'to', label: 'đến hết ngày', type: 'date', value: rates.to}
    ]),
    el('div', 'board-tiles',
      tile('Đang quá hạn', number(now.total.late),
        now.total.late ? `${number(now.total.lateCases)} hồ sơ · hạn cũ nhất ${when(now.total.longestLate)}` : 'không có việc nào',
        open('late'), now.total.late ? 'board-tile-late' : 'board-tile-good'),
      tile('Đến hạn trong 24 giờ', number(now.total.soon), 'việc chưa quá hạn', open('soon'), 'board-tile-soon'),
      tile('Tạm dừng', number(now.total.paused), 'chờ người dân bổ sung', open('paused')),
      tile('Tỷ lệ đúng hạn', percent(rates.total.rate),
        [`${number(rates.total.onTime)} trên ${number(rates.total.counted)} hồ sơ, ${day(rates.from)}–${day(rates.to)}`,
          rates.total.small ? ' · số nhỏ' : ''], results('on-time')),
      tile('Thời gian xử lý', span(rates.total.medianSeconds),
        `trung vị; 90 % trong ${span(rates.total.ninetiethSeconds)}`, results(''))),
    section('Đang quá hạn, sắp đến hạn theo cơ quan', exports_(api, 'late', {...late, by: 'agency'}),
      lateTable('Theo cơ quan', now.byAgency, 'agency', 'Cơ quan')),
    el('div', 'board-pair',
      section('Theo bước', exports_(api, 'late', {...late, by: 'step'}),
        lateTable('Theo bước', now.byStep, 'step', 'Bước')),
      section('Theo cấp đã báo', exports_(api, 'late', {...late, by: 'level'}),
        lateTable('Theo cấp đã báo', now.byLevel, 'level', 'Cấp'))),
    definitions(now.definitions),
    section(`Tỷ lệ đúng hạn theo cơ quan, ${day(rates.from)}–${day(rates.to)}`,
      exports_(api, 'rates', {...period, ...days, by: 'agency'}),
      rateTable('Theo cơ quan', rates.byAgency, 'agency', 'Cơ quan')),
    section('Theo lĩnh vực', exports_(api, 'rates', {...period, ...days, by: 'field'}),
      rateTable('Theo lĩnh vực', rates.byField, 'field', 'Lĩnh vực')),
    el('p', 'board-legend',
      el('span', 'board-key board-bar-good'), 'đúng hạn ', el('span', 'board-key board-bar-extended'), 'sau gia hạn ',
      el('span', 'board-key board-bar-late'), 'quá hạn ', el('span', 'board-key board-bar-open'),
      'quá hạn chưa trả lời ', el('span', 'board-key board-bar-soon'), 'trong 24 giờ'),
    el('p', 'board-note', `Số nhỏ: dưới ${rates.smallNumber} hồ sơ.`),
    definitions(rates.definitions)
  ];
}

async function openPage(api, chosen) {
  const [{choices}, {list, places}] = await Promise.all([ask(api, 'filters'), ask(api, 'late/list', chosen)]);
  const which = [{key: 'late', name: 'Đang quá hạn'}, {key: 'soon', name: 'Đến hạn trong 24 giờ'},
    {key: 'paused', name: 'Tạm dừng tính hạn'}];
  const shown = which.find(one => one.key === chosen.which) || which[0];
  return [
    header(`${shown.name}: các việc`, '', list.at),
    filterForm(PAGES.open, {sort: chosen.sort, desc: chosen.desc}, [
      {name: 'which', label: 'Xem', type: 'select', options: which, value: shown.key},
      select('agency', 'Cơ quan', choices.agencies, chosen.agency, 'Tất cả cơ quan'),
      select('step', 'Bước', choices.steps, chosen.step, 'Mọi bước'),
      select('level', 'Cấp đã báo', [0, 1, 2, 3, 4, 5].map(level =>
        ({key: String(level), name: level ? `Cấp ${level}` : 'Chưa báo'})), chosen.level, 'Mọi cấp')
    ]),
    el('div', 'board-line', pager(PAGES.open, chosen, list), exports_(api, 'late/list', chosen)),
    table(shown.name, [
      {name: 'Mã hồ sơ', key: 'code', cell: codeCell},
      {name: 'Cơ quan', key: 'agency', cell: row => row.agencyName, style: 'board-name'},
      {name: 'Lĩnh vực', key: 'field', cell: row => row.field},
      {name: 'Bước', key: 'step', cell: row => row.step},
      {name: 'Hạn', key: 'dueAt', cell: row => [
        el('div', 'board-when', when(row.dueAt)),
        row.originalDueAt ? el('div', 'board-note', `hạn đầu ${when(row.originalDueAt)}`) : null,
        row.pausedAt ? el('div', 'board-note', `tạm dừng từ ${when(row.pausedAt)}`) : null]},
      {name: 'Quá hạn', cell: row => (row.lateSeconds === null ? '–' : badge(span(row.lateSeconds), 'board-late'))},
      {name: 'Cấp đã báo', key: 'level', cell: row => (row.level ? `Cấp ${row.level}` : 'Chưa báo')},
      {name: 'Đang ở', cell: row => placeCell(places[row.code], row.agency)}
    ], list.rows, sortedBy(PAGES.open, chosen, 'dueAt', false)),
    pager(PAGES.open, chosen, list)
  ];
}

function sortedBy(page, chosen, key, desc) {
  return {
    sorted: {key: chosen.sort || key, desc: chosen.sort ? chosen.desc === 'true' : desc},
    onSort: (sort, down) => {
      window.location.hash = address(page, {...chosen, sort, desc: down ? 'true' : '', page: ''});
    }
  };
}

async function resultsPage(api, chosen) {
  const asked = chosen.sort ? chosen : {...chosen, sort: 'finishedAt', desc: 'true'};
  const [{choices}, list] = await Promise.all([ask(api, 'filters'), ask(api, 'results', asked)]);
  return [
    header(chosen.lateness === 'open' ? 'Hồ sơ quá hạn chưa trả lời' : 'Hồ sơ đã kết thúc', PAGES.results, list.at),
    filterForm(PAGES.results, {sort: chosen.sort, desc: chosen.desc}, [
      {name: 'code', label: 'Mã (hoặc một phần)', type: 'search', value: chosen.code},
      select('agency', 'Cơ quan', choices.agencies, chosen.agency, 'Tất cả cơ quan'),
      select('field', 'Lĩnh vực', choices.fields, chosen.field, 'Mọi lĩnh vực'),
      select('lateness', 'Đúng hạn hay không', choices.lateness, chosen.lateness, 'Tất cả đã kết thúc'),
      {name: 'from', label: 'Kết thúc từ ngày', type: 'date', value: list.from},
      {name: 'to', label: 'đến hết ngày', type: 'date', value: list.to}
    ]),
    el('div', 'board-line', pager(PAGES.results, chosen, list),
      exports_(api, 'results', {...chosen, from: list.from, to: list.to})),
    table('Hồ sơ', [
      {name: 'Mã hồ sơ', key: 'code', cell: row => [codeCell(row), row.round ? el('div', 'board-note', `lần ${row.round + 1}`) : null]},
      {name: 'Cơ quan', key: 'agency', cell: row => row.agencyName, style: 'board-name'},
      {name: 'Lĩnh vực', key: 'field', cell: row => row.field},
      {name: 'Kết quả', key: 'outcome', cell: row => [row.outcome, row.ending ? el('div', 'board-note', row.ending) : null]},
      {name: 'Bắt đầu', key: 'beganAt', cell: row => el('div', 'board-when', when(row.beganAt))},
      {name: 'Kết thúc', key: 'finishedAt', cell: row => el('div', 'board-when', when(row.finishedAt) || '–')},
      {name: 'Hạn', key: 'dueAt', cell: row => [
        el('div', 'board-when', when(row.dueAt) || '–'),
        row.originalDueAt ? el('div', 'board-note', `hạn đầu ${when(row.originalDueAt)}`) : null]},
      {name: 'Đúng hạn?', key: 'lateness', cell: row => badge(
        row.lateSeconds ? `${row.latenessName} ${span(row.lateSeconds)}` : row.latenessName,
        {'on-time': 'board-good', extended: 'board-extended', late: 'board-late', open: 'board-late'}[row.lateness])},
      {name: 'Thời gian', key: 'elapsed', cell: row => span(row.elapsedSeconds)},
      {name: 'Đánh giá', key: 'rating', cell: row => row.rating}
    ], list.rows, sortedBy(PAGES.results, chosen, 'finishedAt', true)),
    pager(PAGES.results, chosen, list)
  ];
}

const STATUS = {
  running: ['Đang chạy', ''],
  paused: ['Tạm dừng', 'board-extended'],
  late: ['Quá hạn', 'board-late'],
  done: ['Xong, đúng hạn', 'board-good'],
  'done-late': ['Xong, quá hạn', 'board-late']
};

/** How a due date came about: folded away, since a case has many. */
function trace(limit) {
  const lines = limit.trace.map(line => el('li', line.counts === false ? 'board-none' : '',
    el('span', 'board-when', line.to ? `${when(line.from)} – ${when(line.to)}` : when(line.from)), ' ', line.text,
    line.counts === null ? '' : line.counts ? ' · tính' : ' · không tính'));
  const wrong = limit.recomputed && new Date(limit.recomputed).getTime() !== new Date(limit.dueAt).getTime();
  return el('details', null,
    el('summary', null, limit.sum || 'Cách tính'),
    el('ol', 'board-trace', lines),
    wrong ? badge(`Tính lại được ${when(limit.recomputed)}: khác hạn đang giữ`, 'board-late') : null);
}

const AGAIN = {
  same: ['Hỏi lại: như cũ', 'board-good'],
  different: ['Hỏi lại: khác', 'board-late'],
  unknown: ['Không hỏi lại được', 'board-extended']
};

/** What the tables said about it, who wrote and approved the rows: asked for when it is opened. */
function whyDecided(api, record) {
  const answer = el('div', null);
  const node = el('details', null, el('summary', null, 'Bảng nào, dòng nào, ai soạn, ai duyệt'), answer);
  node.addEventListener('toggle', () => {
    if (node.open && !answer.childElementCount) {
      answer.append(el('p', 'board-note', 'Đang tải…'));
      ask(api, 'why', {code: record.code}).then(all => answer.replaceChildren(...(all.length
        ? [table('Vì sao', [
          {name: 'Lúc', cell: one => el('div', 'board-when', when(one.at))},
          {name: 'Bảng', cell: one => [one.name, el('div', 'board-note', `phiên bản ${one.version}`)], style: 'board-name'},
          {name: 'Hỏi', cell: one => el('ul', 'board-list', one.inputs.map(fact => el('li', null, `${fact.label}: ${fact.value}`)))},
          {name: 'Dòng trả lời', style: 'board-text', cell: one => el('ul', 'board-list', one.rows.map(row => el('li', null,
            `Dòng ${row.number}: ${row.says}`,
            el('div', 'board-note', row.results.map(fact => `${fact.label}: ${fact.value}`).join(' · ')),
            el('div', 'board-note', row.change
              ? [`BQĐ-${row.change}: ${row.writtenBy.join(', ')} soạn, ${row.approvedBy || 'không ai'} duyệt, hiệu lực ${when(row.since)}`]
              : 'Có từ bản giao cùng hệ thống'))))},
          {name: 'Kiểm chứng', cell: one => badge(...AGAIN[one.again])}
        ], all)]
        : [el('p', 'board-note', record.confidential ? 'Hồ sơ mật: không hiện.' : 'Chưa có bảng nào được hỏi.')])))
        .catch(() => answer.replaceChildren(el('p', 'board-note', 'Chưa tải được. Đóng rồi mở lại mục này.')));
    }
  });
  return node;
}

/** One case: limits with their traces, notices, route, actions. */
function recordParts(api, {record, places}) {
  const fact = (name, value) => (value ? el('div', null, el('dt', null, name), el('dd', null, value)) : null);
  const open = (places[record.code] || []).map(place => el('li', null,
    link(`#/process-instance/${place.instance}/runtime`, place.task || `Sơ đồ ${place.process}`),
    place.task ? (place.holder ? `, ${place.holder} đang giữ` : ', chưa ai nhận') : ''));
  return [
    el('dl', 'board-facts',
      fact('Tình trạng', record.state), fact('Lĩnh vực', record.field), fact('Mức độ', record.urgency),
      fact('Tiếp nhận', when(record.receivedAt)), fact('Hạn trả lời', when(record.dueAt)),
      fact('Hạn ban đầu', when(record.originalDueAt)), fact('Đã trả lời', when(record.repliedAt)),
      fact('Mở lại', record.reopened ? `${record.reopened} lần` : '')),
    open.length ? section('Đang ở', null, el('ul', 'board-list', open)) : null,
    section('Thời hạn', null, table('Thời hạn', [
      {name: 'Bước', cell: limit => limit.step},
      {name: 'Trách nhiệm', cell: limit => limit.who, style: 'board-name'},
      {name: 'Bắt đầu', cell: limit => el('div', 'board-when', when(limit.startedAt))},
      {name: 'Hạn', cell: limit => [el('div', 'board-when', when(limit.dueAt)),
        limit.originalDueAt ? el('div', 'board-note', `hạn đầu ${when(limit.originalDueAt)}`) : null]},
      {name: 'Kết thúc', cell: limit => el('div', 'board-when', when(limit.endedAt) || '–')},
      {name: 'Tình trạng', cell: limit => [
        badge(STATUS[limit.status][0] + (limit.lateSeconds ? ` ${span(limit.lateSeconds)}` : ''), STATUS[limit.status][1]),
        limit.level ? el('div', 'board-note', `đã báo cấp ${limit.level}`) : null]},
      {name: 'Vì sao là ngày này', cell: trace, style: 'board-text'}
    ], record.limits)),
    record.pauses.length ? section('Tạm dừng', null, table('Tạm dừng', [
      {name: 'Bước', cell: pause => pause.step},
      {name: 'Trách nhiệm', cell: pause => pause.who},
      {name: 'Từ', cell: pause => when(pause.from)},
      {name: 'Đến', cell: pause => when(pause.until) || 'đang tạm dừng'},
      {name: 'Lý do', cell: pause => pause.reason}
    ], record.pauses)) : null,
    section('Thư và thông báo', null, table('Thư và thông báo', [
      {name: 'Loại', cell: notice => notice.kind},
      {name: 'Gửi đến', cell: notice => notice.recipient},
      {name: 'Tình trạng', cell: notice => badge(notice.state, notice.arrived ? 'board-good' : 'board-extended')},
      {name: 'Lập lúc', cell: notice => el('div', 'board-when', when(notice.createdAt))},
      {name: 'Gửi lúc', cell: notice => el('div', 'board-when', when(notice.sentAt) || '–')}
    ], record.notices)),
    section('Đường đi', null, table('Đường đi', [
      {name: 'Cơ quan', cell: one => one.agency, style: 'board-name'},
      {name: 'Vai trò', cell: one => one.role},
      {name: 'Tình trạng', cell: one => [one.state, one.extensions ? `, gia hạn ${one.extensions} lần` : '']},
      {name: 'Chuyển đến', cell: one => el('div', 'board-when', when(one.assignedAt))},
      {name: 'Nhận việc', cell: one => el('div', 'board-when', when(one.acceptedAt) || '–')},
      {name: 'Kết thúc', cell: one => el('div', 'board-when', when(one.endedAt) || '–')},
      {name: 'Căn cứ', cell: one => [one.basis, one.returnReason ? el('div', 'board-note', `Chuyển trả: ${one.returnReason}`) : null]}
    ], record.route)),
    section('Vì sao', null, whyDecided(api, record)),
    section('Việc đã làm', null, table('Việc đã làm', [
      {name: 'Lúc', cell: one => el('div', 'board-when', when(one.at))},
      {name: 'Ai', cell: one => [one.who, one.agency ? el('div', 'board-note', one.agency) : null]},
      {name: 'Việc', cell: one => one.what},
      {name: 'Ghi chú', cell: one => one.note, style: 'board-text'}
    ], record.actions)),
    definitions(record.definitions)
  ];
}

async function recordPage(api, chosen) {
  const found = await ask(api, 'record', {code: chosen.ma});
  return [
    header(`Hồ sơ ${found.record.code}`, '', found.record.at),
    found.record.confidential ? el('p', null, badge('Hồ sơ mật: không hiện nội dung', 'board-late')) : null,
    recordParts(api, found)
  ];
}

async function placesPage(api, chosen) {
  const {list, activity} = await ask(api, 'activities/places', chosen);
  return [
    header(`${activity}: hồ sơ ${chosen.late ? 'quá hạn' : 'đang ở đây'}`, '', list.at),
    pager(PAGES.places, chosen, list),
    table(activity, [
      {name: 'Mã hồ sơ', key: 'code', cell: codeCell},
      {name: 'Cơ quan', key: 'agency', cell: row => row.agencyName, style: 'board-name'},
      {name: 'Ở đây từ', key: 'since', cell: row => when(row.since)},
      {name: 'Đã', cell: row => span((new Date(list.at) - new Date(row.since)) / 1000)},
      {name: 'Thời hạn', cell: row => (row.late ? badge('Quá hạn', 'board-late') : badge('Trong hạn', 'board-good'))},
      {name: '', cell: row => link(`#/process-instance/${row.instance}/runtime`, 'Mở sơ đồ')}
    ], list.rows, sortedBy(PAGES.places, chosen, 'since', false))
  ];
}

// --- the monthly report

function previousMonth(today) {
  const [year, month] = today.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** The last three years, and whichever month the address names. */
function months(today, shown) {
  const keys = [today.slice(0, 7)];
  while (keys.length < 36) {
    keys.push(previousMonth(`${keys[keys.length - 1]}-01`));
  }
  return [...new Set([...keys, shown])].sort().reverse()
    .map(key => ({key, name: `Tháng ${key.slice(5)}/${key.slice(0, 4)}`}));
}

async function reportPage(api, chosen) {
  const {choices, manager} = await ask(api, 'filters');
  const month = chosen.month || previousMonth(choices.today);
  const report = await ask(api, 'reports', {month, edition: chosen.edition});
  const shown = report.edition;
  const asked = {month, edition: shown ? shown.number : 0};
  const late = report.lateDays.map((bound, i) => (i ? `${report.lateDays[i - 1]}–${bound} ngày` : `≤ ${bound} ngày`))
    .concat(report.lateDays.length ? `> ${report.lateDays[report.lateDays.length - 1]} ngày` : 'Quá hạn');
  const column = (name, value) => ({name, key: name, right: true, value, cell: row => number(value(row))});
  return [
    header(`Báo cáo tháng ${month.slice(5)}/${month.slice(0, 4)}`, PAGES.report, report.at),
    filterForm(PAGES.report, {}, [{name: 'month', label: 'Tháng', type: 'select', options: months(choices.today, month), value: month}]),
    el('p', shown ? 'board-issued' : 'board-draft', shown
      ? `Số liệu đã chốt lần ${shown.number} lúc ${when(shown.issuedAt)}, người chốt: ${shown.issuedByName}`
        + (shown.reason ? `; lý do chốt lại: ${shown.reason}` : '')
      : 'Dự thảo, chưa chốt: số liệu còn thay đổi.'),
    report.editions.length ? el('p', null, 'Các lần chốt: ', report.editions.map(one => [
      link(address(PAGES.report, {month, edition: one.number}), `lần ${one.number} (${when(one.issuedAt)})`), ' · ']),
    link(address(PAGES.report, {month, edition: '0'}), 'số liệu hiện nay (dự thảo)')) : null,
    el('div', 'board-line',
      el('p', null, `Trong tháng Tổng đài 1022 tiếp nhận ${number(report.received)} phản ánh, kiến nghị.`),
      exports_(api, 'reports', asked, ['pdf', 'xlsx', 'csv'])),
    table('Báo cáo tháng', [
      {name: 'Cơ quan', key: 'name', value: row => row.name, cell: row => row.name, style: 'board-name'},
      column('Tiếp nhận', row => row.received),
      column('Đúng hạn', row => row.onTime),
      column('Sau gia hạn', row => row.extendedOnTime),
      ...late.map((name, i) => column(`Quá hạn ${name}`, row => row.late[i])),
      column('Quá hạn chưa trả lời', row => row.lateOpen),
      column('Gia hạn', row => row.extended),
      column('Chuyển trả', row => row.returned),
      column('Mở lại', row => row.reopened),
      {name: 'Hài lòng', key: 'satisfied', right: true, value: row => row.satisfied,
        cell: row => `${number(row.satisfied)} / ${number(row.rated)}`},
      {name: 'Giải quyết xong', key: 'fixed', right: true, value: row => row.fixed,
        cell: row => (row.fixed === null ? '–' : number(row.fixed))},
      {name: 'Hẹn ngày', key: 'planned', right: true, value: row => row.planned,
        cell: row => (row.planned === null ? '–' : number(row.planned))},
      {name: 'Không giữ hẹn', key: 'plansBroken', right: true, value: row => row.plansBroken,
        cell: row => (row.plansBroken === null ? '–' : `${number(row.plansBroken)} / ${number(row.plansDue)}`)},
      {name: 'Tỷ lệ đúng hạn', key: 'rate', right: true, value: row => row.rate,
        cell: row => [percent(row.rate), row.small ? badge('số nhỏ') : null]}
    ], report.rows, {total: report.total}),
    manager ? issueForm(api, month, report) : null,
    definitions(report.definitions)
  ];
}

function issueForm(api, month, report) {
  if (!report.over) {
    return el('p', 'board-note', 'Tháng chưa hết nên chưa chốt được số liệu.');
  }
  const next = report.editions.length + 1;
  const form = el('form', 'board-issue');
  const reason = el('input', 'form-control');
  reason.id = 'board-reason';
  reason.maxLength = 500;
  reason.required = next > 1;
  const caption = el('label', null, 'Lý do chốt lại');
  caption.htmlFor = reason.id;
  const button = el('button', 'btn btn-primary', next > 1 ? `Chốt lại (lần ${next})` : 'Chốt số liệu');
  button.type = 'submit';
  const said = el('p', 'board-said');
  said.setAttribute('role', 'status');
  form.append(el('h2', null, 'Chốt số liệu'),
    el('p', 'board-note', next > 1
      ? 'Số liệu đã chốt không đổi. Nếu phải sửa, chốt một lần mới; lần cũ vẫn xem được.'
      : 'Chốt xong, báo cáo của tháng giữ nguyên số liệu này.'),
    ...(next > 1 ? [caption, reason] : []), button, said);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    const response = await fetch(url(api, 'reports', {}), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {'Content-Type': 'application/x-www-form-urlencoded', 'X-XSRF-TOKEN': api.CSRFToken, Accept: 'application/json'},
      body: new URLSearchParams({month, edition: next, reason: reason.value})
    }).catch(() => null);
    const body = response ? await response.json().catch(() => ({})) : {};
    button.disabled = false;
    if (response && response.ok) {
      window.location.hash = address(PAGES.report, {month, edition: body.edition});
    } else {
      said.textContent = body.message || 'Chưa chốt được. Hãy thử lại sau ít phút.';
    }
  });
  return form;
}

// --- the proof that everybody was told

let proven = null;

/** Asked when somebody wants it, and again only then: it goes through every limit of the period. */
function proof(api, {from, minutes, at}) {
  const key = JSON.stringify([from, minutes, at]);
  if (!proven || proven.key !== key) {
    proven = {key, answer: ask(api, 'proof', {from, minutes})};
    proven.answer.catch(() => (proven = null));
  }
  return proven.answer;
}

function daysBefore(today, days) {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

const FINDINGS = {told: 'board-good', missed: 'board-late', doubled: 'board-late', early: 'board-late'};
const FINDINGS_A_PAGE = 100;

async function proofPage(api, chosen) {
  const {choices} = await ask(api, 'filters');
  const minutes = chosen.minutes || '30';
  const form = filterForm(PAGES.proof, {}, [
    {name: 'from', label: 'Thời hạn đã qua từ ngày (đến lúc này)', type: 'date', value: chosen.from || daysBefore(choices.today, 6), later: true},
    {name: 'minutes', label: 'Cho phép chậm (phút)', type: 'number', value: minutes, later: true}
  ], 'Kiểm chứng');
  // Pressed again with the same answers it asks again.
  const at = el('input');
  at.type = 'hidden';
  at.name = 'at';
  form.append(at);
  form.addEventListener('submit', () => (at.value = Date.now()), {capture: true});
  const what = 'Kiểm chứng tính lại, từ thời hạn, bảng cấp báo và danh bạ, ai phải được báo ở mỗi cấp quá hạn, rồi so với thư '
    + 'đã gửi. Việc này chỉ đọc, không gửi gì; với kỳ dài có thể mất đến vài phút.';
  if (!chosen.from) {
    return [header('Kiểm chứng báo hạn', PAGES.proof), form, el('p', 'board-note', what)];
  }
  const found = await proof(api, {from: chosen.from, minutes, at: chosen.at});
  const rows = found.exceptions.filter(line => !chosen.finding || line.finding === chosen.finding);
  const page = Math.min(Number(chosen.page) || 0, Math.max(0, Math.ceil(rows.length / FINDINGS_A_PAGE) - 1));
  const list = {total: rows.length, page, size: FINDINGS_A_PAGE};
  const shown = found.counts.find(count => count.finding === chosen.finding);
  return [
    header('Kiểm chứng báo hạn', PAGES.proof, found.until),
    form,
    el('p', found.holds ? 'board-issued' : 'board-wrong', found.holds
      ? 'Không ai bị bỏ sót, báo hai lần hay báo sớm.'
      : 'Có người bị bỏ sót, báo hai lần hoặc báo sớm: xem các dòng dưới đây.'),
    section(`Thời hạn đã qua từ ${day(found.from)} đến ${when(found.until)}`, null,
      table('Kết quả', [
        {name: 'Kết quả', cell: count => badge(count.name, count.number ? FINDINGS[count.finding] || 'board-extended' : '')},
        {name: 'Số người', right: true, cell: count => (count.finding === 'told' ? number(count.number)
          : counted(count.number, address(PAGES.proof, {...chosen, page: '', finding: count.finding})))},
        {name: 'Đếm gì', cell: count => count.definition.replace(/^[^:]+: /, ''), style: 'board-text'}
      ], found.counts),
      el('p', 'board-note', found.lasting)),
    section(shown ? `Cần xem lại: ${shown.name}` : 'Cần xem lại',
      exports_(api, 'proof', {from: chosen.from, minutes}, ['pdf', 'xlsx', 'csv']),
      el('div', 'board-line', pager(PAGES.proof, chosen, list),
        shown ? link(address(PAGES.proof, {...chosen, page: '', finding: ''}), 'Xem tất cả') : null),
      table('Cần xem lại', [
        {name: 'Mã hồ sơ', cell: codeCell},
        {name: 'Bước', cell: row => row.step},
        {name: 'Hạn', cell: row => el('div', 'board-when', when(row.dueAt))},
        {name: 'Cấp', cell: row => `Cấp ${row.level}`},
        {name: 'Trách nhiệm', cell: row => row.agencyName, style: 'board-name'},
        {name: 'Phải báo cho', cell: row => [row.whom, el('div', 'board-note', row.address || 'danh bạ không có ai')]},
        {name: 'Phải báo từ', cell: row => el('div', 'board-when', when(row.reachedAt))},
        {name: 'Kết quả', cell: row => badge(row.findingName, FINDINGS[row.finding] || 'board-extended')}
      ], rows.slice(page * FINDINGS_A_PAGE, (page + 1) * FINDINGS_A_PAGE)))
  ];
}

// --- process definition: how long work stays, what is there, what is late

let measured = null;

/** Asked once for the tab and the diagram of one page. */
function activities(api, definition, chosen = {}) {
  const key = JSON.stringify([definition, chosen]);
  if (!measured || measured.key !== key || Date.now() - measured.at > 10000) {
    measured = {key, at: Date.now(), answer: ask(api, 'activities', {definition, ...chosen})};
  }
  return measured.answer;
}

async function activitiesTab(api, definition, chosen, again) {
  const {figures, names, process} = await activities(api, definition, chosen);
  const form = el('form', 'board-filters');
  [['from', 'Rời bước từ ngày', figures.from], ['to', 'đến hết ngày', figures.to]].forEach(([name, label, value]) => {
    const input = el('input', 'form-control');
    input.type = 'date';
    input.name = name;
    input.id = `board-dwell-${name}`;
    input.value = value;
    input.addEventListener('change', () => again(Object.fromEntries(new FormData(form))));
    const caption = el('label', null, label);
    caption.htmlFor = input.id;
    form.append(el('div', null, caption, input));
  });
  form.addEventListener('submit', event => event.preventDefault());
  const places = (row, late) => address(PAGES.places, {definition: process, activity: row.id, late});
  const longest = Math.max(1, ...figures.rows.map(row => row.ninetiethSeconds || 0));
  return [
    form,
    table('Các bước', [
      {name: 'Bước', key: 'name', value: row => names[row.id] || row.id, cell: row => names[row.id] || row.id},
      {name: 'Lượt đã rời', key: 'finished', right: true, value: row => row.finished, cell: row => number(row.finished)},
      {name: 'Trung vị', key: 'median', right: true, value: row => row.medianSeconds,
        cell: row => [span(row.medianSeconds), row.small ? badge('số nhỏ') : null]},
      {name: '90 % trong', key: 'ninetieth', right: true, value: row => row.ninetiethSeconds, cell: row => span(row.ninetiethSeconds)},
      {name: '', cell: row => bar([[row.medianSeconds || 0, 'board-bar-dwell'],
        [(row.ninetiethSeconds || 0) - (row.medianSeconds || 0), 'board-bar-soon']], longest,
      `Trung vị ${span(row.medianSeconds)}, 90 % trong ${span(row.ninetiethSeconds)}`)},
      {name: 'Đang ở đây', key: 'open', right: true, value: row => row.open, cell: row => counted(row.open, places(row))},
      {name: 'Quá hạn', key: 'late', right: true, value: row => row.late,
        cell: row => counted(row.late, places(row, 'true'), 'board-late-number')}
    ], figures.rows),
    el('p', 'board-note', `Số nhỏ: dưới ${figures.smallNumber} lượt. Trên sơ đồ: ½ là trung vị, màu đậm hơn là ở lâu hơn, `
      + 'quá hạn 2/3 là hai trong ba lượt đang ở đó.'),
    definitions(figures.definitions)
  ];
}

async function colour(viewer, api, definition) {
  const {figures} = await activities(api, definition);
  const overlays = viewer.get('overlays');
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const longest = Math.max(1, ...figures.rows.map(row => row.medianSeconds || 0));
  figures.rows.filter(row => elements.get(row.id)).forEach(row => {
    if (row.finished) {
      // Four shades by the share of the longest median; the words beside say it too.
      canvas.addMarker(row.id, `board-dwell-${Math.min(4, Math.max(1, Math.ceil((row.medianSeconds / longest) * 4)))}`);
    }
    const words = [
      row.finished ? el('span', 'board-overlay-dwell', `½: ${span(row.medianSeconds)}`) : null,
      row.finished ? el('span', 'board-overlay-dwell', `90 %: ${span(row.ninetiethSeconds)}`) : null,
      row.open ? el('span', row.late ? 'board-overlay-late' : 'board-overlay-open',
        row.late ? `quá hạn ${number(row.late)}/${number(row.open)}` : `đang ở ${number(row.open)}`) : null
    ];
    const label = el('div', 'board-overlay', words);
    label.title = `Trung vị ${span(row.medianSeconds)}, 90 % trong ${span(row.ninetiethSeconds)} (${number(row.finished)} lượt, `
      + `${day(figures.from)}–${day(figures.to)}); ${number(row.open)} đang ở đây, ${number(row.late)} quá hạn`;
    // Readable however small the diagram is shown.
    overlays.add(row.id, 'board', {position: {top: 0, left: 0}, html: label, scale: {min: 0.95, max: 1.3}});
  });
}

// --- put into Cockpit

/** Shows what a page promises, or says why not; a page that was left meanwhile stays away. */
function show(node, style, promise) {
  const token = {};
  node.boardToken = token;
  node.classList.add('board', ...style.split(' ').filter(Boolean));
  const waiting = el('p', 'board-message', 'Đang tải…');
  waiting.setAttribute('role', 'status');
  node.replaceChildren(waiting);
  const began = Date.now();
  const clock = setInterval(() => {
    waiting.textContent = `Đang tải… đã ${Math.round((Date.now() - began) / 1000)} giây`;
    if (!waiting.isConnected) {
      clearInterval(clock);
    }
  }, 3000);
  return promise.then(
    parts => {
      if (node.boardToken === token) {
        node.replaceChildren(...[parts].flat(3).filter(Boolean));
        node.dataset.ready = 'true';
        const last = focused && document.getElementById(focused);
        focused = null;
        if (last) {
          last.focus();
        }
      }
    },
    problem => {
      if (node.boardToken === token) {
        const message = el('p', 'board-message', problem.message);
        message.setAttribute('role', 'alert');
        node.replaceChildren(message);
      }
    });
}

function route(path, page, title) {
  return {
    id: `board-route-${path}`,
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path},
    render(node, {api}) {
      document.title = `${title} | Tổng đài 1022`;
      show(node, 'board-page', readerOf(api).then(() => page(api, here().chosen)));
    }
  };
}

async function dashboard(api) {
  const [now, rates] = await Promise.all([ask(api, 'late'), ask(api, 'rates')]);
  return [
    el('div', 'board-section-head', el('h2', null, 'Thời hạn'), link(address(PAGES.board), 'Mở bảng điều hành thời hạn')),
    el('div', 'board-tiles',
      tile('Đang quá hạn', number(now.total.late), `${number(now.total.lateCases)} hồ sơ`,
        address(PAGES.open, {which: 'late'}), now.total.late ? 'board-tile-late' : 'board-tile-good'),
      tile('Đến hạn trong 24 giờ', number(now.total.soon), 'việc chưa quá hạn', address(PAGES.open, {which: 'soon'}), 'board-tile-soon'),
      tile('Tạm dừng', number(now.total.paused), 'chờ người dân bổ sung', address(PAGES.open, {which: 'paused'})),
      tile('Tỷ lệ đúng hạn, 30 ngày', percent(rates.total.rate),
        `${number(rates.total.onTime)} trên ${number(rates.total.counted)} hồ sơ${rates.total.small ? ' · số nhỏ' : ''}`,
        address(PAGES.board))),
    definitions({...now.definitions, ...rates.definitions}, 'late', 'soon', 'onTimeRate')
  ];
}

export default [
  {
    id: 'board-navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 90,
    properties: {label: 'Thời hạn', pagePath: `#${PAGES.board}`, path: PAGES.board},
    render(node) {
      node.append(link(`#${PAGES.board}`, 'Thời hạn'));
    }
  },
  {
    id: 'board-dashboard',
    pluginPoint: 'cockpit.dashboard',
    priority: 100,
    properties: {label: 'Thời hạn'},
    render(node, {api}) {
      show(node, 'board-dashboard', dashboard(api)).then(() => {
        // Cockpit puts what it did not make itself at the end; here it is what people come for.
        const place = node.closest('section.deprecate');
        if (place) {
          place.parentElement.prepend(place);
        }
      });
    }
  },
  route(PAGES.board, boardPage, 'Bảng điều hành thời hạn'),
  route(PAGES.open, openPage, 'Việc quá hạn'),
  route(PAGES.results, resultsPage, 'Hồ sơ đã kết thúc'),
  route(PAGES.record, recordPage, 'Hồ sơ'),
  route(PAGES.places, placesPage, 'Hồ sơ ở một bước'),
  route(PAGES.report, reportPage, 'Báo cáo tháng'),
  route(PAGES.proof, proofPage, 'Kiểm chứng báo hạn'),
  {
    id: 'board-activities',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 50,
    properties: {label: 'Thời gian và quá hạn'},
    render(node, {api, processDefinitionId}) {
      const again = chosen => show(node, 'board-tab', activitiesTab(api, processDefinitionId, chosen, again));
      again({});
    }
  },
  {
    id: 'board-diagram',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 50,
    render(viewer, {api, processDefinitionId}) {
      // Without figures the diagram is what it always was.
      colour(viewer, api, processDefinitionId).catch(() => {});
    }
  },
  {
    id: 'board-record',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 50,
    properties: {label: 'Hồ sơ thời hạn'},
    render(node, {api, processInstanceId}) {
      show(node, 'board-tab', ask(api, 'record', {instance: processInstanceId}).then(found => [
        el('p', 'board-record-head', link(address(PAGES.record, {ma: found.record.code}), found.record.code),
          found.record.confidential ? badge('Mật', 'board-late') : null),
        recordParts(api, found)
      ]));
    }
  }
];
