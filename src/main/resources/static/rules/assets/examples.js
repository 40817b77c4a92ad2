/* Petitions that the row's author expects it to catch, and to leave. */

import {choice, el, fill, labelled} from './dom.js';

const WORDS = ['plainText', 'text'];

/** @param columnOf what a column may hold, by its id */
export function showExamples(node, table, rule, columnOf) {
  const examples = table.examples(rule);
  const inputs = [];
  table.row(rule).inputs.forEach(input => {
    if (!inputs.some(({expression}) => expression === input.expression)) {
      inputs.push(input);
    }
  });
  const write = all => {
    table.setExamples(rule, all);
    showExamples(node, table, rule, columnOf);
  };
  node.hidden = false;
  fill(node, 
    el('h2', {}, 'Ví dụ của dòng'),
    el('p', {class: 'hint'}, 'Phản ánh mà dòng này phải nhận, hoặc phải bỏ qua. Mỗi lần kiểm tra, máy hỏi cả bảng về từng ví dụ.'),
    el('ul', {class: 'examples'}, examples.map((example, at) => el('li', {},
      el('span', {class: `badge ${example.catches ? 'added' : 'removed'}`}, example.catches ? 'phải nhận' : 'phải bỏ qua'),
      ' ', Object.values(example.values).join(' · '), example.note ? ` (${example.note})` : '',
      el('button', {type: 'button', class: 'plain', 'aria-label': `Bỏ ví dụ ${at + 1}`,
        onclick: () => write(examples.filter((other, i) => i !== at))}, 'Bỏ')))),
    form(inputs, columnOf, example => write([...examples, example])));
}

function select(options) {
  return el('select', {}, [['', 'không nói'], ...options].map(([value, name]) => el('option', {value}, name)));
}

function form(inputs, columnOf, add) {
  const words = inputs.find(({expression}) => WORDS.includes(expression));
  const asked = inputs.filter(input => !WORDS.includes(input.expression));
  const fields = (words ? [words, ...asked] : asked).map(input => {
    const {codes} = columnOf(input.id);
    const control = input === words ? el('textarea', {rows: 2})
      : input.type === 'boolean' ? select([['true', 'có'], ['false', 'không']])
        : codes.some(({code}) => code) ? select(codes.filter(({code}) => code).map(({code, name}) => [code, name]))
          : el('input', {type: input.expression === 'receivedOn' ? 'date' : 'text'});
    return {input, control};
  });
  const note = el('input', {type: 'text'});
  let catches = true;
  return el('details', {class: 'add-example'}, el('summary', {}, 'Thêm ví dụ'),
    el('fieldset', {}, el('legend', {class: 'aside'}, 'Dòng này phải'),
      choice('radio', 'catches', 'Dòng này phải nhận', true, () => (catches = true)),
      choice('radio', 'catches', 'Dòng này phải bỏ qua', false, () => (catches = false))),
    fields.map(({input, control}) => labelled(input === words ? 'Lời phản ánh' : input.label, control,
      input === words ? 'Viết như người dân viết; máy đọc như đọc phản ánh thật.' : null)),
    labelled('Ghi chú', note),
    el('button', {type: 'button', onclick: () => {
      const values = Object.fromEntries(fields.filter(({control}) => control.value.trim())
        .map(({input, control}) => [input.expression, control.value.trim()]));
      if (Object.keys(values).length) {
        add({catches, note: note.value.trim(), values});
      }
    }}, 'Thêm ví dụ này'));
}
