/* The editor of a draft: the table, the side that explains the selected cell, saving, checking, joining. */

import {el, fill, later} from './dom.js';
import {showExamples} from './examples.js';
import {plain, sought} from './pages.js';
import {picker} from './pick.js';
import {Table} from './table.js';

const page = document.body.dataset;
const at = name => document.getElementById(name);
const HOME = `/rules/changes/${page.change}`;
const KEPT = `hotline-rules-${page.user}-${page.change}`;
const CONNECTION = 'Máy chủ chưa trả lời. Bản của bạn vẫn ở trên màn hình và được giữ trong trình duyệt này; hãy thử lại sau ít phút.';
const KINDS = {added: 'Thêm', removed: 'Bỏ', changed: 'Sửa', moved: 'Đổi chỗ'};
const SEVERITIES = {blocks: 'Phải sửa', warns: 'Nên xem', informs: 'Để biết'};

const table = new Table(at('table'));
const state = {
  revision: Number(page.revision),
  onto: null,
  base: '', // as the server had it when this screen began
  token: page.token,
  columns: [],
  findings: null,
  stale: false, // changed since they were found
  dirty: false,
  busy: false
};

// --- asking the server

class Refused extends Error {

  constructor(message, status, field) {
    super(message);
    this.status = status;
    this.field = field;
  }
}

async function ask(path, body, raw) {
  let response;
  try {
    response = await fetch(HOME + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {Accept: 'application/json', 'X-CSRF-TOKEN': state.token,
        ...(body === undefined ? {} : {'Content-Type': raw ? 'application/octet-stream' : 'application/json'})},
      credentials: 'same-origin',
      redirect: 'manual',
      body: body === undefined ? undefined : raw ? body : JSON.stringify(body)
    });
  } catch (offline) {
    throw new Refused(CONNECTION, 0);
  }
  if (response.type === 'opaqueredirect' || response.status === 401) {
    throw new Refused('Phiên đăng nhập đã hết. Đăng nhập lại ở một tab khác rồi bấm lại; bản của bạn vẫn ở đây.', 401);
  }
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    throw new Refused(answer.message || answer.detail || CONNECTION, response.status, answer.field);
  }
  return response.json();
}

/** A login in another tab brings another token. */
async function send(path, body, raw) {
  try {
    return await ask(path, body, raw);
  } catch (refused) {
    if (refused.status !== 403) {
      throw refused;
    }
    state.token = (await ask('/now')).token;
    return ask(path, body, raw);
  }
}

// --- saying how it stands

function say(text, look) {
  at('status').textContent = text;
  at('status').className = `status ${look || ''}`;
}

function alarm(message, ...buttons) {
  at('alert').hidden = !message;
  fill(at('alert'), (message ? [el('p', {}, message), el('div', {class: 'actions'}, buttons)] : []));
}

function button(label, onclick, look = 'quiet') {
  return el('button', {type: 'button', class: look, onclick}, label);
}

async function attempt(what) {
  if (state.busy) {
    return;
  }
  state.busy = true;
  try {
    await what();
  } catch (problem) {
    if (problem instanceof Refused && problem.status === 409 && problem.field === 'revision') {
      alarm(problem.message,
        button('Ghép hai bản', () => attempt(() => joinWith(state.base)), ''),
        button('Lưu bản của tôi thành thay đổi riêng', () => attempt(beside)),
        el('a', {class: 'button quiet', href: HOME, target: '_blank', rel: 'noopener'}, 'Xem bản kia ở tab khác'));
    } else {
      alarm(problem.message, button('Đóng', () => alarm(null)));
    }
    say(state.dirty ? 'Chưa lưu.' : '', 'warn');
  } finally {
    state.busy = false;
  }
}

// --- saving, and not losing

function saved(xml, revision, when) {
  state.base = xml;
  state.revision = revision;
  state.onto = null;
  state.dirty = false;
  localStorage.removeItem(KEPT);
  alarm(null);
  say(`Đã lưu lúc ${when}.`, 'good');
}

async function save() {
  const xml = await table.xml();
  say('Đang lưu…');
  const answer = await send('/save', {revision: state.revision, dmn: xml, reason: at('reason').value, onto: state.onto});
  saved(xml, answer.revision, answer.at);
}

async function beside() {
  const {id} = await send('/beside', {dmn: await table.xml(), reason: at('reason').value});
  state.dirty = false;
  localStorage.removeItem(KEPT);
  location.assign(`/rules/changes/${id}/edit`);
}

const keep = later(1500, async () => {
  if (state.dirty) {
    try {
      localStorage.setItem(KEPT, JSON.stringify({revision: state.revision, onto: state.onto, base: state.base, xml: await table.xml(),
        reason: at('reason').value, at: Date.now()}));
    } catch (full) {
      // the browser keeps nothing more; leaving is warned of all the same
    }
  }
});

function changed() {
  state.dirty = true;
  state.stale = true;
  say('Chưa lưu.', 'warn');
  at('undo').disabled = !table.mayUndo();
  at('redo').disabled = !table.mayRedo();
  keep();
  find();
  refresh();
}

window.addEventListener('beforeunload', event => {
  if (state.dirty) {
    event.preventDefault();
  }
});

async function offerKept() {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(KEPT) || 'null');
  } catch (unreadable) {
    localStorage.removeItem(KEPT);
  }
  if (!kept || kept.xml === state.base) {
    return;
  }
  const when = new Intl.DateTimeFormat('vi-VN', {dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh'}).format(kept.at);
  alarm(`Trình duyệt còn giữ một bản chưa lưu của bạn, lúc ${when}.`,
    button('Mở bản đó', () => attempt(async () => {
      await open(kept.xml);
      state.revision = kept.revision;
      state.base = kept.base;
      state.onto = kept.onto;
      at('reason').value = kept.reason;
      alarm(null);
      changed();
    }), ''),
    button('Bỏ bản đó', () => {
      localStorage.removeItem(KEPT);
      alarm(null);
    }));
}

// --- joining

/** @param base what my screen began from; undefined: join with the table in force */
async function joinWith(base, choices = {}) {
  const mine = await table.xml();
  const joined = await send('/join', {base: base === undefined ? null : base, mine, choices});
  const take = async result => {
    await open(result.dmn);
    state.revision = result.revision;
    if (base === undefined) {
      state.onto = result.onto;
    }
    alarm(null);
    changed();
    say('Đã ghép, chưa lưu. Xem lại rồi bấm Lưu.', 'warn');
  };
  if (!joined.conflicts.length) {
    await take(joined);
    return;
  }
  const chosen = {};
  const theirs = base === undefined ? 'Bản đang có hiệu lực' : 'Bản của người kia';
  dialog('Hai bản cùng sửa những chỗ này', [
    el('p', {}, 'Những chỗ chỉ một bên sửa đã được ghép. Ở mỗi chỗ dưới đây, chọn một bản.'),
    joined.conflicts.map(conflict => {
      const key = `${conflict.rowId}/${conflict.columnId}`;
      chosen[key] = 'mine';
      const side = (name, label, text) => el('label', {class: 'choice side-choice'},
        el('input', {type: 'radio', name: key, checked: name === 'mine', onchange: () => (chosen[key] = name)}),
        el('span', {}, el('strong', {}, label), el('br'), el('code', {}, text === null ? '(bỏ cả dòng)' : text || '(trống)')));
      return el('fieldset', {class: 'conflict'},
        el('legend', {}, conflict.rowId ? `Dòng ${table.number(conflict.rowId) || 'đã bỏ'}: ${conflict.label}` : conflict.label),
        side('mine', 'Bản của bạn', conflict.mine), side('theirs', theirs, conflict.theirs));
    })
  ], button('Ghép như đã chọn', () => attempt(async () => {
    at('dialog').close();
    await take(await send('/join', {base: base === undefined ? null : base, mine, choices: chosen}));
  }), ''));
}

function dialog(title, content, ...buttons) {
  fill(at('dialog'), 
    el('h2', {id: 'dialog-title'}, title), el('div', {class: 'dialog-body'}, content),
    el('div', {class: 'actions'}, buttons, button('Đóng', () => at('dialog').close())));
  at('dialog').showModal();
}

// --- what differs

function runs(all, tag) {
  return all.map(({text, marked}) => (marked ? el(tag, {}, text) : text));
}

function differences(rows) {
  return rows.length ? rows.map(row => el('article', {class: `row-change ${row.kind}`},
    el('h3', {}, el('span', {class: `badge ${row.kind}`}, KINDS[row.kind]), ` Dòng ${row.is || row.was} `, el('span', {class: 'row-says'}, row.says)),
    row.kind === 'removed' ? el('p', {class: 'words gone'}, row.before) : el('p', {class: `words ${row.kind === 'added' ? 'come' : ''}`}, row.after),
    row.changes.length ? el('ul', {class: 'changes'}, row.changes.map(change => el('li', {}, change))) : null,
    el('table', {class: 'grid sides'}, el('tbody', {}, row.cells.map(cell => el('tr', {},
      el('th', {scope: 'row'}, cell.label), el('td', {class: 'cell'}, runs(cell.before, 'del')), el('td', {class: 'cell'}, runs(cell.after, 'ins')))))))
  ) : el('p', {}, 'Không khác gì phiên bản đã soạn từ đó.');
}

async function showDifference() {
  const rows = await send('/difference', {dmn: await table.xml()});
  dialog(`Khác với phiên bản ${state.onto || page.base}`, differences(rows));
}

async function take(file) {
  if (state.dirty) {
    throw new Refused('Lưu bản đang sửa trước khi nhập tệp.', 400);
  }
  say('Đang đọc tệp…');
  const {dmn, rows} = await send('/import', file, true);
  say('');
  if (!rows.length) {
    dialog('Tệp không khác gì bản nháp đã lưu', []);
    return;
  }
  dialog('Tệp khác bản nháp đã lưu ở những chỗ này', differences(rows), button('Lấy vào bản nháp', () => attempt(async () => {
    at('dialog').close();
    await open(dmn);
    changed();
    say('Đã lấy từ tệp, chưa lưu.', 'warn');
  }), ''));
}

// --- checking

async function check() {
  say('Đang kiểm tra…');
  state.findings = await send('/check', {dmn: await table.xml()});
  state.stale = false;
  const blocking = state.findings.filter(({finding}) => finding.severity === 'blocks').length;
  say(state.findings.length ? `Kiểm tra xong: ${blocking} chỗ phải sửa, ${state.findings.length - blocking} điều nên biết.`
    : 'Kiểm tra xong: không thấy gì phải sửa.', blocking ? 'warn' : 'good');
  table.mark(state.findings);
  showFindings();
  showCell();
}

function example(facts) {
  const known = Object.entries(facts);
  return known.length ? el('dl', {class: 'example', 'aria-label': 'Trường hợp cụ thể'}, known.map(([name, value]) => {
    const column = state.columns.find(({label, input}) => input && label === name);
    const code = column && column.codes.find(one => one.code === value);
    return el('div', {}, el('dt', {}, name), el('dd', {}, code ? code.name : Array.isArray(value) ? value.join('-') : String(value)));
  })) : null;
}

function showFindings() {
  const node = at('findings');
  node.hidden = false;
  fill(node, el('h2', {id: 'findings-title'}, 'Kiểm tra'),
    state.findings.length ? null : el('p', {class: 'thanks'}, 'Không thấy gì phải sửa.'),
    el('ul', {class: 'findings'}, state.findings.map(({finding, column, others, example: facts}) => el('li', {class: finding.severity},
      el('span', {class: `badge ${finding.severity}`}, SEVERITIES[finding.severity]), ' ',
      finding.rowId ? button(`Dòng ${table.number(finding.rowId)}${column ? `, ${column}` : ''}`,
        () => table.show(finding.rowId, finding.columnId), 'plain where') : null,
      el('span', {}, ` ${finding.says} `),
      others.map(number => button(`xem dòng ${number}`, () => table.show(table.rules()[number - 1].id), 'plain where')),
      example(facts)))));
}

// --- the selected cell

let spoken = 0;

async function speak(rule) {
  const asked = ++spoken;
  let said;
  try {
    said = await send('/words', table.row(rule));
  } catch (problem) {
    return; // a sentence is a help; saving will say what is wrong
  }
  const node = at('says');
  if (asked !== spoken || !node) {
    return;
  }
  fill(node, el('p', {class: 'words'}, said.row),
    said.bare.map(column => el('p', {class: 'fault'},
      `${labelOf(column)}: chữ chưa ở trong ngoặc kép nên máy không hiểu. `,
      button('Thêm ngoặc kép', () => {
        const cell = table.text(rule, column).trim();
        const [, inside] = /^not\s*\((.*)\)$/s.exec(cell) || [];
        const quotes = words => words.replace(/^-/, '').split(',').map(word => `"${word.trim()}"`).join(',');
        table.write(rule, column, inside === undefined ? quotes(cell) : `not(${quotes(inside)})`);
        showCell();
      }, 'plain'))));
}

function labelOf(column) {
  const found = [...table.inputs(), ...table.outputs()].find(({id}) => id === column);
  return found ? found.label || found.name : '';
}

function usedIn(column) {
  const used = new Set();
  table.rules().forEach(rule => {
    for (const [, text] of table.text(rule, column).matchAll(/"([^"\\]*)"/g)) {
      if (text.length <= 60) {
        used.add(text);
      }
    }
  });
  return [...used].filter(text => text && !/[|(]/.test(text)).sort((a, b) => a.localeCompare(b, 'vi')).slice(0, 300);
}

function columnOf(id) {
  const known = state.columns.find(column => column.id === id);
  if (known) {
    return known;
  }
  const input = table.inputs().find(column => column.id === id);
  const output = table.outputs().find(column => column.id === id);
  return {id, label: labelOf(id), kind: 'anything', input: Boolean(input), codes: [], several: false, least: null, most: null, whole: false,
    expression: input && input.inputExpression ? input.inputExpression.text : output ? output.name : '',
    type: input && input.inputExpression ? input.inputExpression.typeRef : output ? output.typeRef : ''};
}

function showCell() {
  const {rule: ruleId, column} = table.selected || {};
  const rule = ruleId && table.rule(ruleId);
  if (!rule) {
    fill(at('cell'), el('p', {class: 'hint'}, 'Chọn một ô để thấy ô đó được ghi những gì.'));
    at('examples').hidden = true;
    return;
  }
  const found = (state.stale ? [] : state.findings || []).filter(({finding}) => finding.rowId === ruleId && (!finding.columnId || finding.columnId === column));
  fill(at('cell'), 
    el('h2', {}, `Dòng ${table.number(ruleId)}${column ? ` · ${labelOf(column)}` : ''}`),
    rule.description ? el('p', {class: 'hint'}, rule.description) : null,
    el('div', {id: 'says'}),
    found.map(({finding}) => el('p', {class: `finding ${finding.severity}`}, finding.says)),
    column ? picker(columnOf(column), table.text(rule, column), usedIn(column), text => {
      table.write(rule, column, text);
      speak(rule);
    }) : null);
  speak(rule);
  showExamples(at('examples'), table, rule, columnOf);
}

/** The side follows what is typed in the table; what is chosen at the side stays as it stands there. */
const refresh = later(200, () => {
  if (!at('cell').contains(document.activeElement) && !at('examples').contains(document.activeElement)) {
    showCell();
  }
});

// --- beginning

async function open(xml) {
  await table.open(xml);
  table.mark([]);
  state.findings = null;
  at('findings').hidden = true;
  at('undo').disabled = true;
  at('redo').disabled = true;
  find();
  showCell();
}

function find() {
  const words = sought(at('find').value);
  const count = table.find(rule => {
    const text = plain([rule.description || '', rule.id, ...(rule.inputEntry || []).map(entry => entry.text || ''),
      ...(rule.outputEntry || []).map(entry => entry.text || '')].join(' '));
    return text.includes(words);
  });
  at('found').textContent = words ? `${count} trong ${table.rules().length} dòng` : `${table.rules().length} dòng`;
}

async function begin() {
  const [xml, columns] = await Promise.all([
    fetch(`${HOME}/dmn`, {credentials: 'same-origin', headers: {'X-Requested-With': 'XMLHttpRequest'}}).then(response => response.text()), ask('/columns')]);
  state.columns = columns;
  await open(xml);
  // What dmn-js writes of the same table is what a change is held against.
  state.base = xml;
  table.on('select', showCell);
  table.on('change', changed);
  at('reason').addEventListener('input', () => {
    state.dirty = true;
    say('Chưa lưu.', 'warn');
    keep();
  });
  at('find').addEventListener('input', later(150, find));
  at('save').addEventListener('click', () => attempt(save));
  at('check').addEventListener('click', () => attempt(check));
  at('undo').addEventListener('click', () => table.undo());
  at('redo').addEventListener('click', () => table.redo());
  at('add-row').addEventListener('click', () => {
    at('find').value = '';
    find();
    table.addRowBelow();
  });
  at('difference').addEventListener('click', () => attempt(showDifference));
  at('join').addEventListener('click', () => attempt(() => joinWith(undefined)));
  at('beside').addEventListener('click', () => attempt(beside));
  at('import').addEventListener('change', event => attempt(async () => {
    const [file] = event.target.files;
    event.target.value = '';
    if (file) {
      await take(file);
    }
  }));
  at('leave').addEventListener('click', event => {
    if (state.dirty) {
      event.preventDefault();
      attempt(async () => {
        await save();
        location.assign(HOME);
      });
    }
  });
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      attempt(save);
    }
  });
  document.querySelectorAll('.menu button, .menu a').forEach(item => item.addEventListener('click', () => (item.closest('details').open = false)));
  say('');
  await offerKept();
  const asked = new URLSearchParams(location.search);
  if (asked.get('row')) {
    table.show(asked.get('row'), asked.get('column'));
    attempt(check);
  }
  document.body.dataset.ready = 'true';
}

begin().catch(problem => say(`Không mở được bảng: ${problem.message}`, 'warn'));
