/* What the selected cell may hold, to be chosen instead of typed; it writes FEEL into the cell. */

import {choice, el, labelled} from './dom.js';
import {plain} from './pages.js';

const TEXTS = /^\s*(not\s*\()?\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)\s*\)?\s*$/;
const SEARCH = /^\s*(not\s*\()?\s*matches\(\s*\?\s*,\s*"((?:[^"\\]|\\.)*)"\s*\)\s*\)?\s*$/;
const DAY = 'date\\("(\\d{4}-\\d\\d-\\d\\d)"\\)';
const OPERATORS = {'': 'bằng', '<': 'nhỏ hơn', '<=': 'nhỏ hơn hoặc bằng', '>': 'lớn hơn', '>=': 'lớn hơn hoặc bằng'};

export function quoted(text) {
  return `"${text.replace(/["\\]/g, '')}"`;
}

/** {not, values} of a cell of texts; null if it is none. */
function textsOf(cell) {
  if (/^\s*-?\s*$/.test(cell)) {
    return {not: false, values: []};
  }
  const found = TEXTS.exec(cell);
  return found && Boolean(found[1]) === /\)\s*$/.test(cell)
    ? {not: Boolean(found[1]), values: [...found[2].matchAll(/"([^"]*)"/g)].map(match => match[1])}
    : null;
}

function cellOf(not, values) {
  const list = values.map(quoted).join(',');
  return values.length ? (not ? `not(${list})` : list) : '-';
}

/** Top-level alternatives of " (một|hai) ". */
function waysOf(pattern) {
  const inside = pattern.trim();
  const body = inside.startsWith('(') && inside.endsWith(')') ? inside.slice(1, -1) : inside;
  const ways = [''];
  let depth = 0;
  for (const c of body) {
    depth += c === '(' || c === '[' ? 1 : c === ')' || c === ']' ? -1 : 0;
    if (depth < 0) {
      return [inside];
    }
    if (c === '|' && depth === 0) {
      ways.push('');
    } else {
      ways[ways.length - 1] += c;
    }
  }
  return ways;
}

/**
 * @param column what it may hold: kind, codes …
 * @param cell its text now
 * @param used texts that stand in other cells of the column
 * @param write takes a new text
 */
export function picker(column, cell, used, write) {
  if (column.kind === 'codes') {
    return column.input ? codes(column, column.codes, cell, write)
      : column.several ? severalCodes(column, cell, write) : oneCode(column, column.codes, cell, write);
  }
  if (column.kind === 'truth' || column.type === 'boolean') {
    return truth(column, cell, write);
  }
  if (column.kind === 'numbers' || ['integer', 'long', 'double', 'number'].includes(column.type)) {
    return numbers(column, cell, write);
  }
  if (column.kind === 'dates' || column.expression === 'receivedOn') {
    return column.input ? dates(cell, write) : null;
  }
  if (column.input && (column.kind === 'texts' || ['plainText', 'text'].includes(column.expression))) {
    return ways(column, cell, write);
  }
  if (column.kind === 'anything' && used.length) {
    const codesUsed = used.map(code => ({code, name: code}));
    return column.input ? codes(column, codesUsed, cell, write, 'Đang dùng trong cột này')
      : el('div', {}, words(cell, write), oneCode(column, codesUsed, cell, write));
  }
  return column.input ? null : words(cell, write);
}

/** A list to search in and to tick. */
function list(all, chosen, type, onchange) {
  const box = el('div', {class: 'codes', role: 'group', 'aria-label': 'Các giá trị'});
  const search = el('input', {type: 'search', placeholder: 'Tìm trong danh sách', 'aria-label': 'Tìm trong danh sách', oninput: () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    [...box.children].forEach(node => (node.hidden = !words.every(word => node.dataset.text.includes(word))));
  }});
  // What is chosen stands first, what is no more stands last.
  const place = ({code, until}) => (chosen.includes(code) ? 0 : until ? 2 : 1);
  [...all].sort((a, b) => place(a) - place(b)).forEach(({code, name, until}) => {
    const item = choice(type, `code-${type}`, [el('span', {}, name || '(để trống)'), ' ', code && code !== name ? el('code', {}, code) : null,
      until ? el('span', {class: 'hint'}, ` đến ${until}`) : null],
      chosen.includes(code), event => onchange(code, event.target.checked));
    item.dataset.text = plain(`${name} ${code}`);
    item.querySelector('input').dataset.code = code;
    box.append(item);
  });
  return [all.length > 8 ? search : null, box];
}

function codes(column, all, cell, write, title) {
  const texts = textsOf(cell);
  if (!texts) {
    return el('p', {class: 'hint'}, 'Ô này viết bằng biểu thức, không chọn từ danh sách được. Xóa ô để chọn.');
  }
  const known = all.map(({code}) => code);
  const strange = texts.values.filter(value => !known.includes(value)).map(code => ({code, name: `${code} (không có trong danh mục)`}));
  let {not} = texts;
  const values = new Set(texts.values);
  const changed = () => write(cellOf(not, [...values]));
  return el('fieldset', {class: 'pick'}, el('legend', {}, title || 'Chọn giá trị'),
    el('p', {class: 'hint'}, 'Không chọn gì: giá trị nào cũng được.'),
    choice('checkbox', 'not', 'Không phải những giá trị được chọn', not, event => {
      not = event.target.checked;
      changed();
    }),
    list([...strange, ...all], texts.values, 'checkbox', (code, checked) => {
      values[checked ? 'add' : 'delete'](code);
      changed();
    }));
}

function oneCode(column, all, cell, write) {
  const now = (/^\s*"([^"]*)"\s*$/.exec(cell) || [])[1];
  const known = all.some(({code}) => code === '') ? all : [{code: '', name: 'Để trống'}, ...all];
  const strange = now && !known.some(({code}) => code === now) ? [{code: now, name: `${now} (không có trong danh mục)`}] : [];
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Chọn kết quả'),
    list([...strange, ...known], now === undefined ? [] : [now], 'radio', code => write(quoted(code))));
}

function severalCodes(column, cell, write) {
  const now = (/^\s*"([^"]*)"\s*$/.exec(cell) || ['', ''])[1].split(',').map(code => code.trim()).filter(Boolean);
  const known = column.codes.filter(({code}) => code);
  const strange = now.filter(value => !known.some(({code}) => code === value)).map(code => ({code, name: `${code} (không có trong danh mục)`}));
  const values = new Set(now);
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Chọn kết quả, có thể nhiều'),
    list([...strange, ...known], now, 'checkbox', (code, checked) => {
      values[checked ? 'add' : 'delete'](code);
      write(quoted([...values].join(',')));
    }));
}

function truth(column, cell, write) {
  const now = cell.trim();
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Chọn'),
    choice('radio', 'truth', 'Có', now === 'true', () => write('true')),
    choice('radio', 'truth', 'Không', now === 'false', () => write('false')),
    column.input ? choice('radio', 'truth', 'Thế nào cũng được', now === '-' || now === '', () => write('-')) : null);
}

function numbers(column, cell, write) {
  const [, operator = '', number = ''] = /^\s*(<=|>=|<|>)?\s*(-?\d+(?:\.\d+)?)\s*$/.exec(cell) || [];
  const compare = el('select', {}, Object.entries(OPERATORS).map(([sign, name]) => el('option', {value: sign, selected: sign === operator}, name)));
  const value = el('input', {type: 'text', inputmode: 'decimal', value: number.replace('.', ',')});
  const changed = () => {
    const written = value.value.trim().replace(',', '.');
    const valid = /^-?\d+(\.\d+)?$/.test(written) && !(column.whole && written.includes('.'))
      && (column.least === null || Number(written) >= column.least) && (column.most === null || Number(written) <= column.most);
    value.setAttribute('aria-invalid', String(written !== '' && !valid));
    if (valid) {
      write(column.input && compare.value ? `${compare.value} ${written}` : written);
    } else if (!written && column.input) {
      write('-');
    }
  };
  compare.addEventListener('change', changed);
  value.addEventListener('change', changed);
  const bounds = [column.least !== null ? `từ ${column.least}` : '', column.most !== null ? `đến ${column.most}` : ''].filter(Boolean).join(' ');
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Ghi số'),
    column.input ? labelled('So sánh', compare) : null,
    labelled('Số', value, [column.whole ? 'Số nguyên' : 'Số, dấu phẩy thập phân', bounds].filter(Boolean).join(', ')));
}

function dates(cell, write) {
  const from = (new RegExp(`^>=\\s*${DAY}$|^\\[${DAY}`).exec(cell.trim()) || []).slice(1).find(Boolean) || '';
  const to = (new RegExp(`^<\\s*${DAY}$|${DAY}\\s*[)\\[]$`).exec(cell.trim()) || []).slice(1).find(Boolean) || '';
  const start = el('input', {type: 'date', value: from});
  const end = el('input', {type: 'date', value: to});
  const changed = () => {
    const day = input => `date("${input.value}")`;
    write(start.value && end.value ? `[${day(start)}..${day(end)})` : start.value ? `>= ${day(start)}` : end.value ? `< ${day(end)}` : '-');
  };
  [start, end].forEach(input => input.addEventListener('change', changed));
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Chọn ngày'), labelled('Từ ngày', start), labelled('Trước ngày (không kể ngày đó)', end));
}

/** Ways to say it, one a line; without marks where the column is read without. */
function ways(column, cell, write) {
  const search = SEARCH.exec(cell);
  if (!search && !/^\s*-?\s*$/.test(cell)) {
    return el('p', {class: 'hint'}, 'Ô này viết bằng biểu thức khác; sửa thẳng trong bảng.');
  }
  const withoutMarks = column.expression === 'plainText';
  let not = Boolean(search && search[1]);
  const now = search ? waysOf(search[2]) : [];
  const text = el('textarea', {rows: Math.min(14, Math.max(4, now.length + 1)), spellcheck: 'false', value: now.join('\n')});
  const changed = () => {
    const lines = text.value.split('\n').map(line => line.trim().replace(/\s+/g, ' ')).filter(Boolean)
      .map(line => (/[\\()[\]{}?*+|.^$]/.test(line) ? line : withoutMarks ? plain(line) : line.toLowerCase()))
      .map(line => line.replace(/["]/g, ''));
    const search = `matches(?, " (${lines.join('|')}) ")`;
    write(lines.length ? (not ? `not(${search})` : search) : '-');
  };
  text.addEventListener('change', changed);
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Tìm những lời này'),
    labelled('Mỗi dòng một cách nói', text, withoutMarks
      ? 'Viết có dấu cũng được, máy tự bỏ dấu. Để trống: lời nào cũng được.' : 'Viết đúng dấu, chữ thường. Để trống: lời nào cũng được.'),
    choice('checkbox', 'not', 'Không có những lời này', not, event => {
      not = event.target.checked;
      changed();
    }));
}

function words(cell, write) {
  const now = (/^\s*"([^"]*)"\s*$/.exec(cell) || [])[1];
  if (now === undefined && cell.trim()) {
    return el('p', {class: 'hint'}, 'Ô này viết bằng biểu thức; sửa thẳng trong bảng.');
  }
  const text = el('textarea', {rows: 3, value: now || ''});
  text.addEventListener('change', () => write(quoted(text.value.trim())));
  return el('fieldset', {class: 'pick'}, el('legend', {}, 'Ghi kết quả'), labelled('Chữ (không cần ngoặc kép)', text));
}
