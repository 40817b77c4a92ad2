/* The case file of a petition beside its task. Reads only; text from citizens is only ever text, never markup. */

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});

/** dd/MM/yyyy HH:mm; null for nothing, so that the line is left out. */
function when(instant) {
  if (!instant) {
    return null;
  }
  const part = {};
  WHEN.formatToParts(new Date(instant)).forEach(({type, value}) => (part[type] = value));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

function size(bytes) {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

function el(tag, style, ...children) {
  const node = document.createElement(tag);
  if (style) {
    node.className = style;
  }
  children.flat().forEach(child => {
    if (child !== null && child !== undefined && child !== '') {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  });
  return node;
}

/** Pairs of a name and a value; pairs without a value are left out. */
function facts(pairs) {
  const list = el('dl', 'hotline-facts');
  pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .forEach(([name, value]) => list.append(el('div', null, el('dt', null, name), el('dd', null, value))));
  return list;
}

function section(title, ...children) {
  const present = children.flat().filter(Boolean);
  return present.length ? el('section', null, el('h4', null, title), present) : null;
}

function table(columns, rows) {
  if (!rows.length) {
    return null;
  }
  return el('table', 'hotline-table',
    el('thead', null, el('tr', null, columns.map(column => el('th', null, column)))),
    el('tbody', null, rows.map(cells => el('tr', null, cells.map(cell => el('td', null, cell))))));
}

function badge(text, style) {
  return el('span', `hotline-badge ${style || ''}`, text);
}

/** As one dials it here. */
function telephone(number) {
  return number ? number.replace(/^\+84/, '0').replace(/^(0\d{3})(\d{3})(\d{3})$/, '$1 $2 $3') : number;
}

function petitioner(file) {
  const known = file.petitioner;
  return known ? [known.name, telephone(known.phone), known.email].filter(Boolean).join(' · ') : file.petitionerNote;
}

function head(file) {
  return el('header', null,
    el('span', 'hotline-code', file.code),
    badge(file.state),
    file.urgent ? badge(file.urgency, 'hotline-urgent') : null,
    file.overdue ? badge('Quá hạn', 'hotline-late') : null,
    file.confidential ? badge('Mật — mỗi lần xem đều được ghi lại', 'hotline-late') : null,
    file.reopened ? badge(`Đã mở lại ${file.reopened} lần`) : null);
}

function about(file) {
  return facts([
    ['Địa điểm', file.place],
    ['Tọa độ', file.coordinates],
    ['Người phản ánh', petitioner(file)],
    ['Kênh tiếp nhận', file.channel],
    ['Tiếp nhận lúc', when(file.receivedAt)],
    ['Xảy ra lúc', when(file.occurredAt)],
    ['Lĩnh vực', file.field],
    ['Mức độ', file.urgency],
    ['Loại yêu cầu', file.kind],
    ['Nhóm nội dung', file.category],
    ['Hạn trả lời', when(file.dueAt)],
    ['Gộp vào', file.mergedInto],
    ['Lý do kết thúc', file.decisionReason]
  ]);
}

function answer(file) {
  return [
    section('Đã hỏi người dân', file.question ? el('p', 'hotline-text', file.question) : null),
    section(
      file.repliedAt ? `Trả lời, đã gửi ${when(file.repliedAt)}` : 'Dự thảo trả lời, người dân chưa thấy',
      file.replyText ? el('p', 'hotline-text', file.replyText) : null),
    section('Người dân đánh giá', file.rating
      ? facts([['Mức độ', file.rating], ['Lý do', file.ratingReason]])
      : null)
  ];
}

function handlings(file, why) {
  const rows = file.handlings.map(one => [
    one.agency,
    one.role,
    [one.state, one.extensions ? `, đã gia hạn ${one.extensions} lần` : ''].join(''),
    when(one.assignedAt),
    [
      one.basis ? el('div', null, one.basis) : null,
      one.returnReason
        ? el('div', 'hotline-note', `Chuyển trả: ${one.returnReason}`
          + (one.suggestedAgency ? ` (đề nghị ${one.suggestedAgency})` : ''))
        : null,
      one.opinion ? el('div', 'hotline-note', `Ý kiến: ${one.opinion}`) : null
    ]
  ]);
  return section('Cơ quan xử lý',
    table(['Cơ quan', 'Vai trò', 'Tình trạng', 'Chuyển lúc', 'Vì sao chuyển đến'], rows),
    why);
}

/** Which rows of which tables answered, who wrote and approved them: asked for when it is opened. */
function whyDecided(address) {
  const answer = el('div', null);
  const node = el('details', 'hotline-trace', el('summary', null, 'Vì sao? Bảng quyết định đã nói gì'), answer);
  node.addEventListener('toggle', () => {
    if (!node.open || answer.childElementCount) {
      return;
    }
    answer.append(el('p', 'hotline-message', 'Đang tải…'));
    fetch(`${address}/why`, {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
      .then(response => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then(all => answer.replaceChildren(...(all.length
        ? all.map(decided)
        : [el('p', 'hotline-message', 'Chưa có bảng nào được hỏi về hồ sơ này.')])))
      .catch(() => answer.replaceChildren(el('p', 'hotline-message', 'Chưa tải được. Đóng rồi mở lại mục này.')));
  });
  return node;
}

const AGAIN = {
  same: ['Hỏi lại bảng: trả lời như cũ', ''],
  different: ['Hỏi lại bảng: trả lời khác, báo người quản trị bảng', 'hotline-late'],
  unknown: ['Không hỏi lại được: lời phản ánh khi đó không còn', '']
};

function decided(one) {
  return el('div', 'hotline-why',
    el('p', null, el('strong', null, one.name), `, phiên bản ${one.version}, ${when(one.at)}`),
    el('p', 'hotline-note', one.inputs.map(fact => `${fact.label}: ${fact.value}`).join(' · ')),
    el('ul', null, one.rows.map(row => el('li', null,
      `Dòng ${row.number}: ${row.says}`,
      el('div', 'hotline-note', row.results.map(fact => `${fact.label}: ${fact.value}`).join(' · ')),
      el('div', 'hotline-note', row.change
        ? `Thay đổi BQĐ-${row.change}, ${row.writtenBy.join(', ')} soạn, ${row.approvedBy || 'không ai'} duyệt`
          + `, hiệu lực ${when(row.since)}`
        : 'Có từ bản giao cùng hệ thống')))),
    badge(...AGAIN[one.again]));
}

/** How a due date came about, to be opened by whoever asks. */
function trace(limit) {
  const wrong = limit.recomputed !== limit.dueAt;
  return el('details', 'hotline-trace',
    el('summary', null, 'Vì sao là ngày này?'),
    facts([
      ['Tính từ', `${when(limit.startedAt)}, ${limit.startedBy.toLowerCase()}`],
      ['Thời hạn', limit.limit],
      ['Quy tắc', limit.rule || limit.ground],
      ['Căn cứ', limit.rule ? limit.ground : null],
      ['Cách tính', limit.counting]
    ]),
    el('ol', 'hotline-days', limit.lines.map(line =>
      el('li', line.counts ? 'hotline-counts' : 'hotline-skips', line.text))),
    limit.moves.length
      ? table(['Lúc', 'Việc', 'Người', 'Lý do', 'Hạn sau đó'], limit.moves.map(move =>
        [when(move.at), move.what, move.who, move.reason, when(move.dueAt)]))
      : null,
    wrong ? badge(`Tính lại ra ${when(limit.recomputed)}: báo quản trị hệ thống`, 'hotline-late') : null);
}

function limits(file) {
  return section('Thời hạn', table(['Việc', 'Trách nhiệm', 'Hạn', 'Tình trạng'], file.limits.map(limit => [
    limit.step,
    limit.who,
    [
      el('div', null, when(limit.dueAt)),
      limit.originalDueAt ? el('div', 'hotline-note', `hạn đầu ${when(limit.originalDueAt)}`) : null,
      trace(limit)
    ],
    [
      limit.breached ? badge(limit.endedAt ? 'Xong, quá hạn' : 'Quá hạn', 'hotline-late') : null,
      !limit.breached && limit.endedAt ? badge('Xong, đúng hạn', 'hotline-good') : null,
      !limit.breached && !limit.endedAt ? badge(limit.paused ? 'Tạm dừng' : 'Đang chạy') : null,
      limit.level ? el('span', 'hotline-note', ` đã báo cấp ${limit.level}`) : null
    ]
  ])));
}

function files(file, address) {
  return section('Tệp đính kèm', file.files.length
    ? el('ul', 'hotline-files', file.files.map(one => {
      const link = el('a', null, one.name);
      link.href = `${address}/attachment/${one.id}`;
      link.setAttribute('download', one.name);
      let picture = null;
      if (one.picture) {
        picture = el('img');
        picture.src = link.href;
        picture.alt = one.name;
        picture.loading = 'lazy';
      }
      return el('li', null, picture, link,
        el('span', 'hotline-note', `${size(one.size)} · ${one.addedBy} · ${when(one.addedAt)}`));
    }))
    : null);
}

function letters(file) {
  const withRecipient = file.letters.some(letter => letter.recipient);
  return section('Thư và thông báo', table(
    ['Loại', withRecipient ? 'Gửi đến' : null, 'Tình trạng', 'Lúc'].filter(Boolean),
    file.letters.map(letter => [
      letter.segments
        ? [
          el('div', null, `${letter.kind} · SMS, ${letter.segments} tin`),
          letter.message ? el('div', 'hotline-note hotline-text', letter.message) : null
        ]
        : letter.kind,
      ...(withRecipient ? [letter.recipient] : []),
      letter.state,
      when(letter.sentAt || letter.createdAt)
    ])));
}

function history(file) {
  return section('Diễn biến', file.history.length
    ? el('ol', 'hotline-history', [...file.history].reverse().map(entry => el('li', null,
      el('time', null, when(entry.at)),
      el('div', null, el('strong', null, entry.who), el('div', 'hotline-text', entry.note)))))
    : null);
}

function show(node, file, address) {
  node.replaceChildren(el('div', 'hotline-case',
    head(file),
    el('p', 'hotline-text hotline-content', file.content),
    about(file),
    answer(file),
    files(file, address),
    handlings(file, whyDecided(address)),
    limits(file),
    letters(file),
    history(file)));
}

function say(node, text) {
  node.replaceChildren(el('p', 'hotline-message', text));
}

let asked = null;

export default [
  {
    id: 'hotline-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: 'Hồ sơ'},
    render(node, {api, taskId}) {
      const address = `${api.tasklistApi}/plugin/hotline/${api.engine}/task/${encodeURIComponent(taskId)}`;
      asked = new AbortController();
      say(node, 'Đang tải hồ sơ…');
      fetch(`${address}/case`, {
        headers: {Accept: 'application/json'},
        credentials: 'same-origin',
        signal: asked.signal
      })
        .then(response => {
          if (response.status === 404) {
            say(node, 'Không có hồ sơ này, hoặc bạn không được xem.');
            return null;
          }
          if (!response.ok) {
            throw new Error(String(response.status));
          }
          return response.json();
        })
        .then(found => found && show(node, found, address))
        .catch(problem => {
          if (problem.name !== 'AbortError') {
            say(node, 'Chưa tải được hồ sơ. Hãy chọn lại thẻ này sau ít phút.');
          }
        });
    },
    unmount() {
      if (asked) {
        asked.abort();
      }
    }
  }
];
